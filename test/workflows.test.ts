import {readFile} from 'node:fs/promises'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'

interface Job {
  readonly if?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Readonly<Record<string, unknown>>[]
}

interface Workflow {
  readonly name: string
  readonly on: unknown
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const page = await readFile(new URL('../docs/pull-requests.md', import.meta.url), 'utf8')
const texts = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)]
  .map(([, text = '']) => text)
  .filter(text => /^jobs:/m.test(text))
const workflows = texts.map(text => parse(text) as Workflow)

const eventsOf = ({on}: Workflow): readonly string[] => (typeof on === 'string' ? [on] : Object.keys(on as object))

/** What the job of each event may do, and no more. */
const rights: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pull_request_target: {contents: 'read', 'pull-requests': 'write'},
  pull_request: {contents: 'read', 'pull-requests': 'read'},
  'pull_request merge_group': {contents: 'read', 'pull-requests': 'write'},
  workflow_run: {contents: 'read', 'pull-requests': 'write'},
  issue_comment: {contents: 'write', 'pull-requests': 'write'}
}

it('the page on pull requests has a workflow for each way', () => {
  expect(workflows.map(workflow => eventsOf(workflow).join(' ')).toSorted()).toEqual(Object.keys(rights).toSorted())
})

describe.each(workflows.map((workflow, index) => ({workflow, text: texts[index]!, name: workflow.name})))(
  '$name',
  ({workflow, text}) => {
    const jobs = Object.values(workflow.jobs)

    it('hands out what it needs, job by job', () => {
      expect(workflow.permissions).toEqual({})
      for (const {permissions} of jobs) expect(permissions).toEqual(rights[eventsOf(workflow).join(' ')])
    })

    it('runs nothing but this action', () => {
      for (const {steps} of jobs) {
        expect(steps.map(step => step['uses'])).toEqual(['awesome-doctor/awesome-doctor@v1'])
        expect(steps.filter(step => 'run' in step || 'env' in step)).toEqual([])
      }
    })

    it('has no expression but numbers', () => {
      const expressions = [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, expression = '']) => expression)
      for (const expression of expressions)
        expect(expression).toMatch(/^github\.event\.(?:pull_request|issue)\.number$/)
    })

    it('gives only inputs that there are', async () => {
      const {inputs} = parse(await readFile('action.yml', 'utf8'))
      for (const step of jobs.flatMap(({steps}) => steps))
        expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step['with'] ?? {})))
    })
  }
)

it('the second stage follows the first by its name, and waits for its approval', () => {
  const first = workflows.find(workflow => eventsOf(workflow).join() === 'pull_request')!
  const second = workflows.find(workflow => eventsOf(workflow).includes('workflow_run'))!
  expect(second.on).toEqual({workflow_run: {workflows: [first.name], types: ['completed']}})
  expect(second.jobs['review']!.if).toContain('github.event.workflow_run.conclusion')
})
