import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as I,b as K}from"./chunk-P5TVITB2.js";import{d as N}from"./chunk-I6ON2W2J.js";import"./chunk-KOE5DZUA.js";import{a as z}from"./chunk-YB6MEQQY.js";import{a as P,i as E,j as B}from"./chunk-CM36SQ6E.js";import{c as v,e as C}from"./chunk-AHE56KVS.js";import{a as R,f as q}from"./chunk-WWVAGKR3.js";import{b as h}from"./chunk-U2DKWD4E.js";import{a as F}from"./chunk-XKQNP7O5.js";import"./chunk-XDP5DNZL.js";import{a as W,b as x}from"./chunk-24U2LP7H.js";import"./chunk-PZDM27KA.js";import"./chunk-6OYS6TGV.js";import"./chunk-CZBM5XKT.js";import{c as j}from"./chunk-CD7BNCEN.js";import"./chunk-6KUYWFNX.js";import"./chunk-VUIRYVH5.js";import{a as u}from"./chunk-EON575RQ.js";import{a as A}from"./chunk-45K5LTJO.js";import{a as O,h as M}from"./chunk-2TUIJUAJ.js";import"./chunk-7TI36OSL.js";import{b as H}from"./chunk-V7MRSP34.js";import"./chunk-KSM63E6M.js";import{l as b,n as _}from"./chunk-73QKIS4L.js";import{a as $}from"./chunk-5V332MK5.js";import"./chunk-3C74GCXH.js";import"./chunk-4EYL3DHU.js";import"./chunk-GMO7IUGY.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";import{existsSync as T}from"node:fs";import{mkdir as Le,realpath as re,writeFile as Se}from"node:fs/promises";import w from"node:path";import{existsSync as ge}from"node:fs";import we from"node:path";import{stat as ae}from"node:fs/promises";import p from"node:path";function J(e){let t=e.entries.flatMap(o=>{let i=H(e,o);return i?.description?[{separator:i.separator.text,end:i.description[1]}]:[]}),n=b(e.entries.flatMap(o=>o.marker?[o.marker.text]:[])),r=b(t.map(o=>o.separator)),s=b(t.map(({end:o})=>/[.\u3002]/.test(e.text.slice(o-1,o))));return{...n&&{marker:n},...r&&{separator:r},...s&&{period:s}}}var le=/^(?:contribut|code[-_]of[-_]conduct|change|history|licen[cs]e|security|support|author|maintainer|governance|pull[-_]request|issue|todo|release|backers|sponsor)/i,de=1e3,fe=4e6;async function G(e){let n=(await N("**/*.{md,markdown}",{cwd:e,ignore:["**/node_modules/**","**/vendor/**"],caseSensitiveMatch:!1,followSymbolicLinks:!1})).sort((o,i)=>U(o)-U(i)||(o<i?-1:1)).slice(0,de),r=[];for(let o of n){if(le.test(p.posix.basename(o)))continue;let i=await ce(e,o);i&&(i.isList||S(o)&&!o.includes("/"))&&r.push(i.list)}let s=r.filter(({path:o})=>!(S(o)&&!o.includes("/")));return{lists:r,files:s.length===0?[]:ue(r,n),oneList:pe(r)}}var S=e=>/(?:^|\/)readme\.(?:md|markdown)$/i.test(e),U=e=>S(e)&&!e.includes("/")?0:1;async function ce(e,t){let n=p.join(e,t);if((await ae(n)).size>fe)return;let r=await R(n,t).catch(()=>{});if(r===void 0||O(r))return;let s=M(r),o=_(s),i=A(s);return{list:{path:t,entries:o.length,sections:new Set(s.entries.map(({section:d})=>d)).size,habits:J(s),hasBadge:me(s),keys:new Set(o.map(({key:d})=>d))},isList:o.length>=8&&o.length*2>=i.length}}var me=({text:e})=>/awesome\.re\/(?:mentioned-)?badge|sindresorhus\/awesome[@/][^\s)"']*badge/i.test(e);function ue(e,t){let n=new Set(e.map(o=>o.path)),r=$(e,o=>p.posix.dirname(o.path)),s=[];for(let[o,i]of r){let f=t.filter(a=>p.posix.dirname(a)===o).filter(a=>!n.has(a)),c=new Set(i.map(a=>p.posix.extname(a.path)));o!=="."&&i.length>2&&f.length*5<=i.length&&c.size===1?s.push(`${L(o)}/*${[...c][0]}`,...f.map(a=>`!${L(a)}`)):s.push(...i.map(a=>L(a.path)))}return s}var L=e=>e.replace(/[[\]{}()*?+@|\\]|^!/g,"?"),he=.05;function pe(e){let n=[...$(e,s=>P(s.path)).values()].toSorted((s,o)=>o.length-s.length)[0]??[];if(n.length<2)return!1;let r=n.flatMap(({keys:s})=>[...s]);return r.length-new Set(r).size<=r.length*he}var X={perHundred:2,atAll:3};async function Q(e,t,n){let r=async l=>{let{files:k}=await I({cwd:e,config:l,paths:[],...n&&{onFile:n}});return k},s=E.find(l=>ge(we.join(e,l))),o=await G(e);if(s!==void 0){let l=await B(e,async()=>t,{file:s,baseline:"leave"});return{configFile:s,config:l,found:o,reports:await ye(r(l))}}let i={...j,files:o.files,oneList:o.oneList};if(o.lists.length===0)return{config:i,found:o,reports:[]};let d=await r(i);if(!o.lists[0]?.hasBadge)return{config:i,found:o,reports:d};let f="awesome",c=await r({...i,preset:f}),m=D(c)-D(d),a=o.lists.reduce((l,k)=>l+k.entries,0);return m<=Math.max(X.atAll,a*X.perHundred/100)?{config:{...i,preset:f},found:o,asAwesome:m,reports:c}:{config:i,found:o,asAwesome:m,reports:d}}var D=e=>e.reduce((t,{diagnostics:n})=>t+n.filter(W).length,0);async function ye(e){try{return await e}catch(t){if(t instanceof u)return[];throw t}}import{hash as be}from"node:crypto";var g={workflow:".github/workflows/awesome-doctor.yml",config:".github/awesome-doctor.yml",baseline:".github/awesome-doctor-baseline.json"},V="awesome-doctor/awesome-doctor/.github/workflows";function Y(e){let t=Number.parseInt(be("sha256",e,"hex").slice(0,8),16),n=[t%7,(t+3)%7].sort();return`# Reviews pull requests to this list, with suggestions that can be applied by a click, and looks at the whole list
# and all its links twice a week.
name: awesome-doctor

on:
  # This event lets the review be written on pull requests from forks, too. It is safe because the code of the
  # pull request is neither checked out nor run; add no job that does so.
  pull_request_target:
  schedule:
    - cron: '${`${t%60} ${t%24} * * ${n.join(",")}`}'
  workflow_dispatch:

permissions: {}

jobs:
  review:
    if: github.event_name == 'pull_request_target'
    permissions:
      contents: read
      pull-requests: write
    uses: ${V}/review.yml@v1

  # Keeps one issue up to date with what there is to do, and closes it when there is nothing. To be sent the safe fixes
  # as a pull request, too, add \`contents: write\` and \`pull-requests: write\`, and below \`uses\`:
  #   with:
  #     fix: pull-request
  audit:
    if: github.event_name != 'pull_request_target'
    permissions:
      contents: read
      issues: write
    uses: ${V}/audit.yml@v1
`}var ke=e=>`[${e.map(t=>JSON.stringify(t)).join(", ")}]`;function Z({files:e,oneList:t,preset:n,baseline:r}){let s=t?"one-list: true":"# one-list: false";return`# What awesome-doctor looks at, and how strictly. Everything here is optional;
# what is commented out shows what holds, or how it is written.

# Which files are lists. Without it: the readme.
${e.length>0?`files: ${ke(e)}`:'# files: [readme.md, "lists/**/*.md"]'}

# Whether the files together are one list, so that doubles are searched across them;
# files in different languages never are.
${s}

# default: broken things are errors, matters of style are measured against the list itself.
# awesome: the guidelines of sindresorhus/awesome. strict: both, as errors.
${n==="default"?"# preset: default":`preset: ${n}`}

# Single rules: off, warn or error. \`awesome-doctor rules\` lists them.
# rules:
#   entry-marker-style: off
#   entry-unique: error

# What differs for some of the files; where several of these fit a file, the later ones win.
# overrides:
#   - files: ["translations/**"]
#     rules: {text-spelling: off}
#     preset: default

# How links are asked about. What never to ask, how long to wait for an answer,
# and which networks or hosts may be asked although they are private.
# links:
#   exclude: ["https://example.org/**"]
#   timeout: 20s
#   allow-private: ["10.1.0.0/16", "wiki.corp.example:8443"]

# What makes a run fail: error, warning or never.
# fail-on: error

# Findings that were there when this was written. They are not told until somebody mends them:
# \`awesome-doctor --fix --prune-baseline\` mends what is safe to mend, and takes out what is mended.
${r?`baseline: ${r.file}`:`# baseline: ${g.baseline}`}
`}var ee=10;function te(e){let{lists:t}=e.found;if(t.length===0)return["There is no list here yet: no readme, and no other file whose items are links."];let n=t.length-ee;return[...t.slice(0,ee).map($e),...n>0?[`\u2026 and ${h(n,"more list")}.`]:[],...e.configFile===void 0?Fe(e):[],ve(e)]}function $e({path:e,entries:t,sections:n,habits:r}){let s=`${ne(t,"entry","entries")} in ${h(n,"section")}`,o=xe(r);return`${F(e)}: ${s}${o.length>0?`; ${o.join(", ")}`:""}.`}function xe({marker:e,separator:t,period:n}){let r=({count:o,total:i})=>`${o} of ${i}`,s=t?.value.trim()===""?"nothing":`\`${F(t?.value??"")}\``;return[...e?[`\`${e.value}\` begins an entry (${r(e)})`]:[],...t?[`${s} parts link and description (${r(t)})`]:[],...n?[`${n.value?"a":"no"} period ends a description (${r(n)})`]:[]]}function Fe({found:{lists:e,oneList:t},config:n,asAwesome:r}){let s=t?"They are taken for parts of one list: hardly any link stands in two of them.":"Each is taken for a list of its own.",o=r===void 0?"":ne(Math.max(0,r),"finding","findings");return[...e.length>1?[s]:[],...n.preset==="awesome"?[`There is the Awesome badge, and the preset \`awesome\` has hardly more to say (${o}), so it is set.`]:r===void 0?[]:[`There is the Awesome badge, but the preset \`awesome\` would have ${o} more, so it is not set.`]]}function ve({reports:e}){let{errors:t,warnings:n,fixable:r}=x(e);if(t+n===0)return"There is nothing to say about it now.";let s=r===0?"None has":`${r} ${r===1?"has":"have"}`;return`Found now: ${h(t,"error")} and ${h(n,"warning")}. ${s} a safe fix.`}function oe({reports:e},t){let{errors:n,warnings:r,fixable:s}=x(e),o=n+r,i=t===void 0?["- Run `awesome-doctor` to see what there is to mend, and `awesome-doctor --fix` to mend what is safe to mend."]:[t.age==="old"?`- What ${t.file} names is not told. See all by \`awesome-doctor --no-baseline\`; for a new baseline, delete the file and run \`awesome-doctor init\`.`:`- What was found now is named in ${t.file} and not told again. See it by \`awesome-doctor --no-baseline\`.`,s>0?`- Make the baseline smaller: \`awesome-doctor --fix --prune-baseline\` mends ${s} of ${o}.`:"- Make the baseline smaller: mend what you like, then run `awesome-doctor --prune-baseline`."];return["Next:","- Look at the files and commit them to the default branch. From then on pull requests are reviewed.",...o>0?i:[]]}var ne=(e,t,n)=>`${e} ${e===1?t:n}`;async function $t(e,{cwd:t,stderr:n},r){if(e.operands.length>0)throw new u("`init` takes no path; run it in the folder of the list.");await Te(t);let s=K(n),o=await Q(t,r,s.file).finally(s.end),i=je(o),d=i===void 0?void 0:{file:i,age:_e(w.join(t,i))},f=He(o,w.basename(t),i),c=e.has("dry-run")?Re:qe,m=[];for(let[y,l]of f)m.push(await c(t,y,l));return[te(o),m,...e.has("dry-run")?[]:[oe(o,d)]].map(y=>y.map(l=>`${l}
`).join("")).join(`
`)}async function Te(e){let t=await z(e,["rev-parse","--show-toplevel"]);if(!t.ok)return;let n=t.output.replace(/\r?\n$/,"");if(await re(n)!==await re(e))throw new u(`\`init\` writes what GitHub looks for at the root of a repository; run it in \`${n}\`.`)}function je({configFile:e,config:t,reports:n}){return e!==void 0?t.baseline?.file:Object.keys(v(n)).length>0?g.baseline:void 0}function He(e,t,n){let{configFile:r=g.config,config:s,reports:o}=e;return[[g.workflow,Y(t)],[r,Z({...s,...n!==void 0&&{baseline:{file:n,fingerprints:[]}}})],...n===void 0?[]:[[n,C(v(o))]]]}var _e=e=>T(e)?"old":"new",se=e=>`${e} is there already and was left alone.`;async function Re(e,t,n){return T(w.join(e,t))?se(t):`${t} would be:

${n.replace(/^(?=.)/gm,"    ")}`}async function qe(e,t,n){let r=w.join(e,t);try{await Le(w.dirname(r),{recursive:!0}),await Se(r,n,{flag:"wx"})}catch(s){if(s.code==="EEXIST"&&T(r))return se(t);throw q(s,t,"written")}return`${t} was written.`}export{$t as init};
