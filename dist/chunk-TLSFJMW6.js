import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var r=n=>`${t(JSON.stringify(n,void 0,2))}
`,t=n=>n.replace(/[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`).replaceAll("##[","#\\u0023[");export{r as a};
