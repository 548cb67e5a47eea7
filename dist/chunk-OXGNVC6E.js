import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-6CGU54P3.js";import"./chunk-P6JYMUIP.js";import"./chunk-TQZVXUR5.js";import"./chunk-GMO7IUGY.js";import"./chunk-PQ7M7EY4.js";export{a as entriesHere};
