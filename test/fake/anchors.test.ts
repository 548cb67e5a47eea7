import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {runs} from '../property.ts'
import {anchorsOf} from './anchors.ts'
import {type Git, openGit} from './git.ts'

let folder: string
let git: Git
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchors-'))
  git = await openGit(folder)
})
afterAll(() => rm(folder, {recursive: true, force: true}))

test('both sides, positions and hunks of a patch', () => {
  const anchors = anchorsOf(
    '@@ -1,2 +1,2 @@ heading\n-@@ -9 +9 @@\n+++ plus\n same\n@@ -8 +8,2 @@\n eight\n+nine\n\\ No newline at end of file'
  )
  expect(anchors.at('LEFT', 1)).toMatchObject({hunk: 0, position: 1})
  expect(anchors.at('RIGHT', 1)).toMatchObject({hunk: 0, position: 2})
  expect(anchors.at('LEFT', 2)).toMatchObject({hunk: 0, position: 3})
  expect(anchors.at('RIGHT', 9)).toMatchObject({hunk: 1, position: 6, diffHunk: '@@ -8 +8,2 @@\n eight\n+nine'})
  expect(anchors.at('RIGHT', 3)).toBeUndefined()
  expect(anchors.atPosition(1)).toEqual({side: 'LEFT', line: 1})
  expect(anchors.atPosition(4)).toBeUndefined()
})

const signature = {name: 'a', email: 'a@example.com', date: '2026-01-01T00:00:00Z'}
const someLines = fc.array(fc.constantFrom('a', 'b', '', '@@ -1 +1 @@', '-x', '+y'), {maxLength: 30})

test('anchored lines are those that the files really have there', async () => {
  await fc.assert(
    fc.asyncProperty(someLines, someLines, async (before, after) => {
      const old = await git.commit(undefined, {'a.md': before.join('\n')}, 'old', signature)
      const next = await git.commit(old, {'a.md': after.join('\n')}, 'new', signature)
      const [change] = await git.diff(old, next)
      const shown = (change?.patch ?? '').split('\n')
      for (const [side, lines] of [
        ['LEFT', before],
        ['RIGHT', after]
      ] as const) {
        lines.forEach((line, index) => {
          const anchor = change?.anchors.at(side, index + 1)
          if (anchor) expect(shown[anchor.position]?.slice(1)).toBe(line)
        })
      }
    }),
    runs(25)
  )
})
