import type {TableData} from '../data.ts'
import {buttonIn} from './controls.ts'
import {type LiveTable, startTable} from './table.ts'

const data = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as Readonly<Record<string, TableData>>
const tables = new Map<string, LiveTable>()
for (const [id, table] of Object.entries(data)) tables.set(id, startTable(document.getElementById(id)!, table))

for (const pointer of document.querySelectorAll<HTMLElement>('[data-table]')) {
  const {table = '', filter = '', value = ''} = pointer.dataset
  buttonIn(pointer).addEventListener('click', () => tables.get(table)?.show(filter, value))
}

// The pictures are complete enough for paper without all that they could show.
const closed = '.rows details:not([open])'
let opened: readonly HTMLDetailsElement[] = []
window.addEventListener('beforeprint', () => {
  for (const table of tables.values()) table.unfold()
  opened = [...document.querySelectorAll<HTMLDetailsElement>(closed)]
  for (const details of opened) details.open = true
})
window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
  for (const table of tables.values()) table.fold()
})
