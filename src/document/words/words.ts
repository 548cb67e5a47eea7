import {readFileSync} from 'node:fs'

const star = 0x2a
const newline = 0x0a

const place = (name: string): URL =>
  new URL(`${import.meta.url.endsWith('.ts') ? '../../../dist' : '.'}/${name}`, import.meta.url)

let words: Uint8Array | undefined

/**
 * Read once, at the first question. One sorted text and a binary search in its bytes: nothing to decode, nothing to
 * build. Made by `script/build.ts` from cspell's dictionaries of American and British English and of software; a star
 * behind a word says that everybody uses it.
 */
function dictionary(): Uint8Array {
  words ??= readFileSync(place('english.txt'))
  return words
}

/** Compares the line that starts here with a word: 0 where it is the word, with or without its star. */
function compare(text: Uint8Array, start: number, word: string): number {
  for (let at = 0; at < word.length; at++) {
    const difference = text[start + at]! - word.charCodeAt(at)
    if (difference !== 0) return difference
  }
  return text[start + word.length]! > star ? 1 : 0
}

/** Where the line of a word starts; -1 for a word that is not there. */
function find(word: string): number {
  const text = dictionary()
  let low = 0
  let high = text.length
  while (low < high) {
    let start = (low + high) >> 1
    while (start > low && text[start - 1] !== newline) start--
    const order = compare(text, start, word)
    if (order === 0) return start
    if (order > 0) high = start
    else {
      low = start
      while (text[low] !== newline) low++
      low++
    }
  }
  return -1
}

/** Whether the dictionary has this as a common word, in lower case. */
export const isCommonWord = (word: string): boolean => find(word.toLowerCase()) >= 0

/** Whether a lower-case word is among those that everybody uses. */
export function isEverydayWord(word: string): boolean {
  const start = find(word)
  return start >= 0 && dictionary()[start + word.length] === star
}

/** Whether the dictionary knows the word at all, as a common word, a name or an abbreviation. */
export function isKnownWord(word: string): boolean {
  const lower = word.toLowerCase()
  const upper = word.toUpperCase()
  return find(lower) >= 0 || find(word) >= 0 || find(upper[0] + lower.slice(1)) >= 0 || find(upper) >= 0
}

let misspellings: ReadonlyMap<string, string> | undefined

/** What a lower-case word is known to be a misspelling of. */
export function corrected(word: string): string | undefined {
  misspellings ??= new Map(
    readFileSync(place('misspellings.txt'), 'latin1')
      .trimEnd()
      .split('\n')
      .map(line => line.split(' ') as [string, string])
  )
  return misspellings.get(word)
}
