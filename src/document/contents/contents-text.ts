import {habit} from '../style.ts'
import {isNear, squeeze} from '../words/similar.ts'
import {isKnownWord} from '../words/words.ts'
import {wordsIn} from './anchor.ts'
import type {ContentsPair} from './contents-pairs.ts'

/** A line whose words are plainly those of its heading, told a little otherwise. */
export interface Retelling {
  readonly pair: ContentsPair
  readonly said: string
  readonly heading: string
}

/** The words of a link or heading without ornament: emoji, short codes, counts. */
const plain = (words: string): string =>
  words
    .replace(/:[\w+-]+:|[\p{Cf}\p{Variation_Selector}\p{Regional_Indicator}]|\p{Extended_Pictographic}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?[([]\d{1,6}[)\]]$/, '')

/** The lines with other words than their headings, in contents that mostly repeat their headings word by word. */
export function retellings(pairs: readonly ContentsPair[]): readonly Retelling[] {
  const told = pairs.flatMap(pair => {
    const {section, bond, link} = pair
    if (bond !== 'link' || !section || link.node?.type !== 'link') return []
    return [{pair, said: plain(wordsIn(link.node)), heading: plain(wordsIn(section.heading))}]
  })
  if (habit(told.map(({said, heading}) => said === heading))?.value !== true) return []
  return told.filter(({said, heading}) => said !== heading)
}

/** Whether the words of a line are a slip of those of its heading, and not the other way round. */
export function isSlipOf({said, heading, pair}: Retelling, headings: readonly string[]): boolean {
  if (squeeze(said) === squeeze(heading)) {
    const [a, b] = [said, heading].map(text => text.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim())
    // Marks between the words are a matter of taste.
    if (a === b) return false
    if (a!.toLowerCase() !== b!.toLowerCase()) return a!.split(' ').length !== b!.split(' ').length
    return differing(a!.split(' '), b!.split(' ')).every(([one, other, at]) => isCaseSlip(one, other, at, headings))
  }
  if (!isNear(squeeze(said), squeeze(heading))) return false
  const [a, b] = [said, heading].map(text => text.toLowerCase().split(' '))
  const [only, ...others] = differing(a!, b!)
  if (!only || others.length > 0 || a!.length !== b!.length) return false
  const [word, right] = only.slice(0, 2).map(one => String(one).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
  // Which of the two is the slip the dictionary knows. A link by another name may have other words, too.
  return word!.length > 3 && isKnownWord(right!) && (pair.name === pair.section?.slug || !isKnownWord(word!))
}

/** Words at the same place that are not the same. */
const differing = (a: readonly string[], b: readonly string[]): readonly (readonly [string, string, number])[] =>
  a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] ?? '', at] as const]))

/** Whether a word lacks or has a capital at its start as the other headings do not. */
function isCaseSlip(word: string, right: string, at: number, headings: readonly string[]): boolean {
  if (word.slice(1) !== right.slice(1)) return false
  const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text)
  const rest = headings
    .map(text => text.split(' '))
    .flatMap(words => (at === 0 ? words.slice(0, 1) : words.slice(1)))
    .filter(text => /^\p{L}{4}/u.test(text))
  return habit(rest.map(isCapital))?.value === isCapital(right)
}
