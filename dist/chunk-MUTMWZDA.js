import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b,c}from"./chunk-DLD2FT72.js";import"./chunk-WOQA24HK.js";import"./chunk-2ZNQT7VQ.js";import"./chunk-4IZI2TEY.js";import"./chunk-Q6SGWHBB.js";import"./chunk-PQ7M7EY4.js";export{c as openLinkMemory,a as readLinkMemory,b as writeLinkMemory};
