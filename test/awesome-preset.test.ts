import {describe, expect, it, test} from 'vitest'
import {rules} from '../rules/index.ts'
import type {Facts} from '../src/document/facts.ts'
import {examineHere} from '../src/job/examine-here.ts'
import {defaultConfig} from '../src/lint/config.ts'
import type {Diagnostic} from '../src/lint/diagnostic.ts'

const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)'
const files = (here: string, ...paths: readonly string[]): Facts => ({
  files: {here, paths: [here, 'license', 'contributing.md', ...paths]}
})

/** A list that awesome-lint takes, with something put below its first section. */
const listWith = (words: string): string =>
  `# Awesome Tools ${badge}\n\n> Tools for wood and stone.\n\n## Contents\n\n- [Saws](#saws)\n\n## Saws\n\n- [Alpha](https://a.example) - Cuts wood.\n${words}`

/** The same with five sections, and contents that have what is given. */
const listOf = (...contents: readonly string[]): string =>
  listWith(
    ['Planes', 'Axes', 'Files', 'Rasps']
      .map(name => `\n## ${name}\n\n- [${name} Ltd](https://${name.toLowerCase()}.example) - Sells them.\n`)
      .join('')
  ).replace('- [Saws](#saws)\n', contents.map(name => `- [${name}](#${name.toLowerCase()})\n`).join(''))

const examine = (text: string, facts = files('readme.md')): readonly Diagnostic[] =>
  examineHere({path: 'readme.md', text, config: {...defaultConfig, preset: 'awesome'}, facts}).diagnostics

interface Row {
  /** The id in awesome-lint. */
  readonly theirs: string
  readonly ours: string
  readonly text: string
  readonly facts?: Facts
}

const row = (theirs: string, ours: string, text: string, facts?: Facts): Row => ({
  theirs,
  ours,
  text,
  ...(facts && {facts})
})
const style = (theirs: string, words: string, facts?: Facts): Row =>
  row(theirs, 'markdown-style', listWith(`\n${words}`), facts)

/** What each check of awesome-lint 2.3 refuses. */
const refused: readonly Row[] = [
  row('awesome-heading', 'heading-title', `## Tools\n\n- [A](https://a.example) - Cuts wood.\n`),
  row('awesome-heading', 'heading-title', `# awesome tools ${badge}\n`),
  row('awesome-heading', 'heading-title', listWith('\n# Planes\n\n- [B](https://b.example) - Planes wood.\n')),
  row('no-multiple-toplevel-headings', 'heading-title', listWith('\n# Planes\n\n- [B](https://b.example) - Planes.\n')),
  row('awesome-badge', 'list-badge', '# Awesome Tools\n'),
  row('awesome-badge', 'list-badge', '# Awesome Tools [![Awesome](https://a.example/badge.svg)](https://awesome.re)\n'),
  row('awesome-contributing', 'list-contributing', '# Awesome Tools\n', {
    files: {here: 'readme.md', paths: ['readme.md', 'license']}
  }),
  row('awesome-github', 'list-license', '# Awesome Tools\n', {
    files: {here: 'readme.md', paths: ['readme.md', 'contributing.md']}
  }),
  row('awesome-license', 'list-license', listWith('\n## License\n\nCC0\n')),
  row('awesome-license', 'list-license', listWith('\n## Licence\n\nCC0\n')),
  row('awesome-list-item', 'entry-marker-space', listWith('-[B](https://b.example) - Cuts stone.\n')),
  row('awesome-list-item', 'link-text', listWith('- [](https://b.example) - Cuts stone.\n')),
  ...[': Cuts stone.', ' – Cuts stone.', ' — Cuts stone.', '- Cuts stone.', ' -Cuts stone.', ' Cuts stone.'].map(said =>
    row('awesome-list-item', 'entry-separator', listWith(`- [B](https://b.example)${said}\n`))
  ),
  row('awesome-list-item', 'entry-description-case', listWith('- [B](https://b.example) - cuts stone.\n')),
  row('awesome-list-item', 'entry-final-period', listWith('- [B](https://b.example) - Cuts stone\n')),
  row('awesome-list-item', 'link-destination', listWith('- [B](http//b.example) - Cuts stone.\n')),
  row(
    'no-repeat-item-in-description',
    'entry-description-echo',
    listWith('- [Beta](https://b.example) - Beta cuts stone.\n')
  ),
  row('awesome-spell-check', 'text-brand-case', listWith('- [B](https://b.example) - Cuts Github.\n')),
  row('awesome-toc', 'contents-match', listOf('Saws', 'Planes', 'Axes', 'Files', 'Rasps').replace('(#axes)', '(#axe)')),
  row('awesome-toc', 'contents-match', listOf('Saws', 'Planes', 'Axes', 'Files', 'Rasps', 'Nails')),
  row('awesome-toc', 'contents-match', listOf('Saws', 'Planes', 'Files', 'Rasps')),
  row('awesome-toc', 'contents-match', listOf('Saws', 'Axes', 'Planes', 'Files', 'Rasps')),
  row('awesome-no-ci-badge', 'list-badge', `# Awesome Tools ${badge} ![Build Status](https://travis-ci.org/a/b.svg)\n`),
  row('awesome-no-ci-badge', 'list-badge', `# Awesome Tools ${badge} ![CI](https://circleci.com/gh/a/b.svg)\n`),
  row(
    'awesome-no-ci-badge',
    'list-badge',
    `# Awesome Tools ${badge}\n\n![CI](https://github.com/a/b/actions/workflows/ci.yml/badge.svg)\n`
  ),
  row('double-link', 'entry-unique', listWith('- [Alpha](http://www.a.example/) - Cuts wood.\n')),
  row('final-newline', 'text-whitespace', `# Awesome Tools ${badge}`),
  row(
    'unordered-list-marker-style',
    'entry-marker-style',
    listWith(`${'- [B](https://b.example) - Cuts.\n'.repeat(8)}\n* [C](https://c.example) - Cuts.\n`)
  ),
  style('balanced-punctuation', 'A “good saw.\n'),
  style('blockquote-indentation', '>One.\n'),
  style('checkbox-character-style', '- [x] One\n- [X] Two\n'),
  style('checkbox-content-indent', '- [ ]  One\n'),
  style('code-block-style', 'Code:\n\n    saw()\n'),
  style('definition-case', '[One][one]\n\n[One]: https://b.example\n'),
  style('definition-spacing', '[One two][]\n\n[one  two]: https://b.example\n'),
  style('emphasis-marker', '*One* and _two_.\n'),
  style('fenced-code-marker', '~~~js\nsaw()\n~~~\n'),
  style('file-extension', '', files('readme.txt')),
  style('hard-break-spaces', 'One   \ntwo.\n'),
  style('heading-style', 'Planes\n------\n\nNone.\n'),
  style('link-title-style', '[One](https://b.example "One")\n'),
  style('list-item-bullet-indent', 'More:\n\n - One\n'),
  style('list-item-indent', 'More:\n\n-   One\n'),
  style('no-blockquote-without-marker', '> One\ntwo.\n'),
  style('no-emphasis-as-heading', '**Planes**\n\nNone.\n'),
  style('no-file-name-articles', '', files('the-list.md')),
  style('no-file-name-consecutive-dashes', '', files('big--list.md')),
  style('no-file-name-irregular-characters', '', files('big_list.md')),
  style('no-file-name-mixed-case', '', files('Readme.md')),
  style('no-file-name-outer-dashes', '', files('list-.md')),
  style('no-heading-content-indent', '##  Planes\n\nNone.\n'),
  style('no-heading-indent', ' ## Planes\n\nNone.\n'),
  ...['!', ',', '.', ':', ';', '?'].map(mark => style('no-heading-punctuation', `## Planes${mark}\n\nNone.\n`)),
  style('no-repeat-punctuation', 'Good saws!!\n'),
  style('no-shell-dollars', '```sh\n$ saw\n```\n'),
  style('no-table-indentation', ' | One | Two |\n | --- | --- |\n'),
  style('no-undefined-references', '[One][nowhere]\n'),
  style('no-unneeded-full-reference-image', '![one][one]\n\n[one]: https://b.example/one.png\n'),
  style('no-unneeded-full-reference-link', '[one][one]\n\n[one]: https://b.example\n'),
  style('no-unused-definitions', '[one]: https://b.example\n'),
  style('ordered-list-marker-style', '1. One\n\nMore:\n\n1) One\n'),
  style('ordered-list-marker-value', '1. One\n3. Two\n'),
  style('rule-style', '***\n'),
  style('strong-marker', '**One** and __two__.\n'),
  style('table-cell-padding', '| One | Two |\n| --- | --- |\n|1    |    2|\n'),
  style('table-pipe-alignment', '| One | Two |\n| --- | --- |\n| One hundred | 2 |\n'),
  style('table-pipes', 'One | Two\n--- | ---\n1 | 2\n')
]

describe('the preset awesome finds what awesome-lint finds', () => {
  it.each(refused.map(each => [each.theirs, each.text, each] as const))('%s: %j', (theirs, _, {ours, text, facts}) => {
    const rule = rules.find(({id}) => id === ours)
    const said = examine(text, facts).filter(found => found.rule === ours)
    expect(said).not.toEqual([])
    expect([...(rule?.aliases ?? []), ours]).toContain(theirs)
    if (ours === 'markdown-style') expect(said.map(({note}) => note).join()).toContain(`\`${theirs}\``)
  })

  it.each(refused.filter(({ours}) => ours === 'markdown-style').map(each => [each.theirs, each] as const))(
    'a comment silences %s',
    (theirs, {text, facts}) => {
      const [head = '', ...rest] = text.split(/(?<=\n)/)
      const named = (id: string) => examine(`${head}\n<!--lint disable ${id}-->\n${rest.join('')}`, facts)
      const mine = (found: readonly Diagnostic[]) => found.filter(({note}) => note?.includes(`\`${theirs}\``))
      // What is about the whole file stands before any comment.
      const wholeFile = theirs.startsWith('no-file-name') || theirs.startsWith('file-')
      expect(mine(named(theirs)).every(({suppressed}) => suppressed)).toBe(!wholeFile)
      expect(mine(named('no-such-check')).every(({suppressed}) => !suppressed)).toBe(true)
    }
  )
})

/** What awesome-lint is told to find and is wrong about, or what it was reported for. */
const accepted: readonly (readonly [string, string])[] = [
  ['a list as it should be', listWith('')],
  ['contents of many sections', listOf('Saws', 'Planes', 'Axes', 'Files', 'Rasps')],
  ['contents under another name', listWith('').replace('## Contents', '## 📌 Table of Contents')],
  [
    'endings of many kinds',
    listWith('- [Beta](https://b.example) - Cuts stone!\n- [Gamma](https://c.example) - Which one? (Any.)\n')
  ],
  [
    'first words that are names',
    listWith('- [Beta](https://b.example) - npm for stone.\n- [Gamma](https://c.example) - iOS too, and C#.\n')
  ],
  ['links to the top', listWith('\n**[⬆ back to top](#contents)**\n\n**[⬆ back to top](#contents)**\n')],
  ['emoji and tags behind the link', listWith('- [Beta](https://b.example) 🗄️ - Cuts stone.\n')],
  ['an entry in bold', listWith('- **[Beta](https://b.example)** - Cuts stone.\n')],
  ['apostrophes and quotes', listWith('- [Beta](https://b.example) - Don’t cut “wood” with the carpenters’ saw.\n')],
  ['an apostrophe beside a straight quote', listWith('- [Beta](https://b.example) - It\'s the "saw" of the \'90s.\n')],
  ['footnotes', listWith('- [Beta](https://b.example) - Cuts stone.[^1]\n\n[^1]: Not all of it.\n')],
  ['alerts', listWith('\n> [!NOTE]\n> Mind your fingers.\n')],
  ['boxes', listWith('\n- [x] One\n- [ ] Two\n')],
  [
    'the same page at two places',
    listWith('- [Beta](https://b.example/#1) - Saw.\n- [Gamma](https://b.example/#2) - Saw.\n')
  ],
  ['queries', listWith('- [Beta](https://b.example/?a=1) - Saw.\n- [Gamma](https://b.example/?a=2) - Saw.\n')],
  ['endings in quotes and code', listWith('- [Beta](https://b.example) - Known as `saw`.\n')],
  ['Chinese', `# 工具 ${badge}\n\n## 目录\n\n- [锯](#锯)\n\n## 锯\n\n- [Alpha](https://a.example) - 「锯」木头。\n`],
  [
    'a logo above the title',
    `<div align="center"><img src="https://a.example/logo.png" alt="Tools"></div>\n\n${listWith('')}`
  ],
  ['a title in HTML', listWith('').replace(/^# .*$/m, '<h1 align="center">Awesome Tools</h1>')],
  [
    'an older badge',
    listWith('').replace(
      badge,
      '[![Awesome](https://cdn.rawgit.com/sindresorhus/awesome/d7305f/media/badge.svg)](https://github.com/sindresorhus/awesome)'
    )
  ],
  ['names in small letters', listWith('').replace('Awesome Tools', 'Awesome npm Tools for iOS')],
  ['a file name as title', listWith('').replace('Awesome Tools', 'Awesome Play.js')]
]

describe('the preset awesome is silent where awesome-lint is wrong', () => {
  it.each(accepted)('%s', (_, text) => {
    expect(examine(text).map(({rule, reason}) => `${rule}: ${reason}`)).toEqual([])
  })
})

/** Which rule has each check of awesome-lint; the checks of `markdown-style` are its aliases. */
const covered: Readonly<Record<string, string>> = {
  'awesome-heading': 'heading-title',
  'awesome-badge': 'list-badge',
  'awesome-contributing': 'list-contributing',
  'awesome-github': 'list-license',
  'awesome-license': 'list-license',
  'awesome-list-item': 'entry-marker-space',
  'awesome-no-ci-badge': 'list-badge',
  'awesome-spell-check': 'text-brand-case',
  'awesome-toc': 'contents-match',
  'double-link': 'entry-unique',
  'final-newline': 'text-whitespace',
  'no-multiple-toplevel-headings': 'heading-title',
  'no-repeat-item-in-description': 'entry-description-echo',
  'unordered-list-marker-style': 'entry-marker-style'
}

test('every id of awesome-lint silences our rule for it', () => {
  for (const [theirs, ours] of Object.entries(covered))
    expect(rules.find(({id}) => id === ours)?.aliases, `${theirs} is an alias of ${ours}`).toContain(theirs)
  const tested = new Set(refused.map(({theirs}) => theirs))
  expect(rules.find(({id}) => id === 'markdown-style')?.aliases?.filter(id => !tested.has(id))).toEqual([])
})
