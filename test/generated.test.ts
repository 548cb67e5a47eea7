import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import {describe, expect, it, test} from 'vitest'
import {parse} from 'yaml'
import {rules} from '../rules/index.ts'
import {configSchema} from '../script/config-schema.ts'
import {between, generated} from '../script/generated.ts'
import {rulePage} from '../script/rule-page.ts'
import {helpOf} from '../src/cli/help.ts'
import {commands} from '../src/cli/options.ts'
import type {LinkFact, RepositoryFact} from '../src/document/facts.ts'
import {defineRule} from '../src/lint/rule.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

test.each([...generated(read)])('%s is what `npm run generate` writes', (path, text) => {
  expect(read(path)).toBe(text)
})

const sample = defineRule<{marks: readonly string[]; strict: boolean}>({
  id: 'a-rule',
  summary: 'Be good.',
  why: 'It is better.',
  severity: 'warning',
  options: {
    marks: {meaning: 'What counts.', example: ['x']},
    strict: {meaning: 'Whether to be strict.', example: true}
  },
  examples: {
    good: [
      {
        text: 'All.\n',
        facts: {
          today: '2026-01-31',
          elsewhere: [{path: 'b.md', line: 3, key: 'a.example', text: 'A', words: '[A](a)'}],
          links: new Map<string, LinkFact>([
            ['https://a.example/', {status: 'dead', code: 404, archived: 'https://web.archive.org/a'}],
            [
              'http://b.example/',
              {status: 'moved', to: 'http://c.example/', https: 'https://c.example/', fragments: {d: true, e: false}}
            ],
            ['https://d.example/', {status: 'unsure'}]
          ]),
          repositories: new Map<string, RepositoryFact>([
            ['ann/a', {name: 'bob/a', archived: true, pushed: '2020-01-01'}],
            ['ann/b', {name: 'ann/b', disabled: true}],
            ['ann/c', {name: 'ann/c'}]
          ])
        }
      },
      {text: '````md\n```\n````\n'}
    ],
    bad: [{text: 'a\u00a0b \t\u202e\r\nlast ', says: ['1:1: No']}]
  },
  *check() {}
})

describe('the page of rules', () => {
  it('has an anchor for every rule', () => {
    for (const id of [...rules.map(rule => rule.id), 'document-bounds'])
      expect(read('rules/README.md')).toContain(`\n## ${id}\n`)
  })

  it('says what an example takes as known', () => {
    expect(rulePage([sample])).toContain(
      'Good, with `[A](a)` on line 3 of `b.md`, on 2026-01-31, where `https://a.example/` is dead (404) with a copy in the Wayback Machine, `http://b.example/` has moved for good to `http://c.example/`, perhaps another page by `https:` as well with `#d` without `#e`, `https://d.example/` gives no clear answer, where GitHub says that `ann/a` is `bob/a` now and is archived and was last pushed to on 2020-01-01, `ann/b` is turned off, `ann/c` is there:'
    )
  })

  it('makes visible what is invisible, and fences longer than what is inside', () => {
    const page = rulePage([sample])
    expect(page).toContain('a<U+00A0>b →<U+202E>␍\nlast·\n')
    expect(page).toContain('\n`````markdown\n````md\n```\n````\n`````\n')
    expect(page).toContain('- `marks: ["x"]`: What counts.')
  })
})

describe('the schema', () => {
  const accepts = new Ajv({allowUnionTypes: true, strictTuples: false}).compile(configSchema([...rules, sample]))

  it.each([
    'files: [readme.md]\none-list: true\npreset: strict\nfail-on: never\nbaseline: known.json',
    'rules:\n  a-rule: off\n  entry-unique: [error]',
    'rules:\n  a-rule: [warn, {marks: [a, b], strict: false}]',
    'rules: {link-alive: off}\noverrides: [{files: ["old/**"], rules: {a-rule: off}, preset: awesome}]',
    'links:\n  exclude: ["https://a.example/**"]\n  timeout: 20s\n  allow-private: ["10.1.0.0/16"]'
  ])('accepts %j', text => {
    expect(accepts(parse(text))).toBe(true)
  })

  it.each([
    'file: [readme.md]',
    'preset: loose',
    'baseline: [known.json]',
    'rules:\n  no-rule: off',
    'overrides: [{rules: {a-rule: off}}]',
    'overrides: [{files: [a.md], rules: {no-rule: off}}]',
    'overrides: [{files: [a.md], fail-on: error}]',
    'rules: {link-alive: [warn, {a: 1}]}',
    'rules:\n  a-rule: [warn, {strict: 1}]',
    'rules:\n  entry-unique: [warn, {strict: true}]',
    'rules:\n  a-rule: [warn, {}, more]',
    'links:\n  timeout: soon'
  ])('refuses %j', text => {
    expect(accepts(parse(text))).toBe(false)
  })
})

test('markers must be there once', () => {
  expect(between('a <!-- x-start --> old <!-- x-end --> b', 'x', 'new')).toBe(
    'a <!-- x-start -->\n\nnew\n\n<!-- x-end --> b'
  )
  for (const text of ['', '<!-- x-start -->', '<!-- x-end --><!-- x-start -->'])
    expect(() => between(text, 'x', '')).toThrow('must be there once')
})

test('the help names every option', () => {
  for (const option of Object.keys(commands.lint).filter(one => one !== 'state'))
    expect(helpOf('lint')).toContain(`--${option}`)
})
