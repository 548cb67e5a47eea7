import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var u=/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;function c(i){let s=[],d=[],a=[],r=0,e=0,n=0;for(let t of i.split(`
`)){if(r<=0&&e<=0){let o=u.exec(t);if(!o)continue;r=Number(o[1]??1),e=Number(o[3]??1),n=Number(o[2]),e>0&&s.push({start:n,end:n+e-1});continue}if(!t.startsWith("\\")){if(t.startsWith("-")){r--,a.push(t.slice(1));continue}e--,t.startsWith("+")?d.push(n):r--,n++}}return{hunks:s,added:d,removed:a}}export{c as a};
