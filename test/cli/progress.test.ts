import {PassThrough} from 'node:stream'
import {expect, test} from 'vitest'
import {progressOn, slowest} from '../../src/cli/progress.ts'

const counts = {alive: 0, moved: 0, dead: 0, unsure: 0, skipped: 0}

/** What is written to a stream by whoever tells of progress. */
function written(isTTY: boolean): string {
  const stderr = Object.assign(new PassThrough({encoding: 'utf8'}), {isTTY})
  const progress = progressOn(stderr)
  progress.repositories(100, 240)
  progress.links({done: 3, total: 3, counts: {...counts, alive: 2, dead: 1}, resting: 1})
  progress.copies(0, 1)
  progress.end()
  return stderr.read() ?? ''
}

test('someone at a terminal hears what is waited for, on one line that goes away', () => {
  expect(written(true).split('\r\x1b[2K')).toEqual([
    '',
    'Asked GitHub about 100 of 240 repositories',
    '[====================] Asked 3 of 3 links: 2 alive, 1 dead; 1 host wants to rest',
    'Looked for copies of 0 of 1 dead pages in the Wayback Machine',
    ''
  ])
})

test('a pipe hears nothing', () => {
  expect(written(false)).toBe('')
})

test('only hosts that took long are called slow', () => {
  const hosts = [
    {host: 'a.example', requests: 9, answering: 900, paused: 0},
    {host: 'b.example', requests: 2, answering: 3_000, paused: 20},
    {host: 'c.example', requests: 4, answering: 400, paused: 5_100}
  ]
  expect(slowest(hosts)).toBe(
    'Slowest hosts\n  c.example: 4 × 0.1 s, wanted to rest for 5.1 s\n  b.example: 2 × 1.5 s\n'
  )
  expect(slowest(hosts.slice(0, 1))).toBe('')
})
