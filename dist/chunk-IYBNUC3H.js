import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-5Z3OTQIM.js";import"./chunk-CD7BNCEN.js";import"./chunk-6KUYWFNX.js";import"./chunk-VUIRYVH5.js";import"./chunk-EON575RQ.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";export{b as configOf,a as parseConfig};
