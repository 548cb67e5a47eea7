/** What the script of the page knows of a table. Row `n` of the table is number `n` of each column. */
export interface TableData {
  /**
   * Numbers to sort and filter by. Equal numbers are equal values, and a smaller number comes first. A table is in the
   * order that it is written in where no column is asked for.
   */
  readonly columns: Readonly<Record<string, readonly number[]>>
  /** Of columns that are filtered by words: the word of each number. */
  readonly words: Readonly<Record<string, readonly string[]>>
}

/** Distinct values in order, and for each of the given ones the number that it has among them. */
export function ranked(values: readonly string[]): {
  readonly words: readonly string[]
  readonly numbers: readonly number[]
} {
  const words = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))
  const number = new Map(words.map((word, index) => [word, index]))
  return {words, numbers: values.map(value => number.get(value)!)}
}
