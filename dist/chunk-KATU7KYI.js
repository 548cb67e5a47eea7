import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as c}from"./chunk-KZLV7H3J.js";import{b as h}from"./chunk-4IHH4VLB.js";import{a as y}from"./chunk-4IZI2TEY.js";import{a as p}from"./chunk-BH3EY4JK.js";import"./chunk-PQ7M7EY4.js";function N(n,e,t){return e===void 0?B(n,t):M(x(n,e),t)}function S(n,e){let t=e===void 0?n.map(w):w(x(n,e));return`${JSON.stringify(t,void 0,2)}
`}var w=({id:n,summary:e,why:t,severity:o,fix:r,presets:i,options:a,examples:{good:s,bad:d}})=>({id:n,summary:e,why:t,severity:o,fix:r??"none",url:p(n),...i&&{presets:i},...a&&{options:a},examples:{good:s.map(({text:l})=>({text:l})),bad:d.map(({text:l,says:f,fixed:u})=>({text:l,says:f,...u!==void 0&&{fixed:u}}))}});function x(n,e){let t=n.find(o=>o.id===e);if(t)return t;throw new y(`There is no rule \`${e}\`; ${h(e,n.map(o=>o.id))}`)}function B(n,e){let t=Math.max(0,...n.map(r=>r.id.length));return`${n.map(({id:r,severity:i,summary:a})=>`${e(r.padEnd(t))}  ${i.padEnd(7)}  ${a}`).join(`
`)}

More about one: awesome-doctor rules ID
`}function M({id:n,summary:e,why:t,severity:o,fix:r,presets:i,options:a,examples:s},d){let l=s.bad.slice(0,2).flatMap(({text:m,says:R,fixed:$})=>[d("Bad"),g(m),...R.map(b=>`  ${c(b)}`),"",...$===void 0?[]:[d("Mended"),g($),""]]),f=s.good.slice(0,2).flatMap(({text:m})=>[d("Good"),g(m),""]),u=`An ${o} by default`.replace("An w","A w");return[d(n),e,"",t,"",`${u}; ${j[r??"none"]}. To switch it off: --rule ${n}=off`,...i?[`Only in the preset ${i.join(" or ")}.`]:[],...a?[`Options: ${JSON.stringify(a)}`]:[],p(n),"",...l,...f].join(`
`)}var j={safe:"mended by --fix",unsafe:"mended by --fix=all, which needs a look",mixed:"mended by --fix or --fix=all",none:"to be mended by hand"},g=n=>n.replace(/\n$/,"").split(`
`).map(e=>`    ${c(e).replace(/ +$/,t=>"\xB7".repeat(t.length))}`.trimEnd()).join(`
`);export{N as manual,S as manualJson};
