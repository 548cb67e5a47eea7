import {slug} from 'github-slugger'
import {groupBy} from '../group.ts'
import type {LinkUse} from '../link/link.ts'
import type {AwesomeList} from '../list.ts'
import {isNear, squeeze} from '../words/similar.ts'

/** Names that GitHub's own pages have, or that browsers know. */
const special =
  /^(?:top|readme|readme-ov-file|start-of-content|js-repo-pjax-container|repo-content-pjax-container|repository-container-header|wiki-wrapper|-)?$|^:~:|^L\d+|^(?:user-content-)?fn(?:ref)?-/i

/** The name that a link into the page asks for, as a browser reads it: decoded, without GitHub's own prefix. */
export function fragmentOf(url: string): string {
  const written = url.slice(1)
  try {
    return decodeURIComponent(written).replace(/^user-content-/, '')
  } catch {
    return written.replace(/^user-content-/, '')
  }
}

/** What a link into the page leads to. */
export type Landing = 'there' | 'other case' | 'nowhere'

/** Marks that nobody sees: some tools keep them in a name and some don't. */
export const invisible = /[\p{Cf}\p{Variation_Selector}]/gu

const loose = (name: string): string => name.replace(invisible, '').replace(/(?<!-)-+$/, '')

/** A heading whose hashes are glued to its words is none to markdown, though it was meant. */
const glued = /^ {0,3}#{1,6}(?=[^#\s])([^\n]{1,200})$/gm

const folded = new WeakMap<AwesomeList, ReadonlyMap<string, string>>()

/** By the names in small letters and without what is in doubt: the names as they are. */
function foldedNames(list: AwesomeList): ReadonlyMap<string, string> {
  const known = folded.get(list)
  if (known) return known
  const meant = [...list.text.matchAll(glued)].map(([, words]) => slug(words!.trim()))
  const made = new Map([...meant, ...[...list.anchors.keys()].reverse()].map(name => [loose(name.toLowerCase()), name]))
  folded.set(list, made)
  return made
}

/** Where a link into the page leads, by which name: nowhere only where that is sure. */
export function landingOf(list: AwesomeList, url: string): {readonly landing: Landing; readonly name?: string} {
  const asked = fragmentOf(url)
  if (list.anchors.has(asked)) return {landing: 'there', name: asked}
  if (special.test(asked)) return {landing: 'there'}
  const name = foldedNames(list).get(loose(asked.toLowerCase()))
  if (name === undefined) return {landing: 'nowhere'}
  return {landing: loose(asked) === loose(name) ? 'there' : 'other case', name}
}

const squeezed = new WeakMap<AwesomeList, ReadonlyMap<string, readonly string[]>>()

function squeezedNames(list: AwesomeList): ReadonlyMap<string, readonly string[]> {
  const known = squeezed.get(list) ?? groupBy(list.anchors.keys(), squeeze)
  squeezed.set(list, known)
  return known
}

/** The name that was meant by one that nothing has: the same but for marks, or the only one a slip away. */
function likeName(
  list: AwesomeList,
  {url, text}: LinkUse
): {readonly name: string; readonly sure: boolean} | undefined {
  const names = squeezedNames(list)
  const asked = squeeze(fragmentOf(url).replace(/^#+/, ''))
  const said = squeeze(text)
  const same = names.get(asked)
  if (same) return same.length === 1 ? {name: same[0]!, sure: true} : undefined
  const near = [...names].filter(([name]) => isNear(name, asked) || (said.length > 3 && name === said))
  return near.length === 1 && near[0]![1].length === 1 ? {name: near[0]![1][0]!, sure: false} : undefined
}

/** A link into the page that does not land, or only because GitHub forgives capitals. */
export interface StrayFragment {
  readonly link: LinkUse
  /** Where its address stands. */
  readonly at: readonly [start: number, end: number]
  readonly landing: 'other case' | 'nowhere'
  /** The fragment that was meant, with `#`; none where nothing is like it. */
  readonly right?: string
  readonly sure: boolean
}

/** More links than this that lead nowhere were not made for this page. */
const limit = 200

/** The links into the page that go astray. */
export function* strayFragments(list: AwesomeList): Iterable<StrayFragment> {
  const links = list.links.filter(({url, role}) => url.startsWith('#') && role !== 'contents' && role !== 'definition')
  const landings = links.map(link => ({link, at: link.urlRange, ...landingOf(list, link.url)}))
  const cased = landings.filter(({landing}) => landing === 'other case')
  // GitHub finds a name in another case, too: where most are written so, it is meant.
  for (const {link, at, name = ''} of cased.length > links.length / 2 ? [] : cased) {
    const right = name === name.toLowerCase() ? link.url.toLowerCase() : `#${name}`
    if (at) yield {link, at, landing: 'other case', right, sure: true}
  }
  for (const {link, at} of landings.filter(({landing}) => landing === 'nowhere').slice(0, limit)) {
    const like = likeName(list, link)
    // Tools that thank contributors link to anchors that nobody has.
    if (!at || (!like && link.role === 'html')) continue
    yield {link, at, landing: 'nowhere', ...(like && {right: `#${like.name}`}), sure: like?.sure === true}
  }
}
