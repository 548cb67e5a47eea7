import {remove, replace} from '../src/document/edit.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

/** Two points where one ends a sentence: no path, no ellipsis, no range. */
const points = /(?<=[\p{L}\p{N})\]"'”’`*_])\.\.(?![.\p{L}\p{N}/\\*])(?=\s|$|[)\]"'”’*_])/gu

/** Points behind what is left open. */
const open = /(?:\b(?:more|on|on and on|others|etc|so forth|mehr|más|mais|plus|soon|wait)|\d)$/i

/** A comma twice, or before the point that ends a sentence. */
const commas = /(?<=[\p{L}\p{N})\]"'”’`*]),[,.](?=\s|$)/gu

export default defineRule({
  id: 'text-punctuation',
  summary: 'Write punctuation marks once.',
  why: 'A doubled point or comma is a slip of the hand that readers stumble over.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['no-repeat-punctuation'],
  examples: {
    good: [
      {text: '- [A](https://a.example) - Waits... and goes on. See ../b and 1..9, `c..`, etc.\n'},
      {text: '- [A](https://a.example) - Tools by A Inc., in a row.\n'},
      {text: '- [What is it?](https://a.example). Wow!!\n'}
    ],
    bad: [
      {
        text: '- [A](https://a.example) - First of all..\n',
        says: ['1:40: Unexpected `..`, expected `.`'],
        fixed: '- [A](https://a.example) - First of all.\n'
      },
      {
        text: '- [A](https://a.example) - One,, two.\n',
        says: ['1:31: Unexpected `,,`, expected `,`'],
        fixed: '- [A](https://a.example) - One, two.\n'
      },
      {
        text: '- [A](https://a.example) - And so on..\n',
        says: ['1:37: Unexpected `..`, expected `.` or `...`'],
        fixed: '- [A](https://a.example) - And so on...\n'
      }
    ]
  },
  *check({list}) {
    for (const {range, block} of list.prose) {
      const text = list.text.slice(...range)
      for (const match of text.matchAll(points)) {
        const start = range[0] + match.index
        const at = [start, start + 2] as const
        const isOpen = open.test(text.slice(0, match.index))
        // Inside of a sentence nobody knows whether a pause was meant or its end.
        const ends =
          list.text.slice(start + 2, block.range[1]).trim() === '' || /^ \p{Lu}/u.test(text.slice(match.index + 2))
        if (isOpen)
          yield {
            at,
            reason: 'Unexpected `..`, expected `.` or `...`',
            fix: unsafe('Make it an ellipsis', replace(...at, '...'))
          }
        else if (ends)
          yield {at, reason: 'Unexpected `..`, expected `.`', fix: safe('Remove one', remove(start + 1, start + 2))}
      }
      for (const match of text.matchAll(commas)) {
        const start = range[0] + match.index
        const kept = match[0][1]!
        yield {
          at: [start, start + 2],
          reason: `Unexpected \`${match[0]}\`, expected \`${kept}\``,
          fix: safe('Remove the comma', remove(start, start + 1))
        }
      }
    }
  }
})
