import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-6TUQB73O.js";import"./chunk-56UWOIAY.js";import"./chunk-VUIRYVH5.js";import"./chunk-4IZI2TEY.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";export{a as parseConfig};
