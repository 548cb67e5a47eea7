import {expect, test} from 'vitest'
import {parseState, printState} from '../../src/job/state-text.ts'
import {mayBeTold, parseAnswers, parseShard, printAnswers, type ShardAnswers} from '../../src/links/answers-text.ts'
import type {Seen} from '../../src/links/memory.ts'

const now = Date.UTC(2026, 0, 1)
const answers = (seen: Readonly<Record<string, Seen['fact'] | Seen>>): ShardAnswers => ({
  shard: {index: 2, count: 3},
  commit: 'abc1234',
  seen: new Map(Object.entries(seen).map(([url, one]) => [url, 'fact' in one ? one : {fact: one, at: now}])),
  network: 'there'
})

test('what is written comes back', () => {
  const all = answers({
    'https://a.example/': {
      ...{fact: {status: 'alive', code: 200, fragments: {here: true, gone: false}}, at: now},
      ...{etag: '"1"', modified: 'Thu, 01 Jan 2026 00:00:00 GMT', looked: ['gone', 'here', 'unclear']}
    },
    'https://b.example/': {status: 'moved', code: 200, to: 'https://c.example/#x', sure: true},
    'https://d.example/': {status: 'unsure', reason: 'no answer in time'},
    'http://e.example/': {status: 'alive', code: 200, https: 'https://e.example/'}
  })
  const read = parseAnswers(printAnswers(all), now)
  expect(read).toMatchObject({shard: {index: 2, count: 3}, commit: 'abc1234', network: 'there', damaged: 0})
  expect([...read!.untold]).toEqual([])
  for (const [address, one] of all.seen) expect(read!.seen.get(address)).toEqual({looked: [], ...one})
  expect(read!.seen.size).toBe(4)
})

test('what cannot be written as it is, is not told; what may not be written is not there', () => {
  const text = printAnswers(
    answers({
      'https://a.example/': {status: 'unsure', reason: 'x'.repeat(400)},
      'https://b.example/': {status: 'unsure', reason: 'it leads to https://b.example/?token=1'},
      'https://c.example/': {status: 'moved', to: 'https://d.example/?token=1'},
      'https://d.example/': {status: 'skipped', reason: 'a private address is not asked'},
      'https://e.example/?token=1': {status: 'alive'},
      'https://f.example/': {fact: {status: 'alive'}, at: now, etag: 'no etag'}
    })
  )
  expect(text).not.toContain('token')
  const read = parseAnswers(text, now)
  expect([...read!.untold]).toEqual(['a', 'b', 'c', 'd'].map(name => `https://${name}.example/`))
  expect([...read!.seen]).toEqual([['https://f.example/', {fact: {status: 'alive'}, at: now, looked: []}]])
  expect(mayBeTold('https://e.example/?token=1')).toBe(false)
})

test.each([
  [''],
  ['# Awesome\n'],
  [printState({memory: new Map(), audits: []})],
  ['{"version":2,"tool":"awesome-doctor/answers","shard":"1/1","network":"there","lines":0}\n'],
  ['{"version":1,"tool":"awesome-doctor/answers","shard":"2/1","network":"there","lines":0}\n'],
  ['{"version":1,"tool":"awesome-doctor/answers","shard":"1/1","network":"there","lines":-1}\n'],
  ['{"version":1,"tool":"awesome-doctor/answers","shard":"1/1","network":"gone","lines":0}\n'],
  ['{"version":1,"tool":"awesome-doctor/answers","shard":"1/1","network":"there","lines":0,"commit":"`rm`"}\n']
])('%j has no answers', text => {
  expect(parseAnswers(text, now)).toBeUndefined()
})

test('lines that are missing, twice, unsound or too many are counted or left out', () => {
  const header = '{"version":1,"tool":"awesome-doctor/answers","shard":"1/1","network":"missing","lines":6}'
  const good = '{"address":"https://a.example/","status":"alive","seen":"2026-01-01T00:00:00Z"}'
  const lines = [
    header,
    good,
    good,
    good.replace('a.example', 'b.example').replace('2026', '2027'),
    '{"address":"https://c.example/","status":"dead"}',
    '{"address":"javascript:alert(1)"}',
    '{"address"',
    good.replace('a.example', 'z.example')
  ]
  const read = parseAnswers(`${lines.join('\n')}\n`, now)
  expect([...read!.seen.keys()]).toEqual(['https://a.example/'])
  expect(read).toMatchObject({damaged: 5, network: 'missing'})
})

test('answers are no link memory', () => {
  expect(parseState(printAnswers(answers({})), now)).toBeUndefined()
})

test('a shard is a number and of how many', () => {
  expect(parseShard('20/256')).toEqual({index: 20, count: 256})
  for (const text of ['0/1', '2/1', '1/257', '1', '', '1/2/3', ' 1/2']) expect(parseShard(text)).toBeUndefined()
})
