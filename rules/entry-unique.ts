import type {List} from 'mdast'
import {remove} from '../src/document/edit.ts'
import {type Double, doublesElsewhere, doublesOf} from '../src/document/entry/doubles.ts'
import type {Entry} from '../src/document/entry/entry.ts'
import {lineStart, nextLine} from '../src/document/line.ts'
import type {AwesomeList} from '../src/document/list.ts'
import type {RuleFix} from '../src/lint/rule.ts'
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
      },
      {
        text: '- [A](https://github.com/now/name/tree/main/a)\n- [B](https://github.com/old/name/tree/main/b)\n',
        facts: {repositories: new Map([['old/name', {name: 'now/name'}]])}
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
      },
      {
        text: '- [New](https://github.com/now/name) - First.\n- [B](https://b.example)\n- [Old](https://github.com/old/name) - Another.\n',
        facts: {repositories: new Map([['old/name', {name: 'now/name'}]])},
        says: [
          '3:1: Unexpected second entry for `https://github.com/old/name`, it leads to the same place as line 1 (`now/name`)'
        ],
        fixed: '- [New](https://github.com/now/name) - First.\n- [B](https://b.example)\n'
      },
      {
        text: '- [Tool](https://old.example/tool) - First.\n- [B](https://b.example)\n- [Tool](https://new.example/) - First.\n',
        facts: {
          links: new Map([
            ['https://old.example/tool', {status: 'moved', to: 'https://new.example/', sure: true} as const]
          ])
        },
        says: [
          '3:1: Unexpected second entry for `https://new.example/`, it leads to the same place as line 1 (`https://new.example/`)'
        ],
        fixed: '- [Tool](https://old.example/tool) - First.\n- [B](https://b.example)\n'
      }
    ]
  },
  *check({list, facts, isChanged}) {
    const around = {
      parents: new Set(list.entries.map(({parent}) => parent)),
      lists: new Map(list.lists.flatMap(node => node.children.map(item => [item, node])))
    }
    for (const double of doublesOf(list, facts, isChanged)) {
      const {entry, first, equal} = double
      const fix = removal(list, entry, around, equal)
      yield {
        at: entry.head,
        ...(equal && first.section === entry.section && {severity: 'error'}),
        reason: `Unexpected second entry for \`${entry.link.url}\`, ${listing(list, double)}`,
        related: [{message: 'first listed here', at: first.head}],
        ...(fix && {fix})
      }
    }
    for (const {entry, other, equal} of doublesElsewhere(list, facts, isChanged)) {
      const fix = removal(list, entry, around, equal)
      yield {
        at: entry.head,
        reason: `Unexpected second entry for \`${entry.link.url}\`, it is listed in \`${other.path}\` on line ${other.line} already`,
        ...(fix && {fix})
      }
    }
  }
})

/** Where the thing is listed before. */
function listing(list: AwesomeList, {first, leadsTo}: Double): string {
  const line = first.node?.position?.start.line ?? lineAt(list.text, first.head[0])
  return leadsTo === undefined
    ? `it is listed on line ${line} already`
    : `it leads to the same place as line ${line} (\`${leadsTo}\`)`
}

/** What must be known of the other entries to remove one: who has entries below, and the lists by their items. */
interface Around {
  readonly parents: ReadonlySet<Entry | undefined>
  readonly lists: ReadonlyMap<Entry['node'], List>
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
