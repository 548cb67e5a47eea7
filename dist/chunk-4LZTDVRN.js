import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{g as a,h as b,i as c}from"./chunk-PD2IWTGK.js";import"./chunk-PQ7M7EY4.js";export{a as connect,b as isOfGitHubCom,c as refusalOf};
