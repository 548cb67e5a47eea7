import {nameOf, namesLike} from './brands.ts'
import {isSlip} from './domain.ts'
import {isForeign} from './language.ts'
import type {AwesomeList} from './list.ts'
import type {Word} from './odd-words.ts'
import {retyped} from './retype.ts'
import {slipOf} from './slip.ts'
import {corrected, isCommonWord, isEverydayWord, isKnownWord, slips} from './words.ts'

/** The word that a misspelt one was meant to be. */
export interface Meaning {
  readonly right: string
  /** Whether the misspelling is a known one, which can mean nothing else. */
  readonly sure: boolean
}

/** What a word that no dictionary has was meant to be; nothing for a name, a new word, another language, or in doubt. */
export function meaningOf(list: AwesomeList, word: Word): Meaning | undefined {
  const {text} = word
  const lower = text.toLowerCase()
  const small = text === lower
  const plain = small || text.slice(1) === lower.slice(1)
  const known = plain ? corrected(lower) : undefined
  if (known !== undefined && !isTitleAlone(word) && !inAddress(list, lower) && inEnglish(list, word))
    return {right: spelt(text, known), sure: small}
  const addressed = word.prose.link && inOwnAddress(word)
  if (addressed !== undefined) return {right: spelt(text, addressed), sure: false}
  if (!plain || lower.length < 6 || !isAlone(list, word)) return undefined
  const right = everyday(list, lower) ?? likeName(list, text)
  if (right === undefined || isTitleAlone(word) || !inEnglish(list, word)) return undefined
  if (!small && !isSaid(list, word, right)) return undefined
  return {right: spelt(text, right), sure: false}
}

/** What a word of a heading was meant to be: the one word a slip away that the list uses itself. */
export function meaningInHeading(list: AwesomeList, word: Word): string | undefined {
  const lower = word.text.toLowerCase()
  if (lower.length < 7) return undefined
  const headings = list.title ? [list.title, ...list.sections] : list.sections
  const inHeadings = headings.filter(({title}) => title.toLowerCase().includes(lower)).length
  // A word that the list uses elsewhere is a name or its own.
  if (countOf(list, lower) > inHeadings * 2) return undefined
  const candidates = [...new Set(slips(lower))].filter(
    near =>
      near.length > 4 && near[0] === lower[0] && `${near}s` !== lower && `${lower}s` !== near && isCommonWord(near)
  )
  const named = namesLike(word.text)
  const used = [...candidates, ...named]
    .map(near => ({near, count: countOf(list, near.toLowerCase())}))
    .filter(({count}) => count > 0)
  used.sort((a, b) => b.count - a.count)
  if (used[0] && used[0].count > (used[1]?.count ?? 0)) return spelt(word.text, used[0].near)
  return undefined
}

/** How often the list itself has to use a word that is not the only one that could be meant. */
const often = 3

/** The everyday word that is the only one a slip away, or the only one of several that the list uses, and often. */
function everyday(list: AwesomeList, lower: string): string | undefined {
  const {near, far, made} = slipOf(lower)
  const [only] = near
  if (!made && near.length === 1 && isEverydayWord(only!)) return only
  const used = [...near, ...far].filter(word => countOf(list, word) > 0)
  const [most] = used
  return used.length === 1 && isEverydayWord(most!) && countOf(list, most!) >= often ? most : undefined
}

const spelt = (wrong: string, right: string): string => {
  if (right !== right.toLowerCase()) return right
  const result = retyped(wrong, right)
  return nameOf(result) ?? result
}

/** Whether the word is all that a link says: then it is a name. */
const isTitleAlone = ({text, prose: {link}}: Word): boolean => link?.text.trim() === text

/** With a capital it may be a name: then the list itself knows the right word, and what stands around is no name. */
function isSaid(list: AwesomeList, {text, range: [start, end], prose}: Word, right: string): boolean {
  if (text.length < 7 && countOf(list, right) < often) return false
  if (!uses(list, right)) return false
  const before = list.text.slice(prose.range[0], start)
  const first = /(?:^|\s)(\p{Lu}\S*) $/u.exec(before)?.[1]
  if (first !== undefined && !isEverydayWord(first.toLowerCase())) return false
  if (prose.link) return true
  const after = list.text.slice(end, prose.range[1])
  return (`${before} ${after}`.match(/(?<![\p{L}\p{N}])[a-z]{4,}/gu) ?? []).some(isCommonWord)
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

function countOf(list: AwesomeList, lower: string): number {
  const text = inLowerCase(list)
  let count = 0
  for (let at = text.indexOf(lower); at >= 0; at = text.indexOf(lower, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + lower.length])) count++
  return count
}

const uses = (list: AwesomeList, right: string): boolean => countOf(list, right.toLowerCase()) > 0

/** Whether the letters of the word stand nowhere else in the list, be it in an address or in code. */
function isAlone(list: AwesomeList, {text}: Word): boolean {
  const whole = inLowerCase(list)
  const lower = text.toLowerCase()
  const first = whole.indexOf(lower)
  return first >= 0 && whole.indexOf(lower, first + 1) < 0
}

let last: {readonly list: AwesomeList; readonly text: string; readonly addresses: string} | undefined

function lowered(list: AwesomeList) {
  if (last?.list !== list)
    last = {list, text: list.text.toLowerCase(), addresses: list.links.map(({url}) => url.toLowerCase()).join('\n')}
  return last
}

const inLowerCase = (list: AwesomeList): string => lowered(list).text
const inAddress = (list: AwesomeList, lower: string): boolean => lowered(list).addresses.includes(lower)

/** Where the address of its own link spells the word right, by a word or name that is known. */
function inOwnAddress({text, prose: {link}}: Word): string | undefined {
  const lower = text.toLowerCase()
  const url = link!.url.toLowerCase()
  if (lower.length < 5 || url.includes(lower)) return undefined
  const near = new Set(url.split(/[^a-z]+/).filter(part => part[0] === lower[0] && isSlip(part, lower)))
  const [right] = near
  if (right === undefined || near.size > 1 || Math.min(right.length, lower.length) < 5) return undefined
  if (`${right}s` === lower || `${lower}s` === right) return undefined
  return isCommonWord(right) || nameOf(right) !== undefined ? right : undefined
}

/** The name that is known, and that the list uses, a slip away. */
function likeName(list: AwesomeList, text: string): string | undefined {
  const near = namesLike(text)
  return near.length === 1 && uses(list, near[0]!) ? near[0] : undefined
}

/** Whether the words around are English, as far as one can tell. */
function inEnglish(list: AwesomeList, {prose}: Word): boolean {
  const words = list.text.slice(...prose.range).match(/\p{L}{3,}/gu) ?? []
  const strange = words.filter(word => /^\p{Ll}/u.test(word) && !isKnownWord(word))
  if (strange.length > Math.max(1, words.length / 4)) return false
  return !isForeign(list.text.slice(...prose.block.range).replace(/\]\([^)]*\)/g, ''))
}
