import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {LinkFact} from '../../src/document/facts.ts'
import {parseState, printState} from '../../src/job/state-text.ts'
import {type Memory, remember, type Seen} from '../../src/links/memory.ts'
import {runs as casesOf} from '../property.ts'

const now = Date.parse('2026-06-01T00:00:00Z')
const header = '{"version":1,"tool":"awesome-doctor"}\n'
const line = {
  address: 'https://a.example/',
  status: 'alive',
  code: 200,
  seen: '2026-01-01T00:00:00Z',
  alive: {since: '2026-01-01T00:00:00Z', last: '2026-01-01T00:00:00Z'}
}
const textOf = (...lines: readonly unknown[]) => header + lines.map(one => `${JSON.stringify(one)}\n`).join('')
const read = (...lines: readonly unknown[]) => parseState(textOf(...lines), now)

const seen = (fact: LinkFact, at = Date.parse('2026-01-01T00:00:00.123Z'), more: Partial<Seen> = {}): Seen => ({
  fact,
  at,
  ...more
})

describe('as text', () => {
  test('memory is JSON lines under a header, in the order of addresses', () => {
    const memory = remember(
      new Map(),
      new Map([
        ['https://b.example/', seen({status: 'dead', code: 410, reason: 'it answers 410'})],
        [
          'https://a.example/b',
          seen({status: 'alive', fragments: {c: true, b: false}}, undefined, {etag: '"1"', looked: ['d', 'c', 'b']})
        ],
        ['https://a.example/', seen({code: 301, status: 'moved', to: 'https://c.example/'})]
      ])
    )
    const streak = '"since":"2026-01-01T00:00:00Z","last":"2026-01-01T00:00:00Z"'
    expect(printState({memory, audits: []})).toBe(
      header +
        `{"address":"https://a.example/","status":"moved","code":301,"to":"https://c.example/","seen":"2026-01-01T00:00:00Z","alive":{${streak}}}\n` +
        `{"address":"https://a.example/b","status":"alive","fragments":{"b":false,"c":true,"d":null},"etag":"\\"1\\"","seen":"2026-01-01T00:00:00Z","alive":{${streak}}}\n` +
        `{"address":"https://b.example/","status":"dead","code":410,"reason":"it answers 410","seen":"2026-01-01T00:00:00Z","failing":{${streak},"runs":1}}\n`
    )
  })

  test('no memory is a header', () => {
    expect(printState({memory: new Map(), audits: []})).toBe(header)
    expect(parseState(header, now)).toEqual({memory: new Map(), audits: [], damaged: 0})
  })

  test('more than anybody needs is not written: what was seen last is', () => {
    const record = {...line, status: 'alive', alive: undefined}
    const memory = new Map(
      Array.from({length: 200_001}, (_, index) => [
        `${index}`,
        {...record, address: `${index}`, seen: index === 7 ? '2025-01-01T00:00:00Z' : line.seen}
      ])
    ) as unknown as Memory
    const printed = printState({memory, audits: []})
    expect(printed.split('\n').length).toBe(200_002)
    expect(printed).not.toContain('"2025-')
  })
})

describe('whatever was remembered', () => {
  const addresses = fc.oneof(
    fc.webUrl({withQueryParameters: true}).map(url => new URL(url).href),
    fc.constantFrom('https://a.example/', 'http://a.example/b?c=1', 'https://a.example/?token=1', '__proto__')
  )
  const times = fc.integer({min: Date.parse('2020-01-01'), max: now})
  const capture = 'https://web.archive.org/web/20200102030405/https://a.example/'
  const facts = fc.record(
    {
      status: fc.constantFrom('alive', 'moved', 'dead', 'unsure', 'skipped'),
      code: fc.integer({min: 90, max: 1000}),
      reason: fc.string({unit: 'binary', maxLength: 400}),
      to: addresses,
      sure: fc.boolean(),
      https: fc.constantFrom('https://a.example/', 'https://b.example/?c=1'),
      archived: fc.constantFrom(capture, 'https://b.example/'),
      fragments: fc.dictionary(fc.string({unit: 'binary'}), fc.boolean())
    },
    {requiredKeys: ['status']}
  )
  const seenBy = fc.record(
    {
      fact: facts,
      at: times,
      etag: fc.oneof(fc.string(), fc.constant('"a"')),
      modified: fc.oneof(fc.string(), fc.constant('Thu, 01 Jan 2026 00:00:00 GMT')),
      looked: fc.array(fc.constantFrom('a', '__proto__', '1', 'constructor', '\ud800'))
    },
    {requiredKeys: ['fact', 'at']}
  )
  const runs = fc.array(fc.array(fc.tuple(addresses, seenBy), {maxLength: 6}), {maxLength: 4})
  const afterRuns = (all: readonly (readonly (readonly [string, unknown])[])[]) =>
    all.reduce<Memory>((memory, run) => remember(memory, new Map(run as [string, Seen][])), new Map())

  test('is read as it was written, and written as it was read', () => {
    let records = 0
    fc.assert(
      fc.property(runs, all => {
        const memory = afterRuns(all)
        const text = printState({memory, audits: []})
        const again = parseState(text, now)
        expect(again?.damaged).toBe(0)
        expect(new Map([...(again?.memory ?? [])].toSorted())).toEqual(new Map([...memory].toSorted()))
        expect(printState(again ?? {memory: new Map(), audits: []})).toBe(text)
        records += memory.size
      }),
      casesOf(500)
    )
    expect(records).toBeGreaterThan(500)
  })

  test('is text that steers nothing and tells nothing secret', () => {
    fc.assert(
      fc.property(runs, all => {
        for (const one of printState({memory: afterRuns(all), audits: []}).split('\n'))
          expect(one).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]|:\/\/[^/"]*@|[?&;](?:token|key)=/u)
      }),
      casesOf(300)
    )
  })
})

describe('reading', () => {
  test.each([
    ['nothing', ''],
    ['a file of something else', '# Awesome\n\n- [A](https://a.example) - First.\n'],
    ['another version', '{"version":2,"tool":"awesome-doctor"}\n'],
    ['another tool', '{"version":1,"tool":"other"}\n'],
    ['no header', `${JSON.stringify(line)}\n`],
    ['null', 'null\n'],
    ['an open end', '{"version":1,"tool":"awesome-doctor"']
  ])('%s is no memory', (_, text) => {
    expect(parseState(text, now)).toBeUndefined()
  })

  test('line ends of Windows, a mark at the beginning, empty lines and a cut end do no harm', () => {
    const other = {...line, address: 'https://b.example/'}
    const text = `\ufeff${textOf(line, other).replaceAll('\n', '\r\n\r\n')}{"addr`
    expect(parseState(text, now)).toEqual({
      damaged: 1,
      audits: [],
      memory: new Map([line, other].map(one => [one.address, one]))
    })
  })

  test('of an address that is there twice, what was seen last counts', () => {
    const later = {...line, status: 'dead', seen: '2026-02-01T00:00:00Z'}
    for (const lines of [
      [line, later],
      [later, line]
    ])
      expect(read(...lines)?.memory.get(line.address)?.status).toBe('dead')
  })

  test('what is not known is left out', () => {
    expect(read({...line, cookie: 'a', alive: {...line.alive, b: 1}})).toEqual({
      memory: new Map([[line.address, line]]),
      audits: [],
      damaged: 0
    })
  })

  test.each([
    ['no object', [line]],
    ['a number', 1],
    ['no address', {...line, address: undefined}],
    ['a strange address', {...line, address: 'javascript:alert(1)'}],
    ['an address as nobody writes it', {...line, address: 'HTTPS://a.example'}],
    ['an address with a password', {...line, address: 'https://me:pass@a.example/'}],
    ['no status', {...line, status: undefined}],
    ['a strange status', {...line, status: 'skipped'}],
    ['a status like a method', {...line, status: 'constructor'}],
    ['a code of words', {...line, code: '200'}],
    ['a strange code', {...line, code: 1e9}],
    ['an empty field', {...line, code: null}],
    ['a reason with a line end', {...line, reason: 'a\nb'}],
    ['a reason without end', {...line, reason: 'a'.repeat(1000)}],
    ['a move to a script', {...line, status: 'moved', to: 'javascript:alert(1)'}],
    ['a move to a place with a blank', {...line, status: 'moved', to: 'https://b.example/#a b'}],
    ['a move to an empty place', {...line, status: 'moved', to: 'https://b.example/#'}],
    ['a move to nowhere', {...line, status: 'moved'}],
    ['an https that is none', {...line, https: 'http://a.example/'}],
    ['an https that is an object', {...line, https: {toString: 1}}],
    ['a copy elsewhere', {...line, archived: 'https://b.example/'}],
    ['fragments in a row', {...line, fragments: ['a']}],
    ['a fragment of words', {...line, fragments: {a: 'true'}}],
    ['a header in a validator', {...line, etag: '"a"\r\nCookie: b'}],
    ['no time', {...line, seen: undefined}],
    ['a time in the future', {...line, seen: '2026-06-02T00:00:00Z'}],
    ['a time that is none', {...line, seen: '2026-02-30T00:00:00Z'}],
    ['a time of another form', {...line, seen: '2026-01-01'}],
    ['a time as a number', {...line, seen: 1}],
    ['a streak that ends before it begins', {...line, alive: {...line.alive, since: '2026-01-02T00:00:00Z'}}],
    ['a streak without end', {...line, alive: {since: line.seen}}],
    ['a failure without runs', {...line, failing: line.alive}],
    ['a failure with half a run', {...line, failing: {...line.alive, runs: 0.5}}]
  ])('a line with %s is left out, the others stay', (_, bad) => {
    const good = {...line, address: 'https://b.example/'}
    expect(read(bad, good)).toEqual({memory: new Map([[good.address, good]]), audits: [], damaged: 1})
  })

  test('prototypes stay as they are', () => {
    const hostile = `${header}${JSON.stringify(line).replace('{', '{"__proto__":{"status":"dead","hacked":true},')}\n`
    const memory = parseState(hostile, now)?.memory
    expect(memory?.get(line.address)).toEqual(line)
    expect(Object.getPrototypeOf(memory?.get(line.address))).toBe(Object.prototype)
    expect({}).not.toHaveProperty('hacked')
    const inherited = `${header}{"__proto__":${JSON.stringify(line)}}\n`
    expect(parseState(inherited, now)).toEqual({memory: new Map(), audits: [], damaged: 1})
  })

  test('lines without end and lines without number are not read', () => {
    const long = parseState(`${header}{"address":"${'a'.repeat(200_000)}"}\n${JSON.stringify(line)}\n`, now)
    expect(long).toEqual({memory: new Map([[line.address, line]]), audits: [], damaged: 1})
    const deep = parseState(`${header}${'['.repeat(99_000)}\n`, now)
    expect(deep).toEqual({memory: new Map(), audits: [], damaged: 1})
    const many = parseState(`${header}${'x\n'.repeat(200_400)}${JSON.stringify(line)}\n`, now)
    expect(many).toEqual({memory: new Map(), audits: [], damaged: 200_401})
  })

  test('nothing makes it throw', () => {
    const lines = fc.oneof(fc.json(), fc.string({unit: 'binary'}), fc.constant(JSON.stringify(line)))
    const mutated = fc
      .tuple(
        fc.constantFrom(...Object.keys(line), 'failing', 'fragments', 'to', 'https', 'archived', 'reason'),
        fc.jsonValue()
      )
      .map(([name, value]) => JSON.stringify({...line, [name]: value}))
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, mutated)), all => {
        const result = parseState(header + all.join('\n'), now)
        expect(parseState(printState(result ?? {memory: new Map(), audits: []}), now)).toEqual({...result, damaged: 0})
      }),
      casesOf(2000)
    )
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => {
        expect(parseState(text, now)?.memory.size ?? 0).toBe(0)
      }),
      casesOf(500)
    )
  })
})
