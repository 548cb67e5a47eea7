import type {List, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import {lineEnd, lineStart} from '../line.ts'
import {habit} from '../style.ts'

/** A line that its author meant as an item of the list around it, and that has no marker. */
export interface Unmarked {
  /** Where the line begins. */
  readonly line: number
  /** Where its link begins, with the marks around it. */
  readonly start: number
  /** What the items around it have there: indentation, bullet and blank. */
  readonly missing: string
}

/** One line of a paragraph, and whether it is made like an entry. */
interface Line {
  readonly line: number
  readonly start: number
  /** What stands between the link it begins with and the next word; nothing where it begins otherwise. */
  readonly joint?: string
  readonly url?: string
  readonly end: number
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? -1
const endOf = (node: Nodes): number => node.position?.end.offset ?? -1

/** The link that a node is, alone or inside of marks. */
const linkIn = (node: PhrasingContent | undefined): string | undefined => {
  if (!node) return undefined
  if (node.type === 'link' && node.children.some(child => child.type !== 'image')) return node.url
  return (node.type === 'strong' || node.type === 'emphasis') && node.children.length === 1
    ? linkIn(node.children[0])
    : undefined
}

/** The lines of a paragraph. */
function linesOf({children, position}: Paragraph, text: string): readonly Line[] {
  const from = position?.start.offset
  const to = position?.end.offset
  if (from === undefined || to === undefined) return []
  const starting = new Map(children.map(child => [startOf(child), child]))
  const lines: Line[] = []
  for (let at = from; at <= to; ) {
    const end = Math.min(lineEnd(text, at), to)
    const start = at + text.slice(at, end).search(/[^ \t]|$/)
    const node = starting.get(start)
    const url = linkIn(node)
    lines.push({
      line: at === from ? lineStart(text, at) : at,
      start,
      end,
      ...(node &&
        url !== undefined && {url, joint: /^[^\p{L}\p{N}\r\n]*/u.exec(text.slice(endOf(node), end))![0].trimEnd()})
    })
    at = end + 1
  }
  return lines
}

/** How the items of a list are made. */
interface Make {
  /** Bullet and blank of the first item, with its indentation. */
  readonly lead: string
  readonly items: number
  /** The joint that most items have after the link they begin with; nothing where they begin otherwise. */
  readonly joint?: string
  /** How many items go on over a second line of plain words. */
  readonly wrapped: number
}

function makeOf(list: List, text: string): Make | undefined {
  const first = list.children[0]
  if (list.ordered || !first) return undefined
  const at = startOf(first)
  const line = lineStart(text, at)
  const lead = /^[ \t]*[-*+][ \t]+/.exec(text.slice(line, line + 24))?.[0]
  if (!lead) return undefined
  const heads = list.children.flatMap(item => {
    const paragraph = item.children[0]
    return paragraph?.type === 'paragraph' ? [linesOf(paragraph, text)] : []
  })
  // A link into the page leads to a section: that is no entry.
  const joints = heads.map(([head]) => (head?.url?.startsWith('#') ? undefined : head?.joint))
  const counts = new Map<string, number>()
  for (const joint of joints) if (joint !== undefined) counts.set(joint, (counts.get(joint) ?? 0) + 1)
  const [joint, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return {
    lead,
    items: list.children.length,
    ...(joint !== undefined && count * 2 >= list.children.length && {joint}),
    wrapped: heads.filter(([, ...more]) => more.some(other => other.joint === undefined)).length
  }
}

const isEntryLike = ({joint, url}: Line, make: Make): boolean =>
  joint !== undefined && joint === make.joint && url !== undefined && !url.startsWith('#')

/** Whether a joint parts a link from its description; without one, the line is nothing but a link. */
const parts = (joint: string | undefined): boolean => /\S/.test(joint ?? '')

/** The end of a line whose sentence goes on in the next. */
const goesOn = /(?:[,;:([&/+–—-]|\s(?:and|or|with|by|see|from|of|the|a|in|on|for|to))[ \t]*\r?$/i

/** Lines in the first paragraph of an item that begin an item of their own. */
function swallowed(item: ListItem, make: Make, text: string): readonly Line[] {
  const paragraph = item.children[0]
  if (paragraph?.type !== 'paragraph') return []
  const [head, ...more] = linesOf(paragraph, text)
  if (!head || more.length === 0 || make.wrapped > 0) return []
  // The item itself is an entry like its siblings, and so is every line that follows.
  if (head.joint === undefined || !more.every(line => isEntryLike(line, make))) return []
  if ([head, ...more.slice(0, -1)].some(({start, end}) => goesOn.test(text.slice(start, end)))) return []
  if (!parts(make.joint) && make.items < 3) return []
  return more
}

/** Lines below the words of an item, where its siblings have lists of links below theirs. */
function* below(list: List, text: string): Iterable<readonly [Paragraph, readonly Line[], string]> {
  const inner = list.children.flatMap(item => {
    const [words, nested] = item.children
    const make = words?.type === 'paragraph' && nested?.type === 'list' ? makeOf(nested, text) : undefined
    return make?.joint === undefined ? [] : [make]
  })
  if (inner.length < 3 || inner.length < list.children.length * 0.75) return
  const joints = new Set(inner.map(make => make.joint))
  const leads = habit(inner.flatMap(make => Array.from({length: make.items}, () => make.lead)))
  if (!leads) return
  for (const {children} of list.children) {
    if (children[0]?.type !== 'paragraph' || children.length > 1) continue
    const [head, ...more] = linesOf(children[0], text)
    if (head?.joint !== undefined || !more.every(({joint, url}) => joints.has(joint) && !(url ?? '#').startsWith('#')))
      continue
    yield [children[0], more, leads.value]
  }
}

/** Finds the lines, by the paragraph they stand in, where the marker of an item is missing. */
export function findUnmarked(root: Root, text: string): ReadonlyMap<Paragraph, readonly Unmarked[]> {
  const found = new Map<Paragraph, readonly Unmarked[]>()
  const keep = (paragraph: Paragraph, lines: readonly Line[], missing: string): void => {
    if (lines.length > 0)
      found.set(
        paragraph,
        lines.map(({line, start}) => ({line, start, missing}))
      )
  }
  const visit = (list: List): void => {
    const make = makeOf(list, text)
    let swallowing = 0
    for (const item of list.children) {
      const lines = make && make.items > 1 ? swallowed(item, make, text) : []
      if (make && lines.length > 0 && item.children[0]?.type === 'paragraph') {
        swallowing++
        keep(item.children[0], lines, make.lead)
      }
      for (const child of item.children) if (child.type === 'list') visit(child)
    }
    for (const [paragraph, lines, lead] of below(list, text)) keep(paragraph, lines, lead)
    // Where many items have a second line that begins with a link, that is how entries look there.
    if (make && swallowing > Math.max(1, make.items / 8))
      for (const item of list.children) if (item.children[0]?.type === 'paragraph') found.delete(item.children[0])
  }
  for (const node of root.children) if (node.type === 'list') visit(node)
  for (const [paragraph, list] of beside(root)) {
    const make = makeOf(list, text)
    const lines = linesOf(paragraph, text)
    if (!make || make.items < 2 || make.wrapped > 0 || !parts(make.joint)) continue
    if (lines.every(line => isEntryLike(line, make) && !/:\s*$/.test(text.slice(line.start, line.end))))
      keep(paragraph, lines, make.lead)
  }
  for (const [paragraph, lead] of alone(root, text)) keep(paragraph, linesOf(paragraph, text), lead)
  return found
}

/** Paragraphs that stand directly before or behind a list. */
function* beside({children}: Root): Iterable<readonly [Paragraph, List]> {
  for (const [index, node] of children.entries()) {
    if (node.type !== 'paragraph') continue
    const [before, after] = [children[index - 1], children[index + 1]]
    const list = before?.type === 'list' ? before : after?.type === 'list' ? after : undefined
    if (list) yield [node, list]
  }
}

/** Paragraphs that fill a section, below some words at most, in a text whose other sections are lists. */
function* alone(root: Root, text: string): Iterable<readonly [Paragraph, string]> {
  const sections = sectionsOf(root)
  const lists = sections.flatMap(section => section.filter(node => node.type === 'list'))
  const makes = lists.flatMap(list => makeOf(list, text) ?? [])
  const lead = habit(
    makes.flatMap(make => (make.joint === undefined ? [] : Array.from({length: make.items}, () => make.lead)))
  )
  if (!lead) return
  const joints = new Set(makes.filter(make => make.items > 1).map(make => make.joint))
  for (const section of sections) {
    const paragraph = section.at(-1)
    if (paragraph?.type !== 'paragraph' || !section.every(node => node.type === 'paragraph')) continue
    const lines = linesOf(paragraph, text)
    const joint = lines[0]?.joint
    if (!lines.every(line => /^https?:/.test(line.url ?? '') && line.joint === joint)) continue
    if (parts(joint) ? joints.has(joint) : lines.length > 1) yield [paragraph, lead.value]
  }
}

/** What stands between one heading and the next. */
function sectionsOf({children}: Root): readonly (readonly RootContent[])[] {
  const sections: RootContent[][] = []
  for (const node of children) {
    if (node.type === 'heading') sections.push([])
    else if (node.type !== 'thematicBreak' && node.type !== 'html') sections.at(-1)?.push(node)
  }
  return sections
}
