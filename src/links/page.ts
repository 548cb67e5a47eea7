import {squeeze} from '../document/words/similar.ts'
import type {Answer} from './answer.ts'
import {isHtml} from './body.ts'
import {decodeReferences, type Token, tokensOf} from './html.ts'

/** Where a page sends its reader by itself, as written, and after how many seconds. */
export interface Refresh {
  readonly to: string
  readonly seconds: number
}

/** What can be seen of a page without running its scripts. It holds on to the source: not for keeping. */
export interface Page {
  readonly html: string
  readonly title?: string
  /** The words of the first `<h1>` that has any. */
  readonly heading?: string
  /** As written. */
  readonly canonical?: string
  readonly refresh?: Refresh
  /** The beginning of what a reader sees, blanks as one. */
  readonly text: string
  /** The beginning of its scripts. */
  readonly script: string
  /** The addresses of its first scripts and frames, as written. */
  readonly sources: readonly string[]
  /** Rendered by script: what a reader will see is not in the source. */
  readonly scripted: boolean
  /** What a fragment may name: each `id`, and the `name` of each `<a>`. */
  readonly names: ReadonlySet<string>
  /** The words, squeezed, of headings without a name, which a script may give them. */
  readonly unnamed: ReadonlySet<string>
}

/** So many letters of a page say what it is about. */
const mostText = 4000
/** No title, heading or address that means anything is longer. */
const mostWords = 1000
const mostSources = 50
const mostHeadings = 5000

/** Reads a page, or the beginning of one, in time that grows with its length only. */
export function readPage(html: string): Page {
  const tokens = [...tokensOf(html)]
  const shown = [...parts(tokens, 'outside', ['template', 'noscript', 'svg'])]
  const text = wordsOf(shown, mostText)
  const sources = sourcesOf(tokens)
  const script = scriptOf(shown)
  const headings = headingsOf(shown)
  return {
    html,
    text,
    script,
    sources,
    names: namesOf(tokens),
    unnamed: new Set(headings.filter(({named}) => !named).map(({words}) => squeeze(words))),
    scripted: (script !== '' || sources.length > 0) && isShell(text, tokens),
    ...headOf(shown),
    ...withWords('heading', headings.find(({name, words}) => name === 'h1' && words !== '')?.words)
  }
}

/** The page of an answer; nothing where it brought none. */
export const pageOf = ({text, headers}: Answer): Page | undefined =>
  text !== undefined && isHtml(headers) ? readPage(text) : undefined

const withWords = <Key extends string>(key: Key, words: string | undefined): {readonly [key in Key]?: string} =>
  words ? ({[key]: words} as {readonly [key in Key]: string}) : {}

/** What lies inside of elements, or outside of all of them, without their tags. */
function* parts(tokens: Iterable<Token>, side: 'inside' | 'outside', names: readonly string[]): Generator<Token> {
  let around: string | undefined
  let depth = 0
  for (const token of tokens) {
    const counts = 'name' in token && (around === undefined ? names.includes(token.name) : token.name === around)
    if (counts && token.kind === 'open') {
      around = token.name
      depth++
    } else if (counts && token.kind === 'close') {
      if (depth > 0 && --depth === 0) around = undefined
    } else if (side === 'inside' ? depth > 0 : depth === 0) yield token
  }
}

/** The elements that do not part words. */
const inline = new Set(
  'a abbr b bdi cite code em font i kbd mark q s samp small span strong sub sup time u var wbr'.split(' ')
)

/** The first words of a stretch of a page. */
function wordsOf(tokens: Iterable<Token>, most: number): string {
  let html = ''
  for (const token of tokens) {
    if (html.length > 2 * most) break
    if (token.kind === 'text') html += token.text.slice(0, 2 * most)
    else if (!inline.has(token.name)) html += ' '
  }
  return tidy(html, most)
}

const tidy = (html: string, most: number): string =>
  decodeReferences(html.slice(0, 2 * most))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)

interface Heading {
  readonly name: string
  readonly words: string
  /** Whether it, or something in it, can be led to. */
  readonly named: boolean
}

function headingsOf(tokens: readonly Token[]): readonly Heading[] {
  const found: Heading[] = []
  let from = -1
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'open' && token.kind !== 'close') continue
    if (!/^h[1-6]$/.test(token.name)) continue
    if (found.length === mostHeadings) break
    if (from >= 0) {
      const inside = tokens.slice(from, at)
      found.push({
        name: (inside[0] as {name: string}).name,
        words: wordsOf(inside, mostWords),
        named: namesOf(inside).size > 0
      })
    }
    from = token.kind === 'open' ? at : -1
  }
  return found
}

function namesOf(tokens: Iterable<Token>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'open') continue
    names.add(token.attributes.get('id') ?? '')
    if (token.name === 'a') names.add(token.attributes.get('name') ?? '')
  }
  names.delete('')
  return names
}

function sourcesOf(tokens: readonly Token[]): readonly string[] {
  const found: string[] = []
  for (const token of tokens) {
    const source = token.kind === 'open' && /^(?:script|i?frame)$/.test(token.name) && token.attributes.get('src')
    if (source && found.length < mostSources) found.push(source.slice(0, mostWords))
  }
  return found
}

function scriptOf(tokens: readonly Token[]): string {
  let found = ''
  for (const token of tokens)
    if (token.kind === 'raw' && token.name === 'script' && found.length < mostText)
      found += token.text.trim().slice(0, mostText)
  return found
}

/** What the head of a page says of it, wherever it says so. */
function headOf(tokens: readonly Token[]): Pick<Page, 'title' | 'canonical' | 'refresh'> {
  const title = tokens.find(token => token.kind === 'raw' && token.name === 'title')
  const opened = tokens.filter(token => token.kind === 'open')
  const link = opened.find(
    ({name, attributes}) => name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.get('rel') ?? '')
  )
  const meta = opened.find(
    ({name, attributes}) => name === 'meta' && /^\s*refresh\s*$/i.test(attributes.get('http-equiv') ?? '')
  )
  const refresh = readRefresh(meta?.attributes.get('content') ?? '')
  return {
    ...withWords('title', title?.kind === 'raw' ? tidy(title.text, mostWords) : undefined),
    ...withWords(
      'canonical',
      link?.attributes
        .get('href')
        ?.slice(0, 2 * mostWords)
        .trim()
    ),
    ...(refresh && {refresh})
  }
}

/** Reads `5; url=/there` (HTML standard, 4.2.5.3); nothing for what only loads the page again. */
function readRefresh(content: string): Refresh | undefined {
  const [, seconds, rest = ''] = /^\s*(\d{1,9})[\d.]*(?:[\s;,]+(.*))?$/s.exec(content.slice(0, mostWords)) ?? []
  const address = rest.replace(/^url\s*=\s*/i, '')
  const quote = /^["']/.exec(address)?.[0]
  const to = quote === undefined ? address.trim() : address.split(quote, 2)[1]!.trim()
  return seconds !== undefined && to !== '' ? {to, seconds: Number(seconds)} : undefined
}

/** The elements that the scripts of a framework fill, by id. */
const mounts = /^(?:root|app|application|__next|__nuxt|___gatsby|svelte|main-app|react-root|q-app|app-mount|mount)$/
/** Those that are no elements of HTML, by the name of the tag. */
const components = /^[a-z]{1,30}-(?:root|app|shell)$/
/** Less than this is a page that waits for its words; more than this is a page. */
const [wordless, fewWords] = [40, 300]

/** Whether a page with scripts says next to nothing, and has a place where they will write, or says that it needs them. */
function isShell(text: string, tokens: readonly Token[]): boolean {
  if (text.length < wordless) return true
  if (text.length >= fewWords) return false
  const asks = /javascript/i.test(`${text} ${wordsOf(parts(tokens, 'inside', ['noscript']), mostWords)}`)
  return (
    asks ||
    tokens.some(
      token => token.kind === 'open' && (mounts.test(token.attributes.get('id') ?? '') || components.test(token.name))
    )
  )
}
