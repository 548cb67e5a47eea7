import type {Nodes, Root, RootContent} from 'mdast'
import type {TextEdit} from './edit.ts'
import {applyEdits, byPlace} from './edit.ts'
import {parse} from './parse.ts'

/** A stretch of the page from one heading of the top level to the next: it can be parsed by itself. */
interface Stretch {
  readonly start: number
  readonly end: number
  /** The line of its start. */
  readonly line: number
  readonly nodes: readonly RootContent[]
}

/**
 * Parses the edited text by parsing only the stretches between headings that the edits lie in; all else is taken over
 * with its positions moved. Falls back to parsing everything where a stretch does not stand by itself (footnotes, an
 * edit that opens a code block).
 */
export function reparse(root: Root, text: string, edits: readonly TextEdit[]): Root {
  const sorted = [...edits].sort(byPlace)
  const edited = applyEdits(text, sorted)
  const whole = (): Root => parse(edited)
  if (text.includes('[^') || text.charCodeAt(0) === 0xfeff) return whole()
  // After a front matter that never closes, micromark reads the first line differently from the same line elsewhere.
  if (/^(?:---|\+\+\+)/.test(edited)) return whole()
  const stretches = split(root, text)
  if (!stretches) return whole()
  const defined = text.includes(']:') ? readDefinitions(root, text) : []
  // Of two definitions of one name the first counts, and a stretch does not know which that is.
  if (new Set(defined.map(({name}) => name)).size < defined.length) return whole()
  const definitions = defined.map(({source}) => `${source}\n`).join('')
  const children: RootContent[] = []
  let next = 0
  let shift = 0
  let lines = 0
  for (const [index, stretch] of stretches.entries()) {
    const own: TextEdit[] = []
    const last = index === stretches.length - 1
    while (sorted[next] && (sorted[next]!.range[0] < stretch.end || last)) own.push(sorted[next++]!)
    if (own.some(({range}) => range[1] > stretch.end || (range[1] === stretch.end && !last))) return whole()
    if (own.length === 0) {
      for (const node of stretch.nodes) children.push(shift === 0 && lines === 0 ? node : moved(node, shift, lines))
      continue
    }
    const before = text.slice(stretch.start, stretch.end)
    const after = applyEdits(
      before,
      own.map(({range, newText}) => ({range: [range[0] - stretch.start, range[1] - stretch.start], newText}))
    )
    const nodes = parseStretch(after, stretches[index + 1], text, definitions)
    // A stretch that does not begin with its heading any more is part of the one before.
    const led =
      index === 0 ||
      (after[0] === '#' &&
        nodes?.[0]?.type === 'heading' &&
        nodes[0].position?.start.offset === 0 &&
        nodes[0].position.end.line === 1)
    if (!nodes || !led || !sameDefinitions(stretch, nodes, text, after)) return whole()
    for (const node of nodes) children.push(moved(node, stretch.start + shift, stretch.line - 1 + lines))
    shift += after.length - before.length
    lines += after.split('\n').length - before.split('\n').length
  }
  return {...root, children}
}

const splits = new WeakMap<Root, readonly Stretch[]>()

function split(root: Root, text: string): readonly Stretch[] | undefined {
  const known = splits.get(root)
  if (known) return known
  const stretches: Stretch[] = []
  let nodes: RootContent[] = []
  let start = 0
  let line = 1
  const close = (end: number): void => {
    stretches.push({start, end, line, nodes})
  }
  for (const node of root.children) {
    const at = node.position?.start.offset
    if (at === undefined) return undefined
    // Underlined headings may be the end of what stands above them.
    if (node.type === 'heading' && text[at] === '#' && (at === 0 || text[at - 1] === '\n') && at > start) {
      close(at)
      nodes = []
      start = at
      line = node.position!.start.line
    }
    nodes.push(node)
  }
  close(text.length)
  splits.set(root, stretches)
  return stretches
}

interface Defined {
  readonly name: string
  readonly source: string
}

function readDefinitions(node: Nodes, text: string): readonly Defined[] {
  if (node.type === 'definition') {
    const source = text.slice(node.position?.start.offset, node.position?.end.offset).replace(/\n[ \t>]*/g, ' ')
    return [{name: node.identifier, source}]
  }
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return []
  return node.children.flatMap(child => readDefinitions(child as Nodes, text))
}

/** Whether the edited stretch defines what it defined before: a new definition may change any other stretch. */
function sameDefinitions(stretch: Stretch, nodes: readonly RootContent[], before: string, after: string): boolean {
  const was = stretch.nodes.flatMap(node => readDefinitions(node, before))
  const is = nodes.flatMap(node => readDefinitions(node, after))
  return was.length === is.length && was.every(({source}, index) => source === is[index]!.source)
}

/** Parses one stretch, with the heading after it, which must be found again, and the definitions of the page. */
function parseStretch(
  stretch: string,
  next: Stretch | undefined,
  text: string,
  definitions: string
): readonly RootContent[] | undefined {
  const newline = next ? text.indexOf('\n', next.start) : -1
  const guard = next ? text.slice(next.start, newline < 0 || newline > next.end ? next.end : newline) : ''
  const {children} = parse(stretch + guard + (definitions && `\n\n${definitions}`))
  const end = children.findIndex(node => (node.position?.start.offset ?? 0) >= stretch.length)
  const rest = end < 0 ? [] : children.slice(end)
  if (next && (rest[0]?.type !== 'heading' || rest[0].position?.start.offset !== stretch.length)) return undefined
  const count = definitions === '' ? 0 : definitions.split('\n').length - 1
  if (rest.length !== (next ? 1 : 0) + count) return undefined
  return end < 0 ? children : children.slice(0, end)
}

/** The node and all below it, a number of characters and lines further down. */
function moved<T extends Nodes>(node: T, shift: number, lines: number): T {
  const {position} = node
  const copy = {...node}
  if (position) {
    const {start, end} = position
    copy.position = {
      start: {line: start.line + lines, column: start.column, offset: (start.offset ?? 0) + shift},
      end: {line: end.line + lines, column: end.column, offset: (end.offset ?? 0) + shift}
    }
  }
  if ('children' in node)
    (copy as {children: Nodes[]}).children = node.children.map(child => moved(child as Nodes, shift, lines))
  return copy
}
