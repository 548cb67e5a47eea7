import type {Nodes, Parents, Root} from 'mdast'

/** A node of the tree with its place in the source and what it stands in, the root first. */
export interface Placed<T extends Nodes = Nodes> {
  readonly node: T
  readonly range: readonly [start: number, end: number]
  readonly ancestors: readonly Parents[]
}

type OfType<Type extends Nodes['type']> = Extract<Nodes, {type: Type}>

const known = new WeakMap<Root, ReadonlyMap<string, readonly Placed[]>>()

function collect(root: Root): ReadonlyMap<string, readonly Placed[]> {
  const found = new Map<string, Placed[]>()
  const visit = (node: Nodes, ancestors: readonly Parents[]): void => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start !== undefined && end !== undefined) {
      const same = found.get(node.type)
      const placed = {node, range: [start, end], ancestors} as const
      if (same) same.push(placed)
      else found.set(node.type, [placed])
    }
    if (!('children' in node)) return
    const inside = [...ancestors, node]
    for (const child of node.children) visit(child, inside)
  }
  visit(root, [])
  return found
}

/** All nodes of a type, in order of place; the tree is walked once, at the first question. */
export function nodesOf<Type extends Nodes['type']>(root: Root, type: Type): readonly Placed<OfType<Type>>[] {
  let nodes = known.get(root)
  if (!nodes) {
    nodes = collect(root)
    known.set(root, nodes)
  }
  return (nodes.get(type) ?? []) as unknown as readonly Placed<OfType<Type>>[]
}
