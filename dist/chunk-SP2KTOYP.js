import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-PXOTDNIV.js";import"./chunk-T4TX3QVM.js";import"./chunk-MUYLWHV2.js";import"./chunk-TFTCSI7B.js";import"./chunk-2HUXZLN3.js";import"./chunk-BH3EY4JK.js";import"./chunk-PQ7M7EY4.js";export{a as examineHere};
