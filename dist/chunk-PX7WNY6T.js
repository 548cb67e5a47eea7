import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b,c,d,e}from"./chunk-I6ON2W2J.js";import"./chunk-CZBM5XKT.js";import"./chunk-PQ7M7EY4.js";export{a as convertPathToPattern,b as escapePath,d as glob,e as globSync,c as isDynamicPattern};
