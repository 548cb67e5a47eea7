import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b,c}from"./chunk-3YZGFFNZ.js";import"./chunk-NJISE5VL.js";import"./chunk-VUIRYVH5.js";import"./chunk-EON575RQ.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";export{c as readNumber,a as readSettings,b as readStore};
