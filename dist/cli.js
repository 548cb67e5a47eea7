#!/usr/bin/env node
import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{b as u,c as i,d as w}from"./chunk-UFXUPDGU.js";import{a as m}from"./chunk-PNJWTNJ4.js";import{b as c}from"./chunk-VUIRYVH5.js";import"./chunk-JQY7WJ2S.js";import{a}from"./chunk-4IZI2TEY.js";import"./chunk-PQ7M7EY4.js";import{realpathSync as g}from"node:fs";import{fileURLToPath as O}from"node:url";var k=`Keeps awesome lists healthy: finds what is broken or out of style, and mends it.

Usage
  awesome-doctor [lint] [PATH ...]    look at files, folders or globs; without PATH: the readme here
  awesome-doctor rules [ID]           what the rules want, and why
  awesome-doctor init                 write a workflow and a commented config here

Often used
  --fix               mend what is safe to mend, then report what is left
  --diff REF          only what changed since the merge base with REF
  --links all         ask the web whether the links still lead anywhere
  --format NAME       pretty, json, github, markdown, html, sarif, badge or shields
  --help, --version   each command has its own --help

Exit codes: 0 all is well, 1 findings, 2 a mistake in the call or the config, 3 a bug of ours.
`,x=`Looks at awesome lists and reports what it finds.

Usage
  awesome-doctor [lint] [PATH ...]    PATH is a file, a folder, a glob, or - for standard input;
                                      without PATH: the config's files, else the readme here

What to do
  --fix                 write every safe fix, then report what is left
  --fix=all             write also the fixes that need a look
  --diff REF            only findings on lines changed since the merge base with REF
  --links all           ask the web about all links; changed: about those that --diff shows to
                        be new. With GITHUB_TOKEN, GitHub is asked about its repositories
  --state FILE          remember links in FILE, so that the next run asks less

What to judge by
  --config FILE         instead of .github/awesome-doctor.yml or .awesome-doctor.yml
  --preset NAME         default, awesome or strict
  --rule ID=LEVEL       off, warn or error; repeatable
  --fail-on LEVEL       error, warning or never: what makes the exit code 1 (default error)

What to print
  --format NAME         pretty, json, github, markdown, html, sarif, badge (SVG) or shields (JSON
                        for shields.io); default pretty
  --report NAME=FILE    a further report into a file; repeatable
  --quiet               errors only
  --no-color            no colours; NO_COLOR and FORCE_COLOR are honoured, too

Other
  --stdin-filename F    call standard input F; with --fix the mended text goes to standard output
  --help, --version

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 a mistake in the call or the config,
3 a bug of ours.
`,L=`Tells what the rules want, and why.

Usage
  awesome-doctor rules        all rules, one a line
  awesome-doctor rules ID     one rule, with examples

Options
  --format json         for programs
  --no-color, --help
`,v=`Writes a workflow (.github/workflows/awesome-doctor.yml) and a commented config
(.github/awesome-doctor.yml) into the folder it is run in. Files that exist are left alone.

Usage
  awesome-doctor init
`,d=e=>`\`awesome-doctor ${e}\` is not part of this release yet.
`,P={lint:x,rules:L,init:v,review:d("review"),audit:d("audit"),serve:d("serve")},p=e=>e?P[e]:k;async function F(e,t){try{return await T(u(e),t)}catch(o){if(o instanceof a)return await i(t.stderr,`awesome-doctor: ${I(o.message)}
`),2;let s=o instanceof Error?o.stack??o.message:String(o);return await i(t.stderr,`awesome-doctor ${m} has a bug; please report it with what follows.
${s}
`),3}}async function T(e,t){if(e.has("help"))return l(t,p(e.named==="named"?e.command:void 0));if(e.has("version"))return l(t,`${m}
`);switch(e.command){case"lint":return(await import("./chunk-A3YZKTWD.js")).lint(e,t);case"rules":return l(t,await C(e,t));case"init":if(e.operands.length>0)throw new a("`init` takes no path; run it in the folder of the list.");return l(t,await(await import("./chunk-BS2IFE5Z.js")).init(t.cwd));default:throw new a(`\`awesome-doctor ${e.command}\` is not part of this release yet; use \`lint\`, \`rules\` or \`init\`.`)}}async function C(e,{env:t,stdout:o}){let[s,...n]=e.operands;if(n.length>0)throw new a("`rules` takes one rule, or none for all of them.");let r=e.value("format")??"pretty";if(r!=="pretty"&&r!=="json")throw new a(`\`rules\` has no format \`${r}\`; ${c(r,["pretty","json"])}`);let[{rules:f},{manual:y,manualJson:b}]=await Promise.all([import("./chunk-UDZDPYLR.js"),import("./chunk-D7A6EJQF.js")]);if(r==="json")return b(f,s);let E=!e.has("no-color")&&w(t,o);return y(f,s,h=>E?`\x1B[1m${h}\x1B[22m`:h)}async function l({stdout:e},t){return await i(e,t),0}var I=e=>e.replace(/[\0-\x1f\x7f-\x9f]+/g," ");function R(){let[,e]=process.argv;try{return e!==void 0&&g(e)===g(O(import.meta.url))}catch{return!1}}if(R()){let{stdin:e,stdout:t,stderr:o,env:s}=process;process.on("SIGINT",()=>process.exit(130));for(let n of[t,o])n.on("error",r=>{r.code!=="EPIPE"&&(n===t&&o.write(`awesome-doctor: The output cannot be written: ${r.message}.
`),process.exit(2))});process.exit(await F(process.argv.slice(2),{stdin:e,stdout:t,stderr:o,env:s,cwd:process.cwd()}))}export{F as main};
