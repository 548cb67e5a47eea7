import {mkdir, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test as plainTest} from 'vitest'
import {failed} from '../../src/app/outcome.ts'
import type {Job} from '../../src/app/queue/queue.ts'
import {folderStates} from '../../src/app/states.ts'

const test = plainTest.extend<{folder: string}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'states-'))
    await use(folder)
    await rm(folder, {recursive: true})
  }
})

const job: Job = {
  id: 'a',
  work: {installation: 9, repositoryId: 1, owner: 'octo-org', repo: 'awesome', kind: 'review', number: 1},
  failures: 0,
  begunBefore: 'no',
  isLast: false
}

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error
  )

const verdictOf = (error: unknown) => failed(error, job).verdict

test('a disk that fails is not held against the repository: the work is tried again', async ({folder}) => {
  const file = path.join(folder, 'repositories', '1.jsonl')
  const states = folderStates(folder)
  const state = await states.open(1)
  await mkdir(file, {recursive: true})
  expect(verdictOf(await thrown(states.open(1)))).toMatchObject({
    kind: 'again',
    error: expect.stringContaining('is a folder')
  })
  const kept = state.keep(state.memory, {audit: '2026-01-01T00:00:00Z', files: 1, errors: 0, warnings: 0})
  expect(verdictOf(await thrown(kept))).toMatchObject({kind: 'again'})
})
