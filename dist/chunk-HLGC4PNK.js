import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{f as i}from"./chunk-WOQA24HK.js";import"./chunk-4IZI2TEY.js";import"./chunk-PQ7M7EY4.js";import{mkdir as n,writeFile as l}from"node:fs/promises";import a from"node:path";var h=`# Reviews pull requests to this list, with suggestions that can be applied by a click.
name: awesome-doctor

# This event lets the review be written on pull requests from forks, too. It is safe because the code of the
# pull request is neither checked out nor run; add no step that does so.
on: pull_request_target

permissions: {}

concurrency:
  group: awesome-doctor-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  review:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: awesome-doctor/awesome-doctor@v1
`,u=`# What awesome-doctor looks at, and how strictly. Everything here is optional;
# what is commented out shows what holds, or how it is written.

# Which files are lists. Without it: the readme.
# files: [readme.md, "lists/**/*.md"]

# Whether the files together are one list, so that doubles are searched across them;
# files in different languages never are.
# one-list: false

# default: broken things are errors, matters of style are measured against the list itself.
# awesome: the guidelines of sindresorhus/awesome. strict: both, as errors.
# preset: default

# Single rules: off, warn or error. \`awesome-doctor rules\` lists them.
# rules:
#   entry-marker-style: off
#   entry-unique: error

# What differs for some of the files; where several of these fit a file, the later ones win.
# overrides:
#   - files: ["translations/**"]
#     rules: {text-spelling: off}
#     preset: default

# How links are asked about. What never to ask, how long to wait for an answer,
# and which networks or hosts may be asked although they are private.
# links:
#   exclude: ["https://example.org/**"]
#   timeout: 20s
#   allow-private: ["10.1.0.0/16", "wiki.corp.example:8443"]

# What makes a run fail: error, warning or never.
# fail-on: error
`,f={".github/workflows/awesome-doctor.yml":h,".github/awesome-doctor.yml":u};async function p(r){let e=[];for(let[s,t]of Object.entries(f))e.push(`${await c(r,s,t)}
`);return e.join("")}async function c(r,e,s){let t=a.join(r,e);try{await n(a.dirname(t),{recursive:!0}),await l(t,s,{flag:"wx"})}catch(o){if(o.code==="EEXIST")return`${e} is there already and was left alone.`;throw i(o,e,"written")}return`${e} was written.`}export{p as init};
