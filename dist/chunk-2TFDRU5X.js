import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var r=/\r\n|[\n\r\v\f\u0085\u2028\u2029]/,o=t=>t.split(r).join(`
`).replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,n=>`\\u{${n.charCodeAt(0).toString(16)}}`),s=t=>i(t).split(`
`).map(n=>/^\s*::/.test(n)?`| ${n}`:n),i=t=>o(t).replaceAll("##[","# #["),g=t=>n=>{for(let e of s(n))t(`${e}
`)};export{s as a,i as b,g as c};
