import {describe, expect, it} from 'vitest'
import {examineHere} from '../../src/job/examine-here.ts'
import type {Config} from '../../src/lint/config.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import {read} from '../../src/lint/lint.ts'
import type {Rule} from '../../src/lint/rule.ts'

const sick = '- [A](https://a.example) - First.\n-[B](https://b.example) - Second.\n'
const look = (
  text: string,
  config: Partial<Config> = {},
  more: {changedLines?: readonly number[]; fix?: 'safe'} = {}
) => examineHere({path: 'readme.md', text, config: {...defaultConfig, ...config}, ...more})
const ids = (text: string, config: Partial<Config> = {}) =>
  look(text, config)
    .diagnostics.filter(({suppressed}) => !suppressed)
    .map(({rule}) => rule)

describe('settings', () => {
  it('turn a rule off', () => expect(ids(sick, {rules: {'entry-marker-space': 'off'}})).toEqual([]))
  it('set its severity', () =>
    expect(look(sick, {rules: {'entry-marker-space': ['warning']}}).diagnostics[0]?.severity).toBe('warning'))
  it('strict makes everything an error', () =>
    expect(new Set(look('# A\ntext\n', {preset: 'strict'}).diagnostics.map(({severity}) => severity))).toEqual(
      new Set(['error'])
    ))
})

describe('comments in the list', () => {
  it.each(['entry-marker-space', 'awesome-list-item', ''])('silence a rule: %j', id => {
    const {diagnostics} = look(`<!--lint disable ${id}-->\n\n${sick}`)
    expect(diagnostics.map(({rule, suppressed}) => [rule, suppressed])).toEqual([['entry-marker-space', true]])
  })
  it('let it speak again', () =>
    expect(ids(`<!--lint disable-->\n\n<!--lint enable-->\n\n${sick}`)).toEqual(['entry-marker-space']))
  it('ignore one node', () =>
    expect(ids(`<!--lint ignore entry-marker-space-->\n\n${sick}\n## More\n\n-[C](https://c.example)\n`)).toEqual([
      'entry-marker-space'
    ]))
  it('silence blank lines too', () =>
    expect(ids('# A\n\n<!--lint disable text-whitespace-->\n\nb\n\n\n\nc\n')).toEqual([]))
  it('with an unknown word silence nothing', () =>
    expect(ids(`<!--lint destroy-->\n\n${sick}`)).toEqual(['entry-marker-space']))
  it('of another rule silence nothing', () =>
    expect(ids(`<!--lint disable final-newline-->\n\n${sick}`)).toEqual(['entry-marker-space']))
  it('keep fixes away', () => {
    const text = `<!--lint disable-->\n\n${sick}`
    expect(look(text, {}, {fix: 'safe'}).text).toBe(text)
  })
})

describe('a diff', () => {
  const two = `${sick}-[C](https://c.example)\n`
  it('marks what lies on its lines', () => {
    expect(
      look(two, {}, {changedLines: [3]}).diagnostics.map(({place, changed}) => [place.start.line, changed])
    ).toEqual([
      [2, false],
      [3, true]
    ])
  })
  it('keeps fixes to its lines', () => {
    expect(look(two, {}, {changedLines: [3], fix: 'safe'}).text).toBe(`${sick}- [C](https://c.example)\n`)
  })
  it('makes the added one of two entries the second', () => {
    const text = '- [A](https://a.example) - One.\n- [B](https://b.example)\n- [A](https://a.example) - Two.\n'
    expect(
      look(text, {}, {changedLines: [1]}).diagnostics.map(({place, changed}) => [place.start.line, changed])
    ).toEqual([[1, true]])
    expect(
      look(text, {}, {changedLines: [3]}).diagnostics.map(({place, changed}) => [place.start.line, changed])
    ).toEqual([[3, true]])
  })
})

it('proves fixes of a diff on the lines where they have moved', () => {
  // The added entry is alone in its list, so nothing removes it; the blank line above it goes all the same.
  const text = '# List\n\n\n## One\n\n- [A](https://a.example) - One.\n\n## Two\n\n- [A](https://a.example) - Two.\n'
  const {diagnostics} = look(text, {}, {changedLines: [3, 6]})
  expect(diagnostics.map(({rule, place, changed, fix}) => [rule, place.start.line, changed, fix?.safety])).toEqual([
    ['text-whitespace', 3, true, 'safe'],
    ['entry-unique', 6, true, undefined]
  ])
})

it('names findings so that text above does not matter', () => {
  const prints = (text: string) => look(text).diagnostics.map(({fingerprint}) => fingerprint)
  const twice = `${sick}\n## More\n\n${sick.replaceAll('.example', '2.example')}`
  expect(new Set(prints(twice)).size).toBe(2)
  expect(prints(`# Title\n\nText.\n\n${twice}`)).toEqual(prints(twice))
})

it('keeps line endings, byte-order mark and everything else byte for byte', () => {
  const text = `\uFEFF# List\r\n\r\nText\twith  tabs.\r\n\r\n${sick.replaceAll('\n', '\r\n')}`
  const {text: fixed, fixed: count} = look(text, {rules: {'text-whitespace': 'off'}}, {fix: 'safe'})
  expect(count).toBe(1)
  expect(fixed).toBe(text.replace('-[B]', '- [B]'))
})

it('goes on when a rule breaks, and names it', () => {
  const broken: Rule = {
    id: 'broken',
    summary: '',
    why: '',
    severity: 'error',
    examples: {good: [], bad: []},
    check() {
      throw new Error('Oh')
    }
  }
  const {crashes} = read({text: 'a\n', rules: [broken], config: defaultConfig})
  expect(crashes).toEqual([{rule: 'broken', stack: expect.stringContaining('Error: Oh')}])
})
