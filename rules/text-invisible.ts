import {remove, replace} from '../src/document/edit.ts'
import {lineEnd, lineStart} from '../src/document/line.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

/** Marks of no width, controls, and blanks that look like an ordinary one. */
const unseen =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u2060\ufeff]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069]+|[\u00a0\u2000-\u200a\u202f\u205f]+/g

/** Scripts that are written from right to left, or need marks of no width between letters. */
const needsMarks =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

const nameOf = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

export default defineRule({
  id: 'text-invisible',
  summary: 'Leave out characters that nobody can see.',
  why: 'Characters without width and exotic blanks break searches, links and list markers, and no reviewer can see them.',
  severity: 'warning',
  fix: 'safe',
  examples: {
    good: [
      {text: '- [A](https://a.example) - 👩‍💻 می‌خواهم.\n'},
      {text: '\uFEFF# A byte-order mark at the start\n'},
      {text: '- U+200B is \u200B here.\n'},
      {text: '10\u00a0km «\u00a0oui\u00a0»\n'}
    ],
    bad: [
      {
        text: '- [A\u200B](https://a.example) - First.\n',
        says: ['1:5: Unexpected invisible character U+200B, remove it'],
        fixed: '- [A](https://a.example) - First.\n'
      },
      {
        text: '-\u00a0[A](https://a.example)\n',
        says: ['1:2: Unexpected blank U+00A0 where markdown needs a space, replace it'],
        fixed: '- [A](https://a.example)\n'
      }
    ]
  },
  *check({list}) {
    // Without positions nobody can tell code from words.
    if (!list.root.position) return
    const marksAllowed = needsMarks.test(list.text)
    for (const match of list.text.matchAll(unseen)) {
      const [found] = match
      const start = match.index
      const at = [start, start + found.length] as const
      if (start === 0 && found === '\uFEFF') continue
      if (list.verbatim.some(range => range[0] <= start && start < range[1])) continue
      if (/[\u00a0\u2000-\u200a\u202f\u205f]/.test(found)) {
        // Elsewhere such a blank may be typography.
        const before = list.text.slice(lineStart(list.text, start), start)
        if (!/^\s*(?:[-*+]|\d+[.)]|#{1,6})?$/.test(before) || list.text[at[1]] === '\n' || before.includes('\ufeff'))
          continue
        if (/^\s*$/.test(before) && !/^\s*(?:[-*+]|\d+[.)])\s/.test(list.text.slice(at[1], at[1] + 8))) continue
        yield {
          at,
          reason: `Unexpected blank ${nameOf(found)} where markdown needs a space, replace it`,
          fix: safe('Use a space', replace(...at, ' '.repeat(found.length)))
        }
        continue
      }
      // A line about such characters may show them.
      if (/U\+[\dA-F]{4}/.test(lineAround(list.text, start))) continue
      if (marksAllowed && /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(found)) continue
      yield {
        at,
        reason: `Unexpected invisible character ${nameOf(found)}, remove it`,
        fix: safe('Remove it', remove(...at))
      }
    }
  }
})

const lineAround = (text: string, offset: number): string => text.slice(lineStart(text, offset), lineEnd(text, offset))
