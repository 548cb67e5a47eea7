import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-7J5M232H.js";import"./chunk-JKGAU6WW.js";import"./chunk-COLX3KE4.js";import"./chunk-TFTCSI7B.js";import"./chunk-2HUXZLN3.js";import"./chunk-BH3EY4JK.js";import"./chunk-PQ7M7EY4.js";export{a as examineHere};
