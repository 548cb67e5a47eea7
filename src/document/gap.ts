import type {RootContent} from 'mdast'
import type {AwesomeList} from './list.ts'

/** The space between two blocks of the page. */
export interface Gap {
  /** What kinds of block it parts: gaps of one kind are alike in a list that has a habit. */
  readonly kind: string
  /** Whether it lies between headings, lists and paragraphs alone, where a list may have a habit. */
  readonly measured: boolean
  readonly before: RootContent
  readonly after: RootContent
  /** How many blank lines it has. */
  readonly blanks: number
  /** The blank lines themselves: from the start of the first to the start of the block after. */
  readonly range: readonly [start: number, end: number]
}

const measured = new Set(['heading', 'list', 'paragraph'])

const kindOf = (node: RootContent): string => (node.type === 'heading' ? `heading ${node.depth}` : node.type)

const isMeasured = (before: RootContent, after: RootContent): boolean =>
  measured.has(before.type) && measured.has(after.type) && !(before.type === 'paragraph' && after.type === 'paragraph')

/** The gaps between the blocks of the top level, in order of place. */
export function readGaps({root, text}: AwesomeList): readonly Gap[] {
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
    gaps.push({
      kind: !isMeasured(before, after)
        ? 'other'
        : after.type === 'heading'
          ? `before ${kindOf(after)}`
          : `${before.type} to ${after.type}`,
      measured: isMeasured(before, after),
      before,
      after,
      blanks: lines.length - 2,
      range: [first, start - indent]
    })
  }
  return gaps
}
