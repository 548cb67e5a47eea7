import type {Heading, List, ListItem, Paragraph, Root, TableCell, Text} from 'mdast'
import type {Contents} from './contents/contents.ts'
import type {Entry, Section} from './entry/entry.ts'
import type {BrokenLink} from './link/broken-link.ts'
import type {LinkUse} from './link/link.ts'

type Range = readonly [start: number, end: number]

export type {Section} from './entry/entry.ts'

/** A paragraph, heading or table cell: what holds words. */
export interface Block {
  readonly node: Paragraph | Heading | TableCell
  readonly range: Range
  readonly section?: Section
  /** The list item it stands in. */
  readonly item?: ListItem
  readonly quoted: boolean
}

/** A stretch of plain words in the source, without markup, code, addresses. */
export interface Prose {
  readonly node: Text
  readonly range: Range
  readonly block: Block
  /** The link whose text it is part of. */
  readonly link?: LinkUse
}

/** A list as its author meant it. Everything is in order of place; every range is made of offsets into `text`. */
export interface AwesomeList {
  readonly text: string
  readonly root: Root
  /** The first heading, where it is of depth 1 and stands before every entry. */
  readonly title?: Section
  /** The other headings. */
  readonly sections: readonly Section[]
  /** The names that links into the page can have, with the place of each. */
  readonly anchors: ReadonlyMap<string, number>
  readonly contents?: Contents
  readonly entries: readonly Entry[]
  readonly links: readonly LinkUse[]
  readonly brokenLinks: readonly BrokenLink[]
  readonly blocks: readonly Block[]
  readonly prose: readonly Prose[]
  readonly lists: readonly List[]
  /** Code, HTML, front matter and definitions: what no rule about words may touch. */
  readonly verbatim: readonly Range[]
}
