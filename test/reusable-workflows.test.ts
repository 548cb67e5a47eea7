import {readFileSync} from 'node:fs'
import {describe, expect, it, test} from 'vitest'
import {parse} from 'yaml'
import {ownWorkflows, shownWorkflows} from './workflow-texts.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
}

interface Workflow {
  readonly on: {
    readonly workflow_call?: {readonly inputs: Readonly<Record<string, {readonly default: unknown; type: string}>>}
  }
  readonly permissions?: unknown
  readonly concurrency?: {readonly group: string; readonly 'cancel-in-progress': unknown}
  readonly jobs: Readonly<Record<string, Job>>
}

const {inputs, outputs} = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'))
const ours = 'awesome-doctor/awesome-doctor@v1'
const reusable = ownWorkflows()
  .map(({name, text}) => ({name, text, workflow: parse(text) as Workflow}))
  .filter(({workflow}) => workflow.on.workflow_call !== undefined)
const calls = shownWorkflows()
  .map(({name, text}) => ({name, workflow: parse(text) as Workflow}))
  .filter(({workflow}) => Object.values(workflow.jobs).some(job => job.uses !== undefined))

test('there are two, and lines to call each', () => {
  expect(reusable.map(({name}) => name)).toEqual(['.github/workflows/audit.yml', '.github/workflows/review.yml'])
  expect(calls.length).toBeGreaterThanOrEqual(5)
})

describe.each(reusable)('$name', ({text, workflow}) => {
  const steps = Object.values(workflow.jobs).flatMap(job => job.steps ?? [])

  it('runs this action, and others by their commit', () => {
    expect(steps.filter(step => 'run' in step || 'env' in step)).toEqual([])
    for (const {uses} of steps)
      if (uses !== ours) expect(text).toMatch(new RegExp(`uses: ${uses} # v\\d+\\.\\d+\\.\\d+\n`))
    for (const {uses} of steps)
      expect(uses).toMatch(/^awesome-doctor\/awesome-doctor@v1$|^actions\/[\w-]+@[\da-f]{40}$/)
  })

  it('gives inputs and takes outputs that there are, and uses all of its own', () => {
    for (const {uses, with: given = {}} of steps)
      if (uses === ours) expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
    const taken = [...text.matchAll(/steps\.\w+\.outputs\.([\w-]+)/g)].map(([, name]) => name)
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(taken))
    for (const name of Object.keys(workflow.on.workflow_call!.inputs)) expect(text).toContain(`inputs.${name}`)
  })

  it('has the defaults of the action', () => {
    for (const [name, {default: otherwise}] of Object.entries(workflow.on.workflow_call!.inputs))
      if (name in inputs && name !== 'shards') expect(String(otherwise), name).toBe(inputs[name].default)
  })

  it('leaves the rights to whoever calls it, but where reading is enough', () => {
    expect(workflow.permissions).toBeUndefined()
    const {review, audit, ...others} = workflow.jobs
    expect((review ?? audit)!.permissions).toBeUndefined()
    for (const job of Object.values(others)) expect(job.permissions).toEqual({contents: 'read'})
  })

  it('puts nothing into an expression that a stranger writes', () => {
    const expressions = [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, expression]) => expression!)
    for (const one of expressions)
      expect(one).not.toMatch(/github\.(?!token\b|event_name\b|run_id\b|event\.(?:pull_request|issue)\.number\b)/)
  })
})

test('two audits never run at once, and none is ended by the next', () => {
  const {concurrency} = reusable.find(({name}) => name.endsWith('/audit.yml'))!.workflow
  expect(concurrency).toEqual({group: 'awesome-doctor-audit', 'cancel-in-progress': false})
})

test('the merge reads what shards of the same run have written, and nothing else', () => {
  const {jobs} = reusable.find(({name}) => name.endsWith('/audit.yml'))!.workflow
  const stepOf = (job: string, action: string) =>
    jobs[job]!.steps!.find(({uses}) => uses?.startsWith(`actions/${action}@`))!
  const [written, read] = [stepOf('ask', 'upload-artifact'), stepOf('audit', 'download-artifact')]
  expect(written.with).toMatchObject({name: expect.stringMatching(/^awesome-doctor-answers-/), path: 'answers'})
  expect(read.with).toEqual({pattern: 'awesome-doctor-answers-*', path: 'answers'})
  for (const job of ['ask', 'audit'])
    expect(jobs[job]!.steps!.find(({uses}) => uses === ours)!.with).toMatchObject({answers: 'answers'})
})

describe.each(calls)('$name', ({workflow}) => {
  it.each(Object.entries(workflow.jobs))('%s gives what there is to be given, and the rights for it', (_, job) => {
    const [, file] = /^awesome-doctor\/awesome-doctor\/(\.github\/workflows\/\w+\.yml)@v1$/.exec(job.uses!)!
    const called = reusable.find(({name}) => name === file)!.workflow
    expect(Object.keys(called.on.workflow_call!.inputs)).toEqual(expect.arrayContaining(Object.keys(job.with ?? {})))
    const mends = job.with?.['fix'] === 'pull-request'
    expect(job.permissions).toEqual(
      file!.endsWith('/review.yml')
        ? {contents: 'read', 'pull-requests': 'write'}
        : {
            contents: mends ? 'write' : 'read',
            issues: 'write',
            ...(mends && {'pull-requests': 'write'})
          }
    )
  })
})
