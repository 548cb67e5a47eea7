import {hash} from 'node:crypto'
import type {Config} from '../lint/config.ts'

/** What `init` writes, and where. */
export const initFiles = {
  workflow: '.github/workflows/awesome-doctor.yml',
  config: '.github/awesome-doctor.yml',
  baseline: '.github/awesome-doctor-baseline.json'
} as const

/** Where the workflows are that ours calls. */
const ours = 'awesome-doctor/awesome-doctor/.github/workflows'

/**
 * The workflow: reviews of pull requests, and audits twice a week, since what is gone twice is called dead.
 * @param name of the repository: each has its own hour, so that not all of them ask the same hosts at once
 */
export function workflowText(name: string): string {
  const number = Number.parseInt(hash('sha256', name, 'hex').slice(0, 8), 16)
  const days = [number % 7, (number + 3) % 7].sort()
  const cron = `${number % 60} ${number % 24} * * ${days.join(',')}`
  return `# Reviews pull requests to this list, with suggestions that can be applied by a click, and looks at the whole list
# and all its links twice a week.
name: awesome-doctor

on:
  # This event lets the review be written on pull requests from forks, too. It is safe because the code of the
  # pull request is neither checked out nor run; add no job that does so.
  pull_request_target:
  schedule:
    - cron: '${cron}'
  workflow_dispatch:

permissions: {}

jobs:
  review:
    if: github.event_name == 'pull_request_target'
    permissions:
      contents: read
      pull-requests: write
    uses: ${ours}/review.yml@v1

  # Keeps one issue up to date with what there is to do, and closes it when there is nothing. To be sent the safe fixes
  # as a pull request, too, add \`contents: write\` and \`pull-requests: write\`, and below \`uses\`:
  #   with:
  #     fix: pull-request
  audit:
    if: github.event_name != 'pull_request_target'
    permissions:
      contents: read
      issues: write
    uses: ${ours}/audit.yml@v1
`
}

const flow = (values: readonly string[]): string => `[${values.map(value => JSON.stringify(value)).join(', ')}]`

/** The config: what is set, and as comments what could be. */
export function configText({files, oneList, preset, baseline}: Config): string {
  const isOne = oneList ? 'one-list: true' : '# one-list: false'
  return `# What awesome-doctor looks at, and how strictly. Everything here is optional;
# what is commented out shows what holds, or how it is written.

# Which files are lists. Without it: the readme.
${files.length > 0 ? `files: ${flow(files)}` : '# files: [readme.md, "lists/**/*.md"]'}

# Whether the files together are one list, so that doubles are searched across them;
# files in different languages never are.
${isOne}

# default: broken things are errors, matters of style are measured against the list itself.
# awesome: the guidelines of sindresorhus/awesome. strict: both, as errors.
${preset === 'default' ? '# preset: default' : `preset: ${preset}`}

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

# Findings that were there when this was written. They are not told until somebody mends them:
# \`awesome-doctor --fix --prune-baseline\` mends what is safe to mend, and takes out what is mended.
${baseline ? `baseline: ${baseline.file}` : `# baseline: ${initFiles.baseline}`}
`
}
