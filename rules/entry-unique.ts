import type {List} from 'mdast'
import {remove} from '../src/document/edit.ts'
import type {Entry} from '../src/document/entry/entry.ts'
import {wordsOf} from '../src/document/entry/listed.ts'
import {isSameThing, isSameTopic, type Named} from '../src/document/entry/same-thing.ts'
import type {EntryElsewhere} from '../src/document/facts.ts'
import {groupBy} from '../src/document/group.ts'
import {lineStart, nextLine} from '../src/document/line.ts'
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
    const around = {
      parents: new Set(list.entries.map(({parent}) => parent)),
      lists: new Map(list.lists.flatMap(node => node.children.map(item => [item, node])))
    }
    const found = [...groups.values()].flatMap(group =>
      group.length > 1 ? doubles(list, group, around, isChanged) : []
    )
    // Whoever lists so much alike under two headings does so on purpose.
    const isOnPurpose = habit(found.filter(({apart}) => apart).map(({equal}) => equal))?.value === true
    for (const double of found) if (!(isOnPurpose && double.apart && double.equal)) yield double.problem
    for (const [key, others] of groupBy(facts.elsewhere ?? [], entry => entry.key))
      yield* doublesElsewhere(list, {group: groups.get(key) ?? [], others, around}, isChanged)
  }
})

/** What must be known of the other entries to remove one: who has entries below, and the lists by their items. */
interface Around {
  readonly parents: ReadonlySet<Entry | undefined>
  readonly lists: ReadonlyMap<Entry['node'], List>
}

interface Double {
  readonly problem: Problem
  /** Whether the two say the same. */
  readonly equal: boolean
  /** Whether they stand under different headings. */
  readonly apart: boolean
}

function doubles(
  list: AwesomeList,
  group: readonly Entry[],
  around: Around,
  isChanged: (at: Range) => boolean
): readonly Double[] {
  const first = firstOf(group, isChanged)
  return group.flatMap(entry => {
    if (entry === first || !sameThing(list, first, entry)) return []
    const line = first.node?.position?.start.line ?? lineAt(list.text, first.head[0])
    const equal = wordsOf(list, first) === wordsOf(list, entry)
    const apart = first.section !== entry.section
    const fix = removal(list, entry, around, equal)
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

/** Of an entry that stands in another file, too; what is a double within this file is told as that. */
function* doublesElsewhere(
  list: AwesomeList,
  {
    group,
    others,
    around
  }: {readonly group: readonly Entry[]; readonly others: readonly EntryElsewhere[]; readonly around: Around},
  isChanged: (at: Range) => boolean
): Iterable<Problem> {
  const first = firstOf(group, isChanged)
  for (const entry of group) {
    if (!isChanged(entry.head) || (entry !== first && sameThing(list, first, entry))) continue
    const own = named(list, entry)
    const same = others.filter(other => isSameThing(own, other))
    const other = same.find(({words}) => words === own.words) ?? same[0]
    if (!other) continue
    const fix = removal(list, entry, around, other.words === own.words)
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

const named = (list: AwesomeList, entry: Entry): Named => ({
  key: entry.link.key ?? '',
  text: entry.link.text,
  words: wordsOf(list, entry)
})

function sameThing(list: AwesomeList, a: Entry, b: Entry): boolean {
  const [one, two] = [named(list, a), named(list, b)]
  // A text in brackets is only a label.
  if (list.text[b.link.range[0] - 1] === '[') return one.words === two.words
  return a.depth > 0 || b.depth > 0 ? isSameThing(one, two) : isSameTopic(one, two)
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Removes the lines of an entry; one that has entries below it is for a person to sort out. */
function removal(list: AwesomeList, entry: Entry, around: Around, equal: boolean): RuleFix | undefined {
  if (around.parents.has(entry)) return undefined
  // The last entry of a list takes the reason for its heading with it.
  const siblings = around.lists.get(entry.node)
  if (siblings && siblings.children.length < 2) return undefined
  const start = lineStart(list.text, entry.range[0])
  if (list.text.slice(start, entry.range[0]).trim() !== '') return undefined
  const end = nextLine(list.text, entry.range[1])
  // Of the blank lines before and after it, one must go too.
  const isLast = siblings?.children.at(-1) === entry.node
  const blankBefore = /(?:^|\n)[ \t]*\r?\n$/.test(list.text.slice(Math.max(0, start - 80), start))
  const blankAfter = /^(?:[ \t]*\r?\n)+/.exec(list.text.slice(end, end + 80))?.[0].length ?? 0
  const edit = remove(start, blankBefore || !isLast ? end + blankAfter : end)
  return equal ? safe('Remove the second entry', edit) : unsafe('Remove the second entry', edit)
}
