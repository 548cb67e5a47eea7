import type {Nodes, Root, RootContent} from 'mdast'
import type {Point} from 'unist'
import {definedIn, labelsIn, seeminglyDefinedIn} from './definition.ts'
import type {Parser} from './micromark.ts'
import {parser, parserKnowing} from './micromark.ts'

type Place = Point & {readonly offset: number}

const origin: Place = {line: 1, column: 1, offset: 0}

/** What stands between two headings of a page, parsed. */
interface Stretch {
  readonly start: Place
  readonly end: Place
  readonly nodes: readonly RootContent[]
}

/** What came of parsing a text; no stretch where it does not stand by itself. */
interface Attempt {
  /** Whether it is the end of the page, and what it refers to that may be defined elsewhere. */
  readonly question: string
  readonly stretch: Stretch | undefined
}

/** Attempts by their text. */
type Memory = Map<string, Attempt>

/** What is known of the pages that were parsed. */
const memories = new WeakMap<Root, Memory>()

/** Shorter sections are parsed together, because each call of the parser has its price. */
const shortest = 500

/**
 * The mdast tree of a markdown file, with positions into `text` as it is: a byte-order mark counts as its first code unit.
 * It is parsed from heading to heading, which takes less time and memory than all at once.
 * @param similar the tree of a text that is nearly the same: what stands there word for word is not parsed again
 */
export function parse(text: string, similar?: Root): Root {
  if (text.charCodeAt(0) === 0xfeff) return shiftByMark(parser(text))
  // Front matter may have lines that look like headings, and footnotes are known by their calls and the other way round.
  if (/^(?:---|\+\+\+)/.test(text) || text.includes('[^')) return parser(text)
  const memory: Memory = new Map(similar && memories.get(similar))
  if (!text.includes(']:')) return parsePage(text, [], memory)
  const names = seeminglyDefinedIn(text)
  const root = parsePage(text, names, memory)
  const defined = definedIn(root)
  return JSON.stringify(names) === JSON.stringify(defined) ? root : parsePage(text, defined, memory)
}

/** @param names of what is defined anywhere on the page */
function parsePage(text: string, names: readonly string[], memory: Memory): Root {
  const parseText = names.length > 0 ? parserKnowing(names) : parser
  const children: RootContent[] = []
  let end = origin
  do {
    const stretch = stretchFrom(text, end, names, parseText, memory)
    for (const node of stretch.nodes) children.push(node)
    end = stretch.end
  } while (end.offset < text.length)
  const root: Root = {type: 'root', children, position: {start: origin, end}}
  memories.set(root, memory)
  return root
}

/** The shortest stretch from a heading on that stands by itself. */
function stretchFrom(text: string, start: Place, names: readonly string[], parseText: Parser, memory: Memory): Stretch {
  for (let least = shortest; ; ) {
    const end = headingAfter(text, start.offset + least)
    const isLast = end === text.length
    const source = text.slice(start.offset, end)
    const question = JSON.stringify([isLast, names.length > 0 && labelsAmong(source, names)])
    let attempt = memory.get(source)
    if (attempt?.question !== question) {
      const stretch = isLast ? parseLast(source, start, parseText) : parseAlone(source, start, parseText)
      attempt = {question, stretch}
      memory.set(source, attempt)
    }
    if (attempt.stretch) return movedTo(attempt.stretch, start)
    // What is open at the end may be so for long: to double the length keeps the price of trying in bounds.
    least = source.length * 2
  }
}

function headingAfter(text: string, offset: number): number {
  const found = text.slice(offset - 1).search(/\n#{1,6}[ \t\r\n]/)
  return found < 0 ? text.length : offset + found
}

function labelsAmong(source: string, names: readonly string[]): readonly string[] {
  const labels = labelsIn(source)
  return names.filter(name => labels.has(name))
}

function parseLast(source: string, start: Place, parseText: Parser): Stretch {
  const {children, position} = parseText(source)
  return movedTo({start: origin, end: position?.end as Place, nodes: children}, start)
}

/** The heading that follows must be found again: then no code block, comment or quotation reaches over it. */
function parseAlone(source: string, start: Place, parseText: Parser): Stretch | undefined {
  const {children} = parseText(`${source}#`)
  const last = children.at(-1)
  if (last?.type !== 'heading' || last.position?.start.offset !== source.length) return undefined
  return movedTo({start: origin, end: last.position.start as Place, nodes: children.slice(0, -1)}, start)
}

/** The stretch, further up or down the page. */
function movedTo(stretch: Stretch, start: Place): Stretch {
  const offset = start.offset - stretch.start.offset
  const lines = start.line - stretch.start.line
  if (offset === 0 && lines === 0) return stretch
  const point = (at: Point): Place => ({line: at.line + lines, column: at.column, offset: (at.offset ?? 0) + offset})
  const moved = <T extends Nodes>(node: T): T => {
    const copy = {...node}
    if (node.position) copy.position = {start: point(node.position.start), end: point(node.position.end)}
    if ('children' in node) (copy as {children: Nodes[]}).children = node.children.map(moved)
    return copy
  }
  return {start, end: point(stretch.end), nodes: stretch.nodes.map(moved)}
}

/** micromark leaves the mark out of its count; we count it, so that edits apply to the text as it is. */
function shiftByMark(root: Root): Root {
  const copy = structuredClone(root)
  const visit = (node: Nodes): void => {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      if (point.offset !== undefined) point.offset += 1
      if (point.line === 1) point.column += 1
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(copy)
  return copy
}
