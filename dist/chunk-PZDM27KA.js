import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as n}from"./chunk-6OYS6TGV.js";import{e as i}from"./chunk-CD7BNCEN.js";function d(e,s){let{preset:r,rules:o}=e;for(let t of e.overrides)n(t.files,"with hidden")(s)&&(r=t.preset??r,o=i(o,t.rules));return{...e,preset:r,rules:o,overrides:[]}}export{d as a};
