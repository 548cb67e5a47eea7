import {insert, replace} from '../src/document/edit.ts'
import type {Entry, Marker} from '../src/document/entry/entry.ts'
import type {LostItem} from '../src/document/entry/lost-items.ts'
import {readLostItems} from '../src/document/entry/lost-items.ts'
import {lineStart} from '../src/document/line.ts'
import type {AwesomeList} from '../src/document/list.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'entry-marker-space',
  summary: 'Begin each entry with a list marker and a space.',
  why: 'Without the marker or its space markdown sees no list item: the entry turns into loose text, or is swallowed by the entry above it.',
  severity: 'error',
  fix: 'mixed',
  aliases: ['awesome-list-item'],
  examples: {
    good: [
      {text: '- [A](https://a.example) - First.\n'},
      {text: '\\-[A](https://a.example) is escaped, so it is meant as text.\n'},
      {text: '*[A](https://a.example)* is emphasis.\n'},
      {
        text: '- [A](https://a.example) - First, a long description that goes on\n  [elsewhere](https://b.example) and ends.\n- [C](https://c.example) - Third.\n'
      },
      {
        text: '- [A](https://a.example) - First.\n  [Demo](https://a.example/demo) - Try it.\n- [C](https://c.example) - Third.\n  [Demo](https://c.example/demo) - Try it.\n'
      }
    ],
    bad: [
      {
        text: '- [A](https://a.example) - First.\n-[B](https://b.example) - Second.\n',
        says: [
          '2:2: Expected a space between `-` and the link, add one: without it the entry is part of the line above'
        ],
        fixed: '- [A](https://a.example) - First.\n- [B](https://b.example) - Second.\n'
      },
      {
        text: '## Tools\n\n*[A](https://a.example) - First.\n',
        says: ['3:2: Expected a space between `*` and the link, add one: without it this is no list item'],
        fixed: '## Tools\n\n* [A](https://a.example) - First.\n'
      },
      {
        text: '- [A](https://a.example) - First.\n[B](https://b.example) - Second.\n- [C](https://c.example) - Third.\n',
        says: [
          '2:1: Expected `-` before the link like before its neighbours, add it: without it the entry is part of the line above'
        ],
        fixed:
          '- [A](https://a.example) - First.\n- [B](https://b.example) - Second.\n- [C](https://c.example) - Third.\n'
      },
      {
        text: '[A](https://a.example) - First.\n* [B](https://b.example) - Second.\n* [C](https://c.example) - Third.\n',
        says: ['1:1: Expected `*` before the link like before its neighbours, add it: without it this is no list item'],
        fixed:
          '* [A](https://a.example) - First.\n* [B](https://b.example) - Second.\n* [C](https://c.example) - Third.\n'
      },
      {
        text: `${'- [A](https://a.example) - First.\n'.repeat(8)}      - Second, too far to the right.\n`,
        says: ['9:7: Unexpected indentation before `-`: so far to the right the item is part of the line above'],
        fixed: `${'- [A](https://a.example) - First.\n'.repeat(8)}  - Second, too far to the right.\n`
      },
      {
        text: `${'- [A](https://a.example) - First.\n'.repeat(8)}-Second and last\n`,
        says: [
          '9:2: Expected a space between `-` and the words, add one: without it the item is part of the line above'
        ],
        fixed: `${'- [A](https://a.example) - First.\n'.repeat(8)}- Second and last\n`
      },
      {
        text: '## Tools\n\n\t* [A](https://a.example) - First.\n\t* [B](https://b.example) - Second.\n',
        says: ['3:2: Unexpected indentation of a list: four spaces or a tab make code of it, remove them'],
        fixed: '## Tools\n\n* [A](https://a.example) - First.\n* [B](https://b.example) - Second.\n'
      }
    ]
  },
  *check({list}) {
    for (const {marker, link} of list.entries) {
      if (!marker || marker.spaced) continue
      yield marker.missing === undefined ? unspaced(list, marker) : missing(list, {marker, link}, marker.missing)
    }
    for (const lost of readLostItems(list)) yield lostItem(lost)
  }
})

function unspaced(list: AwesomeList, {text, range: [, end]}: Marker): Problem {
  return {
    at: [end, end],
    reason: `Expected a space between \`${text}\` and the link, add one: without it ${fate(list, end)}`,
    fix: safe('Insert a space', insert(end, ' '))
  }
}

function missing(
  list: AwesomeList,
  {marker, link}: Pick<Entry, 'link'> & {readonly marker: Marker},
  lead: string
): Problem {
  const [start] = marker.range
  const line = lineStart(list.text, start)
  return {
    at: [start, link.range[1]],
    reason: `Expected \`${marker.text}\` before the link like before its neighbours, add it: without it ${fate(list, start)}`,
    fix: safe('Insert the marker', line === start ? insert(start, lead) : replace(line, start, lead))
  }
}

function lostItem({kind, bullet, range, edits}: LostItem): Problem {
  if (kind === 'glued')
    return {
      at: [range[1], range[1]],
      reason: `Expected a space between \`${bullet}\` and the words, add one: without it the item is part of the line above`,
      fix: safe('Insert a space', ...edits)
    }
  return kind === 'deep'
    ? {
        at: range,
        reason: `Unexpected indentation before \`${bullet}\`: so far to the right the item is part of the line above`,
        fix: unsafe('Make it an item below the one above', ...edits)
      }
    : {
        at: range,
        reason: 'Unexpected indentation of a list: four spaces or a tab make code of it, remove them',
        fix: unsafe('Remove the indentation', ...edits)
      }
}

/** What becomes of an entry that markdown does not see. */
function fate({text}: AwesomeList, offset: number): string {
  const start = lineStart(text, offset)
  const before = text.slice(lineStart(text, start - 1), start)
  return /\S/.test(before) && !/^[ \t]{0,3}(?:#.*|<.*>)\r?\n$/.test(before)
    ? 'the entry is part of the line above'
    : 'this is no list item'
}
