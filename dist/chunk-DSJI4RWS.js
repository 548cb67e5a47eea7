import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{i as a}from"./chunk-52XABYU6.js";import"./chunk-GMO7IUGY.js";import"./chunk-BH3EY4JK.js";import"./chunk-PQ7M7EY4.js";export{a as rules};
