import type {TextEdit} from '../edit.ts'
import {remove} from '../edit.ts'
import type {AwesomeList} from '../list.ts'
import {minimum} from '../style.ts'

/** The parentheses of a link with blanks around the address, and what removes them. */
export interface Padding {
  readonly range: readonly [start: number, end: number]
  readonly edits: readonly TextEdit[]
}

/** Finds the addresses with blanks around them, in a list that has no habit of it. */
export function readPadding({links, text}: AwesomeList): readonly Padding[] {
  const found = links.flatMap(({resourceRange}) => {
    if (!resourceRange) return []
    const [start, end] = resourceRange
    const resource = text.slice(start, end)
    const inner = resource.trim()
    if (resource.includes('\n') || inner === '' || inner === resource) return []
    const from = start + resource.indexOf(inner)
    const edits = [remove(start, from), remove(from + inner.length, end)]
    return [{range: resourceRange, edits: edits.filter(({range}) => range[0] < range[1])}]
  })
  // Who writes every fifth address like that has it from a tool, or likes it.
  return found.length > minimum && found.length > links.length / 5 ? [] : found
}
