import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-ULDH2NQH.js";import"./chunk-HLEJ6KUP.js";import"./chunk-LI6KTTVW.js";import"./chunk-4EYL3DHU.js";import"./chunk-7TI36OSL.js";import"./chunk-GMO7IUGY.js";import"./chunk-3C74GCXH.js";import"./chunk-PQ7M7EY4.js";export{a as entriesHere,b as linksHere};
