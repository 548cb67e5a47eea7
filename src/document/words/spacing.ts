import {groupBy} from '../group.ts'
import type {AwesomeList} from '../list.ts'
import {habit} from '../style.ts'
import {languageOf} from './language.ts'
import {isCommonWord, isKnownWord} from './words.ts'

/** A blank too many or too few in the words. */
export interface SpacingSlip {
  readonly kind: 'doubled' | 'before' | 'missing'
  readonly range: readonly [start: number, end: number]
  /** The mark that the blank stands before, or should stand behind or before. */
  readonly mark: string
  readonly newText: string
}

/** Finds blanks that are doubled, stand before punctuation, or are missing. */
export function* readSpacing(list: AwesomeList): Iterable<SpacingSlip> {
  const isEnglish = languageOf(list.text) === 'en'
  for (const {range, block, link} of list.prose) {
    const text = list.text.slice(...range)
    // Most words have nothing of this: what is asked first is cheap.
    if (text.includes('  ') && block.node.type !== 'tableCell') yield* doubled(text, range[0])
    if (/[.!?)]:/.test(text)) yield* beforeShortCode(text, range[0])
    if (!isEnglish) continue
    if (/ [,;:.]/.test(text)) yield* before(text, range[0], list)
    if (/[,.;][^\s]/.test(text)) yield* afterMark(text, range[0])
    if (!link && text.includes('(')) yield* beforeBracket(text, range[0])
  }
  yield* besideLinks(list, isEnglish)
}

function* beforeShortCode(text: string, offset: number): Iterable<SpacingSlip> {
  for (const match of text.matchAll(/(?<=\p{L}[.!?)])(?=:[a-z][a-z\d_+-]*:(?:\s|$))/gu))
    yield missing(offset + match.index, text[match.index - 1]!)
}

function* doubled(text: string, offset: number): Iterable<SpacingSlip> {
  for (const match of text.matchAll(/(?<=[\p{L}\p{N},)])(?<!\bof) {2}(?=[\p{L}\p{N}(])/gu)) {
    const start = offset + match.index
    yield {kind: 'doubled', range: [start, start + 1], mark: '', newText: ''}
  }
}

function* before(text: string, offset: number, list: AwesomeList): Iterable<SpacingSlip> {
  for (const match of text.matchAll(/(?<=[\p{Ll}\p{Lu}\p{N}]) +(?:([,;:])(?= \p{L})|(\.)(?= \p{Lu}\p{Ll}| \(|$))/gu)) {
    const mark = match[1] ?? match[2]!
    // A colon between blanks may part a name from what is said of it, all through a list.
    if (mark === ':' && setsColonsApart(list)) continue
    // Behind what stands before it: a link may follow, and the point be its first letter.
    const end = offset + match.index + match[0].length
    if (mark === '.' && /[\w[!<`]/.test(list.text[end] ?? '')) continue
    const start = offset + match.index
    yield {kind: 'before', range: [start, end - 1], mark, newText: ''}
  }
}

const setsColonsApart = ({text}: AwesomeList): boolean => {
  const apart = text.match(/(?<=[\p{L}\p{N}]) : (?=\p{L})/gu)?.length ?? 0
  const close = text.match(/(?<=[\p{L}\p{N}]): (?=\p{L})/gu)?.length ?? 0
  return apart > 1 && apart >= close / 4
}

/** Words that begin a sentence, and hardly ever a name in a path of names. */
const openers = new Set(
  'the this that these those it its a an please check keep you we they if for with and but also all any see use now here there in on to from supports provides allows includes written built based'.split(
    ' '
  )
)

function* afterMark(text: string, offset: number): Iterable<SpacingSlip> {
  // Several commas without blanks make a list of values.
  for (const match of text.matchAll(
    /(?<![^\s("'])(\p{L}[\p{L}\p{N}]+|\p{N}+)([,.;])(\p{L}[\p{L}'’-]*)(?=[\s).;:!?]|, |,$|$)/gu
  )) {
    const [, left = '', mark = '', right = ''] = match
    const at = offset + match.index + left.length + 1
    const isClear =
      mark === '.' ? startsSentence(left, right, text.slice(match.index + match[0].length)) : areWords(left, right)
    if (isClear) yield {kind: 'missing', range: [at, at], mark, newText: ' '}
  }
}

const startsSentence = (left: string, right: string, rest: string): boolean =>
  /^\p{Lu}\p{Ll}*$/u.test(right) &&
  openers.has(right.toLowerCase()) &&
  /^ \p{Ll}/u.test(rest) &&
  /^\p{Lu}?\p{Ll}{2,}$/u.test(left) &&
  isKnownWord(left)

/** Whether both sides of a comma are words of a sentence or names, and neither is a value. */
const areWords = (left: string, right: string): boolean =>
  /^\p{Lu}\p{Ll}{2,}$/u.test(right)
    ? /^\p{Lu}?\p{Ll}{2,}$|^\p{N}$/u.test(left)
    : /^\p{Ll}{3,}$/u.test(right) &&
      /\p{Ll}{3,}$/u.test(left) &&
      isCommonWord(right) &&
      (isCommonWord(left) || right.length > 5)

function* beforeBracket(text: string, offset: number): Iterable<SpacingSlip> {
  for (const match of text.matchAll(/(?<![^\s])(\p{Ll}{3,})(?=\(\p{L}+ \p{L}+ [^()]*\))/gu)) {
    if (!isCommonWord(match[1]!)) continue
    const at = offset + match.index + match[1]!.length
    yield {kind: 'missing', range: [at, at], mark: '(', newText: ' '}
  }
}

/** Endings that may be glued to a link. */
const ending = /^(?:s|es|ed|er|ers|ing|ish|ism|ist|ists|able|like|less|ness|based|ish|ly|al)$/i

/** What stands between a link and the next word. */
const jointOf = (text: string, end: number): string => /^[^\p{L}\p{N}\n]*/u.exec(text.slice(end, end + 12))![0]

const missing = (at: number, mark: string): SpacingSlip => ({kind: 'missing', range: [at, at], mark, newText: ' '})

function* besideLinks({links, text}: AwesomeList, isEnglish: boolean): Iterable<SpacingSlip> {
  const own = links.filter(({node, role}) => node?.type === 'link' && (role === 'entry' || role === 'description'))
  const seen = new Set<number>()
  if (isEnglish)
    for (const {range, textRange, text: label} of own) {
      if (!textRange) continue
      const [left] = /(?<=[\s(/])\p{L}{4,}$/u.exec(text.slice(Math.max(0, range[0] - 24), range[0])) ?? []
      if (left && isCommonWord(left) && !/^\p{Ll}{1,4}(?!\p{L})/u.test(label)) yield missing(range[0], '[')
      const [right] = /^\p{L}{3,}(?=[ ,.])/u.exec(text.slice(range[1], range[1] + 24)) ?? []
      if (right && isCommonWord(right) && !ending.test(right)) {
        seen.add(range[1])
        yield missing(range[1], ')')
      }
    }
  yield* unlikeOthers(
    own.map(({range}) => range[1]).filter(end => !seen.has(end)),
    text
  )
}

/** Links glued to what follows, where the same marks follow the others behind a blank. */
function* unlikeOthers(ends: readonly number[], text: string): Iterable<SpacingSlip> {
  const joints = ends.map(end => ({end, joint: jointOf(text, end)}))
  for (const [marks, same] of groupBy(joints, ({joint}) => joint.replaceAll(' ', ''))) {
    const usual = habit(same.map(({joint}) => joint))?.value
    // How a link and its description are parted is another matter.
    if (marks === '' || !usual?.includes(' ') || /[-–—:|.,;<>&]/.test(marks)) continue
    for (const {end, joint} of same) {
      const at = [...usual].findIndex((char, index) => char !== joint[index])
      // At the end of a line nothing is glued.
      if (at < 0 || /^\s|^$/.test(text.slice(end + at, end + at + 1))) continue
      if (usual === `${joint.slice(0, at)} ${joint.slice(at)}`) yield missing(end + at, at > 0 ? joint[at - 1]! : ')')
    }
  }
}
