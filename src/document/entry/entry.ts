import type {Heading, ListItem, PhrasingContent, TableRow} from 'mdast'
import type {LinkUse} from '../link/link.ts'

type Range = readonly [start: number, end: number]

/** A heading and what stands below it. */
export interface Section {
  readonly heading: Heading
  readonly title: string
  /** The name of its anchor on GitHub. */
  readonly slug: string
  readonly depth: number
  /** Whether it is underlined instead of led by hashes. */
  readonly setext: boolean
  readonly parent?: Section
  /** From the heading to the next heading, of whatever depth. */
  readonly range: Range
  readonly entries: readonly Entry[]
}

/** The bullet or number of a list item. */
export interface Marker {
  /** As written: `-`, `*`, `+`, `1.`, `1)`. */
  readonly text: string
  readonly range: Range
  /** Whether a blank follows, as markdown asks for. Without it there is no item, though one was meant. */
  readonly spaced: boolean
  /** Where the author forgot it: what the items around have there, indentation and blank included. Its range is empty then. */
  readonly missing?: string
}

/** What the author meant as one element of the list: a list item or a table row with a link. */
export interface Entry {
  readonly node?: ListItem | TableRow
  readonly section?: Section
  /** The entry whose nested list this one stands in. */
  readonly parent?: Entry
  /** How many lists this one is nested in; 0 on top and in tables. */
  readonly depth: number
  /** None for a table row. */
  readonly marker?: Marker
  readonly link: LinkUse
  /** What the first paragraph of an item holds; it may go on beyond the head, where it swallowed the next entry. */
  readonly phrasing?: readonly PhrasingContent[]
  /** Whether nothing but marks, emoji or badges stands before the link. */
  readonly linkFirst: boolean
  /** The first paragraph or the row, marker included, nested lists excluded. */
  readonly head: Range
  /** All of it, with nested lists. */
  readonly range: Range
}

/** The first link of some phrasing content that is more than a badge, and whether anything is said before it. */
export interface Head {
  readonly link: LinkUse
  readonly first: boolean
}

interface Piece {
  readonly node: PhrasingContent
  readonly start: number
  readonly end: number
}

function* pieces(children: readonly PhrasingContent[], from: number, to: number): Iterable<Piece> {
  for (const node of children) {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined || end <= from) continue
    if (start >= to) return
    if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete')
      yield* pieces(node.children, from, to)
    else yield {node, start: Math.max(start, from), end: Math.min(end, to)}
  }
}

/** What may stand before the link of an entry without being said first: marks, emoji, short codes, numbers. */
const ornament = /^(?:[\s\p{P}\p{S}\p{M}\p{Extended_Pictographic}\d]|\p{Regional_Indicator}|\u200D|\uFE0F|:[\w+-]+:)*$/u

const isBadge = (node: PhrasingContent): boolean =>
  (node.type === 'link' || node.type === 'linkReference') &&
  node.children.length > 0 &&
  node.children.every(child => child.type === 'image' || child.type === 'imageReference')

/**
 * Finds the main link between two offsets of a paragraph.
 * @param linkOf what was read of a link node
 * @param broken links that markdown does not see, in order of place
 */
export function findHead(
  children: readonly PhrasingContent[],
  from: number,
  to: number,
  source: string,
  linkOf: (node: PhrasingContent) => LinkUse | undefined,
  broken: readonly LinkUse[]
): Head | undefined {
  const meant = broken.find(link => link.range[0] >= from && link.range[0] < to)
  let first = true
  let badge: LinkUse | undefined
  for (const {node, start, end} of pieces(children, from, to)) {
    if (meant && end > meant.range[0]) {
      const lead = source.slice(start, Math.max(start, meant.range[0]))
      return {link: meant, first: first && ornament.test(lead)}
    }
    if (node.type === 'link' || node.type === 'linkReference') {
      const link = linkOf(node)
      if (link && !isBadge(node)) return {link, first}
      badge ??= link
    } else if (node.type === 'text') first &&= ornament.test(source.slice(start, end))
    else if (node.type === 'inlineCode') first = false
  }
  // Beside a bare address no word keeps its place.
  if (meant) return {link: meant, first: first && ornament.test(source.slice(from, meant.range[0]))}
  return badge && {link: badge, first: false}
}
