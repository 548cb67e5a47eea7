import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-FWOCRNIC.js";import"./chunk-ZSQR5OTM.js";import"./chunk-J3LLEYTF.js";import"./chunk-EON575RQ.js";import"./chunk-PQ7M7EY4.js";export{b as openRedisQueue,a as redisPrefix};
