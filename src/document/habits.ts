import {partsOf} from './entry/entry-parts.ts'
import type {AwesomeList} from './list.ts'
import {type Habit, habit} from './style.ts'

/** What the entries of a list do by habit, as far as each is clear. */
export interface Habits {
  /** The bullet: `-`, `*` or `+`. */
  readonly marker?: Habit<string>
  /** What stands between link and description, blanks included. */
  readonly separator?: Habit<string>
  /** Whether descriptions end with a period. */
  readonly period?: Habit<boolean>
}

/** Reads off a list what it does by habit, to tell a person; rules measure each matter more closely. */
export function habitsOf(list: AwesomeList): Habits {
  const described = list.entries.flatMap(entry => {
    const parts = partsOf(list, entry)
    return parts?.description ? [{separator: parts.separator.text, end: parts.description[1]}] : []
  })
  const marker = habit(list.entries.flatMap(entry => (entry.marker ? [entry.marker.text] : [])))
  const separator = habit(described.map(one => one.separator))
  const period = habit(described.map(({end}) => /[.\u3002]/.test(list.text.slice(end - 1, end))))
  return {...(marker && {marker}), ...(separator && {separator}), ...(period && {period})}
}
