import type {TableData} from '../data.ts'
import {type Direction, onFilter, onSort, onTurn} from './controls.ts'
import {filterOf} from './filter.ts'
import {takeRows, textOf} from './rows.ts'

/** Rows that are shown at once, and that are printed at most. */
const pageSize = 50
const mostPrinted = 2000

/** A table that can be filtered, sorted and paged through. */
export interface LiveTable {
  /** Shows the rows that have a value, and leads the reader there. */
  readonly show: (filter: string, value: string) => void
  /** Shows all rows that are wanted, on one page. */
  readonly unfold: () => void
  readonly fold: () => void
}

/** Brings the table of a section to life. Its rows stay text until their page is shown. */
export function startTable(section: HTMLElement, data: TableData): LiveTable {
  const find = <T extends Element>(selector: string): T => section.querySelector<T>(selector)!
  const noscript = find('noscript')
  const {shell, rows} = takeRows(noscript.textContent ?? '')
  noscript.insertAdjacentHTML('afterend', shell)
  const [form, status, body] = [find<HTMLFormElement>('form'), find('[role=status]'), find('tbody')]
  let texts: readonly string[] | undefined
  let order: readonly number[] = rows.map((_, row) => row)
  let wanted = order
  let page = 0
  let sorted = ''

  const draw = (from: number, count: number): void => {
    const drawn = wanted.slice(from, from + count)
    body.innerHTML = drawn.map(row => rows[row]).join('')
    const range = `${grouped(from + 1)}–${grouped(from + drawn.length)} of ${grouped(wanted.length)}`
    const all = wanted.length < rows.length ? ` (${grouped(rows.length)} in all)` : ''
    const none = `None of ${grouped(rows.length)} ${section.id} fits`
    status.textContent = drawn.length === 0 ? none : `${range}${all}${sorted}`
  }
  const turnTo = (number: number): void => {
    const last = Math.max(0, Math.ceil(wanted.length / pageSize) - 1)
    page = Math.min(Math.max(0, number), last)
    draw(page * pageSize, pageSize)
    pager.mark(page, last)
  }
  const filter = (): void => {
    wanted = order.filter(filterOf(form, data, () => (texts ??= rows.map(textOf))))
    turnTo(0)
  }
  const sort = (name: string, direction: Direction, words: string): void => {
    const column = data.columns[name]
    const rank = (row: number): number => (column ? column[row]! : row)
    order = order.toSorted((a, b) => direction * (rank(a) - rank(b)) || a - b)
    sorted = `, by ${words.toLowerCase()}${direction === 1 ? '' : ', last first'}`
    filter()
  }
  const pager = onTurn(find('.pager'), step => {
    turnTo(page + step)
    if (body.getBoundingClientRect().top < 0) find('table').scrollIntoView()
  })
  onSort(section, sort)
  onFilter(form, filter)
  filter()

  return {
    show(name, value) {
      form.reset()
      const control = form.elements.namedItem(name)
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value
      filter()
      find<HTMLElement>('h2').focus()
    },
    unfold: () => draw(0, mostPrinted),
    fold: () => turnTo(page)
  }
}

const grouped = (count: number): string => count.toLocaleString('en')
