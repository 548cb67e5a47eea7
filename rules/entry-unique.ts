import {remove} from '../src/document/edit.ts'
import type {Entry} from '../src/document/entry.ts'
import type {EntryElsewhere} from '../src/document/facts.ts'
import {groupBy} from '../src/document/group.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {wordsOf} from '../src/document/listed.ts'
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
      {text: '- [A](https://a.example) - Like [B](https://b.example).\n- [B](https://b.example)\n'},
      {
        text: '- [A](https://a.example)\n',
        facts: {elsewhere: [{path: 'b.md', line: 1, key: 'a.example', text: 'Z', words: '[Z](https://a.example)'}]}
      }
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
      },
      {
        text: '- [B](https://b.example)\n- [A](https://a.example) - First.\n',
        facts: {
          elsewhere: [{path: 'lists/a.md', line: 7, key: 'a.example', text: 'A', words: '[A](https://a.example)'}]
        },
        says: ['2:1: Unexpected second entry for `https://a.example`, it is listed in `lists/a.md` on line 7 already'],
        fixed: '- [B](https://b.example)\n'
      }
    ]
  },
  *check({list, facts, isChanged}) {
    const groups = groupBy(
      list.entries.filter(entry => entry.linkFirst && entry.link.key !== undefined),
      entry => entry.link.key!
    )
    for (const group of groups.values()) {
      if (group.length > 1) yield* doubles(list, group, isChanged)
    }
    const elsewhere = groupBy(facts.elsewhere ?? [], entry => entry.key)
    for (const [key, others] of elsewhere) yield* doublesElsewhere(list, groups.get(key) ?? [], others, isChanged)
  }
})

function* doubles(list: AwesomeList, group: readonly Entry[], isChanged: (at: Range) => boolean): Iterable<Problem> {
  const first = firstOf(group, isChanged)
  for (const entry of group) {
    if (entry === first || !sameThing(list, entry, asListed(list, first))) continue
    const line = first.node?.position?.start.line ?? lineAt(list.text, first.head[0])
    const equal = wordsOf(list, first) === wordsOf(list, entry)
    const fix = removal(list, entry, equal)
    yield {
      at: entry.head,
      ...(equal && first.section === entry.section && {severity: 'error'}),
      reason: `Unexpected second entry for \`${entry.link.url}\`, it is listed on line ${line} already`,
      related: [{message: 'first listed here', at: first.head}],
      ...(fix && {fix})
    }
  }
}

/** Of an entry that stands in another file, too; what is a double within this file is told as that. */
function* doublesElsewhere(
  list: AwesomeList,
  group: readonly Entry[],
  others: readonly EntryElsewhere[],
  isChanged: (at: Range) => boolean
): Iterable<Problem> {
  const first = firstOf(group, isChanged)
  for (const entry of group) {
    if (!isChanged(entry.head) || (entry !== first && sameThing(list, entry, asListed(list, first)))) continue
    const same = others.filter(other => sameThing(list, entry, other))
    const said = wordsOf(list, entry)
    const other = same.find(({words}) => words === said) ?? same[0]
    if (!other) continue
    const fix = removal(list, entry, other.words === said)
    yield {
      at: entry.head,
      reason: `Unexpected second entry for \`${entry.link.url}\`, it is listed in \`${other.path}\` on line ${other.line} already`,
      ...(fix && {fix})
    }
  }
}

/** In a pull request the entry that was there first is the one it did not touch. */
const firstOf = (group: readonly Entry[], isChanged: (at: Range) => boolean): Entry =>
  group.find(entry => !isChanged(entry.head)) ?? group[0]!

const asListed = (list: AwesomeList, entry: Entry) => ({text: entry.link.text, words: wordsOf(list, entry)})

/** Several things may be described on one page: then their names have nothing in common, or are only labels in brackets. */
function sameThing(list: AwesomeList, entry: Entry, other: Pick<EntryElsewhere, 'text' | 'words'>): boolean {
  if (list.text[entry.link.range[0] - 1] === '[') return wordsOf(list, entry) === other.words
  const [one, two] = [plain(entry.link.text), plain(other.text)]
  return one === two || one.includes(two) || two.includes(one)
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

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
