import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var l=/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,f=n=>n.replace(/\r\n|[\r\n\u0085\u2028\u2029]/g," ").replace(l,"\uFFFD"),s="&#8203;";function o(n){return f(n).replace(/[&<>\\`*_[\](){}~!$^@#]|(?<=gh)-(?=\d)|:(?=\/\/)|(?<=www)\./gi,p).replace(/^(\s*)([-+=|:]|\d+(?=\.))/,`$1$2${s}`)}function p(n){return n==="&"?"&amp;":n==="<"?"&lt;":n===">"?"&gt;":n==="#"?`\\#${s}`:n==="."?`${s}.`:/[-:@]/.test(n)?n+s:`\\${n}`}function $(n){let t=f(n);if(t.trim()==="")return"` `";let r="`".repeat(a(t)+1),e=/^[` ]|[` ]$/.test(t)?" ":"";return`${r}${e}${t}${e}${r}`}function w(n,t){let r="`".repeat(Math.max(3,a(t.join(`
`))+1));return[`${r}${n}`,...t,r].join(`
`)}var a=n=>Math.max(0,...(n.match(/`+/g)??[]).map(t=>t.length)),d=/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/gs;function h(n){let t="",r=0;for(let e of n.matchAll(d))t+=o(n.slice(r,e.index))+$(x(e[2]??"")),r=e.index+e[0].length;return t+o(n.slice(r))}var x=n=>/^ .*[^ ].* $/s.test(n)?n.slice(1,-1):n,b=(n,t)=>`[${o(n)}](${t.replace(/[\s()<>\\]/g,m)})`,m=n=>`%${n.charCodeAt(0).toString(16).padStart(2,"0")}`,k=n=>n.replace(/\|/g,"\\|").replace(/\\(?=\\\|)/g,"\\\u200B"),j=(n,t)=>n.length<=t?n:`${n.slice(0,t-1).replace(/[\ud800-\udbff]$/,"")}\u2026`;function y(n){if(!/^\w[\w-]*$/.test(n))throw new RangeError(`Not an id for a marker: ${n}`);return`<!-- awesome-doctor:${n} -->`}function C(n){let t=[];for(let r of n.trimEnd().split(/\r?\n/).reverse()){let e=/^<!-- awesome-doctor:(\w[\w-]*) -->$/.exec(r)?.[1];if(e===void 0)break;t.unshift(e)}return t}function M(n,t,r=65536){let e=t===""?"":`

${t}`,g=n.join(`
`)+e;if(g.length<=r)return g;let i=[],u=r-e.length-100;for(let c of n){if(u-=c.length+1,u<0)break;i.push(c)}return`${i.join(`
`)}

${n.length-i.length} more lines were cut: GitHub takes ${r} characters at most.${e}`}export{o as a,$ as b,w as c,h as d,b as e,k as f,j as g,y as h,C as i,M as j};
