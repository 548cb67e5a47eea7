import type {TableData} from '../data.ts'

/** Whether a row is wanted, by its number. */
export type Filter = (row: number) => boolean

/** What the controls of a form ask for, all of it together. */
export function filterOf(form: HTMLFormElement, {columns, words}: TableData, texts: () => readonly string[]): Filter {
  const filters: Filter[] = []
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')) {
    const value = control.value.trim().toLowerCase()
    const column = columns[control.name]
    if (value === '') continue
    if (!column) filters.push(filterByText(value, texts()))
    else if (control instanceof HTMLSelectElement) filters.push(row => column[row] === Number(value))
    else filters.push(filterByWord(value, column, words[control.name] ?? []))
  }
  return row => filters.every(filter => filter(row))
}

/** Each of the words must be there, in any order. */
function filterByText(value: string, texts: readonly string[]): Filter {
  const parts = value.split(/\s+/)
  return row => parts.every(part => texts[row]!.includes(part))
}

/** A whole word stands for itself alone, a part of one for all that have it. */
function filterByWord(value: string, column: readonly number[], words: readonly string[]): Filter {
  const exact = words.indexOf(value)
  if (exact >= 0) return row => column[row] === exact
  const numbers = new Set(words.flatMap((word, number) => (word.includes(value) ? [number] : [])))
  return row => numbers.has(column[row]!)
}
