import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-6SRGROWX.js";import"./chunk-7SD3LSAP.js";import"./chunk-4IZI2TEY.js";import"./chunk-PIBVBCC4.js";import"./chunk-PQ7M7EY4.js";export{b as readBranch,a as readHead};
