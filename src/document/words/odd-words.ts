import type {AwesomeList, Prose} from '../list.ts'
import {mayGoOn, nameOf} from './brands.ts'
import {isKnownWord} from './words.ts'

type Range = readonly [start: number, end: number]

/** A word of the prose, as it stands there. */
export interface Word {
  readonly text: string
  readonly range: Range
  readonly prose: Prose
}

/** A spelling, right or wrong, of a name that is known. */
export interface Naming extends Word {
  readonly name: string
}

/** `a` or `an` before a word whose first letter asks for the other one more often than not. */
export interface Article extends Word {
  readonly before: string
}

/** What stands out among the words of a list. Parts of addresses, handles, paths, slugs and file names are no words. */
export interface OddWords {
  readonly names: readonly Naming[]
  /** Words of five letters and more that no dictionary has. */
  readonly unknown: readonly Word[]
  /** Small words, and names before a colon, that stand twice, one after the other: the second. */
  readonly doubled: readonly Word[]
  readonly articles: readonly Article[]
  /** How often the list says a word, small or with a capital. */
  uses(word: string): number
}

/** Words that nobody says twice in a row, in the languages that lists are written in. */
const small = new Set(
  `the a an that of to in on for and or with by from as at is are be can will your you this its it into
  par les des dans pour avec une los las para con del com uma dos der das und mit`.split(/\s+/)
)

/** What is to know of one spelling, found out once. */
interface Note {
  /** Its place among the notes, for counting. */
  readonly index: number
  readonly text: string
  readonly lower: string
  readonly name: string | undefined
  readonly unknown: boolean
  readonly small: boolean
  readonly mayGoOn: boolean
  readonly isArticle: boolean
}

const most = 60_000
const notes = new Map<string, Note>()

function noteOf(text: string): Note {
  const known = notes.get(text)
  if (known) return known
  if (notes.size >= most) notes.clear()
  const name = nameOf(text)
  const lower = text.toLowerCase()
  const note: Note = {
    index: notes.size,
    text,
    lower,
    name,
    unknown: name === undefined && /^[A-Za-z]{5,}$/.test(text) && text !== text.toUpperCase() && !isKnownWord(text),
    small: small.has(lower),
    mayGoOn: mayGoOn(text),
    isArticle: lower === 'a' || lower === 'an'
  }
  notes.set(text, note)
  return note
}

const readings = new WeakMap<AwesomeList, OddWords>()

/** The odd words of a list, read once. */
export function oddWordsOf(list: AwesomeList): OddWords {
  const known = readings.get(list)
  if (known) return known
  const reader = new Reader(list.text)
  for (const prose of list.prose) reader.read(prose)
  readings.set(list, reader)
  return reader
}

/** For each character of ASCII what it does beside a word. */
const [letter, digit, joinsBefore, joinsAfter] = [1, 2, 4, 8]
const kinds = new Uint8Array(128)
const mark = (chars: string, kind: number): void => {
  for (const char of chars) kinds[char.charCodeAt(0)]! |= kind
}
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', letter)
mark('0123456789', digit | joinsBefore)
mark('@#/\\_$&%=~+-.:', joinsBefore)
mark('@/\\_$&=~-+(>', joinsAfter)

/** Latin letters with marks go on with a word; other scripts stand beside it without a blank. */
const isMarked = (code: number): boolean => code >= 0xc0 && code <= 0x24f
const is = (code: number, kind: number): boolean => code < 128 && (kinds[code]! & kind) !== 0

/** Whether the hashes of a heading stand before the word, without their blank. */
const isLed = (text: string, {block}: Prose, start: number): boolean =>
  text[start - 1] === '#' && /^#{1,6}$/.test(text.slice(block.range[0], start))

const [dot, blank, colon] = [0x2e, 0x20, 0x3a]

/** The state of one reading: a single pass, since it is made for every list and every proof. */
class Reader implements OddWords {
  readonly names: Naming[] = []
  readonly unknown: Word[] = []
  readonly doubled: Word[] = []
  readonly articles: Article[] = []
  readonly counts = new Uint16Array(most)
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  uses(word: string): number {
    const lower = word.toLowerCase()
    const spellings = new Set([word, lower, lower[0]!.toUpperCase() + lower.slice(1)])
    return [...spellings].reduce((sum, spelling) => sum + this.counts[noteOf(spelling).index]!, 0)
  }

  read(prose: Prose): void {
    // A bare address is its own text.
    if (prose.link && !prose.link.textRange) return
    const {text} = this
    const [from, to] = prose.range
    let last: Note | undefined
    let lastEnd = 0
    for (let at = from; at < to; ) {
      if (!is(text.charCodeAt(at), letter)) {
        at++
        continue
      }
      const start = at
      let next = text.charCodeAt(++at)
      while (at < to && is(next, letter | digit)) next = text.charCodeAt(++at)
      const previous = start > 0 ? text.charCodeAt(start - 1) : 0
      const before = last
      last = undefined
      if (previous === dot && this.isDotted(prose, start, at)) continue
      if (next === dot && at + 1 < to && is(text.charCodeAt(at + 1), letter)) {
        at = this.dotted(prose, start, at)
        continue
      }
      if (
        (is(previous, joinsBefore) && !isLed(text, prose, start)) ||
        isMarked(previous) ||
        is(next, joinsAfter) ||
        isMarked(next)
      )
        continue
      if (next === colon && /\S/.test(text[at + 1] ?? ' ')) continue
      last = noteOf(text.slice(start, at))
      this.counts[last.index]!++
      if (last.name !== undefined) this.names.push({text: last.text, range: [start, at], prose, name: last.name})
      else if (last.unknown) this.unknown.push({text: last.text, range: [start, at], prose})
      if (before && (before.lower === last.lower || before.isArticle || before.mayGoOn))
        this.pair(prose, before, last, [lastEnd, start, at])
      lastEnd = at
    }
  }

  /** Whether a dot leads the word, as in `.NET`; it is taken then. */
  isDotted(prose: Prose, start: number, end: number): boolean {
    const {text} = this
    if (start - 1 < prose.range[0] || /[^\s([*]/.test(text[start - 2] ?? ' ')) return false
    this.name(prose, start - 1, end)
    return true
  }

  /** Takes a word that goes on after a dot: `Node.js`, a file, a host. */
  dotted(prose: Prose, start: number, dotAt: number): number {
    const {text} = this
    const end = prose.range[1]
    let at = dotAt
    while (
      at < end &&
      (is(text.charCodeAt(at), letter | digit) || (text.charCodeAt(at) === dot && is(text.charCodeAt(at + 1), letter)))
    )
      at++
    if (!is(text.charCodeAt(start - 1), joinsBefore) && !is(text.charCodeAt(at), joinsAfter))
      this.name(prose, start, at)
    return at
  }

  name(prose: Prose, start: number, end: number): void {
    const text = this.text.slice(start, end)
    const name = nameOf(text)
    if (name !== undefined) this.names.push({text, range: [start, end], prose, name})
  }

  /** What two words tell that stand one after the other. */
  pair(prose: Prose, first: Note, second: Note, [end, start, until]: readonly [number, number, number]): void {
    const {text} = this
    const word = {text: second.text, range: [start, until] as const, prose}
    if (second.small && first.lower === second.lower && !/\S/.test(text.slice(end, start))) this.doubled.push(word)
    const apart = start - end
    // A name that is said before the colon, said again: `Name: Name: What it is`.
    if (first === second && apart === 2 && text.charCodeAt(end) === colon && text.charCodeAt(until) === colon)
      if (second.text.length > 2) this.doubled.push(word)
    if (apart !== 1 || text.charCodeAt(end) !== blank) return
    const begin = end - first.text.length
    if (first.mayGoOn) this.name(prose, begin, until)
    if (!first.isArticle) return
    if (first.lower === 'a' ? /^[aeiou]/i.test(second.text) : !/^[aei]/i.test(second.text))
      this.articles.push({text: first.text, range: [begin, end], prose, before: second.text})
  }
}
