import type {Command} from './options.ts'

const general = `Keeps awesome lists healthy: finds what is broken or out of style, and mends it.

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
`

const lint = `Looks at awesome lists and reports what it finds.

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
`

const rules = `Tells what the rules want, and why.

Usage
  awesome-doctor rules        all rules, one a line
  awesome-doctor rules ID     one rule, with examples

Options
  --format json         for programs
  --no-color, --help
`

const init = `Looks at the list in the folder it is run in, and writes what suits it:
a workflow (.github/workflows/awesome-doctor.yml), a commented config (.github/awesome-doctor.yml),
and where there are findings, a baseline (.github/awesome-doctor-baseline.json) that names them, so
that only what is new is told. Files that exist are left alone.

Usage
  awesome-doctor init

Options
  --dry-run             write nothing, print what would be written
  --help
`

const review = `Reviews a pull request on GitHub as the Action does: one review, on the lines that it changes.

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
`

const audit = `Looks at whole repositories: all lists, all rules, all links.

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
`

const serve = `Runs the GitHub App: reviews pull requests, answers comments, audits lists every day.

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
`

const pages: Readonly<Record<Command, string>> = {
  lint,
  rules,
  init,
  review,
  audit,
  serve
}

/** The help of a command, or of the whole. */
export const helpOf = (command: Command | undefined): string => (command ? pages[command] : general)
