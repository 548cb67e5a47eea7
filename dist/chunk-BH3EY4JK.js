import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var t="https://github.com/awesome-doctor/awesome-doctor/blob/main/rules/README.md",e=o=>`${t}#${o}`;export{e as a};
