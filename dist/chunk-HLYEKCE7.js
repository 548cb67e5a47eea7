import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var t="https://github.com/awesome-doctor/awesome-doctor",e=o=>`${t}/blob/main/rules/README.md#${o}`;export{t as a,e as b};
