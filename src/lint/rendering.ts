import type {Nodes} from 'mdast'
import type {AwesomeList} from '../document/list.ts'
import {Places} from '../document/places.ts'
import type {Range, RuleFix} from './rule.ts'

/** One paragraph, heading, cell, code or HTML block: where it stands and how it renders. */
interface Leaf {
  readonly range: Range
  readonly rendering: string
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ')

/** What a reader sees of a node, without positions: enough to tell two renderings apart. */
function render(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return squeeze(node.value)
    case 'html':
    case 'inlineCode':
    case 'code':
    case 'yaml':
      return `<${node.type} ${node.value}>`
    case 'image':
      return `<image ${node.url} ${node.alt ?? ''}>`
    case 'link':
      return `<link ${node.url}>${node.children.map(render).join('')}</link>`
    case 'linkReference':
      return `<reference ${node.identifier}>${node.children.map(render).join('')}</reference>`
    case 'imageReference':
      return `<image ${node.identifier}>`
    case 'definition':
      return `<definition ${node.identifier} ${node.url}>`
    case 'break':
      return '<break>'
    default:
      return 'children' in node
        ? `<${node.type}>${node.children.map(child => render(child as Nodes)).join('')}</${node.type}>`
        : `<${node.type}>`
  }
}

/** The leaves of a document in order of place, each with the containers around it. */
function leaves(list: AwesomeList): readonly Leaf[] {
  const found: Leaf[] = []
  const visit = (node: Nodes, path: string): void => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    switch (node.type) {
      case 'root':
      case 'blockquote':
      case 'footnoteDefinition':
      case 'table':
      case 'tableRow':
        for (const child of node.children) visit(child, node.type === 'root' ? '' : `${path} ${node.type}`)
        return
      case 'list':
        for (const child of node.children) visit(child, `${path} ${node.ordered ? 'ol' : 'ul'}`)
        return
      case 'listItem':
        for (const child of node.children) visit(child, path)
        return
      default: {
        const depth = node.type === 'heading' ? node.depth : ''
        found.push({range: [start, end], rendering: `${path} ${node.type}${depth}:${render(node).trim()}`})
      }
    }
  }
  visit(list.root, '')
  return found
}

/** Which lists are loose: a blank line between two items moves all of them apart. */
function looseness(list: AwesomeList): readonly {range: Range; loose: boolean}[] {
  return list.lists.map(node => ({
    range: [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0],
    loose: node.spread === true || node.children.some(item => item.spread)
  }))
}

/**
 * Places (before the edits) where two documents render differently although no fix said so: a leaf that no edit lies
 * in has changed, or one whose edits promised to change nothing.
 */
export function differences(
  before: AwesomeList,
  after: AwesomeList,
  fixes: readonly RuleFix[],
  back: (at: Range) => Range
): readonly Range[] {
  const loud = fixes.filter(fix => fix.renders !== 'nothing').flatMap(fix => fix.edits)
  const edited = new Places(loud, edit => edit.range)
  // A leaf that a fix splits becomes several: each of them lies where the one was.
  const old = leaves(before)
  const expected = new Set(old.filter(leaf => edited.hasAt(leaf.range)))
  const split = new Places([...expected], leaf => leaf.range)
  const awaited = (range: Range): boolean =>
    edited.hasAt(range) || split.at(range).some(one => one.range[0] <= range[0] && range[1] <= one.range[1])
  const found: Range[] = []
  const rest = leaves(after).map(leaf => ({...leaf, range: back(leaf.range)}))
  let at = 0
  for (const leaf of old) {
    if (expected.has(leaf)) continue
    while (at < rest.length && rest[at]!.rendering !== leaf.rendering && awaited(rest[at]!.range)) at++
    if (rest[at]?.rendering === leaf.rendering) at++
    else {
      found.push(leaf.range)
      // One leaf too many or too few shifts all that follow: the next that matches goes on.
      const next = rest.findIndex(
        (other, index) => index >= at && other.range[0] >= leaf.range[0] && other.rendering === leaf.rendering
      )
      at = next < 0 ? at : next + 1
    }
  }
  if (loud.length === 0) {
    const loose = looseness(after)
    looseness(before).forEach((list, index) => {
      if (loose[index]?.loose !== list.loose) found.push(list.range)
    })
  }
  return found
}
