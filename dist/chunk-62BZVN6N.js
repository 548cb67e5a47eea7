import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-EBU7HICZ.js";import"./chunk-WXGDU3EH.js";import"./chunk-C2VRX3FF.js";import"./chunk-VUIRYVH5.js";import"./chunk-4IZI2TEY.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";export{b as configOf,a as parseConfig};
