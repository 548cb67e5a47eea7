import type {LinkFact, LinkStatus} from '../../src/document/facts.ts'
import {groupBy} from '../../src/document/group.ts'
import {domainOf} from '../../src/document/link/domain.ts'
import {readGitHubUrl} from '../../src/document/link/github-url.ts'
import {squeeze} from '../../src/document/words/similar.ts'
import {isDeep} from '../../src/links/home.ts'
import {meantBy, quirkOf, toldBy} from '../../src/links/quirks.ts'
import {dice} from './words.ts'

/** What a host is like, of a hundred so many; the others answer with and without TLS. */
const hostShares = {
  'to https': 20,
  'http only': 5,
  elsewhere: 4,
  none: 4,
  'look-up fails': 1,
  expired: 2,
  'wrong name': 1,
  parked: 2,
  silent: 1,
  guarded: 3,
  resting: 1
} as const
export type HostKind = 'both' | keyof typeof hostShares

/** What a page is like, of a hundred so many; the others are simply there. */
const pageShares = {
  gone: 6,
  'gone for good': 1,
  moved: 5,
  'moved elsewhere': 1,
  'moved to nothing': 1,
  temporary: 3,
  slash: 3,
  inside: 2,
  tracked: 2,
  circle: 1,
  home: 2,
  words: 2,
  login: 1,
  forbidden: 2,
  unauthorized: 1,
  overloaded: 1,
  'error once': 2,
  'limited once': 2,
  'gone once': 1,
  hang: 1,
  reset: 1
} as const
type PageKind = 'page' | keyof typeof pageShares

/** What a repository is like, of a hundred so many. */
const repositoryShares = {gone: 4, renamed: 5, archived: 8} as const
type RepositoryKind = 'there' | keyof typeof repositoryShares

/** What should be said of an address. */
export type Truth = Pick<LinkFact, 'status' | 'to' | 'https'>

/** An address of a list as it is on the loopback web. */
export interface PlannedAddress {
  readonly address: string
  readonly host: HostKind
  readonly page: PageKind
  /** Where it leads to, or its host, if it does. */
  readonly to?: string
  /** Another address that tells the truth about this one. */
  readonly other?: string
  /** Owner and name in lower case. */
  readonly repository?: {readonly name: string; readonly kind: RepositoryKind}
  readonly truth: Truth
}

/** One of the kinds, by dice that fall the same way for the same name. */
function kindOf<Kind extends string, Rest extends string>(
  name: string,
  shares: Readonly<Record<Kind, number>>,
  rest: Rest
): Kind | Rest {
  const seed = [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7)
  let left = dice(seed)() * 100
  for (const [kind, share] of Object.entries(shares) as [Kind, number][]) {
    left -= share
    if (left < 0) return kind
  }
  return rest
}

/** Plans what each address is; the same for the same address, whichever list it stands in. */
export function planAddresses(addresses: readonly string[]): readonly PlannedAddress[] {
  const hosts = groupBy(addresses, address => new URL(address).host)
  return addresses.map(address => planOne(address, hosts.get(new URL(address).host)!))
}

function planOne(address: string, neighbours: readonly string[]): PlannedAddress {
  const url = new URL(address)
  const github = readGitHubUrl(address)
  if (github) return planRepository(url, `${github.owner}/${github.repo}`.toLowerCase())
  const known = quirkOf(url)
  if (known) return planKnown(url)
  // Hosts that are what they are cannot move to where no certificate fits.
  const isFree = url.host.endsWith('.github.io')
  const kind = isFree ? kindOf(url.host, hostShares, 'both') : 'both'
  const host = domainOf(url.hostname).exists ? kind : 'none'
  const isAnyPage = ['both', 'to https', 'http only'].includes(host)
  const isHome = url.pathname === '/' && url.search === ''
  const page = isAnyPage && !(isHome && neighbours.length > 1) ? pageOf(url) : 'page'
  const to = targetOf(url, host, page)
  return {address, host, page, ...(to !== undefined && {to}), truth: truthOf(url, host, page, to)}
}

/** A host that is known to lie has pages that are there and pages that are not. */
function planKnown(url: URL): PlannedAddress {
  const known = quirkOf(url)!
  const page = kindOf(url.host + url.pathname + url.search, {gone: 10}, 'page')
  const other = known.ask?.(url)
  const code = page === 'gone' ? 404 : 200
  const meaning = other === undefined ? meantBy(known, code, url) : toldBy(known, code)
  const status = meaning?.status ?? (code === 200 ? 'alive' : 'dead')
  const truth = {status, ...(other === undefined && status === 'alive' && securedOf(url))}
  return {address: url.href, host: 'both', page, ...(other !== undefined && {other}), truth}
}

function planRepository(url: URL, name: string): PlannedAddress {
  const kind = kindOf(name, repositoryShares, 'there')
  const to = `https://github.com/${newName(name)}${url.pathname.replace(/^\/+[^/]+\/[^/]+/, '')}${url.search}`
  const truths = {there: 'alive', archived: 'alive', gone: 'dead', renamed: 'moved'} as const
  const truth: Truth = {
    status: truths[kind],
    ...(kind === 'renamed' && {to}),
    ...(truths[kind] === 'alive' && securedOf(url))
  }
  const page = kind === 'gone' ? 'gone' : kind === 'renamed' ? 'moved' : 'page'
  return {address: url.href, host: 'both', page, ...(page === 'moved' && {to}), repository: {name, kind}, truth}
}

/** What a repository of that name is called now. */
export const newName = (name: string): string => `new-${name}`

function pageOf(url: URL): PageKind {
  const page = kindOf(url.host + url.pathname + url.search, pageShares, 'page')
  const last = squeeze(url.pathname.split('/').findLast(part => part !== '') ?? '')
  // A front page leads to no front page, and what a site is named after may well have become its front page.
  if (page === 'home' && (!isDeep(url) || squeeze(url.host).includes(last))) return 'page'
  if (page === 'moved' && url.pathname === '/' && url.search === '') return 'inside'
  if (page === 'moved elsewhere' && !url.host.endsWith('.github.io')) return 'moved'
  if (page === 'slash' && /\/$|\.\w{1,5}$/.test(url.pathname)) return 'page'
  // What a question asks for is not further in.
  if (page === 'inside' && url.search !== '') return 'page'
  return page
}

/** Of an address that leads elsewhere, where to. */
function targetOf(url: URL, host: HostKind, page: PageKind): string | undefined {
  const to = new URL(url)
  if (host !== 'http only') to.protocol = 'https:'
  if (host === 'elsewhere') {
    to.host = `new-${url.host}`
    return to.href
  }
  if (page === 'moved' || page === 'temporary' || page === 'moved to nothing') to.pathname = `/archive${url.pathname}`
  else if (page === 'moved elsewhere') {
    to.host = `other-${url.host}`
    to.pathname = `/kept${url.pathname}`
  } else if (page === 'slash') to.pathname += '/'
  else if (page === 'inside') to.pathname = `${url.pathname.replace(/\/$/, '')}/latest/start`
  else if (page === 'tracked') to.searchParams.set('utm_source', 'site')
  else return undefined
  return to.href
}

const securedOf = (url: URL): Pick<Truth, 'https'> =>
  url.protocol === 'http:' ? {https: url.href.replace('http:', 'https:')} : {}

function truthOf(url: URL, host: HostKind, page: PageKind, to: string | undefined): Truth {
  const isPlain = url.protocol === 'http:'
  const unsure = {status: 'unsure'} as const
  if (host === 'none') return {status: 'dead'}
  if (host === 'elsewhere') return {status: 'moved', ...(to !== undefined && {to})}
  if (host === 'expired' || host === 'wrong name') return isPlain ? {status: 'alive'} : unsure
  if (host === 'http only' && !isPlain) return unsure
  if (['look-up fails', 'parked', 'silent', 'guarded', 'resting'].includes(host)) return unsure
  const status = statuses[page] ?? 'unsure'
  if (status === 'moved') return {status, ...(to !== undefined && {to})}
  return {status, ...(status === 'alive' && host !== 'http only' && securedOf(url))}
}

const statuses: Partial<Record<PageKind, LinkStatus>> = {
  page: 'alive',
  gone: 'dead',
  'gone for good': 'dead',
  moved: 'moved',
  'moved elsewhere': 'moved',
  'moved to nothing': 'dead',
  temporary: 'alive',
  slash: 'alive',
  inside: 'alive',
  tracked: 'alive',
  'error once': 'alive',
  'limited once': 'alive',
  'gone once': 'alive'
}
