import {squeeze} from '../document/words/similar.ts'
import {nouns, openers, serverPages, spaced, topics, unspaced} from './not-found-words.ts'

/** No page that is not there says so in more letters. */
const longest = 200

/**
 * Whether a title or heading says that the page is not there, and nothing else but the name of the site: as
 * `404 - Page not found | Example` does, and `How to fix 404 errors` does not.
 * @param host of the site
 */
export function saysNotFound(words: string, host: string): boolean {
  if (words.length > longest || !mentionsKey(words)) return false
  const sides = words
    .split(/\s+[-–—|·•»«›‹:~/]+\s+|\s*[|·•»«]\s*|(?<=\S):\s+/)
    .filter(side => /[\p{L}\p{N}]/u.test(side))
  const rest = sides.filter(side => !isPhrase(side) && !isEmpty(side))
  return sides.some(isPhrase) && rest.length <= 2 && rest.every(side => isSiteName(side, host))
}

/** Whether anything in it could be such words: of nearly all titles that can be told at once. */
function mentionsKey(words: string): boolean {
  const said = plain(words)
  return anyKey.test(said) || anyUnspacedKey.test(said.replaceAll(/[ \d]+/g, ''))
}

const anyOf = (keys: readonly string[]): RegExp =>
  new RegExp(keys.map(key => key.replace(/[^\p{L}\p{M}\p{N} ']/gu, '.')).join('|'), 'u')
const anyKey = anyOf(['404', '410', ...spaced.flatMap(({keys}) => keys)])
const anyUnspacedKey = anyOf(unspaced.flatMap(({keys}) => keys))

/** Whether a title is that of a page which a web server shows in place of any other. */
export const isServerPage = (title: string): boolean => serverPages.some(form => form.test(plain(title)))

/** In small letters, with blanks in place of all marks but the apostrophe. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘´]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}']+|(?<!\p{L})'|'(?!\p{L})/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** Whether words say nothing without others: `Error`, `Oops!` */
const isEmpty = (side: string): boolean =>
  plain(side)
    .split(' ')
    .every(word => openers.has(word) || nouns.has(word))

function isPhrase(side: string): boolean {
  const all = plain(side).split(' ')
  const from = all.findIndex(word => !openers.has(word))
  const left = from === -1 ? [] : all.slice(from)
  const said = left.join(' ')
  const number = all.some(word => /^e?4(?:04|10)$/.test(word))
  // `HTTP 404` is a name for it, `HTTP Error 404` is what a server says.
  if (number && left.every(word => nouns.has(word))) return all[0] !== 'http' || all.includes('error')
  const known = spaced.some(
    ({keys, words}) =>
      keys.some(key => ` ${said} `.includes(` ${key} `)) && left.every(word => words.has(word) || openers.has(word))
  )
  return known || unspaced.some(({keys, words}) => isMadeOf(said.replaceAll(/[ \d]+/g, ''), keys, words))
}

/** Whether a text holds a key, and nothing is left of it without the words. */
function isMadeOf(text: string, keys: readonly string[], words: ReadonlySet<string>): boolean {
  if (!keys.some(key => text.includes(key))) return false
  const byLength = [...words].sort((a, b) => b.length - a.length)
  return byLength.reduce((left, word) => (word === '' ? left : left.replaceAll(word, ' ')), text).trim() === ''
}

/** Whether words beside the phrase can be the name of the site: they are in its address, or few and about nothing else. */
function isSiteName(side: string, host: string): boolean {
  const all = plain(side).split(' ')
  const name = squeeze(side)
  const labels = host.split('.').map(squeeze)
  if (name.length > 2 && labels.some(label => label.length > 2 && (label.includes(name) || name.includes(label))))
    return true
  return all.length <= 4 && !all.some(word => topics.has(word) || /error|exception/.test(word))
}
