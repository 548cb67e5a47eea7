import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-JNUNLIA3.js";import"./chunk-WWVAGKR3.js";import"./chunk-EON575RQ.js";import"./chunk-PQ7M7EY4.js";export{a as environmentFile,b as readEnvironment};
