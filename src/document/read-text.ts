import type {AwesomeList} from './list.ts'
import {parse} from './parse/parse.ts'
import {readList} from './read-list.ts'

/** UTF-16 units of texts whose lists are kept at most. */
const most = 1_000_000

const kept = new Map<string, AwesomeList>()

/** Parses a text and reads it into the model. */
export function readText(text: string): AwesomeList {
  const list = kept.get(text)
  if (!list) return readList(parse(text), text)
  // Whoever comes second is the last: what is not needed any more is not to take up memory.
  kept.delete(text)
  return list
}

/** Likewise, for one who knows that the same text will be read once more. */
export function readTextTwice(text: string): AwesomeList {
  const list = readText(text)
  const length = [...kept.keys()].reduce((sum, other) => sum + other.length, text.length)
  if (length <= most) kept.set(text, list)
  return list
}
