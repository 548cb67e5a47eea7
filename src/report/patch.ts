import {applyEdits, byPlace, type TextEdit} from '../document/edit.ts'

/** Neighbouring lines that a fix takes away, and what it puts there. */
export interface Hunk {
  /** Number of the first old line, from 1. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** Where a line of a text begins and ends, its line ending left out. */
export interface LineSpan {
  readonly start: number
  readonly end: number
}

/** The lines of a text as markdown counts them. */
export function linesOf(text: string): readonly LineSpan[] {
  const lines: LineSpan[] = []
  let start = 0
  for (const {index, 0: ending} of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({start, end: index})
    start = index + ending.length
  }
  lines.push({start, end: text.length})
  return lines
}

/** What edits do to the lines of a text: what differs and nothing around it. */
export function hunksOf(text: string, lines: readonly LineSpan[], edits: readonly TextEdit[]): readonly Hunk[] {
  const groups: {first: number; last: number; edits: TextEdit[]}[] = []
  for (const edit of [...edits].sort(byPlace)) {
    const first = lineAt(lines, edit.range[0])
    const last = lineAt(lines, edit.range[1])
    const group = groups.at(-1)
    if (group && first <= group.last) {
      group.last = Math.max(group.last, last)
      group.edits.push(edit)
    } else groups.push({first, last, edits: [edit]})
  }
  return groups.map(group => hunkOf(text, lines, group)).filter(hunk => hunk.removed.length + hunk.added.length > 0)
}

/** Over how many lines edits reach, those between them included. */
export function reach(text: string, edits: readonly TextEdit[]): number {
  const start = Math.min(...edits.map(({range}) => range[0]))
  const end = Math.max(...edits.map(({range}) => range[1]))
  return text.slice(start, end).split('\n').length
}

function hunkOf(
  text: string,
  lines: readonly LineSpan[],
  {first, last, edits}: {readonly first: number; readonly last: number; readonly edits: readonly TextEdit[]}
): Hunk {
  const start = lines[first]!.start
  const slice = text.slice(start, lines[last]!.end)
  const moved = edits.map(({range, newText}): TextEdit => ({range: [range[0] - start, range[1] - start], newText}))
  const old = slice.split(/\r\n|\n|\r/)
  const fresh = applyEdits(slice, moved).split(/\r\n|\n|\r/)
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++
  let tail = 0
  const most = Math.min(old.length, fresh.length) - head
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  return {
    line: first + head + 1,
    removed: old.slice(head, old.length - tail),
    added: fresh.slice(head, fresh.length - tail)
  }
}

/** Index of the line that an offset lies on; the end of a line belongs to it. */
function lineAt(lines: readonly LineSpan[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}
