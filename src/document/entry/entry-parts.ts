import type {PhrasingContent} from 'mdast'
import type {AwesomeList} from '../list.ts'
import type {Entry} from './entry.ts'

type Range = readonly [start: number, end: number]

/** What may hang on the end of a description without being part of its sentence. */
export type TagKind = 'code' | 'badge' | 'emoji' | 'links'

/** Something that hangs on the end of a description: `` `MIT` ``, a badge, an emoji, `([Source](…))`. */
export interface Tag {
  readonly kind: TagKind
  readonly range: Range
}

/** What an entry says after its link, parted. Ranges are offsets into the source. */
export interface EntryParts {
  /** Where the link ends, with the marks of emphasis that close after it. */
  readonly nameEnd: number
  /** What stands between name and description, blanks included: ` - `, `: `; nothing but blanks where no mark stands. */
  readonly separator: {readonly range: Range; readonly text: string; readonly mark: string}
  /** Whether something else stands between the link and its separator: a badge, an emoji, a note in brackets. */
  readonly noted: boolean
  /** The sentence, without separator and tags; none where nothing is said, or the link is part of what is said. */
  readonly description?: Range
  /** From the innermost, next to the sentence, to the outermost. */
  readonly tags: readonly Tag[]
  /** The source from the end of the name to the end of the head; links, badges, code and marks as filler, of one length. */
  readonly masked: string
}

/** Stand for markup in a masked text. */
export const mask = {link: '\u0001', badge: '\u0002', code: '\u0003', mark: '\u0004'} as const

const known = new WeakMap<Entry, EntryParts | null>()

/** The parts of an entry that is, or was meant as, a list item and begins with its link; nothing for table rows and other forms. */
export function partsOf(list: AwesomeList, entry: Entry): EntryParts | undefined {
  const found = known.get(entry)
  if (found !== undefined) return found ?? undefined
  const parts = readParts(list, entry)
  known.set(entry, parts ?? null)
  return parts
}

function readParts({text}: AwesomeList, entry: Entry): EntryParts | undefined {
  const {phrasing, link, head, linkFirst} = entry
  if (!phrasing || !linkFirst) return undefined
  const start = link.range[1]
  const whole = maskOf(phrasing, text, start, head[1])
  const closing = new RegExp(`^${mask.mark}+`, 'u').exec(whole)?.[0].length ?? 0
  const nameEnd = start + closing
  const masked = whole.slice(closing)
  const {separator, noted} = readSeparator(masked)
  const from = separator.index + separator.text.length
  const {end, tags} = readTags(masked, from)
  const at = (index: number): number => nameEnd + index
  return {
    nameEnd,
    separator: {
      range: [at(separator.index), at(from)],
      text: separator.text,
      mark: separator.text.trim()
    },
    noted,
    ...(end > from &&
      (separator.text.trim() !== '' || isSentence(masked, from, separator)) && {description: [at(from), at(end)]}),
    tags: tags.map(({kind, range}) => ({kind, range: [at(range[0]), at(range[1])]})),
    masked
  }
}

/** The source between two offsets with all that is no plain words filled out. */
function maskOf(children: readonly PhrasingContent[], text: string, from: number, to: number): string {
  let masked = ''
  let at = from
  const fill = (end: number, filler: string): void => {
    if (end <= at) return
    masked += filler.repeat(Math.min(end, to) - at)
    at = Math.min(end, to)
  }
  const copy = (end: number): void => {
    masked += text.slice(at, Math.min(end, to))
    at = Math.max(at, Math.min(end, to))
  }
  const visit = (nodes: readonly PhrasingContent[]): void => {
    for (const node of nodes) {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined || end <= at || start >= to) continue
      // What no node covers is the marks of emphasis around it, or words beside a bare address, which lose their place.
      if (/[\p{L}\p{N}\s]/u.test(text.slice(at, start))) copy(start)
      else fill(start, mask.mark)
      switch (node.type) {
        case 'text':
        case 'break':
          copy(end)
          break
        case 'strong':
        case 'emphasis':
        case 'delete':
          visit(node.children)
          fill(end, mask.mark)
          break
        case 'inlineCode':
          fill(end, mask.code)
          break
        case 'link':
        case 'linkReference':
          fill(end, isBadge(node.children) ? mask.badge : mask.link)
          break
        default:
          fill(end, mask.badge)
      }
    }
  }
  visit(children)
  return masked + text.slice(at, to)
}

const isBadge = (children: readonly PhrasingContent[]): boolean =>
  children.length > 0 &&
  children.every(child => child.type === 'image' || child.type === 'imageReference' || child.type === 'html')

const emoji = String.raw`(?:\p{Regional_Indicator}{2}|(?:\p{Extended_Pictographic}|[\u2605\u2606])[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D\p{Extended_Pictographic}]*|:[a-z\d_+-]{2,40}:)`
const aside = String.raw`(?:${mask.badge}+|${mask.mark}+|${mask.code}+|${emoji}|\([^()\n]{0,120}\)|\[[^\][\n]{0,60}\])`

/** Badges, emoji and notes in brackets right behind a link. */
const notes = new RegExp(String.raw`^(?:[ \t]*${aside})+`, 'u')

/** What parts link and description. A hyphen between two words without a blank is part of a word. */
const mark = /^[ \t]*(?:-{1,3}>?|[\u2010-\u2015\u2212]{1,2}|[:\uff1a]|[|\u00b7\u2022\u2192]|=>|~)?\s*/u

/** The same with blanks around it, further on in the text. */
const laterMark = /[ \t](?:-{1,2}|[\u2012-\u2015])[ \t]/u

/** Words that go on with the name: `by Someone`, `and another`. */
const goesOn = /^(?:\p{Ll}\p{L}{0,3}[ \u0001]|[,&+/])/u

function readSeparator(masked: string): {separator: {index: number; text: string}; noted: boolean} {
  // Most often the mark follows at once.
  const before = /^[ \t]*[-\u2013\u2014]|^: /.test(masked) ? '' : (notes.exec(masked)?.[0] ?? '')
  const direct = mark.exec(masked.slice(before.length))![0]
  if (direct.trim() !== '' || before.length + direct.length >= masked.length)
    return {separator: {index: before.length, text: direct}, noted: before !== ''}
  const rest = masked.slice(before.length + direct.length)
  const later = laterMark.exec(rest)
  // What stands before a mark further on is a note, too, as long as it is no sentence.
  const words = later ? rest.slice(0, later.index).split(/\s+/).length : 0
  if (later && (words <= 3 || (words <= 8 && goesOn.test(rest))) && isBalanced(rest.slice(0, later.index)))
    return {separator: {index: before.length + direct.length + later.index, text: later[0]}, noted: true}
  return {separator: {index: before.length, text: direct}, noted: before !== ''}
}

/** Words that go on with a sentence of which the link is a part. */
const continuing =
  /^(?:and|are|as|at|but|by|can|de|et|for|from|has|have|if|in|is|it|of|on|or|par|plus|since|that|they|to|und|van|via|von|vs|was|we|were|when|where|which|while|who|will|with|y|you|\p{Ll}+ed by)(?![\p{L}\d])/iu

/** Whether what follows a link without any mark describes it: at least two words that could stand alone. */
function isSentence(masked: string, from: number, {text}: {text: string}): boolean {
  const said = masked.slice(from)
  if (!/^[\p{L}\p{N}]/u.test(said) || continuing.test(said)) return false
  // Glued to the link it may be the ending of a word.
  if (text === '' && !/^\p{Lu}/u.test(said)) return false
  return said.trim().split(/\s+/).length >= 2
}

const isBalanced = (text: string): boolean => text.split('(').length === text.split(')').length

interface TagForm {
  readonly kind: TagKind
  /** Whether a text that ends in this character may end in such a tag: asked first, since most end in a period. */
  readonly mayEnd: (last: string) => boolean
  readonly form: RegExp
}

const tagForms: readonly TagForm[] = [
  {
    kind: 'code',
    mayEnd: last => last === mask.code || last === ',' || last === '/',
    form: new RegExp(String.raw`${mask.code}+[\s,/]*$`, 'u')
  },
  {kind: 'badge', mayEnd: last => last === mask.badge, form: new RegExp(`${mask.badge}+$`, 'u')},
  {
    kind: 'emoji',
    mayEnd: last => last === ':' || last > '\u203b',
    form: new RegExp(`${emoji}$`, 'u')
  },
  {
    kind: 'links',
    mayEnd: last => last === ')' || last === ']',
    form: new RegExp(String.raw`[([][\s,;|/&\u00b7]*${mask.link}[${mask.link}${mask.mark}\s,;|/&\u00b7-]*[)\]]$`, 'u')
  },
  {
    kind: 'links',
    mayEnd: last => last === mask.link,
    form: new RegExp(
      String.raw`(?<=[.!?\u2026\u3002\uff01\uff1f]\s+)${mask.link}+(?:[\s,|/\u00b7-]+${mask.link}+)*$`,
      'u'
    )
  }
]

/** A tag is looked for in this much of the end; no tag is longer. */
const tail = 2000

/** Takes tags off the end, as many as there are. */
function readTags(masked: string, from: number): {end: number; tags: readonly Tag[]} {
  const tags: Tag[] = []
  let end = from + masked.slice(from).trimEnd().length
  for (;;) {
    const base = Math.max(from, end - tail)
    const rest = masked.slice(base, end)
    const last = rest.at(-1) ?? ''
    const found = tagForms.flatMap(({kind, mayEnd, form}) => {
      const match = mayEnd(last) ? form.exec(rest) : null
      return match ? [{kind, match}] : []
    })[0]
    if (!found) return {end, tags}
    const start = base + found.match.index
    tags.unshift({kind: found.kind, range: [start, end]})
    end = from + masked.slice(from, start).trimEnd().length
  }
}
