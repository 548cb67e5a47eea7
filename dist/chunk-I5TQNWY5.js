import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-4FJQCPLA.js";import"./chunk-7VII4LJJ.js";import"./chunk-N3YPALNW.js";import"./chunk-4IZI2TEY.js";import"./chunk-RZSEG3BK.js";import"./chunk-PQ7M7EY4.js";export{a as parseConfig};
