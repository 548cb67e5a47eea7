import type {TextEdit} from '../document/edit.ts'
import {meet} from '../document/edit.ts'
import {groupBy} from '../document/group.ts'
import {Places} from '../document/places.ts'
import type {Finding} from './lint.ts'
import type {Range, RuleFix} from './rule.ts'

/** A text that one fix takes from one place and puts to another. */
export interface Move {
  readonly from: Range
  readonly to: Range
}

/** What is known of the edits between two readings of a text. */
export interface Trial {
  /** From offsets after the edits to offsets before them. */
  readonly back: (at: Range) => Range
  /** The findings that the edits are to mend. */
  readonly fixed: {readonly has: (finding: Finding) => boolean}
  readonly moves: readonly Move[]
}

/** From offsets after the edits to offsets before them; what was inserted maps to the place of its edit. */
export function mapBack(edits: readonly TextEdit[]): (at: Range) => Range {
  let shift = 0
  const starts = edits.map(({range, newText}) => {
    const start = range[0] + shift
    shift += newText.length - (range[1] - range[0])
    return start
  })
  const editBefore = (offset: number): number => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  // What begins where an edit ends lies behind it, what ends where an edit begins lies before it.
  const start = (offset: number): number => {
    const at = editBefore(offset)
    const edit = edits[at]
    if (!edit) return offset
    const into = offset - starts[at]!
    return into < edit.newText.length ? edit.range[0] : edit.range[1] + into - edit.newText.length
  }
  const end = (offset: number): number => {
    const at = editBefore(offset)
    const edit = edits[at]
    if (!edit) return offset
    const into = offset - starts[at]!
    if (into === 0) return edit.range[0]
    return into <= edit.newText.length ? edit.range[1] : edit.range[1] + into - edit.newText.length
  }
  return at => {
    const places = [start(at[0]), end(at[1])] as const
    return [Math.min(...places), Math.max(...places)]
  }
}

/** What each of some fixes moves. */
export function movedBy(text: string, fixes: readonly RuleFix[]): readonly Move[] {
  return fixes.flatMap(({edits}) =>
    edits.flatMap(({range: from}) => {
      const moved = text.slice(...from).trim()
      const target = moved === '' ? undefined : edits.find(edit => edit.range !== from && edit.newText.includes(moved))
      return target ? [{from, to: target.range}] : []
    })
  )
}

/** Pairs the findings before and after: what is new, and which of the fixed are still there. */
export function compare(
  before: readonly Finding[],
  after: readonly Finding[],
  {back, fixed, moves}: Trial
): {unmatched: readonly Finding[]; stillThere: readonly Finding[]} {
  const open = new Map(
    Array.from(
      groupBy(before, finding => finding.rule.id),
      ([rule, same]) => [rule, new Places(same, finding => finding.problem.at)]
    )
  )
  const paired = new Set<Finding>()
  const left = ({rule}: Finding, at: Range): readonly Finding[] =>
    (open.get(rule.id)?.at(at) ?? []).filter(other => !paired.has(other))
  const lonely: Finding[] = []
  const stillThere: Finding[] = []
  for (const finding of after) {
    const same = left(finding, back(finding.problem.at))
    // What nobody meant to fix is the likelier twin of what is found there now.
    const twin = same.find(other => !fixed.has(other)) ?? same[0]
    if (!twin) {
      lonely.push(finding)
      continue
    }
    paired.add(twin)
    if (fixed.has(twin)) stillThere.push(twin)
  }
  const unmatched = lonely.filter(finding => {
    // It may have come along with a text that was moved.
    const place = back(finding.problem.at)
    const old = moves
      .filter(({to}) => meet(to, place))
      .flatMap(({from}) => left(finding, from))
      .find(other => says(other) === says(finding))
    if (old) paired.add(old)
    return !old
  })
  return {unmatched, stillThere}
}

/** What a finding says, whatever counts and lines it names. */
const says = ({problem}: Finding): string => problem.reason.replace(/\d+/g, '#')
