import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
function*i(n){let e=n.startsWith("\uFEFF")?1:0;for(;e<n.length;){let r=n.indexOf(`
`,e);if(yield n.slice(e,r<0?n.length:r),r<0)return;e=r+1}}var t=1e5;function s(n){if(!(n.length>t))try{return JSON.parse(n)}catch{return}}export{i as a,s as b};
