import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-QTESUJ6H.js";import"./chunk-44C5LM7M.js";import"./chunk-C2JJV27G.js";import"./chunk-4IZI2TEY.js";import"./chunk-LJIFIL2U.js";import"./chunk-PQ7M7EY4.js";export{a as parseConfig};
