import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b,c,d,e}from"./chunk-AHE56KVS.js";import"./chunk-6KUYWFNX.js";import"./chunk-VUIRYVH5.js";import"./chunk-EON575RQ.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";export{e as baselineText,b as fingerprintsIn,c as knownFrom,a as parseBaseline,d as stillKnown};
