import type {Definition, Html, Image, ImageReference, Link, LinkReference, Nodes} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import type {BrokenLink} from './broken-link.ts'
import {urlKey} from './url.ts'

/** What a link does in a list. */
export type LinkRole = 'entry' | 'description' | 'contents' | 'image' | 'definition' | 'html' | 'other'

type Range = readonly [start: number, end: number]

/** One use of an address. Ranges are offsets into the source, ends excluded. */
export interface LinkUse {
  /** None for a link that markdown does not see (`broken` has it then). */
  readonly node?: Link | LinkReference | Image | ImageReference | Definition | Html
  readonly broken?: BrokenLink
  /** The address as markdown reads it: entities and escapes decoded. */
  readonly url: string
  /** Equal for two addresses of one resource; none for what is no web address. */
  readonly key?: string
  readonly role: LinkRole
  readonly range: Range
  /** The words between the brackets, without markup. */
  readonly text: string
  /** Between the brackets of the text. */
  readonly textRange?: Range
  /** The address as written, without `<>`, blanks or title; none where the address stands elsewhere (references). */
  readonly urlRange?: Range
  /** Between the parentheses: the address with its blanks, `<>` and title. */
  readonly resourceRange?: Range
}

const keyed = (url: string): {key: string} | object => {
  const key = urlKey(url)
  return key === undefined ? {} : {key}
}

/** A `LinkUse` of a link, image or definition node; nothing where the parser kept no position (some GFM autolinks). */
export function readLink(
  node: Link | LinkReference | Image | ImageReference | Definition,
  source: string,
  url: string
): LinkUse | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return undefined
  const image = node.type === 'image' || node.type === 'imageReference'
  const text = image ? (node.alt ?? '') : textOf(node)
  const base = {node, url, ...keyed(url), role: image ? 'image' : 'other', range: [start, end], text} as const
  if (node.type === 'definition') {
    const colon = source.indexOf(']:', start)
    // A definition has no parentheses: the blank after its colon is part of its form.
    return {
      ...base,
      role: 'definition',
      text: node.label ?? '',
      urlRange: readResource(source, colon + 2, end).urlRange
    }
  }
  const open = start + (image ? 2 : 1)
  if (source[start] !== '[' && source[start] !== '!')
    return {...base, urlRange: [start + (source[start] === '<' ? 1 : 0), end - (source[start] === '<' ? 1 : 0)]}
  const close =
    'children' in node && node.children.length > 0
      ? node.children.at(-1)!.position?.end.offset
      : closing(source, open, end)
  if (close === undefined || source[close] !== ']') return base
  const textRange = [open, close] as const
  if (node.type !== 'link' && node.type !== 'image') return {...base, textRange}
  if (source[close + 1] !== '(') return {...base, textRange}
  return {...base, textRange, ...readResource(source, close + 2, end - 1)}
}

/** Where the bracket that opened before `start` closes. */
function closing(source: string, start: number, end: number): number {
  let depth = 0
  for (let at = start; at < end; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '[') depth++
    else if (char === ']' && depth-- === 0) return at
  }
  return end
}

function readResource(source: string, start: number, end: number): {resourceRange: Range; urlRange: Range} {
  let from = start
  while (from < end && /\s/.test(source[from]!)) from++
  let to = from
  if (source[from] === '<') {
    from++
    to = from
    while (to < end && source[to] !== '>') to += source[to] === '\\' ? 2 : 1
  } else while (to < end && !/\s/.test(source[to]!)) to++
  return {resourceRange: [start, end], urlRange: [from, Math.min(to, end)]}
}

/** The addresses in a piece of HTML: `href` and `src` of its tags. */
export function readHtmlLinks(node: Html, source: string): readonly LinkUse[] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return []
  const found: LinkUse[] = []
  // What is in a comment is no link.
  const html = source.slice(start, end).replace(/<!--.*?(?:-->|$)/gs, comment => ' '.repeat(comment.length))
  for (const match of html.matchAll(/<(a|img)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi)) {
    const written = match[2] ?? match[3] ?? match[4] ?? ''
    const url = written.replaceAll('&amp;', '&')
    const at = start + match.index + match[0].lastIndexOf(written)
    const role = match[1]!.toLowerCase() === 'img' ? 'image' : 'html'
    found.push({
      node,
      url,
      ...keyed(url),
      role,
      range: [start + match.index, start + match.index + match[0].length],
      text: '',
      urlRange: [at, at + written.length]
    })
  }
  return found
}

/** A `LinkUse` of what was meant as a link. */
export const meantLink = (broken: BrokenLink): LinkUse => ({
  broken,
  url: broken.url,
  ...keyed(broken.url),
  role: 'other',
  range: broken.range,
  text: broken.text,
  textRange: broken.textRange,
  urlRange: broken.urlRange
})

/** What references lead to: addresses by the identifiers of their definitions. */
export function definitionsIn(root: Nodes, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (root.type === 'definition') found.set(root.identifier, root.url)
  else if ('children' in root && root.type !== 'paragraph')
    for (const child of root.children) definitionsIn(child as Nodes, found)
  return found
}
