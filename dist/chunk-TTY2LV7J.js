import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-XXIOHGAI.js";import"./chunk-53ROTGZP.js";import"./chunk-WNFUQ2EP.js";import"./chunk-7TI36OSL.js";import"./chunk-GMO7IUGY.js";import"./chunk-Q6SGWHBB.js";import"./chunk-PQ7M7EY4.js";export{a as entriesHere,b as linksHere};
