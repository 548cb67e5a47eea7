import {remove, replace} from '../src/document/edit.ts'
import type {Breakage} from '../src/document/link/broken-link.ts'
import type {AwesomeList} from '../src/document/list.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, invisible, safe} from '../src/lint/rule.ts'

/** What is there and what to do, for each way to break a link. */
const words: Readonly<Record<Breakage, string>> = {
  'space before the address': 'Unexpected space between `]` and `(`, remove it: markdown sees no link here',
  'full-width parentheses':
    'Unexpected full-width parentheses around the address, expected `(` and `)`: markdown sees no link here',
  'reversed brackets': 'Unexpected `(text)[address]`, expected `[text](address)`',
  'swapped text and address': 'Unexpected `[address](text)`, expected `[text](address)`',
  'square brackets around the address': 'Unexpected `[text][address]`, expected `[text](address)`',
  'wrong closing bracket': 'Unexpected closing bracket, expected `[text](address)`',
  'wrong opening bracket': 'Unexpected opening bracket, expected `[text](address)`',
  'missing opening parenthesis': 'Expected `(` between `]` and the address, add it',
  'missing closing parenthesis': 'Expected `)` after the address, add it',
  'missing closing bracket': 'Expected `]` between the text and the address, add it',
  'missing opening bracket': 'Expected `[` before the text of the link, add it',
  'stray closing parenthesis': 'Unexpected `)` between `]` and `(`, remove it',
  'stray characters before the address': 'Unexpected characters between `(` and the address, remove them',
  'blank inside the address': 'Unexpected blank inside the address, remove it: markdown sees no link here'
}

export default defineRule({
  id: 'link-syntax',
  summary: 'Write links as `[text](address)`, on one line.',
  why: 'One wrong bracket and markdown sees no link: the reader gets the raw text, and the entry leads nowhere.',
  severity: 'error',
  fix: 'safe',
  aliases: ['correct-media-syntax', 'no-undefined-references'],
  examples: {
    good: [
      {text: '- [A](https://a.example) - First.\n'},
      {text: '- [A][a] - First.\n\n[a]: https://a.example\n'},
      {text: '- [ ] (https://a.example) is a task.\n'},
      {text: 'In code: `[A] (https://a.example)`\n'},
      {text: 'Escaped: \\[A] (https://a.example)\n'}
    ],
    bad: [
      {
        text: '- [https://a.example](The first one) - First.\n',
        says: [`1:3: ${words['swapped text and address']}`],
        fixed: '- [The first one](https://a.example) - First.\n'
      },
      {
        text: '- A](https://a.example) - First.\n',
        says: [`1:3: ${words['missing opening bracket']}`],
        fixed: '- [A](https://a.example) - First.\n'
      },
      {text: '- [A](#a)]\n', says: ['1:10: Unexpected `]` after the link, remove it'], fixed: '- [A](#a)\n'},
      {
        text: '- A (once [B])(https://b.example) - First.\n',
        says: [`1:11: ${words['stray closing parenthesis']}`],
        fixed: '- A (once [B](https://b.example)) - First.\n'
      },
      {
        text: '- [A] (https://a.example) - First.\n',
        says: [`1:3: ${words['space before the address']}`],
        fixed: '- [A](https://a.example) - First.\n'
      },
      {
        text: '- (A)[https://a.example] - First.\n',
        says: [`1:3: ${words['reversed brackets']}`],
        fixed: '- [A](https://a.example) - First.\n'
      },
      {
        text: '- [A][https://a.example] - First.\n',
        says: [`1:3: ${words['square brackets around the address']}`],
        fixed: '- [A](https://a.example) - First.\n'
      },
      {
        text: '- [A](https://a.example - First.\n',
        says: [`1:3: ${words['missing closing parenthesis']}`],
        fixed: '- [A](https://a.example) - First.\n'
      },
      {
        text: '- [A]https://a.example) - First.\n',
        says: [`1:3: ${words['missing opening parenthesis']}`],
        fixed: '- [A](https://a.example) - First.\n'
      },
      {
        text: '- [A](https://a.example/b .html) - First.\n',
        says: [`1:3: ${words['blank inside the address']}`],
        fixed: '- [A](https://a.example/b.html) - First.\n'
      },
      {
        text: '- [A)(https://a.example) - First.\n',
        says: [`1:3: ${words['wrong closing bracket']}`],
        fixed: '- [A](https://a.example) - First.\n'
      },
      {
        text: '- [A](\nhttps://a.example) - First.\n',
        says: ['1:7: Unexpected line break inside the link, join the lines'],
        fixed: '- [A](https://a.example) - First.\n'
      }
    ]
  },
  *check({list}) {
    for (const {kind, range, edits} of list.brokenLinks)
      yield {at: range, reason: words[kind], fix: safe('Repair the link', ...edits)}
    yield* strayBrackets(list)
    for (const {resourceRange, urlRange} of list.links) {
      if (!resourceRange || !urlRange) continue
      const gap = list.text.slice(resourceRange[0], urlRange[0])
      if (!gap.includes('\n')) continue
      yield {
        at: [resourceRange[0], urlRange[0]],
        severity: 'warning',
        reason: 'Unexpected line break inside the link, join the lines',
        note: 'Markdown still reads it, but whatever works line by line (diffs, searches, other tools) loses the link.',
        fix: invisible('Join the lines', replace(resourceRange[0], urlRange[0], ''))
      }
    }
  }
})

/** A closing bracket right behind a link, in a text where none opened for it. */
function* strayBrackets(list: AwesomeList): Iterable<Problem> {
  for (const {range, resourceRange, node} of list.links) {
    const end = range[1]
    if (node?.type !== 'link' || !resourceRange || list.text[end] !== ']' || '[('.includes(list.text[end + 1] ?? ' '))
      continue
    const block = list.blocks.find(other => other.range[0] <= end && end < other.range[1])
    const words = block ? list.text.slice(...block.range) : '['
    if (words.split('[').length >= words.split(']').length) continue
    yield {
      at: [end, end + 1],
      severity: 'warning',
      reason: 'Unexpected `]` after the link, remove it',
      fix: safe('Remove it', remove(end, end + 1))
    }
  }
}
