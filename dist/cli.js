#!/usr/bin/env node
import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{b as c}from"./chunk-CC5JV6YS.js";import{a as h,b as w}from"./chunk-A2FZLB25.js";import{a as u}from"./chunk-PNJWTNJ4.js";import{b as f}from"./chunk-VUIRYVH5.js";import{a as l}from"./chunk-EON575RQ.js";import"./chunk-JQY7WJ2S.js";import"./chunk-PQ7M7EY4.js";import{realpathSync as g}from"node:fs";import{fileURLToPath as T}from"node:url";var y=`Keeps awesome lists healthy: finds what is broken or out of style, and mends it.

Usage
  awesome-doctor [lint] [PATH ...]    look at files, folders or globs; without PATH: the readme here
  awesome-doctor rules [ID]           what the rules want, and why
  awesome-doctor review OWNER/REPO#N  review a pull request; --dry-run prints the review
  awesome-doctor audit [OWNER/REPO]   look at a whole repository and all its links
  awesome-doctor init                 look at the list here, write a workflow and a config for it
  awesome-doctor serve                run the GitHub App

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
`,v=`Tells what the rules want, and why.

Usage
  awesome-doctor rules        all rules, one a line
  awesome-doctor rules ID     one rule, with examples

Options
  --format json         for programs
  --no-color, --help
`,R=`Looks at the list in the folder it is run in, and writes what suits it:
a workflow (.github/workflows/awesome-doctor.yml), a commented config (.github/awesome-doctor.yml),
and where there are findings, a baseline (.github/awesome-doctor-baseline.json) that names them, so
that only what is new is told. Files that exist are left alone.

Usage
  awesome-doctor init

Options
  --dry-run             write nothing, print what would be written
  --help
`,L=`Reviews a pull request on GitHub as the Action does: one review, on the lines that it changes.

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
`,I=`Runs the GitHub App: reviews pull requests, answers comments, audits lists every day.

Usage
  awesome-doctor serve                serve until the process is asked to stop
  awesome-doctor serve --setup        make an App on GitHub, in the browser, and write down its key
  awesome-doctor serve --dead         list the jobs that were given up
  awesome-doctor serve --retry ID     try one of them again, or all

Environment
  APP_ID, WEBHOOK_SECRET, PRIVATE_KEY or PRIVATE_KEY_PATH    the App; --setup writes them down
  HOST, PORT                          where to listen (127.0.0.1, 3000)
  STATE_DIR                           folder of the queue (awesome-doctor-state), or
  REDIS_URL                           a Redis, by which several processes share the work
  GITHUB_API_URL, GITHUB_GRAPHQL_URL  GitHub Enterprise
  AWESOME_DOCTOR_AUDIT                daily, push or none (daily)
  AWESOME_DOCTOR_FIX                  pull-request: audits propose their fixes (none)
docs/app.md has the rest.

Exit codes: 0 stopped when asked to, 2 a mistake in the environment, 3 a bug of ours.
`,P={lint:k,rules:v,init:R,review:L,audit:O,serve:I},p=e=>e?P[e]:y;async function x(e,t){try{return await A(c(e),t)}catch(o){if(o instanceof l)return await h(t.stderr,`awesome-doctor: ${W(o.message)}
`),2;let r=o instanceof Error?o.stack??o.message:String(o);return await h(t.stderr,`awesome-doctor ${u} has a bug; please report it with what follows.
${r}
`),3}}async function A(e,t){if(e.has("help"))return d(t,p(e.named==="named"?e.command:void 0));if(e.has("version"))return d(t,`${u}
`);switch(e.command){case"lint":return(await import("./chunk-OSIEAAEZ.js")).lint(e,t);case"review":return(await import("./chunk-6TLZTP3A.js")).review(e,t);case"audit":return(await import("./chunk-V2KE5S2K.js")).audit(e,t);case"rules":return d(t,await N(e,t));case"init":return d(t,await H(e,t));case"serve":return(await import("./chunk-ZUIMZR2X.js")).serve(e,t)}}async function H(e,t){let[{rules:o},{init:r}]=await Promise.all([import("./chunk-3OANNGF2.js"),import("./chunk-6LQFHWS2.js")]);return r(e,t,o)}async function N(e,{env:t,stdout:o}){let[r,...n]=e.operands;if(n.length>0)throw new l("`rules` takes one rule, or none for all of them.");let a=e.value("format")??"pretty";if(a!=="pretty"&&a!=="json")throw new l(`\`rules\` has no format \`${a}\`; ${f(a,["pretty","json"])}`);let[{rules:s},{manual:i,manualJson:E}]=await Promise.all([import("./chunk-3OANNGF2.js"),import("./chunk-24LWHFWK.js")]);if(a==="json")return E(s,r);let b=!e.has("no-color")&&w(t,o);return i(s,r,m=>b?`\x1B[1m${m}\x1B[22m`:m)}async function d({stdout:e},t){return await h(e,t),0}var W=e=>e.replace(/[\0-\x1f\x7f-\x9f]+/g," ");function _(){let[,e]=process.argv;try{return e!==void 0&&g(e)===g(T(import.meta.url))}catch{return!1}}if(_()){let{stdin:e,stdout:t,stderr:o,env:r}=process,n=()=>process.exit(130);process.on("SIGINT",()=>n());let a=()=>new Promise(s=>{n=s,process.on("SIGTERM",()=>s())});for(let s of[t,o])s.on("error",i=>{i.code!=="EPIPE"&&(s===t&&o.write(`awesome-doctor: The output cannot be written: ${i.message}.
`),process.exit(2))});process.exit(await x(process.argv.slice(2),{stdin:e,stdout:t,stderr:o,env:r,cwd:process.cwd(),asked:a}))}export{x as main};
