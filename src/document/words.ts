import {readFileSync} from 'node:fs'

let words: string | undefined

/**
 * Read once, at the first question. One sorted text and a binary search: nothing to decode, nothing to build.
 * Made by `script/build.ts` from the hunspell dictionaries of American and British English and cspell's terms of software.
 */
function dictionary(): string {
  const place = import.meta.url.endsWith('.ts') ? '../../dist/english.txt' : './english.txt'
  words ??= readFileSync(new URL(place, import.meta.url), 'latin1')
  return words
}

function contains(word: string): boolean {
  const text = dictionary()
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = text.lastIndexOf('\n', middle - 1) + 1
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const found = text.slice(start, end)
    if (found === word) return true
    if (found < word) low = end + 1
    else high = start
  }
  return false
}

/** Whether the dictionary has this as a common word, in lower case. */
export const isCommonWord = (word: string): boolean => contains(word.toLowerCase())

/** Whether the dictionary knows the word at all, as a common word, a name or an abbreviation. */
export function isKnownWord(word: string): boolean {
  const lower = word.toLowerCase()
  const upper = word.toUpperCase()
  return contains(lower) || contains(word) || contains(upper[0] + lower.slice(1)) || contains(upper)
}

/** The texts one typing slip away from a lower-case word: a letter too many, too few, wrong, or two exchanged. */
export function* slips(word: string): Iterable<string> {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    if (after) yield before + after.slice(1)
    if (after.length > 1 && after[0] !== after[1]) yield before + after[1] + after[0] + after.slice(2)
    for (const letter of letters) {
      yield before + letter + after
      if (after && after[0] !== letter) yield before + letter + after.slice(1)
    }
  }
}
