import {minimum} from '../style.ts'
import type {Collation} from './order.ts'
import {collations, inOrder} from './order.ts'
import type {Siblings} from './siblings.ts'

/** Entries side by side in a section that is kept in order, but for some of them. */
export interface OrderedSection {
  readonly group: Siblings
  readonly names: readonly string[]
  /** The entries that stay where they are, as indexes. */
  readonly kept: readonly number[]
}

/** A section with what is known of its order. */
interface Section extends OrderedSection {
  /** How many neighbours are in order. */
  readonly pairs: number
}

/** The sections in order but for some entries, and how names are compared in this list. */
export interface ListOrder {
  readonly compare: (a: string, b: string) => number
  readonly sections: readonly OrderedSection[]
}

/**
 * Finds the sections that are in alphabetical order. A long one with few entries out of place shows it by itself, a
 * short one or one with more of them only in a list that is in order otherwise. What is found by stricter measure
 * counts as in order for the next: so that mending the one never brings up another.
 * @param mayMove whether an entry rather moves than its neighbour
 */
export function readOrder(groups: readonly Siblings[], mayMove: (group: Siblings, at: number) => boolean): ListOrder {
  const compare = collations[usualCollation(groups)]
  const sections = groups.map((group): Section => {
    const names = group.entries.map(nameOf)
    const pairs = inOrderPairs(names, compare)
    const kept =
      pairs === names.length - 1 ? names.map((_, at) => at) : inOrder(names, compare, at => mayMove(group, at))
    return {group, names, kept, pairs}
  })
  const all = sections.reduce((sum, {names}) => sum + names.length - 1, 0)
  const found = new Set<Section>()
  const share = (): number =>
    sections.reduce((sum, one) => sum + (found.has(one) ? one.names.length - 1 : one.pairs), 0) / all
  const find = (test: (one: Section) => boolean): void => {
    for (const one of sections) if (test(one)) found.add(one)
  }
  find(({names, kept}) => names.length >= minimum && kept.length >= names.length * 0.8)
  if (all >= minimum && share() >= 0.8) {
    find(({names, kept}) => kept.length >= names.length * 0.8)
    if (all >= minimum * 2 && share() >= 0.9)
      find(({names, kept}) => names.length <= 3 || kept.length >= names.length * 0.6)
  }
  return {compare, sections: [...found].filter(({names, kept}) => kept.length < names.length)}
}

const nameOf = ({link}: Siblings['entries'][number]): string => link.text.trim()

const inOrderPairs = (names: readonly string[], compare: (a: string, b: string) => number): number =>
  names.filter((name, at) => at > 0 && compare(names[at - 1]!, name) <= 0).length

/** The comparison under which most neighbours are in order. */
function usualCollation(groups: readonly Siblings[]): Collation {
  let best: {collation: Collation; count: number} = {collation: 'natural', count: 0}
  for (const [collation, compare] of Object.entries(collations) as [Collation, (typeof collations)[Collation]][]) {
    const count = groups.reduce((sum, {entries}) => sum + inOrderPairs(entries.map(nameOf), compare), 0)
    if (count > best.count) best = {collation, count}
  }
  return best.collation
}
