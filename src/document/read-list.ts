import type {
  Heading,
  Html,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
  TableRow
} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import {readAnchors} from './contents/anchor.ts'
import type {Candidate} from './contents/contents.ts'
import {readContents} from './contents/contents.ts'
import type {Entry, Section} from './entry/entry.ts'
import {findHead} from './entry/entry.ts'
import type {Slip} from './entry/slip.ts'
import {findSlips, markerAt} from './entry/slip.ts'
import type {Unmarked} from './entry/unmarked.ts'
import {findUnmarked} from './entry/unmarked.ts'
import type {BrokenLink} from './link/broken-link.ts'
import {filler, findBrokenLinks} from './link/broken-link.ts'
import type {LinkUse} from './link/link.ts'
import {definitionsIn, meantLink, readHtmlLinks, readLink} from './link/link.ts'
import type {AwesomeList, Block, Prose} from './list.ts'

type Range = readonly [start: number, end: number]

type Draft<T> = {-readonly [K in keyof T]: T[K]}
type SectionDraft = Draft<Omit<Section, 'entries'>> & {entries: Entry[]}

const offsets = (node: Nodes): Range | undefined => {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? undefined : [start, end]
}

/** Reads a parsed file, once, into the nouns that the rules speak of. */
export function readList(root: Root, text: string): AwesomeList {
  return new Reader(root, text).read()
}

interface Surroundings {
  readonly item?: ListItem
  readonly parent?: Entry
  readonly depth: number
  readonly quoted: boolean
}

/** The state of one reading; it does not outlive {@link readList}. */
class Reader {
  readonly root: Root
  readonly text: string
  readonly sections: SectionDraft[] = []
  readonly entries: Entry[] = []
  readonly links: Draft<LinkUse>[] = []
  readonly brokenLinks: BrokenLink[] = []
  readonly blocks: Block[] = []
  readonly prose: Prose[] = []
  readonly lists: List[] = []
  readonly verbatim: Range[] = []
  /** Lists that stand in no other. */
  readonly tops: Candidate[] = []
  readonly anchored: (Heading | Html)[] = []
  readonly byNode = new Map<Nodes, Draft<LinkUse>>()
  readonly definitions: ReadonlyMap<string, string>
  readonly unmarked: ReadonlyMap<Paragraph, readonly Unmarked[]>
  section: SectionDraft | undefined
  title: SectionDraft | undefined

  constructor(root: Root, text: string) {
    this.root = root
    this.text = text
    this.unmarked = findUnmarked(root, text)
    this.definitions = text.includes(']:') ? definitionsIn(root) : new Map()
  }

  read(): AwesomeList {
    for (const node of this.root.children) this.flow(node, {depth: 0, quoted: false})
    const {text, root, title, sections, entries, links, brokenLinks, blocks, prose, lists, verbatim} = this
    const anchors = readAnchors(this.anchored)
    for (const section of title ? [title, ...sections] : sections)
      section.slug = anchors.slugs.get(section.heading) ?? ''
    const contents = readContents(this.tops, entries.length)
    for (const link of contents?.links ?? []) (link as Draft<LinkUse>).role = 'contents'
    links.sort((a, b) => a.range[0] - b.range[0])
    this.assignDescriptions()
    return {
      text,
      root,
      ...(title && {title}),
      sections,
      anchors: anchors.names,
      ...(contents && {contents}),
      entries,
      links,
      brokenLinks,
      blocks,
      prose,
      lists,
      verbatim
    }
  }

  /** What stands in an entry beside its own link is part of the description. */
  assignDescriptions(): void {
    let next = 0
    for (const entry of this.entries) {
      while ((this.links[next]?.range[0] ?? Infinity) < entry.head[0]) next++
      for (let at = next; (this.links[at]?.range[0] ?? Infinity) < entry.head[1]; at++)
        if (this.links[at]!.role === 'other') this.links[at]!.role = 'description'
    }
  }

  flow(node: RootContent, around: Surroundings): void {
    switch (node.type) {
      case 'heading':
        this.heading(node, around)
        break
      case 'paragraph':
        this.paragraph(node, around)
        break
      case 'list':
        this.list(node, around)
        break
      case 'table':
        for (const row of node.children.slice(1)) this.row(row, around)
        for (const cell of node.children[0]?.children ?? []) this.phrasing(cell, around)
        break
      case 'blockquote':
        for (const child of node.children) this.flow(child, {...around, quoted: true})
        break
      case 'footnoteDefinition':
        for (const child of node.children) this.flow(child, around)
        break
      case 'html':
        this.links.push(...readHtmlLinks(node, this.text))
        this.keep(node)
        break
      case 'definition':
        this.link(node, node.url)
        this.keep(node)
        break
      case 'code':
      case 'yaml':
        this.keep(node)
        break
      default:
        // Front matter in TOML is no node type of mdast itself.
        if ((node as {type: string}).type === 'toml') this.keep(node)
    }
  }

  keep(node: Nodes): void {
    const range = offsets(node)
    if (range) this.verbatim.push(range)
    if (node.type === 'html') this.anchored.push(node)
  }

  heading(node: Heading, around: Surroundings): void {
    const range = offsets(node)
    if (!range) return
    this.anchored.push(node)
    if (!around.item && !around.quoted) {
      const before = this.section
      if (before) before.range = [before.range[0], range[0]]
      const section: SectionDraft = {
        heading: node,
        title: textOf(node),
        slug: '',
        depth: node.depth,
        setext: this.text[range[0]] !== '#',
        range: [range[0], this.text.length],
        entries: []
      }
      const parent = this.sections.findLast(other => other.depth < node.depth)
      // A deeper heading that follows a shallower one closes every section between them.
      if (parent) section.parent = parent
      this.section = section
      if (!this.title && node.depth === 1 && this.sections.length === 0 && this.entries.length === 0)
        this.title = section
      else this.sections.push(section)
    }
    this.phrasing(node, around)
  }

  paragraph(node: Paragraph, around: Surroundings): void {
    const {range, broken} = this.phrasing(node, around)
    if (!range) return
    for (const slip of this.slips(node, range, around)) this.entry(node.children, slip, around, broken)
  }

  list(node: List, around: Surroundings): void {
    this.lists.push(node)
    const links = this.links.length
    const before = this.entries.length
    for (const item of node.children) this.item(item, around)
    if (around.depth > 0) return
    this.tops.push({
      list: node,
      links: this.links.slice(links).filter(link => link.node?.type === 'link'),
      entries: this.entries.length - before,
      before,
      ...(this.section && {section: this.section})
    })
  }

  item(item: ListItem, around: Surroundings): void {
    const range = offsets(item)
    if (!range) return
    const inside: Draft<Surroundings> = {...around, item, depth: around.depth + 1}
    const [first, ...rest] = item.children
    if (first?.type === 'paragraph') {
      const {range: head, broken} = this.phrasing(first, inside)
      if (head) {
        const slips = this.slips(first, head, around)
        const marker = markerAt(this.text, range[0])
        const end = slips[0]?.line ?? head[1]
        const entry = this.entry(
          first.children,
          {marker, line: range[0], start: head[0], end, whole: slips[0] ? slips[0].line : range[1], node: item},
          around,
          broken
        )
        if (entry) inside.parent = entry
        for (const slip of slips) this.entry(first.children, slip, around, broken)
      }
    } else if (first) this.flow(first, inside)
    for (const child of rest) this.flow(child, inside)
  }

  row(row: TableRow, around: Surroundings): void {
    const range = offsets(row)
    if (!range) return
    let found = false
    row.children.forEach((cell, column) => {
      const {range: inside, broken} = this.phrasing(cell, around)
      if (found || !inside) return
      const head = findHead(cell.children, inside[0], inside[1], this.text, node => this.byNode.get(node), broken)
      if (!head || head.link.url.startsWith('#')) return
      found = true
      this.push({node: row, depth: 0, link: head.link, linkFirst: head.first && column === 0, head: range, range})
    })
  }

  entry(
    children: readonly PhrasingContent[],
    place: Slip & {readonly node?: ListItem},
    around: Surroundings,
    broken: readonly LinkUse[]
  ): Entry | undefined {
    const head = findHead(children, place.start, place.end, this.text, node => this.byNode.get(node), broken)
    if (!head) return undefined
    // A link into the page is a way to a section, not a thing that the list names.
    if (head.link.url.startsWith('#') && place.marker.spaced) return undefined
    return this.push({
      ...(place.node && {node: place.node}),
      ...(around.parent && {parent: around.parent}),
      depth: around.depth,
      marker: place.marker,
      link: head.link,
      phrasing: children,
      linkFirst: head.first,
      head: [place.marker.range[0], place.end],
      range: [place.marker.range[0], place.whole]
    })
  }

  push(draft: Entry): Entry {
    const entry: Entry = this.section ? {...draft, section: this.section} : draft
    this.entries.push(entry)
    this.section?.entries.push(entry)
    const link: Draft<LinkUse> = entry.link
    link.role = 'entry'
    return entry
  }

  slips(node: Paragraph, range: Range, {quoted}: Surroundings): readonly Slip[] {
    // Below a quotation a dash stands before the name of who said it.
    return quoted ? [] : findSlips(node, range, this.text, this.unmarked.get(node))
  }

  link(node: Parameters<typeof readLink>[0], url: string): Draft<LinkUse> | undefined {
    const link = readLink(node, this.text, url)
    if (!link) return undefined
    this.links.push(link)
    this.byNode.set(node, link)
    return link
  }

  /** Reads the words and links of a paragraph, heading or cell. */
  phrasing(node: Paragraph | Heading | TableCell, around: Surroundings): {range?: Range; broken: readonly LinkUse[]} {
    const range = offsets(node)
    if (!range) return {broken: []}
    const block: Block = {
      node,
      range,
      quoted: around.quoted,
      ...(this.section && {section: this.section}),
      ...(around.item && {item: around.item})
    }
    this.blocks.push(block)
    const sound: {range: Range; fill: string}[] = []
    const visit = (child: PhrasingContent, link?: LinkUse): void => {
      const place = offsets(child)
      switch (child.type) {
        case 'text':
          if (place) this.prose.push({node: child, range: place, block, ...(link && {link})})
          return
        case 'link':
        case 'linkReference':
        case 'image':
        case 'imageReference': {
          const url = 'url' in child ? child.url : (this.definitions.get(child.identifier) ?? '')
          const read = this.link(child, url)
          // An autolink is not filled out: it may be the address of a broken link.
          if (place && read?.textRange) sound.push({range: place, fill: filler.outside})
          if ('children' in child) for (const inner of child.children) visit(inner, read ?? link)
          return
        }
        case 'html':
          this.links.push(...readHtmlLinks(child, this.text))
          this.keep(child)
          if (place) sound.push({range: place, fill: filler.inside})
          return
        case 'inlineCode':
        case 'footnoteReference':
          this.keep(child)
          if (place) sound.push({range: place, fill: filler.inside})
          return
        case 'break':
          return
        default:
          for (const inner of child.children) visit(inner, link)
      }
    }
    for (const child of node.children) visit(child)
    return {range, broken: this.findBroken(range, sound)}
  }

  findBroken(range: Range, sound: readonly {range: Range; fill: string}[]): readonly LinkUse[] {
    let visible = ''
    let at = range[0]
    for (const {range: place, fill} of sound) {
      if (place[0] < at) continue
      visible += this.text.slice(at, place[0]) + fill.repeat(place[1] - place[0])
      at = place[1]
    }
    visible += this.text.slice(at, range[1])
    const found = findBrokenLinks(visible, range[0])
    if (found.length === 0) return []
    this.brokenLinks.push(...found)
    // The bare address in a broken link, which GFM makes a link of its own, is part of it.
    const part = (link: LinkUse): boolean =>
      found.some(broken => broken.range[0] <= link.range[0] && link.range[1] <= broken.range[1])
    for (let at = this.links.length - 1; at >= 0 && this.links[at]!.range[0] >= range[0]; at--)
      if (part(this.links[at]!)) this.links.splice(at, 1)
    const meant = found.map(meantLink)
    this.links.push(...meant)
    return meant
  }
}
