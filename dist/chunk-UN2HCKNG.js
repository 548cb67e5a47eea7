import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b,c}from"./chunk-NP2H3F23.js";import"./chunk-IDYH7SSM.js";import"./chunk-EON575RQ.js";import"./chunk-PD2IWTGK.js";import"./chunk-PQ7M7EY4.js";export{c as findBranch,b as readBranch,a as readHead};
