import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-NJISE5VL.js";import"./chunk-EON575RQ.js";import"./chunk-PQ7M7EY4.js";export{a as readPlaces};
