import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
function n(e,{backOff:r}){return e>=6?void 0:r*4**(e-1)}export{n as a};
