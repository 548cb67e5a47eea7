import {isMain} from '../src/document/facts.ts'
import {defineRule} from '../src/lint/rule.ts'

/** Where GitHub looks for it: at the root, in `.github` and in `docs`. */
const guidelines = /^(?:\.github\/|docs\/)?contributing(?:[._-][^/]*)?$/i

const withFiles = (...paths: readonly string[]) => ({files: {here: 'readme.md', paths: ['readme.md', ...paths]}})

export default defineRule({
  id: 'list-contributing',
  summary: 'Say in a file how to contribute.',
  why: 'GitHub links `contributing.md` from every new pull request: who reads it first asks for less and breaks less.',
  severity: 'warning',
  presets: ['awesome', 'strict'],
  aliases: ['awesome-contributing'],
  examples: {
    good: [
      {text: '# Tools\n'},
      {text: '# Tools\n', facts: withFiles('.github/CONTRIBUTING.md')},
      {text: '# Werkzeuge\n', facts: {files: {here: 'docs/de.md', paths: ['docs/de.md', 'readme.md']}}}
    ],
    bad: [
      {
        text: '# Tools\n',
        facts: withFiles('license'),
        says: ['1:1: Expected a file `contributing.md` that says how to add to the list, add one']
      }
    ]
  },
  *check({list, facts}) {
    const {files} = facts
    if (!list.root.position || !files || !isMain(files) || files.paths.some(path => guidelines.test(path))) return
    yield {
      at: list.title ? [list.title.range[0], list.title.heading.position!.end.offset!] : [0, 0],
      reason: 'Expected a file `contributing.md` that says how to add to the list, add one'
    }
  }
})
