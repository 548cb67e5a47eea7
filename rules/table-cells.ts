import {insert} from '../src/document/edit.ts'
import {readTables} from '../src/document/page/table-rows.ts'
import {habit} from '../src/document/style.ts'
import {defineRule, invisible} from '../src/lint/rule.ts'

const head = '| Name | What |\n| --- | --- |\n'
const rows = Array.from({length: 7}, (_, at) => `| [A${at}](https://a.example/${at}) | First |\n`).join('')

export default defineRule({
  id: 'table-cells',
  summary: 'Give each row of a table the cells and pipes that the others have.',
  why: 'What a row has beyond the columns of the table is not shown at all, and a missing pipe moves cells about.',
  severity: 'warning',
  fix: 'safe',
  aliases: ['table-pipes'],
  examples: {
    good: [
      {text: `${head}${rows}`},
      {text: `${head}| [A \\| B](https://a.example) | \`x \\| y\` |\n`},
      {text: 'Name | What\n--- | ---\n[A](https://a.example) | First\n'}
    ],
    bad: [
      {
        text: `${head}${rows}| [B](https://b.example) | Second\n`,
        says: ['10:34: Expected `|` at the end of the row like 8 of 9 rows here, add it'],
        fixed: `${head}${rows}| [B](https://b.example) | Second |\n`
      },
      {
        text: `${head}| [B](https://b.example) | Second | third |\n`,
        says: ['3:1: Unexpected third cell in a table of 2 columns, which nobody gets to see']
      }
    ]
  },
  *check({list}) {
    for (const {columns, rows} of readTables(list)) {
      const closed = habit(rows.map(row => row.closed))
      for (const {range, cells, closed: isClosed} of rows) {
        if (cells > columns)
          yield {
            at: range,
            severity: 'error',
            reason: `Unexpected ${cells === 3 ? 'third' : `${cells}th`} cell in a table of ${columns} columns, which nobody gets to see`
          }
        // A line of one cell is often no row: it is swallowed by the table.
        else if (closed?.value && !isClosed && cells > 1)
          yield {
            at: [range[1], range[1]],
            reason: `Expected \`|\` at the end of the row like ${closed.count} of ${closed.total} rows here, add it`,
            fix: invisible('Add it', insert(range[1], ' |'))
          }
      }
    }
  }
})
