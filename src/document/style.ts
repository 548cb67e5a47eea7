/** What a list does by habit: the commonest value, and how many of how many places follow it. */
export interface Habit<T> {
  readonly value: T
  readonly count: number
  readonly total: number
}

/** A style is read from a list only where at least this share of the places agree … */
const agreement = 0.8
/** … and there are at least this many of them. */
export const minimum = 8

/** The commonest of the values, whether or not it is clear enough to hold anyone to it. */
export function commonest<T>(values: Iterable<T>): Habit<T> | undefined {
  const counts = new Map<T, number>()
  let total = 0
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    total++
  }
  let best: Habit<T> | undefined
  for (const [value, count] of counts) if (!best || count > best.count) best = {value, count, total}
  return best
}

/** The habit, where it is clear: at least 80 % of at least 8 places. Otherwise nothing, and a rule stays silent. */
export function habit<T>(values: Iterable<T>): Habit<T> | undefined {
  const found = commonest(values)
  return found && found.total >= minimum && found.count >= found.total * agreement ? found : undefined
}
