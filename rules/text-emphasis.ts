import type {BrokenMark} from '../src/document/words/broken-marks.ts'
import {readBrokenMarks} from '../src/document/words/broken-marks.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

/** What is there and what to do, for each way to break a mark. */
const words: Readonly<Record<BrokenMark['kind'], (mark: string) => string>> = {
  'blank inside': mark =>
    `Unexpected blank on the inner side of \`${mark}\`, remove it: markdown sees no emphasis here`,
  'too many': mark => `Unexpected second \`${mark}\`, expected as many at the start as at the end`,
  'never closed': mark => `Unexpected \`${mark}\` without its counterpart, expected one at each end`,
  'read as a bullet': mark => `Unexpected blanks inside of \`${mark}\`, remove them: markdown sees a list item here`,
  stray: mark => `Unexpected \`${mark}\`, which nothing opens, remove it`
}

/** Where a half is missing, it may as well be the other that is too much. */
const isSure = (kind: BrokenMark['kind']): boolean => kind !== 'never closed' && kind !== 'stray'

export default defineRule({
  id: 'text-emphasis',
  summary: 'Open and close emphasis with the same marks, close to the words.',
  why: 'Where they do not fit, readers see the stars and underscores instead of the emphasis.',
  severity: 'warning',
  fix: 'mixed',
  examples: {
    good: [
      {text: '**Bold**, *light*, __bold__ and 2 ** 3 ** 4, `** code **`, src/**/test/**\n'},
      {text: '* One item *\n* Another\n'},
      {text: '- **[A](https://a.example)** and [**B**](https://b.example)\n'},
      {text: 'A footnote* and another**\n'}
    ],
    bad: [
      {
        text: 'Some **bold words ** here.\n',
        says: ['1:6: Unexpected blank on the inner side of `**`, remove it: markdown sees no emphasis here'],
        fixed: 'Some **bold words** here.\n'
      },
      {
        text: '_Gardening__\n',
        says: ['1:12: Unexpected second `_`, expected as many at the start as at the end'],
        fixed: '_Gardening_\n'
      },
      {
        text: '- [**A](https://a.example)\n',
        says: ['1:4: Unexpected `**` without its counterpart, expected one at each end'],
        fixed: '- [**A**](https://a.example)\n'
      },
      {
        text: '## Tools\n\n* Things to work with. *\n\n* [A](https://a.example)\n',
        says: ['3:1: Unexpected blanks inside of `*`, remove them: markdown sees a list item here'],
        fixed: '## Tools\n\n*Things to work with.*\n\n* [A](https://a.example)\n'
      }
    ]
  },
  *check({list}) {
    for (const {kind, mark, range, edits} of readBrokenMarks(list))
      yield {at: range, reason: words[kind](mark), fix: (isSure(kind) ? safe : unsafe)('Repair the marks', ...edits)}
  }
})
