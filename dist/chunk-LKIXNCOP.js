import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-HYL6FC56.js";import"./chunk-UWH6CU3X.js";import"./chunk-Y4J5EEKW.js";import"./chunk-GMO7IUGY.js";import"./chunk-PQ7M7EY4.js";export{a as entriesHere};
