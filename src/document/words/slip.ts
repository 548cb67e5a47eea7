import {namesLike} from './brands.ts'
import {isCommonWord, isEverydayWord} from './words.ts'

/** What is put behind any word to make another, which no dictionary has then … */
const endings =
  /(?:s|es|ed|er|ers|or|ors|ing|able|ly|y|ish|ist|ists|ism|ness|less|wise|js|ize|ized|izer|ify|like|ful|out|up)$/
/** … and what is put before one. */
const beginnings =
  /^(?:un|re|pre|sub|non|anti|multi|micro|macro|inter|over|under|auto|bi|conv|co|de|dis|mis|out|up|lib|py)/

/** Whether a word is made of other words or of a word with a beginning or an ending, though no dictionary has it. */
function isMade(word: string): boolean {
  // Before `ing` the `e` goes: `archiveing` is a slip.
  if (/[^aeou]eing$/.test(word)) return false
  const stem = word.replace(endings, '')
  if (stem !== word && stem.length >= 3 && [stem, `${stem}e`, stem.slice(0, -1)].some(isKnownStem)) return true
  const rest = word.replace(beginnings, '')
  if (rest !== word && rest.length >= 4 && isCommonWord(rest)) return true
  for (let at = 3; at <= word.length - 3; at++)
    if (isEverydayWord(word.slice(0, at)) && isCommonWord(word.slice(at))) return true
  return false
}

const isKnownStem = (stem: string): boolean => stem.length >= 3 && isCommonWord(stem)

/** What a word may be a slip of. */
export interface Slip {
  /** Words that a dictionary has and that are one slip away: letters exchanged, one too many or too few, another vowel. */
  readonly near: readonly string[]
  /** Everyday words that are further off: another consonant, or the last letter missing. */
  readonly far: readonly string[]
  /** Whether it may be a new word, made of others. */
  readonly made: boolean
  /** Names of software and the like. */
  readonly names: readonly string[]
}

const known = new Map<string, Slip>()

/** What a lower-case word, which no dictionary has, may be a slip of, all of it past the first letter. */
export function slipOf(word: string): Slip {
  const found = known.get(word)
  if (found) return found
  if (known.size > 50_000) known.clear()
  const slip = {
    near: [...new Set(nearSlips(word))].filter(isCommonWord),
    far: [...new Set(farSlips(word))].filter(isEverydayWord),
    made: isMade(word),
    names: namesLike(word)
  }
  known.set(word, slip)
  return slip
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
const vowels = 'aeiou'

function* nearSlips(word: string): Iterable<string> {
  const last = word.length - 1
  for (let at = 1; at <= last; at++) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    const letter = after[0]!
    // What stands behind one letter more is a name of its own: `xarray`, `mmapped`.
    if (at > 1 && at < last && (at + 1 < last || letter !== after[1])) yield before + after.slice(1)
    // An ending of another kind is no slip: `formatter`, `formatted`.
    if (at < last && letter !== after[1]) yield before + after[1] + letter + after.slice(2)
    if (at > 1 || word.length > 6) for (const other of letters) yield before + other + after
    if (at < last && vowels.includes(letter))
      for (const vowel of vowels) if (vowel !== letter) yield before + vowel + after.slice(1)
  }
}

function* farSlips(word: string): Iterable<string> {
  for (const other of 'ehkntyl') yield word + other
  for (let at = 2; at < word.length - 1; at++)
    if (!vowels.includes(word[at]!)) for (const other of letters) yield word.slice(0, at) + other + word.slice(at + 1)
}
