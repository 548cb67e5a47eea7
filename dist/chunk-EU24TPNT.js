import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{d as a,e as b,f as c}from"./chunk-L5FXMGHH.js";import"./chunk-KSM63E6M.js";import"./chunk-SZRG5JQF.js";import"./chunk-GMO7IUGY.js";import"./chunk-RZSEG3BK.js";import"./chunk-BH3EY4JK.js";import"./chunk-PQ7M7EY4.js";export{c as knownRules,b as plannedRules,a as rules};
