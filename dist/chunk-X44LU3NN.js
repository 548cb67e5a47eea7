import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as ae,b as ie}from"./chunk-DLL6O5IG.js";import{c as re}from"./chunk-ZZMK3S5C.js";import{b as $}from"./chunk-U2DKWD4E.js";import{a as se}from"./chunk-XKQNP7O5.js";import{a as oe}from"./chunk-XDP5DNZL.js";import{a as ne,b as z}from"./chunk-24U2LP7H.js";import{h as S}from"./chunk-3C74GCXH.js";import"./chunk-GMO7IUGY.js";import"./chunk-PQ7M7EY4.js";import{createHash as yt}from"node:crypto";import{readFileSync as $t}from"node:fs";function k(e){let t=[...new Set(e)].sort((r,o)=>r<o?-1:1),n=new Map(t.map((r,o)=>[r,o]));return{words:t,numbers:e.map(r=>n.get(r))}}function s(e,...t){let n=le(e[0]??"");for(let[r,o]of t.entries())n+=I(o)+le(e[r+1]??"");return{markup:n}}var de=e=>({markup:e.map(I).join(`
`)}),b=e=>s`${re(e).map(({kind:t,text:n})=>t==="code"?s`<code>${n}</code>`:n)}`,ce=(e,t)=>{let n=JSON.stringify(t).replace(/[<>&\u2028\u2029]/g,r=>`\\u${r.charCodeAt(0).toString(16).padStart(4,"0")}`);return{markup:`${s`<script type="application/json" id="${e}">`.markup}${n}</script>`}};function We(e){if(/^(?:https?:)?\/\//i.test(e))try{return new URL(e.startsWith("//")?`https:${e}`:e).href}catch{return}}function w(e,t){let n=We(e);return n===void 0?s`${t}`:s`<a href="${n}">${t}</a>`}function I(e){return e===void 0?"":typeof e=="string"?Ee(se(e)):typeof e=="number"?String(e):"markup"in e?e.markup:e.map(I).join("")}var Ue={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},Ee=e=>e.replace(/[&<>"']/g,t=>Ue[t]??t),le=e=>e.replace(/\n\s*/g,"");var V=160,G=320,qe={start:0,end:0,as:"mark"};function M(e,{start:t,end:n,as:r}=qe){if(e==="")return s`<code class="none">empty line</code>`;let o=n<=t+G?n:Z(e,t+G),l=t<=V?0:Z(e,t-V),a=Math.max(o+V,l+G),i=a>=e.length?e.length:Z(e,a),c=e.trimEnd().length,d=(p,m)=>e.slice(p,Math.max(p,Math.min(m,c))).replaceAll("	","\u2192")+e.slice(Math.max(p,c),m).replaceAll(" ","\xB7").replaceAll("	","\u2192");return s`
    <code dir="auto">
      ${l>0?"\u2026":""}${d(l,t)}
      ${o>t?ze[r](d(t,o)):""}
      ${d(o,i)}${i<e.length?"\u2026":""}
    </code>`}var ze={mark:e=>s`<mark>${e}</mark>`,del:e=>s`<del>${e}</del>`,ins:e=>s`<ins>${e}</ins>`},C=(e,t,n)=>s`
  <code>
    ${e.split("/").map((r,o)=>o===0?r:s`/<wbr>${r}`)}
    <span>:<b>${t}</b>${n===void 0?"":`:${n}`}</span>
  </code>`;function pe(e,t){let n=Math.min(e.length,t.length),r=0;for(;r<n&&e[r]===t[r];)r++;let o=0;for(;o<n-r&&e.at(-1-o)===t.at(-1-o);)o++;if(r+o<n/3)return[M(e),M(t)];for(;r>0&&(K(e[r])||K(t[r]));)r--;for(;o>0&&K(e[e.length-o]);)o--;return[M(e,{start:r,end:e.length-o,as:"del"}),M(t,{start:r,end:t.length-o,as:"ins"})]}var K=e=>e!==void 0&&/[\udc00-\udfff\p{M}\u200d]/u.test(e),Z=(e,t)=>/[\udc00-\udfff]/.test(e[t]??"")?t+1:t;var ue=3,_=4;function me({path:e,text:t},n){let r={text:t,lines:ae(t)};return n.map(o=>Ie(o,e,r))}function Ie({place:e,severity:t,rule:n,url:r,reason:o,note:l,related:a,fix:i},c,d){let{line:p,column:m}=e.start;return s`
    <tr>
      <td class="place">${C(c,p,m)}</td>
      <td class="level"><span class="tag ${t}">${t}</span></td>
      <td class="finding">
        <p>${b(o)}</p>
        ${i?Ge(i,d,p):Ve(e,d)}
        ${a?.map(f=>s`<p class="related">Line ${f.place.start.line}: ${b(f.message)}</p>`)}
        ${l===void 0?"":s`<details><summary>Why</summary><p>${b(l)}</p></details>`}
      </td>
      <td class="rule">${w(r,s`<code>${n}</code>`)}</td>
      <td class="cure">${i?s`<span class="tag ${i.safety}">${T[i.safety]}</span>`:T.none}</td>
    </tr>`}var T={safe:"safe",unsafe:"needs a look",none:"by hand"};function Ve({start:e,end:t},{text:n,lines:r}){let o=r[e.line-1];if(!o||o.end===o.start)return;let l=e.offset-o.start,a=t.line>e.line?o.end-o.start:t.offset-o.start;return s`<p class="source">${M(n.slice(o.start,o.end),{start:l,end:Math.max(a,l+1),as:"mark"})}</p>`}function Ge({title:e,edits:t},{text:n,lines:r},o){let l=ie(n,r,t),a=l.length-ue;return s`
    <p class="title">${b(e)}</p>
    <dl class="fix">${l.slice(0,ue).map(i=>Ke(i,o))}</dl>
    ${a>0?s`<p class="more">… and ${$(a,"more place")}</p>`:""}`}function Ke({line:e,removed:t,added:n},r){let o=e===r?"":s`<span>line ${e}</span>`;if(n.length===0)return A("old",s`Removed${o}`,t,t.map(F));if(t.length===0)return A("new",s`Added<span>above line ${e}</span>`,n,n.map(F));let l=t.length===n.length,a=l?t.slice(0,_).map((i,c)=>pe(i,n[c])):[];return s`
    ${A("old",s`Before${o}`,t,l?a.map(([i])=>i):t.map(F))}
    ${A("new",s`After${o}`,n,l?a.map(([,i])=>i):n.map(F))}`}var F=e=>M(e);function A(e,t,n,r){let o=n.length-_,l=o>0?s`<span class="more">… ${$(o,"more line")}</span>`:"";return s`<div class="${e}"><dt>${t}</dt><dd>${r.slice(0,_)}${l}</dd></div>`}var H=e=>s`
  <section id="${e.id}" class="card rows" aria-labelledby="${e.id}-title">
    <h2 id="${e.id}-title" tabindex="-1">
      ${e.title} <span class="count">${u(e.rows.length)}</span>
    </h2>
    ${e.rows.length===0?s`<p>There is nothing to show.</p>`:Ze(e)}
  </section>`,Ze=({id:e,head:t,filters:n,rows:r})=>s`
  <form class="filters" aria-label="Filter the ${e}" hidden>
    ${n}
    <button type="reset">Clear filters</button>
  </form>
  <div class="pager" hidden>
    <p role="status"></p>
    <nav aria-label="Pages of ${e}">
      <button type="button" data-step="-1">Previous</button>
      <button type="button" data-step="1">Next</button>
    </nav>
  </div>
  <noscript>
    <table aria-labelledby="${e}-title">
      <thead><tr>${t.map(_e)}</tr></thead>
      <tbody>${{markup:`
`}}${de(r)}${{markup:`
`}}</tbody>
    </table>
  </noscript>`;function _e({words:e,kind:t,sort:n,isSorted:r}){let o=r?s` aria-sort="ascending"`:"";return s`<th scope="col" class="${t}" data-sort="${n}"${o}>${e}</th>`}function g(e,t,n){let r=new Map;for(let l of n)r.set(l,(r.get(l)??0)+1);let o=t.filter(({value:l})=>r.has(l)).map(({value:l,words:a})=>s`<option value="${l}">${a} (${u(r.get(l))})</option>`);return J(e,s`<select id="${P(e)}" name="${e.column}"><option value="">all</option>${o}</select>`)}function D(e){let t={table:e,column:"text",label:"Text"};return J(t,he(t))}var fe=(e,t)=>J(e,s`
      ${he(e,s` list="${P(e)}-words"`)}
      <datalist id="${P(e)}-words">${t.map(n=>s`<option value="${n}"></option>`)}</datalist>`),he=(e,t)=>s`
  <input type="search" id="${P(e)}" name="${e.column}" autocomplete="off" spellcheck="false"${t}>`,J=(e,t)=>s`
  <div><label for="${P(e)}">${e.label}</label>${t}</div>`,P=({table:e,column:t})=>`${e}-${t}`,u=e=>String(e).replace(/\B(?=(?:\d{3})+$)/g,",");var x=12,Je=1.5;function B(e){let t=e.reduce((a,{count:i})=>a+i,0),n=e.filter(({count:a})=>a>0).map(({kind:a,count:i})=>({kind:a,share:Math.max(Je,i/t*100)})),r=100/n.reduce((a,{share:i})=>a+i,0),o=0,l=n.map(({kind:a,share:i})=>{let c=o;return o+=i*r,s`<rect class="${a}" x="${ge(c)}" width="${ge(o-c)}" height="8"/>`});return s`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${l}</svg>`}var ge=e=>Math.round(e*100)/100,N=(e,t)=>`${Math.floor(e/t*100)} %`,j=e=>s`
  <ul class="legend">${e.map(([t,n])=>s`<li>${Qe(t)}${n}</li>`)}</ul>`,Qe=e=>s`<svg viewBox="0 0 8 8" aria-hidden="true"><rect class="${e}" width="8" height="8"/></svg>`,W=({id:e,title:t,head:n,rows:r,more:o,key:l})=>s`
  <section id="${e}" class="card picture" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    ${l}
    ${ye(e,n,r)}
    ${o.length===0?"":s`<details><summary>${u(o.length)} more</summary>${ye(e,n,o)}</details>`}
  </section>`,ye=(e,t,n)=>s`
  <table aria-labelledby="${e}-title">
    <thead><tr>${t.map(r=>s`<th scope="col">${r}</th>`)}</tr></thead>
    <tbody>${n.map(r=>Xe(t,r))}</tbody>
  </table>`,Xe=(e,{name:t,show:n,counts:r,parts:o,share:l})=>s`
  <tr>
    <th scope="row">${n?Ye(t,n):t}</th>
    ${r.map((a,i)=>Q(a,e[i+1]??""))}
    <td class="share">${B(o)}<span>${l}</span></td>
  </tr>`,Q=(e,t)=>s`
  <td class="${e===0?"number zero":"number"}" data-words="${t}">${u(e)}</td>`,Ye=(e,{table:t,filter:n,value:r})=>s`<span data-table="${t}" data-filter="${n}" data-value="${r}">${e}</span>`;function $e(e,t){let n=[{title:"Before the first heading",line:1,lines:{clean:0,warning:0,error:0}}],r=e.split(/\r\n|\n|\r/),o=/^---\s*$/.test(r[0])&&r.indexOf("---",1)>0?"---":void 0,l="";for(let[a,i]of r.entries()){let c=/^\s{0,9}(`{3,}|~{3,}|---$)/.exec(i)?.[1];o&&a>0&&c?.startsWith(o)?o=void 0:!o&&c&&c!=="---"&&(o=c);let d=o||i.length>500?void 0:tt(i,r[a+1]??"");if(d&&d.depth<=3&&d.words!==""){d.depth<3&&(l=d.words);let m=d.depth===3&&l!==""?`${l} \u203A ${d.words}`:d.words;n.push({title:m,line:a+1,lines:{clean:0,warning:0,error:0}})}let p=t.get(a+1);(p||!o&&et(i))&&n.at(-1).lines[p??"clean"]++}return n}function ke(e,t){let n=0,r=e.length-1;for(;n<r;){let o=n+r+1>>1;e[o].line<=t?n=o:r=o-1}return n}var et=e=>/^\s*(?:[-*+|]|\d{1,9}[.)])/.test(e)&&/\]\(\s*<?[^\s#]|\]\[|<a\s|https?:\/\//i.test(e);function tt(e,t){let n=/^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(e);if(n)return{depth:n[1].length,words:X(n[2].replace(/[ \t]#+[ \t]*$/,""))};let r=/^\s*<h([1-6])\b[^<>]*>(.*)<\/h\1>/i.exec(e);return r?{depth:Number(r[1]),words:X(r[2])}:/^ {0,3}(?:={2,}|-{2,})[ \t]*$/.test(t)&&/^ {0,3}[^\s\-*+>|<#=\d]/.test(e)?{depth:t.includes("=")?1:2,words:X(e)}:void 0}var X=e=>e.replace(/<[^<>]*>/g,"").replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])/g,"").replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g,"$1").replace(/[*`\\]|\b_+|_+\b/g,"").replace(/\s+/g," ").trim();var nt=200,be=["error","warning"],we=["safe","unsafe","none"];function ve(e){let t=[],n=[],r=[];for(let[d,p]of e.entries()){let m=p.diagnostics.filter(ne),f=$e(p.text,rt(m));for(let h of m)n.push({one:h,file:d,section:t.length+ke(f,h.place.start.line)});for(let h of f)t.push({...h,...e.length>1&&{file:p.path}});for(let h of me(p,m))r.push(h)}let o=k(n.map(({one:d})=>d.reason)),l=k(n.map(({one:d})=>d.rule)),a={file:n.map(({file:d})=>d),severity:n.map(({one:d})=>be.indexOf(d.severity)),rule:l.numbers,cure:n.map(({one:d})=>we.indexOf(d.fix?.safety??"none")),section:n.map(({section:d})=>d),reason:o.numbers},i=d=>d.map((p,m)=>({value:m,words:p}));return{table:H({id:"findings",title:"Findings",head:[{words:"Place",kind:"place",sort:"",isSorted:!0},{words:"Level",kind:"level",sort:"severity"},{words:"Finding",kind:"finding",sort:"reason"},{words:"Rule",kind:"rule",sort:"rule"},{words:"Fix",kind:"cure",sort:"cure"}],filters:[D("findings"),g({table:"findings",column:"file",label:"File"},i(e.map(({path:d})=>d)),a.file),g({table:"findings",column:"section",label:"Section"},i(t.map(({file:d,title:p})=>d===void 0?p:`${d} \u203A ${p}`)),a.section),g({table:"findings",column:"severity",label:"Level"},i(be),a.severity),g({table:"findings",column:"rule",label:"Rule"},i(l.words),a.rule),g({table:"findings",column:"cure",label:"Fix"},i(we.map(d=>T[d])),a.cure)],rows:r}),health:ot(t,n),data:r.length>0?{columns:a,words:{}}:void 0}}function rt(e){let t=new Map;for(let{severity:n,place:r}of e)(n==="error"||!t.has(r.start.line))&&t.set(r.start.line,n);return t}var U=({lines:e})=>e.clean+e.warning+e.error;function ot(e,t){let n=e.map(()=>({error:0,warning:0}));for(let{one:a,section:i}of t)n[i][a.severity]++;let r=e.map((a,i)=>({...a,number:i,...n[i]})).filter(U);if(r.length===0)return;let o=r.toSorted((a,i)=>i.error-a.error||i.warning-a.warning||U(i)-U(a)),l=new Set(o.slice(0,x));return W({id:"sections",title:"Health by section",head:["Section","Errors","Warnings","Without findings"],rows:r.filter(a=>l.has(a)).map(Me),more:o.slice(x,nt).map(Me),key:j([["clean","without findings"],["warning","with warnings"],["error","with errors"]])})}function Me(e){let{file:t,title:n,number:r,error:o,warning:l,lines:a}=e;return{name:t===void 0?n:s`<small>${t}</small>${n}`,...o+l>0&&{show:{table:"findings",filter:"section",value:r}},counts:[o,l],parts:["clean","warning","error"].map(i=>({kind:i,count:a[i]})),share:N(a.clean,U(e))}}var v=["dead","moved","unsure","skipped","alive"],xe=3,Se=({url:e,fact:t,places:n})=>s`
  <tr>
    <td class="status"><span class="tag ${t.status}">${t.status}</span></td>
    <td class="link"><bdi>${w(e,e)}</bdi></td>
    <td class="answer">${st(t)}</td>
    <td class="place">${at(n)}</td>
  </tr>`,Y=({reason:e,code:t})=>e??(t===void 0?"":String(t));function st(e){let{to:t,https:n,archived:r}=e;return s`
    ${t===void 0?b(Y(e)):s`moved for good to <bdi>${w(t,t)}</bdi>`}
    ${n===void 0?"":s`<p>the same at <bdi>${w(n,n)}</bdi></p>`}
    ${r===void 0?"":s`<p>${w(r,`a copy at ${S(r)??r}`)}</p>`}`}function at(e){let[t,n]=[e.slice(0,xe),e.slice(xe)];return s`
    ${t.map(Re)}
    ${n.length===0?"":s`<details><summary>${n.length} more</summary>${n.map(Re)}</details>`}`}var Re=({path:e,line:t})=>C(e,t);var it=200,lt=500;function Le(e){let t=v.flatMap(c=>e.filter(({fact:d})=>d.status===c)),n=new Map(e.map((c,d)=>[c,d])),r=k(t.map(({url:c})=>S(c)??Oe)),o=k(t.map(({url:c},d)=>`${r.words[r.numbers[d]]} ${c}`)),l={status:t.map(({fact:c})=>v.indexOf(c.status)),host:r.numbers,address:o.numbers,answer:k(t.map(({fact:c})=>Y(c))).numbers,place:t.map(c=>n.get(c))},a=dt(t);return{table:H({id:"links",title:"Links",head:[{words:"Status",kind:"status",sort:"status",isSorted:!0},{words:"Link",kind:"link",sort:"address"},{words:"Answer",kind:"answer",sort:"answer"},{words:"Places",kind:"place",sort:"place"}],filters:[D("links"),g({table:"links",column:"status",label:"Status"},v.map((c,d)=>({value:d,words:c})),l.status),fe({table:"links",column:"host",label:"Host"},a.slice(0,lt).map(({host:c})=>c))],rows:t.map(Se)}),hosts:ct(a),data:{columns:l,words:{host:r.words}}}}var Oe="no host";function dt(e){let t=new Map;for(let{url:n,fact:r}of e){let o=S(n)??Oe,l=t.get(o)??{host:o,total:0,dead:0,moved:0,unsure:0,skipped:0,alive:0};l.total++,l[r.status]++,t.set(o,l)}return[...t.values()].sort((n,r)=>r.dead-n.dead||r.moved+r.unsure-(n.moved+n.unsure)||r.total-n.total||(n.host<r.host?-1:+(n.host>r.host)))}function ct(e){let t=e.slice(0,it).map(n=>({name:n.host,show:{table:"links",filter:"host",value:n.host},counts:[n.total,n.dead,n.moved,n.unsure],parts:Pe.map(r=>({kind:r,count:n[r]})),share:N(n.alive,n.total)}));return W({id:"hosts",title:"Links by host",head:["Host","Links","Dead","Moved","Unsure","Alive"],rows:t.slice(0,x),more:t.slice(x),key:j(Pe.map(n=>[n,n]))})}var Pe=v.toReversed();function Ce(e){let{errors:t,warnings:n}=z(e);return[t>0&&L(t,"error"),n>0&&L(n,"warning")].filter(Boolean).join(" and ")||"No findings"}var Fe=e=>e.length===1?e[0].path:L(e.length,"file"),L=(e,t)=>$(e,t).replace(/^\d+/,()=>u(e)),Ae=(e,t)=>s`
  <section id="overview" class="tiles" aria-label="Numbers">
    ${pt(z(e))}
    ${t.length>0?ut(t):""}
  </section>`;function pt({errors:e,warnings:t,fixable:n,unsafe:r,suppressed:o,baselined:l,fixed:a}){let i=e+t;return s`
    <div class="card">
      <h2><a href="#findings-title">${L(i,"finding")}</a></h2>
      ${B([E("error",e),E("warning",t),E("clean",i===0?1:0)])}
      <dl>
        ${y("error","Errors",e)}
        ${y("warning","Warnings",t)}
        ${y("safe","With a safe fix",n)}
        ${y("unsafe","With a fix to look at",r)}
        ${a>0?y("safe","Mended in this run",a):""}
        ${o>l?y("none","Silenced",o-l):""}
        ${l>0?y("none","In the baseline",l):""}
      </dl>
    </div>`}function ut(e){let t=oe(e),n=[...v].reverse();return s`
    <div class="card">
      <h2><a href="#links-title">${L(e.length,"link")}</a></h2>
      ${B(n.map(r=>E(r,t[r])))}
      <dl>${n.map(r=>y(r,`${r[0].toUpperCase()}${r.slice(1)}`,t[r]))}</dl>
    </div>`}var E=(e,t)=>({kind:e,count:t}),y=(e,t,n)=>s`<div class="tile ${e}${n===0?" zero":""}"><dt>${t}</dt><dd>${u(n)}</dd></div>`;var R=({audit:e})=>mt.format(Date.parse(e)),mt=new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"}),O=[{noun:"error",kind:"error",countOf:({errors:e})=>e},{noun:"warning",kind:"warning",countOf:({warnings:e})=>e},{noun:"dead link",kind:"dead",countOf:({links:e})=>e?.dead}];function He(e){let[t,n]=e.slice(-2);if(!t||!n)return;let r=O.flatMap(({noun:a,countOf:i})=>{let[c,d]=[i(t),i(n)];return c===void 0||d===void 0?[]:[{noun:a,difference:d-c}]}),o=r.filter(({difference:a})=>a!==0);if(o.length===0)return`As many ${Te(r.map(({noun:a})=>`${a}s`))} as on ${R(t)}.`;let l=o.map(({noun:a,difference:i})=>$(Math.abs(i),`${i<0?"fewer":"more"} ${a}`));return`${Te(l)} than on ${R(t)}.`}var Te=e=>new Intl.ListFormat("en-GB").format(e);function Be(e){if(e.length<2)return;let t=O.flatMap(({noun:n,kind:r,countOf:o})=>{let l=e.flatMap(a=>{let i=o(a);return i===void 0?[]:[{audit:a,time:Date.parse(a.audit),count:i}]});return l.length<2?[]:[ft({words:te(`${n}s`),kind:r,points:l})]});return s`
    <section id="trend" class="card picture" aria-labelledby="trend-title">
      <h2 id="trend-title">Over time</h2>
      <p class="words">${He(e)}</p>
      <div class="curves">${t}</div>
      <details><summary>${u(e.length)} audits in numbers</summary>${ht(e)}</details>
    </section>`}var te=e=>`${e[0].toUpperCase()}${e.slice(1)}`,[ee,q]=[100,40];function ft({words:e,kind:t,points:n}){let[r,o]=[n[0],n.at(-1)],l=Math.max(...n.map(({count:f})=>f)),a=f=>De((f-r.time)/(o.time-r.time)*ee),i=f=>De(q-f/Math.max(l,1)*q),c=n.map(({time:f,count:h})=>`${a(f)} ${i(h)}`).join("L"),[d,p]=[R(r.audit),R(o.audit)],m=`${e}: ${u(r.count)} on ${d}, ${u(o.count)} on ${p}, ${u(l)} at most`;return s`
    <figure>
      <figcaption>${e} <span>now ${u(o.count)}, at most ${u(l)}</span></figcaption>
      <svg class="curve ${t}" viewBox="0 0 ${ee} ${q}" preserveAspectRatio="none" role="img" aria-label="${m}">
        <path class="area" d="M${c}V${q}H0Z"/>
        <path class="line" d="M${c}"/>
        <path class="end" d="M${ee} ${i(o.count)}h0"/>
      </svg>
      <p class="ends"><span>${d}</span><span>${p}</span></p>
    </figure>`}var De=e=>Math.round(e*100)/100,ht=e=>s`
  <table aria-labelledby="trend-title">
    <thead><tr><th scope="col">Audit</th>${O.map(({noun:t})=>s`<th scope="col">${te(`${t}s`)}</th>`)}</tr></thead>
    <tbody>${e.toReversed().map(gt)}</tbody>
  </table>`,gt=e=>s`
  <tr>
    <th scope="row">
      ${R(e)}${e.commit===void 0?"":s` <small>at <code>${e.commit.slice(0,7)}</code></small>`}
    </th>
    ${O.map(({noun:t,countOf:n})=>{let r=n(e);return r===void 0?s`<td></td>`:Q(r,te(`${t}s`))})}
  </tr>`;var Ne=e=>$t(new URL(`${import.meta.url.endsWith(".ts")?"../../dist":"."}/${e}`,import.meta.url),"utf8").trim(),je=e=>`'sha256-${yt("sha256").update(e).digest("base64")}'`;function kt(e,{version:t,audits:n=[]},r=[]){let[o,l]=[Ne("page.css"),Ne("page.js")],a=ve(e),i=r.length>0?Le(r):void 0,[c,d]=[Ce(e),Fe(e)],{markup:p}=s`
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="content-security-policy" content="${bt(o,l)}">
        <meta http-equiv="x-dns-prefetch-control" content="off">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>${c} in ${d} – awesome-doctor</title>
        <link rel="icon" href="data:,">
        <style>${{markup:o}}</style>
      </head>
      <body>
        <a class="skip" href="#findings-title">Skip to the findings</a>
        <header><p class="maker">awesome-doctor</p><h1>${c}</h1><p class="where">in <bdi>${d}</bdi></p></header>
        <main>
          ${Ae(e,r)}
          ${Be(n)}
          <div class="pictures">${a.health}${i?.hosts}</div>
          ${a.table}
          ${i?.table}
        </main>
        <footer><p>Made by awesome-doctor ${t}.</p></footer>
        ${ce("data",{findings:a.data,...i&&{links:i.data}})}
        <script>${{markup:l}}</script>
      </body>
    </html>`;return`<!doctype html>
${p}
`}var bt=(e,t)=>["default-src 'none'",`style-src ${je(e)}`,`script-src ${je(t)}`,"img-src data:","base-uri 'none'","form-action 'none'"].join("; ");export{kt as default};
