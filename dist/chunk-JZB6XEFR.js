import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as w,b as a}from"./chunk-MYVKAKVI.js";import"./chunk-KZLV7H3J.js";import{b as d,d as l,e as g,f as u}from"./chunk-QI3BTJV6.js";import"./chunk-XDP5DNZL.js";import{a as f,b as p}from"./chunk-RVYBKRJG.js";import"./chunk-PQ7M7EY4.js";var F=500;function j(n,c,r=[]){let{errors:t,warnings:o}=p(n),i=t+o>0?`## ${a(t,"error")}, ${a(o,"warning")}`:"## All is well",e=0,y=n.flatMap(({path:R,diagnostics:$})=>{let s=$.filter(f).slice(0,F-e);if(e+=s.length,s.length===0)return[];let k=["| Line | | Finding | Fix | Rule |","| ---: | --- | --- | --- | --- |"];return[[`### ${d(R)}`,"",...k,...s.map(L)].join(`
`)]}),m=t+o-e,h=m>0?[`${m} more findings are left out of this summary.`]:[];return`${[i,...y,...h,l(w(n,r))].join(`

`)}
`}function L({place:n,severity:c,reason:r,fix:t,rule:o,url:i}){return`| ${[String(n.start.line),c,l(r),b[t?.safety??"none"],g(o,i)].map(u).join(" | ")} |`}var b={safe:"safe",unsafe:"needs a look",none:""};export{j as default};
