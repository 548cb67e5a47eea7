import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** A piece of a page, as a browser without scripts cuts it (HTML standard, 13.2.5). */
export type Token =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string>}
  | {readonly kind: 'close'; readonly name: string}
  /** What no tag is seen in: the inside of a script, a style, a title. */
  | {readonly kind: 'raw'; readonly name: string; readonly text: string}

/** The attributes that are kept. */
const wanted = new Set(['id', 'name', 'rel', 'href', 'src', 'content', 'http-equiv'])

const raw = new Map(
  ['script', 'style', 'title', 'textarea', 'iframe', 'xmp', 'noembed', 'noframes'].map(name => [
    name,
    new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  ])
)

/**
 * Cuts a page, whole or broken off, into its pieces, in the order of the text. Whatever the text, each letter of it is
 * looked at a few times at most: nothing is searched for again that was not found before.
 */
export function* tokensOf(html: string): Generator<Token> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open !== at) yield {kind: 'text', text: html.slice(at, open === -1 ? html.length : open)}
    if (open === -1) return
    const next = html[open + 1] ?? ''
    if (next === '!' || next === '?' || (next === '/' && !isLetter(html[open + 2]))) {
      const end = html.startsWith('<!--', open) ? endOf(html, '-->', open + 2) : endOf(html, '>', open + 2)
      if (end === undefined) return
      at = end
    } else if (next === '/' || isLetter(next)) {
      const tag = readTag(html, next === '/' ? open + 2 : open + 1)
      if (!tag) return
      const {name, attributes} = tag
      at = tag.end
      if (next === '/') yield {kind: 'close', name}
      else {
        yield {kind: 'open', name, attributes}
        const ending = raw.get(name)
        if (!ending) continue
        ending.lastIndex = at
        const close = ending.exec(html)?.index ?? html.length
        yield {kind: 'raw', name, text: html.slice(at, close)}
        at = close
      }
    } else {
      yield {kind: 'text', text: '<'}
      at = open + 1
    }
  }
}

const isLetter = (char = ''): boolean => /^[a-z]/i.test(char)

/** Behind the next one of a mark. */
function endOf(html: string, mark: string, from: number): number | undefined {
  const found = html.indexOf(mark, from)
  return found === -1 ? undefined : found + mark.length
}

const nothing: ReadonlyMap<string, string> = new Map()
const blanks = /\s*/y
const blanksAndSlashes = /[\s/]*/y
const tagName = /[^\s/>]*/y
const attributeName = /=?[^\s/>=]*/y
const bareValue = /[^\s>]*/y

/** Where what fits a form, be it nothing, ends. */
function behind(form: RegExp, html: string, from: number): number {
  form.lastIndex = from
  form.test(html)
  return form.lastIndex
}

/** A tag from its name on; nothing where it does not end. */
function readTag(
  html: string,
  from: number
): {readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly end: number} | undefined {
  let at = behind(tagName, html, from)
  const name = html.slice(from, at).toLowerCase()
  let attributes: Map<string, string> | undefined
  for (;;) {
    at = behind(blanksAndSlashes, html, at)
    if (at >= html.length) return undefined
    if (html[at] === '>') return {name, attributes: attributes ?? nothing, end: at + 1}
    const nameEnd = behind(attributeName, html, at)
    const attribute = html.slice(at, nameEnd).toLowerCase()
    at = behind(blanks, html, nameEnd)
    let value = ''
    if (html[at] === '=') {
      at = behind(blanks, html, at + 1)
      const quote = html[at]
      const quoted = quote === '"' || quote === "'"
      const start = quoted ? at + 1 : at
      const end = quoted ? html.indexOf(quote, start) : behind(bareValue, html, start)
      if (end === -1) return undefined
      value = html.slice(start, end)
      at = quoted ? end + 1 : end
    }
    if (!wanted.has(attribute) || attributes?.has(attribute)) continue
    attributes ??= new Map()
    attributes.set(attribute, decodeReferences(value))
  }
}

/** What `&amp;`, `&#38;` and `&#x26;` stand for, in their places. */
export const decodeReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,31}));/gi, (all, hex, decimal, name) => {
        if (name !== undefined) return decodeNamedCharacterReference(name) || all
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
          ? '\u{FFFD}'
          : String.fromCodePoint(code)
      })
    : text
