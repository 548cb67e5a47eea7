import type {LinkFact} from '../document/facts.ts'
import {domainOf, ownerOf} from '../document/link/domain.ts'
import {withoutTracking} from '../document/link/tracking.ts'
import {urlKey} from '../document/link/url.ts'
import {challenge} from './challenge.ts'
import {isPassing, isRefused} from './failure.ts'
import type {Trip} from './follow.ts'
import {loginWall} from './login-wall.ts'
import {type Page, pageOf} from './page.ts'
import {type Known, meantBy} from './quirks.ts'
import {softDeath} from './soft-404.ts'

/** What a trip means, and whether it should be made once more before that is believed. */
export interface Verdict {
  readonly fact: LinkFact
  /** `later`: what is seen may pass, so that it counts only if it is seen again. */
  readonly again?: 'later'
}

const unsure = (reason: string, code?: number): LinkFact => ({
  status: 'unsure',
  ...(code !== undefined && {code}),
  reason
})

/**
 * Judges where an address led, by what the answers of HTTP mean (RFC 9110, section 15) and by what servers are known
 * to do instead. Sure is only what a server says of the very page: everything else is called unsure.
 */
export function judge(trip: Trip, known: Known | undefined): Verdict {
  const {asked, hops, final, reply} = trip
  if ('failure' in reply) {
    const {reason} = reply
    if (isRefused(reply) && hops.length === 0) return {fact: {status: 'skipped', reason}}
    const wall = !isRefused(reply) && hops.length > 0 && loginWall({asked: asked.href, final: final.href})
    if (wall) return {fact: unsure(wall)}
    const words = isRefused(reply) ? `it leads to an address that is not asked: ${reason}` : reason
    return {fact: unsure(words), ...(isPassing(reply) && {again: 'later'})}
  }
  const {status: code} = reply
  const page = pageOf(reply)
  const guarded = challenge(reply, page)
  if (guarded) return {fact: unsure(guarded, code)}
  const meant = known && meantBy(known, code, final)
  if (meant) return {fact: {...meant, code}}
  if (hops.length > 0) {
    const wall = loginWall({asked: asked.href, final: final.href})
    if (wall) return {fact: unsure(wall, code)}
  }
  if (code >= 200 && code < 400) return {fact: alive(trip, code, page, known)}
  return refused(code)
}

function alive({asked, hops, final}: Trip, code: number, page: Page | undefined, known: Known | undefined): LinkFact {
  if (code >= 300 && code !== 300 && code !== 304) return unsure(`it answers ${code} without a place to go to`, code)
  const soft = softDeath({asked: asked.href, final: final.href, ...(page && {page})})
  if (soft) return unsure(soft, code)
  const isForGood = hops.length > 0 && hops.every(({status}) => status === 301 || status === 308)
  if (!isForGood || known?.permalink || !isWorthMoving(asked, final)) return {status: 'alive', code}
  return {status: 'moved', code, ...movedTo(final.href), ...(isSameThing(asked, final) && {sure: true})}
}

/** Nobody writes a longer address into a list. */
const longest = 2_000
/** What is said of a page that is elsewhere now. */
export const movedTo = (to: string): Pick<LinkFact, 'reason' | 'to'> => ({reason: `moved for good to \`${to}\``, to})

/** Whether an address differs in more than a reader would care for, and is none that was made for this visit. */
function isWorthMoving(asked: URL, final: URL): boolean {
  if (urlKey(asked.href) === urlKey(final.href) || final.href.length > longest) return false
  if (final.href.toLowerCase() === asked.href.toLowerCase()) return false
  if (withoutTracking(final.href) && !withoutTracking(asked.href)) return false
  const from = asked.pathname.replace(/\/+$/, '').toLowerCase()
  const to = final.pathname.replace(/\/+$/, '').toLowerCase()
  // Of a way in that leads further in, the way in is what lasts: `/` to `/docs/v2/start`, `/docs` to `/docs?lang=en`.
  const leadsIn = to === from ? final.search !== '' : to.startsWith(`${from}/`)
  const isHost = bareHost(asked) === bareHost(final)
  if (isHost && leadsIn && asked.search === '') return false
  if (isHost && withoutEnding(from) === withoutEnding(to) && asked.search === final.search) return false
  // A home page in the reader's own language, or a default page.
  const rest = to.endsWith(from)
    ? to.slice(0, to.length - from.length)
    : to.startsWith(from)
      ? to.slice(from.length)
      : ''
  if (sameSite(asked, final) && /^\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?|index\.\w+|home|default\.\w+)$/.test(rest))
    return false
  return !/[?&;](?:\w*session\w*|sid|jsessionid|phpsessid|nonce|state|token|timestamp|ts|rand)=/i.test(final.href)
}

/** `/pdf/1.pdf` and `/pdf/1` are two forms of one address. */
const withoutEnding = (path: string): string => path.replace(/\.(?:html?|php|aspx?|jsp|pdf)$/, '')

const bareHost = ({host}: URL): string => host.replace(/^www\./, '')

/** A page that moved within its own site, other than into what it was part of, or a site that moved with its pages. */
function isSameThing(asked: URL, final: URL): boolean {
  const [from, to] = [asked, final].map(({pathname}) => pathname.replace(/\/+$/, '')) as [string, string]
  if (from === to) return asked.search === final.search && (from !== '' || sameOwner(asked, final))
  return sameOwner(asked, final) && !from.startsWith(`${to}/`)
}

const siteOf = ({hostname}: URL): string => domainOf(hostname).site ?? hostname
const sameSite = (one: URL, two: URL): boolean => siteOf(one) === siteOf(two)

/** Whether both sites are of one owner: many share the domain of who serves them. */
const sameOwner = (one: URL, two: URL): boolean => ownerOf(one.hostname) === ownerOf(two.hostname)

const meanings: Readonly<Record<number, string>> = {
  401: 'it asks for a login',
  402: 'it asks for money',
  403: 'it refuses programs, or this one',
  407: 'a proxy asks for a login',
  429: 'it is asked too often',
  451: 'it may not be shown here for legal reasons',
  511: 'the network asks for a login'
}

/** Codes that may pass by themselves: the server is overloaded, restarted, or badly connected. */
const passing = new Set([404, 408, 421, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524, 527, 529, 530, 598, 599])

function refused(code: number): Verdict {
  if (code === 410) return {fact: {status: 'dead', code, reason: 'the server answers `410`, gone for good'}}
  const again = passing.has(code) ? ({again: 'later'} as const) : {}
  if (code === 404) return {fact: {status: 'dead', code, reason: 'the server answered `404` twice'}, ...again}
  const meaning = meanings[code] ?? (code >= 500 && code < 600 ? 'the server has trouble' : 'it refuses to say')
  return {fact: unsure(`${code}, ${meaning}`, code), ...again}
}
