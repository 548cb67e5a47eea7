import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b,c}from"./chunk-4DDKOQAR.js";import"./chunk-WOQA24HK.js";import"./chunk-GNBGXGOS.js";import"./chunk-4IZI2TEY.js";import"./chunk-3C74GCXH.js";import"./chunk-PQ7M7EY4.js";export{c as openLinkMemory,a as readLinkMemory,b as writeLinkMemory};
