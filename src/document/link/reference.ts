import type {Definition} from 'mdast'
import type {TextEdit} from '../edit.ts'
import {remove, replace} from '../edit.ts'
import {lineStart, nextLine} from '../line.ts'
import type {AwesomeList} from '../list.ts'
import {isNear} from '../words/similar.ts'

type Range = readonly [start: number, end: number]

/** A link by a name that nothing defines: `[text][name]`, `[name][]`. */
export interface UndefinedReference {
  readonly name: string
  readonly range: Range
  /** Uses the one defined name that is nearly the same. */
  readonly edit?: TextEdit
  readonly near?: string
}

/** The definitions of a list: who has one writes links by name. */
function definitions({links}: AwesomeList): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>()
  for (const {node} of links)
    if (node?.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
  return found
}

/** For how many undefined names a near one is looked for: a bound on the price. */
const limit = 100

const normal = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase()

/** Links by a name that is defined nowhere. Without a single definition, brackets after brackets are no links. */
export function undefinedReferences(list: AwesomeList): readonly UndefinedReference[] {
  const names = [...definitions(list).keys()]
  if (names.length === 0) return []
  const known = new Map<string, readonly string[]>()
  const nearOf = (name: string): readonly string[] => {
    const before = known.get(name)
    if (before || known.size >= limit) return before ?? []
    const near = names.filter(other => isNear(other, name) || isSwapped(other, name))
    known.set(name, near)
    return near
  }
  const found: UndefinedReference[] = []
  for (const {range} of list.prose) {
    const source = list.text.slice(...range)
    for (const match of source.matchAll(/(?<![\p{L}\p{N}\\\]!])\[([^[\]\n]{2,200})\]\[([^[\]\n]{0,80})\](?![[(])/gu)) {
      const [, text = '', id = ''] = match
      const name = id || text
      // `[1][2]`, `[ ][x]`, footnotes and addresses are something else.
      if (!/\p{L}{2}/u.test(text) || !/[\p{L}\p{N}]/u.test(name) || /^\^|:\/\//.test(name)) continue
      const start = range[0] + match.index
      const near = nearOf(normal(name))
      const at = start + match[0].length - 1 - id.length
      found.push({
        name,
        range: [start, start + match[0].length],
        ...(near.length === 1 && {near: near[0]!, edit: replace(at, at + id.length, near[0]!)})
      })
    }
  }
  return found
}

/** Whether two short names have the same letters but for two that changed places. */
const isSwapped = (a: string, b: string): boolean =>
  a.length === b.length && a !== b && a.length > 2 && [...a].sort().join('') === [...b].sort().join('')

/** Definitions that no link and no image uses; a comment in the form of a definition is none. */
export function unusedDefinitions(
  list: AwesomeList
): readonly {readonly node: Definition; readonly range: Range; readonly edit?: TextEdit}[] {
  const used = new Set<string>()
  for (const {node} of list.links)
    if (node?.type === 'linkReference' || node?.type === 'imageReference') used.add(node.identifier)
  // What a misspelt name means is used, too.
  for (const {near} of undefinedReferences(list)) if (near !== undefined) used.add(near)
  return [...definitions(list).values()].flatMap(node => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (start === undefined || end === undefined || used.has(node.identifier)) return []
    if (/^(?:\/\/|#|comment\d*|-|_)?$/.test(node.identifier) || /^#?$/.test(node.url)) return []
    const from = lineStart(list.text, start)
    const to = nextLine(list.text, end)
    const whole = list.text.slice(from, start).trim() === '' && list.text.slice(end, to).trim() === ''
    return [{node, range: [start, end] as const, ...(whole && {edit: remove(from, to)})}]
  })
}
