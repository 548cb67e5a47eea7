import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var e=class extends Error{name="UserError"};export{e as a};
