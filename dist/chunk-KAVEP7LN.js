import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-4ZI3Y3SB.js";import"./chunk-ABG4Z3AF.js";import"./chunk-MGWXAGGZ.js";import"./chunk-7TI36OSL.js";import"./chunk-3C74GCXH.js";import"./chunk-4EYL3DHU.js";import"./chunk-GMO7IUGY.js";import"./chunk-PQ7M7EY4.js";export{a as entriesHere,b as linksHere};
