import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{execFile as p}from"node:child_process";function y(o,i,n={}){let{milliseconds:s=0,bytes:r=1<<28}=n,l={...process.env,LC_ALL:"C",GIT_OPTIONAL_LOCKS:"0",GIT_LITERAL_PATHSPECS:void 0,...n.env},a={cwd:o,env:l,timeout:s,maxBuffer:r,windowsHide:!0};return new Promise(t=>{p("git",["-c","core.quotePath=false","-c","core.fsmonitor=false",...i],a,(e,c,d)=>{if(!e)return t({ok:!0,output:c});let[u=""]=d.trim().split(`
`),f=e.code==="ENOENT"?"git is not installed":u.replace(/^fatal: |\.$/g,"");t({ok:!1,reason:f||e.message.split(`
`)[0]})})})}export{y as a};
