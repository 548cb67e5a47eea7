import type {Table, TableRow} from 'mdast'
import type {AwesomeList} from '../list.ts'

/** A row of a table as it is written. */
export interface WrittenRow {
  readonly row: TableRow
  readonly range: readonly [start: number, end: number]
  readonly cells: number
  /** Whether a pipe stands before the first cell, and behind the last. */
  readonly opened: boolean
  readonly closed: boolean
}

/** A table of the top level as it is written. */
export interface WrittenTable {
  readonly table: Table
  readonly columns: number
  /** All rows, the head first, without the line of dashes. */
  readonly rows: readonly WrittenRow[]
}

/** Pipes that part cells: not escaped. */
const pipe = /(?<!\\)\|/g

/** Reads the tables of the top level, in order of place. */
export function readTables({root, text}: AwesomeList): readonly WrittenTable[] {
  return root.children.flatMap(table => {
    if (table.type !== 'table') return []
    const rows = table.children.flatMap(row => {
      const [start, end] = [row.position?.start.offset, row.position?.end.offset]
      if (start === undefined || end === undefined) return []
      const source = text.slice(start, end).trim()
      const [opened, closed] = [source.startsWith('|'), source.length > 1 && /(?<!\\)\|$/.test(source)]
      const cells = (source.match(pipe)?.length ?? 0) + 1 - Number(opened) - Number(closed)
      return [{row, range: [start, start + text.slice(start, end).trimEnd().length] as const, cells, opened, closed}]
    })
    return rows.length > 0 ? [{table, columns: rows[0]!.cells, rows}] : []
  })
}
