import {expect, test} from 'vitest'
import {parsePatch} from '../../src/lint/changed-lines.ts'

test('a patch says which lines it shows and which it adds', () => {
  const patch = [
    '@@ -1,4 +1,5 @@ heading',
    ' a',
    '-b',
    '+B',
    '+C',
    ' d',
    ' e',
    '@@ -20 +21,0 @@',
    '-x',
    '@@ -30,0 +30,2 @@',
    '+y',
    '+z',
    '\\ No newline at end of file'
  ]
  expect(parsePatch(patch.join('\n'))).toEqual({
    hunks: [
      {start: 1, end: 5},
      {start: 30, end: 31}
    ],
    added: [2, 3, 30, 31],
    removed: ['b', 'x']
  })
})

test('lines that look like headers are lines', () => {
  const patch = '--- a/f\n+++ b/f\n@@ -1,2 +1,3 @@\n---- x\n+++ y\n+@@ -1 +1 @@\n+-- z\n\n'
  expect(parsePatch(patch)).toEqual({hunks: [{start: 1, end: 3}], added: [1, 2, 3], removed: ['--- x']})
})

test('no patch, no lines', () => {
  expect(parsePatch('')).toEqual({hunks: [], added: [], removed: []})
})
