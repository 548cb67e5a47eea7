import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-I3BO2453.js";import"./chunk-K75ULOL3.js";import"./chunk-52XABYU6.js";import"./chunk-GMO7IUGY.js";import"./chunk-2HUXZLN3.js";import"./chunk-BH3EY4JK.js";import"./chunk-PQ7M7EY4.js";export{a as examineHere};
