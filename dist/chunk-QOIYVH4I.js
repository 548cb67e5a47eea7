import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-RRMXBCQ6.js";import"./chunk-P6JYMUIP.js";import"./chunk-YBXPMFAM.js";import"./chunk-GMO7IUGY.js";import"./chunk-PQ7M7EY4.js";export{a as entriesHere};
