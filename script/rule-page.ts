import type {Rule} from '../src/lint/rule.ts'
import type {BadExample, GoodExample} from '../src/lint/rule-description.ts'
import {fence, inlineCode} from '../src/report/markdown.ts'
import {printable} from '../src/report/printable.ts'
import {factsInWords} from './example-facts.ts'

const notice = '<!-- Written by `npm run generate` from the rules themselves; edit those. -->'

const intro = `${notice}

# Rules

Each rule has one file in this folder, and its examples here are its tests. Not all that is wrong is shown, and some good texts are here because older linters refuse them. What is invisible is made visible: \`·\` is a blank at the end of a line, \`→\` a tab, \`␍\` a carriage return, \`<U+00A0>\` a character by its number.

A **safe** fix keeps the author's meaning without doubt: \`--fix\` makes it, and a review suggests it. An **unsafe** fix wants a person's eye: \`--fix=all\` makes it. Both were proven before anyone sees them: applied, the finding is gone, nothing new is found, and the rendered page differs only where the finding says so.

To silence a rule in a list, write \`<!--lint disable RULE-->\`, \`<!--lint enable RULE-->\` or, for what follows at once, \`<!--lint ignore RULE-->\`. The ids of the same check in awesome-lint and remark-lint work there, too.
`

const bounds = `## document-bounds

A file that is too complex is not read.

Markdown can be written so that reading it takes minutes or all memory: thousands of open brackets in one paragraph, or quotations in quotations without end. Such a file is one finding, and the run goes on with the next. No list that people wrote comes near the bounds. This is not a rule that can be set: it guards all of them.

**error** · no fix · all presets
`

/** The page on which every rule has an anchor: its id. */
export function rulePage(rules: readonly Rule[]): string {
  const contents = [...rules.map(rule => rule.id), 'document-bounds'].map(id => `- [${id}](#${id})`).join('\n')
  return [intro, `${contents}\n`, ...rules.map(section), bounds].join('\n')
}

function section(rule: Rule): string {
  const {id, summary, why, examples} = rule
  const parts = [
    `## ${id}`,
    summary,
    why,
    properties(rule),
    ...options(rule),
    ...examples.bad.flatMap(bad),
    ...examples.good.flatMap(good)
  ]
  return `${parts.join('\n\n')}\n`
}

function properties({severity, fix, presets, aliases = []}: Rule): string {
  const elsewhere = aliases.length > 0 ? [`elsewhere ${aliases.map(inlineCode).join(', ')}`] : []
  return [
    `**${severity}**`,
    fixWords[fix ?? 'none'],
    presets
      ? presets.length > 0
        ? `${presets.length > 1 ? 'presets' : 'preset'} ${presets.join(', ')}`
        : 'only where the configuration asks for it'
      : 'all presets',
    ...elsewhere
  ].join(' · ')
}

const fixWords = {safe: 'safe fix', unsafe: 'unsafe fix', mixed: 'safe or unsafe fix, by the case', none: 'no fix'}

function options({options}: Rule): readonly string[] {
  if (!options) return []
  const lines = Object.entries(options).map(
    ([name, {meaning, example}]) => `- ${inlineCode(`${name}: ${JSON.stringify(example)}`)}: ${meaning}`
  )
  return ['Options:', lines.join('\n')]
}

const bad = ({text, says, fixed, ...rest}: BadExample): readonly string[] => [
  caption(`Bad${under({text, ...rest})}`, text),
  block('markdown', text),
  fence('text', says.map(printable)),
  ...(fixed === undefined
    ? []
    : fixed === ''
      ? ['Fixed: nothing is left.']
      : [caption('Fixed', fixed), block('markdown', fixed)])
]

const good = (example: GoodExample): readonly string[] => [
  caption(`Good${under(example)}`, example.text),
  block('markdown', example.text)
]

/** Under which options an example holds, beside which files, with what else known, in which change. */
function under({options, facts, changedLines}: GoodExample): string {
  const {here, paths = []} = facts?.files ?? {}
  const others = paths.filter(path => path !== here).map(inlineCode)
  const parts = [
    ...(options ? [`with ${inlineCode(JSON.stringify(options))}`] : []),
    ...(here ? [`as ${inlineCode(here)}${others.length > 0 ? ` beside ${others.join(', ')}` : ''}`] : []),
    ...factsInWords(facts ?? {}),
    ...(changedLines ? [`where a pull request changes lines ${changedLines.join(', ')}`] : [])
  ]
  return parts.map(part => `, ${part}`).join('')
}

const caption = (word: string, text: string): string =>
  text.endsWith('\n') ? `${word}:` : `${word}, without a line break at the end:`

const block = (info: string, text: string): string => fence(info, text.replace(/\n$/, '').split('\n').map(visible))

/** A line with what nobody could see or what could deceive the eye made plain. */
function visible(line: string): string {
  const tail = line.replace(/\r$/, '').trimEnd().length
  return Array.from(line.matchAll(/./gsu), ({0: character, index}) => {
    if (character === '\t') return '→'
    if (character === '\r') return '␍'
    if (character === ' ') return index >= tail ? '·' : ' '
    if (/\p{Zs}/u.test(character)) return `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`
    return printable(character)
  }).join('')
}
