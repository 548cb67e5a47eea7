import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as an,b as M}from"./chunk-V7MRSP34.js";import{a as me,b as Fe}from"./chunk-KSM63E6M.js";import{a as ie,b as pt,c as P,d as Y,f as mt,h as v,i as pe,j as D,k as E,l as R,m as Ee}from"./chunk-73QKIS4L.js";import{a as Me,b as Be}from"./chunk-Q3L5AECE.js";import{a as $}from"./chunk-5V332MK5.js";import{a as j,c as Zt,d as en,f as Oe,g as ye,h as H,i as Pe}from"./chunk-3C74GCXH.js";import{a as k,b as u,c as x,e as sn,f as rn}from"./chunk-GMO7IUGY.js";import{a as tn,b as F,c as O,d as I,e as nn,f as on}from"./chunk-JQY7WJ2S.js";var h=e=>e,y=(e,...t)=>({safety:"safe",title:e,edits:t}),A=(e,...t)=>({safety:"safe",title:e,edits:t,renders:"nothing"}),b=(e,...t)=>({safety:"unsafe",title:e,edits:t});var Ie=`- [A](https://a.example) - First.
- [B](https://b.example) - Second.
- [C](https://c.example) - Third.
`,ln=h({id:"change-one-entry",summary:"Add one entry with one pull request.",why:"One entry is talked about, taken or refused by itself; of several, the best waits for the worst.",severity:"warning",presets:[],options:{max:{meaning:"How many entries one pull request may add or change; without it, 1.",example:2}},examples:{good:[{text:Ie},{text:Ie,changedLines:[2]},{text:Ie,changedLines:[2,3],options:{max:2}},{text:`# Tools

One.
`,changedLines:[1,3]}],bad:[{text:Ie,changedLines:[2,3],says:["3:1: Unexpected 2 entries added or changed at once, expected one, propose each in a pull request of its own"]}]},*check({list:e,options:{max:t=1},hasDiff:n,isChanged:o}){if(!n)return;let s=e.entries.filter(r=>o(r.head)),i=s[t];i&&(yield{at:i.head,reason:`Unexpected ${s.length} entries added or changed at once, expected ${t===1?"one":`at most ${t}`}, propose each in a pull request of its own`,related:s.filter(r=>r!==i).map(({head:r})=>({message:"also added or changed",at:r}))})}});var dn=new RegExp(`^(?:${["about|abouts?this.*|preface|foreword|introduction|intro|overview|background|motivation|legend|glossary|notes?|footnotes?|disclaimer|news|updates?|changelog|todo","contribut.*|howtocontribute|contributors?|authors?|maintainers?|team|credits?|acknowledge?ments?|thanks.*|specialthanks.*|backers|sponsor.*|support.*|donat.*","licen[cs]e|licen[cs]ing|copyright|legal|codeofconduct|citation|citing.*|cite.*|references?|bibliography|starhistory|stargazers.*|stars?|statistics|activity","related.*|similar.*|seealso|other.*(?:lists?|resources|awesome.*)|moreawesome.*|awesomelists?|anotherlists?.*|furtherreading|translations?|languages|community|contact|faq|usage|howtouse.*","beitragen|lizenz|danksagung|contribuir|contribuciones|contribui\xE7\xE3o|contribui\xE7\xF5es|contribuindo|licencia|licen\xE7a|licence|licenza|contribuer|contribution|remerciements","\u8D21\u732E.*|\u5982\u4F55\u8D21\u732E|\u8BB8\u53EF.*|\u534F\u8BAE|\u6388\u6743.*|\u81F4\u8C22|\u9E23\u8C22|\u53C2\u8003.*|\u5F15\u7528|\u5173\u4E8E.*|\u30B3\u30F3\u30C8\u30EA\u30D3\u30E5\u30FC\u30C8|\u30E9\u30A4\u30BB\u30F3\u30B9|\u043B\u0438\u0446\u0435\u043D\u0437\u0438\u044F|\u0432\u043A\u043B\u0430\u0434|\u0431\u043B\u0430\u0433\u043E\u0434\u0430\u0440\u043D\u043E\u0441\u0442\u0438|\uAE30\uC5EC.*|\uB77C\uC774\uC120\uC2A4"].join("|")})$`,"u");function Ni(e){if(mt(e.title))return!0;for(let t=e;t&&t.depth>1;t=t.parent)if(dn.test(O(t.title)))return!0;return dn.test(O(e.title))}var We=({listed:e,all:t},n,o=.8)=>e>=n&&e>=t*o;function ft(e,{pairs:t,unlisted:n}){let o=new Set(t.map(({section:f})=>f)),s=Gi(e),i=f=>{let g=[...o].filter(w=>w?.depth===f);return g.filter(w=>s.has(w)).length>=g.length*.5},r=new Set(n.filter(({depth:f})=>!i(f)).map(({depth:f})=>f)),a=Math.min(...[...o].map(f=>f?.depth??6).filter(f=>f>1)),l=new Map,d=t[0]?.link.range[0]??0,c=Math.max(0,...t.map(({section:f})=>f?.range[0]??0)),p=(f,g)=>{let{listed:w,all:S}=l.get(f)??{listed:0,all:0};l.set(f,{listed:w+(o.has(g)?1:0),all:S+1})},m=new Set(n.filter(f=>(s.has(f)||r.has(f.depth))&&!Ni(f)));for(let f of e.sections)f.range[0]<d||!o.has(f)&&!m.has(f)||(p(`depth ${f.depth}`,f),p(cn(f),f));return[...m].flatMap(f=>{let g=l.get(`depth ${f.depth}`),w=l.get(cn(f)),S={listed:g.listed,all:g.all-w.all};return f.range[0]>c&&!We(w,5)?[]:w.listed===0?Di(f,w,S)?[{section:f,...S}]:[]:w.listed>=Math.max(3,Math.min(w.all-1,w.all*.8))?[{section:f,...w,all:w.all-1}]:We(g,5)||f.depth===a&&We(g,10,.7)?[{section:f,...g,all:g.all-1}]:[]})}var Di=({title:e},t,n)=>We(n,8,.9)&&t.all<=n.listed*.5&&!/^\d{4}/.test(e),cn=({parent:e,depth:t})=>`${t} below ${e?.range[0]??"all"}`;function Gi({sections:e}){let t=new Set;for(let n of e)if(n.entries.length!==0)for(let o=n;o&&!t.has(o);o=o.parent)t.add(o);return t}function pn({contents:e,sections:t,links:n}){return e||n.filter(({url:s})=>s.startsWith("#")).length>2||t.some(({title:s})=>mt(s))?0:t.filter(({entries:s})=>s.length>0).length}var _i=/^(?:top|readme|readme-ov-file|start-of-content|js-repo-pjax-container|repo-content-pjax-container|repository-container-header|wiki-wrapper|-)?$|^:~:|^L\d+|^(?:user-content-)?fn(?:ref)?-/i;function re(e){let t=e.slice(1);try{return decodeURIComponent(t).replace(/^user-content-/,"")}catch{return t.replace(/^user-content-/,"")}}var ht=/[\p{Cf}\p{Variation_Selector}]/gu,Ne=e=>e.replace(ht,"").replace(/(?<!-)-+$/,""),ji=/^ {0,3}#{1,6}(?=[^#\s])([^\n]{1,200})$/gm,mn=new WeakMap;function Hi(e){let t=mn.get(e);if(t)return t;let n=[...e.text.matchAll(ji)].map(([,s])=>ie(s.trim())),o=new Map([...n,...[...e.anchors.keys()].reverse()].map(s=>[Ne(s.toLowerCase()),s]));return mn.set(e,o),o}function ut(e,t){let n=re(t);if(e.anchors.has(n))return{landing:"there",name:n};if(_i.test(n))return{landing:"there"};let o=Hi(e).get(Ne(n.toLowerCase()));return o===void 0?{landing:"nowhere"}:{landing:Ne(n)===Ne(o)?"there":"other case",name:o}}var fn=new WeakMap;function zi(e){let t=fn.get(e)??$(e.anchors.keys(),O);return fn.set(e,t),t}function qi(e,{url:t,text:n}){let o=zi(e),s=O(re(t).replace(/^#+/,"")),i=O(n),r=o.get(s);if(r)return r.length===1?{name:r[0],sure:!0}:void 0;let a=[...o].filter(([l])=>I(l,s)||i.length>3&&l===i);return a.length===1&&a[0][1].length===1?{name:a[0][1][0],sure:!1}:void 0}var Ji=200;function*hn(e){let t=e.links.filter(({url:s,role:i})=>s.startsWith("#")&&i!=="contents"&&i!=="definition"),n=t.map(s=>({link:s,at:s.urlRange,...ut(e,s.url)})),o=n.filter(({landing:s})=>s==="other case");for(let{link:s,at:i,name:r=""}of o.length>t.length/2?[]:o){let a=r===r.toLowerCase()?s.url.toLowerCase():`#${r}`;i&&(yield{link:s,at:i,landing:"other case",right:a,sure:!0})}for(let{link:s,at:i}of n.filter(({landing:r})=>r==="nowhere").slice(0,Ji)){let r=qi(e,s);!i||!r&&s.role==="html"||(yield{link:s,at:i,landing:"nowhere",...r&&{right:`#${r.name}`},sure:r?.sure===!0})}}function we({text:e},[t,n]){let o=v(e,t),s=D(e,n);return e.slice(o,t).trim()===""&&e.slice(n,s).trim()===""?[o,s]:void 0}function be({text:e},{links:t,head:n}){let[o,...s]=t;if(!o||s.length>0)return;let i=e.slice(v(e,n[0]),o.range[0]),r=e.slice(o.range[1],n[1]).trimEnd(),[,a]=/^[ \t]*(?:[-*+]|1[.)])[ \t]+(\*{0,3}|_{0,3})$/.exec(i)??[];return a===void 0||a!==r?void 0:{before:i,after:r}}function gt({slug:e},t){return`#${(/%[\dA-F]{2}/i.test(t)?encodeURIComponent(e):e).replace(ht,encodeURIComponent).replace(/[()\s]/g,encodeURIComponent)}`}function xt({text:e},{heading:t}){let[n,o]=[t.children[0]?.position?.start.offset,t.children.at(-1)?.position?.end.offset];return n!==void 0&&t.children.every(s=>s.type==="text"||s.type==="inlineCode")?e.slice(n,o).trim():P(t).trim().replace(/\s+/g," ").replace(/[\\`*[\]<]/g,"\\$&")}function xn(e,t,n){let o=e.text.includes(`\r
`)?`\r
`:`
`,s=new Map,i=new Map;for(let{section:a}of n){let l=Ki(e,t,s,a);if(!l)continue;s.set(a,l);let{before:d,after:c}=l.frame,p=`${d}[${xt(e,a)}](${gt(a,t[0].link.url)})${c}`,m=`${l.side} ${l.at}`,f=i.get(m)??{place:l,sections:[],lines:""};f.sections.push(a),f.lines+=l.side==="behind"?o+p:p+o,i.set(m,f)}let r=new Map;for(let{place:a,sections:l,lines:d}of i.values())for(let c of l)r.set(c,k(a.at,d));return r}function Ki(e,t,n,o){let s=C=>C!==void 0&&C.depth===o.depth&&C.parent===o.parent,i=t.filter(({bond:C,section:xe})=>C==="link"&&s(xe)),r=C=>C?.range[0]??0,a=P(o.heading).trim().toLowerCase(),l=un(i.map(({link:C})=>C.text.toLowerCase()))&&!un(i.map(C=>r(C.section))),d=({link:C,section:xe})=>l?C.text.toLowerCase()<a:r(xe)<r(o),c=l?i.findLast(d):i.filter(d).toSorted((C,xe)=>r(xe.section)-r(C.section))[0],p=[...n].findLast(([C])=>s(C)&&r(C)>r(c?.section));if(p&&!l)return p[1];if(c)return gn(e,c,"behind");let m=i.find(C=>!d(C));if(m)return gn(e,m,"before");let f=o.parent&&n.get(o.parent),g=t.find(C=>C.section===o.parent&&C.bond==="link"),w=f?f.depth+1:g?g.item.depth+1:-1,S=t.find(({item:C})=>C.depth===w&&be(e,C)),Q=f?.frame??(g&&be(e,g.item)),ct=S?be(e,S.item):Q&&Vi(Q,w);if(ct)return f?{...f,frame:ct,depth:w}:g&&{at:yn(e,g.item.head[1]),side:"behind",frame:ct,depth:w}}function Vi({before:e,after:t},n){let[,o="",s=""]=/^([ \t]*)(\S+[ \t]+)/.exec(e)??[];return{before:(n>1?o.slice(0,Math.ceil(o.length/(n-1))):" ".repeat(s.length))+e,after:t}}var un=e=>e.length>4&&e.every((t,n)=>n===0||e[n-1]<t);function gn(e,{item:t},n){let o=be(e,t),s=we(e,t.range);if(!(!o||!s))return{at:n==="before"?s[0]:yn(e,t.range[1]),side:n,frame:o,depth:t.depth}}function yn({text:e},t){let n=e.indexOf(`
`,t);return n<0?e.length:e[n-1]==="\r"?n-1:n}function bn(e,t){let n=be(e,t)&&t.node.children.length===1?we(e,t.range):void 0;return n&&x(...n)}function wn(e,t){let n=t.filter(({landing:s})=>s==="other case").length,o=t.filter(({landing:s,section:i})=>s==="nowhere"&&!i).length;return t.flatMap(s=>{let{link:i,landing:r,bond:a,section:l}=s,d=i.urlRange;if(!d||r==="there"&&a!=="twin")return[];if(r==="other case"&&n>t.length/2)return[];let c=r==="there"?"another":r,p=Xi(s);if(p!==void 0)return[{link:i,...l&&{section:l},at:d,found:c,meant:p,...Qi(e,s,p)}];let m=o<=Math.max(3,t.length*.2)?bn(e,s.item):void 0;return[{link:i,at:d,found:c,edits:m?[m]:[],sure:!1}]})}function Xi({link:e,landing:t,name:n,section:o}){return t!=="other case"||n===void 0?o&&gt(o,e.url):n===n.toLowerCase()?e.url.toLowerCase():`#${n}`}function Qi(e,{link:t,section:n,bond:o},s){let i=u(...t.urlRange,s),r=o!=="slip"&&o!=="place"&&o!=="twin",a=t.textRange&&e.text.slice(...t.textRange),l=!r&&o!=="twin"&&a===t.text&&ie(a)===re(t.url);return{sure:r,edits:l?[u(...t.textRange,xt(e,n)),i]:[i]}}function yt(e){let t=e.map(({section:i})=>i?.range[0]??0),n=[],o=[];for(let[i,r]of t.entries()){let a=0,l=n.length;for(;a<l;){let d=a+l>>1;t[n[d]]<r?a=d+1:l=d}o[i]=n[a-1],n[a]=i}let s=new Set;for(let i=n.at(-1);i!==void 0;i=o[i])s.add(i);return e.filter((i,r)=>!s.has(r))}function kn(e){let t=e[0]?.link.range[0]??0,n=new Set;return e.filter(({section:o})=>!o||o.range[0]<t||n.has(o)?!1:(n.add(o),!0))}function An(e,t,n){let o=we(e,n.item.range),s=n.section.range[0],i=new Set(yt(t)),r=t.filter(S=>S.item.parent===n.item.parent&&S.section.depth===n.section.depth&&!i.has(S)),a=r.findLast(S=>S.section.range[0]<s),l=r.find(S=>S.section.range[0]>s),d=a??l,c=d&&we(e,d.item.range);if(!o||!c||d.section?.parent!==n.section?.parent)return;let p=a?c[1]:c[0],[m,f]=p<=o[0]?[p,o[1]]:[o[0],p],[g]=p<=o[0]?[o[0]]:[o[1]],w=e.text.slice(g,f)+e.text.slice(m,g);if(e.text.slice(m,f).endsWith(`
`))return{edit:u(m,f,w),where:`${a?"after":"before"} \`${d.link.text}\``}}function Ln(e,{item:t}){let n=e.filter(s=>s.item.parent===t.parent).map(({link:s})=>s.text.toLowerCase()),o=n.filter((s,i)=>i>0&&s<n[i-1]).length;return n.length>4&&o<=n.length*.1}var vn=100,$n=new WeakMap;function Tn(e,t){let n=$n.get(e);if(n)return n;let o=Yi(e,t),s=er(e,t,o);o.filter(bt).length<=vn&&s.size<=vn&&tr(o,s);let i={pairs:o,unlisted:[...s].filter(r=>r!==e.title)};return $n.set(e,i),i}var bt=({landing:e,section:t})=>e==="nowhere"&&!t,ke=e=>O(P(e.heading).trim().replace(/[([]\d{1,6}[)\]]$/,""));function Yi(e,t){let n=Zi(e);return t.items.flatMap(o=>o.links.map(s=>{let{landing:i,name:r}=ut(e,s.url),a=r===void 0?void 0:n(r);return{item:o,link:s,landing:i,...r!==void 0&&{name:r},...a&&{section:a,bond:"link"}}}))}var Sn=300,Cn=e=>e.replace(/<[^<>]*>/g,"").trim()==="";function Zi(e){let t=e.title?[e.title,...e.sections]:e.sections,n=new Map(t.map(o=>[o.slug,o]));return o=>{let s=n.get(o),i=e.anchors.get(o);if(s||i===void 0)return s;let r=t.findLastIndex(c=>c.range[0]<=i),[a,l]=[t[r],t[r+1]],d=a?.heading.position?.end.offset??0;return a&&i<d?a:l&&l.range[0]-i<Sn&&Cn(e.text.slice(i,l.range[0]))?l:a&&i-d<Sn&&Cn(e.text.slice(d,i))?a:void 0}}function er(e,t,n){let o=t.list.position?.end.offset??0,s=new Set(n.map(({section:a})=>a)),i=new Set(t.items.filter(({links:a})=>a.length===0).map(({head:a})=>O(e.text.slice(...a)))),r=e.sections.filter(a=>a.range[0]>o&&!i.has(ke(a)));return new Set((e.title?[e.title,...r]:r).filter(a=>!s.has(a)))}function tr(e,t){nr(e,t);let n=new Map([...t].map(i=>[i,ke(i)])),o=({link:i})=>{let r=O(i.text);return[...t].filter(a=>n.get(a)===r)},s=[["words",o],["words",(i,r)=>o(i).filter(Un(e,r))],["name",({link:i})=>[...t].filter(r=>O(r.slug)===O(re(i.url)))],["slip",({link:i})=>[...t].filter(r=>or(i,r))],["place",({link:i},r)=>{let a=[...t].filter(({title:l})=>on(l,i.text));return e.filter(bt).length===1&&a.length===1?a.filter(({title:l})=>nn(l,i.text)):sr(e,r)?a.filter(Un(e,r)):[]}]];for(let[i,r]of s)for(let[a,l]of e.entries()){if(!bt(l))continue;let[d,...c]=r(l,a);!d||c.length>0||(t.delete(d),e[a]={...l,section:d,bond:i})}}function nr(e,t){let n=new Map(e.filter(({bond:o})=>o==="link").map(({item:o,section:s})=>[o,s]));for(let[o,s]of e.entries()){let i=s.item.parent&&n.get(s.item.parent);if(s.bond!=="link"||!i||s.section.parent===i)continue;let r=ke(s.section);if(r!==O(s.link.text))continue;let[a,...l]=[...t].filter(d=>d.parent===i&&ke(d)===r);!a||l.length>0||(t.delete(a),e[o]={...s,section:a,bond:"twin"},e.some(({section:d})=>d===s.section)||t.add(s.section))}}var or=({url:e,text:t},n)=>I(n.slug,re(e))||I(ke(n),O(t));function Un(e,t){let{item:n}=e[t],o=e.slice(0,t).findLast(({section:a})=>a)?.section?.range[0]??-1,s=e.slice(t+1).find(({section:a})=>a)?.section?.range[0]??1/0,i=new Set(e.filter(a=>a.item.parent===n.parent).map(({section:a})=>a?.depth)),r=e.find(a=>a.item===n.parent)?.section;return a=>a.range[0]>o&&a.range[0]<s&&(i.has(a.depth)||r!==void 0&&a.parent===r||t===0)}var sr=(e,t)=>[t-1,t+1].every(n=>e[n]===void 0||e[n].section!==void 0);import{readFileSync as Mn}from"node:fs";var Bn=42,Rn=10,En=e=>new URL(`${import.meta.url.endsWith(".ts")?"../../../dist":"."}/${e}`,import.meta.url),On;function Fn(){return On??=Mn(En("english.txt")),On}function ir(e,t,n){for(let o=0;o<n.length;o++){let s=e[t+o]-n.charCodeAt(o);if(s!==0)return s}return e[t+n.length]>Bn?1:0}function fe(e){let t=Fn(),n=0,o=t.length;for(;n<o;){let s=n+o>>1;for(;s>n&&t[s-1]!==Rn;)s--;let i=ir(t,s,e);if(i===0)return s;if(i>0)o=s;else{for(n=s;t[n]!==Rn;)n++;n++}}return-1}var U=e=>fe(e.toLowerCase())>=0;function z(e){let t=fe(e);return t>=0&&Fn()[t+e.length]===Bn}function B(e){let t=e.toLowerCase(),n=e.toUpperCase();return fe(t)>=0||fe(e)>=0||fe(n[0]+t.slice(1))>=0||fe(n)>=0}var Pn;function In(e){return Pn??=new Map(Mn(En("misspellings.txt"),"latin1").trimEnd().split(`
`).map(t=>t.split(" "))),Pn.get(e)}var Wn=e=>e.replace(new RegExp(":[\\w+-]+:|[\\p{Cf}\\p{Variation_Selector}\\p{Regional_Indicator}]|\\p{Extended_Pictographic}","gu")," ").replace(/\s+/g," ").trim().replace(/ ?[([]\d{1,6}[)\]]$/,"");function Dn(e){let t=e.flatMap(n=>{let{section:o,bond:s,link:i}=n;return s!=="link"||!o||i.node?.type!=="link"?[]:[{pair:n,said:Wn(P(i.node)),heading:Wn(P(o.heading))}]});return R(t.map(({said:n,heading:o})=>n===o))?.value!==!0?[]:t.filter(({said:n,heading:o})=>n!==o)}function Gn({said:e,heading:t,pair:n},o){if(O(e)===O(t)){let[c,p]=[e,t].map(m=>m.replace(/[^\p{L}\p{N}+#]+/gu," ").trim());return c===p?!1:c.toLowerCase()!==p.toLowerCase()?c.split(" ").length!==p.split(" ").length:Nn(c.split(" "),p.split(" ")).every(([m,f,g])=>rr(m,f,g,o))}if(!I(O(e),O(t)))return!1;let[s,i]=[e,t].map(c=>c.toLowerCase().split(" ")),[r,...a]=Nn(s,i);if(!r||a.length>0||s.length!==i.length)return!1;let[l,d]=r.slice(0,2).map(c=>String(c).replace(/^[^\p{L}]+|[^\p{L}]+$/gu,""));return l.length>3&&B(d)&&(n.name===n.section?.slug||!B(l))}var Nn=(e,t)=>e.flatMap((n,o)=>n===t[o]?[]:[[n,t[o]??"",o]]);function rr(e,t,n,o){if(e.slice(1)!==t.slice(1))return!1;let s=r=>new RegExp("^\\p{Lu}","u").test(r),i=o.map(r=>r.split(" ")).flatMap(r=>n===0?r.slice(0,1):r.slice(1)).filter(r=>new RegExp("^\\p{L}{4}","u").test(r));return R(i.map(s))?.value===s(t)}var _n=h({id:"contents-match",summary:"Let the table of contents say what the headings say.",why:"The contents are how visitors find their way: a line that leads nowhere, or a section that has no line, is lost to them.",severity:"warning",fix:"mixed",aliases:["awesome-toc","check-toc"],options:{sections:{meaning:"From how many sections with entries on a list has to have contents.",example:5}},presetOptions:{awesome:{sections:5}},examples:{good:[{text:`# List

## Contents

- [Red](#red)
- [Blue](#blue)

## Red

### Warm

- [A](https://a.example)

## Blue

- [B](https://b.example)

## License
`},{text:`# List

- [C++](#c)
- [C#](#c-1)
- [Many boxes](#-boxes)
- [Here](#here)

## C++

## C#

## \u{1F4E6} Boxes

<a name="here"></a>
`}],bad:[{text:`# List

- [Pink](#pink)
- [Red](#rad)
- [Blue](#Blue)
- [Light Green](#light-green)

## Red

## Blue

## Green

- [A](https://a.example)
`,says:["3:10: Unexpected link to `#pink`, no heading has that name","4:9: Unexpected link to `#rad`, which leads nowhere, expected `#red`","5:10: Unexpected capitals in `#Blue`, expected `#blue`","6:17: Unexpected link to `#light-green`, which leads nowhere, expected `#green`"],fixed:`# List

- [Red](#red)
- [Blue](#blue)
- [Green](#green)

## Red

## Blue

## Green

- [A](https://a.example)
`},{text:`# List

* [Red](#red)
* [Blue](#blue)
* [Grey](#grey)

## Red

- [A](https://a.example)

## Blue

- [B](https://b.example)

## Dark & Deep

- [C](https://c.example)

## Grey

- [D](https://d.example)
`,says:["15:1: Expected `Dark & Deep` in the contents, which list 3 of 3 others like it"],fixed:`# List

* [Red](#red)
* [Blue](#blue)
* [Dark & Deep](#dark--deep)
* [Grey](#grey)

## Red

- [A](https://a.example)

## Blue

- [B](https://b.example)

## Dark & Deep

- [C](https://c.example)

## Grey

- [D](https://d.example)
`},{text:`# List

- [Red](#red)
- [Grey](#grey)
- [Green](#green)
  - [Moss](#moss)
- [Blue](#blue)
- [Pink](#pink)

## Red

## Green

### Moss

## Blue

## Pink

## Grey
`,says:["4:3: Unexpected place of `Grey`, expected it after `Pink`, in the order of the headings"],fixed:`# List

- [Red](#red)
- [Green](#green)
  - [Moss](#moss)
- [Blue](#blue)
- [Pink](#pink)
- [Grey](#grey)

## Red

## Green

### Moss

## Blue

## Pink

## Grey
`},{text:`# List

- [Red](#red)
- [Blue](#blue)
- [Green](#green)
- [Pink](#pink)
- [Grey](#grey)
- [Black](#black)
- [White](#white)
- [Brown](#brown)
- [Patholgy](#pathology)

## Red

## Blue

## Green

## Pink

## Grey

## Black

## White

## Brown

## Pathology
`,says:["11:4: Unexpected `Patholgy`, expected `Pathology` as in the heading"],fixed:`# List

- [Red](#red)
- [Blue](#blue)
- [Green](#green)
- [Pink](#pink)
- [Grey](#grey)
- [Black](#black)
- [White](#white)
- [Brown](#brown)
- [Pathology](#pathology)

## Red

## Blue

## Green

## Pink

## Grey

## Black

## White

## Brown

## Pathology
`},{text:`# List

## Red

- [A](https://a.example)

## Blue

- [B](https://b.example)
`,options:{sections:2},says:["1:1: Expected contents, as 2 sections have entries, add a list of links to them"]}]},*check({list:e,options:t,isChanged:n}){if(yield*pr(e,t.sections??1/0),!e.contents)return;let o=Tn(e,e.contents),s=(i,r)=>r&&!n(i)&&n(Y(r))?Y(r):i;yield*ar(e,o,s),yield*lr(e,o),yield*dr(e,o,s),yield*cr(e,o,s)}});function*ar(e,{pairs:t},n){for(let{link:o,section:s,at:i,found:r,meant:a,edits:l,sure:d}of wn(e,t)){let c=`Unexpected ${r==="other case"?"capitals in":"link to"} \`${o.url}\``,p={nowhere:", which leads nowhere",another:", which leads elsewhere","other case":""}[r];yield{at:n(i,s),reason:a===void 0?`${c}, no heading has that name`:`${c}${p}, expected \`${a}\``,...l.length>0&&{fix:(d?y:b)(a===void 0?"Remove the line":"Correct the link",...l)}}}}function*lr(e,t){let n=ft(e,t),o=xn(e,t.pairs,n);for(let{section:s,listed:i,all:r}of n){let a=o.get(s);yield{at:Y(s),reason:`Expected \`${P(s.heading).trim()}\` in the contents, which list ${i} of ${r} others like it`,...a&&{fix:y("List the section",a)}}}}function*dr(e,t,n){let o=kn(t.pairs),s=o.length+ft(e,t).length,i=yt(o);if(!(o.length<5||i.length>Math.max(1,s*.1)))for(let r of i){let a=Ln(o,r)?void 0:An(e,o,r),l=`Unexpected place of \`${r.link.text}\`, expected it ${a?.where}, in the order of the headings`;a&&(yield{at:n(r.link.range,r.section),reason:l,fix:b("Move the line",a.edit)})}}function*cr(e,{pairs:t},n){let o=e.sections.map(({heading:s})=>P(s));for(let s of Dn(t)){let{pair:i,said:r,heading:a}=s,l=i.link.textRange;if(!l||!Gn(s,o))continue;let d=e.text.slice(...l)===r&&!/[\\`*_[\]<]/.test(a);yield{at:n(l,i.section),reason:`Unexpected \`${r}\`, expected \`${a}\` as in the heading`,...d&&{fix:b("Take the words of the heading",u(...l,a))}}}}function*pr(e,t){let n=pn(e),o=e.title??e.sections[0],s=`Expected contents, as ${n} sections have entries, add a list of links to them`;o&&n>=t&&(yield{at:Y(o),reason:s})}function G(e,t){let n=[],o=new Map;for(let a of e.entries){let l=t(a);if(l===void 0)continue;n.push(l);let d=o.get(a.section);d?d.push(l):o.set(a.section,[l])}let s=R(n),i=new Map;for(let[a,l]of o){if(l.length<8)continue;let d=R(l);d&&d.value!==s?.value?i.set(a,{...d,where:"section"}):!d&&E(l)?.value!==s?.value&&i.set(a,void 0)}let r=s&&{...s,where:"list"};return({section:a})=>i.has(a)?i.get(a):r}var q=({count:e,total:t,where:n})=>`${e} of ${t} entries ${n==="list"?"here":"of this section"}`;var mr=.95,fr=20,wt=Array.from({length:20},(e,t)=>`- [A${t}](https://a${t}.example) - All about it.
`).join(""),Hn=h({id:"entry-description",summary:"Say what an entry is, where the list says it of the others.",why:"A bare name tells a reader nothing; whoever adds an entry knows best what it is.",severity:"warning",fix:"safe",options:{required:{meaning:"Whether every entry needs a description. Without it: where nearly all others have one.",example:!0}},presetOptions:{awesome:{required:!0}},examples:{good:[{text:`- [A](https://a.example)
- [B](https://b.example) - Second.
`},{text:`${wt}- [B](https://b.example)
  - [C](https://c.example) - Below it.
`},{text:`${wt}- [B](https://b.example)

  All about it.
`}],bad:[{text:`${wt}- [B](https://b.example)
`,says:["21:3: Expected a description of `B`, 20 of 21 entries here have one, add it"]},{text:Array.from({length:8},(e,t)=>`- [A${t}](https://a${t}.example)
`).join(""),options:{required:!0},says:["1:3: Expected descriptions of the entries, 0 of 8 have one, add them"]},{text:`- [A](https://a.example) - First.
- [B](https://b.example) -
- [C](https://c.example) - Third.
`,says:["2:25: Unexpected `-` with no description after it, add one or remove it"],fixed:`- [A](https://a.example) - First.
- [B](https://b.example)
- [C](https://c.example) - Third.
`}]},*check({list:e,options:t}){let n=a=>{let l=M(e,a);return l&&(a.depth>0?void 0:jn(l))},o=G(e,n),s=e.entries.map(n).filter(a=>a!==void 0),i=s.filter(Boolean).length,r=t.required===!0&&s.length>=8&&i<s.length/5;if(r){let a=e.entries.find(d=>n(d)===!1),l=`Expected descriptions of the entries, ${i} of ${s.length} have one, add them`;yield{at:a.link.range,reason:l}}for(let a of e.entries){let l=M(e,a);if(!l||jn(l)||hr(a))continue;let{mark:d,range:c}=l.separator;if(/^[-\u2012-\u2015]+$/.test(d)&&l.tags.length===0&&!e.text.slice(...c).includes(`
`)){let g=c[0]+l.separator.text.length-l.separator.text.trimStart().length;yield{at:[c[0],g+d.length],reason:`Unexpected \`${d}\` with no description after it, add one or remove it`,fix:y("Remove it",x(c[0],c[1]))};continue}let p=o(a),m=p?.value&&p.total>fr&&p.count>=p.total*mr;if(r||d!==""||a.depth>0||!(t.required??m))continue;let f=t.required===void 0?`, ${p.count} of ${p.total} entries here have one`:"";yield{at:a.link.range,reason:`Expected a description of \`${a.link.text.trim()}\`${f}, add it`}}}}),jn=e=>e.description!==void 0||e.tags.length>0||e.noted||/[\p{L}\p{N}\u0001]/u.test(e.masked),hr=({node:e})=>e?.type==="listItem"&&e.children.length>1;var ur=`
  ActionScript ActiveMQ AdGuard AdMob AdSense AdWords Airbnb AirPods AirTag AlphaGo AlphaZero AngelList AngularJS
  Ansible AppArmor AppCode AppImage AppleScript AppVeyor ArangoDB ArcGIS arXiv AsciiDoc AsyncAPI Atlassian AutoCAD
  AutoHotkey BeagleBone BibTeX BigQuery Bitbucket Bitcoin BitTorrent Bitwarden BlackBerry BookStack BoringSSL
  BuddyPress BusyBox CakePHP CentOS ChatGPT ChromeOS CircleCI ClickHouse ClickUp ClojureScript Cloudflare
  CloudFormation CloudFront CloudTrail CloudWatch CMake CockroachDB CocoaPods Codecademy CodeceptJS CodeIgniter
  CodeMirror CodePen CodeSandbox CoffeeScript ComfyUI CommonJS CommonMark CoreOS CouchDB Coursera CrowdStrike CSS CSV
  CyberChef Datadog DataGrip DBeaver DeepL DeepMind DeepSeek DefinitelyTyped DevDocs DeviantArt DevOps DigitalOcean
  DirectX Django DNSSEC DocBook Docker DokuWiki DreamHost Dropbox Drupal DuckDB DuckDuckGo DynamoDB eBay eBPF
  ECMAScript Elasticsearch ElevenLabs Emacs ESLint EventStoreDB Evernote ExifTool Facebook FastAPI FFmpeg FileZilla
  Firebase Firefox FiveThirtyEight Flickr Foursquare FreeBSD FreeCAD freeCodeCamp FreeRTOS GarageBand GeoDjango
  GeoJSON GeoNode GeoPandas GeoServer GeoTIFF GitBook Gitea GitHub GitKraken GitLab GitOps GoDaddy Godot GoLand
  Grafana GraphiQL GraphQL Gravatar GreenSock gRPC GStreamer HackerNoon HackerOne HackerRank HAProxy HarmonyOS
  HashiCorp Haskell HBase Heroku HipChat HomeKit HTML HTTPie HubSpot iCloud IFTTT ImageMagick ImageNet iMessage Imgur
  iMovie InDesign InfluxData InfluxDB InnoDB Instagram IntelliJ IntelliSense InVision iOS IoT iPad iPadOS iPhone
  IPython iTerm iTerm2 iTunes JavaFX JavaScript Jenkins JetBrains jQuery JSFiddle JSHint JSLint JSON JSONPath JUnit
  Jupyter JupyterHub JupyterLab Kafka KeePass Keras KeePassX KeePassXC KiCad KubeCon Kubernetes LangChain LangGraph Laravel
  LastPass LaTeX LeetCode LevelDB LibreOffice LightGBM LinkedIn Linode Linux LiteLLM LiveJournal LlamaIndex Logstash
  LoRaWAN LuaJIT LuaRocks MacBook macOS MacPorts MacVim MailHog MapReduce MapServer MariaDB MathJax MathML MATLAB
  MediaWiki MetaMask MicroPython MLflow MLOps MobX MongoDB MoviePy Mozilla MQTT MySpace MySQL NativeScript Neo4j
  Neovim NestJS NetBeans NetBSD Netflix NetHack Netlify NetLogo Nextcloud NixOS NoSQL NuGet NumPy OAuth OAuth2 OCaml
  OneDrive OneNote OneSignal OpenAI OpenAPI OpenBSD OpenCart OpenCL OpenCV OpenDNS OpenFaaS OpenGL OpenID OpenJDK
  OpenLayers OpenMP OpenOffice OpenSCAD OpenSearch OpenShift OpenSSH OpenSSL OpenStack OpenStreetMap openSUSE
  OpenTelemetry OpenTracing OpenVPN OpenWrt OpenZFS OrientDB ownCloud PaaS PageRank PagerDuty PageSpeed PayPal
  Photoshop PHP phpMyAdmin PHPStan PhpStorm PHPUnit PlantUML PlatformIO PlayStation PostCSS PostGIS PostgreSQL
  PostHog PowerPoint PowerShell PrestaShop PrimeNG ProtonMail ProtonVPN PureScript PyCharm PyPI PyPy PyQt PySide
  PySpark Python PyTorch QGIS QuickBooks QuickTime RabbitMQ ReactiveX ReactOS ReasonML Reddit Redis ReScript
  ResearchGate RethinkDB RocksDB RSpec RStudio RuboCop RubyGems RubyMine Rust SaaS SageMaker Salesforce SciPy
  ScyllaDB SDKMAN SeaMonkey SELinux SendGrid ServiceNow SharePoint SimpleCov SketchUp Skype Snapchat SoundCloud
  SourceForge SpaceX spaCy SpiderMonkey Spotify SQL SQLAlchemy SQLite StackBlitz StatsD SteamOS StumbleUpon SugarCRM
  SuperCollider SurrealDB SurveyMonkey SwiftUI SymPy Syncthing TeamCity TeamViewer TensorBoard TensorFlow TensorRT
  Terraform TestCafe TestFlight TestNG TidalCycles TiddlyWiki TikTok TimescaleDB TinyMCE TortoiseGit TortoiseSVN
  TripAdvisor TrueNAS TSLint Tumblr TypeDoc TypeORM TypeScript UglifyJS Unsplash Vimeo VirtualBox VMware VoIP
  WatchKit watchOS WebAssembly WebAuthn Webflow WebGL WebGPU WebKit WebRTC WebStorm WebVR WebXR WeChat WhatsApp
  WikiLeaks Wikipedia WinRAR WireGuard WooCommerce WordCamp WordNet WordPress Xamarin Xbox Xcode XGBoost XML XQuery
  YAML YouTube YouTuber YugabyteDB Zapier ZeroMQ ZeroTier
`,gr=`
  Node.js: NodeJS NodeJs Nodejs nodeJS Node.JS Node.Js
  Vue.js: VueJS VueJs Vuejs Vue.JS Vue.Js
  Next.js: NextJS NextJs Nextjs Next.JS Next.Js
  ASP.NET: ASP.Net ASP.net Asp.Net Asp.NET Asp.net
  .NET: .Net
  Stack_Overflow: StackOverflow Stackoverflow StackOverFlow Stack_overflow
  Stack_Exchange: StackExchange Stackexchange
  Let's_Encrypt: LetsEncrypt Letsencrypt Lets_Encrypt
  Red_Hat: RedHat Redhat
  Hugging_Face: Huggingface
  Raspberry_Pi: RaspberryPi RaspberryPI Raspberry_PI Raspberry_pi
  VS_Code: Vscode VScode VsCode
  PostgreSQL: PostgresSQL PostgresSql Postgressql PostgreDB
  FFmpeg: FFMPEG
  Codecademy: Codeacademy CodeAcademy
  Objective-C: Objective_C
  GitHub: Git_Hub
  YouTube: You_Tube
  JavaScript: Java_Script
  TypeScript: Type_Script
  MongoDB: Mongo_DB
  WordPress: Word_Press
  DigitalOcean: Digital_Ocean
  GitHub.com: Github.com
  GitLab.com: Gitlab.com
`,xr=`
  ChatGPT Facebook GitHub GitLab iPad iPhone JavaScript Kubernetes LinkedIn macOS Neovim PayPal TypeScript WhatsApp WordPress YouTube
`,At=e=>e.trim().split(/\s+/),kt=e=>e.replaceAll("_"," "),Lt=new Map(At(ur).map(e=>[e.toLowerCase(),e])),Ae=new Map;for(let e of gr.trim().split(`
`)){let[t,...n]=At(e.replace(": "," "));for(let o of n)Ae.set(kt(o),kt(t));Lt.set(t.toLowerCase(),kt(t))}var yr=new Set(At(xr)),br=new Set([...Ae.keys()].filter(e=>e.includes(" ")).map(e=>e.split(" ",1)[0]));function Z(e){let t=Ae.get(e);if(t!==void 0)return t;let n=Lt.get(e.toLowerCase());return n!==e&&e.length>1&&e===e.toUpperCase()?void 0:n}var zn=e=>br.has(e),vt=e=>yr.has(e),$t=e=>/^[A-Z]+$/.test(e),qn=e=>Ae.has(e)&&Ae.get(e).toLowerCase()!==e.toLowerCase();function Jn(e){let t=e.toLowerCase();return[...Lt].filter(([n])=>n.length>4&&n[0]===t[0]&&n.at(-1)===t.at(-1)&&F(n,t)).map(([,n])=>n)}var J=e=>Array.from("ABCDEFGH",t=>`- [${t}](https://${t.toLowerCase()}.example) - ${e}
`).join(""),Xn=h({id:"entry-description-case",summary:"Begin descriptions as the list does, with a capital or without.",why:"Descriptions that all begin alike make one list of what many hands wrote.",severity:"warning",fix:"mixed",aliases:["awesome-list-item"],options:{case:{meaning:"How a description begins. Without it: as most do.",example:"upper",values:["upper","lower"]}},presetOptions:{awesome:{case:"upper"}},examples:{good:[{text:`${J("All about it.")}- [npm](https://i.example) - npm is one. 
- [J](https://j.example) - iOS too.
`},{text:`${J("All about it.")}- [I](https://i.example) - \`code\` first.
- [J](https://j.example) - C# next.
`},{text:`${J("all about it.")}- [I](https://i.example) - Python for everyone.
`}],bad:[{text:`${J("All about it.")}- [I](https://i.example) - all about it.
`,says:["9:28: Unexpected small letter at the start of the description, expected `All` as in 8 of 9 entries here"],fixed:`${J("All about it.")}- [I](https://i.example) - All about it.
`},{text:`${J("all about it.")}- [I](https://i.example) - A tool for it.
`,says:["9:28: Unexpected capital at the start of the description, expected `a` as in 8 of 9 entries here"],fixed:`${J("all about it.")}- [I](https://i.example) - a tool for it.
`},{text:`${J("All about it.")}- [Oveny](https://i.example) - oveny is all about it.
`,says:["9:32: Unexpected small letter at the start of the description, expected `Oveny` as in 8 of 9 entries here"],fixed:`${J("All about it.")}- [Oveny](https://i.example) - Oveny is all about it.
`}]},*check({list:e,options:t}){let n=G(e,o=>Vn(Kn(e,o)?.word));for(let o of e.entries){let s=Kn(e,o),i=t.case===void 0?n(o):void 0,r=t.case??i?.value,a=Vn(s?.word);if(!s||!r||!a||a===r)continue;let{word:l,at:d}=s,c=r==="upper"?l[0].toUpperCase()+l.slice(1):l[0].toLowerCase()+l.slice(1),p=r==="upper"?wr(l,o):Ar(l);if(!p)continue;let m=p==="safe"?y:b;yield{at:d,reason:`Unexpected ${r==="upper"?"small letter":"capital"} at the start of the description, expected \`${c}\`${i?` as in ${q(i)}`:""}`,fix:m(`Write \`${c}\``,u(...d,c))}}}});function Kn(e,t){let n=M(e,t);if(!n?.description)return;let[o,s]=n.description,i=n.masked.slice(o-n.nameEnd,Math.min(s-n.nameEnd,o-n.nameEnd+80)),r=new RegExp("^\\p{L}+(?:['\\u2019-]\\p{L}+)*(?=[\\s,;:!?)]|\\.\\s|\\.$|$)","u").exec(i)?.[0];return r===void 0?void 0:{word:r,at:[o,o+r.length]}}function Vn(e){if(e!==void 0)return new RegExp("^\\p{Ll}+(?:['\\u2019-]\\p{L}+)*$","u").test(e)?"lower":new RegExp("^\\p{Lu}","u").test(e)?"upper":void 0}function wr(e,{link:t}){let n=t.text.trim();if(n.toLowerCase().startsWith(e))return n.startsWith(e)?void 0:n.startsWith(e[0].toUpperCase()+e.slice(1))?"unsafe":void 0;let o=Z(e);if(!(kr.test(e)||o!==void 0&&o!==e[0].toUpperCase()+e.slice(1)))return e.split(/['\u2019-]/).every(s=>s.length<2?/^[ai]$/.test(s):U(s))?"safe":void 0}var kr=/^(?:ansible|apt|awk|bash|bcrypt|brew|cargo|composer|conda|cron|curl|dig|dpkg|emacs|esbuild|ffmpeg|fish|gcc|gdb|git|gzip|grep|gulp|htop|iptables|jq|kubectl|less|libcurl|locate|macports|make|man|mocha|nano|ncurses|nginx|nmap|node|npm|npx|pip|pnpm|popper|prettier|rails|readline|ripgrep|rsync|rustc|screen|sed|sinatra|socat|ssh|strace|sudo|systemd|tar|tcpdump|terraform|tmux|vagrant|vi|vim|webpack|wget|xargs|yarn|zsh)$/,Ar=e=>/^(?:A|An|The|This|These|Your|For|With|How)$/.test(e)?"unsafe":void 0;var Qn=h({id:"entry-description-echo",summary:"Do not begin a description with the name of the entry.",why:"The name stands right before it; repeated, it only makes the line longer.",severity:"warning",fix:"unsafe",presets:["awesome","strict"],aliases:["no-repeat-item-in-description"],examples:{good:[{text:`- [Go](https://a.example) - Google\u2019s language.
`},{text:`- [Redo](https://a.example) - Redone builds for everyone.
`},{text:`- [Trees](https://a.example) - Trees, woods and forests.
`}],bad:[{text:`- [Redo](https://a.example) - Redo is a tool for builds.
`,says:["1:31: Unexpected `Redo` at the start of its own description, leave it out"],fixed:`- [Redo](https://a.example) - A tool for builds.
`},{text:`- [Redo](https://a.example) - Redo: Builds again.
`,says:["1:31: Unexpected `Redo` at the start of its own description, leave it out"],fixed:`- [Redo](https://a.example) - Builds again.
`},{text:`- [Redo](https://a.example) - Redo builds what has changed.
`,says:["1:31: Unexpected `Redo` at the start of its own description, leave it out"]}]},*check({list:e}){for(let t of e.entries){let n=M(e,t),o=t.link.text.trim();if(!n?.description||o.length<2)continue;let[s,i]=n.description,r=n.masked.slice(s-n.nameEnd,i-n.nameEnd);if(r.slice(0,o.length).toLowerCase()!==o.toLowerCase())continue;let a=r.slice(o.length);if(!new RegExp("^(?:\\s+\\p{Ll}|\\s*[:\\u2013\\u2014]\\s|\\s+-\\s)","u").test(a))continue;let l=new RegExp("^(?:\\s+is\\s+(?=(?:an?|the)\\s+\\p{L})|\\s*[:\\u2013\\u2014]\\s+(?=\\p{L})|\\s+-\\s+(?=\\p{L}))","iu").exec(a)?.[0],d=s+o.length+(l?.length??0);yield{at:[s,s+o.length],reason:`Unexpected \`${o}\` at the start of its own description, leave it out`,...l&&{fix:b("Leave out the name",u(s,d+1,e.text[d].toUpperCase()))}}}}});function De(e,t){let n=M(e,t)?.description;if(!n)return;let o=e.text.slice(...n).replace(/!\[[^\]\n]{0,400}\](?:\([^)\n]{0,400}\)|\[[^\]\n]{0,400}\])/g,"").replace(/<[^>\n]{0,400}>/g,"").replace(/\[([^\]\n]{0,400})\](?:\([^)\n]{0,400}\)|\[[^\]\n]{0,400}\])/g,"$1").replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g,"").replace(/\s+/g," ").trim();return o===""?void 0:{range:n,words:o}}var Yn=h({id:"entry-description-length",summary:"Keep descriptions short.",why:"A reader compares twenty entries in a minute; whoever wants to know more follows the link.",severity:"warning",presets:[],options:{max:{meaning:"The most characters of a description; without it, 250.",example:200},min:{meaning:"The fewest characters of a description that is there; without it, there is no bound.",example:10}},examples:{good:[{text:`- [A](https://a.example) - Paints walls in all colors.
`,options:{max:30}},{text:`- [A](https://a.example) - Paints [walls](https://a.example/a/very/long/way).
`,options:{max:15}},{text:`- [A](https://a.example)
`,options:{min:10}}],bad:[{text:`- [A](https://a.example) - Paints walls in all colors.
`,options:{max:20},says:["1:28: Unexpected description of 27 characters, expected at most 20"]},{text:`- [A](https://a.example) - Walls.
`,options:{min:10},says:["1:28: Unexpected description of 6 characters, expected at least 10"]}]},*check({list:e,options:{min:t=0,max:n=250}}){for(let o of e.entries){let s=De(e,o);if(!s)continue;let i=Array.from(s.words).length;i>=t&&i<=n||(yield{at:s.range,reason:`Unexpected description of ${i} characters, expected at ${i>n?`most ${n}`:`least ${t}`}`})}}});var Zn=["amazing","astonishing","best","best-in-class","blazing fast","blazing-fast","blazingly fast","breathtaking","cutting-edge","game changer","game-changing","groundbreaking","incredible","incredibly","insanely","lightning fast","lightning-fast","mind-blowing","next-generation","phenomenal","revolutionary","stunning","superb","ultimate","unbelievable","unparalleled","world-class"],Lr=/\bbest[- ](?:practices?|effort|known|fit|of|match\w*|seller\w*|before|case|first|used|suited|viewed|when|for|with|if)\b|\b(?:at|do|try) (?:its|your|our|their|the) best\b/gi,eo=h({id:"entry-description-promotion",summary:"Describe, and leave the praise to the reader.",why:"Being on the list is praise already. What everything is called says nothing of this one.",severity:"warning",presets:[],options:{words:{meaning:`The words, in any case, instead of ${Zn.map(e=>`\`${e}\``).join(", ")}.`,example:["best","amazing"]}},examples:{good:[{text:`- [A](https://a.example) - Shows best practices for tables.
`},{text:`- [The Best Tools](https://a.example) - Lists tools.
`},{text:"- [A](https://a.example) - Runs `best` for you.\n"},{text:`- [A](https://a.example) - An amazing tool.
`,options:{words:["superb"]}}],bad:[{text:`- [A](https://a.example) - The best and blazing fast tool.
`,says:["1:32: Unexpected praise `best`, expected what the thing does","1:41: Unexpected praise `blazing fast`, expected what the thing does"]},{text:`- [A](https://a.example) - A magic tool.
`,options:{words:["magic"]},says:["1:30: Unexpected praise `magic`, expected what the thing does"]}]},*check({list:e,options:{words:t=Zn}}){let n=t.filter(i=>i.trim()!=="").map(i=>i.replace(/[\\^$.*+?()[\]{}|]/g,"\\$&"));if(n.length===0)return;let o=new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${n.join("|")})(?![\p{L}\p{N}-])`,"giu"),s=0;for(let i of e.entries){let r=De(e,i)?.range;if(r){for(;s<e.prose.length&&e.prose[s].range[1]<=r[0];)s++;for(let a=s;a<e.prose.length&&e.prose[a].range[0]<r[1];a++){let l=e.prose[a];if(l.link)continue;let d=Math.max(r[0],l.range[0]),c=e.text.slice(d,Math.min(r[1],l.range[1])).replace(Lr,p=>" ".repeat(p.length));for(let{0:p,index:m}of c.matchAll(o))yield{at:[d+m,d+m+p.length],reason:`Unexpected praise \`${p}\`, expected what the thing does`}}}}}});var K=e=>Array.from("ABCDEFGH",t=>`- [${t}](https://${t.toLowerCase()}.example) - All about it${e}
`).join(""),to=h({id:"entry-final-period",summary:"End descriptions as the list does, with a period or without.",why:"Descriptions that all end alike make one list of what many hands wrote.",severity:"warning",fix:"safe",aliases:["awesome-list-item"],options:{period:{meaning:"Whether a description ends with a period. Without it: what most entries do.",example:"always",values:["always","never"]}},presetOptions:{awesome:{period:"always"}},examples:{good:[{text:`${K(".")}- [J](https://j.example) - Is it?
- [I](https://i.example) - All of it (and more.)
`},{text:`${K(". `MIT`")}- [J](https://j.example) - It. ([Source](https://i.example)) \`MIT\`
`},{text:`${K("")}- [J](https://j.example) - It is. Or not.
`}],bad:[{text:`${K(".")}- [J](https://j.example) - All about [it](https://i.example)
`,says:["9:61: Expected a period at the end of the description as in 8 of 9 entries here, add it"],fixed:`${K(".")}- [J](https://j.example) - All about [it](https://i.example).
`},{text:`${K(". `MIT`")}- [J](https://j.example) - All about it \`MIT\`
`,says:["9:40: Expected a period at the end of the description as in 8 of 9 entries here, add it"],fixed:`${K(". `MIT`")}- [J](https://j.example) - All about it. \`MIT\`
`},{text:`${K("")}- [J](https://j.example) - All about it.
`,says:["9:40: Unexpected period at the end of the description, 8 of 9 entries here have none, remove it"],fixed:`${K("")}- [J](https://j.example) - All about it
`},{text:`- [A](https://a.example) - All about it
`,options:{period:"always"},says:["1:40: Expected a period at the end of the description, add it"],fixed:`- [A](https://a.example) - All about it.
`}]},*check({list:e,options:t}){let n=new Ct(e),o=G(e,s=>n.of(s)?.mark);for(let s of e.entries){let i=n.of(s);if(!i)continue;let r=t.period===void 0?o(s):void 0,a=t.period===void 0?r?.value:t.period==="always";if(!(a===void 0||i.mark===void 0||a===i.mark)){if(!a){if(Sr(i.words))continue;let l=[i.at-1,i.at],d=r?`, ${q(r)} have none`:"";yield{at:l,reason:`Unexpected period at the end of the description${d}, remove it`,fix:y("Remove the period",x(...l))};continue}yield vr(i,r?` as in ${q(r)}`:"")}}}}),vr=({at:e,words:t},n)=>({at:[e,e],reason:`Expected a period at the end of the description${n}, add it`,fix:y("Add a period",k(e,$r(t)))}),$r=e=>/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(e)?"\u3002":".",Sr=e=>/[.!?\u3002\uff01\uff1f](?:[\s"')\]]|$)/u.test(e.slice(0,-1))||e.includes("\u3002"),Ct=class{list;known=new Map;inside=new Map;constructor(t){this.list=t;let n=new Map(["code","badge","emoji","links"].map(o=>[o,[]]));for(let o of t.entries){let s=M(t,o);if(!s?.description)continue;let i=St.test(Ge(t.text,s.description[1]));for(let{kind:r,range:a}of s.tags){let l=St.test(Ge(t.text,a[1]));i!==l&&n.get(r).push(i),i||=l}}for(let[o,s]of n){let i=R(s);i&&this.inside.set(o,i.value)}}of(t){return this.known.has(t)||this.known.set(t,this.read(t)),this.known.get(t)}read(t){let n=M(this.list,t);if(!n?.description)return;let{text:o}=this.list,[s,i]=n.description,r=[i,...n.tags.map(({range:d})=>d[1])],a=n.masked.slice(s-n.nameEnd,i-n.nameEnd);if(a.includes(`
`)||a.endsWith(".")&&Tr.test(a.slice(-12)))return;let l=r.find(d=>Cr.test(Ge(o,d)));return l!==void 0?{words:a,at:l,mark:!0}:r.some(d=>St.test(Ge(o,d)))||/[)\]\u0004]$/.test(a)&&Ur.test(a)?{words:a,at:i}:{words:a,at:this.place(n,i),...Rr(a)&&{mark:!1}}}place({tags:t},n){let o=t.at(-1)?.range[1]??n;for(let s=t.length-1;s>=0;s--){let{kind:i}=t[s];if(!(this.inside.get(i)??(i==="badge"||i==="emoji")))break;o=t[s-1]?.range[1]??n}return o}},Ge=(e,t)=>e.slice(Math.max(0,t-6),t),Cr=/(?:^|[^.])[.\u3002\uff0e]["'\u201d\u2019)\]*_`]{0,3}$/u,St=/[.!?\u2026\u3002\uff0e\uff01\uff1f:;\uff1a\uff1b,]["'\u201d\u2019)\]*_`]{0,3}$/u,Ur=/[.!?\u2026\u3002\uff01\uff1f]\s+\u0004*(?:\([^()]*\)|\[[^\][]*\]|\u0004[^\u0004]+)\u0004*$/u,Tr=new RegExp("(?<![\\p{L}\\d.])(?:etc|al|[Ii]nc|[Ll]td|[Cc]o|[Cc]orp|[JS]r|vs|[Dd]ept|[Ee]ds?|e\\.g|i\\.e|[Nn]o|[Vv]ol|\\p{Lu})\\.$","u"),Rr=e=>/[^\s/][\s/]+[^\s/]/.test(e)||/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(e);var Or=/^(?:https?:\S+|\[?(?:link|here|website|web|site|home ?page|git ?hub|gitlab|repo(?:sitory)?|code|source(?: code)?|url|docs?|documentation|paper|pdf|demo|download)\]?)$/iu,Pr=.95,Ut=Array.from({length:19},(e,t)=>`- [A${t}](https://a${t}.example) - All about it.
`).join(""),no=h({id:"entry-link-first",summary:"Begin an entry with its link.",why:"Where the name of every entry is its link, a name beside the link is overlooked.",severity:"warning",options:{required:{meaning:"Whether every entry begins with its link. Without it: where nearly all do.",example:!0}},presetOptions:{awesome:{required:!0}},examples:{good:[{text:`${Ut}- \u{1F525} **[B](https://b.example)** - Second.
`},{text:`${Ut}- See also the pages of [B](https://b.example).
`},{text:`- Bee: [link](https://b.example)
- [C](https://c.example)
`}],bad:[{text:`${Ut}- Bee - [link](https://b.example) - Second.
`,says:["20:3: Unexpected `Bee` before the link, expected it to be the text of the link as in 19 of 20 entries here"]}]},*check({list:e,options:t}){let n=G(e,o=>o.marker?o.linkFirst:void 0);for(let o of e.entries){if(o.linkFirst||!o.marker||o.node?.type!=="listItem")continue;let s=n(o),i=s?.value&&s.total>=20&&s.count>=s.total*Pr;if(!(t.required??i))continue;let r=e.text.slice(o.marker.range[1],o.link.range[0]),a=/^\s+([^\s.,:;![\]()<>`|][^.,:;![\]()<>`|\n]{0,40}?)\s*(?:[-\u2013\u2014:|]|:\s*\()\s*$/u.exec(r)?.[1];if(a===void 0||a.split(/\s+/).length>4||!Or.test(o.link.text.trim()))continue;let l=o.marker.range[1]+r.indexOf(a);yield{at:[l,l+a.length],reason:`Unexpected \`${a}\` before the link, expected it to be the text of the link${s&&t.required===void 0?` as in ${q(s)}`:""}`}}}});var oo=new RegExp("^([ \\t]*)([-*+])(?=\\p{Lu}\\p{Ll}+ [^-*+\\n]+$)","u"),Mr=/^(\t[ \t]*| {4}[ \t]*)([-*+])[ \t]+\S/;function*so(e){yield*Br(e),yield*Fr(e)}function*Br({blocks:e,lists:t,text:n,entries:o}){let s=new Map;for(let{children:r,ordered:a}of t){let l=n[r[0]?.position?.start.offset??n.length]??"";a||s.set(l,(s.get(l)??0)+r.length)}let i=new Set(o.flatMap(({marker:r})=>r?.spaced===!1?[r.range[0]]:[]));for(let{node:r,range:a,item:l}of e){if(!l||l.children[0]!==r)continue;let d=(l.position?.start.column??1)-1;for(let c=n.indexOf(`
`,a[0])+1;c>0&&c<a[1];c=n.indexOf(`
`,c)+1){let p=n.slice(c,pe(n,c)).trimEnd(),m=oo.exec(p)??Mr.exec(p);if(!m)continue;let[,f="",g=""]=m,w=c+f.length,S=n[l.position?.start.offset??0];if(i.has(w)||g!==S||(s.get(g)??0)<8)continue;let Q=oo.test(p);yield{kind:Q?"glued":"deep",bullet:g,range:[w,w+1],edits:[Q?k(w+1," "):u(c,w," ".repeat(d+2))]}}}}var Er=/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\S/;function*Fr({root:e,text:t}){for(let n of e.children){if(n.type!=="code"||!n.position)continue;let o=n.position.start.offset??0,s=v(t,o),i=n.position.end.offset??o,r=/^(?:\t| {4})/.exec(t.slice(s,s+4))?.[0],a=t.slice(s,i).split(`
`),l=a.filter(f=>f.trim()!==""),d=l.filter(f=>/\]\(https?:\/\//.test(f));if(!r||!l.every(f=>Er.test(f)&&f.startsWith(r))||d.length*2<l.length)continue;let c=[],p=s;for(let f of a){let g=/^[ \t]*/.exec(f.slice(r.length))[0];f.startsWith(r)&&c.push(u(p,p+r.length+g.length,g.replaceAll("	","  "))),p+=f.length+1}let m=s+(/[^ \t]/.exec(l[0])?.index??0);yield{kind:"code",bullet:t[m],range:[m,i],edits:c}}}var io=h({id:"entry-marker-space",summary:"Begin each entry with a list marker and a space.",why:"Without the marker or its space markdown sees no list item: the entry turns into loose text, or is swallowed by the entry above it.",severity:"error",fix:"mixed",aliases:["awesome-list-item"],examples:{good:[{text:`- [A](https://a.example) - First.
`},{text:`\\-[A](https://a.example) is escaped, so it is meant as text.
`},{text:`*[A](https://a.example)* is emphasis.
`},{text:`- [A](https://a.example) - First, a long description that goes on
  [elsewhere](https://b.example) and ends.
- [C](https://c.example) - Third.
`},{text:`- [A](https://a.example) - First.
  [Demo](https://a.example/demo) - Try it.
- [C](https://c.example) - Third.
  [Demo](https://c.example/demo) - Try it.
`}],bad:[{text:`- [A](https://a.example) - First.
-[B](https://b.example) - Second.
`,says:["2:2: Expected a space between `-` and the link, add one: without it the entry is part of the line above"],fixed:`- [A](https://a.example) - First.
- [B](https://b.example) - Second.
`},{text:`## Tools

*[A](https://a.example) - First.
`,says:["3:2: Expected a space between `*` and the link, add one: without it this is no list item"],fixed:`## Tools

* [A](https://a.example) - First.
`},{text:`- [A](https://a.example) - First.
[B](https://b.example) - Second.
- [C](https://c.example) - Third.
`,says:["2:1: Expected `-` before the link like before its neighbours, add it: without it the entry is part of the line above"],fixed:`- [A](https://a.example) - First.
- [B](https://b.example) - Second.
- [C](https://c.example) - Third.
`},{text:`[A](https://a.example) - First.
* [B](https://b.example) - Second.
* [C](https://c.example) - Third.
`,says:["1:1: Expected `*` before the link like before its neighbours, add it: without it this is no list item"],fixed:`* [A](https://a.example) - First.
* [B](https://b.example) - Second.
* [C](https://c.example) - Third.
`},{text:`${`- [A](https://a.example) - First.
`.repeat(8)}      - Second, too far to the right.
`,says:["9:7: Unexpected indentation before `-`: so far to the right the item is part of the line above"],fixed:`${`- [A](https://a.example) - First.
`.repeat(8)}  - Second, too far to the right.
`},{text:`${`- [A](https://a.example) - First.
`.repeat(8)}-Second and last
`,says:["9:2: Expected a space between `-` and the words, add one: without it the item is part of the line above"],fixed:`${`- [A](https://a.example) - First.
`.repeat(8)}- Second and last
`},{text:`## Tools

	* [A](https://a.example) - First.
	* [B](https://b.example) - Second.
`,says:["3:2: Unexpected indentation of a list: four spaces or a tab make code of it, remove them"],fixed:`## Tools

* [A](https://a.example) - First.
* [B](https://b.example) - Second.
`}]},*check({list:e}){for(let{marker:t,link:n}of e.entries)!t||t.spaced||(yield t.missing===void 0?Ir(e,t):Wr(e,{marker:t,link:n},t.missing));for(let t of so(e))yield Nr(t)}});function Ir(e,{text:t,range:[,n]}){return{at:[n,n],reason:`Expected a space between \`${t}\` and the link, add one: without it ${ro(e,n)}`,fix:y("Insert a space",k(n," "))}}function Wr(e,{marker:t,link:n},o){let[s]=t.range,i=v(e.text,s);return{at:[s,n.range[1]],reason:`Expected \`${t.text}\` before the link like before its neighbours, add it: without it ${ro(e,s)}`,fix:y("Insert the marker",i===s?k(s,o):u(i,s,o))}}function Nr({kind:e,bullet:t,range:n,edits:o}){return e==="glued"?{at:[n[1],n[1]],reason:`Expected a space between \`${t}\` and the words, add one: without it the item is part of the line above`,fix:y("Insert a space",...o)}:e==="deep"?{at:n,reason:`Unexpected indentation before \`${t}\`: so far to the right the item is part of the line above`,fix:b("Make it an item below the one above",...o)}:{at:n,reason:"Unexpected indentation of a list: four spaces or a tab make code of it, remove them",fix:b("Remove the indentation",...o)}}function ro({text:e},t){let n=v(e,t),o=e.slice(v(e,n-1),n);return/\S/.test(o)&&!/^[ \t]{0,3}(?:#.*|<.*>)\r?\n$/.test(o)?"the entry is part of the line above":"this is no list item"}function Tt({lists:e,text:t}){let n=[],o=new Map;for(let s of e){let i=o.get(s)??0;for(let r of s.children){for(let m of r.children)m.type==="list"&&o.set(m,i+1);let a=r.position?.start.offset;if(s.ordered||a===void 0)continue;let l=v(t,a),d=t.slice(l,a);if(/[^ \t]/.test(d))continue;let c=r.children[0]?.position?.start.offset,p=c===void 0?"":t.slice(a+1,c);n.push({item:r,list:s,depth:i,line:l,indent:d,bullet:t[a],start:a,gap:/^[ \t]+$/.test(p)?p:""})}}return n}var _e=e=>/^ +$/.test(e)?"spaces":/^\t+$/.test(e)?"tabs":"both";function lo(e){let t=Tt(e),n=$(t,d=>d.list),o=new Map,s=R(t.filter(({indent:d})=>d!=="").map(({indent:d})=>_e(d))),i=[];for(let d of n.values()){let c=E(d.map(({indent:p})=>p));!c||c.count===c.total||i.push(c.total<4||c.count<c.total-1&&c.count<c.total*.8?[]:d.filter(({indent:p})=>p!==c.value).map(p=>ao(e,p,c.value,c,!0)))}if(i.length<=Math.max(1,n.size/5))for(let d of i.flat())o.set(d.beginning,d);if(!s||s.value==="both")return[...o.values()];let r=t.filter(({indent:d})=>_e(d)===s.value),a=$(r,d=>d.list),l=$(r,({depth:d})=>d);for(let d of t){if(o.has(d)||d.indent===""||_e(d.indent)===s.value)continue;let c=a.get(d.list),p=s.value==="spaces"?d.indent.length:d.depth,m=E((c??[]).map(({indent:f})=>f))??E((l.get(p)??[]).map(({indent:f})=>f));!m||s.value==="spaces"&&_e(d.indent)==="both"||o.set(d,ao(e,d,m.value,s,c!==void 0))}return[...o.values()].toSorted((d,c)=>d.beginning.start-c.beginning.start)}function ao({text:e},t,n,o,s){let{item:i,line:r,indent:a,bullet:l,gap:d}=t,c=i.position?.end.offset??r,p=[];for(let m=r;m>=0&&m<c;){let f=m===r&&!s,g=f&&m>0?m-1:m,w=m+a.length,S=f?w+l.length+d.length:w;e.startsWith(a,m)&&p.push(u(g,S,e.slice(g,m)+n+e.slice(w,S)));let Q=e.indexOf(`
`,m);m=Q<0?c:Q+1}return{beginning:t,expected:n,like:o,edits:p,stays:s}}var co=h({id:"entry-marker-style",summary:"Use the bullets, indentation and blanks that the list uses.",why:"Another bullet starts another list: markdown renders a gap between the two, and editors stop to indent and sort them together.",severity:"warning",fix:"mixed",aliases:["unordered-list-marker-style","list-item-bullet-indent","list-item-indent"],examples:{good:[{text:`- [A](https://a.example)

## Few entries

* [B](https://b.example)
`},{text:`${`- [A](https://a.example)
`.repeat(8)}  - [B](https://b.example) is part of the one above
`},{text:`- [A](https://a.example)
 -  [B](https://b.example) too few to tell
`}],bad:[{text:`${`- [A](https://a.example)
`.repeat(8)}* [B](https://b.example)
`,says:["9:1: Unexpected bullet `*`, expected `-` like 8 of 9 items here"],fixed:`${`- [A](https://a.example)
`.repeat(8)}- [B](https://b.example)
`},{text:`${`- [A](https://a.example)
`.repeat(4)} - [B](https://b.example)
- [C](https://c.example)
`,says:["5:1: Unexpected indentation, one space, expected none like 5 of 6 items of this list"],fixed:`${`- [A](https://a.example)
`.repeat(4)}- [B](https://b.example)
- [C](https://c.example)
`},{text:`- A
${`    - [B](https://b.example)
`.repeat(8)}	- [C](https://c.example)
`,says:["10:1: Unexpected indentation, a tab, expected 4 spaces like 8 of 9 items of this list"],fixed:`- A
${`    - [B](https://b.example)
`.repeat(8)}    - [C](https://c.example)
`},{text:`${`- [A](https://a.example)
`.repeat(20)}-  [B](https://b.example)
`,says:["21:2: Unexpected 2 spaces behind the bullet, expected one space like 20 of 21 items here"],fixed:`${`- [A](https://a.example)
`.repeat(20)}- [B](https://b.example)
`}]},*check({list:e}){yield*Dr(e),yield*Gr(e),yield*_r(e)}});function*Dr(e){let t=jr(e);for(let n of $(t,({depth:o})=>o).values()){let o=R(n.flatMap(s=>s.edits.map(()=>s.char)));if(o)for(let{char:s,start:i,edits:r}of n)s!==o.value&&(yield{at:[i,i+1],reason:`Unexpected bullet \`${s}\`, expected \`${o.value}\` like ${o.count} of ${o.total} items here`,fix:y("Use the usual bullet",...r.map(([a,l])=>u(a,l,o.value)))})}}var je=e=>e===""?"none":/^ +$/.test(e)?e.length===1?"one space":`${e.length} spaces`:/^\t+$/.test(e)?e.length===1?"a tab":`${e.length} tabs`:"spaces and tabs";function*Gr(e){for(let{beginning:t,expected:n,like:o,edits:s,stays:i}of lo(e)){let{line:r,start:a,indent:l}=t,d=o.value===n?"items of this list":`items that are indented with ${o.value}`;yield{at:[r,a+1],reason:`Unexpected indentation, ${je(l)}, expected ${je(n)} like ${o.count} of ${o.total} ${d}`,fix:(i?A:b)("Indent it like the others",...s)}}}function*_r(e){let[t,n]=po(e),o=Tt(e).filter(({gap:i,start:r})=>i!==""&&(r<t||r>=n)),s=R(o.map(({gap:i})=>i));if(!(!s||s.count<s.total*.95))for(let{start:i,gap:r}of o){if(r===s.value)continue;let a=[i+1,i+1+r.length];yield{at:a,reason:`Unexpected ${je(r)} behind the bullet, expected ${je(s.value)} like ${s.count} of ${s.total} items here`,fix:A("Use the usual blanks",u(...a,s.value))}}}function po({contents:e}){let{start:t,end:n}=e?.list.position??{};return[t?.offset??0,n?.offset??0]}function jr(e){let t=[],n=new Map;for(let o of e.lists){let s=n.get(o)??0;for(let d of o.children)for(let c of d.children)c.type==="list"&&n.set(c,s+1);let i=o.children.map(d=>d.position?.start.offset),r=i[0],[a,l]=po(e);o.ordered||r===void 0||r>=a&&r<l||t.push({char:e.text[r],depth:s,start:r,edits:i.flatMap(d=>d===void 0?[]:[[d,d+1]])})}return t}var Hr=({node:e,item:t})=>t?.children[0]===e&&e.children.some(n=>n.type==="link"||"children"in n&&n.children[0]?.type==="link");function He(e){let t=e.blocks.filter(Hr),n=t.length,o=t.map(({range:a})=>e.text.slice(...a).includes(`
`)),s=o.filter(Boolean).length;if(n<8||s===0||s>Math.max(1,n/50))return{breaks:[],whole:n-s,total:n};let i=new Set(e.entries.flatMap(({marker:a})=>a?.spaced===!1?[a.range[0]]:[]));return{breaks:t.flatMap((a,l)=>o[l]&&!o[l-1]&&!o[l+1]?qr(e,a,i):[]),whole:n-s,total:n}}var zr=/^[\s\u200b]*(?:[-*+•·](?:\s|\[)|\d+[.)]\s|!\[|\[?<img|```)/;function qr(e,{node:t,range:n},o){let s=e.text.slice(...n),i=mo(t,e.text),r=[];for(let a of s.matchAll(/[ \t]*\r?\n[ \t]*/g)){let l=n[0]+a.index,d=l+a[0].length,[c,p]=[s.slice(0,a.index),s.slice(a.index+a[0].length)];if(zr.test(p)||/^(?:\*\*|__)?\[(?!!)/.test(p)&&/[.!?)\]`]$/.test(c))return[];if(o.has(d)||i.some(([f,g])=>f<=l&&l<=g))return[];let m=/[([]$/.test(c)||/^[)\],.;]/.test(p)||/[\p{sc=Han}\p{sc=Kana}、。]$/u.test(c);r.push({range:[l,d],glue:m?"":" "})}return r}function mo({children:e},t){return e.flatMap(n=>{let[o,s]=[n.position?.start.offset??-1,n.position?.end.offset??-1],i="children"in n?mo(n,t):[];if(n.type==="break"||n.type==="inlineCode"||n.type==="html")return[[o,s]];if(n.type!=="link"&&n.type!=="image")return i;let r=t.slice(o,s).lastIndexOf("](");return r<0?i:[...i,[o+r+1,s-1]]})}var V=Array.from({length:8},(e,t)=>`- [A${t}](https://a.example/${t}) - Words.
`).join(""),ho=h({id:"entry-one-line",summary:"Write each entry on a line of its own.",why:"Searches, diffs and tools go line by line: half an entry, or two in one line, are lost to them.",severity:"warning",fix:"mixed",examples:{good:[{text:`- [A](https://a.example) - First,
  which goes on.
- [B](https://b.example) - Second.
`},{text:`${V}- [B](https://b.example) - Words,  
  and a break that is meant.
`},{text:`${V}- [B](https://b.example) - Words - [C](https://c.example)
`},{text:`${V}- [B](https://b.example) - Words by * [C](https://c.example) * [D](https://d.example)
`}],bad:[{text:`${V}- [B](https://b.example) - Words that
  go on.
`,says:["9:38: Unexpected line break in an entry, join the lines: 8 of 9 entries here are on one line"],fixed:`${V}- [B](https://b.example) - Words that go on.
`},{text:`${V}- [B
  ](https://b.example) - Words (
  see there).
`,says:["9:5: Unexpected line break in an entry, join the lines: 8 of 9 entries here are on one line","10:33: Unexpected line break in an entry, join the lines: 8 of 9 entries here are on one line"],fixed:`${V}- [B](https://b.example) - Words (see there).
`},{text:`* [A](https://a.example) - First.* [B](https://b.example) - Second.
`,says:["1:34: Unexpected second entry on the line, expected a line break before `* [B]`"],fixed:`* [A](https://a.example) - First.
* [B](https://b.example) - Second.
`},{text:`${V}- [B](https://b.example) - Words - [C](https://c.example) - Words.
`,says:["9:33: Unexpected second entry on the line, expected a line break before `- [C]`"],fixed:`${V}- [B](https://b.example) - Words
- [C](https://c.example) - Words.
`}]},*check({list:e}){yield*Jr(e),yield*Kr(e)}});function*Jr(e){let{breaks:t,whole:n,total:o}=He(e);for(let{range:s,glue:i}of t)yield{at:s,reason:`Unexpected line break in an entry, join the lines: ${n} of ${o} entries here are on one line`,fix:y("Join the lines",u(...s,i))}}var fo=(e,t)=>/^[ \t]*[-–—:][ \t]+/.exec(e.text.slice(t,t+8))?.[0]??"";function*Kr(e){let t=Vr(e),n=t.filter(({glued:s})=>!s),o=$(t,({entry:s})=>s);for(let s of t)(s.glued||n.length<=Math.max(1,e.entries.length/100))&&o.get(s.entry)?.length===1&&(yield Qr(e,s))}function Vr(e){let t=e.links.filter(({role:s})=>s==="description"),n=[],o=0;for(let s of e.entries){let{marker:i,linkFirst:r,head:a}=s;for(;(t[o]?.range[0]??1/0)<a[0];)o++;for(let l=o;(t[l]?.range[0]??1/0)<a[1];l++)i?.spaced&&r&&/^[-*+]$/.test(i.text)&&n.push(...Xr(e,s,t[l]))}return n}function Xr(e,t,n){let[o,s]=n.range,i=t.marker.text,r=e.text.slice(Math.max(t.link.range[1],o-40),o),[a,l,d]=/([ \t]*)([-*+])[ \t]+$/.exec(r)??[];if(!a||d!==i||e.text[o]!=="["||r.length-a.length<4)return[];let c=l==="";if(!/[\p{L}\p{N}\p{Pe}\p{Pf}.!?…"'`;]\s*$/u.test(r.slice(0,-a.length)))return[];let p=o-a.length+l.length;if(!e.prose.some(({range:g})=>g[0]<=p&&p<g[1]))return[];let m=fo(e,s),f=m!==""&&m===fo(e,t.link.range[1]);return i==="-"&&(c||!f)?[]:[{entry:t,bullet:i,gap:[o-a.length,o],link:n,glued:c}]}function Qr(e,{entry:t,bullet:n,gap:[o,s],link:i,glued:r}){let a=v(e.text,t.head[0]),l=e.text.slice(a,t.head[0])+e.text.slice(o,s).trimStart(),d=e.text.includes(`\r
`)?`\r
`:`
`,c=u(o,s,d+l);return{at:[o,i.range[1]],reason:`Unexpected second entry on the line, expected a line break before \`${n} [${i.text}]\``,fix:r?y("Break the line",c):b("Break the line",c)}}function uo(e,{lines:t},{kept:n,moved:o},s){let i=new Set(t.slice(1).map(([c],p)=>e.slice(t[p][1],c))),[r=""]=i;if(i.size>1||r.trim()!==""||!e.slice(...t.at(-1)).endsWith(`
`))return new Map;let a=n.at(-1),d=o.map(c=>{let p=e.slice(...t[c]),m=n.find(g=>s(c,g)),f=c+1<t.length?x(t[c][0],t[c+1][0]):x(t[c-1][1],t[c][1]);return{at:c,edits:[f,m===void 0?k(t[a][1],r+p):k(t[m][0],p+r)]}}).toSorted((c,p)=>s(c.at,p.at)?-1:s(p.at,c.at)?1:c.at-p.at);return new Map(Yr(d).flatMap(c=>{let p=Zr(c.flatMap(m=>m.edits));return c.map(m=>[m.at,p])}))}function Yr(e){let t=[];for(let n of e){let o=i=>i.some(r=>r.edits.some(a=>n.edits.some(l=>sn(a,l)))),s=t.filter(o);t=[...t.filter(i=>!s.includes(i)),[...s.flat(),n]]}return t.map(n=>e.filter(o=>n.includes(o)))}function Zr(e){let t=new Map;for(let n of e){let[o,s]=n.range,i=t.get(o);t.set(o,i?{range:[o,Math.max(s,i.range[1])],newText:i.newText+n.newText}:n)}return[...t.values()]}function yo(e){let t;return(n,o)=>(t??=new Intl.Collator("en",{numeric:!0,sensitivity:"base",...e}),t.compare(n,o))}var ea=yo({}),go=yo({ignorePunctuation:!0}),Rt=e=>e.replace(/^(?:[\s\p{P}\p{S}\p{Extended_Pictographic}]|\uFE0F|\u200D)+/u,"").trim().toLowerCase(),xo=e=>Rt(e).replace(/^(?:the|an?) /,""),Le={natural:ea,words:(e,t)=>go(Rt(e),Rt(t)),articles:(e,t)=>go(xo(e),xo(t)),plain:(e,t)=>e.toLowerCase()<t.toLowerCase()?-1:e.toLowerCase()>t.toLowerCase()?1:0};function bo(e,t,n){let o=[];for(let r=0;r<e.length;r++){let a=0,l=-1;for(let d=r-1;d>=0;d--)o[d].length>a&&t(e[d],e[r])<=0&&(a=o[d].length,l=d);o.push({length:a+(n(r)?1:1.001),previous:l})}let s=-1;for(let r=0;r<o.length;r++)(s<0||o[r].length>o[s].length)&&(s=r);let i=[];for(let r=s;r>=0;r=o[r].previous)i.unshift(r);return i}function wo(e,t){let n=Le[ta(e)],o=e.map(l=>{let d=l.entries.map(ko),c=Ao(d,n),p=c===d.length-1?d.map((m,f)=>f):bo(d,n,m=>t(l,m));return{group:l,names:d,kept:p,pairs:c}}),s=o.reduce((l,{names:d})=>l+d.length-1,0),i=new Set,r=()=>o.reduce((l,d)=>l+(i.has(d)?d.names.length-1:d.pairs),0)/s,a=l=>{for(let d of o)l(d)&&i.add(d)};return a(({names:l,kept:d})=>l.length>=8&&d.length>=l.length*.8),s>=8&&r()>=.8&&(a(({names:l,kept:d})=>d.length>=l.length*.8),s>=16&&r()>=.9&&a(({names:l,kept:d})=>l.length<=3||d.length>=l.length*.6)),{compare:n,sections:[...i].filter(({names:l,kept:d})=>d.length<l.length)}}var ko=({link:e})=>e.text.trim(),Ao=(e,t)=>e.filter((n,o)=>o>0&&t(e[o-1],n)<=0).length;function ta(e){let t={collation:"natural",count:0};for(let[n,o]of Object.entries(Le)){let s=e.reduce((i,{entries:r})=>i+Ao(r.map(ko),o),0);s>t.count&&(t={collation:n,count:s})}return t.collation}var na=100;function Lo(e){let t=new Map(e.entries.flatMap(i=>i.node?[[i.node,i]]:[])),n=e.entries.filter(({node:i,marker:r})=>!i&&r).slice(0,na),o=[],s=(i,r)=>{let a=i.flatMap(g=>t.get(g)??[]),[l]=a;if(!l||a.length<i.length)return;let d=i.at(-1).position?.end.offset??0,c=n.filter(({depth:g,range:w})=>g===l.depth&&l.range[0]<w[0]&&w[0]<d),p=c.length>0?[...a,...c].sort((g,w)=>g.range[0]-w.range[0]):a;if(p.length<2)return;let m=p.map(({range:g})=>v(e.text,g[0]));if(p.some(({range:g},w)=>e.text.slice(m[w],g[0]).trim().replace(/^\|/,"")!==""))return;let f=p.map(({range:g},w)=>e.text[g[1]-1]===`
`?[m[w],g[1]]:[m[w],D(e.text,g[1])]);o.push({entries:p,ordered:r,lines:f})};for(let{children:i,ordered:r}of e.lists)s(i,r===!0);for(let i of e.root.children)i.type==="table"&&s(i.children.slice(1),!1);return o}var ae=(...e)=>e.map(t=>`- [${t}](https://${t.toLowerCase()}.example)
`).join(""),vo=h({id:"entry-order",summary:"Keep sections in alphabetical order where the list is.",why:"In a list that is in order, an entry out of its place is not found where it is looked for, and is added twice.",severity:"warning",fix:"safe",aliases:["alphabetize-lists"],examples:{good:[{text:ae("Ash","beech","Elm","Fir","Hazel","Larch","Maple","Oak")},{text:ae("Oak","Elm","Hazel","Beech","Larch","Fir","Maple","Ash")},{text:ae("Ash","Node2","Node10","Oak","Pine","Rowan","Spruce","Yew")}],bad:[{text:ae("Ash","Beech","Elm","Fir","Hazel","Larch","Maple","Oak","Cedar"),says:["9:3: Unexpected place of `Cedar` in a section in alphabetical order, expected it between `Beech` and `Elm`"],fixed:ae("Ash","Beech","Cedar","Elm","Fir","Hazel","Larch","Maple","Oak")},{text:ae("Oak","Ash","Beech","Elm","Fir","Hazel","Larch","Maple").replace(`
`,`
  - More of it.
`),says:["1:3: Unexpected place of `Oak` in a section in alphabetical order, expected it after `Maple`"],fixed:`${ae("Ash","Beech","Elm","Fir","Hazel","Larch","Maple","Oak")}  - More of it.
`}]},*check({list:e,isChanged:t}){let n=Lo(e).filter(({ordered:i,entries:r})=>!i&&r.length<=sa&&r.every(a=>a.linkFirst&&!oa.test(a.link.text))),{compare:o,sections:s}=wo(n,(i,r)=>t(i.entries[r].head));for(let i of s)yield*ia(e.text,i,o)}}),oa=/^[\p{P}\p{S}\s]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u,sa=2e3;function*ia(e,{group:t,names:n,kept:o},s){let i=new Set(o),r=n.flatMap((l,d)=>!i.has(d)&&ra(n,d,o)?[d]:[]);if(r.length===0)return;let a=uo(e,t,{kept:o,moved:r},(l,d)=>s(n[l],n[d])<0);for(let l of r){let d=a.get(l),c=o.filter(f=>s(n[f],n[l])<=0).at(-1),p=o.find(f=>s(n[f],n[l])>0),m=c===void 0?`before \`${n[p]}\``:p===void 0?`after \`${n[c]}\``:`between \`${n[c]}\` and \`${n[p]}\``;yield{at:t.entries[l].link.range,reason:`Unexpected place of \`${n[l]}\` in a section in alphabetical order, expected it ${m}`,...d&&{fix:y(d.length>2?"Move the entries to their places":"Move the entry to its place",...d)}}}}function ra(e,t,n){let o=n.findLast(i=>i<t),s=n.find(i=>i>t);return Object.values(Le).every(i=>o!==void 0&&i(e[o],e[t])>0||s!==void 0&&i(e[t],e[s])>0)}var le=e=>Array.from("ABCDEFGH",t=>`- [${t}](https://${t.toLowerCase()}.example)${e}All about it.
`).join(""),$o=h({id:"entry-separator",summary:"Part link and description as the list does.",why:"Entries that are parted in one way read as one list, and programs that read them find the descriptions.",severity:"warning",fix:"safe",aliases:["awesome-list-item"],options:{separator:{meaning:"What stands between link and description, with its blanks. Without it: what most entries have.",example:" - "}},presetOptions:{awesome:{separator:" - "}},examples:{good:[{text:`${le(" \u2013 ")}- [I](https://i.example) \u{1F5C4}\uFE0F \u2013 All about it.
- [J](https://j.example) by J. J. \u2013 All about it.
`},{text:`${le(" - ")}- [I](https://i.example) and [J](https://j.example)
- [K](https://k.example)
`},{text:`- [A](https://a.example) - One.
- [B](https://b.example): Another.
`},{text:`${le(` -
  `)}- [I](https://i.example) :tada: - All about it.
`}],bad:[{text:`${le(" - ")}- [I](https://i.example): All about it.
`,says:["9:25: Unexpected separator `: `, expected ` - ` as in 8 of 9 entries here"],fixed:`${le(" - ")}- [I](https://i.example) - All about it.
`},{text:`${le(": ")}- [I](https://i.example)The last of them.
`,says:["9:25: Expected `: ` between link and description as in 8 of 9 entries here, add it"],fixed:`${le(": ")}- [I](https://i.example): The last of them.
`},{text:`- [A](https://a.example): One.
`,options:{separator:" - "},says:["1:25: Unexpected separator `: `, expected ` - `"],fixed:`- [A](https://a.example) - One.
`}]},*check({list:e,options:t}){let n=G(e,o=>{let s=M(e,o);return s?.description&&!s.noted?s.separator.text.replace(/[ \t]*\n[ \t]*/," "):void 0});for(let o of e.entries){let s=M(e,o);if(!s?.description)continue;let i=n(o),r=t.separator??i?.value;if(r===void 0||s.separator.text.includes(`
`))continue;let a=t.separator===void 0&&i?` as in ${q(i)}`:"",l=aa(s,r,a);l&&(yield l)}}});function aa(e,t,n){let{range:o,text:s,mark:i}=e.separator,r=t.trim();if(!(s===t||r==="")){if(e.noted&&i===r)return la(o,s,t,n);if(i==="")return da(o,t,n);if(!(/[|/\u00b7\u2022\u2192~]/u.test(i)&&e.masked[o[1]-e.nameEnd]===an.link))return{at:o,reason:`Unexpected separator \`${s}\`, expected \`${t}\`${n}`,fix:y(`Use \`${t}\``,u(...o,t))}}}function la(e,t,n,o){if((t.startsWith(" ")&&!n.startsWith(" ")?t.trimStart():t)!==n)return{at:e,reason:`Unexpected separator \`${t}\`, expected \`${n}\`${o}`,fix:y(`Use \`${n}\``,u(...e,n))}}function da(e,t,n){return{at:e,reason:`Expected \`${t}\` between link and description${n}, add it`,fix:y(`Insert \`${t}\``,u(...e,t))}}function So(e){let t=new WeakMap;return n=>{let o=t.get(n);if(o)return o;let s=new Map;for(let[i,r]of n)s.set(e(i,r)??i,r);return t.set(n,s),s}}var ca=So(e=>{let t=Oe(e);return t&&Pe(e.slice(0,t.range[0])+t.query+e.slice(t.range[1]))}),pa=So((e,{name:t})=>t.toLowerCase());function de({links:e},{url:t,broken:n}){let o=n?void 0:Pe(t);if(!(!e||o===void 0))return e.get(o)??ca(e).get(o)}function ze({repositories:e},t){let n=Be(t);if(!(!e||n===void 0))return e.get(n)??pa(e).get(n)}function*ee({links:e},t){if(t.links)for(let n of e){if(n.node?.type==="linkReference"||n.node?.type==="imageReference")continue;let o=de(t,n);o&&(yield{link:n,fact:o,at:n.urlRange??n.range})}}var Ot=e=>/#.*$/s.exec(e)?.[0]??"",Co=e=>Ot(e).slice(1)||void 0,qe=(e,t)=>e.includes("#")?e:e+Ot(t);function te({status:e,to:t},n){if(e!=="moved"||t===void 0)return;let o=n.slice(0,n.length-Ot(n).length);if(ye(o)===ye(t))return;let s=/^https?:\/\/[^/?#]+$/i.test(o)&&/^https?:\/\/[^/?#]+\/$/i.test(t);return qe(s?t.slice(0,-1):t,n)}function Uo({https:e},t){if(e===void 0||!/^http:/i.test(t))return;let n=t.replace(/^http:/i,"https:");return Pe(n)===e?n:qe(e,t)}function Je(e,t){if(t.key===void 0)return;if(!e.links&&!e.repositories)return{key:t.key,name:t.url,sure:!0,repository:!1};let n=de(e,t),o=n&&te(n,t.url),s=o??t.url,i=Me(s),{name:r}=ze(e,s)??{},a=i&&r!==void 0?ma(s,r):s;return{key:(a===t.url?void 0:ye(a))??t.key,name:i?.path===""?r??`${i.owner}/${i.repo}`:a,sure:o===void 0||n?.sure===!0,repository:i?.path===""}}function ma(e,t){let n=new URL(e.startsWith("//")?`https:${e}`:e),[,,...o]=n.pathname.split("/").filter(Boolean);return n.pathname=[t,...o].join("/"),n.href}function Ke(e,t){let[n,o]=[ve(e.text),ve(t.text)];return n===o||n.includes(o)||o.includes(n)}var Ro=(e,t)=>Ke(e,t)||To(e.words,ve(t.text))||To(t.words,ve(e.text))||ha(e.text,t.text)||fa(e,t),ve=e=>e.toLowerCase().replace(/[^\p{L}\p{N}]/gu,"");function fa(e,t){let n=/^([^/?#]+)$/.exec(e.key)?.[1],o=({text:i})=>/[\p{L}\p{N}]{3,}/u.exec(i.toLowerCase())?.[0],s=o(e);return n!==void 0&&s!==void 0&&s===o(t)&&n.startsWith(s)}var To=(e,t)=>t.length>2&&/\b(?:formerly|previously|renamed|successor|originally|a\.?k\.?a\.?|now)\b/i.test(e)&&ve(e).includes(t);function ha(e,t){let n=r=>new Set(r.toLowerCase().match(/[\p{L}\p{N}]+/gu)),[o,s]=[n(e),n(t)].sort((r,a)=>r.size-a.size),i=r=>(r.match(/\d+/g)??[]).join();return o.size>1&&i(e)===i(t)&&[...o].every(r=>s.has(r))}function Ve(e,t,n){let o=Mo(e),s=new Map;for(let{link:d}of o){let{key:c}=Je(t,d)??d;c!==void 0&&c!==d.key&&s.set(d.key,c)}let r=[...$(o,({link:d})=>s.get(d.key)??d.key).values()].flatMap(d=>{if(d.length<2)return[];let c=Bo(d,n);return d.flatMap(p=>p===c?[]:ua(e,t,c,p)??[])}),a=({entry:d,first:c})=>d.section!==c.section;return R(r.filter(a).map(({equal:d})=>d))?.value===!0?r.filter(d=>!(a(d)&&d.equal)):r}function Po(e,{elsewhere:t=[]},n){let o=t.length>0?$(Mo(e),({link:s})=>s.key):new Map;return[...$(t,s=>s.key)].flatMap(([s,i])=>{let r=o.get(s)??[],a=r.length>0?Bo(r,n):void 0;return r.flatMap(l=>{if(!n(l.head)||a&&l!==a&&Mt(e,a,l))return[];let d=Pt(e,l),c=i.filter(m=>Ke(d,m)),p=c.find(({words:m})=>m===d.words)??c[0];return p?[{entry:l,other:p,equal:p.words===d.words}]:[]})})}var Mo=({entries:e})=>e.filter(({linkFirst:t,link:n})=>t&&n.key!==void 0),Bo=(e,t)=>e.find(n=>!t(n.head))??e[0];function ua(e,t,n,o){if(n.link.key===o.link.key)return Mt(e,n,o)?{entry:o,first:n,equal:Ee(e,n)===Ee(e,o)}:void 0;let[s,i]=[Je(t,n.link),Je(t,o.link)];if(!s||!i||!(i.repository&&[n,o].every(({depth:l,link:d})=>l===0&&Be(d.url)!==void 0)&&!Eo(e,o))&&!Mt(e,n,o))return;let a=s.sure&&i.sure&&Oo(e,n)===Oo(e,o);return{entry:o,first:n,equal:a,leadsTo:i.name}}var Pt=(e,t)=>({key:t.link.key??"",text:t.link.text,words:Ee(e,t)}),Eo=({text:e},{link:t})=>e[t.range[0]-1]==="[";function Mt(e,t,n){let[o,s]=[Pt(e,t),Pt(e,n)];return Eo(e,n)?o.words===s.words:t.depth>0||n.depth>0?Ke(o,s):Ro(o,s)}function Oo({text:e},{head:t,marker:n,link:{urlRange:o}}){let[s,i]=[n?.range[1]??t[0],t[1]];return(o?`${e.slice(s,o[0])} ${e.slice(o[1],i)}`:e.slice(s,i)).trim().replace(/\s+/g," ")}var Io=h({id:"entry-unique",summary:"List every thing once.",why:"Two entries for one thing drift apart, and a reader cannot tell which to believe.",severity:"warning",fix:"mixed",aliases:["double-link"],examples:{good:[{text:`- [A](https://a.example/#one)
- [B](https://a.example/#two)
`},{text:Array.from({length:2},(e,t)=>`## Part ${t}

${Array.from({length:8},(n,o)=>`- [A${o}](https://a${o}.example)
`).join("")}
`).join("")},{text:`- [A](https://a.example) - Like [B](https://b.example).
- [B](https://b.example)
`},{text:`- [A](https://a.example)
`,facts:{elsewhere:[{path:"b.md",line:1,key:"a.example",text:"Z",words:"[Z](https://a.example)"}]}},{text:`- [A](https://github.com/now/name/tree/main/a)
- [B](https://github.com/old/name/tree/main/b)
`,facts:{repositories:new Map([["old/name",{name:"now/name"}]])}}],bad:[{text:`- [A](https://a.example) - First.
- [B](https://b.example) - Second.
- [A](https://a.example) - First.
`,says:["3:1: Unexpected second entry for `https://a.example`, it is listed on line 1 already"],fixed:`- [A](https://a.example) - First.
- [B](https://b.example) - Second.
`},{text:`## One

- [A](https://a.example) - First.

## Two

- [A](http://www.a.example/) - Another.
- [B](https://b.example)
`,says:["7:1: Unexpected second entry for `http://www.a.example/`, it is listed on line 3 already"],fixed:`## One

- [A](https://a.example) - First.

## Two

- [B](https://b.example)
`},{text:`- [B](https://b.example)
- [A](https://a.example) - First.
`,facts:{elsewhere:[{path:"lists/a.md",line:7,key:"a.example",text:"A",words:"[A](https://a.example)"}]},says:["2:1: Unexpected second entry for `https://a.example`, it is listed in `lists/a.md` on line 7 already"],fixed:`- [B](https://b.example)
`},{text:`- [New](https://github.com/now/name) - First.
- [B](https://b.example)
- [Old](https://github.com/old/name) - Another.
`,facts:{repositories:new Map([["old/name",{name:"now/name"}]])},says:["3:1: Unexpected second entry for `https://github.com/old/name`, it leads to the same place as line 1 (`now/name`)"],fixed:`- [New](https://github.com/now/name) - First.
- [B](https://b.example)
`},{text:`- [Tool](https://old.example/tool) - First.
- [B](https://b.example)
- [Tool](https://new.example/) - First.
`,facts:{links:new Map([["https://old.example/tool",{status:"moved",to:"https://new.example/",sure:!0}]])},says:["3:1: Unexpected second entry for `https://new.example/`, it leads to the same place as line 1 (`https://new.example/`)"],fixed:`- [Tool](https://old.example/tool) - First.
- [B](https://b.example)
`}]},*check({list:e,facts:t,isChanged:n}){let o={parents:new Set(e.entries.map(({parent:s})=>s)),lists:new Map(e.lists.flatMap(s=>s.children.map(i=>[i,s])))};for(let s of Ve(e,t,n)){let{entry:i,first:r,equal:a}=s,l=Fo(e,i,o,a);yield{at:i.head,...a&&r.section===i.section&&{severity:"error"},reason:`Unexpected second entry for \`${i.link.url}\`, ${ga(e,s)}`,related:[{message:"first listed here",at:r.head}],...l&&{fix:l}}}for(let{entry:s,other:i,equal:r}of Po(e,t,n)){let a=Fo(e,s,o,r);yield{at:s.head,reason:`Unexpected second entry for \`${s.link.url}\`, it is listed in \`${i.path}\` on line ${i.line} already`,...a&&{fix:a}}}}});function ga(e,{first:t,leadsTo:n}){let o=t.node?.position?.start.line??xa(e.text,t.head[0]);return n===void 0?`it is listed on line ${o} already`:`it leads to the same place as line ${o} (\`${n}\`)`}var xa=(e,t)=>e.slice(0,t).split(`
`).length;function Fo(e,t,n,o){if(n.parents.has(t))return;let s=n.lists.get(t.node);if(s&&s.children.length<2)return;let i=v(e.text,t.range[0]);if(e.text.slice(i,t.range[0]).trim()!=="")return;let r=D(e.text,t.range[1]),a=s?.children.at(-1)===t.node,l=/(?:^|\n)[ \t]*\r?\n$/.test(e.text.slice(Math.max(0,i-80),i)),d=/^(?:[ \t]*\r?\n)+/.exec(e.text.slice(r,r+80))?.[0].length??0,c=x(i,l||!a?r+d:r);return o?y("Remove the second entry",c):b("Remove the second entry",c)}var Wo=h({id:"heading-increment",summary:"Go down one heading level at a time.",why:"A skipped level leaves a hole in the outline: screen readers and tables of contents show a section as part of one that does not exist.",severity:"warning",fix:"unsafe",examples:{good:[{text:`# List

## Tools

### Small

## Books
`},{text:`# List

### Tools

### Books
`}],bad:[{text:`# List

## Tools

#### Small

- [A](https://a.example)

### Large

- [B](https://b.example)
`,says:["5:1: Unexpected level-4 heading below a level-2 heading, expected level 3"],fixed:`# List

## Tools

### Small

- [A](https://a.example)

### Large

- [B](https://b.example)
`}]},*check({list:e}){let t=e.title?[e.title,...e.sections]:e.sections,n=new Set(t.map(o=>o.depth));for(let[o,s]of t.entries()){let i=t[o-1];if(!i||s.depth<=i.depth+1)continue;let r=i.depth+1;if(!n.has(r))continue;let a=s.range[0],l=ya(t.slice(o));yield{at:[a,s.heading.position?.end.offset??a],reason:`Unexpected level-${s.depth} heading below a level-${i.depth} heading, expected level ${r}`,...l.some(d=>d.setext)?{}:{fix:b(`Make it level ${r}`,...l.map(({range:d})=>x(d[0],d[0]+s.depth-r)))}}}}});function ya([e,...t]){let n=t.findIndex(o=>o.depth<e.depth);return[e,...t.slice(0,n<0?t.length:n)]}var ba=/^ {0,3}(#{1,6})(?=[\p{L}\p{Extended_Pictographic}[`*])[^\n]*/gmu,wa=/^(?:\*{2,}|_{2,})[ \t]?(#{1,6})[ \t]+\S[^\n]*/;function*Xe({blocks:e,text:t}){for(let{node:n,range:o,quoted:s,item:i}of e){if(n.type!=="paragraph"||s||i)continue;let r=t.slice(...o),[a,l]=[wa.exec(r),n.children[0]];if(a&&l?.type==="text"){let d=o[0]+a[0].indexOf("#");yield{node:n,hashes:a[1],range:[d,d+a[1].length],line:o[0]}}for(let d of r.matchAll(ba)){let c=d[1],p=o[0]+d.index+d[0].indexOf("#");c.length===1&&!ka(r,d[0])||(yield{node:n,hashes:c,range:[p,p+c.length],line:o[0]+d.index})}}}var ka=(e,t)=>e.trim()===t.trim()&&new RegExp("^ {0,3}#\\p{Lu}","u").test(t)&&t.trim().includes(" ")&&!/\s#/.test(t);var No=new Set(["heading","list","paragraph"]);function Aa(e){let t=new Map;for(let{node:o,hashes:s}of Xe(e))t.has(o)||t.set(o,`heading ${s.length}`);let n=new Set(e.entries.flatMap(({marker:o})=>o?.spaced===!1?[o.range[0]]:[]));return o=>{let s=o.position?.start.offset??-1,i=o.type==="heading"?`heading ${o.depth}`:t.get(o);return i?{type:"heading",kind:i}:o.type==="paragraph"&&n.has(s)?{type:"list",kind:"list"}:{type:o.type,kind:o.type}}}function Bt(e){let{root:t,text:n}=e,o=Aa(e),s=[];for(let i=1;i<t.children.length;i++){let r=t.children[i-1],a=t.children[i],l=r.position?.end.offset,d=a.position?.start.offset;if(l===void 0||d===void 0)continue;let c=n.slice(l,d),p=c.split(/\r\n?|\n/);if(c.trim()!==""||p.length<2)continue;let m=l+c.length-c.slice(c.indexOf(`
`)+1).length,f=p.at(-1).length,[g,w]=[o(r),o(a)],S=No.has(g.type)&&No.has(w.type)&&!(g.type==="paragraph"&&w.type==="paragraph");s.push({kind:S?w.type==="heading"?`before ${w.kind}`:`${r===e.title?.heading?"title":g.type} to ${w.type}`:"other",measured:S,before:r,after:a,next:w.type,blanks:p.length-2,range:[m,d-f]})}return s}function*Do(e){for(let t of $(Bt(e),n=>n.kind).values()){let n=E(t.map(i=>i.blanks)),o=n&&n.value>1&&n.count>1?n.value:1,s=t[0].measured?R(t.map(i=>Math.min(i.blanks,o))):void 0;for(let i of t){let r=s?s.value:i.blanks>o?o:La(e,i)?1:i.blanks;i.blanks!==r&&(yield{gap:i,expected:r,...s&&{like:s}})}}}var La=(e,{before:t,after:n,blanks:o})=>o===0&&t===e.title?.heading&&n.type==="paragraph"&&n.children[0]?.type==="text"&&!e.title.setext;var Go=h({id:"heading-syntax",summary:"Begin a heading at the start of its line, with hashes and a space.",why:"Otherwise markdown sees no heading: the line turns into loose text, and the section is lost.",severity:"error",fix:"mixed",aliases:["no-heading-content-indent"],examples:{good:[{text:`## Tools
`},{text:`#hashtag and #another are words.
`},{text:`\\##Tools is escaped.
`}],bad:[{text:`# List

##Tools

- [A](https://a.example)
`,says:["3:1: Expected a space between `##` and the heading, add one"],fixed:`# List

## Tools

- [A](https://a.example)
`},{text:`## A

## B

## C

- [A](https://a.example)

  ## D

- [B](https://b.example)
`,says:["9:1: Unexpected indentation of a heading, remove it: it makes the heading part of the list item above"],fixed:`## A

## B

## C

- [A](https://a.example)

## D

- [B](https://b.example)
`},{text:`### A

- [A](https://a.example) - Words.### B

- [B](https://b.example)
`,says:["3:34: Expected a blank line before `### B`, add one: markdown sees no heading here"],fixed:`### A

- [A](https://a.example) - Words.

### B

- [B](https://b.example)
`},{text:`**# List

Things.
`,says:["1:1: Unexpected `**` before `#`, remove it: markdown sees no heading here"],fixed:`# List

Things.
`}]},*check({list:e}){yield*va(e),yield*$a(e),yield*Sa(e)}});function*va(e){for(let{hashes:t,range:n,line:o}of Xe(e)){let s=e.text.slice(o,n[0]);/[*_]/.test(s)?yield{at:[o,n[0]],reason:`Unexpected \`${s.trim()}\` before \`${t}\`, remove it: markdown sees no heading here`,fix:y("Remove it",x(o,n[0]))}:yield{at:n,reason:`Expected a space between \`${t}\` and the heading, add one`,fix:y("Insert a space",k(n[1]," "))}}}function*$a(e){let t=new Map;for(let{depth:n}of e.sections)t.set(n,(t.get(n)??0)+1);for(let{node:n,range:o,item:s}of e.blocks){if(n.type!=="heading"||!s||(t.get(n.depth)??0)<2)continue;let i=v(e.text,o[0]),r=e.text.slice(i,o[0]);r===""||/[^ \t]/.test(r)||s.children.at(-1)!==n||(yield{at:[i,o[1]],severity:"warning",reason:"Unexpected indentation of a heading, remove it: it makes the heading part of the list item above",fix:b("Remove the indentation",x(i,o[0]))})}}function*Sa(e){let t=e.text.includes(`\r
`)?`\r
`:`
`,n=Bt(e);for(let{range:o,block:s,link:i}of e.prose){if(!s.item||i||o[1]!==s.range[1])continue;let r=new RegExp("(?<=[\\p{L}\\p{N}.)!?])(#{3,6}) \\p{L}[^#\\n]{0,60}$","u").exec(e.text.slice(...o)),a=r?.[1]??"";if(!r||!e.sections.some(({depth:p})=>p===a.length))continue;let l=o[0]+r.index,d=n.filter(({kind:p})=>p===`before heading ${a.length}`).map(({blanks:p})=>p),c=Math.max(1,E(d)?.value??1);yield{at:[l,o[1]],reason:`Expected a blank line before \`${r[0].trim()}\`, add one: markdown sees no heading here`,fix:y("Break the line",k(l,t.repeat(1+c)))}}}var Zf={};function ne({here:e,paths:t}){let s=[/^readme(?:\.\w+)?$/i,/^(?:\.github|docs)\/readme(?:\.\w+)?$/i].find(i=>t.some(r=>i.test(r)));return!s||s.test(e)}function _o({sections:e},t){let n=e[e.indexOf(t)+1];return n!==void 0&&n.depth>1&&t.entries.length===0}function jo(e,t){let n=e.slice(e.indexOf(t)+1),o=n.findIndex(s=>s.depth===1);return n.slice(0,o<0?n.length:o)}function Ho(e,{range:t,heading:n,depth:o,setext:s}){if(!s)return o<6?k(t[0],"#"):void 0;let i=n.position?.end.offset??t[0],r=/=+[ \t]*$/.exec(e.slice(t[0],i)),a=t[0]+(r?.index??0);return r?u(a,i,r[0].replace(/=/g,"-")):void 0}function Qe({text:e,title:t,sections:n,entries:o,links:s,verbatim:i}){let r=Math.min(n[0]?.range[0]??e.length,o[0]?.range[0]??e.length),a=Math.max(r,t?.heading.position?.end.offset??0),l=t?.range[0]??a,d=i.filter(([p])=>p<a).map(([p,m])=>e.slice(p,Math.min(m,a))),c=s.some(p=>p.role==="image"&&p.range[0]<l);return{range:[0,a],designed:c||d.some(p=>/<(?:h[1-6]|img|picture|center)\b/i.test(p))}}var Ca=/^(?:a|an|and|as|at|but|by|en|for|from|if|in|into|nor|of|off|on|or|over|per|the|to|up|v|via|vs|with|your|de|la|el|du|des|del)\.?$/,Ua=/^(?:awk|curl|deno|dotnet|esbuild|eslint|fish|fzf|gulp|jq|less|nginx|npm|npx|nvim|pandas|pip|pnpm|pytest|sed|systemd|tmux|vim|webpack|yarn|zsh)$/;function zo(e){if(/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(e))return e;let t=/^[a-z0-9]+(?:[-_][a-z0-9]+)+(?:\.[a-z]{1,5})?$/.test(e);return(t?e.replace(/[-_]/g," "):e).split(/(\s+)/).map((o,s)=>{let[,i]=/^([a-z]+)(?:\.[a-z]{1,5})?[,:;!?]?$/.exec(o)??[];return!i||Ua.test(i)||s>0&&Ca.test(i)?o:t&&/^[^aeiouy]{2,4}$/.test(i)?i.toUpperCase()+o.slice(i.length):t||i==="awesome"||U(i)?o[0].toUpperCase()+o.slice(1):o}).join("")}var qo=h({id:"heading-title",summary:"Give the list one title, in words.",why:"The first level-1 heading names the list; a second one starts another document for outlines, search engines and screen readers.",severity:"warning",fix:"unsafe",aliases:["awesome-heading","no-multiple-toplevel-headings"],options:{required:{meaning:"Whether a list without a title is told so; without it, none is.",example:!0},case:{meaning:"Whether the words of the title begin with capitals; without it, any way will do.",example:"title",values:["any","title"]}},presetOptions:{awesome:{required:!0,case:"title"}},examples:{good:[{text:`# Awesome Tools

## Small

- [A](https://a.example)
`},{text:`# awesome-tools
`},{text:`# Awesome npm Scripts for iOS and macOS
`,options:{case:"title"}},{text:`![Tools](logo.png)

## Small
`,options:{required:!0}}],bad:[{text:`## Small

- [A](https://a.example)
`,options:{required:!0},says:["1:1: Expected a title such as `# Awesome Name` at the top, add one"]},{text:`# awesome tools for wood
`,options:{case:"title"},says:["1:3: Unexpected small letters in the title, expected `Awesome Tools for Wood`"],fixed:`# Awesome Tools for Wood
`},{text:`# awesome-fast-play.js
`,options:{case:"title"},says:["1:3: Unexpected small letters in the title, expected `Awesome Fast Play.js`"],fixed:`# Awesome Fast Play.js
`},{text:`# Tools

# Small

## Red

- [A](https://a.example)
`,says:["3:1: Unexpected second level-1 heading, expected the title of the list to be the only one"],fixed:`# Tools

## Small

### Red

- [A](https://a.example)
`},{text:`# List

## Tools

- [A](https://a.example)

# Books

- [B](https://b.example)

## Films

- [C](https://c.example)
`,says:["7:1: Unexpected second level-1 heading, expected the title of the list to be the only one"],fixed:`# List

## Tools

- [A](https://a.example)

## Books

- [B](https://b.example)

## Films

- [C](https://c.example)
`},{text:`## Awesome Tools

## Small

- [A](https://a.example)
`,says:["1:1: Unexpected level 2 of the title, expected level 1 above the sections"],fixed:`# Awesome Tools

## Small

- [A](https://a.example)
`},{text:`# Awesome-Small-Tools
`,says:["1:3: Unexpected hyphens between the words of the title, expected spaces"],fixed:`# Awesome Small Tools
`}]},*check({list:e,options:t,facts:n}){if(!e.root.position)return;let o=t.required&&(!n.files||ne(n.files));if(!e.title)return yield*Ta(e,o===!0);let s=t.case==="title"?Pa(e,e.title):void 0;s?yield s:yield*Ba(e,e.title);let i=e.sections.filter(l=>l.depth===1);if(i.length>=8||e.title.entries.length>0)return;let r=i.filter(l=>_o(e,l)),a=r.flatMap(l=>[l,...jo(e.sections,l)]);for(let l of i){let d=r.includes(l);yield{at:[l.range[0],l.heading.position?.end.offset??l.range[0]],reason:"Unexpected second level-1 heading, expected the title of the list to be the only one",...Ma(e,d?a:[l],d?"Demote the sections and all below them":"Demote the section")}}}});function*Ta(e,t){let n=Ra(e);n?yield n:t&&(yield*Oa(e))}function Ra({text:e,sections:t}){let[n,...o]=t;if(n?.depth!==2||n.setext||n.entries.length>0||!/^awesome\b/i.test(n.title)||o.some(({depth:i})=>i===1)||!o.some(({depth:i})=>i===2)||/<h1\b/i.test(e))return;let[s]=n.range;return{at:[s,n.heading.position?.end.offset??s],reason:"Unexpected level 2 of the title, expected level 1 above the sections",fix:b("Make it level 1",x(s,s+1))}}function*Oa(e){if(e.text.trim()===""||Qe(e).designed)return;let[t]=e.sections;if(t?.depth===1)return;let n=t?.heading.position?.end.offset;yield{at:n===void 0?[0,0]:[t.range[0],n],reason:"Expected a title such as `# Awesome Name` at the top, add one"}}function Pa(e,{heading:t}){let n=t.children.find(({type:r})=>r==="text"),o=n?.position?.start.offset;if(o===void 0||t.children.some(({type:r})=>r==="html"))return;let s=e.text.slice(o,n?.position?.end.offset).trimEnd(),i=zo(s);if(i!==s)return{at:[o,o+s.length],reason:`Unexpected small letters in the title, expected \`${i}\``,fix:b("Write it in title case",u(o,o+s.length,i))}}function Ma({text:e},t,n){let o=t.flatMap(s=>Ho(e,s)??[]);return o.length===t.length?{fix:b(n,...o)}:{}}function*Ba(e,t){let[n]=t.heading.children,o=n?.position?.start.offset;if(n?.type!=="text"||o===void 0)return;let s=/^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+){2,}(?=\s*$)/u.exec(e.text.slice(o,n.position?.end.offset))?.[0];!s||s===s.toLowerCase()||(yield{at:[o,o+s.length],reason:"Unexpected hyphens between the words of the title, expected spaces",fix:b("Write it in words",u(o,o+s.length,s.replace(/[-_]/g," ")))})}var Jo=h({id:"heading-unique",summary:"Give sections side by side different names.",why:"Of two sections with one name a visitor finds the first and misses the other, and entries go now here, now there.",severity:"warning",aliases:["no-duplicate-headings","no-duplicate-headings-in-section"],examples:{good:[{text:`# List

## Python

### Tools

## Ruby

### Tools
`},{text:`# List

## Online

## Easy

## Hard

## Offline

## Easy

## Hard
`},{text:`# List

## C

## C++

## C#

## ![](a.png)

## ![](b.png)
`}],bad:[{text:`# List

## Tools

- [A](https://a.example)

## Books

- [B](https://b.example)

## tools

- [C](https://c.example)
`,says:["11:1: Unexpected second `tools` beside the one on line 3, merge them or tell them apart"]}]},*check({list:e}){let t=e.sections.filter(s=>P(s.heading).trim()!==""&&!Fa(e,s)),n=[...$(t,Ea).values()].filter(s=>s.length>1),o=$(n,([s])=>Et(s));for(let[s,...i]of n)if(!(!s||o.get(Et(s)).length>1))for(let r of i)yield{at:Y(r),reason:`Unexpected second \`${P(r.heading).trim()}\` beside the one on line ${s.heading.position?.start.line}, merge them or tell them apart`,related:[{message:"the first one",at:Y(s)}]}}}),Et=({depth:e,parent:t})=>`${e} ${t?.range[0]??""}`,Ea=e=>`${Et(e)} ${P(e.heading).trim().replace(/\s+/g," ").toLowerCase()}`,Fa=({contents:e},{range:t})=>e?.links.some(n=>n.range[0]>=t[0]&&n.range[0]<t[1])??!1;var Ia=new RegExp("^(?: {0,3}(?:#{1,6}[ \\t]+\\S|#{2,6}\\p{Lu})|[ \\t]*(?:[-*+]|\\d+[.)])[ \\t]*(?:\\*\\*|__)?\\[[^\\]\\n]+\\]\\((?:https?:|#))","u"),Wa=new RegExp("^[ \\t]*(?:(?:#{1,6}|[-*+]|\\d+[.)])[ \\t]+\\S|#{2,6}\\p{Lu}|[-*+](?:\\*\\*)?\\[)","u"),Na=/^<(?:!--|\?|![A-Z]|!\[CDATA|pre\b|script\b|style\b|textarea\b)/i,Ko=h({id:"html-blank-line",summary:"Leave a blank line between HTML and the markdown below it.",why:"Markdown takes everything from a line of HTML up to the next blank line for HTML: headings and items in there show as raw text.",severity:"error",fix:"safe",examples:{good:[{text:`<a name="tools"></a>

## Tools

- [A](https://a.example)
`},{text:`<!--
## Tools
- [A](https://a.example)
-->
`},{text:`<pre>
- [A](https://a.example)
</pre>
`},{text:`<p>
  - a word
</p>
`}],bad:[{text:`<a name="tools" />
## Tools

- [A](https://a.example)
`,says:["2:1: Expected a blank line between the HTML and `## Tools`, add one: without it this is no heading"],fixed:`<a name="tools" />

## Tools

- [A](https://a.example)
`},{text:`<details>
<summary>Tools</summary>
- [A](https://a.example)
- [B](https://b.example)

</details>
`,says:["3:1: Expected a blank line between the HTML and `- [A]`, add one: without it this is no list"],fixed:`<details>
<summary>Tools</summary>

- [A](https://a.example)
- [B](https://b.example)

</details>
`}]},*check({list:e}){let t=e.text.includes(`\r
`)?`\r
`:`
`;for(let[n,o]of e.verbatim){let s=e.text.slice(n,o);if(s[0]!=="<"||Na.test(s))continue;let i=s.split(`
`),r=i.findIndex((c,p)=>p>0&&Wa.test(c));if(r<0||!i.slice(r).some(c=>Ia.test(c)))continue;let a=n+i.slice(0,r).join(`
`).length+1,l=i[r].trim(),d=l.startsWith("#");yield{at:[a,a+i[r].trimEnd().length],reason:`Expected a blank line between the HTML and \`${l.split("](",1)[0]}${l.includes("](")?"]":""}\`, add one: without it this is no ${d?"heading":"list"}`,fix:y("Insert a blank line",k(a,t))}}}});var Ye=class{#e=new Map;constructor({links:t},n){for(let o of t){let s=H(o.url);if(s===void 0)continue;let i=this.#e.get(s)??{answers:!1,open:!1,silent:!1,paths:new Set},r=de(n,o);i.answers||=r?.status==="alive"||r?.status==="moved"||r?.code!==void 0,i.open||=!r,i.silent||=r?.status==="dead"&&r.code===void 0,r?.status!=="dead"&&i.paths.add(Vo(o.url)),this.#e.set(s,i)}}corrected({url:t}){let n=H(t);if(n===void 0||this.#e.get(n)?.answers)return;let o=[...this.#e].flatMap(([l,d])=>{let c=d.answers||d.open&&!d.silent?Da(n,l):void 0;return c===void 0?[]:[{right:c,same:d.paths.has(Vo(t))}]}),s=new Set((o.some(({same:l})=>l)?o.filter(({same:l})=>l):o).map(({right:l})=>l)),[i,...r]=s;if(i===void 0||r.length>0)return;let a=t.toLowerCase().indexOf(n,t.indexOf("//"));return t.slice(0,a)+i+t.slice(a+n.length)}},Vo=e=>/^https?:\/\/[^/?#]*\/?([^#]*)/i.exec(e)?.[1]?.replace(/\/$/,"")??"";function Da(e,t){let[n,o]=[j(e).registrable,j(t).registrable];if(!(!n||!o))return n===o?Xo(e,t)?t:void 0:Xo(n,o)?e.slice(0,-n.length)+o:void 0}function Xo(e,t){let[n,o]=[e.split(".",1)[0],t.split(".",1)[0]],s=i=>i.replace(/\d/g,"");return F(e,t)&&e[0]===t[0]&&Math.min(n.length,o.length)>=5&&s(e)!==s(t)&&`${n}s`!==o&&`${o}s`!==n}function oe({text:e},t,n){let{url:o,urlRange:s,textRange:i}=t;if(!s)return[];let r=n.replace(/[\s"<>\\`|]/g,encodeURIComponent),a=(p,m)=>Ga(o,n)&&/^http:/i.test(e.slice(...p))?k(p[0]+4,"s"):u(...p,m),l=_a(e,t,r);if(l===void 0)return[];let d=i&&e.slice(...i),c=i&&d===t.text?za(d,o,r):void 0;return c===void 0||c===d?[a(s,l)]:[a(i,c),a(s,l)]}var Ga=(e,t)=>/^http:/i.test(e)&&t===`https:${e.slice(5)}`;function _a(e,{node:t,urlRange:n,textRange:o},s){let i=e[n[0]-1],r=/&#?\w+;/.test(s);if(t?.type==="html"){let l=s.replaceAll("&","&amp;");return i==='"'?l:i==="'"?l.replaceAll("'","%27"):/['=&]/.test(s)?void 0:s}if(t?.type==="link"&&!o)return r?void 0:i==="<"||ja.test(s)?s:`<${s}>`;let a=s.replace(/&(?=#?\w+;)/g,"&amp;");return i==="<"||Ha(a)?a:a.replace(/[()]/g,"\\$&")}var ja=/^https?:\/\/[a-z\d.-]+(?::\d+)?(?:[/?#](?:[\w./?=#%+&,:;@~-]*[a-z\d/=#%+&-])?)?$/i;function Ha(e){let t=0;for(let n of e.match(/[()]/g)??[])if(t+=n==="("?1:-1,t<0)return!1;return t===0}function za(e,t,n){if(Qo(e)!==Qo(t))return;let o=/^https?:/i.test(e)?n:n.replace(/^https?:\/\//i,"");return(e.endsWith("/")?o:o.replace(/^((?:https?:\/\/)?[^/]+)\/$/i,"$1")).replace(/[\\`*[\]<~]|&(?=#?\w+;)|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu,"\\$&")}var Qo=e=>e.replace(/^https?:\/\//i,"").replace(/\/$/,"");var Yo={status:"dead",code:404,reason:"the server answered `404` twice"},qa={status:"dead",reason:"there is no host `www.hradware.example`"},Zo={status:"alive",code:200},es=h({id:"link-alive",summary:"Link only to what is there.",why:"Whoever follows the link finds nothing. Only what is certain is called dead: a page that was asked for twice, a host that no name server knows. What is blocked, slow or broken today is not.",severity:"error",fix:"unsafe",aliases:["no-dead-urls"],examples:{good:[{text:`- [A](https://a.example)
- [B](https://b.example)
- [C](https://c.example)
`,facts:{links:new Map([["https://a.example/",Zo],["https://b.example/",{status:"unsure",code:503,reason:"the server answers `503`"}]])}}],bad:[{text:`- [A](https://a.example/old#news)
- [B][b], [again][b]

[b]: <https://b.example/>
`,facts:{links:new Map([["https://a.example/old",{...Yo,archived:"https://web.archive.org/web/2024/https://a.example/old"}],["https://b.example/",Yo]])},says:["1:7: Unexpected dead link `https://a.example/old#news`, the server answered `404` twice","4:7: Unexpected dead link `https://b.example/`, the server answered `404` twice"],fixed:`- [A](https://web.archive.org/web/2024/https://a.example/old#news)
- [B][b], [again][b]

[b]: <https://b.example/>
`},{text:`- [Saws](https://www.hardware.example/saws)
- [Files](https://www.hradware.example/files)
`,facts:{links:new Map([["https://www.hardware.example/saws",Zo],["https://www.hradware.example/files",qa]])},says:["2:11: Unexpected dead link `https://www.hradware.example/files`, there is no host `www.hradware.example`, expected `https://www.hardware.example/files`"],fixed:`- [Saws](https://www.hardware.example/saws)
- [Files](https://www.hardware.example/files)
`}]},*check({list:e,facts:t}){let n=[...ee(e,t)].filter(({link:s,fact:i})=>i.status==="dead"&&Ja(s)),o=n.some(({fact:s})=>s.code===void 0)?new Ye(e,t):void 0;for(let{link:s,fact:i,at:r}of n){let a=i.code===void 0?o?.corrected(s):void 0,l=s.role==="image"?void 0:i.archived,d=i.reason??(i.code===void 0?"nothing is there":`the server answers \`${i.code}\``),[c,p]=a?["Correct the host",a]:["Link the copy in the Wayback Machine",l],m=p===void 0?[]:oe(e,s,qe(p,s.url));yield{at:r,reason:`Unexpected dead link \`${s.url}\`, ${d}${a?`, expected \`${a}\``:""}`,...m.length>0&&{fix:b(c,...m)}}}}}),Ja=({url:e})=>j(H(e)??"").exists;function*ts(e,t){for(let n of ee(e,t)){let{link:o,fact:s}=n,i=Co(o.url);if(i===void 0||s.fragments?.[i]!==!1||s.status==="dead"||te(s,o.url)!==void 0)continue;let r=Object.keys(s.fragments).filter(d=>s.fragments?.[d]),[a,...l]=r.filter(d=>I(d,i));yield{...n,fragment:i,...a!==void 0&&l.length===0&&{near:a}}}}function ns({links:e}){let t=new Map;for(let{node:n}of e)n?.type==="definition"&&!t.has(n.identifier)&&t.set(n.identifier,n);return t}var Ka=100,Va=e=>e.replace(/\s+/g," ").trim().toLowerCase();function Ft(e){let t=[...ns(e).keys()];if(t.length===0)return[];let n=new Map,o=i=>{let r=n.get(i);if(r||n.size>=Ka)return r??[];let a=t.filter(l=>I(l,i)||Xa(l,i));return n.set(i,a),a},s=[];for(let{range:i}of e.prose){let r=e.text.slice(...i);for(let a of r.matchAll(/(?<![\p{L}\p{N}\\\]!])\[([^[\]\n]{2,200})\]\[([^[\]\n]{0,80})\](?![[(])/gu)){let[,l="",d=""]=a,c=d||l;if(!new RegExp("\\p{L}{2}","u").test(l)||!/[\p{L}\p{N}]/u.test(c)||/^\^|:\/\//.test(c))continue;let p=i[0]+a.index,m=o(Va(c)),f=p+a[0].length-1-d.length;s.push({name:c,range:[p,p+a[0].length],...m.length===1&&{near:m[0],edit:u(f,f+d.length,m[0])}})}}return s}var Xa=(e,t)=>e.length===t.length&&e!==t&&e.length>2&&[...e].sort().join("")===[...t].sort().join("");function os(e){let t=new Set;for(let{node:n}of e.links)(n?.type==="linkReference"||n?.type==="imageReference")&&t.add(n.identifier);for(let{near:n}of Ft(e))n!==void 0&&t.add(n);return[...ns(e).values()].flatMap(n=>{let[o,s]=[n.position?.start.offset,n.position?.end.offset];if(o===void 0||s===void 0||t.has(n.identifier))return[];if(/^(?:\/\/|#|comment\d*|-|_)?$/.test(n.identifier)||/^#?$/.test(n.url))return[];let i=v(e.text,o),r=D(e.text,s),a=e.text.slice(i,o).trim()===""&&e.text.slice(s,r).trim()==="";return[{node:n,range:[o,s],...a&&{edit:x(i,r)}}]})}var ss=new WeakMap;function Qa(e){let t=ss.get(e);if(t)return t;let n=new Set(["",...e.paths]);for(let s of e.paths)for(let i=s.lastIndexOf("/");i>0;i=s.lastIndexOf("/",i-1)){let r=s.slice(0,i);if(n.has(r))break;n.add(r)}let o={exact:n,small:new Map([...n].map(s=>[s.toLowerCase(),s]))};return ss.set(e,o),o}var Ya=/\.(?:md|mdx|markdown|rst|adoc|txt|html?|pdf|png|jpe?g|gif|svg|webp|ico|json|ya?ml|toml|csv|ipynb|bib|tex)$/i;function is(e,t){let[,n="",o]=/^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(t)??[];if(n===""||/^[a-z][a-z\d+.-]*:|^\/|[{}<>\\|]/i.test(n))return{state:"unknown"};let i=[...e.here.split("/").slice(0,-1)];for(let c of rs(n).split("/"))if(!(c===""||c===".")){if(c!=="..")i.push(c);else if(i.pop()===void 0)return{state:"unknown"}}let r=i.join("/"),{exact:a,small:l}=Qa(e);if(r===e.here&&o!==void 0)return{state:"here",fragment:o};if(a.has(r))return{state:"there"};let d=l.get(r.toLowerCase());return d!==void 0?{state:"other case",path:Za(d,n)}:{state:Ya.test(r)||/^\.{1,2}\//.test(n)?"missing":"unknown"}}function rs(e){try{return decodeURIComponent(e)}catch{return e}}function Za(e,t){let n=e.split("/"),o=t.split("/");for(let s=o.length-1,i=n.length-1;s>=0&&i>=0&&!(o[s]===".."||o[s]===".");s--)o[s]!==""&&(rs(o[s])!==n[i]&&(o[s]=encodeURI(n[i])),i--);return o.join("/")}var as=h({id:"link-anchor",summary:"Link only to headings, files and definitions that are there.",why:"A link into the page or the repository that leads nowhere is broken for every reader, and needs no network to be found.",severity:"error",fix:"mixed",aliases:["no-undefined-references","no-unused-definitions"],options:{unused:{meaning:"Whether a definition that no link uses is a finding; by default it is none.",example:!0},remote:{meaning:"Whether places on other pages count, too, where the run asks the web; by default they do not.",example:!0}},presetOptions:{awesome:{unused:!0}},examples:{good:[{text:`# List

See [tools](#tools), [top](#readme) and [this](#here).

## Tools

<a name="here"></a>
`},{text:`A [x][y] without definitions is text, and [ ][x] too.
`},{text:`[A](docs/a.md), [issues](../../issues), [site](docs/page).
`,facts:{files:{here:"readme.md",paths:["readme.md","docs/a.md"]}}},{text:`[//]: # (a comment)

[a]: https://a.example
`}],bad:[{text:`# List

See [tools](#small-tool), [books](#Books) and [films](#films).

## Small Tools

## Books
`,says:["3:13: Unexpected link to `#small-tool`, which leads nowhere, expected `#small-tools`","3:35: Unexpected capitals in `#Books`, expected `#books`","3:55: Unexpected link to `#films`, no heading has that name"],fixed:`# List

See [tools](#small-tools), [books](#books) and [films](#films).

## Small Tools

## Books
`},{text:`[A](docs/A.md) and ![b](./b.png).
`,facts:{files:{here:"readme.md",paths:["readme.md","docs/a.md"]}},says:["1:5: Unexpected case of `docs/A.md`, expected `docs/a.md` as the file is named","1:25: Unexpected link to `./b.png`, there is no such file here"],fixed:`[A](docs/a.md) and ![b](./b.png).
`},{text:`- [A](https://a.example/#instal), [B](https://a.example/#use) and [C](https://a.example/#install).
`,options:{remote:!0},facts:{links:new Map([["https://a.example/",{status:"alive",fragments:{instal:!1,use:!1,install:!0}}]])},says:["1:7: Unexpected link to `#instal`, the page has no such place, expected `#install`","1:39: Unexpected link to `#use`, the page has no such place"],fixed:`- [A](https://a.example/#install), [B](https://a.example/#use) and [C](https://a.example/#install).
`},{text:`[First][first], [second][secnod].

[first]: https://a.example
[second]: https://b.example
[third]: https://c.example
`,options:{unused:!0},says:["1:17: Unexpected link by the name `secnod`, which nothing defines, expected `second`","5:1: Unexpected definition of `third`, which no link uses"],fixed:`[First][first], [second][second].

[first]: https://a.example
[second]: https://b.example
`}]},*check({list:e,facts:t,options:n}){yield*el(e);for(let o of e.links)t.files&&(yield*nl(t.files,o));n.remote&&(yield*tl(e,t)),yield*ol(e),n.unused&&(yield*sl(e))}});function*el(e){for(let{link:t,at:n,landing:o,right:s,sure:i}of hn(e)){let r=s===void 0?{}:ls(t,i?"safe":"unsafe",s);if(o==="other case")yield{at:n,severity:"warning",reason:`Unexpected capitals in \`${t.url}\`, expected \`${s}\``,...r};else{let a=s?`which leads nowhere, expected \`${s}\``:"no heading has that name";yield{at:n,reason:`Unexpected link to \`${t.url}\`, ${a}`,...r}}}}function*tl(e,t){for(let{link:n,at:o,fragment:s,near:i}of ts(e,t)){let r=`${n.url.slice(0,-s.length)}${i}`,a=i===void 0?[]:oe(e,n,r);yield{at:o,severity:"warning",reason:`Unexpected link to \`#${s}\`, the page has no such place${i===void 0?"":`, expected \`#${i}\``}`,...a.length>0&&{fix:b("Use the name that the page has",...a)}}}}function ls({role:e,urlRange:t},n,o){return e==="html"||!t?{}:{fix:{safety:n,title:"Correct the link",edits:[u(...t,o)]}}}function*nl(e,t){if(!t.urlRange||t.broken)return;let n=is(e,t.url);if(n.state==="missing"&&(yield{at:t.urlRange,reason:`Unexpected link to \`${t.url}\`, there is no such file here`}),n.state==="other case"){let o=t.url.replace(/^[^?#]*/,()=>n.path);yield{at:t.urlRange,reason:`Unexpected case of \`${t.url}\`, expected \`${o}\` as the file is named`,...ls(t,"safe",o)}}}function*ol(e){for(let{name:t,range:n,near:o,edit:s}of Ft(e))yield{at:n,reason:`Unexpected link by the name \`${t}\`, which nothing defines${o?`, expected \`${o}\``:""}`,...s&&{fix:b("Use the defined name",s)}}}function*sl(e){for(let{node:t,range:n,edit:o}of os(e))yield{at:n,severity:"warning",reason:`Unexpected definition of \`${t.label??t.identifier}\`, which no link uses`,...o&&{fix:y("Remove the definition",o)}}}var Ze=class{counts=new Map;slashes=new Map;frequent;models;constructor(t){for(let{url:n}of t){let{registrable:o,exists:s}=j(H(n)??"");if(!o||!s)continue;this.counts.set(o,(this.counts.get(o)??0)+1);let i=/^https?:\/\/[^/]+(\/?)$/i.exec(n);i&&this.slashes.set(o,(this.slashes.get(o)??0)+(i[1]==="/"?1:-1))}this.frequent=[...this.counts].filter(([,n])=>n>1),this.models=this.frequent.filter(([n,o])=>o>=5&&(ds.has(n)||n.split(".",1)[0].length>=12)).map(([n])=>n)}meant(t){let n;for(let[o,s]of this.frequent){if(s<=(this.counts.get(n??"")??0))continue;let i=o.split(".").length,r=t.split(".").slice(-i).join(".");(r.includes(".")&&o.startsWith(r)||F(r,o))&&(n=o)}return n}usual(t){if(this.counts.get(t)!==1)return;let n=t.split(".",1)[0];return this.models.find(o=>{if(!F(t,o))return!1;let s=o.split(".",1)[0];return ds.has(o)||t.slice(t.indexOf("."))===o.slice(o.indexOf("."))&&`${s}s`!==n&&s!==`${n}s`})}},ds=new Set(["github.com","gitlab.com","youtube.com","arxiv.org","stackoverflow.com","huggingface.co","sourceforge.net","linkedin.com","googleapis.com","githubusercontent.com"]);function cs({links:e,text:t}){let n=e.flatMap(({resourceRange:o})=>{if(!o)return[];let[s,i]=o,r=t.slice(s,i),a=r.trim();if(r.includes(`
`)||a===""||a===r)return[];let l=s+r.indexOf(a),d=[x(s,l),x(l+a.length,i)];return[{range:o,edits:d.filter(({range:c})=>c[0]<c[1])}]});return n.length>8&&n.length>e.length/5?[]:n}var ps=h({id:"link-destination",summary:"Write complete addresses: one scheme, a host that can exist, nothing around them.",why:"Such an address leads nowhere, and that can be seen without asking the web.",severity:"error",fix:"mixed",aliases:["awesome-list-item","no-empty-url"],examples:{good:[{text:`- [A](https://a.example/b//c)
- [B](docs/b.md)
- [C](#c)
- [D](https://web.archive.org/web/2014/http://d.example/)
`},{text:`- [A](https://192.0.2.1/) and [B](http://localhost:8080/) of www.example.org
`}],bad:[{text:`- [A](https:/a.example/)
- [B](http//b.example/)
`,says:["1:7: Unexpected start of the address `https:/`, expected `https://`","2:7: Unexpected start of the address `http//`, expected `http://`"],fixed:`- [A](https://a.example/)
- [B](http://b.example/)
`},{text:`- [A](http://https://a.example/)
`,says:["1:7: Unexpected start of the address `http://https://`, expected `https://`"],fixed:`- [A](https://a.example/)
`},{text:`- [A](hhttps://a.example/)
`,says:["1:7: Unexpected start of the address `hhttps://`, expected `https://`"],fixed:`- [A](https://a.example/)
`},{text:`- [A](www.example.org)
`,says:["1:7: Expected `https://` before the host, without it this is a path in the repository"],fixed:`- [A](https://www.example.org)
`},{text:`- [A]((https://a.example/))
`,says:["1:7: Unexpected brackets around the address, remove them"],fixed:`- [A](https://a.example/)
`},{text:`- [A]( https://a.example/ )
`,says:["1:7: Unexpected space around the address, remove it"],fixed:`- [A](https://a.example/)
`},{text:`- [A](https://a.invalide/)
`,says:["1:15: Unexpected top-level domain `.invalide`, which does not exist"]},{text:`- [A](https://a.example.org/)
- [B](https://b.example.org/)
- [C](https://c.example.or)
`,says:["3:15: Unexpected host `c.example.or`, whose top-level domain does not exist, expected `c.example.org`"],fixed:`- [A](https://a.example.org/)
- [B](https://b.example.org/)
- [C](https://c.example.org/)
`}]},*check({list:e}){let t=new Ze(e.links);for(let{range:n,edits:o}of cs(e))yield{at:n,severity:"warning",reason:"Unexpected space around the address, remove it",fix:A("Remove the space",...o)};for(let n of e.links){if(!n.urlRange)continue;let o=e.text.slice(...n.urlRange),s=il(o,n.urlRange)??rl(o,n.urlRange)??al(n,o)??ll(o,n.urlRange,t);s&&(yield s)}}});function il(e,[t,n]){let o=/^\((https?:\/\/[^()]+)\)$/.exec(e)??/^[[("'“]{1,2}(https?:\/\/[^\s"'”)\]]+)["'”\]]*$/.exec(e);if(o)return{at:[t,n],reason:"Unexpected brackets around the address, remove them",fix:y("Remove the brackets",u(t,n,o[1]))}}function rl(e,[t]){let n=Zt(e);if(!n)return;let{found:o,expected:s}=n;return{at:[t,t+o.length],reason:`Unexpected start of the address \`${o}\`, expected \`${s}\``,fix:y("Correct the scheme",u(t,t+o.length,s))}}function al({role:e,node:t,url:n,urlRange:o},s){if(e==="image"||t?.type==="html"||/^https?:/i.test(n))return;let i=en(s);if(!i)return;let[r]=o;return{at:[r,r+i.length],reason:"Expected `https://` before the host, without it this is a path in the repository",fix:y("Add the scheme",k(r,"https://"))}}function ll(e,[t],n){let o=H(e);if(!o||!/^[a-z\d.-]+$/.test(o))return;let{exists:s,registrable:i,suffix:r}=j(o),a=t+e.toLowerCase().indexOf(o,e.indexOf("//")),l=[a,a+o.length],d=s?i&&n.usual(i):n.meant(o);if(s&&!d)return;if(!d)return{at:l,reason:`Unexpected top-level domain \`.${r??o}\`, which does not exist`};let c=l[1]===t+e.length,p=s?i.split(".").length:d.split(".").length,m=[...o.split(".").slice(0,-p),d].join(".");return{at:l,...s&&{severity:"warning"},reason:s?`Unexpected host \`${o}\`, which is one slip away from \`${d}\` that the list links ${n.counts.get(d)} times`:`Unexpected host \`${o}\`, whose top-level domain does not exist, expected \`${m}\``,fix:b("Use the usual host",u(...l,m+(c&&(n.slashes.get(d)??0)>0?"/":"")))}}var ms=h({id:"link-https",summary:"Use `https:` where it answers the same.",why:"Over `http:` anyone on the way can read along and change the page.",severity:"warning",fix:"safe",examples:{good:[{text:`- [A](http://a.example)
- [B](https://b.example)
`,facts:{links:new Map([["http://a.example/",{status:"alive",code:200}]])}}],bad:[{text:`- [A](http://a.example/?b=c#d) and [http://a.example](http://a.example)
`,facts:{links:new Map([["http://a.example/?b=c",{status:"alive",https:"https://a.example/?b=c"}],["http://a.example/",{status:"alive",https:"https://a.example/"}]])},says:["1:7: Unexpected `http://a.example/?b=c#d`, expected `https:`, which answers the same","1:55: Unexpected `http://a.example`, expected `https:`, which answers the same"],fixed:`- [A](https://a.example/?b=c#d) and [https://a.example](https://a.example)
`}]},*check({list:e,facts:t}){for(let{link:n,fact:o,at:s}of ee(e,t)){let i=Uo(o,n.url);if(i===void 0||o.status==="dead"||te(o,n.url)!==void 0||!/^http:/i.test(e.text.slice(...s)))continue;let r=oe(e,n,i),a=i.slice(6)===n.url.slice(5)?"https:":i;yield{at:s,reason:`Unexpected \`${n.url}\`, expected \`${a}\`, which answers the same`,...r.length>0&&{fix:y("Use `https:`",...r)}}}}});var $e={status:"moved",code:301},fs=h({id:"link-moved",summary:"Link to where a page is, not to where it was.",why:"The old address sends readers on as long as somebody keeps it up; after that the link is dead. Only moves that the server calls permanent count, and that lead to another place, not to another form of the address.",severity:"warning",fix:"mixed",aliases:["no-dead-urls"],examples:{good:[{text:`- [A](https://a.example/b)
- [C](http://c.example)
`,facts:{links:new Map([["https://a.example/b",{...$e,to:"https://www.a.example/b/",sure:!0}],["http://c.example/",{...$e,to:"https://c.example/",sure:!0}]])}},{text:`- [A](https://a.example)
`,facts:{links:new Map([["https://a.example/",{status:"alive",code:302}]])}}],bad:[{text:`- [A](https://github.com/ann/tool#usage)
- <http://b.example>
`,facts:{links:new Map([["https://github.com/ann/tool",{...$e,to:"https://github.com/tools/tool",sure:!0}],["http://b.example/",{...$e,to:"https://c.example/"}]])},says:["1:7: Unexpected old address `https://github.com/ann/tool#usage`, it has moved for good to `https://github.com/tools/tool#usage`","2:4: Unexpected old address `http://b.example`, it has moved for good to `https://c.example`"],fixed:`- [A](https://github.com/tools/tool#usage)
- <https://c.example>
`},{text:`[![A](https://a.example/a.png)][a]

[a]: https://a.example/a "A"
`,facts:{links:new Map([["https://a.example/a",{...$e,to:"https://b.example/a_(b",sure:!0}]])},says:["3:6: Unexpected old address `https://a.example/a`, it has moved for good to `https://b.example/a_(b`"],fixed:`[![A](https://a.example/a.png)][a]

[a]: https://b.example/a_\\(b "A"
`}]},*check({list:e,facts:t,isChanged:n}){if(!t.links)return;let o=Ve(e,t,n).filter(({leadsTo:r})=>r!==void 0),s=new Set(o.map(({entry:r})=>r.link)),i=new Set(o.map(r=>r.first.link));for(let{link:r,fact:a,at:l}of ee(e,t)){let d=te(a,r.url);if(d===void 0||s.has(r))continue;let c=i.has(r)?[]:oe(e,r,d),p=a.sure?y:b;yield{at:l,reason:`Unexpected old address \`${r.url}\`, it has moved for good to \`${d}\``,...c.length>0&&{fix:p("Use the new address",...c)}}}}});var W={"space before the address":"Unexpected space between `]` and `(`, remove it: markdown sees no link here","full-width parentheses":"Unexpected full-width parentheses around the address, expected `(` and `)`: markdown sees no link here","reversed brackets":"Unexpected `(text)[address]`, expected `[text](address)`","swapped text and address":"Unexpected `[address](text)`, expected `[text](address)`","square brackets around the address":"Unexpected `[text][address]`, expected `[text](address)`","wrong closing bracket":"Unexpected closing bracket, expected `[text](address)`","wrong opening bracket":"Unexpected opening bracket, expected `[text](address)`","missing opening parenthesis":"Expected `(` between `]` and the address, add it","missing closing parenthesis":"Expected `)` after the address, add it","missing closing bracket":"Expected `]` between the text and the address, add it","missing opening bracket":"Expected `[` before the text of the link, add it","stray closing parenthesis":"Unexpected `)` between `]` and `(`, remove it","stray characters before the address":"Unexpected characters between `(` and the address, remove them","blank inside the address":"Unexpected blank inside the address, remove it: markdown sees no link here"},hs=h({id:"link-syntax",summary:"Write links as `[text](address)`, on one line.",why:"One wrong bracket and markdown sees no link: the reader gets the raw text, and the entry leads nowhere.",severity:"error",fix:"safe",aliases:["correct-media-syntax","no-undefined-references"],examples:{good:[{text:`- [A](https://a.example) - First.
`},{text:`- [A][a] - First.

[a]: https://a.example
`},{text:`- [ ] (https://a.example) is a task.
`},{text:"In code: `[A] (https://a.example)`\n"},{text:`Escaped: \\[A] (https://a.example)
`}],bad:[{text:`- [https://a.example](The first one) - First.
`,says:[`1:3: ${W["swapped text and address"]}`],fixed:`- [The first one](https://a.example) - First.
`},{text:`- A](https://a.example) - First.
`,says:[`1:3: ${W["missing opening bracket"]}`],fixed:`- [A](https://a.example) - First.
`},{text:`- [A](#a)]
`,says:["1:10: Unexpected `]` after the link, remove it"],fixed:`- [A](#a)
`},{text:`- A (once [B])(https://b.example) - First.
`,says:[`1:11: ${W["stray closing parenthesis"]}`],fixed:`- A (once [B](https://b.example)) - First.
`},{text:`- [A] (https://a.example) - First.
`,says:[`1:3: ${W["space before the address"]}`],fixed:`- [A](https://a.example) - First.
`},{text:`- (A)[https://a.example] - First.
`,says:[`1:3: ${W["reversed brackets"]}`],fixed:`- [A](https://a.example) - First.
`},{text:`- [A][https://a.example] - First.
`,says:[`1:3: ${W["square brackets around the address"]}`],fixed:`- [A](https://a.example) - First.
`},{text:`- [A](https://a.example - First.
`,says:[`1:3: ${W["missing closing parenthesis"]}`],fixed:`- [A](https://a.example) - First.
`},{text:`- [A]https://a.example) - First.
`,says:[`1:3: ${W["missing opening parenthesis"]}`],fixed:`- [A](https://a.example) - First.
`},{text:`- [A](https://a.example/b .html) - First.
`,says:[`1:3: ${W["blank inside the address"]}`],fixed:`- [A](https://a.example/b.html) - First.
`},{text:`- [A)(https://a.example) - First.
`,says:[`1:3: ${W["wrong closing bracket"]}`],fixed:`- [A](https://a.example) - First.
`},{text:`- [A](
https://a.example) - First.
`,says:["1:7: Unexpected line break inside the link, join the lines"],fixed:`- [A](https://a.example) - First.
`}]},*check({list:e}){for(let{kind:t,range:n,edits:o}of e.brokenLinks)yield{at:n,reason:W[t],fix:y("Repair the link",...o)};yield*dl(e);for(let{resourceRange:t,urlRange:n}of e.links)!t||!n||!e.text.slice(t[0],n[0]).includes(`
`)||(yield{at:[t[0],n[0]],severity:"warning",reason:"Unexpected line break inside the link, join the lines",note:"Markdown still reads it, but whatever works line by line (diffs, searches, other tools) loses the link.",fix:A("Join the lines",u(t[0],n[0],""))})}});function*dl(e){for(let{range:t,resourceRange:n,node:o}of e.links){let s=t[1];if(o?.type!=="link"||!n||e.text[s]!=="]"||"[(".includes(e.text[s+1]??" "))continue;let i=e.blocks.find(a=>a.range[0]<=s&&s<a.range[1]),r=i?e.text.slice(...i.range):"[";r.split("[").length>=r.split("]").length||(yield{at:[s,s+1],severity:"warning",reason:"Unexpected `]` after the link, remove it",fix:y("Remove it",x(s,s+1))})}}var gs="\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178",It=`[\\u0080-\\u00bf${gs}]`,cl=new RegExp(`[\\u00c2-\\u00df]${It}|[\\u00e0-\\u00ef]${It}{2}|[\\u00f0-\\u00f4]${It}{3}`,"gu"),pl=new RegExp(`(?:${cl.source})+`,"gu"),us,ml=e=>{let t=gs.indexOf(e);return t<0?e.charCodeAt(0):128+t},fl=/^[\u00c2-\u00c5\u00e2\u00ef\u00f0]/,hl=/[\u00c2-\u00f4]/;function Wt(e){let t=[];if(!hl.test(e))return t;for(let n of e.matchAll(pl))try{us??=new TextDecoder("utf-8",{fatal:!0});let o=us.decode(Uint8Array.from(n[0],ml));if([...o].length<2&&(!fl.test(n[0])||/^.[‘’“”]$/.test(n[0]))||/[\u0080-\u009f]/.test(o))continue;t.push({start:n.index,end:n.index+n[0].length,decoded:o})}catch{}return t}function xs(e){return Wt(e).reduceRight((t,{start:n,end:o,decoded:s})=>t.slice(0,n)+s+t.slice(o),e)}var ys=h({id:"link-text",summary:"Give links a text that reads well: no padding, no shouting, brackets closed.",why:"The text of its link is the name of an entry: what is wrong in it is seen first and copied most.",severity:"warning",fix:"mixed",aliases:["awesome-list-item"],examples:{good:[{text:`- [NASA and ESA data (2020)](https://a.example)
`},{text:`- [ACM SIGGRAPH](https://a.example)
`}],bad:[{text:`- [Tools ](https://a.example)
`,says:["1:9: Unexpected space at the end of the link text, remove it"],fixed:`- [Tools](https://a.example)
`},{text:`- [](https://a.example)
`,says:["1:3: Expected a text between the brackets of the link, add one"]},{text:`- [SMALL TOOLS For the Garden](https://a.example)
`,says:["1:4: Unexpected words in capitals, expected `Small Tools for the Garden`"],fixed:`- [Small Tools for the Garden](https://a.example)
`},{text:`- [Tools (2020](https://a.example)
`,says:["1:10: Unexpected `(` that is never closed, add `)`"],fixed:`- [Tools (2020)](https://a.example)
`}]},*check({list:e}){for(let t of e.links)t.role==="image"||!t.textRange||(yield*ul(e,t),yield*gl(e,t),t.role==="entry"&&(yield*yl(e,t),yield*bl(e,t)))}});function*ul({text:e},{textRange:t}){let[n,o]=t,s=e.slice(n,o);if(s.trim()===""||s.includes(`
`))return;let i=s.length-s.trimStart().length,r=s.length-s.trimEnd().length;if(i>0){let a=/[\p{L}\p{N}]/u.test(e[n-2]??""),l=[x(n,n+i),...a?[k(n-1," ")]:[]];yield{at:[n,n+i],reason:"Unexpected space at the start of the link text, remove it",fix:y("Remove the space",...l)}}if(r>0){let a=e.indexOf(")",o);if(e[o+1]==="("&&a>0&&/[\p{L}\p{N}]/u.test(e[a+1]??""))return;yield{at:[o-r,o],reason:"Unexpected space at the end of the link text, remove it",fix:y("Remove the space",x(o-r,o))}}}function*gl({text:e},{textRange:t,range:n,url:o}){let[s,i]=t;e.slice(s,i).trim()!==""||!/^https?:/i.test(o)||(yield{at:n,severity:"error",reason:"Expected a text between the brackets of the link, add one"})}var xl=/^(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|the|to|via|with)$/i;function*yl({text:e},{textRange:t}){let[n,o]=t,s=e.slice(n,o),i=new RegExp("(?<!\\p{Lu})\\p{Lu}{5,}(?:[ ]+(?:\\p{Lu}{5,}))+","u").exec(s);if(!i||!new RegExp("\\p{Lu}\\p{Ll}+","u").test(s)||!i[0].split(/ +/).every(p=>U(p)))return;let r=n+i.index,a=p=>p[0]+p.slice(1).toLowerCase(),l=new RegExp("^(?:\\s+\\p{Lu}\\p{Ll}*)*","u").exec(s.slice(i.index+i[0].length))?.[0]??"",d=i[0].replace(new RegExp("\\p{Lu}+","gu"),a)+l.replace(new RegExp("\\p{L}+","gu"),p=>xl.test(p)?p.toLowerCase():p),c=r+i[0].length+l.length;yield{at:[r,c],reason:`Unexpected words in capitals, expected \`${s.slice(0,i.index)}${d}${s.slice(c-n)}\``,fix:b("Write it in ordinary case",u(r,c,d))}}function*bl({text:e},{textRange:t}){let[n,o]=t,s=e.slice(n,o),i=xs(s).replaceAll("\uFF08","(").replaceAll("\uFF09",")"),r=i.lastIndexOf("(");if(r<0||i.split("(").length!==i.split(")").length+1||i.includes(")",r)||/[:;=8]-?\($/.test(i.slice(0,r+1))||!/[\p{L}\p{N}]/u.test(i.slice(r)))return;let a=s.lastIndexOf("("),l=a>=0?n+a:o;yield{at:a>=0?[l,l+1]:[n,o],reason:"Unexpected `(` that is never closed, add `)`",fix:b("Close the bracket",k(o-(s.length-s.trimEnd().length),")"))}}var wl=new Set(["entry","description","definition"]),bs=h({id:"link-tracking",summary:"Leave out the parts of an address that only track the reader.",why:"Such parameters tell a third party where the click came from. The page is the same without them, and the address shorter.",severity:"warning",fix:"safe",examples:{good:[{text:`- [A](https://a.example/?id=7&page=2#utm_source)
`},{text:`- [A](https://a.example/?si=7)
- [B](https://b.example/?ref=main)
- [C](docs/c.md?utm_source=d)
`},{text:`[![Sponsor](https://a.example/a.svg)](https://a.example/?utm_source=list)
`},{text:`- [A](https://a.example/open?url=https%3A%2F%2Fb.example%2F%3Futm_source%3Dc)
`}],bad:[{text:`- [A](https://a.example/?utm_source=list&utm_medium=web)
`,says:["1:7: Unexpected tracking parameters `utm_source` and `utm_medium` in the address, remove them"],fixed:`- [A](https://a.example/)
`},{text:`- [A](https://a.example/b?id=7&fbclid=xyz&page=2#c)
`,says:["1:7: Unexpected tracking parameter `fbclid` in the address, remove it"],fixed:`- [A](https://a.example/b?id=7&page=2#c)
`},{text:`- [A](https://www.youtube.com/watch?v=abc&si=xyz) and [B](https://b.example/?ref=awesome-things)
`,says:["1:7: Unexpected tracking parameter `si` in the address, remove it","1:59: Unexpected tracking parameter `ref` in the address, remove it"],fixed:`- [A](https://www.youtube.com/watch?v=abc) and [B](https://b.example/)
`}]},*check({list:e}){for(let{role:t,urlRange:n}of e.links){if(!n||!wl.has(t))continue;let o=Oe(e.text.slice(...n));if(!o)continue;let s=[...new Set(o.names)].map(l=>`\`${l}\``),[i,...r]=s.toReversed(),a=r.length>0?`s ${r.toReversed().join(", ")} and ${i}`:` ${i}`;yield{at:n,reason:`Unexpected tracking parameter${a} in the address, remove ${r.length>0?"them":"it"}`,fix:y("Remove what tracks the reader",u(n[0]+o.range[0],n[0]+o.range[1],o.query))}}}});var _="[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)",kl=/^https?:\/\/awesome\.re\/badge(?:-flat2?)?\.(?:svg|png)|sindresorhus\/awesome[@/].*\bbadge(?:-flat2?)?\.svg/i,ws=/^https?:\/\/(?:www\.)?(?:awesome\.re|github\.com\/sindresorhus\/awesome)\/?(?:[#?].*)?$/i,Al=/\btravis-ci\.|\bcircleci\.com\b|\bappveyor\.com\/api\/projects\/status|\/(?:actions\/)?workflows\/[^)\s]*\/badge\.svg|img\.shields\.io\/(?:travis|circleci|appveyor|github\/(?:actions\/)?workflow)/i,ks=h({id:"list-badge",summary:"Show the Awesome badge beside the title, and none of a build.",why:"The badge leads readers to the list of all awesome lists, of which this one wants to be a part; how a build went is no news for them.",severity:"warning",fix:"unsafe",presets:["awesome","strict"],aliases:["awesome-badge","awesome-no-ci-badge"],examples:{good:[{text:`# Awesome Tools ${_}
`},{text:`# Awesome Tools

[![Awesome](https://awesome.re/badge-flat2.svg)][home]

[home]: https://awesome.re
`},{text:`<div align="center">
<img src="logo.png">
</div>

# Awesome Tools
`},{text:`# Awesome Tools ${_}

## CI

- [A](https://a.example) ![Build Status](https://travis-ci.org/a/a.svg)
`}],bad:[{text:`# Awesome Tools

## Small
`,says:[`1:16: Expected the Awesome badge beside the title, add \`${_}\``],fixed:`# Awesome Tools ${_}

## Small
`},{text:`# Awesome Tools ![Awesome](https://awesome.re/badge.svg)
`,says:["1:17: Unexpected Awesome badge without a link, expected it to lead to `https://awesome.re`"],fixed:`# Awesome Tools ${_}
`},{text:`# Awesome Tools [![Awesome](https://a.example/my.svg)](https://awesome.re)
`,says:["1:29: Unexpected picture for the Awesome badge, expected `https://awesome.re/badge.svg`"],fixed:`# Awesome Tools ${_}
`},{text:`# Awesome Tools ${_} [![CI](https://github.com/a/a/actions/workflows/ci.yml/badge.svg)](https://github.com/a/a/actions)
`,says:["1:80: Unexpected badge of a build, remove it"],fixed:`# Awesome Tools ${_}
`}]},*check({list:e,facts:t}){let n=Qe(e),o=e.links.filter(({range:i})=>i[0]<n.range[1]),s=o.filter(i=>i.role==="image");(!t.files||ne(t.files))&&(yield*Ll(e,s,o,n.designed));for(let i of s){if(!Al.test(i.url)&&!/^build status$/i.test(i.text.trim()))continue;let[r,a]=Nt(i,o)?.range??i.range,l=/[ \t]*$/.exec(e.text.slice(Math.max(0,r-20),r))[0].length,d=i.node?.type==="html";yield{at:[r,a],reason:"Unexpected badge of a build, remove it",...!d&&{fix:b("Remove it",x(r-l,a))}}}}}),Nt=(e,t)=>t.find(({role:n,range:o,node:s})=>n!=="image"&&s?.type!=="html"&&o[0]<e.range[0]&&e.range[1]<o[1]);function*Ll({title:e,text:t},n,o,s){let i=n.find(({url:d})=>kl.test(d)),r=i&&Nt(i,o);if(i&&(r||i.node?.type==="html"||i.node?.type==="imageReference"))return;if(i){yield{at:i.range,reason:"Unexpected Awesome badge without a link, expected it to lead to `https://awesome.re`",fix:b("Link it",k(i.range[0],"["),k(i.range[1],"](https://awesome.re)"))};return}let a=n.find(d=>ws.test(Nt(d,o)?.url??""));if(a?.urlRange&&e&&a.range[1]<=(e.heading.position?.end.offset??0)){yield{at:a.urlRange,reason:"Unexpected picture for the Awesome badge, expected `https://awesome.re/badge.svg`",fix:b("Use the badge",u(...a.urlRange,"https://awesome.re/badge.svg"))};return}let l=e?.heading.children.at(-1)?.position?.end.offset;!e||l===void 0||s||o.some(({url:d})=>ws.test(d))||(yield{at:[l,l],reason:`Expected the Awesome badge beside the title, add \`${_}\``,fix:b("Add it",k(l,`${/\s$/.test(t.slice(0,l))?"":" "}${_}`))})}var vl=/^(?:\.github\/|docs\/)?contributing(?:[._-][^/]*)?$/i,As=(...e)=>({files:{here:"readme.md",paths:["readme.md",...e]}}),Ls=h({id:"list-contributing",summary:"Say in a file how to contribute.",why:"GitHub links `contributing.md` from every new pull request: who reads it first asks for less and breaks less.",severity:"warning",presets:["awesome","strict"],aliases:["awesome-contributing"],examples:{good:[{text:`# Tools
`},{text:`# Tools
`,facts:As(".github/CONTRIBUTING.md")},{text:`# Werkzeuge
`,facts:{files:{here:"docs/de.md",paths:["docs/de.md","readme.md"]}}}],bad:[{text:`# Tools
`,facts:As("license"),says:["1:1: Expected a file `contributing.md` that says how to add to the list, add one"]}]},*check({list:e,facts:t}){let{files:n}=t;!e.root.position||!n||!ne(n)||n.paths.some(o=>vl.test(o))||(yield{at:e.title?[e.title.range[0],e.title.heading.position.end.offset]:[0,0],reason:"Expected a file `contributing.md` that says how to add to the list, add one"})}});var $l=/^(?:(?:un)?licen[cs]e(?:[.-][^/]*)?|copying(?:[.-][^/]*)?|licen[cs]es\/.+)$/i,Dt=(...e)=>({files:{here:"readme.md",paths:["readme.md",...e]}}),vs=h({id:"list-license",summary:"Keep the license in a file of its own.",why:"GitHub shows the license it finds in a file, and people look for it there; in the list it is one section more to scroll over.",severity:"warning",fix:"unsafe",presets:["awesome","strict"],aliases:["awesome-license","awesome-github"],examples:{good:[{text:`# Tools

## License Managers

- [A](https://a.example)
`},{text:`# Tools
`,facts:Dt("LICENSE")},{text:`# Werkzeuge
`,facts:{files:{here:"docs/de.md",paths:["docs/de.md","readme.md"]}}}],bad:[{text:`# Tools

- [A](https://a.example)

## License

CC0
`,says:["5:1: Unexpected section about the license, expected it in a file `license`"]},{text:`# Tools

- [A](https://a.example)

## \u{1F4DC} Licence

CC0
`,facts:Dt("license.md"),says:["5:1: Unexpected section about the license, which is in the file `license.md` already"],fixed:`# Tools

- [A](https://a.example)
`},{text:`# Tools
`,facts:Dt("contributing.md"),says:["1:1: Expected a file `license` at the root of the repository, add one"]}]},*check({list:e,facts:t}){if(!e.root.position)return;let n=t.files?.paths.find(o=>$l.test(o));t.files&&!n&&ne(t.files)&&(yield{at:e.title?[e.title.range[0],e.title.heading.position.end.offset]:[0,0],reason:"Expected a file `license` at the root of the repository, add one",note:"Without a license nobody may use the list. awesome asks for one of Creative Commons, best CC0."});for(let[o,s]of e.sections.entries()){if(!new RegExp("^\\P{L}*licen[cs]e\\P{L}*$","iu").test(s.title)||s.entries.length>2)continue;let i=(e.sections[o+1]?.depth??0)>s.depth,[r,a]=s.range,d=a>=e.text.trimEnd().length?e.text.slice(0,r).trimEnd().length+1:r;yield{at:[r,s.heading.position?.end.offset??r],reason:n?`Unexpected section about the license, which is in the file \`${n}\` already`:"Unexpected section about the license, expected it in a file `license`",...n&&!i&&{fix:b("Remove the section",x(d,a))}}}}});var $s=new WeakMap;function Sl(e){let t=new Map,n=(o,s)=>{let i=o.position?.start.offset,r=o.position?.end.offset;if(i!==void 0&&r!==void 0){let l=t.get(o.type),d={node:o,range:[i,r],ancestors:s};l?l.push(d):t.set(o.type,[d])}if(!("children"in o))return;let a=[...s,o];for(let l of o.children)n(l,a)};return n(e,[]),t}function L(e,t){let n=$s.get(e);return n||(n=Sl(e),$s.set(e,n)),n.get(t)??[]}function se(e){let t=E(e);if(!t||t.count===t.total)return;let n=t.count*2>t.total;return{value:t.value,like:n?`like ${t.count} of ${t.total} here`:"like the first here"}}var N=(e,t)=>`${e} ${t}${e===1?"":"s"}`;var Cl={id:"code-block-style",why:"Fences show where code begins and ends, and name its language; indented text turns into code by accident.",good:[{text:"```js\nplay()\n```\n"}],bad:[{text:`Like this:

    npm start
`,says:["3:1: Unexpected indented code, expected it between fences or, if it is meant as text, not indented"]}],*check({root:e,text:t}){for(let{range:n,node:o}of L(e,"code"))o.lang||/^\s{0,3}[`~]{3}/.test(t.slice(...n))||(yield{at:n,reason:"Unexpected indented code, expected it between fences or, if it is meant as text, not indented"})}},Ul={id:"fenced-code-marker",why:"One kind of fence is enough.",good:[{text:"~~~md\n```js\n```\n~~~\n"}],bad:[{text:`~~~js
play()
~~~
`,says:["1:1: Unexpected fence `~~~`, expected `` ``` ``"],fixed:"```js\nplay()\n```\n"}],*check({root:e,text:t}){for(let{range:n,node:o}of L(e,"code")){let s=t.slice(...n),i=/^~{3,}/.exec(s)?.[0];if(!i||/`/.test(`${o.value}${o.lang??""}${o.meta??""}`))continue;let r=/\n[ \t>]*(~{3,})[ \t]*$/.exec(s)?.[1],a=n[0]+s.trimEnd().length,l="`".repeat(i.length);yield{at:[n[0],n[0]+i.length],reason:`Unexpected fence \`${i}\`, expected \`\` ${l} \`\``,fix:A("Use backticks",u(n[0],n[0]+i.length,l),...r?[u(a-r.length,a,"`".repeat(r.length))]:[])}}}},Tl=new Set(["bash","console","ksh","sh","shell","shell-script","tcsh","csh","tmux","zsh"]),Rl={id:"no-shell-dollars",why:"Who copies the lines copies the `$` too, and gets an error for it.",good:[{text:"```sh\n$ echo a\na\n```\n"},{text:"```console\n$ echo a\n```\n"}],bad:[{text:"```sh\n$ npm install\n$ npm start\n```\n",says:["1:1: Unexpected `$` before every command, expected the commands alone"]}],*check({root:e}){for(let{node:t,range:n}of L(e,"code")){if(!t.lang||t.lang==="console"||!Tl.has(t.lang))continue;let o=t.value.split(`
`).filter(s=>s.trim()!=="");o.length===0||o.some(s=>!s.trim().startsWith("$"))||(yield{at:n,reason:"Unexpected `$` before every command, expected the commands alone"})}}},Ol={id:"blockquote-indentation",why:"One blank parts the mark from the words.",good:[{text:`> [!NOTE]
> Read this.
`},{text:`>
> Words.
`}],bad:[{text:`>One
>two.
`,says:["1:2: Unexpected 0 spaces after `>`, expected 1"],fixed:`> One
> two.
`},{text:`>   One.
`,says:["1:2: Unexpected 3 spaces after `>`, expected 1"],fixed:`> One.
`}],*check({root:e,text:t}){for(let{node:n,range:o}of L(e,"blockquote")){let[s]=n.children,i=s?.position?.start.offset,r=i===void 0?"":t.slice(o[0]+1,i);if(i===void 0||/[^ ]/.test(r)||r.length===1||s?.type==="code"||s?.type==="html")continue;let a=[...t.slice(...o).matchAll(/(?<=^|\n)>( *)(?=\S)/g)].flatMap(({index:l,1:d=""})=>{let c=o[0]+l+1;return d.length!==r.length?[]:[d.length===0?k(c," "):x(c+1,c+d.length)]});yield{at:[o[0]+1,i],reason:`Unexpected ${N(r.length,"space")} after \`>\`, expected 1`,fix:A("Keep one",...a)}}}},Pl={id:"no-blockquote-without-marker",why:"A line right after a quotation is part of it, also without the mark: readers of the source think it is not.",good:[{text:`> One
> two.

Three.
`},{text:`> - One
>   two.
`}],bad:[{text:`> One
two.
`,says:["2:1: Unexpected line of a quotation without `>`, add it, or put a blank line before it"],fixed:`> One
> two.
`}],*check({root:e,text:t}){for(let{range:n,ancestors:o}of L(e,"paragraph")){let s=o.filter(({type:d})=>d==="blockquote").length;if(s===0||!t.slice(...n).includes(`
`))continue;let i=[...t.slice(...n).matchAll(/(?<=\n)[ \t>]*/g)].filter(([d])=>d.split(">").length<=s),[r]=i;if(!r)continue;let a=n[0]+r.index,l=o.length===2&&i.every(([d])=>d==="");yield{at:[a,a+Math.max(1,r[0].length)],reason:"Unexpected line of a quotation without `>`, add it, or put a blank line before it",...l&&{fix:b("Add it",...i.map(({index:d})=>k(n[0]+d,"> ")))}}}}},Ml={id:"rule-style",why:"One kind of line is enough.",bad:[{text:`One.

***

Two.
`,says:["3:1: Unexpected line `***`, expected `---`"],fixed:`One.

---

Two.
`}],*check({root:e,text:t}){for(let{range:n,ancestors:o}of L(e,"thematicBreak")){let s=t.slice(...n);if(s==="---")continue;let r=/[^\n]\r?\n[ \t]*$/.test(t.slice(Math.max(0,n[0]-8),n[0]))?`${t.includes(`\r
`)?`\r
`:`
`}---`:"---";yield{at:n,reason:`Unexpected line \`${s}\`, expected \`---\``,...o.length===1&&{fix:A("Use dashes",u(...n,r))}}}}},Bl={id:"hard-break-spaces",why:"Two blanks at the end of a line break it; more do no more.",good:[{text:`One  
two.
`}],bad:[{text:`One    
two.
`,says:["1:4: Unexpected 4 spaces for a line break, expected 2"],fixed:`One  
two.
`}],*check({root:e,text:t}){for(let{range:n}of L(e,"break")){let o=/^ {3,}/.exec(t.slice(...n))?.[0].length;o&&(yield{at:[n[0],n[0]+o],reason:`Unexpected ${o} spaces for a line break, expected 2`,fix:A("Keep two",x(n[0]+2,n[0]+o))})}}},Ss=[Cl,Ul,Rl,Ol,Pl,Ml,Bl];function El({files:e}){let t=e?.here.split("/").at(-1);if(!t)return;let n=t.lastIndexOf(".");return n>0?{stem:t.slice(0,n),extension:t.slice(n+1)}:{stem:t,extension:""}}var Fl=e=>({files:{here:e,paths:[e]}}),he=(e,t,n,o,s)=>({id:e,why:t,bad:[{text:`# Tools
`,facts:Fl(n),says:[`1:1: ${o}`]}],*check({root:i},r){let a=El(r),l=a&&i.position&&s(a.stem,a.extension);l&&(yield{at:[0,0],reason:l})}}),Se="A plain name is easy to type, to link and to remember.",Cs=[he("file-extension","GitHub and editors know markdown by its ending.","readme.markdown","Unexpected ending `.markdown` of the file, expected `.md`",(e,t)=>["","md","mdx"].includes(t)?void 0:`Unexpected ending \`.${t}\` of the file, expected \`.md\``),he("no-file-name-articles",Se,"the-list.md","Unexpected `the` at the start of the file name, remove it",e=>{let t=/^(?:the|teh|an?)\b/i.exec(e)?.[0];return t&&`Unexpected \`${t}\` at the start of the file name, remove it`}),he("no-file-name-consecutive-dashes",Se,"big--list.md","Unexpected `--` in the file name, expected `-`",e=>e.includes("--")?"Unexpected `--` in the file name, expected `-`":void 0),he("no-file-name-irregular-characters",Se,"my_list.md","Unexpected `_` in the file name, expected letters, digits and dashes",e=>{let t=/[^-.\dA-Za-z]/u.exec(e)?.[0];return t&&`Unexpected \`${t}\` in the file name, expected letters, digits and dashes`}),he("no-file-name-mixed-case",Se,"MyList.md","Unexpected capitals and small letters in the file name, expected one of them",e=>e===e.toLowerCase()||e===e.toUpperCase()?void 0:"Unexpected capitals and small letters in the file name, expected one of them"),he("no-file-name-outer-dashes",Se,"-list.md","Unexpected `-` at an end of the file name, remove it",e=>/^-|-$/.test(e)?"Unexpected `-` at an end of the file name, remove it":void 0)];var Us=e=>e.children.at(-1)?.position?.end.offset??0,Il={id:"heading-style",why:"Headings led by hashes show their level at a glance, and tools find them line by line.",good:[{text:`# Awesome C

## C# #csharp
`}],bad:[{text:`Tools
=====

Small
---
`,says:["1:1: Unexpected underlined heading, expected `# Tools`","4:1: Unexpected underlined heading, expected `## Small`"],fixed:`# Tools

## Small
`},{text:`## Tools ##
`,says:["1:9: Unexpected hashes behind the heading, expected `## Tools`"],fixed:`## Tools
`}],*check({root:e,text:t}){for(let{node:n,range:o}of L(e,"heading")){let s=Us(n),i="#".repeat(n.depth);if(n.children.length===0)continue;let r=t.slice(...o),[a]=o,l=t.slice(n.children[0].position?.start.offset,s);if(t[a]!=="#"){let d=!l.includes(`
`)&&!/[^\s=-]/.test(t.slice(s,o[1]));yield{at:o,reason:`Unexpected underlined heading, expected ${d?`\`${i} ${l}\``:`one led by \`${i}\``}`,...d&&{fix:A("Lead it with hashes",k(a,`${i} `),x(s,o[1]))}}}else/^[ \t]+#+[ \t]*$/.test(t.slice(s,o[1]))&&r.trimEnd().endsWith("#")&&(yield{at:[s,o[1]],reason:`Unexpected hashes behind the heading, expected \`${i} ${l}\``,fix:A("Remove them",x(s,o[1]))})}}},Wl={id:"no-heading-content-indent",why:"One blank is enough, and searches for `## Tools` find the heading.",bad:[{text:`##  Tools
`,says:["1:3: Unexpected 2 spaces between hashes and heading, expected 1"],fixed:`## Tools
`}],*check({root:e,text:t}){for(let{node:n,range:o}of L(e,"heading")){let s=/^#{1,6}( {2,})(?=\S)/.exec(t.slice(...o))?.[1];if(!s)continue;let i=o[0]+n.depth;yield{at:[i,i+s.length],reason:`Unexpected ${N(s.length,"space")} between hashes and heading, expected 1`,fix:A("Keep one",x(i+1,i+s.length))}}}},Nl={id:"no-heading-indent",why:"A heading is found by the eye and by tools at the start of a line; with one blank more it would be code.",bad:[{text:`  ## Tools
`,says:["1:1: Unexpected 2 spaces before the heading, expected none"],fixed:`## Tools
`}],*check({root:e,text:t}){for(let{range:n,ancestors:o}of L(e,"heading")){let s=v(t,n[0]),i=t.slice(s,n[0]);o.length>1||!/^ +$/.test(i)||(yield{at:[s,n[0]],reason:`Unexpected ${N(i.length,"space")} before the heading, expected none`,fix:A("Remove them",x(s,n[0]))})}}},Dl=new RegExp("(?:\\b(?:etc|Misc|Inc|Ltd|Co|Corp|Jr|Sr|vs|al)\\.|\\.\\.\\.|\\b\\p{Lu}\\.|:[\\w+-]{1,40}:)$","u"),Gl=new RegExp("^\\P{L}*(?:who|what|when|where|which|why|how)\\b","iu"),_l=e=>e.endsWith("?")&&(Gl.test(e)||e.split(/\s+/).length>2),jl={id:"no-heading-punctuation",why:"A heading is a name, not a sentence; the mark only gets in the way in contents and links.",good:[{text:`## What is this list?

## Books, films, etc.

## Books :books:
`}],bad:[{text:`## Tools:
`,says:["1:9: Unexpected `:` at the end of the heading, remove it"],fixed:`## Tools
`},{text:`## Hello!
`,says:["1:9: Unexpected `!` at the end of the heading, remove it"],fixed:`## Hello
`}],*check({root:e,text:t}){for(let{node:n}of L(e,"heading")){let o=pt(n),s=/[!,.:;?]$/.exec(o)?.[0],i=Us(n);if(!s||Dl.test(o.slice(-50))||_l(o))continue;let r={at:[i-1,i],reason:`Unexpected \`${s}\` at the end of the heading, remove it`};yield n.children.at(-1)?.type==="text"&&t[i-1]===s&&o.length>1?{...r,fix:b("Remove it",x(i-1,i))}:r}}},Hl={id:"no-emphasis-as-heading",why:"What only looks like a heading is in no outline, in no contents, and has no address to link to.",good:[{text:`**A list of things, with care.**

More words.
`},{text:`## Tools

*To work with wood*

More words.
`},{text:`> **Note**
>
> Mind the gap.
`},{text:`*Tools*

- [A](https://a.example)
`}],bad:[{text:`**Small Tools**

They fit into a pocket.
`,says:["1:1: Unexpected emphasis that stands as a heading, expected a heading such as `## Small Tools`"]}],*check({root:e}){for(let{node:t,range:n,ancestors:o}of L(e,"paragraph")){let[s,...i]=t.children;if(i.length>0||s?.type!=="strong"&&s?.type!=="emphasis")continue;let r=o.at(-1).children,a=r.indexOf(t),[l,,d]=[r[a-1],t,r[a+1]],c=pt(s);l?.type==="heading"&&s.type==="emphasis"||o.length>1||d?.type!=="paragraph"||s.children.some(p=>p.type!=="text")||/[.!?…,;。！？]\W*$/.test(c)||c.split(/\s+/).length>6||c.length>50||(yield{at:n,reason:`Unexpected emphasis that stands as a heading, expected a heading such as \`## ${c}\``})}}},Ts=[Il,Wl,Nl,jl,Hl];var Rs=/[\p{L}\p{N}]/u;function*Os({root:e,text:t},n,o){let s=L(e,n).map(({range:r})=>({range:r,mark:t.slice(r[0],r[0]+o)})),i=se(s.map(({mark:r})=>r));if(i)for(let{range:r,mark:a}of s){let[l,d]=r;a===i.value||t.slice(d-o,d)!==a||a[0]==="*"&&(Rs.test(t[l-1]??"")||Rs.test(t[d]??""))||(yield{at:r,reason:`Unexpected \`${a}\` around the words, expected \`${i.value}\` ${i.like}`,fix:A("Use the usual mark",u(l,l+o,i.value),u(d-o,d,i.value))})}}var zl={id:"emphasis-marker",why:"One mark for one meaning.",good:[{text:`_One_ and _two_ and un*believ*able.
`}],bad:[{text:`*One*, *two* and _three_.
`,says:["1:18: Unexpected `_` around the words, expected `*` like 2 of 3 here"],fixed:`*One*, *two* and *three*.
`}],check:e=>Os(e,"emphasis",1)},ql={id:"strong-marker",why:"One mark for one meaning.",bad:[{text:`**One**, **two** and __three__.
`,says:["1:22: Unexpected `__` around the words, expected `**` like 2 of 3 here"],fixed:`**One**, **two** and **three**.
`}],check:e=>Os(e,"strong",2)};function Jl({node:e,url:t,urlRange:n,resourceRange:o},s){if(!n||!e||/^#?$/.test(t)||!("title"in e)||!e.title)return;let i=o?.[1]??e.position?.end.offset;if(i===void 0)return;let r=s.slice(n[1],i),a=/^>?\s+/.exec(r)?.[0].length;return a===void 0?void 0:[n[1]+a,n[1]+r.trimEnd().length]}var Kl={id:"link-title-style",why:"Titles of links stand in single quotes in awesome lists.",good:[{text:`[A](https://a.example 'Tools') and [B](https://b.example "Ann's tools")
`}],bad:[{text:`[A](https://a.example "Tools")
`,says:["1:1: Unexpected `\"` around the title of the link, expected `'`"],fixed:`[A](https://a.example 'Tools')
`}],*check({links:e,text:t}){for(let n of e){let o=Jl(n,t);if(!o)continue;let s=t.slice(...o),i=s[0];i==="'"||!['""',"()"].includes(`${i}${s.at(-1)}`)||/['\\]/.test(s)||(yield{at:n.range,reason:`Unexpected \`${i}\` around the title of the link, expected \`'\``,fix:A("Use single quotes",u(o[0],o[0]+1,"'"),u(o[1]-1,o[1],"'"))})}}},Ps=[zl,ql,Kl];var Gt=e=>e.position?.start.offset;function*Ms(e,t,n){let[o]=t;if(!o)return;if(t.length>1&&t.length===e.children.length&&t.every(i=>i.found===o.found))yield{at:o.at,reason:`${n(o.found)}, all through this list of ${t.length}`,fix:A("Mend all of the list",...t.map(({edit:i})=>i))};else for(let{at:i,found:r,edit:a}of t)yield{at:i,reason:n(r),fix:A("Mend it",a)}}var Vl={id:"list-item-bullet-indent",why:"Lists on top start at the margin: indented items turn into parts of each other, or into code.",good:[{text:`- [A](https://a.example)
  - [B](https://b.example)
`}],bad:[{text:`- [A](https://a.example)
 - [B](https://b.example)
`,says:["2:1: Unexpected 1 space before the item, expected none"],fixed:`- [A](https://a.example)
- [B](https://b.example)
`}],*check({root:e,text:t}){for(let{node:n,ancestors:o}of L(e,"list")){if(o.length>1)continue;let s=n.children.flatMap(i=>{let r=Gt(i);if(r===void 0)return[];let a=v(t,r);return a===r||!/^ +$/.test(t.slice(a,r))?[]:[{at:[a,r],found:r-a,edit:x(a,r)}]});yield*Ms(n,s,i=>`Unexpected ${N(i,"space")} before the item, expected none`)}}},Xl={id:"list-item-indent",why:"One blank after the marker is what most lists have, and what scripts look for.",bad:[{text:`-  [A](https://a.example)
- [B](https://b.example)
`,says:["1:2: Unexpected 2 spaces after the marker, expected 1"],fixed:`- [A](https://a.example)
- [B](https://b.example)
`}],*check({root:e,text:t}){for(let{node:n}of L(e,"list")){let o=n.children.flatMap(s=>{let i=Gt(s);if(i===void 0||s.children[0]?.type!=="paragraph")return[];let[,r,a]=/^([-*+]|\d+[.)])( {2,})(?=\S)/.exec(t.slice(i,i+40))??[];if(!r||!a)return[];let l=i+r.length;return[{at:[l,l+a.length],found:a.length,edit:x(l+1,l+a.length)}]});yield*Ms(n,o,s=>`Unexpected ${N(s,"space")} after the marker, expected 1`)}}},Ql={id:"checkbox-character-style",why:"One sign for what is done is enough.",bad:[{text:`- [x] One
- [X] Two
- [x] Three
`,says:["2:4: Unexpected `X` in the checkbox, expected `x` like 2 of 3 here"],fixed:`- [x] One
- [x] Two
- [x] Three
`}],*check({root:e,text:t}){let n=L(e,"listItem").flatMap(({node:s,range:i})=>{let r=s.checked?/\[([xX])\]/.exec(t.slice(i[0],i[0]+20)):void 0;return r?[{at:i[0]+r.index+1,mark:r[1]}]:[]}),o=se(n.map(({mark:s})=>s));for(let{at:s,mark:i}of o?n:[])i!==o.value&&(yield{at:[s,s+1],reason:`Unexpected \`${i}\` in the checkbox, expected \`${o.value}\` ${o.like}`,fix:A("Use the usual one",u(s,s+1,o.value))})}},Yl={id:"checkbox-content-indent",why:"One blank after a checkbox is enough.",bad:[{text:`- [ ]  One
`,says:["1:6: Unexpected 2 spaces after the checkbox, expected 1"],fixed:`- [ ] One
`}],*check({root:e,text:t}){for(let{node:n,range:o}of L(e,"listItem")){if(typeof n.checked!="boolean")continue;let s=/\[[ \txX]\]([ \t]{2,})(?=\S)/.exec(t.slice(o[0],o[0]+60));if(!s)continue;let i=o[0]+s.index+3;yield{at:[i,i+s[1].length],reason:`Unexpected ${N(s[1].length,"space")} after the checkbox, expected 1`,fix:y("Keep one",x(i+1,i+s[1].length))}}}},Bs=(e,t)=>e.children.flatMap(n=>{let o=Gt(n),[,s,i]=o===void 0?[]:/^(\d+)([.)])/.exec(t.slice(o,o+12))??[];return o!==void 0&&s&&i?[{at:o,digits:s,mark:i}]:[]}),Zl={id:"ordered-list-marker-style",why:"Another mark behind the number starts another list.",bad:[{text:`1. One
2. Two

More:

1) Three
`,says:["6:2: Unexpected `)` after the number, expected `.` like 2 of 3 here"],fixed:`1. One
2. Two

More:

1. Three
`}],*check({root:e,text:t}){let n=L(e,"list").map(({node:s})=>s.ordered?Bs(s,t):[]),o=se(n.flat().map(({mark:s})=>s));for(let s of o?n:[]){let[i]=s;if(!i||i.mark===o.value)continue;let r=i.at+i.digits.length,a=s.map(({at:l,digits:d})=>u(l+d.length,l+d.length+1,o.value));yield{at:[r,r+1],reason:`Unexpected \`${i.mark}\` after the number, expected \`${o.value}\` ${o.like}`,fix:A("Use the usual one",...a)}}}},ed={id:"ordered-list-marker-value",why:"Readers of the source see the numbers as written, and the page shows others.",good:[{text:`1. One
2. Two
3. Three
`},{text:`01. One
02. Two
`},{text:`4. Four
5. Five
`}],bad:[{text:`1. One
1. Two
1. Three
`,says:["2:1: Unexpected number `1`, expected `2`"],fixed:`1. One
2. Two
3. Three
`}],*check({root:e,text:t}){for(let{node:n}of L(e,"list")){let o=n.ordered?Bs(n,t):[],s=Number(o[0]?.digits),i=o.flatMap(({at:a,digits:l},d)=>Number(l)===s+d?[]:[{at:a,digits:l,expected:String(s+d)}]),[r]=i;!r||o.length!==n.children.length||(yield{at:[r.at,r.at+r.digits.length],reason:`Unexpected number \`${r.digits}\`, expected \`${r.expected}\``,fix:A("Number the items in order",...i.map(({at:a,digits:l,expected:d})=>u(a,a+l.length,d)))})}}},Es=[Vl,Xl,Ql,Yl,Zl,ed];var Is=({root:e})=>[...L(e,"definition"),...L(e,"footnoteDefinition")];function Ws(e,t){let[,n,o]=/^(\[\^?)((?:\\.|[^\]\\])+)\]:/.exec(t.slice(...e))??[];if(!n||!o)return;let s=e[0]+n.length;return{range:[s,s+o.length],text:o}}var td={id:"definition-case",why:"Case does not count in names of definitions; in lower case nobody wonders.",bad:[{text:`[A][tools]

[Tools]: https://a.example
`,says:["3:2: Unexpected capitals in the name `Tools` of a definition, expected `tools`"],fixed:`[A][tools]

[tools]: https://a.example
`}],*check(e){for(let{range:t}of Is(e)){let n=Ws(t,e.text),o=n?.text.toLowerCase();!n||o===void 0||n.text===o||(yield{at:n.range,reason:`Unexpected capitals in the name \`${n.text}\` of a definition, expected \`${o}\``,fix:A("Write it in lower case",u(...n.range,o))})}}},nd={id:"definition-spacing",why:"Blanks count as one in names of definitions; with one nobody wonders.",bad:[{text:`[A][big tools]

[big  tools]: https://a.example
`,says:["3:2: Unexpected blanks in the name of a definition, expected single ones"],fixed:`[A][big tools]

[big tools]: https://a.example
`}],*check(e){for(let{range:t}of L(e.root,"definition")){let n=Ws(t,e.text);!n||!/\s{2}|[\t\r\n]/.test(n.text)||(yield{at:n.range,reason:"Unexpected blanks in the name of a definition, expected single ones",fix:A("Keep single ones",u(...n.range,n.text.replace(/\s+/g," ")))})}}},Fs=e=>e.replace(/\s+/g," ").trim().toLowerCase(),Ns=(e,t)=>function*({root:n,text:o}){for(let{node:s,range:i}of L(n,e)){if(s.referenceType!=="full")continue;let r=o.slice(...i),a=r.lastIndexOf("]["),l=r.slice(r.indexOf("[")+1,a);a<0||Fs(l)!==Fs(r.slice(a+2,-1))||(yield{at:[i[0]+a+1,i[1]],reason:`Unexpected name that is the text of the ${t} again, expected \`[]\``,fix:A("Leave it out",x(i[0]+a+2,i[1]-1))})}},od={id:"no-unneeded-full-reference-link",why:"Markdown takes the text for the name where none is given.",bad:[{text:`[tools][Tools]

[tools]: https://a.example
`,says:["1:8: Unexpected name that is the text of the link again, expected `[]`"],fixed:`[tools][]

[tools]: https://a.example
`}],check:Ns("linkReference","link")},sd={id:"no-unneeded-full-reference-image",why:"Markdown takes the text for the name where none is given.",bad:[{text:`![logo][logo]

[logo]: https://a.example/logo.png
`,says:["1:8: Unexpected name that is the text of the image again, expected `[]`"],fixed:`![logo][]

[logo]: https://a.example/logo.png
`}],check:Ns("imageReference","image")},id={id:"no-unused-definitions",why:"Nobody sees a definition that nothing refers to; often the reference to it is misspelt.",good:[{text:`[//]: # (A note to editors)

One[^1].

[^1]: More.
`}],bad:[{text:`One.

[tools]: https://a.example
`,says:["3:1: Unexpected definition `tools` that nothing refers to, refer to it or remove it"],fixed:`One.
`}],*check(e){let{root:t,text:n}=e,o=a=>L(t,a).map(({node:l})=>l.identifier),s=new Set([...o("linkReference"),...o("imageReference")]),i=new Set(o("footnoteReference")),r=n.trimEnd().length;for(let{node:a,range:l}of Is(e)){if((a.type==="definition"?s:i).has(a.identifier)||a.type==="definition"&&(/^(?:\/\/|comment)/i.test(a.identifier)||/^#?$/.test(a.url)))continue;let d=l[1]>=r?/\n(\r?\n)$/.exec(n.slice(Math.max(0,l[0]-3),l[0]))?.[1]:void 0,c=D(n,l[1]);yield{at:l,reason:`Unexpected definition \`${a.label??a.identifier}\` that nothing refers to, refer to it or remove it`,...a.type==="definition"&&{fix:b("Remove it",x(l[0]-(d?.length??0),c))}}}}},rd={id:"no-undefined-references",why:"Without a definition there is no link: readers see the brackets.",good:[{text:`- A [Free][Proprietary], B [$][students].
`},{text:`> [!NOTE]
> Read [this] and [x].
`},{text:`In rows[0][1] and [A](https://a.example)[B](https://b.example).
`}],bad:[{text:`- [A][a-site] - First.
`,says:["1:3: Unexpected reference to `a-site`, which is not defined, add `[a-site]: https://\u2026`"]},{text:`One[^1].
`,says:["1:4: Unexpected reference to `^1`, which is not defined, add `[^1]: \u2026`"]}],*check({prose:e,text:t}){for(let{range:n}of e){let o=t.slice(...n);if(o.includes("]"))for(let{0:s,index:i,groups:r}of o.matchAll(/(?<![\\\p{L}\p{N}\]])(?:\[(?!\^)(?<text>[^[\]\n]+)\]\[(?<name>[^[\]\n]*)\])(?![[(\p{L}\p{N}])|(?<!\\)\[(?<note>\^(?:\d+|[a-z]\w+))\](?![(:])/giu)){let a=r?.note??(r?.name||r?.text);!/^(?:\^|[\p{Ll}\p{Lo}\p{N}])[\w.-]*$/u.test(a)||/^[ xX$]$/.test(r?.text??"")||(yield{at:[n[0]+i,n[0]+i+s.length],reason:`Unexpected reference to \`${a}\`, which is not defined, add \`[${a}]: ${a.startsWith("^")?"\u2026":"https://\u2026"}\``})}}}},Ds=[td,nd,od,sd,id,rd];function js(e,t){let n=[];for(let[o,s]of e.children.entries()){let i=s.position?.start.offset,r=s.position?.end.offset;if(i===void 0||r===void 0)return[];if(n.push(_s(t,i,Gs(t,i),!1)),o>0)continue;let a=t.indexOf(`
`,i)+1,l=a+/^[ \t>]*/.exec(t.slice(a,a+200))[0].length;n.push(_s(t,l,Gs(t,l),!0))}return n}function Gs(e,t){let n=pe(e,t);for(;n>t&&/\s/.test(e[n-1]);)n--;return n}function _s(e,t,n,o){let i=[...e.slice(t,n).matchAll(/\\[\\|]|\|/g)].filter(([m])=>m==="|").map(({index:m})=>t+m),r=i[0]===t,a=i.at(-1)===n-1&&i.length>1,l=[...r?[]:[t-1],...i,...a?[]:[n]],d=l.slice(1).map((m,f)=>{let g=l[f]+1,w=e.slice(g,m),S=g+w.length-w.trimStart().length;return{range:[g,m],content:[S,Math.max(S,g+w.trimEnd().length)]}}),c=e.slice(v(e,t),t),p=c.length-c.trimEnd().length;return{range:[t,n],indent:[t-p,t],leadingPipe:r,trailingPipe:a,cells:d,delimiter:o}}var ad=/[\p{M}\p{Cf}]/u,ld=/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60]/u;function Ce(e){if(/^[\x20-\x7e]*$/.test(e))return e.length;let t=0;for(let n of e)t+=ad.test(n)?0:ld.test(n)?2:1;return t}function Hs(e,t,n,o){return`| ${e.cells.map(({content:i},r)=>{let a=o.slice(...i),l=t[r]??Ce(a);if(e.delimiter){let p=a.startsWith(":")?":":"-",m=a.endsWith(":")?":":"-";return p+"-".repeat(Math.max(1,l-2))+m}let d=Math.max(0,l-Ce(a)),c=n?.[r]==="right"?d:n?.[r]==="center"?d>>1:0;return" ".repeat(c)+a+" ".repeat(d-c)}).join(" | ")} |`}var et=({root:e,text:t})=>L(e,"table").map(({node:n,ancestors:o})=>({node:n,rows:js(n,t),onTop:o.length===1})),dd=120;function Js({rows:e,node:t,onTop:n},o){if(e.length===0||new Set(e.map(i=>i.cells.length)).size>1)return;let s=e[0].cells.map((i,r)=>Math.max(3,...e.filter(a=>!a.delimiter).map(a=>Ce(o.slice(...a.cells[r].content)))));if(!(s.reduce((i,r)=>i+r+3,1)>dd))return e.map(i=>u((n?i.indent:i.range)[0],i.range[1],Hs(i,s,t.align,o)))}function*_t(e,t,n,o){let[s]=t;if(!s)return;let i=Js(e,o),r=l=>A("Mend the table",...i??l);if(t.length>1&&t.length*2>=e.rows.length)yield{at:s.row.range,reason:`${n}, in ${N(t.length,"line")} of this table`,fix:r(t.flatMap(({edits:l})=>l))};else for(let{row:l,edits:d}of t)yield{at:l.range,reason:n,fix:r(d)}}var cd={id:"table-pipes",why:"Outer pipes show where a row begins and ends.",bad:[{text:`A | B
--- | ---
1 | 2
`,says:["1:1: Unexpected row without `|` at both ends, add what is missing, in 3 lines of this table"],fixed:`| A   | B   |
| --- | --- |
| 1   | 2   |
`}],*check(e){for(let t of et(e)){let n=t.rows.filter(({cells:s,leadingPipe:i})=>s.length>1||i);for(let{range:s}of t.rows.filter(i=>!n.includes(i)))n.length>2&&(yield{at:s,reason:"Unexpected line without `|` in a table, put a blank line before it if it is none of its rows"});let o=n.filter(s=>!s.leadingPipe||!s.trailingPipe).map(s=>({row:s,edits:[...s.leadingPipe?[]:[k(s.range[0],"| ")],...s.trailingPipe?[]:[k(s.range[1]," |")]]}));yield*_t(t,o,"Unexpected row without `|` at both ends, add what is missing",e.text)}}};function zs(e){return e.cells.flatMap(({range:t,content:n},o)=>n[0]===n[1]?[]:[...o>0||e.leadingPipe?[{blanks:n[0]-t[0],at:t[0]}]:[],...o<e.cells.length-1||e.trailingPipe?[{blanks:t[1]-n[1],at:n[1]}]:[]])}var pd={id:"table-cell-padding",why:"Cells are easier to read, and to search, where all of them are padded alike.",bad:[{text:`| A   | B   |
| --- | --- |
| 1   | 2   |
|3    |4    |
`,says:["4:1: Unexpected cell without a blank beside `|`, expected one like in 10 of 12 places"],fixed:`| A   | B   |
| --- | --- |
| 1   | 2   |
| 3   | 4   |
`}],*check(e){let t=et(e),n=t.flatMap(({rows:s})=>s.filter(i=>!i.delimiter).flatMap(zs));if(se(n.map(({blanks:s})=>s>0?"padded":"bare"))?.value==="padded")for(let s of t){let i=s.rows.flatMap(a=>(a.delimiter?[]:zs(a).filter(({blanks:d})=>d===0)).length>0?[{row:a,edits:md(a,e.text)}]:[]),r=`like in ${n.filter(({blanks:a})=>a>0).length} of ${n.length} places`;yield*_t(s,i,`Unexpected cell without a blank beside \`|\`, expected one ${r}`,e.text)}}};function md(e,t){return e.cells.flatMap(({range:n,content:o},s)=>{if(o[0]===o[1])return[];let i=(s>0||e.leadingPipe)&&o[0]===n[0],r=(s<e.cells.length-1||e.trailingPipe)&&o[1]===n[1];if(!i&&!r)return[];let a=t.slice(o[1],n[1]),l=r?" ":i&&a.length>1?a.slice(1):a;return[u(n[0],n[1],(i?" ":t.slice(n[0],o[0]))+t.slice(...o)+l)]})}var qs=(e,t,n)=>e.cells.map(({range:o})=>t(n.slice(e.range[0],o[1]))).join(" "),fd={id:"table-pipe-alignment",why:"In a table whose pipes stand below each other the source reads like the page.",good:[{text:`| A   | B   |
| --- | --- |
| 1   | 2   |
`}],bad:[{text:`| A | B |
| --- | ---: |
| One | 2 |
`,says:["2:1: Unexpected `|` out of line, expected the pipes of the table below each other, in 2 lines of this table"],fixed:`| A   |   B |
| --- | --: |
| One |   2 |
`}],*check(e){for(let t of et(e)){let{rows:n}=t,o=Js(t,e.text);if(!o||n.some(l=>!l.leadingPipe||!l.trailingPipe))continue;let s=n.map(l=>qs(l,Ce,e.text)),i=se(s)?.value;if(i===void 0||new Set(n.map(l=>qs(l,d=>d.length,e.text))).size===1)continue;let r=n.filter((l,d)=>s[d]!==i);if(r.length*2<n.length&&n.length>4)continue;let a="Unexpected `|` out of line, expected the pipes of the table below each other";yield{at:r[0].range,reason:r.length>1?`${a}, in ${r.length} lines of this table`:a,fix:A("Mend the table",...o)}}}},hd={id:"no-table-indentation",why:"A table starts at the margin; with some blanks more it would be code.",bad:[{text:`  | A   | B   |
  | --- | --- |
  | 1   | 2   |
`,says:["1:3: Unexpected blanks before the row, remove them, in 3 lines of this table"],fixed:`| A   | B   |
| --- | --- |
| 1   | 2   |
`}],*check(e){for(let t of et(e)){let n=t.onTop?t.rows.filter(({indent:o})=>o[0]<o[1]).map(o=>({row:o,edits:[x(...o.indent)]})):[];yield*_t(t,n,"Unexpected blanks before the row, remove them",e.text)}}},Ks=[cd,pd,fd,hd];var Xs={"\u201C":"\u201D","\u2018":"\u2019","\u300C":"\u300D","\u300E":"\u300F","\uFF08":"\uFF09","\u300A":"\u300B","\u3010":"\u3011"},ud=new Map(Object.entries(Xs).map(([e,t])=>[t,e])),Vs=/[“”‘’「」『』（）《》【】]/gu,gd=(e,t,n)=>e==="\u2019"?new RegExp("^\\p{L}","u").test(n)&&/[\p{L}\p{N}]$/u.test(t)||/^(?:\d|(?:n|em|tis|til|cause)\b)/i.test(n):e==="\u2018"&&(/^(?:\d\ds?|n|em|tis|til)\b/i.test(n)||new RegExp("\\p{Script=Latin}$","u").test(t)),xd=(e,t)=>e==="\u2019"?/[\p{L}\p{N}.]$/u.test(t):e==="\uFF09"&&/(?:^|[\s，。；、])[\p{L}\p{N}]{1,2}$/u.test(t);function yd(e){let t=[],n=new Map;for(let s of e){let i=ud.get(s.char);if(!i)t.push(s),n.set(s.char,(n.get(s.char)??0)+1);else if(n.get(i))n.set(i,n.get(i)-1),t.splice(t.findLastIndex(({char:r})=>r===i),1);else if(!s.doubtful)return{mark:s,partner:i}}let[o]=t;return o&&{mark:o,partner:Xs[o.char]}}var bd={id:"balanced-punctuation",why:"A quotation or a parenthesis that never ends leaves the reader to guess where it does.",good:[{text:`Don\u2019t miss the artists\u2019 \u201Cbest \u2018small\u2019 tools\u201D of the \u201990s.
`},{text:`Tools, \u201Ewie man sagt\u201C.
`},{text:`1\uFF09One
`}],bad:[{text:`It is \u201Cfast and small.
`,says:["1:7: Unexpected `\u201C` without `\u201D`, add it or remove this one"]},{text:`It is fast\u201D and small.
`,says:["1:11: Unexpected `\u201D` without `\u201C`, add it or remove this one"]},{text:`\u5DE5\u5177\uFF08Java)
`,says:["1:8: Unexpected `)`, expected `\uFF09`, which closes `\uFF08`"],fixed:`\u5DE5\u5177\uFF08Java\uFF09
`},{text:`\u300C\u9053\u5177\u306E\u4E00\u89A7
`,says:["1:1: Unexpected `\u300C` without `\u300D`, add it or remove this one"]}],*check({prose:e,text:t}){if(!t.match(Vs))return;let n=[void 0,"en","other"].includes(me(t));for(let[o,s]of $(e,i=>i.block)){let i=s.flatMap(({range:d})=>[...t.slice(...d).matchAll(Vs)].map(({0:c,index:p})=>{let m=d[0]+p;return{char:c,at:m,doubtful:xd(c,t.slice(Math.max(d[0],m-4),m))}}));if(i.length===0)continue;let r=t.slice(...o.range),a=n&&!/[„«»‚]/.test(r)&&(r.includes("\u201C")||r.split("\u201D").length!==3),l=yd(i.filter(({char:d,at:c})=>(a||!/[“”‘’]/.test(d))&&!gd(d,t.slice(Math.max(0,c-12),c),t.slice(c+1,c+12))));l&&(yield wd(l.mark,l.partner,t))}}};function wd({char:e,at:t},n,o){let s=e==="\uFF08"?/^[^()（）\n]+\)/.exec(o.slice(t+1,t+200))?.[0]:void 0;if(!s)return{at:[t,t+1],reason:`Unexpected \`${e}\` without \`${n}\`, add it or remove this one`};let i=t+1+s.length;return{at:[i-1,i],reason:"Unexpected `)`, expected `\uFF09`, which closes `\uFF08`",fix:b("Close it with its partner",u(i-1,i,"\uFF09"))}}var kd={id:"no-repeat-punctuation",why:"A list informs; it does not need to shout.",good:[{text:"Wait ... what?! Really, `a !! b`.\n"}],bad:[{text:`A tool for all!!! Or not??
`,says:["1:15: Unexpected `!!!`, expected one","1:25: Unexpected `??`, expected one"],fixed:`A tool for all! Or not?
`}],*check({prose:e,text:t}){for(let{range:n,link:o}of e)if(!o)for(let{0:s,index:i}of t.slice(...n).matchAll(/([！!~～,，·?？])\1+/g)){let r=n[0]+i;yield{at:[r,r+s.length],reason:`Unexpected \`${s}\`, expected one`,fix:b("Keep one",x(r+1,r+s.length))}}}},Qs=[bd,kd];var tt=[...Ts,...Es,...Ss,...Ps,...Ds,...Ks,...Qs,...Cs],Ys=h({id:"markdown-style",summary:"Write markdown in one style.",why:"awesome-lint asks the same of every list, so that one is written like the other.",severity:"warning",fix:"mixed",presets:["awesome","strict"],aliases:tt.map(({id:e})=>e),examples:{good:tt.flatMap(({good:e=[]})=>e),bad:tt.flatMap(({bad:e})=>e)},*check({list:e,facts:t}){if(e.root.position)for(let{id:n,why:o,check:s}of tt)for(let i of s(e,t))yield{...i,note:`${o} (\`${n}\` in remark-lint)`,aliases:[n]}}});var nt=class{#e;#t;constructor(t,n){this.#e=t.map(s=>({thing:s,range:n(s)})).sort((s,i)=>s.range[0]-i.range[0]||s.range[1]-i.range[1]);let o=0;this.#t=this.#e.map(({range:s})=>(o=Math.max(o,s[1]),o))}at(t){let n=[];for(let o=this.#n(t[1])-1;o>=0&&this.#t[o]>=t[0];o--){let{range:s,thing:i}=this.#e[o];rn(s,t)&&n.push(i)}return n.reverse()}hasAt(t){return this.at(t).length>0}#n(t){let n=0,o=this.#e.length;for(;n<o;){let s=n+o>>1;this.#e[s].range[0]<=t?n=s+1:o=s}return n}};var Zs=new RegExp([String.raw`(?<!\p{L})(?:archived|archiv(?:é|iert|iado|ado|ato|owan)\p{L}*|deprecat\p{L}*|deprec(?:iad|ad)\p{L}*|discontinu\p{L}*|abandon(?:ed|ware|n?é|ad|nat)\p{L}*)`,String.raw`(?<!\p{L})(?:unsupported|inactive|dormant|defunct|obsol\p{L}*|retired|legacy|sunset(?:ted)?|superseded|graveyard|cemetery|outdated|read[- ]only|veraltet\p{L}*|eingestellt\p{L}*|eol)(?!\p{L})`,String.raw`(?<!\p{L})dead(?!\s?-?(?:simple|easy|lock|line|letter|code))(?!\p{L})`,String.raw`(?<!\p{L})(?:no(?:t| longer| more)|isn.t|un)\s?(?:(?:being|actively|currently|longer|under|any ?more)\s)*(?:maintain|develop|support|activ|updat|continu)`,String.raw`(?<!\p{L})(?:end[- ]of[- ](?:life|support)|(?:replaced|succeeded) by|last (?:update|commit|release)|in memoriam)`,"\u0443\u0441\u0442\u0430\u0440\u0435|\u0437\u0430\u0431\u0440\u043E\u0448|\u0430\u0440\u0445\u0438\u0432|\u043D\u0435 \u043F\u043E\u0434\u0434\u0435\u0440\u0436|\u5F52\u6863|\u6B78\u6A94|\u5F03\u7528|\u68C4\u7528|\u5E9F\u5F03|\u5EE2\u68C4|\u4E0D\u518D\u7EF4\u62A4|\u505C\u6B62\u7EF4\u62A4|\u505C\u66F4|\u5DF2\u8FC7\u65F6|\u30A2\u30FC\u30AB\u30A4\u30D6|\u975E\u63A8\u5968|\u5EC3\u6B62|\uBCF4\uAD00|\uB354 \uC774\uC0C1",String.raw`[\u{1FAA6}\u26B0\u{1F480}\u2620]|:(?:skull|headstone|coffin)\w*:`].join("|"),"iu"),Ad=new RegExp("^\\P{L}*(?:archives?|old(?:er)?|former|past|unfinished)(?!\\p{L})","iu"),ei=new RegExp("\\p{Extended_Pictographic}|:[a-z\\d_+-]{2,40}:","gu");function ti(e,t){let n=[];for(let i=t;i;i=i.parent)n.push(e.text.slice(...i.head));let o=[];for(let i=t.section;i;i=i.parent)o.push(i.title);let s=[...n,...o,Ld(e,t)].join(`
`).replace(/https?:\/\/[^\s)\]>"']+/gi," ");return Zs.test(s)||s.includes("~~")||o.some(i=>Ad.test(i))?!0:[...new Set(s.match(ei))].some(i=>vd(e,i))}function Ld({root:e,text:t},n){let o=e.children.findIndex(({position:a})=>(a?.end.offset??0)>n.range[0]),s=e.children[o-1],[i,r]=[s?.position?.start.offset,s?.position?.end.offset];return i===void 0||r===void 0||s.type!=="paragraph"&&s.type!=="html"?"":t.slice(Math.max(i,r-500),r)}function vd({text:e,entries:t},n){let o=new nt(t,({head:s})=>s);for(let s=e.indexOf(n);s>=0;s=e.indexOf(n,s+n.length)){let[i=""]=e.slice(s+n.length,s+n.length+100).split(`
`);if(Zs.test(i.split(ei)[0])&&!o.hasAt([s,s]))return!0}return!1}function*ot(e,t,n){if(t.repositories)for(let o of e.entries){let{link:s,linkFirst:i}=o,r=i&&!s.broken?Me(s.url)?.path:void 0;if(r===void 0||!/^(?:tree(?:\/.*)?)?$/.test(r))continue;let a=ze(t,s.url);!a||!n(a)||de(t,s)?.status==="dead"||ti(e,o)||(yield{entry:o,fact:a})}}var ni=h({id:"repository-archived",summary:"Say of an archived repository that it is archived, or do not list it.",why:"Nobody mends its faults or answers its readers. Some are worth listing all the same: then a word in the entry, in its heading or in the sentence above it says so, and this rule is silent.",severity:"warning",examples:{good:[{text:`- [A](https://github.com/ann/a) - Saws wood (archived).
- [B](https://b.example) - Like [A](https://github.com/ann/a).

## Graveyard

- [A](https://github.com/ann/a)
`,facts:{repositories:new Map([["ann/a",{name:"ann/a",archived:"2021-03-04"}]])}},{text:`\u26A0\uFE0F means that nobody maintains it: it is deprecated.

## Tools

- [A](https://github.com/ann/a) \u26A0\uFE0F
`,facts:{repositories:new Map([["ann/a",{name:"ann/a",archived:!0}]])}}],bad:[{text:`- [A](https://github.com/ann/a) - Saws wood.
- [B](https://github.com/bob/b) - Bends it.
- [C](https://github.com/cat/c)
`,facts:{repositories:new Map([["ann/a",{name:"ann/a",archived:"2021-03-04"}],["bob/b",{name:"tools/b",archived:!0}],["cat/c",{name:"cat/c",disabled:!0}]])},says:["1:3: Unexpected repository `ann/a`, which was archived on 2021-03-04, say so in the entry or remove it","2:3: Unexpected repository `tools/b`, which is archived, say so in the entry or remove it","3:3: Unexpected repository `cat/c`, which GitHub has turned off, say so in the entry or remove it"]}]},*check({list:e,facts:t}){for(let{entry:n,fact:o}of ot(e,t,s=>(s.archived??s.disabled)!==void 0))yield{at:n.link.range,reason:`Unexpected repository \`${o.name}\`, ${$d(o)}, say so in the entry or remove it`}}});function $d({archived:e,disabled:t}){return t?"which GitHub has turned off":typeof e=="string"?`which was archived on ${e.slice(0,10)}`:"which is archived"}var oi={name:"ann/a",pushed:"2024-02-01"},jt={name:"bob/b",pushed:"2021-12-31"},si=h({id:"repository-stale",summary:"List repositories that somebody works on.",why:"Where nothing was pushed for years, questions stay without answer. Some things are done, though, and need no more pushes: that is why this rule is silent unless a list asks for it.",severity:"warning",presets:[],options:{months:{meaning:"How long ago the last push may be, in months; without it, 24.",example:24}},examples:{good:[{text:`- [A](https://github.com/ann/a)

## Legacy

- [B](https://github.com/bob/b)
`,facts:{today:"2026-01-31",repositories:new Map([["ann/a",oi],["bob/b",jt]])}},{text:`- [B](https://github.com/bob/b)
`,options:{months:60},facts:{today:"2026-01-31",repositories:new Map([["bob/b",jt]])}}],bad:[{text:`- [A](https://github.com/ann/a)
- [B](https://github.com/bob/b)
- [C](https://github.com/cat/c)
`,facts:{today:"2026-01-31",repositories:new Map([["ann/a",oi],["bob/b",jt],["cat/c",{name:"cat/c",empty:!0}]])},says:["2:3: Unexpected repository `bob/b`, last pushed to on 2021-12-31, expected a push in the last 24 months","3:3: Unexpected repository `cat/c`, which is empty"]}]},*check({list:e,facts:t,options:{months:n=24}}){let o=t.today===void 0?"":Sd(t.today,n),s=ot(e,t,({archived:i,disabled:r,empty:a,pushed:l})=>(i??r)!==void 0?!1:a===!0||l!==void 0&&l.slice(0,10)<o);for(let{entry:i,fact:r}of s){let a=r.empty?"which is empty":`last pushed to on ${r.pushed?.slice(0,10)}, expected a push in the last ${n} months`;yield{at:i.link.range,reason:`Unexpected repository \`${r.name}\`, ${a}`}}}});function Sd(e,t){let[n=0,o=1,s=1]=e.slice(0,10).split("-").map(Number);return new Date(Date.UTC(n,o-1-t,s)).toISOString().slice(0,10)}var ii=h({id:"section-not-empty",summary:"Put something into every section.",why:"A heading with nothing below it promises entries that do not exist.",severity:"warning",aliases:["no-empty-sections"],examples:{good:[{text:`# List

## Tools

### Small

- [A](https://a.example)
`},{text:`## [A](https://a.example)

## [B](https://b.example)
`}],bad:[{text:`## Tools

## Books

- [A](https://a.example)
`,says:["1:1: Unexpected section without content, add an entry or remove the heading"]}]},*check({list:e}){for(let[t,n]of e.sections.entries()){let o=e.sections[t+1],s=n.heading.position?.end.offset;s===void 0||e.text.slice(s,n.range[1]).trim()!==""||o&&o.depth>n.depth||n.heading.children.some(i=>i.type==="link")||(yield{at:[n.range[0],s],reason:"Unexpected section without content, add an entry or remove the heading"})}}});var st=e=>Array.from({length:e},(t,n)=>`- [A${n}](https://a.example/${n})
`).join(""),ri=e=>`${e} ${e===1?"entry":"entries"}`,ai=h({id:"section-size",summary:"Keep sections neither too small nor too large.",why:"A section for one entry makes the contents longer than the list; in one with hundreds nobody finds anything.",severity:"warning",presets:[],options:{min:{meaning:"The fewest entries of a section that has any; without it, 3.",example:3},max:{meaning:"The most entries of a section; without it, there is no bound.",example:50}},examples:{good:[{text:`## Tools

${st(3)}`},{text:`## Tools

### Small

${st(3)}`},{text:`## Contributing

Read the guidelines.
`},{text:`## Contents

- [Tools](#tools)
- [Books](#books)
`}],bad:[{text:`## Tools

${st(2)}`,says:["1:1: Unexpected 2 entries in this section, expected at least 3, add more or move these to another section"]},{text:`## Tools

${st(3)}`,options:{max:2},says:["1:1: Unexpected 3 entries in this section, expected at most 2, part it"]}]},*check({list:e,options:{min:t=3,max:n=1/0}}){for(let[o,s]of e.sections.entries()){let i=s.heading.position?.end.offset,r=s.entries.filter(l=>!l.parent).length,a=(e.sections[o+1]?.depth??0)>s.depth;i===void 0||r===0||r>=t&&r<=n||r<t&&a||(yield{at:[s.range[0],i],reason:r<t?`Unexpected ${ri(r)} in this section, expected at least ${t}, add more or move ${r===1?"it":"these"} to another section`:`Unexpected ${ri(r)} in this section, expected at most ${n}, part it`})}}});var Cd=/(?<!\\)\|/g;function li({root:e,text:t}){return e.children.flatMap(n=>{if(n.type!=="table")return[];let o=n.children.flatMap(s=>{let[i,r]=[s.position?.start.offset,s.position?.end.offset];if(i===void 0||r===void 0)return[];let a=t.slice(i,r).trim(),[l,d]=[a.startsWith("|"),a.length>1&&/(?<!\\)\|$/.test(a)],c=(a.match(Cd)?.length??0)+1-Number(l)-Number(d);return[{row:s,range:[i,i+t.slice(i,r).trimEnd().length],cells:c,opened:l,closed:d}]});return o.length>0?[{table:n,columns:o[0].cells,rows:o}]:[]})}var Ue=`| Name | What |
| --- | --- |
`,Ht=Array.from({length:7},(e,t)=>`| [A${t}](https://a.example/${t}) | First |
`).join(""),di=h({id:"table-cells",summary:"Give each row of a table the cells and pipes that the others have.",why:"What a row has beyond the columns of the table is not shown at all, and a missing pipe moves cells about.",severity:"warning",fix:"safe",aliases:["table-pipes"],examples:{good:[{text:`${Ue}${Ht}`},{text:`${Ue}| [A \\| B](https://a.example) | \`x \\| y\` |
`},{text:`Name | What
--- | ---
[A](https://a.example) | First
`}],bad:[{text:`${Ue}${Ht}| [B](https://b.example) | Second
`,says:["10:34: Expected `|` at the end of the row like 8 of 9 rows here, add it"],fixed:`${Ue}${Ht}| [B](https://b.example) | Second |
`},{text:`${Ue}| [B](https://b.example) | Second | third |
`,says:["3:1: Unexpected third cell in a table of 2 columns, which nobody gets to see"]}]},*check({list:e}){for(let{columns:t,rows:n}of li(e)){let o=R(n.map(s=>s.closed));for(let{range:s,cells:i,closed:r}of n)i>t?yield{at:s,severity:"error",reason:`Unexpected ${i===3?"third":`${i}th`} cell in a table of ${t} columns, which nobody gets to see`}:o?.value&&!r&&i>1&&(yield{at:[s[1],s[1]],reason:`Expected \`|\` at the end of the row like ${o.count} of ${o.total} rows here, add it`,fix:A("Add it",k(s[1]," |"))})}}});var Ud=new Set(`the a an that of to in on for and or with by from as at is are be can will your you this its it into
  par les des dans pour avec une los las para con del com uma dos der das und mit`.split(/\s+/)),fi=6e4,Te=new Map;function ci(e){let t=Te.get(e);if(t)return t;Te.size>=fi&&Te.clear();let n=Z(e),o=e.toLowerCase(),s={index:Te.size,text:e,lower:o,name:n,unknown:n===void 0&&/^[A-Za-z]{5,}$/.test(e)&&e!==e.toUpperCase()&&!B(e),small:Ud.has(o),mayGoOn:zn(e),isArticle:o==="a"||o==="an"};return Te.set(e,s),s}var pi=new WeakMap;function ce(e){let t=pi.get(e);if(t)return t;let n=new Vt(e.text);for(let o of e.prose)n.read(o);return pi.set(e,n),n}var[ue,Jt,it,Kt]=[1,2,4,8],hi=new Uint8Array(128),rt=(e,t)=>{for(let n of e)hi[n.charCodeAt(0)]|=t};rt("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",ue);rt("0123456789",Jt|it);rt("@#/\\_$&%=~+-.:",it);rt("@/\\_$&=~-+(>",Kt);var mi=e=>e>=192&&e<=591,X=(e,t)=>e<128&&(hi[e]&t)!==0,Td=(e,{block:t},n)=>e[n-1]==="#"&&/^#{1,6}$/.test(e.slice(t.range[0],n)),[zt,Rd,qt]=[46,32,58],Vt=class{names=[];unknown=[];doubled=[];articles=[];counts=new Uint16Array(fi);text;constructor(t){this.text=t}uses(t){let n=t.toLowerCase();return[...new Set([t,n,n[0].toUpperCase()+n.slice(1)])].reduce((s,i)=>s+this.counts[ci(i).index],0)}read(t){if(t.link&&!t.link.textRange)return;let{text:n}=this,[o,s]=t.range,i,r=0;for(let a=o;a<s;){if(!X(n.charCodeAt(a),ue)){a++;continue}let l=a,d=n.charCodeAt(++a);for(;a<s&&X(d,ue|Jt);)d=n.charCodeAt(++a);let c=l>0?n.charCodeAt(l-1):0,p=i;if(i=void 0,!(c===zt&&this.isDotted(t,l,a))){if(d===zt&&a+1<s&&X(n.charCodeAt(a+1),ue)){a=this.dotted(t,l,a);continue}X(c,it)&&!Td(n,t,l)||mi(c)||X(d,Kt)||mi(d)||d===qt&&/\S/.test(n[a+1]??" ")||(i=ci(n.slice(l,a)),this.counts[i.index]++,i.name!==void 0?this.names.push({text:i.text,range:[l,a],prose:t,name:i.name}):i.unknown&&this.unknown.push({text:i.text,range:[l,a],prose:t}),p&&(p.lower===i.lower||p.isArticle||p.mayGoOn)&&this.pair(t,p,i,[r,l,a]),r=a)}}}isDotted(t,n,o){let{text:s}=this;return n-1<t.range[0]||/[^\s([*]/.test(s[n-2]??" ")?!1:(this.name(t,n-1,o),!0)}dotted(t,n,o){let{text:s}=this,i=t.range[1],r=o;for(;r<i&&(X(s.charCodeAt(r),ue|Jt)||s.charCodeAt(r)===zt&&X(s.charCodeAt(r+1),ue));)r++;return!X(s.charCodeAt(n-1),it)&&!X(s.charCodeAt(r),Kt)&&this.name(t,n,r),r}name(t,n,o){let s=this.text.slice(n,o),i=Z(s);i!==void 0&&this.names.push({text:s,range:[n,o],prose:t,name:i})}pair(t,n,o,[s,i,r]){let{text:a}=this,l={text:o.text,range:[i,r],prose:t};o.small&&n.lower===o.lower&&!/\S/.test(a.slice(s,i))&&this.doubled.push(l);let d=i-s;if(n===o&&d===2&&a.charCodeAt(s)===qt&&a.charCodeAt(r)===qt&&o.text.length>2&&this.doubled.push(l),d!==1||a.charCodeAt(s)!==Rd)return;let c=s-n.text.length;n.mayGoOn&&this.name(t,c,r),n.isArticle&&(n.lower==="a"?/^[aeiou]/i.test(o.text):!/^[aei]/i.test(o.text))&&this.articles.push({text:n.text,range:[c,s],prose:t,before:o.text})}};var ui=h({id:"text-brand-case",summary:"Write names of software and companies as their owners do.",why:"A name in its own spelling is found by a search, and shows that somebody looked after the list.",severity:"warning",fix:"mixed",aliases:["awesome-spell-check"],examples:{good:[{text:`# GitHub

- [A](https://a.example) - Client for GitHub in JavaScript, see www.Github.example or Github/tools.
`},{text:"- [javascript-kit](https://a.example/javascript-kit) - Kit, by [@github](https://b.example), `Javascript` only.\n- [Github Stars](https://c.example/Github-Stars) - Stars, in github.md.\n"},{text:`# Names in a habit of this list

${Array.from({length:9},(e,t)=>`- [Part ${t}](https://a.example/${t}) - Part ${t} of Matlab.
`).join("")}`},{text:`- [A](https://a.example) - Runs on MacOS X and IOS, with python or docker, if JavaScript is not "javascript".
`}],bad:[{text:`- [A](https://a.example) - Client for Github in Javascript.
`,says:["1:39: Unexpected name `Github`, expected `GitHub`","1:49: Unexpected name `Javascript`, expected `JavaScript`"],fixed:`- [A](https://a.example) - Client for GitHub in JavaScript.
`},{text:`# NodeJS

- [Ask StackOverflow](https://a.example) - Answers about .Net, MacOS and Github's API, JavaScript or javascript, of [Youtube](https://b.example).
`,says:["1:3: Unexpected name `NodeJS`, expected `Node.js`","3:58: Unexpected name `.Net`, expected `.NET`","3:64: Unexpected name `MacOS`, expected `macOS`","3:74: Unexpected name `Github`, expected `GitHub`","3:102: Unexpected name `javascript`, expected `JavaScript`","3:118: Unexpected name `Youtube`, expected `YouTube`"],fixed:`# Node.js

- [Ask StackOverflow](https://a.example) - Answers about .NET, macOS and GitHub's API, JavaScript or JavaScript, of [YouTube](https://b.example).
`},{text:`${Array.from({length:9},(e,t)=>`- [Part ${t}](https://a.example/${t}) - Part ${t} of Docker.
`).join("")}- [Part x](https://a.example/x) - Part for docker hosts, not for docker run.
`,says:["10:44: Unexpected name `docker`, expected `Docker`"],fixed:`${Array.from({length:9},(e,t)=>`- [Part ${t}](https://a.example/${t}) - Part ${t} of Docker.
`).join("")}- [Part x](https://a.example/x) - Part for Docker hosts, not for docker run.
`},{text:`## Mongo DB

- [A](https://a.example) - Is moved.
`,says:["1:4: Unexpected name `Mongo DB`, expected `MongoDB`"]}]},*check({list:e}){for(let[t,n]of $(ce(e).names,o=>o.name)){let o=R(n.map(s=>s.text))?.value;for(let s of n)s.text===t||s.text===o||Md(e,s)||(Re(s)?!Bd(t,n):$t(t)&&Xt(s))||(yield{at:s.range,reason:`Unexpected name \`${s.text}\`, expected \`${t}\``,...Od(t,s)})}}});function Od(e,t){let{link:n,block:o}=t.prose;if((o.node.type==="heading"||n?.url.startsWith("#"))&&ie(t.text)!==ie(e))return{};let s=u(...t.range,e);return{fix:(Xt(t)||Re(t)&&!vt(e)?b:y)("Correct the name",s)}}var Pd=/^ (?:run|compose|build|exec|plan|apply|(?:\w+ )?(?:cli|commands?))\b/i,Re=({text:e})=>e===e.toLowerCase(),Xt=({prose:{link:e}})=>e!==void 0&&!e.url.startsWith("#");function Md({text:e},t){let n=e.slice(t.range[1],t.range[1]+30);if(t.name==="macOS"&&/^ (?:X|\d)/.test(n)||Re(t)&&(Pd.test(n)||/["'“]/.test(e[t.range[0]-1]??"")&&/^["'”]/.test(n)))return!0;let{link:o}=t.prose;if(!o||!Xt(t))return!1;let s=o.url.replace(/^\w+:\/\/[^/]*/,"");return s.includes(t.text)?!0:qn(t.text)&&(o.text!==t.text||s.toLowerCase().includes(t.text.toLowerCase()))}function Bd(e,t){if($t(e))return!1;let n=t.filter(s=>!Re(s)).length,o=t.filter(Re).length;return vt(e)?n>=o:n>=8&&n>=(n+o)*.8}var Ed=/(?<![\p{L}\p{N}*_\\])(\*\*|__)(?: +([^\s*_](?:[^*_\n]*[^\s*_])?) *|([^\s*_](?:[^*_\n]*[^\s*_])?) +)\1(?![\p{L}\p{N}*_])/gu,Fd=/^(?:([*_])(?!\1)[^*_`\n]+(\1\1)|([*_])(\3)(?!\3)[^*_`\n]+(?<!\3)\3)$/;function*gi(e){for(let{range:t}of e.prose){let n=e.text.slice(...t);if(!(!n.includes("**")&&!n.includes("__")))for(let o of n.matchAll(Ed)){let s=t[0]+o.index,i=s+o[0].length,r=o[1],a=o[0].slice(2,-2);if(!new RegExp("\\p{L}","u").test(a)||/^ .* $/.test(a)&&o.index>0&&o.index+o[0].length<n.length)continue;let[d,c]=[a.length-a.trimStart().length,a.length-a.trimEnd().length];yield{kind:"blank inside",mark:r,range:[s,i],edits:[x(s+2,s+2+d),x(i-2-c,i-2)].filter(({range:[p,m]})=>p<m)}}}for(let t of e.blocks)t.node.type==="paragraph"&&(yield*Id(e,t));yield*Wd(e),yield*Nd(e)}function*Id({text:e},{node:t,range:[n,o],item:s}){let i=e.slice(n,o),r=Fd.exec(i);if(r){let d=r[1]??r[3],c=r[1]?o-1:n;yield{kind:"too many",mark:d,range:[c,c+1],edits:[x(c,c+1)]}}let a=s?.position?.start.offset??n,l=e.slice(0,a);s?.children[0]!==t||s.children.length>1||e[a]!=="*"||!/^[^*\n]+ \*$/.test(i)||e.slice(a+1,n)!==" "||!/(?:^|\n)\s*\n$/.test(l)||!/^(?:\r?\n\s*\n|\s*$)/.test(e.slice(o))||(yield{kind:"read as a bullet",mark:"*",range:[a,o],edits:[x(a+1,n),x(o-2,o-1)]})}function*Wd({links:e,text:t}){for(let{textRange:n,node:o}of e){if(!n||o?.type!=="link")continue;let[s,i]=n,r=t.slice(s,i),a=/^(?:\*\*|__)(?=[^\s*_])/.exec(r)?.[0]??/(?<=[^\s*_])(?:\*\*|__)$/.exec(r)?.[0];if(!a||r.split(a).length!==2||r.includes("`")||t.slice(s-3,s).includes(a)||/^\)?(?:\*\*|__)/.test(t.slice(i+1).replace(/^\([^)\s]*\)/,"")))continue;let l=r.startsWith(a);yield{kind:"never closed",mark:a,range:l?[s,s+2]:[i-2,i],edits:[k(l?i:s,a)]}}}function*Nd({blocks:e,text:t}){let s=e.flatMap(({node:a})=>a.type==="paragraph"?a.children.filter(l=>l.type==="emphasis"):[]).map(({position:a})=>t.slice(a?.start.offset??0,a?.end.offset??0)).filter(a=>/^\*\(.*\)\*$/s.test(a)).length,i=e.filter(({node:a})=>a.children.length===1&&a.children[0]?.type==="emphasis").length,r=e.filter(({node:a})=>{let l=a.type==="paragraph"?a.children.at(-1):void 0;return l?.type==="text"&&l.value.endsWith("*")});for(let{node:a,range:l,item:d}of e){if(a.type!=="paragraph")continue;let c=a.children.filter(g=>g.type==="text"),p=t.slice(...l);if(c.flatMap(g=>[...g.value.matchAll(/\*/g)]).length!==1||p.includes("\\*"))continue;!d&&i>=8&&a.children.length===1&&/^\*[\p{L}\p{N}][^*\n]*$/u.test(p)&&(yield{kind:"never closed",mark:"*",range:[l[0],l[0]+1],edits:[k(l[1],"*")]});let f=/(?<= )\*\([^*()\n]*\)(?=\r?\n|$)/.exec(p);if(f&&s>=8){let g=l[0]+f.index;yield{kind:"never closed",mark:"*",range:[g,g+1],edits:[k(g+f[0].length,"*")]}}d&&r.length===1&&r[0].node===a&&/[\])]\*$/.test(p)&&e.length>50&&(yield{kind:"stray",mark:"*",range:[l[1]-1,l[1]],edits:[x(l[1]-1,l[1])]})}}var Dd={"blank inside":e=>`Unexpected blank on the inner side of \`${e}\`, remove it: markdown sees no emphasis here`,"too many":e=>`Unexpected second \`${e}\`, expected as many at the start as at the end`,"never closed":e=>`Unexpected \`${e}\` without its counterpart, expected one at each end`,"read as a bullet":e=>`Unexpected blanks inside of \`${e}\`, remove them: markdown sees a list item here`,stray:e=>`Unexpected \`${e}\`, which nothing opens, remove it`},Gd=e=>e!=="never closed"&&e!=="stray",xi=h({id:"text-emphasis",summary:"Open and close emphasis with the same marks, close to the words.",why:"Where they do not fit, readers see the stars and underscores instead of the emphasis.",severity:"warning",fix:"mixed",examples:{good:[{text:"**Bold**, *light*, __bold__ and 2 ** 3 ** 4, `** code **`, src/**/test/**\n"},{text:`* One item *
* Another
`},{text:`- **[A](https://a.example)** and [**B**](https://b.example)
`},{text:`A footnote* and another**
`}],bad:[{text:`Some **bold words ** here.
`,says:["1:6: Unexpected blank on the inner side of `**`, remove it: markdown sees no emphasis here"],fixed:`Some **bold words** here.
`},{text:`_Gardening__
`,says:["1:12: Unexpected second `_`, expected as many at the start as at the end"],fixed:`_Gardening_
`},{text:`- [**A](https://a.example)
`,says:["1:4: Unexpected `**` without its counterpart, expected one at each end"],fixed:`- [**A**](https://a.example)
`},{text:`## Tools

* Things to work with. *

* [A](https://a.example)
`,says:["3:1: Unexpected blanks inside of `*`, remove them: markdown sees a list item here"],fixed:`## Tools

*Things to work with.*

* [A](https://a.example)
`}]},*check({list:e}){for(let{kind:t,mark:n,range:o,edits:s}of gi(e))yield{at:o,reason:Dd[t](n),fix:(Gd(t)?y:b)("Repair the marks",...s)}}});var _d=e=>e.normalize("NFKC"),yi=h({id:"text-encoding",summary:"Keep characters as they were typed.",why:"Text that was saved in one encoding and opened in another shows as `\xC3\xA9` or `\xE2\u20AC\u2122` instead of the character that was meant.",severity:"error",fix:"mixed",examples:{good:[{text:`- [Caf\xE9 \xE0 la carte](https://a.example) - \xABD\xE9j\xE0 vu\u2026\xBB, \u201C\xC4\u201D and \u201C\uFFFD\u201D
`},{text:`Write &amp;lt; for &lt;, &lt;b&gt; and a&nbsp;b.
`},{text:`One &amp; two &amp; three &amp; four.
`},{text:`- [\u540D\u524D\uFF08\u306A\u307E\u3048\uFF09](https://a.example)
`}],bad:[{text:`- [Caf\xC3\xA9](https://a.example) - It\xE2\u20AC\u2122s good.
`,says:["1:7: Unexpected `\xC3\xA9`, which is `\xE9` read in the wrong encoding","1:34: Unexpected `\xE2\u20AC\u2122`, which is `\u2019` read in the wrong encoding"],fixed:`- [Caf\xE9](https://a.example) - It\u2019s good.
`},{text:`- [Tools \xEF\xBC\u02C62020)](https://a.example)
`,says:["1:10: Unexpected `\xEF\xBC\u02C6`, which is `\uFF08` read in the wrong encoding, expected `(`"],fixed:`- [Tools (2020)](https://a.example)
`},{text:`- [Cut &amp; Paste](https://a.example) - It&#39;s good.
`,says:["1:8: Unexpected `&amp;`, expected `&`: markdown needs no entity here","1:44: Unexpected `&#39;`, expected `'`: markdown needs no entity here"],fixed:`- [Cut & Paste](https://a.example) - It's good.
`},{text:`- [Caf\uFFFD](https://a.example)
`,says:["1:7: Unexpected replacement character: what stood here was lost in a conversion, write it anew"]}]},*check({list:e}){e.text.includes("&")&&(yield*Hd(e));let t=e.text.includes("\uFFFD");for(let{range:n}of e.prose){let o=e.text.slice(...n);for(let{start:s,end:i,decoded:r}of Wt(o)){let a=/[\uff00-\uffef\u3000]/.test(r)&&new RegExp("\\p{Script=Latin}","u").test(o.slice(0,s))?_d(r):r,l=[n[0]+s,n[0]+i];yield{at:l,reason:`Unexpected \`${o.slice(s,i)}\`, which is \`${r}\` read in the wrong encoding${a===r?"":`, expected \`${a}\``}`,fix:a===r?y("Decode it",u(...l,a)):b("Decode it",u(...l,a))}}if(t)for(let s of o.matchAll(new RegExp("(?<=\\p{L})\\uFFFD+|\\uFFFD+(?=\\p{L})","gu"))){let i=n[0]+s.index;yield{at:[i,i+s[0].length],severity:"warning",reason:"Unexpected replacement character: what stood here was lost in a conversion, write it anew"}}}}}),jd={amp:"&",quot:'"',apos:"'","#39":"'","#039":"'","#x27":"'","#34":'"'};function*Hd({prose:e,text:t}){let n=e.flatMap(({range:o})=>[...t.slice(...o).matchAll(/&(amp|quot|apos|#0?39|#x27|#34);(?![a-z#][a-z\d]*;)/gi)].map(s=>({at:[o[0]+s.index,o[0]+s.index+s[0].length],char:jd[s[1].toLowerCase()]})));for(let o of $(n,({char:s})=>s).values()){let{char:s}=o[0],i=e.reduce((r,{range:a})=>r+t.slice(...a).split(s).length-1,0);if(!(o.length>2&&o.length>(i-(s==="&"?o.length:0))/4))for(let{at:r}of o)yield{at:r,severity:"warning",reason:`Unexpected \`${t.slice(...r)}\`, expected \`${s}\`: markdown needs no entity here`,fix:A("Write it plainly",u(...r,s))}}}var zd=/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u2060\ufeff]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069]+|[\u00a0\u2000-\u200a\u202f\u205f]+/g,qd=/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,bi=e=>`U+${e.codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`,wi=h({id:"text-invisible",summary:"Leave out characters that nobody can see.",why:"Characters without width and exotic blanks break searches, links and list markers, and no reviewer can see them.",severity:"warning",fix:"safe",examples:{good:[{text:`- [A](https://a.example) - \u{1F469}\u200D\u{1F4BB} \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645.
`},{text:`\uFEFF# A byte-order mark at the start
`},{text:`- U+200B is \u200B here.
`},{text:`10\xA0km \xAB\xA0oui\xA0\xBB
`}],bad:[{text:`- [A\u200B](https://a.example) - First.
`,says:["1:5: Unexpected invisible character U+200B, remove it"],fixed:`- [A](https://a.example) - First.
`},{text:`-\xA0[A](https://a.example)
`,says:["1:2: Unexpected blank U+00A0 where markdown needs a space, replace it"],fixed:`- [A](https://a.example)
`}]},*check({list:e}){if(!e.root.position)return;let t=qd.test(e.text);for(let n of e.text.matchAll(zd)){let[o]=n,s=n.index,i=[s,s+o.length];if(!(s===0&&o==="\uFEFF")&&!e.verbatim.some(r=>r[0]<=s&&s<r[1])){if(/[\u00a0\u2000-\u200a\u202f\u205f]/.test(o)){let r=e.text.slice(v(e.text,s),s);if(!/^\s*(?:[-*+]|\d+[.)]|#{1,6})?$/.test(r)||e.text[i[1]]===`
`||r.includes("\uFEFF")||/^\s*$/.test(r)&&!/^\s*(?:[-*+]|\d+[.)])\s/.test(e.text.slice(i[1],i[1]+8)))continue;yield{at:i,reason:`Unexpected blank ${bi(o)} where markdown needs a space, replace it`,fix:y("Use a space",u(...i," ".repeat(o.length)))};continue}/U\+[\dA-F]{4}/.test(Jd(e.text,s))||t&&/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(o)||(yield{at:i,reason:`Unexpected invisible character ${bi(o)}, remove it`,fix:y("Remove it",x(...i))})}}}}),Jd=(e,t)=>e.slice(v(e,t),pe(e,t));var Kd=/(?<=[\p{L}\p{N})\]"'”’`*_])\.\.(?![.\p{L}\p{N}/\\*])(?=\s|$|[)\]"'”’*_])/gu,Vd=/(?:\b(?:more|on|on and on|others|etc|so forth|mehr|más|mais|plus|soon|wait)|\d)$/i,Xd=/(?<=[\p{L}\p{N})\]"'”’`*]),[,.](?=\s|$)/gu,ki=h({id:"text-punctuation",summary:"Write punctuation marks once.",why:"A doubled point or comma is a slip of the hand that readers stumble over.",severity:"warning",fix:"mixed",aliases:["no-repeat-punctuation"],examples:{good:[{text:"- [A](https://a.example) - Waits... and goes on. See ../b and 1..9, `c..`, etc.\n"},{text:`- [A](https://a.example) - Tools by A Inc., in a row.
`},{text:`- [What is it?](https://a.example). Wow!!
`}],bad:[{text:`- [A](https://a.example) - First of all..
`,says:["1:40: Unexpected `..`, expected `.`"],fixed:`- [A](https://a.example) - First of all.
`},{text:`- [A](https://a.example) - One,, two.
`,says:["1:31: Unexpected `,,`, expected `,`"],fixed:`- [A](https://a.example) - One, two.
`},{text:`- [A](https://a.example) - And so on..
`,says:["1:37: Unexpected `..`, expected `.` or `...`"],fixed:`- [A](https://a.example) - And so on...
`}]},*check({list:e}){for(let{range:t,block:n}of e.prose){let o=e.text.slice(...t);for(let s of o.matchAll(Kd)){let i=t[0]+s.index,r=[i,i+2],a=Vd.test(o.slice(0,s.index)),l=e.text.slice(i+2,n.range[1]).trim()===""||new RegExp("^ \\p{Lu}","u").test(o.slice(s.index+2));a?yield{at:r,reason:"Unexpected `..`, expected `.` or `...`",fix:b("Make it an ellipsis",u(...r,"..."))}:l&&(yield{at:r,reason:"Unexpected `..`, expected `.`",fix:y("Remove one",x(i+1,i+2))})}for(let s of o.matchAll(Xd)){let i=t[0]+s.index,r=s[0][1];yield{at:[i,i+2],reason:`Unexpected \`${s[0]}\`, expected \`${r}\``,fix:y("Remove the comma",x(i,i+1))}}}}});var Qd=e=>e!==void 0&&e!==e.toLowerCase();function ge(e,t){let[n,o]=[e.toLowerCase(),t.toLowerCase()],s=0;for(;s<n.length&&n[s]===o[s];)s++;let i=0;for(;i<Math.min(n.length,o.length)-s&&n.at(-1-i)===o.at(-1-i);)i++;let r=e.length-i,a=o.slice(s,o.length-i),l=s<r?[...e.slice(s,r)]:[e[s-1],e[r]],d=l.length>0&&l.every(Qd)?a.toUpperCase():a;return e.slice(0,s)+d+e.slice(r)}var Yd=/^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|npmjs\.com|crates\.io|pypi\.org|rubygems\.org)$/i;function Zd({url:e}){let[,t,n=""]=/^https?:\/\/(?:www\.)?([^/?#:@\s]+)([^?#]*)/i.exec(e)??[];if(t!==void 0)return n===""||n==="/"?t.slice(0,t.indexOf(".")):Yd.test(t)?/^\/[^/]+\/([^/]+?)(?:\.git)?\/?$/.exec(n)?.[1]:void 0}function Ai(e){let t=e.text.trim();if(t.length<6||!/^[A-Za-z]+(?:[-.][A-Za-z]+)*$/.test(t))return;let n=Zd(e);if(n===void 0||Math.abs(n.length-t.length)>2)return;let[o,s]=[t.toLowerCase(),n.toLowerCase()];if(ec(o,s))return ge(t,n);if(!F(o,s)||!/^[a-z]+(?:[-.][a-z]+)*$/.test(s)||o.replace(/[a-z]/g,"")!==s.replace(/[a-z]/g,""))return;let i=o.length>s.length?o:s,r=[...i].findIndex((l,d)=>l!==(i===o?s:o)[d]),a=o.length===s.length&&o[r+1]===s[r];if(r===o.length)return/[ghklnpt]$/.test(s)&&!B(t)?ge(t,n):void 0;if(!(!/[a-z]{2}$/.test(i.slice(0,r))&&!(a&&r>0))&&!(!a&&!/^[a-z]/.test(i.slice(r+1)))&&!(B(t)&&!B(n)))return ge(t,n)}function ec(e,t){let[n,o]=[e.split(/[-.]/),t.split(/[-.]/)];if(n.length!==o.length||e.replace(/[a-z]/g,"")!==t.replace(/[a-z]/g,""))return!1;let s=n.findIndex((a,l)=>a!==o[l]),[i,r]=[n[s]??"",o[s]??""];return n.some((a,l)=>l!==s&&a!==o[l])?!1:Math.min(i.length,r.length)>=8&&i.slice(0,2)===r.slice(0,2)&&i.slice(-2)===r.slice(-2)&&tn(i,r)===2&&!B(i)}var tc=/^(?:eu|ewe|one(?:$|s|-)|once|oui|u(?!p|ltra|gly|mbrella|rban|nder|n(?!i|a?nim)))/,nc=/^(?:hour|honest|honou?r|heir)/,oc=new Set(`able about above across after again against ago ahead all alone along already also although always among amount
  and another any apart are around as aside at away either else even ever every if in including inside instead into
  is isn it its of off often on only onto or our out outside over under until up upon upper us use used`.split(/\s+/)),sc=/^(?:high|huge|hash|hard|half|heavy|hand|host|human|help|head|hot|home|hybrid|hello|history)/,ic=/^(?:user|unique|uniform|union|unit|univers|usage|usable|useful|usual|utility|unified|uni(?:code|cast)|one-|one$)/;function rc(e){if(!(!/^[a-z]{3,}$/.test(e)||oc.has(e))){if(sc.test(e)||ic.test(e))return"a";if(nc.test(e))return"an";if(!(tc.test(e)||e[0]==="h"))return/^[aeiou]/.test(e)?"an":"a"}}var ac=new RegExp("(?:^|[^\\p{L}\\p{N}\\s]\\s*|(?<!\\p{L})(?:is|as|of|with|to|in|on|by|from|like|into|via|using|be|not|at|has|have|provides|was|are|add|create)\\s)$","iu");function Li(e,{text:t,range:[n],prose:o,before:s}){let i=rc(s);if(!i||i===t.toLowerCase()||!U(s)||i==="a"&&!z(s)&&!/[aeiou].*[aeiou]/.test(s))return;let r=e.text.slice(Math.max(o.range[0],n-20),n);if(!((i==="a"||t==="A")&&!ac.test(r))&&!Fe(e.text.slice(...o.range)))return t[0]==="A"?i[0].toUpperCase()+i.slice(1):i}var lc=/^([A-Za-z]{3,}[A-Z])(from|with|into|using|for|and)$/,dc=/^(on|for|with|and)(Windows|Linux|Mac|Android|Unix)$/;function vi(e){let[,t,n]=lc.exec(e)??dc.exec(e)??[];if(!(t===void 0||n===void 0))return/[a-z]/.test(t)&&U(t)?[t,n]:void 0}var cc=/(?:s|es|ed|er|ers|or|ors|ing|able|ly|y|ish|ist|ists|ism|ness|less|wise|js|ize|ized|izer|ify|like|ful|out|up)$/,pc=/^(?:un|re|pre|sub|non|anti|multi|micro|macro|inter|over|under|auto|bi|conv|co|de|dis|mis|out|up|lib|py)/;function mc(e){if(/[^aeou]eing$/.test(e))return!1;let t=e.replace(cc,"");if(t!==e&&t.length>=3&&[t,`${t}e`,t.slice(0,-1)].some(fc))return!0;let n=e.replace(pc,"");if(n!==e&&n.length>=4&&U(n))return!0;for(let o=3;o<=e.length-3;o++)if(z(e.slice(0,o))&&U(e.slice(o)))return!0;return!1}var fc=e=>e.length>=3&&U(e),at=new Map;function Yt(e){let t=at.get(e);if(t)return t;at.size>5e4&&at.clear();let n={near:[...new Set(hc(e))].filter(U),far:[...new Set(uc(e))].filter(z),made:mc(e),names:Jn(e)};return at.set(e,n),n}var $i="abcdefghijklmnopqrstuvwxyz",Qt="aeiou";function*hc(e){let t=e.length-1;for(let n=1;n<=t;n++){let o=e.slice(0,n),s=e.slice(n),i=s[0];if(n>1&&n<t&&(n+1<t||i!==s[1])&&(yield o+s.slice(1)),n<t&&i!==s[1]&&(yield o+s[1]+i+s.slice(2)),n>1||e.length>6)for(let r of $i)yield o+r+s;if(n<t&&Qt.includes(i))for(let r of Qt)r!==i&&(yield o+r+s.slice(1))}}function*uc(e){for(let t of"ehkntyl")yield e+t;for(let t=2;t<e.length-1;t++)if(!Qt.includes(e[t]))for(let n of $i)yield e.slice(0,t)+n+e.slice(t+1)}function Ti(e,t){let{text:n}=t,o=ce(e),s=n.toLowerCase(),i=n===s,r=i||n.slice(1)===s.slice(1),a=r?In(s):void 0;if(a!==void 0&&!Si(t)&&!wc(e,s)&&Ui(e,t))return{right:lt(n,a),sure:i};let l=t.prose.link&&kc(t);if(l!==void 0)return{right:lt(n,l),sure:!1};if(!r||s.length<5||Si(t)||o.uses(n)>1||!i&&xc(e,t))return;let d=Yt(s),c=gc(d,o),p=c??(d.names.length===1?d.names[0]:void 0);if(!(p===void 0||s.length===5&&(c!==void 0||o.uses(p)<8))&&!(!i&&s.length<7&&o.uses(p)<Oi)&&!(!(i&&c)&&!bc(e,o,t,p))&&!(!i&&!yc(e,t)&&!(o.uses(p)>=8&&new RegExp("\\p{L} ","u").test(e.text.slice(t.range[0]-2,t.range[0])))))return Ui(e,t)&&Pi(e,n)===1?{right:lt(n,p),sure:!1}:void 0}function Ri(e,t){let n=t.text.toLowerCase();if(n.length<7)return;let o=ce(e),{near:s,far:i,names:r}=Yt(n),a=[...s,...i,...r].map(c=>({right:c,count:o.uses(c)})).filter(({right:c,count:p})=>p>0&&`${c}s`!==n&&`${n}s`!==c).sort((c,p)=>p.count-c.count);if(!a[0]||a[0].count===a[1]?.count)return;let d=(e.title?[e.title,...e.sections]:e.sections).filter(({title:c})=>c.toLowerCase().includes(n)).length;return Pi(e,n)>d*3?void 0:lt(t.text,a[0].right)}var Oi=2;function gc({near:e,far:t,made:n},o){let[s]=e;if(!n&&e.length===1&&z(s))return s;let[i,...r]=[...e,...t].filter(a=>o.uses(a)>0);if(!(i===void 0||r.length>0))return o.uses(i)>=(z(i)?Oi:8)?i:void 0}var lt=(e,t)=>{if(t!==t.toLowerCase())return t;let n=ge(e,t);return Z(n)??n},Si=({text:e,prose:{link:t}})=>t?.text.trim()===e;function xc(e,{range:[t],prose:n}){let o=new RegExp("(?:^|\\s)(\\p{Lu}[\\p{L}.'\u2019-]*) $","u").exec(e.text.slice(n.range[0],t))?.[1];return o!==void 0&&!z(o.toLowerCase())}function yc(e,{range:[t,n],prose:o}){return o.link?!0:(`${e.text.slice(o.range[0],t)} ${e.text.slice(n,o.range[1])}`.match(/(?<![\p{L}\p{N}])[a-z]{4,}/gu)??[]).some(U)}var Pi=(e,t)=>e.text.match(new RegExp(t,"gi"))?.length??0,bc=(e,t,{prose:n},o)=>t.uses(o)>0||e.text.slice(...n.block.range).toLowerCase().includes(o.toLowerCase()),Ci=new WeakMap;function wc(e,t){let n=Ci.get(e)??e.links.map(({url:o})=>o.toLowerCase()).join(`
`);return Ci.set(e,n),n.includes(t)}function kc({text:e,prose:{link:t}}){let n=e.toLowerCase(),o=t.url.toLowerCase();if(n.length<5||o.includes(n))return;let s=new Set(o.match(/[a-z]{5,}/g)?.filter(r=>r[0]===n[0]&&F(r,n))),[i]=s;if(!(i===void 0||s.size>1||Math.min(i.length,n.length)<5)&&!(`${i}s`===n||`${n}s`===i))return U(i)||Z(i)!==void 0?i:void 0}function Ui(e,{prose:t}){let n=e.text.slice(...t.range).match(new RegExp("\\p{L}{3,}","gu"))??[];return n.filter(s=>new RegExp("^\\p{Ll}+$","u").test(s)&&!B(s)).length>Math.max(1,n.length/3)?!1:!Fe(e.text.slice(...t.block.range).replace(/\]\([^)]*\)/g,""))}var Mi=h({id:"text-spelling",summary:"Spell words right, and say them once.",why:"A misspelled word is missed by searches, and readers stumble over it.",severity:"warning",fix:"mixed",examples:{good:[{text:`# List

## Kubernetes

All about the tools of Kubernetes, with the names that are used for it.
`},{text:`# Liste

## Outils pour les developeurs

Une liste des outils pour les gens avec une id\xE9e dans la t\xEAte.
`},{text:`# List

- [Machin](https://a.example/machin) - The tool of Jon Proces, with machin and \`proces\` for the new linters.
`},{text:`# List

- [Tool](https://a.example) - For an hour or a union, a one-time fee and a European user that that is for.
`}],bad:[{text:`All that is needed for the carving of wood, for you and for the others with a knife.

- [wodcarvning](https://github.com/knives/woodcarving) - Carves.
`,says:["3:4: Unexpected word `wodcarvning`, expected `woodcarving` as in its address"],fixed:`All that is needed for the carving of wood, for you and for the others with a knife.

- [woodcarving](https://github.com/knives/woodcarving) - Carves.
`},{text:`# List

A list of the tools for you and your friends.

## Chalenges

- [The first of the challenges](https://a.example)
`,says:["5:4: Unexpected word `Chalenges`, expected `Challenges`"],fixed:`# List

A list of the tools for you and your friends.

## Challenges

- [The first of the challenges](https://a.example)
`},{text:`# List

- [A Shedule for the Year](https://a.example/schedule) - A libary for the comprenhensive planning of the year.
`,says:["3:6: Unexpected word `Shedule`, expected `Schedule`","3:60: Unexpected word `libary`, expected `library`","3:75: Unexpected word `comprenhensive`, expected `comprehensive`"],fixed:`# List

- [A Schedule for the Year](https://a.example/schedule) - A library for the comprehensive planning of the year.
`},{text:`- [Tomatoseds](https://tomatoseeds.example) - Seeds for the gardens of the city and and your own.
`,says:["1:4: Unexpected word `Tomatoseds`, expected `Tomatoseeds` as in its address","1:85: Unexpected second `and`, remove it"],fixed:`- [Tomatoseeds](https://tomatoseeds.example) - Seeds for the gardens of the city and your own.
`},{text:`- [Tool](https://a.example) - A open tool for the garden, with an simple plan that that lets you grow.
`,says:["1:31: Unexpected `A` before `open`, expected `An`","1:64: Unexpected `an` before `simple`, expected `a`","1:84: Unexpected second `that`, remove it"],fixed:`- [Tool](https://a.example) - An open tool for the garden, with a simple plan that lets you grow.
`},{text:`- [The Art of ScaLEfrom the Top for you](https://a.example)
`,says:["1:15: Expected a space in `ScaLEfrom`, between `ScaLE` and `from`"],fixed:`- [The Art of ScaLE from the Top for you](https://a.example)
`}]},*check({list:e}){let t=ce(e);for(let o of t.doubled)yield*Sc(e,o);if(me(e.text)!=="en")return;let n=new Set;for(let o of e.links){let s=o.role==="image"?void 0:Ai(o);s!==void 0&&(n.add(o),yield*Ac(o,s))}for(let o of t.unknown){if(o.prose.link&&n.has(o.prose.link))continue;let s=vi(o.text);s?yield Lc(o,s):yield*vc(e,o)}for(let o of t.articles)yield*Cc(e,o)}}),Bi=(e,[t,n],o,s="")=>({at:[t,n],reason:`Unexpected word \`${e}\`, expected \`${o}\`${s}`,fix:b("Correct the spelling",u(t,n,o))});function*Ac({text:e,textRange:t},n){let o=e.trim();t&&t[1]-t[0]===o.length&&(yield Bi(o,t,n," as in its address"))}function Lc({text:e,range:[t,n]},[o,s]){return{at:[t,n],reason:`Expected a space in \`${e}\`, between \`${o}\` and \`${s}\``,fix:b("Insert a space",k(t+o.length," "))}}function*vc(e,t){let n=t.prose.block.node.type==="heading"&&!t.prose.link,o=Ti(e,t),s=o?.right??(n?Ri(e,t):void 0);if(s===void 0)return;let i=Bi(t.text,t.range,s);yield o?.sure&&!n?{...i,fix:{...i.fix,safety:"safe"}}:i}var $c=/^ (?:lets|allows|helps|provides|enables|makes|supports|runs|uses|gives|adds|converts)\b/;function*Sc(e,{text:t,range:[n,o]}){if(t.toLowerCase()==="that"&&!$c.test(e.text.slice(o,o+12)))return;let s=e.text.slice(0,n).trimEnd().length,i=e.text[o]===":",r=i?x(n,o+2):x(s,o),a=!i&&!e.text.slice(s,n).includes(`
`);yield{at:[n,o],reason:`Unexpected second \`${t}\`, remove it`,fix:a?y("Remove the second one",r):b("Remove the second one",r)}}function*Cc(e,t){let n=Li(e,t);n!==void 0&&(yield{at:t.range,reason:`Unexpected \`${t.text}\` before \`${t.before}\`, expected \`${n}\``,fix:y("Correct the article",u(...t.range,n))})}function Ei(e){let{text:t,blocks:n,verbatim:o}=e,s=new Set(He(e).breaks.map(({range:l})=>l[0])),i=[],r=0,a=0;for(let l of t.matchAll(/(?<=\S|^)[ \t]+(?=\r?\n|$)/gm)){let d=l.index;for(;(o[r]?.[1]??1/0)<=d;)r++;for(;(n[a]?.range[1]??1/0)<d;)a++;if(s.has(d)||(o[r]?.[0]??1/0)<=d)continue;let[c,p]=n[a]?.range??[1/0,1/0];l[0].startsWith("  ")&&c<=d&&t.slice(d,p).trim()!==""||i.push({range:[d,d+l[0].length],isEmpty:d===0||t[d-1]===`
`})}return i.length>20&&i.length>t.split(`
`).length/10?[]:i}function*Fi(e){let t=me(e.text)==="en";for(let{range:n,block:o,link:s}of e.prose){let i=e.text.slice(...n);i.includes("  ")&&o.node.type!=="tableCell"&&(yield*Tc(i,n[0])),/[.!?)]:/.test(i)&&(yield*Uc(i,n[0])),t&&(/ [,;:.]/.test(i)&&(yield*Rc(i,n[0],e)),/[,.;][^\s]/.test(i)&&(yield*Mc(i,n[0])),!s&&i.includes("(")&&(yield*Fc(i,n[0])))}yield*Nc(e,t)}function*Uc(e,t){for(let n of e.matchAll(new RegExp("(?<=\\p{L}[.!?)])(?=:[a-z][a-z\\d_+-]*:(?:\\s|$))","gu")))yield dt(t+n.index,e[n.index-1])}function*Tc(e,t){for(let n of e.matchAll(/(?<=[\p{L}\p{N},)])(?<!\bof) {2}(?=[\p{L}\p{N}(])/gu)){let o=t+n.index;yield{kind:"doubled",range:[o,o+1],mark:"",newText:""}}}function*Rc(e,t,n){for(let o of e.matchAll(new RegExp("(?<=[\\p{Ll}\\p{Lu}\\p{N}]) +(?:([,;:])(?= \\p{L})|(\\.)(?= \\p{Lu}\\p{Ll}| \\(|$))","gu"))){let s=o[1]??o[2];if(s===":"&&Oc(n))continue;let i=t+o.index+o[0].length;if(s==="."&&/[\w[!<`]/.test(n.text[i]??""))continue;yield{kind:"before",range:[t+o.index,i-1],mark:s,newText:""}}}var Oc=({text:e})=>{let t=e.match(new RegExp("(?<=[\\p{L}\\p{N}]) : (?=\\p{L})","gu"))?.length??0,n=e.match(new RegExp("(?<=[\\p{L}\\p{N}]): (?=\\p{L})","gu"))?.length??0;return t>1&&t>=n/4},Pc=new Set("the this that these those it its a an please check keep you we they if for with and but also all any see use now here there in on to from supports provides allows includes written built based".split(" "));function*Mc(e,t){for(let n of e.matchAll(new RegExp(`(?<![^\\s("'])(\\p{L}[\\p{L}\\p{N}]+|\\p{N}+)([,.;])(\\p{L}[\\p{L}'\u2019-]*)(?=[\\s).;:!?]|, |,$|$)`,"gu"))){let[,o="",s="",i=""]=n,r=t+n.index+o.length+1;(s==="."?Bc(o,i,e.slice(n.index+n[0].length)):Ec(o,i))&&(yield{kind:"missing",range:[r,r],mark:s,newText:" "})}}var Bc=(e,t,n)=>new RegExp("^\\p{Lu}\\p{Ll}*$","u").test(t)&&Pc.has(t.toLowerCase())&&new RegExp("^ \\p{Ll}","u").test(n)&&new RegExp("^\\p{Lu}?\\p{Ll}{2,}$","u").test(e)&&B(e),Ec=(e,t)=>new RegExp("^\\p{Lu}\\p{Ll}{2,}$","u").test(t)?new RegExp("^\\p{Lu}?\\p{Ll}{2,}$|^\\p{N}$","u").test(e):new RegExp("^\\p{Ll}{3,}$","u").test(t)&&new RegExp("\\p{Ll}{3,}$","u").test(e)&&U(t)&&(U(e)||t.length>5);function*Fc(e,t){for(let n of e.matchAll(new RegExp("(?<![^\\s])(\\p{Ll}{3,})(?=\\(\\p{L}+ \\p{L}+ [^()]*\\))","gu"))){if(!U(n[1]))continue;let o=t+n.index+n[1].length;yield{kind:"missing",range:[o,o],mark:"(",newText:" "}}}var Ic=/^(?:s|es|ed|er|ers|ing|ish|ism|ist|ists|able|like|less|ness|based|ish|ly|al)$/i,Wc=(e,t)=>/^[^\p{L}\p{N}\n]*/u.exec(e.slice(t,t+12))[0],dt=(e,t)=>({kind:"missing",range:[e,e],mark:t,newText:" "});function*Nc({links:e,text:t},n){let o=e.filter(({node:i,role:r})=>i?.type==="link"&&(r==="entry"||r==="description")),s=new Set;if(n)for(let{range:i,textRange:r,text:a}of o){if(!r)continue;let[l]=new RegExp("(?<=[\\s(/])\\p{L}{4,}$","u").exec(t.slice(Math.max(0,i[0]-24),i[0]))??[];l&&U(l)&&!new RegExp("^\\p{Ll}{1,4}(?!\\p{L})","u").test(a)&&(yield dt(i[0],"["));let[d]=new RegExp("^\\p{L}{3,}(?=[ ,.])","u").exec(t.slice(i[1],i[1]+24))??[];d&&U(d)&&!Ic.test(d)&&(s.add(i[1]),yield dt(i[1],")"))}yield*Dc(o.map(({range:i})=>i[1]).filter(i=>!s.has(i)),t)}function*Dc(e,t){let n=e.map(o=>({end:o,joint:Wc(t,o)}));for(let[o,s]of $(n,({joint:i})=>i.replaceAll(" ",""))){let i=R(s.map(({joint:r})=>r))?.value;if(!(o===""||!i?.includes(" ")||/[-–—:|.,;<>&]/.test(o)))for(let{end:r,joint:a}of s){let l=[...i].findIndex((d,c)=>d!==a[c]);l<0||/^\s|^$/.test(t.slice(r+l,r+l+1))||i===`${a.slice(0,l)} ${a.slice(l)}`&&(yield dt(r+l,l>0?a[l-1]:")"))}}}var Ii=h({id:"text-whitespace",summary:"Keep blanks and blank lines even.",why:"Stray blanks and uneven blank lines make noise in every diff, and some of them change what markdown sees.",severity:"warning",fix:"safe",aliases:["final-newline","no-consecutive-blank-lines","no-missing-blank-lines","hard-break-spaces"],examples:{good:[{text:`# List

Text with a  
hard break.

- [A](https://a.example) - First ... and .NET
`},{text:"```\ncode  with   blanks  \n\n\n\n```\n"},{text:`# Liste

Une id\xE9e : des outils pour les gens, avec une carte dans la poche !
`}],bad:[{text:"# List",says:["1:7: Expected a line break at the end of the file, add one"],fixed:`# List
`},{text:`# List
A list of things.
`,says:["2:1: Expected a blank line after the title, add one"],fixed:`# List

A list of things.
`},{text:`# List


## Tools
`,says:["3:1: Unexpected second blank line, expected one before the heading"],fixed:`# List

## Tools
`},{text:`- [A](https://a.example) - Reads the files,maps them and writes what is left(with all of its parts) for you.
`,says:["1:44: Expected a space behind `,`, add one","1:77: Expected a space before `(`, add one"],fixed:`- [A](https://a.example) - Reads the files, maps them and writes what is left (with all of its parts) for you.
`},{text:`One  two.  

Three
`,says:["1:4: Unexpected doubled space, remove one","1:10: Unexpected blanks at the end of the line, remove them"],fixed:`One two.

Three
`},{text:`- [The tools : a list of the best](https://a.example)
- [The shops: a list of the best](https://b.example)
`,says:["1:13: Unexpected space before `:`, remove it"],fixed:`- [The tools: a list of the best](https://a.example)
- [The shops: a list of the best](https://b.example)
`}]},*check({list:e}){e.root.position&&(yield*Gc(e),yield*qc(e),yield*Jc(e),yield*Kc(e))}});function*Gc(e){for(let{gap:t,expected:n,like:o}of Do(e)){let s=o&&`${o.count} of ${o.total}`;yield t.blanks>n?Hc(t,n,s,e.text):zc(t,n,s,e)}}var _c=["first","second","third","fourth","fifth"],jc=["none","one","two","three","four"],Wi=({next:e})=>e==="heading"?"before the heading":e==="list"?"before the list":"here";function Hc(e,t,n,o){let s=e.range[0];for(let d=0;d<t;d++)s=o.indexOf(`
`,s)+1;let i=e.blanks-t,r=t===0?"":`${_c[t]??`${t+1}th`} `,a=i>1?`${i} more blank lines`:`${r}blank line`,l=n?` like in ${n} places of this kind`:"";return{at:[s,e.range[1]],reason:`Unexpected ${a}, expected ${jc[t]??t} ${Wi(e)}${l}`,fix:A("Remove it",x(s,e.range[1]))}}function zc(e,t,n,o){let s=e.range[1],i=o.text.includes(`\r
`)?`\r
`:`
`,r=e.before===o.title?.heading&&!n?"after the title":Wi(e),a=t-e.blanks;return{at:[s,s],reason:`Expected ${a===1?"a blank line":`${a} more blank lines`} ${r}${n?` like in ${n} places of this kind`:""}, add ${a===1?"one":"them"}`,fix:A("Insert a blank line",k(s,i.repeat(a)))}}function*qc(e){for(let{range:t,isEmpty:n}of Ei(e))yield{at:t,reason:`Unexpected blanks ${n?"on an empty line":"at the end of the line"}, remove them`,fix:A("Remove them",x(...t))}}function*Jc(e){for(let{kind:t,range:n,mark:o,newText:s}of Fi(e)){let i=u(...n,s);t==="doubled"?yield{at:[n[0],n[1]+1],reason:"Unexpected doubled space, remove one",fix:A("Remove one",i)}:t==="before"?yield{at:n,reason:`Unexpected space before \`${o}\`, remove it`,fix:y("Remove it",i)}:yield{at:n,reason:`Expected a space ${"[(".includes(o)?"before":"behind"} \`${o}\`, add one`,fix:y("Add one",i)}}}function*Kc({text:e}){let t=e.trimEnd().length;if(t===0)return;let n=e.indexOf(`
`,t)+1;n===0?yield{at:[e.length,e.length],reason:"Expected a line break at the end of the file, add one",fix:A("Add one",k(e.length,e.includes(`\r
`)?`\r
`:`
`))}:n<e.length&&(yield{at:[n,e.length],reason:"Unexpected blank lines at the end of the file, remove them",fix:A("Remove them",x(n,e.length))})}var Sb=[qo,Wo,Jo,Go,Ko,ii,ai,_n,ks,vs,Ls,io,co,ho,no,$o,Hn,Xn,Qn,Yn,eo,to,vo,Io,ln,hs,ys,ps,ms,bs,as,es,fs,ni,si,di,ui,yi,wi,Mi,ki,xi,Ii,Ys];export{Zf as a,nt as b,Sb as c};
