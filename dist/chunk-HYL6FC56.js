import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as i}from"./chunk-UWH6CU3X.js";import{g as t,v as n,x as o}from"./chunk-Y4J5EEKW.js";var y=r=>r.map(s);function s(r){if(i(r))return[];try{return o(n(t(r),r))}catch(e){if(e instanceof RangeError&&/call stack/i.test(e.message))return[];throw e}}export{y as a};
