import {squeeze} from '../document/words/similar.ts'
import type {Answer} from './answer.ts'
import type {Page} from './page.ts'

/**
 * Names that pages make up when they are shown: lines of code, comments and answers that are loaded later, tabs, what
 * scripts keep in an address (`#/route`, `#!route`, `#tab=a`, `#operation(String)`).
 */
const unseen =
  /[=&?/!:,;()[\]{}|*+]|^(?:L|lines?-)\d|^(?:comments?|issue(?:comment)?|discussion(?:comment|_r)?|pullrequestreview|commitcomment|diff|event|ref|post|answer|reply|msg|message|note|page|slide|p|c|r)?[-_]?\d+$|^diff-|^readme$|-ov-file$/i

/**
 * Whether a page has the place that the fragment of an address names, which is given as written there, without `#`.
 * @returns nothing where that cannot be told: only a browser that runs scripts and reads all of the page knows
 */
export function hasFragment(page: Page, fragment: string, {whole}: Pick<Answer, 'whole'>): boolean | undefined {
  // What stands behind it is text to mark (https://wicg.github.io/scroll-to-text-fragment/).
  const [written = '', directive] = fragment.split(':~:', 2)
  if (written === '') return directive === undefined ? true : undefined
  if (/^top$/i.test(written)) return true
  const names = [...new Set([written, decoded(written)])]
  if (names.some(name => page.names.has(name) || page.names.has(`user-content-${name}`))) return true
  if (!whole || page.scripted || page.names.size === 0) return undefined
  const doubtful = names.some(
    name => unseen.test(name) || page.unnamed.has(squeeze(name)) || mentions(page.html, name) || hasLike(page, name)
  )
  return doubtful ? undefined : false
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a page speaks of a name elsewhere: where it leads to it itself, or hands it to a script, it may well make it. */
function mentions(html: string, name: string): boolean {
  const quotes = ['"', "'", '\\"', '&quot;']
  return quotes.some(quote => [quote, '#', 'user-content-'].some(before => html.includes(before + name + quote)))
}

/** Scripts of some sites look for a name without regard to case. */
function hasLike(page: Page, name: string): boolean {
  const small = name.toLowerCase()
  for (const other of page.names) if (other.toLowerCase().replace(/^user-content-/, '') === small) return true
  return false
}
