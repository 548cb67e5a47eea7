import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-7KTWDZFP.js";import"./chunk-7XUHP5CX.js";import"./chunk-4IZI2TEY.js";import"./chunk-D6TAWWSO.js";import"./chunk-PQ7M7EY4.js";export{b as readBranch,a as readHead};
