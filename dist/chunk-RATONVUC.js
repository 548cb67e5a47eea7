import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as k,b as R,e as v,h as T}from"./chunk-IR3JI4DB.js";import{b as P}from"./chunk-WAIGDN27.js";import"./chunk-7CWTNJ7U.js";import"./chunk-YB6MEQQY.js";import{a as b}from"./chunk-S3BKCV7V.js";import"./chunk-Q7TZLDCP.js";import"./chunk-3QX3EJ6Q.js";import"./chunk-KGBUNBPH.js";import"./chunk-T3KO5GTT.js";import"./chunk-CXDG7SWH.js";import"./chunk-OID3G6GG.js";import"./chunk-WOQA24HK.js";import"./chunk-UMPLTGUT.js";import{c as y}from"./chunk-2TFDRU5X.js";import"./chunk-DLL6O5IG.js";import"./chunk-ZZMK3S5C.js";import{a as g}from"./chunk-ZYC55SZN.js";import{a as l}from"./chunk-XKQNP7O5.js";import"./chunk-XDP5DNZL.js";import"./chunk-24U2LP7H.js";import{c,e as $}from"./chunk-EUAA6YWW.js";import"./chunk-PNJWTNJ4.js";import"./chunk-RHAJS5O6.js";import"./chunk-EBU7HICZ.js";import"./chunk-6OYS6TGV.js";import"./chunk-CZBM5XKT.js";import"./chunk-WXGDU3EH.js";import"./chunk-C2VRX3FF.js";import"./chunk-VUIRYVH5.js";import{a as u}from"./chunk-4IZI2TEY.js";import"./chunk-HLYEKCE7.js";import"./chunk-TB2F3GHH.js";import"./chunk-YH43AAUF.js";import"./chunk-V7MRSP34.js";import"./chunk-KSM63E6M.js";import"./chunk-73QKIS4L.js";import"./chunk-Q3L5AECE.js";import"./chunk-5V332MK5.js";import"./chunk-3C74GCXH.js";import"./chunk-4EYL3DHU.js";import"./chunk-GMO7IUGY.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";function W(e,n){return e.hook.wrap("request",(r,t)=>{let{method:o,url:i,body:s}=e.request.endpoint(t);return o==="GET"||o==="HEAD"||L(i,s)?r(t):(n({method:o,path:j(i),body:x(s)?s:{}}),{status:200,url:i,headers:{},data:{data:{}}})}),e}var x=e=>typeof e=="object"&&e!==null,L=(e,n)=>/\/graphql$/.test(e)&&x(n)&&!/^\s*mutation\b/.test(String(n.query)),j=e=>new URL(e).pathname.replace(/^\/api\/v3(?=\/)/,"");function O(e){return e.map(n=>`${G(n)}
`).join(`
`)}function G({method:e,path:n,body:r}){let t=/(\d+)(?:\/replies)?$/.exec(n)?.[1]??"";return e==="POST"&&n.endsWith("/reviews")?U(r):e==="PATCH"?`== The comment ${t} would say

${r.body}`:e==="DELETE"?`== The comment ${t} would be deleted: what it tells of is mended`:n.endsWith("/replies")?`== The comment ${t} would be answered

${r.body}`:"== A comment would be folded away: what it tells of is mended"}function U(e){let r=(e.comments??[]).map(({path:t,line:o,start_line:i,body:s})=>{let m=i===void 0?`${o}`:`${i}-${o}`;return`== Comment on ${t}:${m}

${s}`});return[`== Review

${e.body}`,...r].join(`

`)}var N=30;async function Z(e,n){let{stdout:r,stderr:t}=n,{owner:o,repo:i,number:s}=A(e.operands),m=e.has("dry-run"),E=k(e,"changed",["none","changed","all"]);if(!m&&$(n)===void 0)throw new u("To post a review, give a token in `GITHUB_TOKEN`; `--dry-run` prints it without one.");let p=await v(n),f=[],{file:w,...q}=T(e),h=P(t),a=await b({repository:{owner:o,repo:i},change:{kind:"pull request",number:s},overrides:q,...w!==void 0&&{configFile:w},maxComments:N,links:{which:E,...R(h)},show:"review"},{github:m?W(p,d=>f.push(d)):p,log:y(d=>t.write(d))}).finally(h.end);await c(r,D(m?O(f):a.reviewUrl?`${a.reviewUrl}
`:""));let C=a.notes.map(d=>`${l(d)}
`),H=a.asked?.links??[];return await c(t,[...C,`${g(a.files,H,"another command")}
`].join("")),a.files.some(d=>d.crashes?.length)?3:a.fails?1:0}function A([e,...n]){let r=/^([a-z\d-]{1,39})\/([\w.-]{1,100})#(\d{1,10})$/i.exec(e??"")??/^https:\/\/[^/]+\/([a-z\d-]{1,39})\/([\w.-]{1,100})\/pull\/(\d{1,10})(?:[/?#].*)?$/i.exec(e??""),[,t,o,i]=r??[];if(t===void 0||o===void 0||n.length>0)throw new u("`review` takes one pull request; write `OWNER/REPO#N`, such as `awesome-doctor review ann/list#7`.");return{owner:t,repo:o,number:Number(i)}}var D=e=>e.split(`
`).map(l).join(`
`);export{Z as review};
