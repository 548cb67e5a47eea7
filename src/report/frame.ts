import {type Cell, cellsOf} from './printable.ts'

/** The stretch of a line that has to be seen: offsets into the line, start included, end excluded. */
interface Window {
  readonly start: number
  readonly end: number
}

/** A window that is in order. */
export const windowOf = (start: number, end: number): Window => ({start, end: Math.max(start, end)})

/** A line cut to what fits, and below it the place underlined. */
export interface Frame {
  readonly shown: string
  readonly mark: string
  /** Offset into the line of the first character shown. */
  readonly left: number
}

/** Cells of a long line that are looked at on either side of the place; a line may be a megabyte long. */
const reach = 500

/** Shows a line in `columns`, cut around the place where it is too long. */
export function frame(line: string, place: Window, columns: number): Frame {
  const from = Math.max(0, place.start - reach)
  const cells = cellsOf(line.slice(from, place.start + reach)).map(cell => shift(cell, from))
  const isWhole = from === 0 && place.start + reach >= line.length
  const marked = cells.map(cell => cell.end > place.start && cell.start < Math.max(place.end, place.start + 1))
  const first = marked.indexOf(true)
  const focus = first === -1 ? cells.length : first
  if (isWhole && sum(cells) < columns) return draw(cells, marked, '', '')

  const count = marked.filter(Boolean).length
  const [start, end] = choose(cells, focus, focus + Math.max(1, count), columns - 3)
  const before = from > 0 || start > 0 ? '…' : ''
  const after = end < cells.length || place.start + reach < line.length ? '…' : ''
  return draw(cells.slice(start, end), marked.slice(start, end), before, after)
}

/** Shows a line from an offset on, so that it stands exactly below another one that was cut there. */
export function frameFrom(line: string, left: number, columns: number): string {
  const before = left > 0 ? '…' : ''
  const cells = cellsOf(line.slice(left, left + reach))
  const isWhole = left + reach >= line.length && sum(cells) + before.length < columns
  if (isWhole) return before + textOf(cells)
  return `${before}${textOf(cells.slice(0, fill(cells, 0, columns - before.length - 1)))}…`
}

/** Widens the place to both sides, a little more to the right, until the room is used up. */
function choose(cells: readonly Cell[], focus: number, until: number, columns: number): readonly [number, number] {
  const wanted = sum(cells.slice(focus, until))
  const ahead = Math.max(0, Math.floor((columns - wanted) / 2))
  let start = focus
  let left = Math.min(ahead, columns)
  while (start > 0 && left >= cells[start - 1]!.width) left -= cells[--start]!.width
  const end = fill(cells, start, columns)
  let right = columns - sum(cells.slice(start, end))
  // What the right side does not need, the left one takes.
  while (start > 0 && right >= cells[start - 1]!.width) right -= cells[--start]!.width
  return [start, end]
}

/** The first cell from `start` on that no longer fits. */
function fill(cells: readonly Cell[], start: number, columns: number): number {
  let end = start
  let room = columns
  while (end < cells.length && room >= cells[end]!.width) room -= cells[end++]!.width
  return end
}

function draw(cells: readonly Cell[], marked: readonly boolean[], before: string, after: string): Frame {
  const shown = before + textOf(cells) + after
  const first = marked.indexOf(true)
  const gap = sum(first === -1 ? cells : cells.slice(0, first)) + before.length
  const long = first === -1 ? 1 : Math.max(1, sum(cells.filter((_, index) => marked[index])))
  return {shown, mark: ' '.repeat(gap) + '^'.repeat(long), left: cells[0]?.start ?? 0}
}

const textOf = (cells: readonly Cell[]): string => cells.map(cell => cell.shown).join('')
const sum = (cells: readonly Cell[]): number => cells.reduce((total, cell) => total + cell.width, 0)
const shift = (cell: Cell, by: number): Cell => ({...cell, start: cell.start + by, end: cell.end + by})
