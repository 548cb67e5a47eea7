import type {ReportedLink} from '../document/facts.ts'
import {urlKey} from '../document/link/url.ts'
import type {WebLink} from '../document/link/web-links.ts'
import type {Patch} from '../lint/changed-lines.ts'

/** A text whose links are asked about. */
export interface LinkSource {
  readonly path: string
  readonly text: string
  /** Lines (from 1) that a diff added or changed, and the lines that it removed. */
  readonly changes?: Pick<Patch, 'added' | 'removed'>
}

/** Links that are one for the user: equal but for the letters that an address does not care for. */
export interface LinkUses extends Omit<ReportedLink, 'fact'> {
  /** Where it is asked; none for what the web cannot be asked about. */
  readonly address?: string
  /** The place on the page that it leads to, without the hash. */
  readonly fragment?: string
}

/**
 * The links of texts, each once, in order of place.
 * @param which `changed`: only those that a diff brought, not those that it moved, be it to another file, or whose
 *   words it changed
 */
export function linkUses(
  sources: readonly LinkSource[],
  links: readonly (readonly WebLink[])[],
  which: 'changed' | 'all'
): readonly LinkUses[] {
  const old = new Set(sources.flatMap(({changes}) => changes?.removed.flatMap(addressesIn).map(keyOf) ?? []))
  const found = new Map<string, LinkUses & {places: {path: string; line: number}[]}>()
  sources.forEach((source, index) => {
    const isNew = which === 'all' ? () => true : newnessOf(source, old)
    for (const link of links[index] ?? []) {
      if (!isNew(link)) continue
      const place = {path: source.path, line: link.line}
      const key = link.address === undefined ? link.url : `${link.address}#${fragmentOf(link.url) ?? ''}`
      const known = found.get(key)
      if (known) known.places.push(place)
      else found.set(key, {...useOf(link), places: [place]})
    }
  })
  return [...found.values()]
}

function useOf({url, address}: WebLink): Omit<LinkUses, 'places'> {
  const fragment = address === undefined ? undefined : fragmentOf(url)
  return {url, ...(address !== undefined && {address}), ...(fragment !== undefined && {fragment})}
}

const fragmentOf = (url: string): string | undefined => /#(.+)$/s.exec(url)?.[1]

/** Whether a link stands on lines of which a diff added one, and nowhere on those that it removed. */
function newnessOf({changes}: LinkSource, old: ReadonlySet<string>): (link: WebLink) => boolean {
  if (!changes) return () => true
  const added = new Set(changes.added)
  return ({url, line, lastLine = line}) => {
    for (let at = line; at <= lastLine; at++) if (added.has(at)) return !old.has(keyOf(url))
    return false
  }
}

const keyOf = (url: string): string => urlKey(url) ?? url

/** The addresses in a line of markdown, as far as they can be told without reading the whole. */
const addressesIn = (line: string): readonly string[] =>
  [...line.matchAll(/(?:https?:)?\/\/[^\s<>"'`\])]+(?:\([^\s<>"'`\])]*\)[^\s<>"'`\])]*)*/gi)].map(
    ([address]) => address
  )
