import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-6MZS2IWL.js";import"./chunk-BEHGCIAS.js";import"./chunk-C2VRX3FF.js";import"./chunk-VUIRYVH5.js";import"./chunk-EON575RQ.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";export{b as configOf,a as parseConfig};
