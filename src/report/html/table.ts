import {type Content, html, type Markup, onLines} from './markup.ts'

/** A table with what is needed to filter and sort it. Without a script it shows all of its rows. */
export interface Table {
  /** What its rows are called, in the plural. */
  readonly id: string
  readonly title: string
  readonly head: readonly Column[]
  readonly filters: readonly Markup[]
  readonly rows: readonly Markup[]
}

/** A column; `sort` names the numbers that it is sorted by, and is empty where that is the order of the rows. */
interface Column {
  readonly words: string
  /** The class of its cells. */
  readonly kind: string
  readonly sort: string
  /** Whether the rows are in the order of this column as they are written. */
  readonly isSorted?: true
}

/** The table as a section of the page; a sentence where it has no rows. */
export const tableSection = (table: Table): Markup => html`
  <section id="${table.id}" class="card rows" aria-labelledby="${table.id}-title">
    <h2 id="${table.id}-title" tabindex="-1">
      ${table.title} <span class="count">${grouped(table.rows.length)}</span>
    </h2>
    ${table.rows.length === 0 ? html`<p>There is nothing to show.</p>` : tableBody(table)}
  </section>`

/** The rows are a line each between the tags of the body: the script relies on it. */
const tableBody = ({id, head, filters, rows}: Table): Markup => html`
  <form class="filters" aria-label="Filter the ${id}" hidden>
    ${filters}
    <button type="reset">Clear filters</button>
  </form>
  <div class="pager" hidden>
    <p role="status"></p>
    <nav aria-label="Pages of ${id}">
      <button type="button" data-step="-1">Previous</button>
      <button type="button" data-step="1">Next</button>
    </nav>
  </div>
  <noscript>
    <table aria-labelledby="${id}-title">
      <thead><tr>${head.map(headCell)}</tr></thead>
      <tbody>${{markup: '\n'}}${onLines(rows)}${{markup: '\n'}}</tbody>
    </table>
  </noscript>`

function headCell({words, kind, sort, isSorted}: Column): Markup {
  const sorted = isSorted ? html` aria-sort="ascending"` : ''
  return html`<th scope="col" class="${kind}" data-sort="${sort}"${sorted}>${words}</th>`
}

/** Of a filter: one of the values that a column has. */
interface Choice {
  readonly value: number
  readonly words: string
}

/** A control of the filters of a table. */
interface Control {
  readonly table: string
  readonly column: string
  readonly label: string
}

/** A list to choose one value of a column from, with how many rows have it. */
export function choose(control: Control, choices: readonly Choice[], numbers: readonly number[]): Markup {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const options = choices
    .filter(({value}) => counts.has(value))
    .map(({value, words}) => html`<option value="${value}">${words} (${grouped(counts.get(value)!)})</option>`)
  return field(
    control,
    html`<select id="${idOf(control)}" name="${control.column}"><option value="">all</option>${options}</select>`
  )
}

/** A field to search the text of rows in. */
export function searchField(table: string): Markup {
  const control = {table, column: 'text', label: 'Text'}
  return field(control, input(control))
}

/** A field for a word that a column has, or for a part of such words. */
export const wordField = (control: Control, suggestions: readonly string[]): Markup =>
  field(
    control,
    html`
      ${input(control, html` list="${idOf(control)}-words"`)}
      <datalist id="${idOf(control)}-words">${suggestions.map(word => html`<option value="${word}"></option>`)}</datalist>`
  )

const input = (control: Control, more?: Markup): Markup => html`
  <input type="search" id="${idOf(control)}" name="${control.column}" autocomplete="off" spellcheck="false"${more}>`

const field = (control: Control, content: Content): Markup => html`
  <div><label for="${idOf(control)}">${control.label}</label>${content}</div>`

const idOf = ({table, column}: Control): string => `${table}-${column}`

/** A count as people write it. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
