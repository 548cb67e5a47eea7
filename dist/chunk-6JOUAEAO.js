import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{d as a,e as b,f as c}from"./chunk-PIBVBCC4.js";import"./chunk-PQ7M7EY4.js";export{a as connect,b as isOfGitHubCom,c as refusalOf};
