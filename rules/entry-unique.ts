import {remove} from '../src/document/edit.ts'
import type {Entry} from '../src/document/entry.ts'
import {groupBy} from '../src/document/group.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {habit} from '../src/document/style.ts'
import type {Problem, Range, RuleFix} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'entry-unique',
  summary: 'List every thing once.',
  why: 'Two entries for one thing drift apart, and a reader cannot tell which to believe.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['double-link'],
  examples: {
    good: [
      {text: '- [A](https://a.example/#one)\n- [B](https://a.example/#two)\n'},
      {
        text: Array.from(
          {length: 2},
          (_, part) =>
            `## Part ${part}\n\n${Array.from({length: 8}, (_, at) => `- [A${at}](https://a${at}.example)\n`).join('')}\n`
        ).join('')
      },
      {text: '- [A](https://a.example) - Like [B](https://b.example).\n- [B](https://b.example)\n'}
    ],
    bad: [
      {
        text: '- [A](https://a.example) - First.\n- [B](https://b.example) - Second.\n- [A](https://a.example) - First.\n',
        says: ['3:1: Unexpected second entry for `https://a.example`, it is listed on line 1 already'],
        fixed: '- [A](https://a.example) - First.\n- [B](https://b.example) - Second.\n'
      },
      {
        text: '## One\n\n- [A](https://a.example) - First.\n\n## Two\n\n- [A](http://www.a.example/) - Another.\n- [B](https://b.example)\n',
        says: ['7:1: Unexpected second entry for `http://www.a.example/`, it is listed on line 3 already'],
        fixed: '## One\n\n- [A](https://a.example) - First.\n\n## Two\n\n- [B](https://b.example)\n'
      }
    ]
  },
  *check({list, isChanged}) {
    const groups = groupBy(
      list.entries.filter(entry => entry.linkFirst && entry.link.key !== undefined),
      entry => entry.link.key!
    )
    const found = [...groups.values()].flatMap(group => (group.length > 1 ? doubles(list, group, isChanged) : []))
    // Whoever lists so much alike under two headings does so on purpose.
    const isOnPurpose = habit(found.filter(({apart}) => apart).map(({equal}) => equal))?.value === true
    for (const double of found) if (!(isOnPurpose && double.apart && double.equal)) yield double.problem
  }
})

interface Double {
  readonly problem: Problem
  /** Whether the two say the same. */
  readonly equal: boolean
  /** Whether they stand under different headings. */
  readonly apart: boolean
}

function doubles(list: AwesomeList, group: readonly Entry[], isChanged: (at: Range) => boolean): readonly Double[] {
  // In a pull request the entry that was there first is the one it did not touch.
  const first = group.find(entry => !isChanged(entry.head)) ?? group[0]!
  return group.flatMap(entry => {
    if (entry === first || !sameThing(list, first, entry)) return []
    const line = first.node?.position?.start.line ?? lineAt(list.text, first.head[0])
    const equal = words(list, first) === words(list, entry)
    const apart = first.section !== entry.section
    const fix = removal(list, entry, equal)
    const problem: Problem = {
      at: entry.head,
      ...(equal && !apart && {severity: 'error'}),
      reason: `Unexpected second entry for \`${entry.link.url}\`, it is listed on line ${line} already`,
      related: [{message: 'first listed here', at: first.head}],
      ...(fix && {fix})
    }
    return [{problem, equal, apart}]
  })
}

/** Several things may be described on one page: then their names have nothing in common, or are only labels in brackets. */
function sameThing(list: AwesomeList, a: Entry, b: Entry): boolean {
  if (list.text[b.link.range[0] - 1] === '[') return words(list, a) === words(list, b)
  const [one, two] = [plain(a.link.text), plain(b.link.text)]
  if (one === two || one.includes(two) || two.includes(one)) return true
  if (a.depth > 0 || b.depth > 0) return false
  return isRenamed(list, a, two) || isRenamed(list, b, one) || isWithin(a.link.text, b.link.text) || isHome(a, b)
}

/** Whether the address is a home page, and both are named after it. */
function isHome(a: Entry, b: Entry): boolean {
  const host = /^([^/?#]+)$/.exec(a.link.key!)?.[1]
  const first = (entry: Entry): string | undefined => /[\p{L}\p{N}]{3,}/u.exec(entry.link.text.toLowerCase())?.[0]
  const name = first(a)
  return host !== undefined && name !== undefined && name === first(b) && host.startsWith(name)
}

/** What was renamed tells its old name: `Spruce (formerly Fir)`. */
const isRenamed = (list: AwesomeList, entry: Entry, name: string): boolean =>
  name.length > 2 &&
  /\b(?:formerly|previously|renamed|successor|originally|a\.?k\.?a\.?|now)\b/i.test(words(list, entry)) &&
  plain(words(list, entry)).includes(name)

/** Whether one name has all the words of the other, and the same numbers: `Part 1` is not `Part 2`. */
function isWithin(one: string, two: string): boolean {
  const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const [small, large] = [wordsOf(one), wordsOf(two)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>]
  const numbers = (text: string): string => (text.match(/\d+/g) ?? []).join()
  return small.size > 1 && numbers(one) === numbers(two) && [...small].every(word => large.has(word))
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** What an entry says, without its bullet. */
const words = (list: AwesomeList, {head, marker}: Entry): string =>
  list.text
    .slice(marker?.range[1] ?? head[0], head[1])
    .trim()
    .replace(/\s+/g, ' ')

/** Removes the lines of an entry; one that has entries below it is for a person to sort out. */
function removal(list: AwesomeList, entry: Entry, equal: boolean): RuleFix | undefined {
  if (list.entries.some(other => other.parent === entry)) return undefined
  // The last entry of a list takes the reason for its heading with it.
  const siblings = list.lists.find(({children}) => children.some(item => item === entry.node))
  if (siblings && siblings.children.length < 2) return undefined
  const start = list.text.lastIndexOf('\n', entry.range[0] - 1) + 1
  if (list.text.slice(start, entry.range[0]).trim() !== '') return undefined
  const newline = list.text.indexOf('\n', entry.range[1])
  const end = newline < 0 ? list.text.length : newline + 1
  // Of the blank lines before and after it, one must go too.
  const isLast = siblings?.children.at(-1) === entry.node
  const blankBefore = /(?:^|\n)[ \t]*\r?\n$/.test(list.text.slice(Math.max(0, start - 80), start))
  const blankAfter = /^(?:[ \t]*\r?\n)+/.exec(list.text.slice(end, end + 80))?.[0].length ?? 0
  const edit = remove(start, blankBefore || !isLast ? end + blankAfter : end)
  return equal ? safe('Remove the second entry', edit) : unsafe('Remove the second entry', edit)
}
