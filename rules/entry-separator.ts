import {replace} from '../src/document/edit.ts'
import {type EntryParts, mask, partsOf} from '../src/document/entry/entry-parts.ts'
import {countsOf, houseStyle} from '../src/document/entry/house-style.ts'
import type {Problem, Range} from '../src/lint/rule.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

const eight = (separator: string): string =>
  Array.from('ABCDEFGH', name => `- [${name}](https://${name.toLowerCase()}.example)${separator}All about it.\n`).join(
    ''
  )

export default defineRule<{separator: string}>({
  id: 'entry-separator',
  summary: 'Part link and description as the list does.',
  why: 'Entries that are parted in one way read as one list, and programs that read them find the descriptions.',
  severity: 'warning',
  fix: 'safe',
  aliases: ['awesome-list-item'],
  options: {
    separator: {
      meaning: 'What stands between link and description, with its blanks. Without it: what most entries have.',
      example: ' - '
    }
  },
  presetOptions: {awesome: {separator: ' - '}},
  examples: {
    good: [
      {
        text: `${eight(' – ')}- [I](https://i.example) 🗄️ – All about it.\n- [J](https://j.example) by J. J. – All about it.\n`
      },
      {text: `${eight(' - ')}- [I](https://i.example) and [J](https://j.example)\n- [K](https://k.example)\n`},
      {text: '- [A](https://a.example) - One.\n- [B](https://b.example): Another.\n'},
      {text: `${eight(' -\n  ')}- [I](https://i.example) :tada: - All about it.\n`}
    ],
    bad: [
      {
        text: `${eight(' - ')}- [I](https://i.example): All about it.\n`,
        says: ['9:25: Unexpected separator `: `, expected ` - ` as in 8 of 9 entries here'],
        fixed: `${eight(' - ')}- [I](https://i.example) - All about it.\n`
      },
      {
        text: `${eight(': ')}- [I](https://i.example)The last of them.\n`,
        says: ['9:25: Expected `: ` between link and description as in 8 of 9 entries here, add it'],
        fixed: `${eight(': ')}- [I](https://i.example): The last of them.\n`
      },
      {
        text: '- [A](https://a.example): One.\n',
        options: {separator: ' - '},
        says: ['1:25: Unexpected separator `: `, expected ` - `'],
        fixed: '- [A](https://a.example) - One.\n'
      }
    ]
  },
  *check({list, options}) {
    const style = houseStyle(list, entry => {
      const parts = partsOf(list, entry)
      // A line break in it is a blank for the reader.
      return parts?.description && !parts.noted ? parts.separator.text.replace(/[ \t]*\n[ \t]*/, ' ') : undefined
    })
    for (const entry of list.entries) {
      const parts = partsOf(list, entry)
      if (!parts?.description) continue
      const habit = style(entry)
      const expected = options.separator ?? habit?.value
      if (expected === undefined || parts.separator.text.includes('\n')) continue
      const because = options.separator === undefined && habit ? ` as in ${countsOf(habit)}` : ''
      const problem = judge(parts, expected, because)
      if (problem) yield problem
    }
  }
})

function judge(parts: EntryParts, expected: string, because: string): Problem | undefined {
  const {range, text, mark} = parts.separator
  const wanted = expected.trim()
  // Where the list has no mark of its own, one is no mistake.
  if (text === expected || wanted === '') return undefined
  // A note before the mark may bring a blank of its own.
  if (parts.noted && mark === wanted) return spacing(range, text, expected, because)
  if (mark === '') return missing(range, expected, because)
  // Two links beside each other are two ways to one thing.
  if (/[|/\u00b7\u2022\u2192~]/u.test(mark) && parts.masked[range[1] - parts.nameEnd] === mask.link) return undefined
  return {
    at: range,
    reason: `Unexpected separator \`${text}\`, expected \`${expected}\`${because}`,
    fix: safe(`Use \`${expected}\``, replace(...range, expected))
  }
}

/** The mark is right, the blanks around it are not. */
function spacing(range: Range, text: string, expected: string, because: string): Problem | undefined {
  const written = text.startsWith(' ') && !expected.startsWith(' ') ? text.trimStart() : text
  if (written === expected) return undefined
  return {
    at: range,
    reason: `Unexpected separator \`${text}\`, expected \`${expected}\`${because}`,
    fix: safe(`Use \`${expected}\``, replace(...range, expected))
  }
}

function missing(range: Range, expected: string, because: string): Problem {
  return {
    at: range,
    reason: `Expected \`${expected}\` between link and description${because}, add it`,
    fix: safe(`Insert \`${expected}\``, replace(...range, expected))
  }
}
