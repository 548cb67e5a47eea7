import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {ReportedLink} from '../../src/document/facts.ts'
import {auditOf, keptAudits, readPastAudit} from '../../src/job/past-audits.ts'
import {parseState, printState} from '../../src/job/state-text.ts'
import {timeOf} from '../../src/links/link-record.ts'
import type {PastAudit} from '../../src/report/past-audit.ts'
import {runs as casesOf} from '../property.ts'
import {reportOn} from '../report/findings.ts'

const now = Date.parse('2026-11-23T05:00:00Z')
const commit = '0123456789abcdef0123456789abcdef01234567'
const audit: PastAudit = {
  audit: '2026-11-23T04:17:00Z',
  commit,
  files: 3,
  errors: 1,
  warnings: 2,
  links: {alive: 90, moved: 1, dead: 2, unsure: 3, skipped: 4}
}
const on = (time: string, errors = 0): PastAudit => ({audit: time, files: 1, errors, warnings: 0})

describe('an audit in numbers', () => {
  const files = [
    reportOn('a.md', '# A\n', [{on: 'A', severity: 'error'}, {on: 'A', suppressed: true}, {on: 'A'}]),
    reportOn('b.md', '# B\n', [])
  ]
  const links: readonly ReportedLink[] = [
    {url: 'https://a.example', fact: {status: 'dead', code: 410}, places: []},
    {url: 'https://b.example', fact: {status: 'skipped'}, places: []}
  ]

  test('counts what the reports count', () => {
    expect(auditOf(files, links, {at: now, commit})).toEqual({
      audit: '2026-11-23T05:00:00Z',
      commit,
      files: 2,
      errors: 1,
      warnings: 1,
      links: {alive: 0, moved: 0, dead: 1, unsure: 0, skipped: 1}
    })
  })

  test('says nothing of links that were not to be asked, and of a commit that nobody knows', () => {
    expect(auditOf(files, undefined, {at: now})).toEqual({
      ...{audit: '2026-11-23T05:00:00Z', files: 2, errors: 1, warnings: 1}
    })
    expect(auditOf([], [], {at: now}).links).toEqual({alive: 0, moved: 0, dead: 0, unsure: 0, skipped: 0})
  })
})

describe('of past audits', () => {
  test('the last one of each day is kept, in order of time', () => {
    const morning = on('2026-11-22T04:00:00Z', 1)
    const evening = on('2026-11-22T23:59:59Z', 2)
    expect(keptAudits([audit, evening, morning])).toEqual([evening, audit])
    expect(keptAudits([morning, evening, on('2026-11-22T23:59:59Z', 3)]).map(one => one.errors)).toEqual([3])
  })

  test('the last 400 are kept', () => {
    const days = Array.from({length: 500}, (_, day) => on(timeOf(now - day * 86_400_000), day))
    const kept = keptAudits(days)
    expect(kept).toHaveLength(400)
    expect([kept[0]?.errors, kept.at(-1)?.errors]).toEqual([399, 0])
    expect(printState({memory: new Map(), audits: days}).split('\n')).toHaveLength(402)
  })
})

describe('in the file', () => {
  const header = '{"version":1,"tool":"awesome-doctor"}\n'
  const link =
    '{"address":"https://a.example/","status":"alive","seen":"2026-01-01T00:00:00Z","alive":{"since":"2026-01-01T00:00:00Z","last":"2026-01-01T00:00:00Z"}}\n'

  test('they stand before the links, a line each', () => {
    const text = `${header}{"audit":"2026-11-23T04:17:00Z","commit":"${commit}","files":3,"errors":1,"warnings":2,"links":{"alive":90,"moved":1,"dead":2,"unsure":3,"skipped":4}}\n${link}`
    const state = parseState(text, now)
    expect(state).toMatchObject({audits: [audit], damaged: 0})
    expect(state?.memory.size).toBe(1)
    expect(printState(state!)).toBe(text)
  })

  test('a line that is not sound is left out and counted, the others stay', () => {
    const state = parseState(`${header}{"audit":"2026-11-23T04:17:00Z"}\n${JSON.stringify(audit)}\n${link}`, now)
    expect(state).toMatchObject({audits: [audit], damaged: 1})
    expect(state?.memory.size).toBe(1)
  })

  test.each([
    ['no object', [audit]],
    ['no time', {...audit, audit: undefined}],
    ['a time of another form', {...audit, audit: '2026-11-23'}],
    ['a time in the future', {...audit, audit: '2026-11-24T05:00:00Z'}],
    ['a branch for a commit', {...audit, commit: 'main'}],
    ['a commit with markup', {...audit, commit: `${commit}<b>`}],
    ['half a finding', {...audit, errors: 0.5}],
    ['fewer findings than none', {...audit, warnings: -1}],
    ['findings without end', {...audit, errors: 1e300}],
    ['files in words', {...audit, files: '3'}],
    ['links in a row', {...audit, links: [1, 2]}],
    ['a status that is missing', {...audit, links: {alive: 1}}],
    ['a status of words', {...audit, links: {...audit.links, dead: '2'}}],
    ['no links at all', {...audit, links: null}]
  ])('%s is none', (_, value) => {
    expect(readPastAudit(value, now)).toBeUndefined()
  })

  test('what is not known is left out, and prototypes stay as they are', () => {
    expect(readPastAudit({...audit, who: 'me', links: {...audit.links, gone: 1}}, now)).toEqual(audit)
    const hostile: unknown = JSON.parse(JSON.stringify(audit).replace('{', '{"__proto__":{"errors":9},'))
    expect(Object.getPrototypeOf(readPastAudit(hostile, now))).toBe(Object.prototype)
    expect(readPastAudit(JSON.parse(`{"__proto__":${JSON.stringify(audit)}}`), now)).toBeUndefined()
  })

  test('nothing makes it throw, and what is read is printed as it was read', () => {
    const lines = fc
      .tuple(fc.constantFrom(...Object.keys(audit)), fc.jsonValue())
      .map(([name, value]) => JSON.stringify({...audit, [name]: value}))
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.constant(JSON.stringify(audit)))), all => {
        const state = parseState(header + all.join('\n'), now)!
        expect(parseState(printState(state), now)).toEqual({...state, damaged: 0})
        expect(state.audits.length).toBeLessThanOrEqual(2)
      }),
      casesOf(1000)
    )
  })
})
