import {expect, test} from 'vitest'
import {annotate, noticesOf} from '../../src/report/annotations.ts'
import {reportOf, type Sketch} from './sketches.ts'

const sketches = (count: number, severity: 'error' | 'warning'): readonly Sketch[] =>
  Array.from({length: count}, (_, index) => ({line: index + 1, severity, reason: `${severity} ${index}`}))

test('errors first, ten of a kind, and the room that others take is left', () => {
  const report = reportOf('a.md', 'x\n'.repeat(20), [...sketches(12, 'warning'), ...sketches(12, 'error')])
  const whole = annotate([report], 0)
  expect(whole.shown.map(({level}) => level)).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning')])
  expect(whole.left).toBe(4)
  const failing = annotate([report], 1)
  expect(failing.shown.filter(({level}) => level === 'error')).toHaveLength(9)
  expect(failing.left).toBe(5)
})

test('what is silenced or outside of the change is neither shown nor left', () => {
  const report = reportOf('a.md', 'x\n', [
    {line: 1, suppressed: true},
    {line: 1, changed: false}
  ])
  expect(annotate([report], 0)).toEqual({shown: [], left: 0})
})

test('a message is cut where GitHub would cut it, never inside a character', () => {
  const [shown] = annotate([reportOf('a.md', 'x\n', [{line: 1, reason: `y${'😀'.repeat(3000)}`}])], 0).shown
  expect(shown?.message.length).toBeLessThanOrEqual(4000)
  expect(shown?.message).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
})

test('ten notices, of which the last tells of the others', () => {
  const notes = Array.from({length: 12}, (_, index) => `Note ${index}.`)
  expect(noticesOf(notes.slice(0, 10))).toEqual(notes.slice(0, 10))
  expect(noticesOf(notes)).toEqual([...notes.slice(0, 9), 'The summary has 3 more notes.'])
})
