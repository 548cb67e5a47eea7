import type {RootContent} from 'mdast'
import {readGluedHeadings} from './glued-heading.ts'
import type {AwesomeList} from './list.ts'

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
      kind: !isMeasured ? 'other' : other.type === 'heading' ? `before ${other.kind}` : `${one.type} to ${other.type}`,
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
