import {insert, remove} from '../src/document/edit.ts'
import type {Entry} from '../src/document/entry/entry.ts'
import type {EntryParts, TagKind} from '../src/document/entry/entry-parts.ts'
import {partsOf} from '../src/document/entry/entry-parts.ts'
import {countsOf, houseStyle} from '../src/document/entry/house-style.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {habit} from '../src/document/style.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

const eight = (end: string): string =>
  Array.from('ABCDEFGH', name => `- [${name}](https://${name.toLowerCase()}.example) - All about it${end}\n`).join('')

export default defineRule<{period: string}>({
  id: 'entry-final-period',
  summary: 'End descriptions as the list does, with a period or without.',
  why: 'Descriptions that all end alike make one list of what many hands wrote.',
  severity: 'warning',
  fix: 'safe',
  aliases: ['awesome-list-item'],
  options: {
    period: {
      meaning: 'Whether a description ends with a period. Without it: what most entries do.',
      example: 'always',
      values: ['always', 'never']
    }
  },
  presetOptions: {awesome: {period: 'always'}},
  examples: {
    good: [
      {text: `${eight('.')}- [J](https://j.example) - Is it?\n- [I](https://i.example) - All of it (and more.)\n`},
      {text: `${eight('. `MIT`')}- [J](https://j.example) - It. ([Source](https://i.example)) \`MIT\`\n`},
      {text: `${eight('')}- [J](https://j.example) - It is. Or not.\n`}
    ],
    bad: [
      {
        text: `${eight('.')}- [J](https://j.example) - All about [it](https://i.example)\n`,
        says: ['9:61: Expected a period at the end of the description as in 8 of 9 entries here, add it'],
        fixed: `${eight('.')}- [J](https://j.example) - All about [it](https://i.example).\n`
      },
      {
        text: `${eight('. `MIT`')}- [J](https://j.example) - All about it \`MIT\`\n`,
        says: ['9:40: Expected a period at the end of the description as in 8 of 9 entries here, add it'],
        fixed: `${eight('. `MIT`')}- [J](https://j.example) - All about it. \`MIT\`\n`
      },
      {
        text: `${eight('')}- [J](https://j.example) - All about it.\n`,
        says: ['9:40: Unexpected period at the end of the description, 8 of 9 entries here have none, remove it'],
        fixed: `${eight('')}- [J](https://j.example) - All about it\n`
      },
      {
        text: '- [A](https://a.example) - All about it\n',
        options: {period: 'always'},
        says: ['1:40: Expected a period at the end of the description, add it'],
        fixed: '- [A](https://a.example) - All about it.\n'
      }
    ]
  },
  *check({list, options}) {
    const endings = new Endings(list)
    const style = houseStyle(list, entry => endings.of(entry)?.mark)
    for (const entry of list.entries) {
      const ending = endings.of(entry)
      if (!ending) continue
      const measured = options.period === undefined ? style(entry) : undefined
      const wanted = options.period === undefined ? measured?.value : options.period === 'always'
      if (wanted === undefined || ending.mark === undefined || wanted === ending.mark) continue
      if (!wanted) {
        if (isSeveral(ending.words)) continue
        const at = [ending.at - 1, ending.at] as const
        const others = measured ? `, ${countsOf(measured)} have none` : ''
        yield {
          at,
          reason: `Unexpected period at the end of the description${others}, remove it`,
          fix: safe('Remove the period', remove(...at))
        }
        continue
      }
      yield missing(ending, measured ? ` as in ${countsOf(measured)}` : '')
    }
  }
})

const missing = ({at, words}: Ending, because: string): Problem => ({
  at: [at, at],
  reason: `Expected a period at the end of the description${because}, add it`,
  fix: safe('Add a period', insert(at, periodOf(words)))
})

interface Ending {
  /** Whether a period stands there; nothing where the question does not arise, as after another mark. */
  readonly mark?: boolean
  /** Where the period stands or would stand. */
  readonly at: number
  /** What is said, with filler for markup. */
  readonly words: string
}

/** The period of the language: of Chinese and Japanese it is another. */
const periodOf = (words: string): string =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words) ? '\u3002' : '.'

/** Whether it is more than one sentence: then a period is needed even where the list has none. */
const isSeveral = (words: string): boolean =>
  /[.!?\u3002\uff01\uff1f](?:[\s"')\]]|$)/u.test(words.slice(0, -1)) || words.includes('\u3002')

/** How the descriptions of a list end. */
class Endings {
  readonly list: AwesomeList
  readonly known = new Map<Entry, Ending | undefined>()
  /** For each kind of tag: whether the sentence ends before it. */
  readonly inside = new Map<TagKind, boolean>()

  constructor(list: AwesomeList) {
    this.list = list
    const seen = new Map<TagKind, boolean[]>((['code', 'badge', 'emoji', 'links'] as const).map(kind => [kind, []]))
    for (const entry of list.entries) {
      const parts = partsOf(list, entry)
      if (!parts?.description) continue
      let ended = closed.test(before(list.text, parts.description[1]))
      for (const {kind, range} of parts.tags) {
        const endedAfter = closed.test(before(list.text, range[1]))
        if (ended !== endedAfter) seen.get(kind)!.push(ended)
        ended ||= endedAfter
      }
    }
    for (const [kind, values] of seen) {
      const found = habit(values)
      if (found) this.inside.set(kind, found.value)
    }
  }

  of(entry: Entry): Ending | undefined {
    if (!this.known.has(entry)) this.known.set(entry, this.read(entry))
    return this.known.get(entry)
  }

  read(entry: Entry): Ending | undefined {
    const parts = partsOf(this.list, entry)
    if (!parts?.description) return undefined
    const {text} = this.list
    const [start, end] = parts.description
    const ends = [end, ...parts.tags.map(({range}) => range[1])]
    const words = parts.masked.slice(start - parts.nameEnd, end - parts.nameEnd)
    // Over several lines, each line may be a thing of its own.
    if (words.includes('\n') || (words.endsWith('.') && abbreviation.test(words.slice(-12)))) return undefined
    const full = ends.find(at => period.test(before(text, at)))
    if (full !== undefined) return {words, at: full, mark: true}
    if (ends.some(at => closed.test(before(text, at))) || (/[)\]\u0004]$/.test(words) && remarked.test(words)))
      return {words, at: end}
    return {words, at: this.place(parts, end), ...(isSentence(words) && {mark: false})}
  }

  /** Where a period belongs, seen from the outer end: before the tags that the list keeps outside of its sentences. */
  place({tags}: EntryParts, end: number): number {
    let at = tags.at(-1)?.range[1] ?? end
    for (let index = tags.length - 1; index >= 0; index--) {
      const {kind} = tags[index]!
      if (!(this.inside.get(kind) ?? (kind === 'badge' || kind === 'emoji'))) break
      at = tags[index - 1]?.range[1] ?? end
    }
    return at
  }
}

const before = (text: string, end: number): string => text.slice(Math.max(0, end - 6), end)

/** A single period, also inside of a closing quote or bracket. */
const period = /(?:^|[^.])[.\u3002\uff0e]["'\u201d\u2019)\]*_`]{0,3}$/u

/** Whatever else ends a sentence, or says that it goes on. */
const closed = /[.!?\u2026\u3002\uff0e\uff01\uff1f:;\uff1a\uff1b,]["'\u201d\u2019)\]*_`]{0,3}$/u

/** A remark in brackets or emphasis after the sentence has ended: `… engine. **[Deprecated]**`. */
const remarked = /[.!?\u2026\u3002\uff01\uff1f]\s+\u0004*(?:\([^()]*\)|\[[^\][]*\]|\u0004[^\u0004]+)\u0004*$/u

/** Where a period belongs to the word. */
const abbreviation =
  /(?<![\p{L}\d.])(?:etc|al|[Ii]nc|[Ll]td|[Cc]o|[Cc]orp|[JS]r|vs|[Dd]ept|[Ee]ds?|e\.g|i\.e|[Nn]o|[Vv]ol|\p{Lu})\.$/u

/** At least two words: a name or a number after a link is no sentence. */
const isSentence = (words: string): boolean =>
  /[^\s/][\s/]+[^\s/]/.test(words) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(words)
