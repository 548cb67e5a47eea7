import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-Y7237HC6.js";import"./chunk-3QX3EJ6Q.js";import"./chunk-4IZI2TEY.js";import"./chunk-TB2F3GHH.js";import"./chunk-PQ7M7EY4.js";export{b as readBranch,a as readHead};
