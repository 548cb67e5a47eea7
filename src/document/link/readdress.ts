import type {TextEdit} from '../edit.ts'
import {insert, replace} from '../edit.ts'
import type {AwesomeList} from '../list.ts'
import type {LinkUse} from './link.ts'

/**
 * The edits that give a link another address, in the form that it has; a text that is the address changes with it.
 * None where the link cannot carry it.
 */
export function readdress({text}: AwesomeList, link: LinkUse, to: string): readonly TextEdit[] {
  const {url, urlRange, textRange} = link
  if (!urlRange) return []
  // None of these may stand in an address as it is.
  const plain = to.replace(/[\s"<>\\`|]/g, encodeURIComponent)
  const edit = (range: readonly [number, number], words: string): TextEdit =>
    // One letter is easier to look over than a whole address.
    isSecured(url, to) && /^http:/i.test(text.slice(...range)) ? insert(range[0] + 4, 's') : replace(...range, words)
  const written = writtenIn(text, link, plain)
  if (written === undefined) return []
  const said = textRange && text.slice(...textRange)
  const says = textRange && said === link.text ? saying(said, url, plain) : undefined
  return says === undefined || says === said
    ? [edit(urlRange, written)]
    : [edit(textRange!, says), edit(urlRange, written)]
}

const isSecured = (url: string, to: string): boolean => /^http:/i.test(url) && to === `https:${url.slice(5)}`

/** An address as it is written where a link has its own. */
function writtenIn(text: string, {node, urlRange, textRange}: LinkUse, plain: string): string | undefined {
  const before = text[urlRange![0] - 1]
  const hasEntity = /&#?\w+;/.test(plain)
  if (node?.type === 'html') {
    const encoded = plain.replaceAll('&', '&amp;')
    if (before === '"') return encoded
    if (before === "'") return encoded.replaceAll("'", '%27')
    return /['=&]/.test(plain) ? undefined : plain
  }
  if (node?.type === 'link' && !textRange) {
    if (hasEntity) return undefined
    return before === '<' || isBareAddress.test(plain) ? plain : `<${plain}>`
  }
  const markdown = plain.replace(/&(?=#?\w+;)/g, '&amp;')
  return before === '<' || isBalanced(markdown) ? markdown : markdown.replace(/[()]/g, '\\$&')
}

/** What GFM surely takes as an address, to its end. */
const isBareAddress = /^https?:\/\/[a-z\d.-]+(?::\d+)?(?:[/?#](?:[\w./?=#%+&,:;@~-]*[a-z\d/=#%+&-])?)?$/i

function isBalanced(url: string): boolean {
  let depth = 0
  for (const bracket of url.match(/[()]/g) ?? []) {
    depth += bracket === '(' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/** The text of a link that names its address, for the new one; nothing for any other text. */
function saying(said: string, url: string, to: string): string | undefined {
  if (shown(said) !== shown(url)) return undefined
  const words = /^https?:/i.test(said) ? to : to.replace(/^https?:\/\//i, '')
  const short = said.endsWith('/') ? words : words.replace(/^((?:https?:\/\/)?[^/]+)\/$/i, '$1')
  return short.replace(/[\\`*[\]<~]|&(?=#?\w+;)|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '\\$&')
}

/** What of an address people say. */
const shown = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/\/$/, '')
