import {location} from 'vfile-location'
import type {AwesomeList} from '../list.ts'
import type {Entry} from './entry.ts'

/** An entry as plain data, to be known again from another file. */
export interface ListedEntry {
  /** The lines of its head, from 1. */
  readonly lines: readonly [first: number, last: number]
  /** The `key` of its link. */
  readonly key: string
  /** The text of its link. */
  readonly text: string
  /** All that it says, without its bullet, blanks as one. */
  readonly words: string
}

/** What an entry says, without its bullet, blanks as one. */
export const wordsOf = ({text}: AwesomeList, {head, marker}: Entry): string =>
  text
    .slice(marker?.range[1] ?? head[0], head[1])
    .trim()
    .replace(/\s+/g, ' ')

/** The entries of a list that begin with a link to the web. */
export function listedIn(list: AwesomeList): readonly ListedEntry[] {
  const places = location(list.text)
  const lineAt = (offset: number): number => places.toPoint(offset)?.line ?? 1
  return list.entries.flatMap(entry => {
    const {link, linkFirst, head} = entry
    if (!linkFirst || link.key === undefined) return []
    const lines = [lineAt(head[0]), lineAt(Math.max(head[0], head[1] - 1))] as const
    return [{lines, key: link.key, text: link.text, words: wordsOf(list, entry)}]
  })
}
