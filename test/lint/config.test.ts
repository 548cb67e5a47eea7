import {describe, expect, test} from 'vitest'
import {UserError} from '../../src/document/error.ts'
import {lint} from '../../src/index.ts'
import {defaultConfig, mergeConfig} from '../../src/lint/config.ts'
import {configFor} from '../../src/lint/config-for.ts'
import {nearest} from '../../src/lint/nearest.ts'
import {parseConfig} from '../../src/lint/parse-config.ts'

const rules = [
  {id: 'entry-order', severity: 'warning'},
  {
    id: 'entry-separator',
    options: {
      a: {meaning: 'A number.', example: 1},
      separator: {meaning: 'What parts.', example: ' - '},
      words: {meaning: 'Words.', example: ['x']},
      strict: {meaning: 'Whether.', example: true},
      kind: {meaning: 'Which.', example: 'one', values: ['one', 'two']}
    }
  },
  {id: 'list-badge', severity: 'error'}
] as const
const parse = (text: string) => parseConfig(text, 'c.yml', rules)
const complaint = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    return (error as Error).message
  }
  throw new Error('it was accepted')
}

test('a baseline is a file of the repository', () => {
  expect(parse('baseline: ./.github/known.json').baseline).toEqual({file: '.github/known.json', fingerprints: []})
  for (const [value, said] of [
    ['../known.json', 'lies outside of the repository'],
    ['/etc/known.json', 'lies outside of the repository'],
    ['.github/', 'must be the path of a file'],
    ['[a.json]', 'must be the path of a file'],
    ['true', 'must be the path of a file']
  ] as const)
    expect(complaint(() => parse(`baseline: ${value}`))).toMatch(new RegExp(`^c\\.yml:1:1: \`baseline\` is .*${said}`))
})

test('an empty file says nothing', () => {
  for (const text of ['', '# only words\n', 'rules:\n', '\ufeff']) expect(parse(text)).toEqual(defaultConfig)
})

test('everything that can be said', () => {
  const text = `
files: [readme.md, "lists/**/*.md", "!lists/old.md"]
one-list: true
preset: awesome
rules:
  entry-order: off
  entry-separator: [warn, {separator: " – "}]
  list-badge: error
overrides:
  - files: ["translations/**"]
    rules: {entry-order: error, list-badge: off}
    preset: default
  - {files: [a.md]}
links:
  exclude: ["https://example.org/**"]
  timeout: 5s
  allow-private: ["10.1.0.0/16", "wiki.corp.example:8443"]
fail-on: warning
`
  expect(parse(text)).toEqual({
    files: ['readme.md', 'lists/**/*.md', '!lists/old.md'],
    oneList: true,
    preset: 'awesome',
    rules: {'entry-order': 'off', 'entry-separator': ['warning', {separator: ' – '}], 'list-badge': ['error']},
    overrides: [
      {
        files: ['translations/**'],
        rules: {'entry-order': ['error'], 'list-badge': 'off'},
        preset: 'default'
      },
      {files: ['a.md'], rules: {}}
    ],
    links: {
      exclude: ['https://example.org/**'],
      timeout: 5000,
      allowPrivate: ['10.1.0.0/16', 'wiki.corp.example:8443']
    },
    failOn: 'warning'
  })
})

test('levels are read however they are written', () => {
  const level = (written: string) => parse(`rules:\n  list-badge: ${written}\n`).rules['list-badge']
  for (const off of ['off', '"off"', 'false', '[off]', '[off, {a: 1}]']) expect(level(off)).toBe('off')
  for (const on of ['true', 'on', 'error', '[error]']) expect(level(on)).toEqual(['error'])
  for (const warn of ['warn', 'warning', '[warning]']) expect(level(warn)).toEqual(['warning'])
  expect(parse('%YAML 1.1\n---\nrules: {entry-order: off, list-badge: yes}').rules).toEqual({
    'entry-order': 'off',
    'list-badge': ['error']
  })
})

test('times are read with their unit', () => {
  const time = (written: string) => parse(`links: {timeout: ${written}}`).links.timeout
  expect([time('3'), time('250ms'), time('1.5s'), time('1m')]).toEqual([3000, 250, 1500, 60_000])
})

describe('complaints name the file, the place, the key and the nearest name', () => {
  test.each([
    ['rules:\n  entry-ordr: off\n', 'c.yml:2:3: `rules.entry-ordr` is not known; did you mean `entry-order`?'],
    ['preste: strict\n', 'c.yml:1:1: `preste` is not known; did you mean `preset`?'],
    ['preset: strickt\n', 'c.yml:1:1: `preset` is `strickt`; did you mean `strict`?'],
    ['preset:\n', 'c.yml:1:1: `preset` is empty; known: `default`, `awesome`, `strict`.'],
    ['fail-on: errors\n', 'did you mean `error`?'],
    ['one-list: maybe\n', '`one-list` is `maybe`, but must be `true` or `false`.'],
    ['files: readme.md\n', '`files` must be a list of globs'],
    ['files: [a.md, ../b.md]\n', 'c.yml:1:15: `files.1` is `../b.md`, which lies outside'],
    ['files: [/etc/passwd]\n', 'outside of the repository'],
    ['files: [lists/]\n', 'c.yml:1:9: `files.0` is `lists/`, a folder; write `lists/**` for its files.'],
    ['overrides: {files: [a.md]}\n', 'c.yml:1:1: `overrides` must be a list of files and what differs for them'],
    ['overrides:\n  - rules: {entry-order: off}\n', 'c.yml:2:5: `overrides.0` needs `files`'],
    ['overrides:\n  - files: a.md\n', 'c.yml:2:5: `overrides.0.files` must be a list of globs'],
    ['overrides: [{files: [../a.md]}]\n', '`overrides.0.files.0` is `../a.md`, which lies outside'],
    ['overrides: [{files: [a.md], rulse: {}}]\n', '`overrides.0.rulse` is not known; did you mean `rules`?'],
    [
      'overrides:\n  - files: [a.md]\n  - files: [b.md]\n    rules:\n      entry-ordr: off\n',
      'c.yml:5:7: `overrides.1.rules.entry-ordr` is not known; did you mean `entry-order`?'
    ],
    ['overrides: [{files: [a.md], preset: strickt}]\n', '`overrides.0.preset` is `strickt`; did you mean `strict`?'],
    ['rules:\n  entry-order: loud\n', 'c.yml:2:3: `rules.entry-order` is `loud`; known: `off`, `warn`, `error`.'],
    ['rules:\n  entry-order: [warn, 3]\n', '`[warn, {option: value}]`'],
    ['rules:\n  entry-order: {a: 1}\n', '`rules.entry-order` is `{"a":1}`'],
    ['rules:\n  entry-order: [warn, {a: 1}]\n', '`rules.entry-order.1` cannot be set: `entry-order` has no options'],
    ['rules:\n  entry-separator: [warn, {seperator: x}]\n', 'did you mean `separator`?'],
    [
      'rules:\n  entry-separator: [warn, {separator: 1}]\n',
      '`rules.entry-separator.1.separator` is `1`, but must be a text'
    ],
    ['rules:\n  entry-separator: [warn, {a: 1.5}]\n', 'must be a whole number, such as `1`'],
    ['rules:\n  entry-separator: [warn, {words: [1]}]\n', 'must be a list of texts'],
    ['rules:\n  entry-separator: [warn, {strict: 1}]\n', 'must be `true` or `false`'],
    ['rules:\n  entry-separator: [warn, {kind: tow}]\n', 'did you mean `two`?'],
    ['rules: [entry-order]\n', 'c.yml:1:1: `rules` must be a mapping'],
    ['links: {exlude: []}\n', '`links.exlude` is not known; did you mean `exclude`?'],
    ['links: {timeout: soon}\n', '`links.timeout` is `soon`, but must be a time'],
    ['links: {timeout: -1}\n', 'must be a time'],
    ['links: {exclude: [1]}\n', '`links.exclude` must be a list of URL globs'],
    ['- a\n', 'c.yml:1:1: the file must be a mapping'],
    ['__proto__: {}\n', '`__proto__` is not known'],
    ['rules: {constructor: off}\n', '`rules.constructor` is not known'],
    ['preset: strict\npreset: awesome\n', 'c.yml:2:1: this is not valid YAML'],
    ['files: [a.md\n', /^c\.yml:\d+:\d+: this is not valid YAML: /]
  ])('%j', (text, said) => {
    const message = complaint(() => parse(text))
    if (typeof said === 'string') expect(message).toContain(said)
    else expect(message).toMatch(said)
  })

  test('aliases that grow without measure are refused', () => {
    const lines = Array.from(
      {length: 12},
      (_, index) => `k${index + 1}: &k${index + 1} [${Array(9).fill(`*k${index}`).join(', ')}]`
    )
    expect(complaint(() => parse(`k0: &k0 [x]\n${lines.join('\n')}\n`))).toContain('cannot be read')
  })
})

describe('the command line', () => {
  test('is laid over the file, and a level keeps the options', () => {
    const config = parse('preset: strict\nrules: {entry-separator: [warn, {a: 1}], entry-order: error}')
    const merged = mergeConfig(
      config,
      {preset: 'awesome', failOn: 'never', rules: ['entry-separator=error', 'entry-order=off']},
      rules
    )
    expect(merged).toMatchObject({
      preset: 'awesome',
      failOn: 'never',
      rules: {'entry-separator': ['error', {a: 1}], 'entry-order': 'off'}
    })
    expect(config.rules['entry-order']).toEqual(['error'])
    expect(mergeConfig(config, {}, rules)).toEqual(config)
  })

  test.each([
    [{preset: 'aweso'}, '`--preset` is `aweso`; did you mean'],
    [{failOn: 'x'}, '`--fail-on` is `x`; known:'],
    [{rules: ['entry-order']}, '`--rule entry-order` needs a rule and a level'],
    [{rules: ['entry-ordr=off']}, 'names no rule; did you mean `entry-order`?'],
    [{rules: ['entry-order=of']}, '`--rule entry-order=of` is `of`; did you mean `off`?']
  ])('%j', (overrides, said) => {
    expect(complaint(() => mergeConfig(defaultConfig, overrides, rules))).toContain(said)
  })
})

describe('overrides', () => {
  const text = `
preset: awesome
rules: {entry-separator: [warn, {a: 1}], list-badge: error}
overrides:
  - {files: ["translations/**", "!translations/old/**"], rules: {list-badge: off, entry-separator: error}}
  - {files: ["**/de.md"], rules: {list-badge: warn}, preset: default}
  - {files: [./TODO.md], preset: strict}
`
  const judged = (path: string, overrides = {}) => {
    const {preset, rules: settings} = configFor(mergeConfig(parse(text), overrides, rules), path)
    return [preset, settings['entry-separator'], settings['list-badge']]
  }

  test('hold for the files that they name, the later ones first, and a level keeps the options', () => {
    expect(judged('readme.md')).toEqual(['awesome', ['warning', {a: 1}], ['error']])
    expect(judged('translations/fr.md')).toEqual(['awesome', ['error', {a: 1}], 'off'])
    expect(judged('Translations/.drafts/de.md')).toEqual(['default', ['error', {a: 1}], ['warning']])
    expect(judged('translations/old/fr.md')).toEqual(judged('readme.md'))
    expect(judged('todo.md')[0]).toBe('strict')
    expect(configFor(parse(text), 'todo.md').overrides).toEqual([])
  })

  test('yield to the command line', () => {
    const said = {preset: 'strict', rules: ['list-badge=error', 'entry-separator=off']}
    for (const path of ['readme.md', 'translations/fr.md', 'translations/de.md', 'todo.md'])
      expect(judged(path, said)).toEqual(['strict', 'off', ['error']])
    expect(judged('translations/de.md', {rules: ['entry-separator=warn']})).toEqual([
      'default',
      ['warning', {a: 1}],
      ['warning']
    ])
  })
})

test('the nearest name is near', () => {
  expect(nearest('--formta', ['--format', '--fix'])).toBe('--format')
  expect(nearest('FIX', ['fix'])).toBe('fix')
  expect(nearest('zzzz', ['fix', 'diff'])).toBeUndefined()
})

test.for([
  [1n, 'bigint'],
  [() => 1, 'function'],
  [Symbol('x'), 'symbol']
] as const)('what no file can hold is complained of, too: %s', ([value, said]) => {
  const config = {rules: {'entry-order': value}} as never
  expect(complaint(() => lint({text: '# A\n', config}))).toMatch(`\`config.rules.entry-order\` is \`${said}\``)
})
