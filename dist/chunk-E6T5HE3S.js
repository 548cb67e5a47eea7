import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{d as a,e as b,f as c}from"./chunk-KAM5QAHQ.js";import"./chunk-KSM63E6M.js";import"./chunk-Y4J5EEKW.js";import"./chunk-GMO7IUGY.js";import"./chunk-JQY7WJ2S.js";import"./chunk-BH3EY4JK.js";import"./chunk-PQ7M7EY4.js";export{c as knownRules,b as plannedRules,a as rules};
