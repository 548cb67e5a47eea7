import type {Table} from 'mdast'
import {lineEnd, lineStart} from '../line.ts'

type Range = readonly [start: number, end: number]

/** What stands between two pipes. */
export interface Cell {
  /** Up to the pipes (or the ends of the row), blanks included. */
  readonly range: Range
  /** Without the blanks around it; empty ranges stand at the end. */
  readonly content: Range
}

/** A line of a table in the source. */
export interface Row {
  readonly range: Range
  /** Blanks before it that are no part of a quotation or a list item. */
  readonly indent: Range
  readonly leadingPipe: boolean
  readonly trailingPipe: boolean
  readonly cells: readonly Cell[]
  /** Whether it is the line of dashes that makes a table of it. */
  readonly delimiter: boolean
}

/** The rows of a table as they are written, the line of dashes included. */
export function readRows(node: Table, text: string): readonly Row[] {
  const rows: Row[] = []
  for (const [index, row] of node.children.entries()) {
    const start = row.position?.start.offset
    const end = row.position?.end.offset
    if (start === undefined || end === undefined) return []
    rows.push(readRow(text, start, wordsEnd(text, start), false))
    if (index > 0) continue
    const next = text.indexOf('\n', start) + 1
    const from = next + /^[ \t>]*/.exec(text.slice(next, next + 200))![0].length
    rows.push(readRow(text, from, wordsEnd(text, from), true))
  }
  return rows
}

function wordsEnd(text: string, from: number): number {
  let end = lineEnd(text, from)
  while (end > from && /\s/.test(text[end - 1]!)) end--
  return end
}

function readRow(text: string, start: number, end: number, delimiter: boolean): Row {
  const line = text.slice(start, end)
  const pipes = [...line.matchAll(/\\[\\|]|\|/g)].filter(([found]) => found === '|').map(({index}) => start + index)
  const leadingPipe = pipes[0] === start
  const trailingPipe = pipes.at(-1) === end - 1 && pipes.length > 1
  const bounds = [...(leadingPipe ? [] : [start - 1]), ...pipes, ...(trailingPipe ? [] : [end])]
  const cells = bounds.slice(1).map((to, index): Cell => {
    const from = bounds[index]! + 1
    const inside = text.slice(from, to)
    const left = from + inside.length - inside.trimStart().length
    return {range: [from, to], content: [left, Math.max(left, from + inside.trimEnd().length)]}
  })
  const before = text.slice(lineStart(text, start), start)
  const blanks = before.length - before.trimEnd().length
  return {range: [start, end], indent: [start - blanks, start], leadingPipe, trailingPipe, cells, delimiter}
}

const nothing = /[\p{M}\p{Cf}]/u
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60]/u

/** How many columns a text takes where all letters are equally wide. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const char of text) width += nothing.test(char) ? 0 : wide.test(char) ? 2 : 1
  return width
}

/** The cells of a row padded to the widths of their columns, between pipes; the line of dashes keeps its colons. */
export function writeRow(row: Row, widths: readonly number[], align: Table['align'], text: string): string {
  const cells = row.cells.map(({content}, index) => {
    const words = text.slice(...content)
    const width = widths[index] ?? widthOf(words)
    if (row.delimiter) {
      const left = words.startsWith(':') ? ':' : '-'
      const right = words.endsWith(':') ? ':' : '-'
      return left + '-'.repeat(Math.max(1, width - 2)) + right
    }
    const room = Math.max(0, width - widthOf(words))
    const before = align?.[index] === 'right' ? room : align?.[index] === 'center' ? room >> 1 : 0
    return ' '.repeat(before) + words + ' '.repeat(room - before)
  })
  return `| ${cells.join(' | ')} |`
}
