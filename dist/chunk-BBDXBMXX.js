import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as d,b as c}from"./chunk-SNGRRBSG.js";import"./chunk-KZLV7H3J.js";import{b as g,d as a,e as u,f as p}from"./chunk-QI3BTJV6.js";import{a as f,b as m}from"./chunk-RVYBKRJG.js";import"./chunk-PQ7M7EY4.js";var F=500;function R(n){let{errors:o,warnings:t}=m(n),r=o+t>0?`## ${c(o,"error")}, ${c(t,"warning")}`:"## All is well",e=0,s=n.flatMap(({path:h,diagnostics:y})=>{let l=y.filter(f).slice(0,F-e);if(e+=l.length,l.length===0)return[];let $=["| Line | | Finding | Fix | Rule |","| ---: | --- | --- | --- | --- |"];return[[`### ${g(h)}`,"",...$,...l.map(j)].join(`
`)]}),i=o+t-e,w=i>0?[`${i} more findings are left out of this summary.`]:[];return`${[r,...s,...w,a(d(n))].join(`

`)}
`}function j({place:n,severity:o,reason:t,fix:r,rule:e,url:s}){return`| ${[String(n.start.line),o,a(t),k[r?.safety??"none"],u(e,s)].map(p).join(" | ")} |`}var k={safe:"safe",unsafe:"needs a look",none:""};export{R as default};
