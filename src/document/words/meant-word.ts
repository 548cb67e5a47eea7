import type {AwesomeList} from '../list.ts'
import {minimum} from '../style.ts'
import {nameOf} from './brands.ts'
import {isForeign} from './language.ts'
import type {OddWords, Word} from './odd-words.ts'
import {oddWordsOf} from './odd-words.ts'
import {retyped} from './retype.ts'
import {isSlip} from './similar.ts'
import type {Slip} from './slip.ts'
import {slipOf} from './slip.ts'
import {corrected, isCommonWord, isEverydayWord, isKnownWord} from './words.ts'

/** The word that a misspelt one was meant to be. */
export interface Meaning {
  readonly right: string
  /** Whether the misspelling is a known one, which can mean nothing else. */
  readonly sure: boolean
}

/** What a word that no dictionary has was meant to be; nothing for a name, a new word, another language, or in doubt. */
export function meaningOf(list: AwesomeList, word: Word): Meaning | undefined {
  const {text} = word
  const odd = oddWordsOf(list)
  const lower = text.toLowerCase()
  const small = text === lower
  const plain = small || text.slice(1) === lower.slice(1)
  const known = plain ? corrected(lower) : undefined
  if (known !== undefined && !isTitleAlone(word) && !inAddress(list, lower) && inEnglish(list, word))
    return {right: spelt(text, known), sure: small}
  const addressed = word.prose.link && inOwnAddress(word)
  if (addressed !== undefined) return {right: spelt(text, addressed), sure: false}
  if (!plain || lower.length < 5 || isTitleAlone(word) || odd.uses(text) > 1 || (!small && isPerson(list, word)))
    return undefined
  const slip = slipOf(lower)
  const said = everyday(slip, odd)
  const right = said ?? (slip.names.length === 1 ? slip.names[0] : undefined)
  if (right === undefined || (lower.length === 5 && (said !== undefined || odd.uses(right) < minimum))) return undefined
  // Where it may be a name, the list itself knows the right word, the better the shorter the word is.
  if (!small && lower.length < 7 && odd.uses(right) < often) return undefined
  if (!(small && said) && !isSeen(list, odd, word, right)) return undefined
  if (
    !small &&
    !isInSentence(list, word) &&
    !(odd.uses(right) >= minimum && /\p{L} /u.test(list.text.slice(word.range[0] - 2, word.range[0])))
  )
    return undefined
  return inEnglish(list, word) && countOf(list, text) === 1 ? {right: spelt(text, right), sure: false} : undefined
}

/** What a word of a heading was meant to be: the one word a slip away that the list uses itself, and most. */
export function meaningInHeading(list: AwesomeList, word: Word): string | undefined {
  const lower = word.text.toLowerCase()
  if (lower.length < 7) return undefined
  const odd = oddWordsOf(list)
  const {near, far, names} = slipOf(lower)
  const used = [...near, ...far, ...names]
    .map(right => ({right, count: odd.uses(right)}))
    .filter(({right, count}) => count > 0 && `${right}s` !== lower && `${lower}s` !== right)
    .sort((a, b) => b.count - a.count)
  if (!used[0] || used[0].count === used[1]?.count) return undefined
  const headings = list.title ? [list.title, ...list.sections] : list.sections
  const inHeadings = headings.filter(({title}) => title.toLowerCase().includes(lower)).length
  // A word that the list uses elsewhere is a name or its own; the contents have it once with each heading, and its anchor.
  return countOf(list, lower) > inHeadings * 3 ? undefined : spelt(word.text, used[0].right)
}

/** How often the list itself has to use a word that is not the only one that could be meant. */
const often = 2

/** The everyday word that is the only one a slip away, or the only one of several that the list uses, and often. */
function everyday({near, far, made}: Slip, odd: OddWords): string | undefined {
  const [only] = near
  if (!made && near.length === 1 && isEverydayWord(only!)) return only
  const [used, ...others] = [...near, ...far].filter(word => odd.uses(word) > 0)
  if (used === undefined || others.length > 0) return undefined
  return odd.uses(used) >= (isEverydayWord(used) ? often : minimum) ? used : undefined
}

const spelt = (wrong: string, right: string): string => {
  if (right !== right.toLowerCase()) return right
  const result = retyped(wrong, right)
  return nameOf(result) ?? result
}

/** Whether the word is all that a link says: then it is a name. */
const isTitleAlone = ({text, prose: {link}}: Word): boolean => link?.text.trim() === text

/** Whether what stands before a word with a capital may be the first name of a person. */
function isPerson(list: AwesomeList, {range: [start], prose}: Word): boolean {
  const first = /(?:^|\s)(\p{Lu}[\p{L}.'’-]*) $/u.exec(list.text.slice(prose.range[0], start))?.[1]
  return first !== undefined && !isEverydayWord(first.toLowerCase())
}

/** Whether a word with a capital stands in a title, or among others that have none. */
function isInSentence(list: AwesomeList, {range: [start, end], prose}: Word): boolean {
  if (prose.link) return true
  const around = `${list.text.slice(prose.range[0], start)} ${list.text.slice(end, prose.range[1])}`
  return (around.match(/(?<![\p{L}\p{N}])[a-z]{4,}/gu) ?? []).some(isCommonWord)
}

/** How often the letters of a word stand in the list, in whatever case, be it in an address or in code. */
const countOf = (list: AwesomeList, word: string): number => list.text.match(new RegExp(word, 'gi'))?.length ?? 0

/** Whether a word stands in the same paragraph, be it in an address, or is used elsewhere in the list. */
const isSeen = (list: AwesomeList, odd: OddWords, {prose}: Word, right: string): boolean =>
  odd.uses(right) > 0 ||
  list.text
    .slice(...prose.block.range)
    .toLowerCase()
    .includes(right.toLowerCase())

const addresses = new WeakMap<AwesomeList, string>()

function inAddress(list: AwesomeList, lower: string): boolean {
  const all = addresses.get(list) ?? list.links.map(({url}) => url.toLowerCase()).join('\n')
  addresses.set(list, all)
  return all.includes(lower)
}

/** Where the address of its own link spells the word right, by a word or name that is known. */
function inOwnAddress({text, prose: {link}}: Word): string | undefined {
  const lower = text.toLowerCase()
  const url = link!.url.toLowerCase()
  if (lower.length < 5 || url.includes(lower)) return undefined
  const near = new Set(url.match(/[a-z]{5,}/g)?.filter(part => part[0] === lower[0] && isSlip(part, lower)))
  const [right] = near
  if (right === undefined || near.size > 1 || Math.min(right.length, lower.length) < 5) return undefined
  if (`${right}s` === lower || `${lower}s` === right) return undefined
  return isCommonWord(right) || nameOf(right) !== undefined ? right : undefined
}

/** Whether the words around are English, as far as one can tell. */
function inEnglish(list: AwesomeList, {prose}: Word): boolean {
  const words = list.text.slice(...prose.range).match(/\p{L}{3,}/gu) ?? []
  const strange = words.filter(word => /^\p{Ll}+$/u.test(word) && !isKnownWord(word))
  if (strange.length > Math.max(1, words.length / 3)) return false
  return !isForeign(list.text.slice(...prose.block.range).replace(/\]\([^)]*\)/g, ''))
}
