import type {List} from 'mdast'
import type {TextEdit} from '../src/document/edit.ts'
import {replace} from '../src/document/edit.ts'
import {readBeginnings, readMisplaced} from '../src/document/entry/indent.ts'
import {groupBy} from '../src/document/group.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {habit} from '../src/document/style.ts'
import type {Problem, Range} from '../src/lint/rule.ts'
import {defineRule, invisible, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'entry-marker-style',
  summary: 'Use the bullets, indentation and blanks that the list uses.',
  why: 'Another bullet starts another list: markdown renders a gap between the two, and editors stop to indent and sort them together.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['unordered-list-marker-style', 'list-item-bullet-indent', 'list-item-indent'],
  examples: {
    good: [
      {text: '- [A](https://a.example)\n\n## Few entries\n\n* [B](https://b.example)\n'},
      {text: `${'- [A](https://a.example)\n'.repeat(8)}  - [B](https://b.example) is part of the one above\n`},
      {text: '- [A](https://a.example)\n -  [B](https://b.example) too few to tell\n'}
    ],
    bad: [
      {
        text: `${'- [A](https://a.example)\n'.repeat(8)}* [B](https://b.example)\n`,
        says: ['9:1: Unexpected bullet `*`, expected `-` like 8 of 9 items here'],
        fixed: `${'- [A](https://a.example)\n'.repeat(8)}- [B](https://b.example)\n`
      },
      {
        text: `${'- [A](https://a.example)\n'.repeat(4)} - [B](https://b.example)\n- [C](https://c.example)\n`,
        says: ['5:1: Unexpected indentation, one space, expected none like 5 of 6 items of this list'],
        fixed: `${'- [A](https://a.example)\n'.repeat(4)}- [B](https://b.example)\n- [C](https://c.example)\n`
      },
      {
        text: `- A\n${'    - [B](https://b.example)\n'.repeat(8)}\t- [C](https://c.example)\n`,
        says: ['10:1: Unexpected indentation, a tab, expected 4 spaces like 8 of 9 items of this list'],
        fixed: `- A\n${'    - [B](https://b.example)\n'.repeat(8)}    - [C](https://c.example)\n`
      },
      {
        text: `${'- [A](https://a.example)\n'.repeat(20)}-  [B](https://b.example)\n`,
        says: ['21:2: Unexpected 2 spaces behind the bullet, expected one space like 20 of 21 items here'],
        fixed: `${'- [A](https://a.example)\n'.repeat(20)}- [B](https://b.example)\n`
      }
    ]
  },
  *check({list}) {
    yield* bullets(list)
    yield* indents(list)
    yield* gaps(list)
  }
})

function* bullets(list: AwesomeList): Iterable<Problem> {
  const found = readBullets(list)
  for (const here of groupBy(found, ({depth}) => depth).values()) {
    const usual = habit(here.flatMap(bullet => bullet.edits.map(() => bullet.char)))
    if (!usual) continue
    for (const {char, start, edits} of here) {
      if (char === usual.value) continue
      yield {
        at: [start, start + 1],
        reason: `Unexpected bullet \`${char}\`, expected \`${usual.value}\` like ${usual.count} of ${usual.total} items here`,
        fix: safe('Use the usual bullet', ...edits.map(([from, to]) => replace(from, to, usual.value)))
      }
    }
  }
}

/** Names blanks: `2 spaces`, `a tab`. */
const blanks = (text: string): string =>
  text === ''
    ? 'none'
    : /^ +$/.test(text)
      ? text.length === 1
        ? 'one space'
        : `${text.length} spaces`
      : /^\t+$/.test(text)
        ? text.length === 1
          ? 'a tab'
          : `${text.length} tabs`
        : 'spaces and tabs'

function* indents(list: AwesomeList): Iterable<Problem> {
  for (const {beginning, expected, like, edits, stays} of readMisplaced(list)) {
    const {line, start, indent} = beginning
    const where = like.value === expected ? 'items of this list' : `items that are indented with ${like.value}`
    yield {
      at: [line, start + 1],
      reason: `Unexpected indentation, ${blanks(indent)}, expected ${blanks(expected)} like ${like.count} of ${like.total} ${where}`,
      fix: (stays ? invisible : unsafe)('Indent it like the others', ...edits)
    }
  }
}

/** The blanks behind the bullet. */
function* gaps(list: AwesomeList): Iterable<Problem> {
  const [from, to] = contentsOf(list)
  const beginnings = readBeginnings(list).filter(({gap, start}) => gap !== '' && (start < from || start >= to))
  const usual = habit(beginnings.map(({gap}) => gap))
  // Markdown does not care: only single slips are worth a word.
  if (!usual || usual.count < usual.total * 0.95) return
  for (const {start, gap} of beginnings) {
    if (gap === usual.value) continue
    const at = [start + 1, start + 1 + gap.length] as const
    yield {
      at,
      reason: `Unexpected ${blanks(gap)} behind the bullet, expected ${blanks(usual.value)} like ${usual.count} of ${usual.total} items here`,
      fix: invisible('Use the usual blanks', replace(...at, usual.value))
    }
  }
}

/** A table of contents is a list of its own, often made by a tool. */
function contentsOf({contents}: AwesomeList): Range {
  const {start, end} = contents?.list.position ?? {}
  return [start?.offset ?? 0, end?.offset ?? 0]
}

interface Bullet {
  readonly char: string
  readonly depth: number
  readonly start: number
  readonly edits: readonly TextEdit['range'][]
}

function readBullets(list: AwesomeList): readonly Bullet[] {
  const found: Bullet[] = []
  const depths = new Map<List, number>()
  for (const node of list.lists) {
    const depth = depths.get(node) ?? 0
    for (const item of node.children)
      for (const child of item.children) if (child.type === 'list') depths.set(child, depth + 1)
    const starts = node.children.map(item => item.position?.start.offset)
    const start = starts[0]
    const [from, to] = contentsOf(list)
    if (node.ordered || start === undefined || (start >= from && start < to)) continue
    found.push({
      char: list.text[start]!,
      depth,
      start,
      edits: starts.flatMap(at => (at === undefined ? [] : [[at, at + 1] as const]))
    })
  }
  return found
}
