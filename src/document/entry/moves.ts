import type {TextEdit} from '../edit.ts'
import {insert, remove, touch} from '../edit.ts'
import type {Siblings} from './siblings.ts'

/** One entry on its way: what is cut out, and where it is put in. */
interface Move {
  readonly at: number
  readonly edits: readonly TextEdit[]
}

/**
 * The edits that bring entries to their places among those that stay, with all that belongs to them, by index. Moves
 * that would touch each other share their edits. Nothing where blank lines here and there leave open what belongs to what.
 * @param before whether an entry belongs before another one, both as indexes
 */
export function movesOf(
  text: string,
  {lines}: Siblings,
  {kept, moved}: {readonly kept: readonly number[]; readonly moved: readonly number[]},
  before: (a: number, b: number) => boolean
): ReadonlyMap<number, readonly TextEdit[]> {
  const gaps = new Set(lines.slice(1).map(([start], index) => text.slice(lines[index]![1], start)))
  const [gap = ''] = gaps
  if (gaps.size > 1 || gap.trim() !== '' || !text.slice(...lines.at(-1)!).endsWith('\n')) return new Map()
  const last = kept.at(-1)!
  const moves = moved.map((at): Move => {
    const content = text.slice(...lines[at]!)
    const next = kept.find(other => before(at, other))
    const from =
      at + 1 < lines.length ? remove(lines[at]![0], lines[at + 1]![0]) : remove(lines[at - 1]![1], lines[at]![1])
    return {
      at,
      edits: [
        from,
        next === undefined ? insert(lines[last]![1], gap + content) : insert(lines[next]![0], content + gap)
      ]
    }
  })
  const sorted = moves.toSorted((a, b) => (before(a.at, b.at) ? -1 : before(b.at, a.at) ? 1 : a.at - b.at))
  return new Map(
    clusters(sorted).flatMap(cluster => {
      const edits = united(cluster.flatMap(move => move.edits))
      return cluster.map(move => [move.at, edits] as const)
    })
  )
}

/** Moves that touch each other, directly or over others, together. */
function clusters(moves: readonly Move[]): readonly (readonly Move[])[] {
  let found: (readonly Move[])[] = []
  for (const move of moves) {
    const touches = (cluster: readonly Move[]): boolean =>
      cluster.some(other => other.edits.some(a => move.edits.some(b => touch(a, b))))
    const near = found.filter(touches)
    found = [...found.filter(cluster => !near.includes(cluster)), [...near.flat(), move]]
  }
  return found.map(cluster => moves.filter(move => cluster.includes(move)))
}

/** Edits at one place as one: what goes there, and all that comes, in the order given. */
function united(edits: readonly TextEdit[]): readonly TextEdit[] {
  const byStart = new Map<number, TextEdit>()
  for (const edit of edits) {
    const [start, end] = edit.range
    const same = byStart.get(start)
    byStart.set(
      start,
      same ? {range: [start, Math.max(end, same.range[1])], newText: same.newText + edit.newText} : edit
    )
  }
  return [...byStart.values()]
}
