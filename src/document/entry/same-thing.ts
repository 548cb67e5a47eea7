import type {EntryElsewhere} from '../facts.ts'

/** What of an entry tells whether another one with the same address names the same thing. */
export type Named = Pick<EntryElsewhere, 'key' | 'text' | 'words'>

/**
 * Whether two entries with one address name one thing. Several things may be described on one page: then their names
 * have nothing in common.
 */
export function isSameThing(a: Named, b: Named): boolean {
  const [one, two] = [plain(a.text), plain(b.text)]
  return one === two || one.includes(two) || two.includes(one)
}

/** The same, for entries that stand by themselves: what is nested in another entry shares words with its parent. */
export const isSameTopic = (a: Named, b: Named): boolean =>
  isSameThing(a, b) ||
  isRenamed(a.words, plain(b.text)) ||
  isRenamed(b.words, plain(a.text)) ||
  isWithin(a.text, b.text) ||
  isHome(a, b)

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether the address is a home page, and both are named after it. */
function isHome(a: Named, b: Named): boolean {
  const host = /^([^/?#]+)$/.exec(a.key)?.[1]
  const first = ({text}: Named): string | undefined => /[\p{L}\p{N}]{3,}/u.exec(text.toLowerCase())?.[0]
  const name = first(a)
  return host !== undefined && name !== undefined && name === first(b) && host.startsWith(name)
}

/** What was renamed tells its old name: `Spruce (formerly Fir)`. */
const isRenamed = (words: string, name: string): boolean =>
  name.length > 2 &&
  /\b(?:formerly|previously|renamed|successor|originally|a\.?k\.?a\.?|now)\b/i.test(words) &&
  plain(words).includes(name)

/** Whether one name has all the words of the other, and the same numbers: `Part 1` is not `Part 2`. */
function isWithin(one: string, two: string): boolean {
  const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const [small, large] = [wordsOf(one), wordsOf(two)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>]
  const numbers = (text: string): string => (text.match(/\d+/g) ?? []).join()
  return small.size > 1 && numbers(one) === numbers(two) && [...small].every(word => large.has(word))
}
