import {remove} from '../src/document/edit.ts'
import type {Entry} from '../src/document/entry/entry.ts'
import type {EntryParts} from '../src/document/entry/entry-parts.ts'
import {partsOf} from '../src/document/entry/entry-parts.ts'
import {houseStyle} from '../src/document/entry/house-style.ts'
import {minimum} from '../src/document/style.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

/** Where this share of the entries is described, the others are, too, or were forgotten. */
const nearlyAll = 0.95

/** … and there are at least this many of them. */
const many = 20

const twenty = Array.from(
  {length: 20},
  (_, index) => `- [A${index}](https://a${index}.example) - All about it.\n`
).join('')

export default defineRule<{required: boolean}>({
  id: 'entry-description',
  summary: 'Say what an entry is, where the list says it of the others.',
  why: 'A bare name tells a reader nothing; whoever adds an entry knows best what it is.',
  severity: 'warning',
  fix: 'safe',
  options: {
    required: {
      meaning: 'Whether every entry needs a description. Without it: where nearly all others have one.',
      example: true
    }
  },
  presetOptions: {awesome: {required: true}},
  examples: {
    good: [
      {text: '- [A](https://a.example)\n- [B](https://b.example) - Second.\n'},
      {text: `${twenty}- [B](https://b.example)\n  - [C](https://c.example) - Below it.\n`},
      {text: `${twenty}- [B](https://b.example)\n\n  All about it.\n`}
    ],
    bad: [
      {
        text: `${twenty}- [B](https://b.example)\n`,
        says: ['21:3: Expected a description of `B`, 20 of 21 entries here have one, add it']
      },
      {
        text: Array.from({length: 8}, (_, at) => `- [A${at}](https://a${at}.example)\n`).join(''),
        options: {required: true},
        says: ['1:3: Expected descriptions of the entries, 0 of 8 have one, add them']
      },
      {
        text: '- [A](https://a.example) - First.\n- [B](https://b.example) -\n- [C](https://c.example) - Third.\n',
        says: ['2:25: Unexpected `-` with no description after it, add one or remove it'],
        fixed: '- [A](https://a.example) - First.\n- [B](https://b.example)\n- [C](https://c.example) - Third.\n'
      }
    ]
  },
  *check({list, options}) {
    const isDescribed = (entry: Entry): boolean | undefined => {
      const parts = partsOf(list, entry)
      return parts && (entry.depth > 0 ? undefined : says(parts))
    }
    const style = houseStyle(list, isDescribed)
    const all = list.entries.map(isDescribed).filter(is => is !== undefined)
    const described = all.filter(Boolean).length
    // Where hardly anything is described, that is one thing to say.
    const bare = options.required === true && all.length >= minimum && described < all.length / 5
    if (bare) {
      const first = list.entries.find(entry => isDescribed(entry) === false)!
      const reason = `Expected descriptions of the entries, ${described} of ${all.length} have one, add them`
      yield {at: first.link.range, reason}
    }
    for (const entry of list.entries) {
      const parts = partsOf(list, entry)
      if (!parts || says(parts) || hasMore(entry)) continue
      const {mark, range} = parts.separator
      if (/^[-\u2012-\u2015]+$/.test(mark) && parts.tags.length === 0 && !list.text.slice(...range).includes('\n')) {
        const start = range[0] + parts.separator.text.length - parts.separator.text.trimStart().length
        yield {
          at: [range[0], start + mark.length],
          reason: `Unexpected \`${mark}\` with no description after it, add one or remove it`,
          fix: safe('Remove it', remove(range[0], range[1]))
        }
        continue
      }
      const measured = style(entry)
      const clear = measured?.value && measured.total > many && measured.count >= measured.total * nearlyAll
      if (bare || mark !== '' || entry.depth > 0 || !(options.required ?? clear)) continue
      const others =
        options.required === undefined ? `, ${measured!.count} of ${measured!.total} entries here have one` : ''
      yield {at: entry.link.range, reason: `Expected a description of \`${entry.link.text.trim()}\`${others}, add it`}
    }
  }
})

/** Whether anything is said after the link, in whatever form. */
const says = (parts: EntryParts): boolean =>
  parts.description !== undefined || parts.tags.length > 0 || parts.noted || /[\p{L}\p{N}\u0001]/u.test(parts.masked)

/** Whether more stands below the first paragraph. */
const hasMore = ({node}: Entry): boolean => node?.type === 'listItem' && node.children.length > 1
