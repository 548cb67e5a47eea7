import {defineRule} from '../src/lint/rule.ts'

interface Options {
  readonly max: number
}

const text =
  '- [A](https://a.example) - First.\n- [B](https://b.example) - Second.\n- [C](https://c.example) - Third.\n'

export default defineRule<Options>({
  id: 'change-one-entry',
  summary: 'Add one entry with one pull request.',
  why: 'One entry is talked about, taken or refused by itself; of several, the best waits for the worst.',
  severity: 'warning',
  presets: [],
  options: {max: {meaning: 'How many entries one pull request may add or change; without it, 1.', example: 2}},
  examples: {
    good: [
      {text},
      {text, changedLines: [2]},
      {text, changedLines: [2, 3], options: {max: 2}},
      {text: '# Tools\n\nOne.\n', changedLines: [1, 3]}
    ],
    bad: [
      {
        text,
        changedLines: [2, 3],
        says: [
          '3:1: Unexpected 2 entries added or changed at once, expected one, propose each in a pull request of its own'
        ]
      }
    ]
  },
  *check({list, options: {max = 1}, hasDiff, isChanged}) {
    if (!hasDiff) return
    const changed = list.entries.filter(entry => isChanged(entry.head))
    const first = changed[max]
    if (!first) return
    yield {
      at: first.head,
      reason: `Unexpected ${changed.length} entries added or changed at once, expected ${max === 1 ? 'one' : `at most ${max}`}, propose each in a pull request of its own`,
      related: changed.filter(entry => entry !== first).map(({head}) => ({message: 'also added or changed', at: head}))
    }
  }
})
