import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as z,b as I}from"./chunk-4ONNODNT.js";import{d as B}from"./chunk-I6ON2W2J.js";import"./chunk-AGIVBQ73.js";import{a as N}from"./chunk-YB6MEQQY.js";import{a as P,i as O,j as E}from"./chunk-JDBASB25.js";import{c as v,e as C}from"./chunk-MN7EPWMR.js";import{a as _,f as R}from"./chunk-WWVAGKR3.js";import{b as p}from"./chunk-U2DKWD4E.js";import{a as F}from"./chunk-XKQNP7O5.js";import"./chunk-XDP5DNZL.js";import{a as q,b as x}from"./chunk-24U2LP7H.js";import"./chunk-J7NX3XBX.js";import"./chunk-6OYS6TGV.js";import"./chunk-CZBM5XKT.js";import{c as T}from"./chunk-BEHGCIAS.js";import"./chunk-C2VRX3FF.js";import"./chunk-VUIRYVH5.js";import{a as u}from"./chunk-EON575RQ.js";import{a as W}from"./chunk-45K5LTJO.js";import{a as A,h as M}from"./chunk-2TUIJUAJ.js";import"./chunk-7TI36OSL.js";import{b as H}from"./chunk-V7MRSP34.js";import"./chunk-KSM63E6M.js";import{l as y,n as j}from"./chunk-73QKIS4L.js";import{a as $}from"./chunk-5V332MK5.js";import"./chunk-3C74GCXH.js";import"./chunk-4EYL3DHU.js";import"./chunk-GMO7IUGY.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";import{existsSync as re}from"node:fs";import{mkdir as Le,realpath as ne,writeFile as Se}from"node:fs/promises";import b from"node:path";import{existsSync as ge}from"node:fs";import we from"node:path";import{stat as ae}from"node:fs/promises";import h from"node:path";function K(e){let t=e.entries.flatMap(o=>{let i=H(e,o);return i?.description?[{separator:i.separator.text,end:i.description[1]}]:[]}),n=y(e.entries.flatMap(o=>o.marker?[o.marker.text]:[])),r=y(t.map(o=>o.separator)),s=y(t.map(({end:o})=>/[.\u3002]/.test(e.text.slice(o-1,o))));return{...n&&{marker:n},...r&&{separator:r},...s&&{period:s}}}var le=/^(?:contribut|code[-_]of[-_]conduct|change|history|licen[cs]e|security|support|author|maintainer|governance|pull[-_]request|issue|todo|release|backers|sponsor)/i,de=1e3,fe=4e6;async function U(e){let n=(await B("**/*.{md,markdown}",{cwd:e,ignore:["**/node_modules/**","**/vendor/**"],caseSensitiveMatch:!1,followSymbolicLinks:!1})).sort((o,i)=>J(o)-J(i)||(o<i?-1:1)).slice(0,de),r=[];for(let o of n){if(le.test(h.posix.basename(o)))continue;let i=await ce(e,o);i&&(i.isList||S(o)&&!o.includes("/"))&&r.push(i.list)}let s=r.filter(({path:o})=>!(S(o)&&!o.includes("/")));return{lists:r,files:s.length===0?[]:ue(r,n),oneList:he(r)}}var S=e=>/(?:^|\/)readme\.(?:md|markdown)$/i.test(e),J=e=>S(e)&&!e.includes("/")?0:1;async function ce(e,t){let n=h.join(e,t);if((await ae(n)).size>fe)return;let r=await _(n,t).catch(()=>{});if(r===void 0||A(r))return;let s=M(r),o=j(s),i=W(s);return{list:{path:t,entries:o.length,sections:new Set(s.entries.map(({section:l})=>l)).size,habits:K(s),hasBadge:me(s),keys:new Set(o.map(({key:l})=>l))},isList:o.length>=8&&o.length*2>=i.length}}var me=({text:e})=>/awesome\.re\/(?:mentioned-)?badge|sindresorhus\/awesome[@/][^\s)"']*badge/i.test(e);function ue(e,t){let n=new Set(e.map(o=>o.path)),r=$(e,o=>h.posix.dirname(o.path)),s=[];for(let[o,i]of r){let c=t.filter(a=>h.posix.dirname(a)===o).filter(a=>!n.has(a)),d=new Set(i.map(a=>h.posix.extname(a.path)));o!=="."&&i.length>2&&c.length*5<=i.length&&d.size===1?s.push(`${L(o)}/*${[...d][0]}`,...c.map(a=>`!${L(a)}`)):s.push(...i.map(a=>L(a.path)))}return s}var L=e=>e.replace(/[[\]{}()*?+@|\\]|^!/g,"?"),pe=.05;function he(e){let n=[...$(e,s=>P(s.path)).values()].toSorted((s,o)=>o.length-s.length)[0]??[];if(n.length<2)return!1;let r=n.flatMap(({keys:s})=>[...s]);return r.length-new Set(r).size<=r.length*pe}var G={perHundred:2,atAll:3};async function D(e,t,n){let r=async f=>{let{files:k}=await z({cwd:e,config:f,paths:[],...n&&{onFile:n}});return k},s=O.find(f=>ge(we.join(e,f))),o=await U(e);if(s!==void 0){let f=await E(e,async()=>t,{file:s,baseline:"leave"});return{configFile:s,config:f,found:o,reports:await ye(r(f))}}let i={...T,files:o.files,oneList:o.oneList};if(o.lists.length===0)return{config:i,found:o,reports:[]};let l=await r(i);if(!o.lists[0]?.hasBadge)return{config:i,found:o,reports:l};let c="awesome",d=await r({...i,preset:c}),m=X(d)-X(l),a=o.lists.reduce((f,k)=>f+k.entries,0);return m<=Math.max(G.atAll,a*G.perHundred/100)?{config:{...i,preset:c},found:o,asAwesome:m,reports:d}:{config:i,found:o,asAwesome:m,reports:l}}var X=e=>e.reduce((t,{diagnostics:n})=>t+n.filter(q).length,0);async function ye(e){try{return await e}catch(t){if(t instanceof u)return[];throw t}}import{hash as be}from"node:crypto";var g={workflow:".github/workflows/awesome-doctor.yml",config:".github/awesome-doctor.yml",baseline:".github/awesome-doctor-baseline.json"},Q="awesome-doctor/awesome-doctor/.github/workflows";function V(e){let t=Number.parseInt(be("sha256",e,"hex").slice(0,8),16),n=[t%7,(t+3)%7].sort();return`# Reviews pull requests to this list, with suggestions that can be applied by a click, and looks at the whole list
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
    uses: ${Q}/review.yml@v1

  # Keeps one issue up to date with what there is to do, and closes it when there is nothing. To be sent the safe fixes
  # as a pull request, too, add \`contents: write\` and \`pull-requests: write\`, and below \`uses\`:
  #   with:
  #     fix: pull-request
  audit:
    if: github.event_name != 'pull_request_target'
    permissions:
      contents: read
      issues: write
    uses: ${Q}/audit.yml@v1
`}var ke=e=>`[${e.map(t=>JSON.stringify(t)).join(", ")}]`;function Y({files:e,oneList:t,preset:n,baseline:r}){let s=t?"one-list: true":"# one-list: false";return`# What awesome-doctor looks at, and how strictly. Everything here is optional;
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
`}var Z=10;function ee(e){let{lists:t}=e.found;if(t.length===0)return["There is no list here yet: no readme, and no other file whose items are links."];let n=t.length-Z;return[...t.slice(0,Z).map($e),...n>0?[`\u2026 and ${p(n,"more list")}.`]:[],...e.configFile===void 0?Fe(e):[],ve(e)]}function $e({path:e,entries:t,sections:n,habits:r}){let s=`${oe(t,"entry","entries")} in ${p(n,"section")}`,o=xe(r);return`${F(e)}: ${s}${o.length>0?`; ${o.join(", ")}`:""}.`}function xe({marker:e,separator:t,period:n}){let r=({count:o,total:i})=>`${o} of ${i}`,s=t?.value.trim()===""?"nothing":`\`${F(t?.value??"")}\``;return[...e?[`\`${e.value}\` begins an entry (${r(e)})`]:[],...t?[`${s} parts link and description (${r(t)})`]:[],...n?[`${n.value?"a":"no"} period ends a description (${r(n)})`]:[]]}function Fe({found:{lists:e,oneList:t},config:n,asAwesome:r}){let s=t?"They are taken for parts of one list: hardly any link stands in two of them.":"Each is taken for a list of its own.",o=r===void 0?"":oe(Math.max(0,r),"finding","findings");return[...e.length>1?[s]:[],...n.preset==="awesome"?[`There is the Awesome badge, and the preset \`awesome\` has hardly more to say (${o}), so it is set.`]:r===void 0?[]:[`There is the Awesome badge, but the preset \`awesome\` would have ${o} more, so it is not set.`]]}function ve({reports:e}){let{errors:t,warnings:n,fixable:r}=x(e);if(t+n===0)return"There is nothing to say about it now.";let s=r===0?"None has":`${r} ${r===1?"has":"have"}`;return`Found now: ${p(t,"error")} and ${p(n,"warning")}. ${s} a safe fix.`}function te({reports:e},t){let{errors:n,warnings:r,fixable:s}=x(e),o=n+r,i=t===void 0?["- Run `awesome-doctor` to see what there is to mend, and `awesome-doctor --fix` to mend what is safe to mend."]:[`- What was found now is named in ${t} and not told again. See it by \`awesome-doctor --no-baseline\`.`,s>0?`- Make the baseline smaller: \`awesome-doctor --fix --prune-baseline\` mends ${s} of ${o}.`:"- Make the baseline smaller: mend what you like, then run `awesome-doctor --prune-baseline`."];return["Next:","- Look at the files and commit them to the default branch. From then on pull requests are reviewed.",...o>0?i:[]]}var oe=(e,t,n)=>`${e} ${e===1?t:n}`;async function kt(e,{cwd:t,stderr:n},r){if(e.operands.length>0)throw new u("`init` takes no path; run it in the folder of the list.");await Te(t);let s=I(n),o=await D(t,r,s.file).finally(s.end),i=He(o),l=je(o,b.basename(t),i),c=e.has("dry-run")?_e:Re,d=[];for(let[a,w]of l)d.push(await c(t,a,w));return[ee(o),d,...e.has("dry-run")?[]:[te(o,i)]].map(a=>a.map(w=>`${w}
`).join("")).join(`
`)}async function Te(e){let t=await N(e,["rev-parse","--show-toplevel"]);if(!t.ok)return;let n=t.output.replace(/\r?\n$/,"");if(await ne(n)!==await ne(e))throw new u(`\`init\` writes what GitHub looks for at the root of a repository; run it in \`${n}\`.`)}function He({configFile:e,config:t,reports:n}){return e!==void 0?t.baseline?.file:Object.keys(v(n)).length>0?g.baseline:void 0}function je(e,t,n){let{configFile:r=g.config,config:s,reports:o}=e;return[[g.workflow,V(t)],[r,Y({...s,...n!==void 0&&{baseline:{file:n,fingerprints:[]}}})],...n===void 0?[]:[[n,C(v(o))]]]}var se=e=>`${e} is there already and was left alone.`;async function _e(e,t,n){return re(b.join(e,t))?se(t):`${t} would be:

${n.replace(/^(?=.)/gm,"    ")}`}async function Re(e,t,n){let r=b.join(e,t);try{await Le(b.dirname(r),{recursive:!0}),await Se(r,n,{flag:"wx"})}catch(s){if(s.code==="EEXIST"&&re(r))return se(t);throw R(s,t,"written")}return`${t} was written.`}export{kt as init};
