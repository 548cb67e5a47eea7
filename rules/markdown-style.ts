import type {Problem} from '../src/lint/rule.ts'
import {defineRule} from '../src/lint/rule.ts'
import {blocks} from './markdown-style/blocks.ts'
import type {Check} from './markdown-style/check.ts'
import {files} from './markdown-style/files.ts'
import {headings} from './markdown-style/headings.ts'
import {inline} from './markdown-style/inline.ts'
import {lists} from './markdown-style/lists.ts'
import {references} from './markdown-style/references.ts'
import {tables} from './markdown-style/tables.ts'
import {words} from './markdown-style/words.ts'

/** What of remark-lint's checks awesome-lint asks for and no other rule has. */
const checks: readonly Check[] = [
  ...headings,
  ...lists,
  ...blocks,
  ...inline,
  ...references,
  ...tables,
  ...words,
  ...files
]

export default defineRule({
  id: 'markdown-style',
  summary: 'Write markdown in one style.',
  why: 'awesome-lint asks the same of every list, so that one is written like the other.',
  severity: 'warning',
  fix: 'mixed',
  presets: ['awesome', 'strict'],
  aliases: checks.map(({id}) => id),
  examples: {good: checks.flatMap(({good = []}) => good), bad: checks.flatMap(({bad}) => bad)},
  *check({list, facts}) {
    // Without positions nothing is known of how it is written.
    if (!list.root.position) return
    for (const {id, why, check} of checks) {
      for (const problem of check(list, facts))
        yield {...problem, note: `${why} (\`${id}\` in remark-lint)`, aliases: [id]} satisfies Problem
    }
  }
})
