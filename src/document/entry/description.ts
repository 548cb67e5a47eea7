import type {AwesomeList} from '../list.ts'
import type {Entry} from './entry.ts'
import {partsOf} from './entry-parts.ts'

/** What is said of an entry, as written, and where. */
export interface Description {
  readonly range: readonly [start: number, end: number]
  /** The words that a reader sees: without addresses, badges and markup. */
  readonly words: string
}

/** The description of an entry without its tags, to be counted and searched for words. */
export function descriptionOf(list: AwesomeList, entry: Entry): Description | undefined {
  const range = partsOf(list, entry)?.description
  if (!range) return undefined
  const words = list.text
    .slice(...range)
    .replace(/!\[[^\]\n]{0,400}\](?:\([^)\n]{0,400}\)|\[[^\]\n]{0,400}\])/g, '')
    .replace(/<[^>\n]{0,400}>/g, '')
    .replace(/\[([^\]\n]{0,400})\](?:\([^)\n]{0,400}\)|\[[^\]\n]{0,400}\])/g, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? undefined : {range, words}
}
