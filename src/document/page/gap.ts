import type {RootContent} from 'mdast'
import {groupBy} from '../group.ts'
import type {AwesomeList} from '../list.ts'
import type {Habit} from '../style.ts'
import {commonest, habit} from '../style.ts'
import {readGluedHeadings} from './glued-heading.ts'

/** The space between two blocks of the page. */
export interface Gap {
  /** What kinds of block it parts: gaps of one kind are alike in a list that has a habit. */
  readonly kind: string
  /** Whether it lies between headings, lists and paragraphs alone, where a list may have a habit. */
  readonly measured: boolean
  readonly before: RootContent
  readonly after: RootContent
  /** What the block after is, or was meant to be. */
  readonly next: string
  /** How many blank lines it has. */
  readonly blanks: number
  /** The blank lines themselves: from the start of the first to the start of the block after. */
  readonly range: readonly [start: number, end: number]
}

const measured = new Set(['heading', 'list', 'paragraph'])

/** What a block is, or was meant to be: a heading or an item without its blank is one all the same. */
function kindsOf(list: AwesomeList): (node: RootContent) => {readonly type: string; readonly kind: string} {
  const headings = new Map<RootContent, string>()
  for (const {node, hashes} of readGluedHeadings(list))
    if (!headings.has(node)) headings.set(node, `heading ${hashes.length}`)
  const items = new Set(list.entries.flatMap(({marker}) => (marker?.spaced === false ? [marker.range[0]] : [])))
  return node => {
    const start = node.position?.start.offset ?? -1
    const heading = node.type === 'heading' ? `heading ${node.depth}` : headings.get(node)
    if (heading) return {type: 'heading', kind: heading}
    return node.type === 'paragraph' && items.has(start)
      ? {type: 'list', kind: 'list'}
      : {type: node.type, kind: node.type}
  }
}

/** The gaps between the blocks of the top level, in order of place. */
export function readGaps(list: AwesomeList): readonly Gap[] {
  const {root, text} = list
  const kindOf = kindsOf(list)
  const gaps: Gap[] = []
  for (let index = 1; index < root.children.length; index++) {
    const before = root.children[index - 1]!
    const after = root.children[index]!
    const end = before.position?.end.offset
    const start = after.position?.start.offset
    if (end === undefined || start === undefined) continue
    const between = text.slice(end, start)
    const lines = between.split(/\r\n?|\n/)
    // Something that is no node of its own (a stray mark, a closing tag) stands between them.
    if (between.trim() !== '' || lines.length < 2) continue
    const first = end + between.length - between.slice(between.indexOf('\n') + 1).length
    const indent = lines.at(-1)!.length
    const [one, other] = [kindOf(before), kindOf(after)]
    const isMeasured =
      measured.has(one.type) && measured.has(other.type) && !(one.type === 'paragraph' && other.type === 'paragraph')
    gaps.push({
      // Below the title stands what no section has: an introduction, badges.
      kind: !isMeasured
        ? 'other'
        : other.type === 'heading'
          ? `before ${other.kind}`
          : `${before === list.title?.heading ? 'title' : one.type} to ${other.type}`,
      measured: isMeasured,
      before,
      after,
      next: other.type,
      blanks: lines.length - 2,
      range: [first, start - indent]
    })
  }
  return gaps
}

/** A gap that is wider or narrower than it should be. */
export interface UnevenGap {
  readonly gap: Gap
  /** How many blank lines it should have. */
  readonly expected: number
  /** The habit of the list that says so, where it has one for gaps of this kind. */
  readonly like?: Habit<number>
}

/** Finds the gaps that are unlike the others of their kind, or too wide for any. */
export function* readUnevenGaps(list: AwesomeList): Iterable<UnevenGap> {
  for (const same of groupBy(readGaps(list), gap => gap.kind).values()) {
    const usual = commonest(same.map(gap => gap.blanks))
    // Two and more are a habit only where most places have them; elsewhere the surplus counts as one.
    const most = usual && usual.value > 1 && usual.count > 1 ? usual.value : 1
    // Habits are about headings and lists; HTML and the like end where they end.
    const like = same[0]!.measured ? habit(same.map(gap => Math.min(gap.blanks, most))) : undefined
    for (const gap of same) {
      const expected = like ? like.value : gap.blanks > most ? most : needsOne(list, gap) ? 1 : gap.blanks
      if (gap.blanks !== expected) yield {gap, expected, ...(like && {like})}
    }
  }
}

/** The title stands apart from the words below it; badges, images and HTML may follow it closely. */
const needsOne = (list: AwesomeList, {before, after, blanks}: Gap): boolean =>
  blanks === 0 &&
  before === list.title?.heading &&
  after.type === 'paragraph' &&
  after.children[0]?.type === 'text' &&
  !list.title.setext
