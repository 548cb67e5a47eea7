import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{c as X}from"./chunk-FJK3P5Q2.js";import{b as R}from"./chunk-SIGXRVPY.js";import{a as Y,b as Z}from"./chunk-DLL6O5IG.js";import{a as te}from"./chunk-XKQNP7O5.js";import{a as ee}from"./chunk-XDP5DNZL.js";import{a as Q,b as U}from"./chunk-RVYBKRJG.js";import"./chunk-GMO7IUGY.js";import{h as x}from"./chunk-3C74GCXH.js";import"./chunk-PQ7M7EY4.js";import{createHash as ot}from"node:crypto";import{readFileSync as st}from"node:fs";function h(e){let t=[...new Set(e)].sort((r,o)=>r<o?-1:1),n=new Map(t.map((r,o)=>[r,o]));return{words:t,numbers:e.map(r=>n.get(r))}}function s(e,...t){let n=ne(e[0]??"");for(let[r,o]of t.entries())n+=E(o)+ne(e[r+1]??"");return{markup:n}}var re=e=>({markup:e.map(E).join(`
`)}),g=e=>s`${X(e).map(({kind:t,text:n})=>t==="code"?s`<code>${n}</code>`:n)}`,oe=(e,t)=>{let n=JSON.stringify(t).replace(/[<>&\u2028\u2029]/g,r=>`\\u${r.charCodeAt(0).toString(16).padStart(4,"0")}`);return{markup:`${s`<script type="application/json" id="${e}">`.markup}${n}</script>`}};function Ce(e){if(/^(?:https?:)?\/\//i.test(e))try{return new URL(e.startsWith("//")?`https:${e}`:e).href}catch{return}}function y(e,t){let n=Ce(e);return n===void 0?s`${t}`:s`<a href="${n}">${t}</a>`}function E(e){return e===void 0?"":typeof e=="string"?Oe(te(e)):typeof e=="number"?String(e):"markup"in e?e.markup:e.map(E).join("")}var Fe={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},Oe=e=>e.replace(/[&<>"']/g,t=>Fe[t]??t),ne=e=>e.replace(/\n\s*/g,"");var q=160,z=320,Te={start:0,end:0,as:"mark"};function $(e,{start:t,end:n,as:r}=Te){if(e==="")return s`<code class="none">empty line</code>`;let o=n<=t+z?n:V(e,t+z),i=t<=q?0:V(e,t-q),a=Math.max(o+q,i+z),l=a>=e.length?e.length:V(e,a),c=e.trimEnd().length,d=(p,u)=>e.slice(p,Math.max(p,Math.min(u,c))).replaceAll("	","\u2192")+e.slice(Math.max(p,c),u).replaceAll(" ","\xB7").replaceAll("	","\u2192");return s`
    <code dir="auto">
      ${i>0?"\u2026":""}${d(i,t)}
      ${o>t?He[r](d(t,o)):""}
      ${d(o,l)}${l<e.length?"\u2026":""}
    </code>`}var He={mark:e=>s`<mark>${e}</mark>`,del:e=>s`<del>${e}</del>`,ins:e=>s`<ins>${e}</ins>`},P=(e,t,n)=>s`
  <code>
    ${e.split("/").map((r,o)=>o===0?r:s`/<wbr>${r}`)}
    <span>:<b>${t}</b>${n===void 0?"":`:${n}`}</span>
  </code>`;function se(e,t){let n=Math.min(e.length,t.length),r=0;for(;r<n&&e[r]===t[r];)r++;let o=0;for(;o<n-r&&e.at(-1-o)===t.at(-1-o);)o++;if(r+o<n/3)return[$(e),$(t)];for(;r>0&&(K(e[r])||K(t[r]));)r--;for(;o>0&&K(e[e.length-o]);)o--;return[$(e,{start:r,end:e.length-o,as:"del"}),$(t,{start:r,end:t.length-o,as:"ins"})]}var K=e=>e!==void 0&&/[\udc00-\udfff\p{M}\u200d]/u.test(e),V=(e,t)=>/[\udc00-\udfff]/.test(e[t]??"")?t+1:t;var ae=3,_=4;function ie({path:e,text:t},n){let r={text:t,lines:Y(t)};return n.map(o=>Ae(o,e,r))}function Ae({place:e,severity:t,rule:n,url:r,reason:o,note:i,related:a,fix:l},c,d){let{line:p,column:u}=e.start;return s`
    <tr>
      <td class="place">${P(c,p,u)}</td>
      <td class="level"><span class="tag ${t}">${t}</span></td>
      <td class="finding">
        <p>${g(o)}</p>
        ${l?Ne(l,d,p):De(e,d)}
        ${a?.map(v=>s`<p class="related">Line ${v.place.start.line}: ${g(v.message)}</p>`)}
        ${i===void 0?"":s`<details><summary>Why</summary><p>${g(i)}</p></details>`}
      </td>
      <td class="rule">${y(r,s`<code>${n}</code>`)}</td>
      <td class="cure">${l?s`<span class="tag ${l.safety}">${O[l.safety]}</span>`:O.none}</td>
    </tr>`}var O={safe:"safe",unsafe:"needs a look",none:"by hand"};function De({start:e,end:t},{text:n,lines:r}){let o=r[e.line-1];if(!o||o.end===o.start)return;let i=e.offset-o.start,a=t.line>e.line?o.end-o.start:t.offset-o.start;return s`<p class="source">${$(n.slice(o.start,o.end),{start:i,end:Math.max(a,i+1),as:"mark"})}</p>`}function Ne({title:e,edits:t},{text:n,lines:r},o){let i=Z(n,r,t),a=i.length-ae;return s`
    <p class="title">${g(e)}</p>
    <dl class="fix">${i.slice(0,ae).map(l=>je(l,o))}</dl>
    ${a>0?s`<p class="more">… and ${R(a,"more place")}</p>`:""}`}function je({line:e,removed:t,added:n},r){let o=e===r?"":s`<span>line ${e}</span>`;if(n.length===0)return F("old",s`Removed${o}`,t,t.map(C));if(t.length===0)return F("new",s`Added<span>above line ${e}</span>`,n,n.map(C));let i=t.length===n.length,a=i?t.slice(0,_).map((l,c)=>se(l,n[c])):[];return s`
    ${F("old",s`Before${o}`,t,i?a.map(([l])=>l):t.map(C))}
    ${F("new",s`After${o}`,n,i?a.map(([,l])=>l):n.map(C))}`}var C=e=>$(e);function F(e,t,n,r){let o=n.length-_,i=o>0?s`<span class="more">… ${R(o,"more line")}</span>`:"";return s`<div class="${e}"><dt>${t}</dt><dd>${r.slice(0,_)}${i}</dd></div>`}var T=e=>s`
  <section id="${e.id}" class="card rows" aria-labelledby="${e.id}-title">
    <h2 id="${e.id}-title" tabindex="-1">
      ${e.title} <span class="count">${f(e.rows.length)}</span>
    </h2>
    ${e.rows.length===0?s`<p>There is nothing to show.</p>`:Be(e)}
  </section>`,Be=({id:e,head:t,filters:n,rows:r})=>s`
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
      <thead><tr>${t.map(We)}</tr></thead>
      <tbody>${{markup:`
`}}${re(r)}${{markup:`
`}}</tbody>
    </table>
  </noscript>`;function We({words:e,kind:t,sort:n,isSorted:r}){let o=r?s` aria-sort="ascending"`:"";return s`<th scope="col" class="${t}" data-sort="${n}"${o}>${e}</th>`}function m(e,t,n){let r=new Map;for(let i of n)r.set(i,(r.get(i)??0)+1);let o=t.filter(({value:i})=>r.has(i)).map(({value:i,words:a})=>s`<option value="${i}">${a} (${f(r.get(i))})</option>`);return J(e,s`<select id="${S(e)}" name="${e.column}"><option value="">all</option>${o}</select>`)}function H(e){let t={table:e,column:"text",label:"Text"};return J(t,de(t))}var le=(e,t)=>J(e,s`
      ${de(e,s` list="${S(e)}-words"`)}
      <datalist id="${S(e)}-words">${t.map(n=>s`<option value="${n}"></option>`)}</datalist>`),de=(e,t)=>s`
  <input type="search" id="${S(e)}" name="${e.column}" autocomplete="off" spellcheck="false"${t}>`,J=(e,t)=>s`
  <div><label for="${S(e)}">${e.label}</label>${t}</div>`,S=({table:e,column:t})=>`${e}-${t}`,f=e=>String(e).replace(/\B(?=(?:\d{3})+$)/g,",");var M=12,Ue=1.5;function A(e){let t=e.reduce((a,{count:l})=>a+l,0),n=e.filter(({count:a})=>a>0).map(({kind:a,count:l})=>({kind:a,share:Math.max(Ue,l/t*100)})),r=100/n.reduce((a,{share:l})=>a+l,0),o=0,i=n.map(({kind:a,share:l})=>{let c=o;return o+=l*r,s`<rect class="${a}" x="${ce(c)}" width="${ce(o-c)}" height="8"/>`});return s`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${i}</svg>`}var ce=e=>Math.round(e*100)/100,D=(e,t)=>`${Math.floor(e/t*100)} %`,N=e=>s`
  <ul class="legend">${e.map(([t,n])=>s`<li>${Ee(t)}${n}</li>`)}</ul>`,Ee=e=>s`<svg viewBox="0 0 8 8" aria-hidden="true"><rect class="${e}" width="8" height="8"/></svg>`,j=({id:e,title:t,head:n,rows:r,more:o,key:i})=>s`
  <section id="${e}" class="card picture" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    ${i}
    ${pe(e,n,r)}
    ${o.length===0?"":s`<details><summary>${f(o.length)} more</summary>${pe(e,n,o)}</details>`}
  </section>`,pe=(e,t,n)=>s`
  <table aria-labelledby="${e}-title">
    <thead><tr>${t.map(r=>s`<th scope="col">${r}</th>`)}</tr></thead>
    <tbody>${n.map(r=>qe(t,r))}</tbody>
  </table>`,qe=(e,{name:t,show:n,counts:r,parts:o,share:i})=>s`
  <tr>
    <th scope="row">${n?Ke(t,n):t}</th>
    ${r.map((a,l)=>ze(a,e[l+1]??""))}
    <td class="share">${A(o)}<span>${i}</span></td>
  </tr>`,ze=(e,t)=>s`
  <td class="${e===0?"number zero":"number"}" data-words="${t}">${f(e)}</td>`,Ke=(e,{table:t,filter:n,value:r})=>s`<span data-table="${t}" data-filter="${n}" data-value="${r}">${e}</span>`;function ue(e,t){let n=[{title:"Before the first heading",line:1,lines:{clean:0,warning:0,error:0}}],r=e.split(/\r\n|\n|\r/),o=/^---\s*$/.test(r[0])&&r.indexOf("---",1)>0?"---":void 0,i="";for(let[a,l]of r.entries()){let c=/^\s{0,9}(`{3,}|~{3,}|---$)/.exec(l)?.[1];o&&a>0&&c?.startsWith(o)?o=void 0:!o&&c&&c!=="---"&&(o=c);let d=o||l.length>500?void 0:_e(l,r[a+1]??"");if(d&&d.depth<=3&&d.words!==""){d.depth<3&&(i=d.words);let u=d.depth===3&&i!==""?`${i} \u203A ${d.words}`:d.words;n.push({title:u,line:a+1,lines:{clean:0,warning:0,error:0}})}let p=t.get(a+1);(p||!o&&Ve(l))&&n.at(-1).lines[p??"clean"]++}return n}function me(e,t){let n=0,r=e.length-1;for(;n<r;){let o=n+r+1>>1;e[o].line<=t?n=o:r=o-1}return n}var Ve=e=>/^\s*(?:[-*+|]|\d{1,9}[.)])/.test(e)&&/\]\(\s*<?[^\s#]|\]\[|<a\s|https?:\/\//i.test(e);function _e(e,t){let n=/^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(e);if(n)return{depth:n[1].length,words:G(n[2].replace(/[ \t]#+[ \t]*$/,""))};let r=/^\s*<h([1-6])\b[^<>]*>(.*)<\/h\1>/i.exec(e);return r?{depth:Number(r[1]),words:G(r[2])}:/^ {0,3}(?:={2,}|-{2,})[ \t]*$/.test(t)&&/^ {0,3}[^\s\-*+>|<#=\d]/.test(e)?{depth:t.includes("=")?1:2,words:G(e)}:void 0}var G=e=>e.replace(/<[^<>]*>/g,"").replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])/g,"").replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g,"$1").replace(/[*`\\]|\b_+|_+\b/g,"").replace(/\s+/g," ").trim();var Je=200,fe=["error","warning"],he=["safe","unsafe","none"];function ye(e){let t=[],n=[],r=[];for(let[d,p]of e.entries()){let u=p.diagnostics.filter(Q),v=ue(p.text,Ge(u));for(let w of u)n.push({one:w,file:d,section:t.length+me(v,w.place.start.line)});for(let w of v)t.push({...w,...e.length>1&&{file:p.path}});for(let w of ie(p,u))r.push(w)}let o=h(n.map(({one:d})=>d.reason)),i=h(n.map(({one:d})=>d.rule)),a={file:n.map(({file:d})=>d),severity:n.map(({one:d})=>fe.indexOf(d.severity)),rule:i.numbers,cure:n.map(({one:d})=>he.indexOf(d.fix?.safety??"none")),section:n.map(({section:d})=>d),reason:o.numbers},l=d=>d.map((p,u)=>({value:u,words:p}));return{table:T({id:"findings",title:"Findings",head:[{words:"Place",kind:"place",sort:"",isSorted:!0},{words:"Level",kind:"level",sort:"severity"},{words:"Finding",kind:"finding",sort:"reason"},{words:"Rule",kind:"rule",sort:"rule"},{words:"Fix",kind:"cure",sort:"cure"}],filters:[H("findings"),m({table:"findings",column:"file",label:"File"},l(e.map(({path:d})=>d)),a.file),m({table:"findings",column:"section",label:"Section"},l(t.map(({file:d,title:p})=>d===void 0?p:`${d} \u203A ${p}`)),a.section),m({table:"findings",column:"severity",label:"Level"},l(fe),a.severity),m({table:"findings",column:"rule",label:"Rule"},l(i.words),a.rule),m({table:"findings",column:"cure",label:"Fix"},l(he.map(d=>O[d])),a.cure)],rows:r}),health:Ie(t,n),data:r.length>0?{columns:a,words:{}}:void 0}}function Ge(e){let t=new Map;for(let{severity:n,place:r}of e)(n==="error"||!t.has(r.start.line))&&t.set(r.start.line,n);return t}var B=({lines:e})=>e.clean+e.warning+e.error;function Ie(e,t){let n=e.map(()=>({error:0,warning:0}));for(let{one:a,section:l}of t)n[l][a.severity]++;let r=e.map((a,l)=>({...a,number:l,...n[l]})).filter(B);if(r.length===0)return;let o=r.toSorted((a,l)=>l.error-a.error||l.warning-a.warning||B(l)-B(a)),i=new Set(o.slice(0,M));return j({id:"sections",title:"Health by section",head:["Section","Errors","Warnings","Without findings"],rows:r.filter(a=>i.has(a)).map(ge),more:o.slice(M,Je).map(ge),key:N([["clean","without findings"],["warning","with warnings"],["error","with errors"]])})}function ge(e){let{file:t,title:n,number:r,error:o,warning:i,lines:a}=e;return{name:t===void 0?n:s`<small>${t}</small>${n}`,...o+i>0&&{show:{table:"findings",filter:"section",value:r}},counts:[o,i],parts:["clean","warning","error"].map(l=>({kind:l,count:a[l]})),share:D(a.clean,B(e))}}var k=["dead","moved","unsure","skipped","alive"],$e=3,be=({url:e,fact:t,places:n})=>s`
  <tr>
    <td class="status"><span class="tag ${t.status}">${t.status}</span></td>
    <td class="link"><bdi>${y(e,e)}</bdi></td>
    <td class="answer">${Qe(t)}</td>
    <td class="place">${Xe(n)}</td>
  </tr>`,I=({reason:e,code:t})=>e??(t===void 0?"":String(t));function Qe(e){let{to:t,https:n,archived:r}=e;return s`
    ${t===void 0?g(I(e)):s`moved for good to <bdi>${y(t,t)}</bdi>`}
    ${n===void 0?"":s`<p>the same at <bdi>${y(n,n)}</bdi></p>`}
    ${r===void 0?"":s`<p>${y(r,`a copy at ${x(r)??r}`)}</p>`}`}function Xe(e){let[t,n]=[e.slice(0,$e),e.slice($e)];return s`
    ${t.map(ke)}
    ${n.length===0?"":s`<details><summary>${n.length} more</summary>${n.map(ke)}</details>`}`}var ke=({path:e,line:t})=>P(e,t);var Ye=200,Ze=500;function Me(e){let t=k.flatMap(c=>e.filter(({fact:d})=>d.status===c)),n=new Map(e.map((c,d)=>[c,d])),r=h(t.map(({url:c})=>x(c)??ve)),o=h(t.map(({url:c},d)=>`${r.words[r.numbers[d]]} ${c}`)),i={status:t.map(({fact:c})=>k.indexOf(c.status)),host:r.numbers,address:o.numbers,answer:h(t.map(({fact:c})=>I(c))).numbers,place:t.map(c=>n.get(c))},a=et(t);return{table:T({id:"links",title:"Links",head:[{words:"Status",kind:"status",sort:"status",isSorted:!0},{words:"Link",kind:"link",sort:"address"},{words:"Answer",kind:"answer",sort:"answer"},{words:"Places",kind:"place",sort:"place"}],filters:[H("links"),m({table:"links",column:"status",label:"Status"},k.map((c,d)=>({value:d,words:c})),i.status),le({table:"links",column:"host",label:"Host"},a.slice(0,Ze).map(({host:c})=>c))],rows:t.map(be)}),hosts:tt(a),data:{columns:i,words:{host:r.words}}}}var ve="no host";function et(e){let t=new Map;for(let{url:n,fact:r}of e){let o=x(n)??ve,i=t.get(o)??{host:o,total:0,dead:0,moved:0,unsure:0,skipped:0,alive:0};i.total++,i[r.status]++,t.set(o,i)}return[...t.values()].sort((n,r)=>r.dead-n.dead||r.moved+r.unsure-(n.moved+n.unsure)||r.total-n.total||(n.host<r.host?-1:+(n.host>r.host)))}function tt(e){let t=e.slice(0,Ye).map(n=>({name:n.host,show:{table:"links",filter:"host",value:n.host},counts:[n.total,n.dead,n.moved,n.unsure],parts:we.map(r=>({kind:r,count:n[r]})),share:D(n.alive,n.total)}));return j({id:"hosts",title:"Links by host",head:["Host","Links","Dead","Moved","Unsure","Alive"],rows:t.slice(0,M),more:t.slice(M),key:N(we.map(n=>[n,n]))})}var we=k.toReversed();function xe(e){let{errors:t,warnings:n}=U(e);return[t>0&&L(t,"error"),n>0&&L(n,"warning")].filter(Boolean).join(" and ")||"No findings"}var Re=e=>e.length===1?e[0].path:L(e.length,"file"),L=(e,t)=>R(e,t).replace(/^\d+/,()=>f(e)),Se=(e,t)=>s`
  <section id="overview" class="tiles" aria-label="Numbers">
    ${nt(U(e))}
    ${t.length>0?rt(t):""}
  </section>`;function nt({errors:e,warnings:t,fixable:n,unsafe:r,suppressed:o,fixed:i}){let a=e+t;return s`
    <div class="card">
      <h2><a href="#findings-title">${L(a,"finding")}</a></h2>
      ${A([W("error",e),W("warning",t),W("clean",a===0?1:0)])}
      <dl>
        ${b("error","Errors",e)}
        ${b("warning","Warnings",t)}
        ${b("safe","With a safe fix",n)}
        ${b("unsafe","With a fix to look at",r)}
        ${i>0?b("safe","Mended in this run",i):""}
        ${o>0?b("none","Silenced by comments",o):""}
      </dl>
    </div>`}function rt(e){let t=ee(e),n=[...k].reverse();return s`
    <div class="card">
      <h2><a href="#links-title">${L(e.length,"link")}</a></h2>
      ${A(n.map(r=>W(r,t[r])))}
      <dl>${n.map(r=>b(r,`${r[0].toUpperCase()}${r.slice(1)}`,t[r]))}</dl>
    </div>`}var W=(e,t)=>({kind:e,count:t}),b=(e,t,n)=>s`<div class="tile ${e}${n===0?" zero":""}"><dt>${t}</dt><dd>${f(n)}</dd></div>`;var Le=e=>st(new URL(`${import.meta.url.endsWith(".ts")?"../../dist":"."}/${e}`,import.meta.url),"utf8").trim(),Pe=e=>`'sha256-${ot("sha256").update(e).digest("base64")}'`;function at(e,{version:t},n=[]){let[r,o]=[Le("page.css"),Le("page.js")],i=ye(e),a=n.length>0?Me(n):void 0,[l,c]=[xe(e),Re(e)],{markup:d}=s`
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="content-security-policy" content="${it(r,o)}">
        <meta http-equiv="x-dns-prefetch-control" content="off">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>${l} in ${c} – awesome-doctor</title>
        <link rel="icon" href="data:,">
        <style>${{markup:r}}</style>
      </head>
      <body>
        <a class="skip" href="#findings-title">Skip to the findings</a>
        <header><p class="maker">awesome-doctor</p><h1>${l}</h1><p class="where">in <bdi>${c}</bdi></p></header>
        <main>
          ${Se(e,n)}
          <div class="pictures">${i.health}${a?.hosts}</div>
          ${i.table}
          ${a?.table}
        </main>
        <footer><p>Made by awesome-doctor ${t}.</p></footer>
        ${oe("data",{findings:i.data,...a&&{links:a.data}})}
        <script>${{markup:o}}</script>
      </body>
    </html>`;return`<!doctype html>
${d}
`}var it=(e,t)=>["default-src 'none'",`style-src ${Pe(e)}`,`script-src ${Pe(t)}`,"img-src data:","base-uri 'none'","form-action 'none'"].join("; ");export{at as default};
