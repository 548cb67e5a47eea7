import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var e=class extends Error{name="UserError"},r=class extends e{};export{e as a,r as b};
