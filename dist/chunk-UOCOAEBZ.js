import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as s,b as se,c as b,d as ae,e as k}from"./chunk-VD2LK5LW.js";import{a as re,b as oe}from"./chunk-DLL6O5IG.js";import"./chunk-ZZMK3S5C.js";import{b as $}from"./chunk-U2DKWD4E.js";import"./chunk-XKQNP7O5.js";import{a as ne}from"./chunk-XDP5DNZL.js";import{a as te,b as I}from"./chunk-24U2LP7H.js";import{h as S}from"./chunk-3C74GCXH.js";import"./chunk-GMO7IUGY.js";import"./chunk-PQ7M7EY4.js";import{createHash as ct}from"node:crypto";import{readFileSync as pt}from"node:fs";function w(e){let t=[...new Set(e)].sort((r,o)=>r<o?-1:1),n=new Map(t.map((r,o)=>[r,o]));return{words:t,numbers:e.map(r=>n.get(r))}}var V=160,q=320,De={start:0,end:0,as:"mark"};function M(e,{start:t,end:n,as:r}=De){if(e==="")return s`<code class="none">empty line</code>`;let o=n<=t+q?n:K(e,t+q),l=t<=V?0:K(e,t-V),a=Math.max(o+V,l+q),i=a>=e.length?e.length:K(e,a),c=e.trimEnd().length,d=(p,m)=>e.slice(p,Math.max(p,Math.min(m,c))).replaceAll("	","\u2192")+e.slice(Math.max(p,c),m).replaceAll(" ","\xB7").replaceAll("	","\u2192");return s`
    <code dir="auto">
      ${l>0?"\u2026":""}${d(l,t)}
      ${o>t?Be[r](d(t,o)):""}
      ${d(o,i)}${i<e.length?"\u2026":""}
    </code>`}var Be={mark:e=>s`<mark>${e}</mark>`,del:e=>s`<del>${e}</del>`,ins:e=>s`<ins>${e}</ins>`},F=(e,t,n)=>s`
  <code>
    ${e.split("/").map((r,o)=>o===0?r:s`/<wbr>${r}`)}
    <span>:<b>${t}</b>${n===void 0?"":`:${n}`}</span>
  </code>`;function ie(e,t){let n=Math.min(e.length,t.length),r=0;for(;r<n&&e[r]===t[r];)r++;let o=0;for(;o<n-r&&e.at(-1-o)===t.at(-1-o);)o++;if(r+o<n/3)return[M(e),M(t)];for(;r>0&&(G(e[r])||G(t[r]));)r--;for(;o>0&&G(e[e.length-o]);)o--;return[M(e,{start:r,end:e.length-o,as:"del"}),M(t,{start:r,end:t.length-o,as:"ins"})]}var G=e=>e!==void 0&&/[\udc00-\udfff\p{M}\u200d]/u.test(e),K=(e,t)=>/[\udc00-\udfff]/.test(e[t]??"")?t+1:t;var le=3,Z=4;function de({path:e,text:t},n){let r={text:t,lines:re(t)};return n.map(o=>Ne(o,e,r))}function Ne({place:e,severity:t,rule:n,url:r,reason:o,note:l,related:a,fix:i},c,d){let{line:p,column:m}=e.start;return s`
    <tr>
      <td class="place">${F(c,p,m)}</td>
      <td class="level"><span class="tag ${t}">${t}</span></td>
      <td class="finding">
        <p>${b(o)}</p>
        ${i?je(i,d,p):We(e,d)}
        ${a?.map(f=>s`<p class="related">Line ${f.place.start.line}: ${b(f.message)}</p>`)}
        ${l===void 0?"":s`<details><summary>Why</summary><p>${b(l)}</p></details>`}
      </td>
      <td class="rule">${k(r,s`<code>${n}</code>`)}</td>
      <td class="cure">${i?s`<span class="tag ${i.safety}">${T[i.safety]}</span>`:T.none}</td>
    </tr>`}var T={safe:"safe",unsafe:"needs a look",none:"by hand"};function We({start:e,end:t},{text:n,lines:r}){let o=r[e.line-1];if(!o||o.end===o.start)return;let l=e.offset-o.start,a=t.line>e.line?o.end-o.start:t.offset-o.start;return s`<p class="source">${M(n.slice(o.start,o.end),{start:l,end:Math.max(a,l+1),as:"mark"})}</p>`}function je({title:e,edits:t},{text:n,lines:r},o){let l=oe(n,r,t),a=l.length-le;return s`
    <p class="title">${b(e)}</p>
    <dl class="fix">${l.slice(0,le).map(i=>Ue(i,o))}</dl>
    ${a>0?s`<p class="more">… and ${$(a,"more place")}</p>`:""}`}function Ue({line:e,removed:t,added:n},r){let o=e===r?"":s`<span>line ${e}</span>`;if(n.length===0)return A("old",s`Removed${o}`,t,t.map(C));if(t.length===0)return A("new",s`Added<span>above line ${e}</span>`,n,n.map(C));let l=t.length===n.length,a=l?t.slice(0,Z).map((i,c)=>ie(i,n[c])):[];return s`
    ${A("old",s`Before${o}`,t,l?a.map(([i])=>i):t.map(C))}
    ${A("new",s`After${o}`,n,l?a.map(([,i])=>i):n.map(C))}`}var C=e=>M(e);function A(e,t,n,r){let o=n.length-Z,l=o>0?s`<span class="more">… ${$(o,"more line")}</span>`:"";return s`<div class="${e}"><dt>${t}</dt><dd>${r.slice(0,Z)}${l}</dd></div>`}var H=e=>s`
  <section id="${e.id}" class="card rows" aria-labelledby="${e.id}-title">
    <h2 id="${e.id}-title" tabindex="-1">
      ${e.title} <span class="count">${u(e.rows.length)}</span>
    </h2>
    ${e.rows.length===0?s`<p>There is nothing to show.</p>`:Ee(e)}
  </section>`,Ee=({id:e,head:t,filters:n,rows:r})=>s`
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
      <thead><tr>${t.map(ze)}</tr></thead>
      <tbody>${{markup:`
`}}${se(r)}${{markup:`
`}}</tbody>
    </table>
  </noscript>`;function ze({words:e,kind:t,sort:n,isSorted:r}){let o=r?s` aria-sort="ascending"`:"";return s`<th scope="col" class="${t}" data-sort="${n}"${o}>${e}</th>`}function g(e,t,n){let r=new Map;for(let l of n)r.set(l,(r.get(l)??0)+1);let o=t.filter(({value:l})=>r.has(l)).map(({value:l,words:a})=>s`<option value="${l}">${a} (${u(r.get(l))})</option>`);return _(e,s`<select id="${P(e)}" name="${e.column}"><option value="">all</option>${o}</select>`)}function D(e){let t={table:e,column:"text",label:"Text"};return _(t,pe(t))}var ce=(e,t)=>_(e,s`
      ${pe(e,s` list="${P(e)}-words"`)}
      <datalist id="${P(e)}-words">${t.map(n=>s`<option value="${n}"></option>`)}</datalist>`),pe=(e,t)=>s`
  <input type="search" id="${P(e)}" name="${e.column}" autocomplete="off" spellcheck="false"${t}>`,_=(e,t)=>s`
  <div><label for="${P(e)}">${e.label}</label>${t}</div>`,P=({table:e,column:t})=>`${e}-${t}`,u=e=>String(e).replace(/\B(?=(?:\d{3})+$)/g,",");var x=12,Ie=1.5;function B(e){let t=e.reduce((a,{count:i})=>a+i,0),n=e.filter(({count:a})=>a>0).map(({kind:a,count:i})=>({kind:a,share:Math.max(Ie,i/t*100)})),r=100/n.reduce((a,{share:i})=>a+i,0),o=0,l=n.map(({kind:a,share:i})=>{let c=o;return o+=i*r,s`<rect class="${a}" x="${ue(c)}" width="${ue(o-c)}" height="8"/>`});return s`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${l}</svg>`}var ue=e=>Math.round(e*100)/100,N=(e,t)=>`${Math.floor(e/t*100)} %`,W=e=>s`
  <ul class="legend">${e.map(([t,n])=>s`<li>${Ve(t)}${n}</li>`)}</ul>`,Ve=e=>s`<svg viewBox="0 0 8 8" aria-hidden="true"><rect class="${e}" width="8" height="8"/></svg>`,j=({id:e,title:t,head:n,rows:r,more:o,key:l})=>s`
  <section id="${e}" class="card picture" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    ${l}
    ${me(e,n,r)}
    ${o.length===0?"":s`<details><summary>${u(o.length)} more</summary>${me(e,n,o)}</details>`}
  </section>`,me=(e,t,n)=>s`
  <table aria-labelledby="${e}-title">
    <thead><tr>${t.map(r=>s`<th scope="col">${r}</th>`)}</tr></thead>
    <tbody>${n.map(r=>qe(t,r))}</tbody>
  </table>`,qe=(e,{name:t,show:n,counts:r,parts:o,share:l})=>s`
  <tr>
    <th scope="row">${n?Ge(t,n):t}</th>
    ${r.map((a,i)=>J(a,e[i+1]??""))}
    <td class="share">${B(o)}<span>${l}</span></td>
  </tr>`,J=(e,t)=>s`
  <td class="${e===0?"number zero":"number"}" data-words="${t}">${u(e)}</td>`,Ge=(e,{table:t,filter:n,value:r})=>s`<span data-table="${t}" data-filter="${n}" data-value="${r}">${e}</span>`;function fe(e,t){let n=[{title:"Before the first heading",line:1,lines:{clean:0,warning:0,error:0}}],r=e.split(/\r\n|\n|\r/),o=/^---\s*$/.test(r[0])&&r.indexOf("---",1)>0?"---":void 0,l="";for(let[a,i]of r.entries()){let c=/^\s{0,9}(`{3,}|~{3,}|---$)/.exec(i)?.[1];o&&a>0&&c?.startsWith(o)?o=void 0:!o&&c&&c!=="---"&&(o=c);let d=o||i.length>500?void 0:Ze(i,r[a+1]??"");if(d&&d.depth<=3&&d.words!==""){d.depth<3&&(l=d.words);let m=d.depth===3&&l!==""?`${l} \u203A ${d.words}`:d.words;n.push({title:m,line:a+1,lines:{clean:0,warning:0,error:0}})}let p=t.get(a+1);(p||!o&&Ke(i))&&n.at(-1).lines[p??"clean"]++}return n}function he(e,t){let n=0,r=e.length-1;for(;n<r;){let o=n+r+1>>1;e[o].line<=t?n=o:r=o-1}return n}var Ke=e=>/^\s*(?:[-*+|]|\d{1,9}[.)])/.test(e)&&/\]\(\s*<?[^\s#]|\]\[|<a\s|https?:\/\//i.test(e);function Ze(e,t){let n=/^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(e);if(n)return{depth:n[1].length,words:Q(n[2].replace(/[ \t]#+[ \t]*$/,""))};let r=/^\s*<h([1-6])\b[^<>]*>(.*)<\/h\1>/i.exec(e);return r?{depth:Number(r[1]),words:Q(r[2])}:/^ {0,3}(?:={2,}|-{2,})[ \t]*$/.test(t)&&/^ {0,3}[^\s\-*+>|<#=\d]/.test(e)?{depth:t.includes("=")?1:2,words:Q(e)}:void 0}var Q=e=>e.replace(/<[^<>]*>/g,"").replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])/g,"").replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g,"$1").replace(/[*`\\]|\b_+|_+\b/g,"").replace(/\s+/g," ").trim();var _e=200,ge=["error","warning"],ye=["safe","unsafe","none"];function be(e){let t=[],n=[],r=[];for(let[d,p]of e.entries()){let m=p.diagnostics.filter(te),f=fe(p.text,Je(m));for(let h of m)n.push({one:h,file:d,section:t.length+he(f,h.place.start.line)});for(let h of f)t.push({...h,...e.length>1&&{file:p.path}});for(let h of de(p,m))r.push(h)}let o=w(n.map(({one:d})=>d.reason)),l=w(n.map(({one:d})=>d.rule)),a={file:n.map(({file:d})=>d),severity:n.map(({one:d})=>ge.indexOf(d.severity)),rule:l.numbers,cure:n.map(({one:d})=>ye.indexOf(d.fix?.safety??"none")),section:n.map(({section:d})=>d),reason:o.numbers},i=d=>d.map((p,m)=>({value:m,words:p}));return{table:H({id:"findings",title:"Findings",head:[{words:"Place",kind:"place",sort:"",isSorted:!0},{words:"Level",kind:"level",sort:"severity"},{words:"Finding",kind:"finding",sort:"reason"},{words:"Rule",kind:"rule",sort:"rule"},{words:"Fix",kind:"cure",sort:"cure"}],filters:[D("findings"),g({table:"findings",column:"file",label:"File"},i(e.map(({path:d})=>d)),a.file),g({table:"findings",column:"section",label:"Section"},i(t.map(({file:d,title:p})=>d===void 0?p:`${d} \u203A ${p}`)),a.section),g({table:"findings",column:"severity",label:"Level"},i(ge),a.severity),g({table:"findings",column:"rule",label:"Rule"},i(l.words),a.rule),g({table:"findings",column:"cure",label:"Fix"},i(ye.map(d=>T[d])),a.cure)],rows:r}),health:Qe(t,n),data:r.length>0?{columns:a,words:{}}:void 0}}function Je(e){let t=new Map;for(let{severity:n,place:r}of e)(n==="error"||!t.has(r.start.line))&&t.set(r.start.line,n);return t}var U=({lines:e})=>e.clean+e.warning+e.error;function Qe(e,t){let n=e.map(()=>({error:0,warning:0}));for(let{one:a,section:i}of t)n[i][a.severity]++;let r=e.map((a,i)=>({...a,number:i,...n[i]})).filter(U);if(r.length===0)return;let o=r.toSorted((a,i)=>i.error-a.error||i.warning-a.warning||U(i)-U(a)),l=new Set(o.slice(0,x));return j({id:"sections",title:"Health by section",head:["Section","Errors","Warnings","Without findings"],rows:r.filter(a=>l.has(a)).map($e),more:o.slice(x,_e).map($e),key:W([["clean","without findings"],["warning","with warnings"],["error","with errors"]])})}function $e(e){let{file:t,title:n,number:r,error:o,warning:l,lines:a}=e;return{name:t===void 0?n:s`<small>${t}</small>${n}`,...o+l>0&&{show:{table:"findings",filter:"section",value:r}},counts:[o,l],parts:["clean","warning","error"].map(i=>({kind:i,count:a[i]})),share:N(a.clean,U(e))}}var v=["dead","moved","unsure","skipped","alive"],ke=3,Me=({url:e,fact:t,places:n})=>s`
  <tr>
    <td class="status"><span class="tag ${t.status}">${t.status}</span></td>
    <td class="link"><bdi>${k(e,e)}</bdi></td>
    <td class="answer">${Xe(t)}</td>
    <td class="place">${Ye(n)}</td>
  </tr>`,X=({reason:e,code:t})=>e??(t===void 0?"":String(t));function Xe(e){let{to:t,https:n,archived:r}=e;return s`
    ${t===void 0?b(X(e)):s`moved for good to <bdi>${k(t,t)}</bdi>`}
    ${n===void 0?"":s`<p>the same at <bdi>${k(n,n)}</bdi></p>`}
    ${r===void 0?"":s`<p>${k(r,`a copy at ${S(r)??r}`)}</p>`}`}function Ye(e){let[t,n]=[e.slice(0,ke),e.slice(ke)];return s`
    ${t.map(we)}
    ${n.length===0?"":s`<details><summary>${n.length} more</summary>${n.map(we)}</details>`}`}var we=({path:e,line:t})=>F(e,t);var et=200,tt=500;function xe(e){let t=v.flatMap(c=>e.filter(({fact:d})=>d.status===c)),n=new Map(e.map((c,d)=>[c,d])),r=w(t.map(({url:c})=>S(c)??Re)),o=w(t.map(({url:c},d)=>`${r.words[r.numbers[d]]} ${c}`)),l={status:t.map(({fact:c})=>v.indexOf(c.status)),host:r.numbers,address:o.numbers,answer:w(t.map(({fact:c})=>X(c))).numbers,place:t.map(c=>n.get(c))},a=nt(t);return{table:H({id:"links",title:"Links",head:[{words:"Status",kind:"status",sort:"status",isSorted:!0},{words:"Link",kind:"link",sort:"address"},{words:"Answer",kind:"answer",sort:"answer"},{words:"Places",kind:"place",sort:"place"}],filters:[D("links"),g({table:"links",column:"status",label:"Status"},v.map((c,d)=>({value:d,words:c})),l.status),ce({table:"links",column:"host",label:"Host"},a.slice(0,tt).map(({host:c})=>c))],rows:t.map(Me)}),hosts:rt(a),data:{columns:l,words:{host:r.words}}}}var Re="no host";function nt(e){let t=new Map;for(let{url:n,fact:r}of e){let o=S(n)??Re,l=t.get(o)??{host:o,total:0,dead:0,moved:0,unsure:0,skipped:0,alive:0};l.total++,l[r.status]++,t.set(o,l)}return[...t.values()].sort((n,r)=>r.dead-n.dead||r.moved+r.unsure-(n.moved+n.unsure)||r.total-n.total||(n.host<r.host?-1:+(n.host>r.host)))}function rt(e){let t=e.slice(0,et).map(n=>({name:n.host,show:{table:"links",filter:"host",value:n.host},counts:[n.total,n.dead,n.moved,n.unsure],parts:ve.map(r=>({kind:r,count:n[r]})),share:N(n.alive,n.total)}));return j({id:"hosts",title:"Links by host",head:["Host","Links","Dead","Moved","Unsure","Alive"],rows:t.slice(0,x),more:t.slice(x),key:W(ve.map(n=>[n,n]))})}var ve=v.toReversed();function Se(e){let{errors:t,warnings:n}=I(e);return[t>0&&L(t,"error"),n>0&&L(n,"warning")].filter(Boolean).join(" and ")||"No findings"}var Pe=e=>e.length===1?e[0].path:L(e.length,"file"),L=(e,t)=>$(e,t).replace(/^\d+/,()=>u(e)),Le=(e,t)=>s`
  <section id="overview" class="tiles" aria-label="Numbers">
    ${ot(I(e))}
    ${t.length>0?st(t):""}
  </section>`;function ot({errors:e,warnings:t,fixable:n,unsafe:r,suppressed:o,baselined:l,fixed:a}){let i=e+t;return s`
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
    </div>`}function st(e){let t=ne(e),n=[...v].reverse();return s`
    <div class="card">
      <h2><a href="#links-title">${L(e.length,"link")}</a></h2>
      ${B(n.map(r=>E(r,t[r])))}
      <dl>${n.map(r=>y(r,`${r[0].toUpperCase()}${r.slice(1)}`,t[r]))}</dl>
    </div>`}var E=(e,t)=>({kind:e,count:t}),y=(e,t,n)=>s`<div class="tile ${e}${n===0?" zero":""}"><dt>${t}</dt><dd>${u(n)}</dd></div>`;var R=({audit:e})=>at.format(Date.parse(e)),at=new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"}),O=[{noun:"error",kind:"error",countOf:({errors:e})=>e},{noun:"warning",kind:"warning",countOf:({warnings:e})=>e},{noun:"dead link",kind:"dead",countOf:({links:e})=>e?.dead}];function Fe(e){let[t,n]=e.slice(-2);if(!t||!n)return;let r=O.flatMap(({noun:a,countOf:i})=>{let[c,d]=[i(t),i(n)];return c===void 0||d===void 0?[]:[{noun:a,difference:d-c}]}),o=r.filter(({difference:a})=>a!==0);if(o.length===0)return`As many ${Oe(r.map(({noun:a})=>`${a}s`))} as on ${R(t)}.`;let l=o.map(({noun:a,difference:i})=>$(Math.abs(i),`${i<0?"fewer":"more"} ${a}`));return`${Oe(l)} than on ${R(t)}.`}var Oe=e=>new Intl.ListFormat("en-GB").format(e);function Ae(e){if(e.length<2)return;let t=O.flatMap(({noun:n,kind:r,countOf:o})=>{let l=e.flatMap(a=>{let i=o(a);return i===void 0?[]:[{audit:a,time:Date.parse(a.audit),count:i}]});return l.length<2?[]:[it({words:ee(`${n}s`),kind:r,points:l})]});return s`
    <section id="trend" class="card picture" aria-labelledby="trend-title">
      <h2 id="trend-title">Over time</h2>
      <p class="words">${Fe(e)}</p>
      <div class="curves">${t}</div>
      <details><summary>${u(e.length)} audits in numbers</summary>${lt(e)}</details>
    </section>`}var ee=e=>`${e[0].toUpperCase()}${e.slice(1)}`,[Y,z]=[100,40];function it({words:e,kind:t,points:n}){let[r,o]=[n[0],n.at(-1)],l=Math.max(...n.map(({count:f})=>f)),a=f=>Ce((f-r.time)/(o.time-r.time)*Y),i=f=>Ce(z-f/Math.max(l,1)*z),c=n.map(({time:f,count:h})=>`${a(f)} ${i(h)}`).join("L"),[d,p]=[R(r.audit),R(o.audit)],m=`${e}: ${u(r.count)} on ${d}, ${u(o.count)} on ${p}, ${u(l)} at most`;return s`
    <figure>
      <figcaption>${e} <span>now ${u(o.count)}, at most ${u(l)}</span></figcaption>
      <svg class="curve ${t}" viewBox="0 0 ${Y} ${z}" preserveAspectRatio="none" role="img" aria-label="${m}">
        <path class="area" d="M${c}V${z}H0Z"/>
        <path class="line" d="M${c}"/>
        <path class="end" d="M${Y} ${i(o.count)}h0"/>
      </svg>
      <p class="ends"><span>${d}</span><span>${p}</span></p>
    </figure>`}var Ce=e=>Math.round(e*100)/100,lt=e=>s`
  <table aria-labelledby="trend-title">
    <thead><tr><th scope="col">Audit</th>${O.map(({noun:t})=>s`<th scope="col">${ee(`${t}s`)}</th>`)}</tr></thead>
    <tbody>${e.toReversed().map(dt)}</tbody>
  </table>`,dt=e=>s`
  <tr>
    <th scope="row">
      ${R(e)}${e.commit===void 0?"":s` <small>at <code>${e.commit.slice(0,7)}</code></small>`}
    </th>
    ${O.map(({noun:t,countOf:n})=>{let r=n(e);return r===void 0?s`<td></td>`:J(r,ee(`${t}s`))})}
  </tr>`;var Te=e=>pt(new URL(`${import.meta.url.endsWith(".ts")?"../../dist":"."}/${e}`,import.meta.url),"utf8").trim(),He=e=>`'sha256-${ct("sha256").update(e).digest("base64")}'`;function ut(e,{version:t,audits:n=[]},r=[]){let[o,l]=[Te("page.css"),Te("page.js")],a=be(e),i=r.length>0?xe(r):void 0,[c,d]=[Se(e),Pe(e)],{markup:p}=s`
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="content-security-policy" content="${mt(o,l)}">
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
          ${Le(e,r)}
          ${Ae(n)}
          <div class="pictures">${a.health}${i?.hosts}</div>
          ${a.table}
          ${i?.table}
        </main>
        <footer><p>Made by awesome-doctor ${t}.</p></footer>
        ${ae("data",{findings:a.data,...i&&{links:i.data}})}
        <script>${{markup:l}}</script>
      </body>
    </html>`;return`<!doctype html>
${p}
`}var mt=(e,t)=>["default-src 'none'",`style-src ${He(e)}`,`script-src ${He(t)}`,"img-src data:","base-uri 'none'","form-action 'none'"].join("; ");export{ut as default};
