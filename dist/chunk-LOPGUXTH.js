import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{b as o}from"./chunk-2TFDRU5X.js";import{a as l}from"./chunk-24U2LP7H.js";import"./chunk-PQ7M7EY4.js";function d(e){return e.flatMap(n=>n.diagnostics.filter(l).map(j)).join("")}function j({path:e,place:{start:n,end:i},severity:c,rule:s,reason:a,note:p,url:m}){let g=n.line===i.line?{col:n.column,endColumn:i.column}:{},f={file:e.replace(/^(\.\/)+/,""),line:n.line,endLine:i.line,...g,title:s},u=Object.entries(f).map(([t,$])=>`${t}=${D(String($))}`),A=[a,p,m].filter(t=>t).join(`
`);return`::${c} ${u.join(",")}::${r(A)}
`}var r=e=>o(e).replaceAll("%","%25").replaceAll("\r","%0D").replaceAll(`
`,"%0A"),D=e=>r(e).replaceAll(":","%3A").replaceAll(",","%2C");export{d as default};
