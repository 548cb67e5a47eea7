import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-HBNMJ5S6.js";import"./chunk-UWH6CU3X.js";import"./chunk-7XFCUSQR.js";import"./chunk-7TI36OSL.js";import"./chunk-GMO7IUGY.js";import"./chunk-Q6SGWHBB.js";import"./chunk-PQ7M7EY4.js";export{a as entriesHere,b as linksHere};
