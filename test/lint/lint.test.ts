import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
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
  it('strict makes everything an error', () => {
    const found = look('# A\ntext\n', {preset: 'strict'}).diagnostics
    expect(found.map(({rule}) => rule)).toContain('text-whitespace')
    expect(found.every(({severity}) => severity === 'error')).toBe(true)
  })
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
  it.each(['destroy', '', 'disable-all', 'disable __proto__', 'ignore constructor toString'])(
    'with what is no command silence nothing, and leave the others be: %j',
    words => {
      expect(ids(`<!--lint ${words}-->\n\n${sick}`)).toEqual(['entry-marker-space'])
      expect(ids(`<!--lint ${words}-->\n\n<!--lint-->\n\n<!--lint disable-->\n\n${sick}`)).toEqual([])
    }
  )
  it('name rules that are not there, and rules that ask the web', () => {
    for (const id of ['no-such-rule', 'awesome-github', 'link-alive'])
      expect(ids(`<!--lint disable ${id} entry-marker-space-->\n\n${sick}`)).toEqual([])
  })
  it('hold from where they stand', () => {
    const two = `${sick}\n<!--lint disable-->\n\n## More\n\n-[C](https://c.example)\n`
    expect(look(two).diagnostics.map(({place, suppressed}) => [place.start.line, suppressed === true])).toEqual([
      [2, false],
      [8, true]
    ])
  })
  // Each check of markdown-style has names of its own, which test/awesome-preset.test.ts knows.
  const whole = rules.filter(({id}) => id !== 'markdown-style')
  it.each(whole.flatMap(rule => (rule.aliases ?? []).map(alias => [alias, rule] as const)))(
    'know a rule by the name that it has elsewhere: %s',
    (alias, {id, examples, presets}) => {
      const [example] = examples.bad
      // In a list of its own, for some rules look at the very first line.
      const text = `${example!.text}\n<!--lint disable ${alias}-->\n\n${example!.text}`
      const preset = presets?.[0] ?? 'default'
      const own = look(text, {preset, rules: {[id]: ['error', example!.options ?? {}]}}).diagnostics.filter(
        one => one.rule === id
      )
      const comment = text.slice(0, text.indexOf('<!--lint')).split('\n').length
      expect(own.filter(one => one.suppressed).every(one => one.place.start.line > comment)).toBe(true)
      for (const one of own) expect(one.suppressed === true).toBe(one.place.start.line > comment)
    }
  )
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
