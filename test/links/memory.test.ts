import {describe, expect, test} from 'vitest'
import type {LinkFact} from '../../src/document/facts.ts'
import {
  forget,
  isConfirmed,
  type Memory,
  recall,
  remember,
  rememberCaptures,
  type Seen,
  unconfirmed,
  wantsCapture
} from '../../src/links/memory.ts'

const a = 'https://a.example/'
const hour = 3_600_000
const day = 24 * hour
const start = Date.parse('2026-01-01T00:00:00Z')

const nothing: Memory = new Map()
const once = (memory: Memory, fact: LinkFact, at: number, more: Partial<Seen> = {}, address = a): Memory =>
  remember(memory, new Map([[address, {fact, at, ...more}]]))

type Run = readonly [days: number, fact: LinkFact]

/** Memory after runs of one address, each so many days after the start. */
const runsOf = (...runs: readonly Run[]): Memory =>
  runs.reduce((memory, [days, fact]) => once(memory, fact, start + days * day), nothing)

const alive: LinkFact = {status: 'alive', code: 200}
const moved: LinkFact = {status: 'moved', code: 301, to: 'https://b.example/'}
const dead: LinkFact = {status: 'dead', code: 404, reason: 'it answers 404'}
const blocked: LinkFact = {status: 'unsure', code: 403, reason: 'it answers 403'}
const broken: LinkFact = {status: 'unsure', code: 502, reason: 'it answers 502'}
const silent: LinkFact = {status: 'unsure', reason: 'it does not answer'}

/** Days, to the tenth, for which what is remembered will do without asking. */
function freshFor(memory: Memory, from: number, address = a): number {
  let tenths = 0
  while (recall(memory, address, from + (tenths * day) / 10)?.fresh) tenths += 1
  return tenths / 10
}

describe('how long it will do', () => {
  test.each([
    ['a page that is gone for good', {status: 'dead', code: 410}, 0.9],
    ['a host that does not exist', {status: 'dead'}, 0.9],
    ['a page that was not found once', dead, 0],
    ['a wall', blocked, 0.9],
    ['a limit', {status: 'unsure', code: 429}, 0.9],
    ['a made-up code', {status: 'unsure', code: 999}, 0.9],
    ['a challenge with a good code', {status: 'unsure', code: 202}, 0.9],
    ['trouble of the server', broken, 0],
    ['a loop', {status: 'unsure', code: 302}, 0],
    ['no answer', silent, 0]
  ] as const)('%s', (_, fact, days) => {
    expect(freshFor(runsOf([0, fact]), start)).toBe(days)
  })

  test('a page that was not found on two runs', () => {
    expect(freshFor(runsOf([0, dead], [0.01, dead]), start + 0.01 * day)).toBe(0.9)
    expect(freshFor(runsOf([0, dead], [1, alive], [2, dead]), start + 2 * day)).toBe(0)
  })

  test.each([
    ['alive', alive],
    ['moved', moved]
  ] as const)('%s: a week, a fifth more or less, always the same for an address', (_, fact) => {
    const addresses = Array.from({length: 200}, (_, index) => `https://a.example/${index}`)
    const memory = addresses.reduce((before, address) => once(before, fact, start, {}, address), nothing)
    const days = addresses.map(address => freshFor(memory, start, address))
    expect(Math.min(...days)).toBeGreaterThanOrEqual(5.6)
    expect(Math.max(...days)).toBeLessThanOrEqual(8.5)
    expect(new Set(days).size).toBeGreaterThan(20)
    expect(addresses.map(address => freshFor(memory, start, address))).toEqual(days)
  })

  test('what was alive for long will do longer, up to a month; what moved will not', () => {
    const week = freshFor(runsOf([0, alive]), start)
    const steady = (days: number) => freshFor(runsOf([0, alive], [days, alive]), start + days * day)
    expect(steady(28)).toBeCloseTo(week, 0)
    expect(steady(60)).toBeCloseTo((week * 15) / 7, 0)
    expect(steady(120)).toBeCloseTo((week * 30) / 7, 0)
    expect(steady(1000)).toBe(steady(120))
    expect(freshFor(runsOf([0, moved], [1000, moved]), start + 1000 * day)).toBeCloseTo(week, 0)
  })

  test('a failure in between starts that anew; a wall does not', () => {
    const week = freshFor(runsOf([0, alive]), start)
    expect(freshFor(runsOf([0, alive], [119, silent], [120, alive]), start + 120 * day)).toBe(week)
    expect(freshFor(runsOf([0, alive], [119, blocked], [120, alive]), start + 120 * day)).toBeGreaterThan(3 * week)
  })

  test('what was seen in the future was not', () => {
    expect(recall(runsOf([1, alive]), a, start)?.fresh).toBe(false)
  })

  test('nobody knows an address that nobody asked', () => {
    expect(recall(runsOf([0, alive]), 'https://b.example/', start)).toBeUndefined()
    expect(recall(nothing, '__proto__', start)).toBeUndefined()
  })
})

describe('fragments', () => {
  const fact: LinkFact = {...alive, fragments: {here: true, gone: false}}
  const memory = once(nothing, fact, start, {looked: ['here', 'gone', 'hidden']})
  const fresh = (...names: readonly string[]) => recall(memory, a, start, names)?.fresh

  test('will do if all were looked for that are wanted', () => {
    expect(fresh()).toBe(true)
    expect(fresh('here', 'gone', 'hidden')).toBe(true)
    expect(fresh('here', 'other')).toBe(false)
    expect(fresh('constructor')).toBe(false)
  })

  test('are told as far as they are known', () => {
    expect(recall(memory, a, start)?.fact).toEqual(fact)
  })

  test('do not matter on a dead page', () => {
    expect(recall(runsOf([0, dead], [1, dead]), a, start + day, ['here'])?.fresh).toBe(true)
  })

  test('may have any name', () => {
    const odd = once(nothing, alive, start, {looked: ['__proto__', 'constructor', '', 'ü\n']})
    expect(recall(odd, a, start, ['__proto__', 'constructor', '', 'ü\n'])?.fresh).toBe(true)
    expect(recall(odd, a, start)?.fact).toEqual(alive)
  })

  test('too many are not kept, the rest is', () => {
    const many = once(nothing, alive, start, {looked: Array.from({length: 60}, (_, index) => `a${index}`)})
    expect(recall(many, a, start)?.fresh).toBe(true)
    expect(recall(many, a, start, ['a1'])?.fresh).toBe(false)
  })
})

describe('history', () => {
  const record = (...runs: readonly Run[]) => runsOf(...runs).get(a)

  test('failures are counted by run, from the first to the last', () => {
    expect(record([0, alive], [1, silent], [2, broken], [9, dead])).toMatchObject({
      status: 'dead',
      seen: '2026-01-10T00:00:00Z',
      alive: {since: '2026-01-01T00:00:00Z', last: '2026-01-01T00:00:00Z'},
      failing: {since: '2026-01-02T00:00:00Z', last: '2026-01-10T00:00:00Z', runs: 3}
    })
  })

  test.each([
    ['a success', alive],
    ['a move', moved],
    ['a wall', blocked]
  ] as const)('%s ends a failure', (_, fact) => {
    expect(record([0, silent], [1, silent], [2, fact])).not.toHaveProperty('failing')
    expect(record([0, silent], [1, silent], [2, fact], [3, silent])?.failing?.runs).toBe(1)
  })

  test('the last success outlives failures and walls', () => {
    const last = '2026-01-06T00:00:00Z'
    expect(record([0, alive], [5, alive], [6, silent], [7, blocked], [8, dead])?.alive).toEqual({since: last, last})
    expect(record([0, alive], [5, alive])?.alive).toEqual({since: '2026-01-01T00:00:00Z', last})
    expect(record([0, dead])).not.toHaveProperty('alive')
  })

  test('what was asked twice on a run counts once', () => {
    const before = runsOf([0, silent])
    const seen = new Map<string, Seen>([[a, {fact: silent, at: start + day}]])
    expect(remember(before, seen.set(a, {fact: dead, at: start + day + hour})).get(a)?.failing?.runs).toBe(2)
  })

  test('a clock that was set back does no harm', () => {
    expect(record([5, silent], [4, silent])?.failing).toEqual({
      since: '2026-01-05T00:00:00Z',
      last: '2026-01-05T00:00:00Z',
      runs: 2
    })
  })

  test('nothing that is given is changed', () => {
    const before = runsOf([0, alive])
    const copy = structuredClone(before)
    const fact = Object.freeze({...dead})
    once(before, fact, start + day)
    rememberCaptures(runsOf([0, dead]), new Map([[a, undefined]]), start)
    forget(before, new Set(), start + 1000 * day)
    expect(before).toEqual(copy)
  })
})

describe('what is kept', () => {
  test('the fact as it was told', () => {
    const fact: LinkFact = {
      ...moved,
      reason: 'it moved to `b.example`',
      sure: true,
      https: 'https://a.example/'
    }
    expect(recall(once(nothing, fact, start), a, start)?.fact).toEqual(fact)
  })

  test('validators that are such', () => {
    const good = once(nothing, alive, start, {etag: 'W/"a-1"', modified: 'Thu, 01 Jan 2026 00:00:00 GMT'})
    expect(good.get(a)).toMatchObject({etag: 'W/"a-1"', modified: 'Thu, 01 Jan 2026 00:00:00 GMT'})
    const bad = once(nothing, alive, start, {etag: `"${'a'.repeat(300)}"`, modified: 'yesterday\r\nCookie: b'}).get(a)
    expect(bad).toMatchObject({status: 'alive'})
    expect(bad).not.toHaveProperty('etag')
    expect(bad).not.toHaveProperty('modified')
  })

  test('of a reason one short line that can be seen', () => {
    const reasonOf = (reason: string) => once(nothing, {...silent, reason}, start).get(a)?.reason
    expect(reasonOf('one\r\ntwo\u001b[31m\u202ethree\u2028')).toBe('one two [31m three')
    expect(Array.from(reasonOf('😀'.repeat(1000)) ?? '')).toEqual(Array.from({length: 300}, () => '😀'))
    expect(reasonOf('\u0000')).toBeUndefined()
    expect(reasonOf('leads to `https://b.example/?token=1`')).toBeUndefined()
  })

  test.each([
    ['what was skipped', a, {status: 'skipped'}],
    ['an address with a password', 'https://me:pass@a.example/', alive],
    ['an address with a key', 'https://a.example/?key=1', alive],
    ['an address that leads to one with a signature', a, {...moved, to: 'https://b.example/?X-Amz-Signature=1'}],
    ['an address with a fragment', 'https://a.example/#b', alive],
    ['an address without end', `https://a.example/${'b'.repeat(5000)}`, alive],
    ['no address', 'a.example', alive],
    ['a move to nowhere', a, {status: 'moved'}]
  ] as const)('not %s', (_, address, fact) => {
    expect(once(nothing, fact, start, {}, address).size).toBe(0)
  })

  test('a move to a place on a page is kept with the place', () => {
    expect(once(nothing, {...moved, to: 'https://b.example/#c'}, start).get(a)?.to).toBe('https://b.example/#c')
    expect(once(nothing, {...moved, to: 'https://b.example/#token=1'}, start).size).toBe(0)
  })

  test('what was skipped stays as it was, what must not be kept goes', () => {
    const before = runsOf([0, alive])
    expect(once(before, {status: 'skipped'}, start + day)).toEqual(before)
    expect(once(before, {...moved, to: 'https://b.example/?token=1'}, start + day).size).toBe(0)
  })

  test('20,000 addresses are no burden', () => {
    const addresses = Array.from({length: 20_000}, (_, index) => `https://a.example/${index}`)
    const seen = new Map(addresses.map(address => [address, {fact: alive, at: start}]))
    const memory = remember(remember(nothing, seen), seen)
    expect(addresses.every(address => recall(memory, address, start)?.fresh)).toBe(true)
  })
})

describe('what an audit calls dead', () => {
  const confirmed = (fact: LinkFact, ...runs: readonly Run[]) => isConfirmed(fact, runsOf(...runs).get(a))

  test.each([
    ['gone for good', {status: 'dead', code: 410}],
    ['on no host', {status: 'dead', reason: 'no such host'}],
    ['unknown to GitHub', {status: 'dead', reason: 'there is no repository `a/b`, or it is private'}]
  ] as const)('is certain at once where it is %s', (_, fact) => {
    expect(confirmed(fact, [0, fact])).toBe(true)
    expect(isConfirmed(fact, undefined)).toBe(true)
  })

  test('was not found on two runs, with nothing but failures in between', () => {
    expect(confirmed(dead, [0, dead])).toBe(false)
    expect(confirmed(dead, [0, dead], [0.01, dead])).toBe(true)
    expect(confirmed(dead, [0, dead], [1, silent], [2, dead])).toBe(true)
    expect(confirmed(dead, [0, dead], [1, alive], [2, dead])).toBe(false)
    expect(confirmed(dead, [0, dead], [1, blocked], [2, dead])).toBe(false)
    expect(isConfirmed(dead, undefined)).toBe(false)
  })

  test('is nothing that is not dead', () => {
    for (const fact of [alive, moved, blocked, silent]) expect(confirmed(fact, [0, dead], [1, dead])).toBe(false)
  })

  test('is unsure until then, and says so', () => {
    const fact: LinkFact = {...dead, archived: 'https://web.archive.org/web/20200102030405/https://a.example/'}
    expect(unconfirmed(fact)).toEqual({
      status: 'unsure',
      code: 404,
      reason: 'it answers 404; an audit calls it dead when the next one finds the same'
    })
    expect(unconfirmed({status: 'dead', code: 404}).reason).toMatch(/^it seems to be gone; an audit/)
  })
})

describe('forgetting', () => {
  test('concerns what no list has and nobody saw for 90 days', () => {
    const memory = runsOf([0, alive])
    const left = (listed: readonly string[], days: number) => forget(memory, new Set(listed), start + days * day).size
    expect(left([], 90)).toBe(1)
    expect(left([], 91)).toBe(0)
    expect(left([a], 1000)).toBe(1)
  })
})

describe('captures', () => {
  const capture = 'https://web.archive.org/web/20200102030405/https://a.example/'
  const told = (answer: string | undefined, ...runs: readonly Run[]) =>
    rememberCaptures(runsOf(...runs), new Map([[a, answer]]), start)

  test('are wanted of dead pages only', () => {
    const wants = (fact: LinkFact) => wantsCapture(runsOf([0, fact]), a, start)
    expect(wants(dead)).toBe(true)
    expect([alive, moved, blocked, silent, {...dead, archived: capture}].map(wants)).toEqual(Array(5).fill(false))
    expect(wantsCapture(nothing, a, start)).toBe(false)
  })

  test('are kept for as long as the page is dead', () => {
    const memory = told(capture, [0, dead])
    expect(recall(memory, a, start)?.fact).toEqual({...dead, archived: capture})
    expect(wantsCapture(memory, a, start + 1000 * day)).toBe(false)
    const later = once(memory, dead, start + day)
    expect(later.get(a)).toMatchObject({archived: capture, failing: {runs: 2}})
    expect(once(later, alive, start + 2 * day).get(a)).not.toHaveProperty('archived')
  })

  test('of which there are none are asked for again after a month', () => {
    const memory = once(told(undefined, [0, dead]), dead, start + day)
    expect(wantsCapture(memory, a, start + 20 * day)).toBe(false)
    expect(wantsCapture(memory, a, start + 40 * day)).toBe(true)
    const found = rememberCaptures(memory, new Map([[a, capture]]), start + 40 * day)
    expect(found.get(a)).toMatchObject({archived: capture})
    expect(found.get(a)).not.toHaveProperty('searched')
  })

  test('of other pages are not believed', () => {
    expect(told('https://web.archive.org/web/20200102030405/https://b.example/', [0, dead]).get(a)).toMatchObject({
      searched: '2026-01-01T00:00:00Z'
    })
    expect(once(nothing, {...dead, archived: 'https://b.example/'}, start).get(a)).not.toHaveProperty('archived')
  })

  test('of what is not dead are passed over', () => {
    expect(told(capture, [0, alive])).toEqual(runsOf([0, alive]))
    expect(rememberCaptures(nothing, new Map([[a, capture]]), start).size).toBe(0)
  })
})
