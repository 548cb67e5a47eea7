import {lineStart, nextLine} from '../line.ts'
import type {AwesomeList} from '../list.ts'
import type {Entry} from './entry.ts'

/** Entries side by side: all the items of one list, or all the rows of one table. */
export interface Siblings {
  readonly entries: readonly Entry[]
  /** The whole lines of each entry, with all that belongs to it, without blank lines after it. */
  readonly lines: readonly (readonly [start: number, end: number])[]
  readonly ordered: boolean
}

/** More swallowed items than this no list has. */
const most = 100

/** The groups of entries side by side; lists with an item that is no entry are left out. */
export function siblingsOf(list: AwesomeList): readonly Siblings[] {
  const byNode = new Map(list.entries.flatMap(entry => (entry.node ? [[entry.node, entry] as const] : [])))
  // What was meant as an item and swallowed by the one above stands among its siblings, too.
  const slips = list.entries.filter(({node, marker}) => !node && marker).slice(0, most)
  const groups: Siblings[] = []
  const add = (nodes: readonly NonNullable<Entry['node']>[], ordered: boolean): void => {
    const items = nodes.flatMap(node => byNode.get(node) ?? [])
    const [first] = items
    if (!first || items.length < nodes.length) return
    const end = nodes.at(-1)!.position?.end.offset ?? 0
    const swallowed = slips.filter(
      ({depth, range}) => depth === first.depth && first.range[0] < range[0] && range[0] < end
    )
    const entries = swallowed.length > 0 ? [...items, ...swallowed].sort((a, b) => a.range[0] - b.range[0]) : items
    if (entries.length < 2) return
    const starts = entries.map(({range}) => lineStart(list.text, range[0]))
    // The first may stand behind the marker of the item that its list belongs to.
    if (entries.some(({range}, index) => list.text.slice(starts[index], range[0]).trim().replace(/^\|/, '') !== ''))
      return
    const lines = entries.map(({range}, index) => {
      // What swallowed the next entry ends where the line of that begins.
      if (list.text[range[1] - 1] === '\n') return [starts[index]!, range[1]] as const
      return [starts[index]!, nextLine(list.text, range[1])] as const
    })
    groups.push({entries, ordered, lines})
  }
  for (const {children, ordered} of list.lists) add(children, ordered === true)
  for (const node of list.root.children) if (node.type === 'table') add(node.children.slice(1), false)
  return groups
}
