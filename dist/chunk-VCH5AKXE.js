import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-65YOR4MJ.js";import"./chunk-HLYEKCE7.js";import"./chunk-PQ7M7EY4.js";export{a as tooComplex};
