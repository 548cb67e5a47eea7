import type {Table} from 'mdast'
import type {TextEdit} from '../../src/document/edit.ts'
import {insert, remove, replace} from '../../src/document/edit.ts'
import type {AwesomeList} from '../../src/document/list.ts'
import {nodesOf} from '../../src/document/page/nodes.ts'
import type {Row} from '../../src/document/page/table.ts'
import {readRows, widthOf, writeRow} from '../../src/document/page/table.ts'
import type {Problem} from '../../src/lint/rule.ts'
import {invisible} from '../../src/lint/rule.ts'
import type {Check} from './check.ts'
import {count, prevailing} from './check.ts'

interface Rows {
  readonly node: Table
  readonly rows: readonly Row[]
  readonly onTop: boolean
}

const tablesOf = ({root, text}: AwesomeList): readonly Rows[] =>
  nodesOf(root, 'table').map(({node, ancestors}) => ({node, rows: readRows(node, text), onTop: ancestors.length === 1}))

interface Slip {
  readonly row: Row
  readonly edits: readonly TextEdit[]
}

/** A wider table cannot be aligned to any use. */
const widest = 120

/** The whole table with padded cells and pipes below each other, where that can be. */
function format({rows, node, onTop}: Rows, text: string): readonly TextEdit[] | undefined {
  if (rows.length === 0 || new Set(rows.map(row => row.cells.length)).size > 1) return undefined
  const widths = rows[0]!.cells.map((_, index) =>
    Math.max(3, ...rows.filter(row => !row.delimiter).map(row => widthOf(text.slice(...row.cells[index]!.content))))
  )
  if (widths.reduce((sum, width) => sum + width + 3, 1) > widest) return undefined
  return rows.map(row =>
    replace((onTop ? row.indent : row.range)[0], row.range[1], writeRow(row, widths, node.align, text))
  )
}

/** One finding for a table where half of the rows or more slip, otherwise one for each of them. */
function* perTable(table: Rows, slips: readonly Slip[], what: string, text: string): Iterable<Problem> {
  const [first] = slips
  if (!first) return
  // Mending one thing alone could put the pipes out of line.
  const whole = format(table, text)
  const fix = (edits: readonly TextEdit[]) => invisible('Mend the table', ...(whole ?? edits))
  const many = slips.length > 1 && slips.length * 2 >= table.rows.length
  if (!many) for (const {row, edits} of slips) yield {at: row.range, reason: what, fix: fix(edits)}
  else
    yield {
      at: first.row.range,
      reason: `${what}, in ${count(slips.length, 'line')} of this table`,
      fix: fix(slips.flatMap(({edits}) => edits))
    }
}

const pipes: Check = {
  id: 'table-pipes',
  why: 'Outer pipes show where a row begins and ends.',
  bad: [
    {
      text: 'A | B\n--- | ---\n1 | 2\n',
      says: ['1:1: Unexpected row without `|` at both ends, add what is missing, in 3 lines of this table'],
      fixed: '| A   | B   |\n| --- | --- |\n| 1   | 2   |\n'
    }
  ],
  *check(list) {
    for (const table of tablesOf(list)) {
      const parted = table.rows.filter(({cells, leadingPipe}) => cells.length > 1 || leadingPipe)
      for (const {range} of table.rows.filter(row => !parted.includes(row))) {
        const reason = 'Unexpected line without `|` in a table, put a blank line before it if it is none of its rows'
        if (parted.length > 2) yield {at: range, reason}
      }
      const slips = parted
        .filter(row => !row.leadingPipe || !row.trailingPipe)
        .map(row => ({
          row,
          edits: [
            ...(row.leadingPipe ? [] : [insert(row.range[0], '| ')]),
            ...(row.trailingPipe ? [] : [insert(row.range[1], ' |')])
          ]
        }))
      yield* perTable(table, slips, 'Unexpected row without `|` at both ends, add what is missing', list.text)
    }
  }
}

/** Both sides of a cell that have a pipe: where it is and how many blanks are there. */
function sidesOf(row: Row): readonly {blanks: number; at: number}[] {
  return row.cells.flatMap(({range, content}, index) => {
    if (content[0] === content[1]) return []
    return [
      ...(index > 0 || row.leadingPipe ? [{blanks: content[0] - range[0], at: range[0]}] : []),
      ...(index < row.cells.length - 1 || row.trailingPipe ? [{blanks: range[1] - content[1], at: content[1]}] : [])
    ]
  })
}

const padding: Check = {
  id: 'table-cell-padding',
  why: 'Cells are easier to read, and to search, where all of them are padded alike.',
  bad: [
    {
      text: '| A   | B   |\n| --- | --- |\n| 1   | 2   |\n|3    |4    |\n',
      says: ['4:1: Unexpected cell without a blank beside `|`, expected one like in 10 of 12 places'],
      fixed: '| A   | B   |\n| --- | --- |\n| 1   | 2   |\n| 3   | 4   |\n'
    }
  ],
  *check(list) {
    const tables = tablesOf(list)
    const sides = tables.flatMap(({rows}) => rows.filter(row => !row.delimiter).flatMap(sidesOf))
    const usual = prevailing(sides.map(({blanks}) => (blanks > 0 ? 'padded' : 'bare')))
    // Cells without blanks that are aligned have some, on one side: only padding can be asked of all.
    if (usual?.value !== 'padded') return
    for (const table of tables) {
      const slips = table.rows.flatMap(row => {
        const bare = row.delimiter ? [] : sidesOf(row).filter(({blanks}) => blanks === 0)
        return bare.length > 0 ? [{row, edits: padded(row, list.text)}] : []
      })
      const like = `like in ${sides.filter(({blanks}) => blanks > 0).length} of ${sides.length} places`
      yield* perTable(table, slips, `Unexpected cell without a blank beside \`|\`, expected one ${like}`, list.text)
    }
  }
}

/** Blanks at the bare sides of a row; a cell that has room keeps its width. */
function padded(row: Row, text: string): readonly TextEdit[] {
  return row.cells.flatMap(({range, content}, index) => {
    if (content[0] === content[1]) return []
    const left = (index > 0 || row.leadingPipe) && content[0] === range[0]
    const right = (index < row.cells.length - 1 || row.trailingPipe) && content[1] === range[1]
    if (!left && !right) return []
    const rest = text.slice(content[1], range[1])
    const tail = right ? ' ' : left && rest.length > 1 ? rest.slice(1) : rest
    return [
      replace(range[0], range[1], (left ? ' ' : text.slice(range[0], content[0])) + text.slice(...content) + tail)
    ]
  })
}

/** Where the pipes of a row stand, counted by a measure. */
const columns = (row: Row, measure: (text: string) => number, text: string): string =>
  row.cells.map(({range}) => measure(text.slice(row.range[0], range[1]))).join(' ')

const alignment: Check = {
  id: 'table-pipe-alignment',
  why: 'In a table whose pipes stand below each other the source reads like the page.',
  good: [{text: '| A   | B   |\n| --- | --- |\n| 1   | 2   |\n'}],
  bad: [
    {
      text: '| A | B |\n| --- | ---: |\n| One | 2 |\n',
      says: [
        '2:1: Unexpected `|` out of line, expected the pipes of the table below each other, in 2 lines of this table'
      ],
      fixed: '| A   |   B |\n| --- | --: |\n| One |   2 |\n'
    }
  ],
  *check(list) {
    for (const table of tablesOf(list)) {
      const {rows} = table
      const edits = format(table, list.text)
      if (!edits || rows.some(row => !row.leadingPipe || !row.trailingPipe)) continue
      const places = rows.map(row => columns(row, widthOf, list.text))
      const usual = prevailing(places)?.value
      if (usual === undefined || new Set(rows.map(row => columns(row, text => text.length, list.text))).size === 1)
        continue
      const off = rows.filter((_, index) => places[index] !== usual)
      // One row in many is out of line as soon as someone mends a word in it.
      if (off.length * 2 < rows.length && rows.length > 4) continue
      const what = 'Unexpected `|` out of line, expected the pipes of the table below each other'
      yield {
        at: off[0]!.range,
        reason: off.length > 1 ? `${what}, in ${off.length} lines of this table` : what,
        fix: invisible('Mend the table', ...edits)
      }
    }
  }
}

const indentation: Check = {
  id: 'no-table-indentation',
  why: 'A table starts at the margin; with some blanks more it would be code.',
  bad: [
    {
      text: '  | A   | B   |\n  | --- | --- |\n  | 1   | 2   |\n',
      says: ['1:3: Unexpected blanks before the row, remove them, in 3 lines of this table'],
      fixed: '| A   | B   |\n| --- | --- |\n| 1   | 2   |\n'
    }
  ],
  *check(list) {
    for (const table of tablesOf(list)) {
      const slips = table.onTop
        ? table.rows.filter(({indent}) => indent[0] < indent[1]).map(row => ({row, edits: [remove(...row.indent)]}))
        : []
      yield* perTable(table, slips, 'Unexpected blanks before the row, remove them', list.text)
    }
  }
}

/** Checks of tables as they are written. */
export const tables: readonly Check[] = [pipes, padding, alignment, indentation]
