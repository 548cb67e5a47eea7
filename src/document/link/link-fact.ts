import type {Facts, LinkFact, RepositoryFact} from '../facts.ts'
import type {AwesomeList} from '../list.ts'
import {repositoryOf} from './github-url.ts'
import type {LinkUse} from './link.ts'
import {withoutTracking} from './tracking.ts'
import {addressOf, urlKey} from './url.ts'

/** A link that the web was asked about. */
export interface AskedLink {
  readonly link: LinkUse
  readonly fact: LinkFact
  /** Where its address stands. */
  readonly at: readonly [start: number, end: number]
}

/** Facts by other names of what they are about, which fixes give to it. */
function aliases<Fact>(name: (asked: string, fact: Fact) => string | undefined) {
  const known = new WeakMap<ReadonlyMap<string, Fact>, ReadonlyMap<string, Fact>>()
  return (facts: ReadonlyMap<string, Fact>): ReadonlyMap<string, Fact> => {
    const before = known.get(facts)
    if (before) return before
    const made = new Map<string, Fact>()
    for (const [asked, fact] of facts) made.set(name(asked, fact) ?? asked, fact)
    known.set(facts, made)
    return made
  }
}

const untracked = aliases<LinkFact>(asked => {
  const found = withoutTracking(asked)
  return found && addressOf(asked.slice(0, found.range[0]) + found.query + asked.slice(found.range[1]))
})

const byPresentName = aliases<RepositoryFact>((_, {name}) => name.toLowerCase())

/** What was found out about the address of a link; nothing for one that markdown does not see. */
export function factOf({links}: Facts, {url, broken}: LinkUse): LinkFact | undefined {
  const address = broken ? undefined : addressOf(url)
  if (!links || address === undefined) return undefined
  return links.get(address) ?? untracked(links).get(address)
}

/** What GitHub knows of the repository that an address leads into. */
export function repositoryFactOf({repositories}: Facts, url: string): RepositoryFact | undefined {
  const name = repositoryOf(url)
  if (!repositories || name === undefined) return undefined
  return repositories.get(name) ?? byPresentName(repositories).get(name)
}

/** The links that the web was asked about, each where its address stands: of links by name, that is the definition. */
export function* askedLinks({links}: AwesomeList, facts: Facts): Iterable<AskedLink> {
  if (!facts.links) return
  for (const link of links) {
    if (link.node?.type === 'linkReference' || link.node?.type === 'imageReference') continue
    const fact = factOf(facts, link)
    if (fact) yield {link, fact, at: link.urlRange ?? link.range}
  }
}

/** The fragment of an address, with its `#`; empty where it has none. */
const hashOf = (url: string): string => /#.*$/s.exec(url)?.[0] ?? ''

/** The fragment that is looked for on the page of an address: as written, without `#`; nothing where it has none. */
export const fragmentIn = (url: string): string | undefined => hashOf(url).slice(1) || undefined

/** An address with the fragment of another one, unless it has its own. */
export const withFragment = (url: string, old: string): string => (url.includes('#') ? url : url + hashOf(old))

/** Of an address that has moved for good: where it is now, its fragment included; nothing where only the form differs. */
export function movedTo({status, to}: LinkFact, url: string): string | undefined {
  if (status !== 'moved' || to === undefined) return undefined
  const page = url.slice(0, url.length - hashOf(url).length)
  if (urlKey(page) === urlKey(to)) return undefined
  // Who writes no slash behind a host wants none.
  const isBare = /^https?:\/\/[^/?#]+$/i.test(page) && /^https?:\/\/[^/?#]+\/$/i.test(to)
  return withFragment(isBare ? to.slice(0, -1) : to, url)
}

/** Of an `http:` address: the `https:` one that answers the same, otherwise written as it was. */
export function securedTo({https}: LinkFact, url: string): string | undefined {
  if (https === undefined || !/^http:/i.test(url)) return undefined
  const same = url.replace(/^http:/i, 'https:')
  return addressOf(same) === https ? same : withFragment(https, url)
}
