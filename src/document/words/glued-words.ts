import {isCommonWord} from './words.ts'

/** A word in capitals or with an inner one, glued to a small word: `ScaLEfrom` … */
const ahead = /^([A-Za-z]{3,}[A-Z])(from|with|into|using|for|and)$/
/** … and a small word glued to the name of a system: `onWindows`. */
const behind = /^(on|for|with|and)(Windows|Linux|Mac|Android|Unix)$/

/** The two words that a word is glued of, where the case of its letters tells. */
export function gluedParts(word: string): readonly [string, string] | undefined {
  const [, first, second] = ahead.exec(word) ?? behind.exec(word) ?? []
  if (first === undefined || second === undefined) return undefined
  return /[a-z]/.test(first) && isCommonWord(first) ? [first, second] : undefined
}
