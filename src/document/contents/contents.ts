import type {List, ListItem} from 'mdast'
import type {Section} from '../entry/entry.ts'
import type {LinkUse} from '../link/link.ts'

type Range = readonly [start: number, end: number]

/** One line of the contents: a link to a section, or the name of a group of such lines. */
export interface ContentsItem {
  readonly node: ListItem
  /** How many lists of the contents it is nested in. */
  readonly depth: number
  readonly parent?: ContentsItem
  /** Its links into the page, nested items excluded. */
  readonly links: readonly LinkUse[]
  /** The first block, marker included, nested lists excluded. */
  readonly head: Range
  /** All of it, with nested lists. */
  readonly range: Range
}

/** The table of contents: links to headings of the same page. */
export interface Contents {
  readonly section?: Section
  /** The first of its lists, mostly the only one. */
  readonly list: List
  readonly lists: readonly List[]
  readonly links: readonly LinkUse[]
  readonly items: readonly ContentsItem[]
}

/** A list of the top level as one that may be contents. */
export interface Candidate {
  readonly list: List
  readonly section?: Section
  readonly links: readonly LinkUse[]
  /** How many entries of the awesome list stand in it, and before it. */
  readonly entries: number
  readonly before: number
}

const names = new Set(
  `content, contents, table of content, table of contents, tables of contents, list of contents, toc, index, menu,
  outline, navigation, quick links, 目录, 目錄, 目次, 索引, 内容, 导航, 목차, 차례, inhalt, inhaltsverzeichnis, sommaire,
  table des matières, table des matieres, indice, índice, contenido, contenidos, tabla de contenido, tabla de contenidos,
  tabela de conteúdo, tabela de conteúdos, conteúdo, conteúdos, sumário, sumario, содержание, оглавление, зміст, spis treści,
  inhoud, inhoudsopgave, içindekiler, obsah, innehåll, innehållsförteckning, indhold, innhold, sisällys, sisällysluettelo, tartalom,
  tartalomjegyzék, cuprins, sadržaj, περιεχόμενα, mục lục, daftar isi, فهرست, الفهرس, المحتويات, تוכן עניינים`
    .split(',')
    .map(name => name.trim())
)

/** Whether a heading is one that contents stand below, in whatever language and ornament. */
export function isContentsName(title: string): boolean {
  return title
    .replace(/:[\w+-]+:|<[^<>]*>/g, '')
    .split(/[/|(（)）]|\s[-–—]\s/)
    .some(part =>
      names.has(
        part
          .replace(/[^\p{L}\p{M}]+/gu, ' ')
          .trim()
          .toLowerCase()
      )
    )
}

/** Whether most of its links lead to places of the page. */
function isLocal({links, entries}: Candidate): boolean {
  const local = links.filter(isInPage).length
  return local >= 2 && local >= links.length * 0.8 && entries <= local * 0.2
}

const isInPage = ({node, url}: LinkUse): boolean => node?.type === 'link' && url.startsWith('#')

/** Picks the contents of a page: what stands below a heading that says so, or what comes before the entries. */
export function readContents(candidates: readonly Candidate[], entries: number): Contents | undefined {
  const local = candidates.filter(isLocal)
  const first = local.find(({section}) => contentsHeading(section)) ?? local.find(({before}) => before <= entries * 0.2)
  if (!first) return undefined
  const heading = contentsHeading(first.section) ?? first.section
  const lists = local.filter(({section}) => (contentsHeading(section) ?? section) === heading)
  const links = lists.flatMap(list => list.links.filter(isInPage))
  return {
    list: first.list,
    lists: lists.map(({list}) => list),
    links,
    items: lists.flatMap(({list, links}) => readItems(list, links)),
    ...(heading && {section: heading})
  }
}

/** The heading of the contents above a section, or the section itself. */
function contentsHeading(section: Section | undefined): Section | undefined {
  for (let at = section; at; at = at.parent) if (isContentsName(at.title)) return at
  return undefined
}

function readItems(list: List, links: readonly LinkUse[]): readonly ContentsItem[] {
  const items: ContentsItem[] = []
  let next = 0
  const visit = (nodes: readonly ListItem[], depth: number, parent: ContentsItem | undefined): void => {
    for (const node of nodes) {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) continue
      const [first] = node.children
      const headEnd = (first?.type === 'list' ? first.position?.start.offset : first?.position?.end.offset) ?? start
      while (links[next] && links[next]!.range[0] < start) next++
      const own: LinkUse[] = []
      for (; links[next] && links[next]!.range[0] < headEnd; next++) if (isInPage(links[next]!)) own.push(links[next]!)
      const item: ContentsItem = {
        node,
        depth,
        ...(parent && {parent}),
        links: own,
        head: [start, headEnd],
        range: [start, end]
      }
      items.push(item)
      for (const child of node.children) if (child.type === 'list') visit(child.children, depth + 1, item)
    }
  }
  visit(list.children, 0, undefined)
  return items
}
