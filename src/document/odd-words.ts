import {mayGoOn, nameOf} from './brands.ts'
import type {AwesomeList, Prose} from './list.ts'
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
}

/** Words that nobody says twice in a row, in the languages that lists are written in. */
const small = new Set(
  `the a an that of to in on for and or with by from as at is are be can will your you this its it into
  par les des dans pour avec une los las para con del com uma dos der das und mit`.split(/\s+/)
)

/** What is to know of one spelling. */
interface Note {
  readonly name?: string
  readonly unknown: boolean
  readonly small: boolean
  readonly mayGoOn: boolean
  readonly lower: string
}

const notes = new Map<string, Note>()

function noteOf(word: string): Note {
  const known = notes.get(word)
  if (known) return known
  if (notes.size > 100_000) notes.clear()
  const name = nameOf(word)
  const lower = word.toLowerCase()
  const note: Note = {
    ...(name !== undefined && {name}),
    unknown: name === undefined && /^[A-Za-z]{5,}$/.test(word) && word !== word.toUpperCase() && !isKnownWord(word),
    small: small.has(lower),
    mayGoOn: mayGoOn(word),
    lower
  }
  notes.set(word, note)
  return note
}

const readings = new WeakMap<AwesomeList, OddWords>()

/** The odd words of a list, read once. */
export function oddWordsOf(list: AwesomeList): OddWords {
  const known = readings.get(list)
  if (known) return known
  const found = read(list)
  readings.set(list, found)
  return found
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122
const isDigit = (code: number): boolean => code >= 48 && code <= 57
/** Latin letters with marks go on with a word; other scripts stand beside it without a blank. */
const isMarked = (code: number): boolean => code >= 0xc0 && code <= 0x24f

const set = (chars: string): ReadonlySet<number> => new Set([...chars].map(char => char.charCodeAt(0)))
const joinsBefore = set('@#/\\_$&%=~+-.:')
const joinsAfter = set('@/\\_$&=~-+(>')
const [dot, blank, colon] = [0x2e, 0x20, 0x3a]

function read(list: AwesomeList): OddWords {
  const {text} = list
  const names: Naming[] = []
  const unknown: Word[] = []
  const doubled: Word[] = []
  const articles: Article[] = []
  for (const prose of list.prose) {
    // A bare address is its own text.
    if (prose.link && !prose.link.textRange) continue
    const [from, to] = prose.range
    let before: {word: string; note: Note; start: number; end: number} | undefined
    for (let at = from; at < to; at++) {
      if (!isLetter(text.charCodeAt(at))) continue
      const start = at
      do at++
      while (at < to && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))))
      const last = before
      before = undefined
      const previous = start > 0 ? text.charCodeAt(start - 1) : 0
      let bare = !(joinsBefore.has(previous) || isDigit(previous) || isMarked(previous))
      if (previous === dot && start - 1 >= from && (start - 1 === 0 || /[\s([*]/.test(text[start - 2]!))) {
        const name = nameOf(text.slice(start - 1, at))
        if (name) names.push({text: text.slice(start - 1, at), range: [start - 1, at], prose, name})
        continue
      }
      let next = text.charCodeAt(at)
      let dotted = false
      while (next === dot && isLetter(text.charCodeAt(at + 1))) {
        dotted = true
        do at++
        while (at < to && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))))
        next = text.charCodeAt(at)
      }
      if (joinsAfter.has(next) || isMarked(next) || (next === colon && /\S/.test(text[at + 1] ?? ' '))) bare = false
      if (!bare) continue
      const word = text.slice(start, at)
      const range: Range = [start, at]
      if (dotted) {
        const name = nameOf(word)
        if (name) names.push({text: word, range, prose, name})
        continue
      }
      const note = noteOf(word)
      before = {word, note, start, end: at}
      if (note.name !== undefined) names.push({text: word, range, prose, name: note.name})
      else if (note.unknown) unknown.push({text: word, range, prose})
      if (!last) continue
      const apart = start - last.end
      if (note.small && last.note.lower === note.lower && !/\S/.test(text.slice(last.end, start)))
        doubled.push({text: word, range, prose})
      // A name that is said before the colon, said again: `Name: Name: What it is`.
      if (last.word === word && apart === 2 && next === colon && text.charCodeAt(last.end) === colon && word.length > 2)
        doubled.push({text: word, range, prose})
      if (apart !== 1 || text.charCodeAt(start - 1) !== blank) continue
      if (last.note.mayGoOn) {
        const both = text.slice(last.start, at)
        const name = nameOf(both)
        if (name) names.push({text: both, range: [last.start, at], prose, name})
      }
      const article = last.note.lower
      if ((article === 'a' && /^[aeiou]/i.test(word)) || (article === 'an' && !/^[aei]/i.test(word)))
        articles.push({text: last.word, range: [last.start, last.end], prose, before: word})
    }
  }
  return {names, unknown, doubled, articles}
}
