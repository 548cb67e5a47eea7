import {expect, test} from 'vitest'
import type {Facts} from '../../src/document/facts.ts'
import type {examine} from '../../src/job/examine.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import {commentsOf, list, markersOf, routes, scene, sick} from './review-scene.ts'

const many = (count: number) => Array.from({length: count}, (_, index) => `-[E${index}](https://e${index}.example)`)

/** A linter that finds nothing, and the facts that it was given. */
const watcher = () => {
  const seen: (Facts | undefined)[] = []
  const linter: typeof examine = async ({path, text, facts}) => {
    seen.push(facts)
    return {path, text, diagnostics: []}
  }
  return {seen, examine: linter}
}

test('three thousand files are listed, and it is said that there may be more', async () => {
  const files = Object.fromEntries(Array.from({length: 3001}, (_, index) => [`data/${index}.txt`, 'x\n']))
  const {github, run} = await scene({...files, 'README.md': sick})
  const {seen, examine} = watcher()
  const outcome = await run({examine})
  expect(github.requests(routes.files)).toHaveLength(30)
  expect(outcome.notes).toEqual(['GitHub lists 3000 changed files at most; what is beyond was not looked at.'])
  expect(seen).toEqual([{}])
})

test('between commits it is three hundred', async () => {
  const files = Object.fromEntries(Array.from({length: 301}, (_, index) => [`data/${index}.txt`, 'x\n']))
  const {repository, pull, run} = await scene({...files, 'README.md': sick})
  const base = (await repository.sha('main'))!
  const outcome = await run({change: {kind: 'commits', base, head: pull.headSha}, show: 'annotations'})
  expect(outcome).toMatchObject({outcome: 'findings', errors: 2})
  expect(outcome.notes).toEqual(['GitHub lists 300 changed files at most; what is beyond was not looked at.'])
})

test('thirty comments, the rest is listed, and moves up with the next pushes', async () => {
  const {repository, pull, run} = await scene({'README.md': list(...many(70))})
  await run()
  expect(commentsOf(pull)).toHaveLength(30)
  expect(findMarkers(pull.reviews[0]!.body)).toHaveLength(41)
  for (const [count, text] of [
    [60, 'x'],
    [70, 'y'],
    [70, 'z']
  ] as const) {
    await repository.push(pull, {'other.txt': text})
    await run()
    expect(commentsOf(pull)).toHaveLength(count)
  }
  expect(pull.reviews).toHaveLength(3)
  expect(new Set(markersOf(pull)).size).toBe(70)
})

test('a line with hundreds of findings: what no comment can hold is listed', async () => {
  const crowd: typeof examine = async ({path, text}) => ({
    path,
    text,
    diagnostics: Array.from({length: 900}, (_, index) => ({
      rule: 'text-spelling',
      severity: 'warning' as const,
      reason: `Slip ${index}: ${'`y` '.repeat(400)}`,
      url: 'https://docs.example/rules#text-spelling',
      path,
      place: {start: {line: 6, column: 1, offset: 60}, end: {line: 6, column: 2, offset: 61}},
      changed: true,
      fingerprint: `n${index}`
    }))
  })
  const {pull, run} = await scene({'README.md': sick})
  expect(await run({examine: crowd})).toMatchObject({warnings: 900, show: 'review', notes: []})
  expect(commentsOf(pull)).toHaveLength(1)
  expect(commentsOf(pull)[0]!.body.length).toBeLessThan(65_536)
  expect(pull.reviews[0]!.body.length).toBeLessThanOrEqual(65_536)
  expect(pull.reviews[0]!.body).toContain('more lines were cut: GitHub takes 65536 characters at most.')
})

test('a list that is too large to be one is not read', async () => {
  const {run} = await scene({'README.md': 'x\n'.repeat(9_000_000)})
  expect(await run()).toMatchObject({outcome: 'clean', notes: ['`README.md` was not read: it is too large.']})
})

test('what GitHub does not give for its size is not read', async () => {
  const {github, run} = await scene({'README.md': sick})
  const message = 'The requested blob is too large to fetch via the API, but you can always clone the repository.'
  const errors = [{resource: 'Blob', field: 'data', code: 'too_large'}]
  github.fault({route: routes.contents, status: 403, body: {message, errors}})
  expect(await run()).toMatchObject({outcome: 'clean', notes: ['`README.md` was not read: it is too large.']})
})

test('of more than a hundred changed lists the first are read', async () => {
  const files = Object.fromEntries(Array.from({length: 105}, (_, index) => [`lists/${index}.md`, list()]))
  const {github, run} = await scene(files)
  const outcome = await run({overrides: {files: ['lists/*.md']}})
  expect(outcome.notes).toEqual(['Of 105 changed lists, the first 100 were read.'])
  expect(github.requests(routes.contents)).toHaveLength(100)
})
