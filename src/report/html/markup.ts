import {reasonPieces} from '../markdown.ts'
import {printable} from '../printable.ts'

/** HTML that is safe as it stands: it comes from a template of this program, and whatever was put in is escaped. */
export interface Markup {
  readonly markup: string
}

/** What can be put into a template: text of anyone, and what is markup already. */
export type Content = string | number | Markup | undefined | readonly Content[]

/**
 * A template of HTML, on one line. Strings that are put in are escaped, in text as well as in a quoted attribute, and
 * what is invisible or turns the direction of writing is made visible.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let markup = outline(parts[0] ?? '')
  for (const [index, value] of values.entries()) markup += markupOf(value) + outline(parts[index + 1] ?? '')
  return {markup}
}

/** The pieces a line each. */
export const onLines = (pieces: readonly Content[]): Markup => ({markup: pieces.map(markupOf).join('\n')})

/** Text whose only markdown is code between backticks. */
export const words = (reason: string): Markup =>
  html`${reasonPieces(reason).map(({kind, text}) => (kind === 'code' ? html`<code>${text}</code>` : text))}`

/** A block of data in which nothing can end the block, or open a comment or another script in it. */
export const dataBlock = (id: string, data: unknown): Markup => {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return {markup: `${html`<script type="application/json" id="${id}">`.markup}${json}</script>`}
}

/** The address as the target of a link; nothing for what is no address of the web, such as `javascript:`. */
function hrefOf(url: string): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(url)) return undefined
  try {
    return new URL(url.startsWith('//') ? `https:${url}` : url).href
  } catch {
    return undefined
  }
}

/** A link to what is an address of the web; otherwise only its words. */
export function anchor(url: string, words: Content): Markup {
  const href = hrefOf(url)
  return href === undefined ? html`${words}` : html`<a href="${href}">${words}</a>`
}

function markupOf(value: Content): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escapeHtml(printable(value))
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(markupOf).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, character => entities[character] ?? character)

/** The templates are written over several lines for us to read. */
const outline = (part: string): string => part.replace(/\n\s*/g, '')
