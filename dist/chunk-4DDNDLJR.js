import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var u=/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;function i(a){let d=[],s=[],t=0,e=0,n=0;for(let r of a.split(`
`)){if(t<=0&&e<=0){let o=u.exec(r);if(!o)continue;t=Number(o[1]??1),e=Number(o[3]??1),n=Number(o[2]),e>0&&d.push({start:n,end:n+e-1});continue}if(!r.startsWith("\\")){if(r.startsWith("-")){t--;continue}e--,r.startsWith("+")?s.push(n):t--,n++}}return{hunks:d,added:s}}export{i as a};
