import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{setTimeout as n}from"node:timers/promises";var r={now:Date.now,sleep:(o,e)=>n(o,void 0,e&&{signal:e})};export{r as a};
