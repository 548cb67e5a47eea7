import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Node} from 'unist'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** The mdast tree of a markdown file, with positions into `text` as it is: a byte-order mark counts as its first code unit. */
export function parse(text: string): Root {
  const root = processor.parse(text)
  return text.charCodeAt(0) === 0xfeff ? shiftByMark(root) : root
}

/** micromark leaves the mark out of its count; we count it, so that edits apply to the text as it is. */
function shiftByMark(root: Root): Root {
  const copy = structuredClone(root)
  const visit = (node: Node & {children?: readonly Node[]}): void => {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      if (point.offset !== undefined) point.offset += 1
      if (point.line === 1) point.column += 1
    }
    for (const child of node.children ?? []) visit(child)
  }
  visit(copy)
  return copy
}
