#!/usr/bin/env node
import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{b as m,c as i,d as c}from"./chunk-EUAA6YWW.js";import{a as h}from"./chunk-PNJWTNJ4.js";import{b as f}from"./chunk-VUIRYVH5.js";import{a as s}from"./chunk-4IZI2TEY.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";import{realpathSync as p}from"node:fs";import{fileURLToPath as N}from"node:url";var y=`Keeps awesome lists healthy: finds what is broken or out of style, and mends it.

Usage
  awesome-doctor [lint] [PATH ...]    look at files, folders or globs; without PATH: the readme here
  awesome-doctor rules [ID]           what the rules want, and why
  awesome-doctor review OWNER/REPO#N  review a pull request; --dry-run prints the review
  awesome-doctor audit [OWNER/REPO]   look at a whole repository and all its links
  awesome-doctor init                 look at the list here, write a workflow and a config for it

Often used
  --fix               mend what is safe to mend, then report what is left
  --diff REF          only what changed since the merge base with REF
  --links all         ask the web whether the links still lead anywhere
  --format NAME       pretty, json, github, markdown, html, sarif, badge or shields
  --help, --version   each command has its own --help

Exit codes: 0 all is well, 1 findings, 2 a mistake in the call or the config, 3 a bug of ours.
`,k=`Looks at awesome lists and reports what it finds.

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
  --no-baseline         tell also what the config's baseline names
  --prune-baseline      take out of the baseline what is mended

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
`,x=`Looks at the list in the folder it is run in, and writes what suits it:
a workflow (.github/workflows/awesome-doctor.yml), a commented config (.github/awesome-doctor.yml),
and where there are findings, a baseline (.github/awesome-doctor-baseline.json) that names them, so
that only what is new is told. Files that exist are left alone.

Usage
  awesome-doctor init

Options
  --dry-run             write nothing, print what would be written
  --help
`,v=`Reviews a pull request on GitHub as the Action does: one review, on the lines that it changes.

Usage
  awesome-doctor review OWNER/REPO#N    or the address of the pull request

What to do
  --dry-run             print what would be posted, and write nothing; what is public needs no token
  --links NAME          none, changed or all: which links to ask the web about (default changed)

What to judge by
  --config FILE         a file of the base branch, instead of the usual ones
  --preset NAME         default, awesome or strict
  --rule ID=LEVEL       off, warn or error; repeatable
  --fail-on LEVEL       error, warning or never: what makes the exit code 1 (default error)

GITHUB_TOKEN (or GH_TOKEN) may post it; GITHUB_API_URL and GITHUB_GRAPHQL_URL lead to a server of
your own. Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 a mistake in the call, 3 a bug
of ours.
`,O=`Looks at whole repositories: all lists, all rules, all links.

Usage
  awesome-doctor audit [PATH|OWNER/REPO ...]    folders, files, or repositories on GitHub, read
                                                through its API; without one: the folder here

What to do
  --links none          leave the links alone; the usual is all. With GITHUB_TOKEN, GitHub is asked
                        about its repositories
  --state FILE          remember links in FILE: the next audit asks less, and what only looks gone
                        is called dead when two audits have found it so
  --issue               keep the issue of each OWNER/REPO up to date, as the Action does
  --fix=pull-request    keep a pull request with the safe fixes of each OWNER/REPO up to date

What to judge by
  --config FILE         instead of .github/awesome-doctor.yml or .awesome-doctor.yml of each
  --preset NAME         default, awesome or strict
  --rule ID=LEVEL       off, warn or error; repeatable
  --fail-on LEVEL       error, warning or never: what makes the exit code 1 (default error)

What to print
  --format NAME         pretty (default), json, github, markdown, html, sarif, badge or shields
  --report NAME=FILE    a further report into a file; repeatable
  --quiet               errors only
  --no-color, --help

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 a mistake in the call or a repository
that cannot be read (the others are told all the same), 3 a bug of ours.
`,P=e=>`\`awesome-doctor ${e}\` is not part of this release yet.
`,R={lint:k,rules:L,init:x,review:v,audit:O,serve:P("serve")},w=e=>e?R[e]:y;async function I(e,t){try{return await W(m(e),t)}catch(o){if(o instanceof s)return await i(t.stderr,`awesome-doctor: ${F(o.message)}
`),2;let r=o instanceof Error?o.stack??o.message:String(o);return await i(t.stderr,`awesome-doctor ${h} has a bug; please report it with what follows.
${r}
`),3}}async function W(e,t){if(e.has("help"))return l(t,w(e.named==="named"?e.command:void 0));if(e.has("version"))return l(t,`${h}
`);switch(e.command){case"lint":return(await import("./chunk-NHXXPSIO.js")).lint(e,t);case"review":return(await import("./chunk-HK74FWAM.js")).review(e,t);case"audit":return(await import("./chunk-WOWS2XGE.js")).audit(e,t);case"rules":return l(t,await A(e,t));case"init":return l(t,await T(e,t));default:throw new s(`\`awesome-doctor ${e.command}\` is not part of this release yet; use \`lint\`, \`review\`, \`audit\`, \`rules\` or \`init\`.`)}}async function T(e,t){let[{rules:o},{init:r}]=await Promise.all([import("./chunk-3OANNGF2.js"),import("./chunk-GWQKPETY.js")]);return r(e,t,o)}async function A(e,{env:t,stdout:o}){let[r,...n]=e.operands;if(n.length>0)throw new s("`rules` takes one rule, or none for all of them.");let a=e.value("format")??"pretty";if(a!=="pretty"&&a!=="json")throw new s(`\`rules\` has no format \`${a}\`; ${f(a,["pretty","json"])}`);let[{rules:d},{manual:g,manualJson:b}]=await Promise.all([import("./chunk-3OANNGF2.js"),import("./chunk-FYDJPWT2.js")]);if(a==="json")return b(d,r);let E=!e.has("no-color")&&c(t,o);return g(d,r,u=>E?`\x1B[1m${u}\x1B[22m`:u)}async function l({stdout:e},t){return await i(e,t),0}var F=e=>e.replace(/[\0-\x1f\x7f-\x9f]+/g," ");function H(){let[,e]=process.argv;try{return e!==void 0&&p(e)===p(N(import.meta.url))}catch{return!1}}if(H()){let{stdin:e,stdout:t,stderr:o,env:r}=process;process.on("SIGINT",()=>process.exit(130));for(let n of[t,o])n.on("error",a=>{a.code!=="EPIPE"&&(n===t&&o.write(`awesome-doctor: The output cannot be written: ${a.message}.
`),process.exit(2))});process.exit(await I(process.argv.slice(2),{stdin:e,stdout:t,stderr:o,env:r,cwd:process.cwd()}))}export{I as main};
