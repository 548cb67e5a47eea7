import type {LinkFact} from '../document/facts.ts'
import {urlKey} from '../document/link/url.ts'
import type {Answer, Reply} from './answer.ts'
import {isHtml} from './body.ts'
import {isLookup} from './failure.ts'
import {follow, type Trip} from './follow.ts'
import {hasFragment} from './fragment.ts'
import type {HostDesk} from './host-desk.ts'
import {judge, movedTo} from './judge.ts'
import {readPage} from './page.ts'
import {type Known, quirkOf, toldBy} from './quirks.ts'
import type {How} from './request.ts'

/** One address to ask. */
export interface Question {
  /** As `addressOf` gives it. */
  readonly address: string
  /** Places on the page that links lead to, without the hash. */
  readonly fragments?: readonly string[]
  /** What it said the last time it was asked, for a cheap answer now. */
  readonly validators?: Validators
}

/** What a server gives so that it can be asked whether anything has changed (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag?: string
  readonly modified?: string
}

/** What came of an address. */
export interface Seen {
  readonly fact: LinkFact
  readonly validators?: Validators
}

/** Milliseconds before an address is asked for the second and third time. */
const pauses = [1_000, 4_000]

/** Bytes of a page: enough for its title, and for places on it. */
const forTitle = 65_536
const forFragments = 1_048_576

/** What all questions of a run share. */
export interface Surroundings {
  readonly desk: HostDesk
  /** Milliseconds that one request may take; the first try gets half of it. */
  readonly timeout: number
  /** Whether what is there for sure is found by the way in which a host tells the truth. */
  readonly witnesses: Map<string, Promise<boolean>>
}

/** Asks about one address, again where the answer may pass, and tells what is known of it then. */
export async function examine(question: Question, run: Surroundings): Promise<Seen> {
  const {desk, timeout} = run
  const asked = new URL(question.address)
  const known = quirkOf(asked)
  const other = known?.ask?.(asked)
  const target = other === undefined ? asked : new URL(other)
  const codes: number[] = []
  let wait: number | undefined
  for (let attempt = 0, refusals = 0; ; ) {
    const how = howTo(question, known, attempt === 0 ? timeout / 2 : timeout)
    const after = wait ?? (attempt === 0 ? 0 : pauses[attempt - 1]!)
    const trip = await travel(target, attempt === 0 ? how : {...how, method: 'GET'}, desk, after)
    const {reply, final} = trip
    wait = desk.waitFor(final, reply, refusals)
    if (wait !== undefined) {
      refusals++
      continue
    }
    if ('failure' in reply && isLookup(reply) && (await desk.network()) === 'missing')
      return {fact: {status: 'unsure', reason: 'there seems to be no network'}}
    if (known && other !== undefined && 'status' in reply) {
      const meaning = toldBy(known, reply.status)
      if (meaning) return {fact: await believed({...meaning, code: reply.status}, known, run)}
    }
    const {fact, again} = judge(trip, known)
    if ('status' in reply) codes.push(reply.status)
    const isConfirmed = 'status' in reply && codes.filter(code => code === reply.status).length > 1
    if (again && !(fact.status === 'dead' && isConfirmed) && attempt < pauses.length) {
      attempt++
      continue
    }
    if ('failure' in reply) return {fact: reply.failure === 'ENOTFOUND' ? await desk.lost(final.hostname) : fact}
    if (again && fact.status === 'dead' && !isConfirmed)
      return {fact: {...fact, status: 'unsure', reason: `${reply.status}, but not each time`}}
    return complete(question, {trip, reply, fact, known}, desk, how)
  }
}

/** What a host says the other way; that nothing is there only if what is there for sure is found that way. */
async function believed(fact: LinkFact, known: Known, run: Surroundings): Promise<LinkFact> {
  const {witness} = known
  if (fact.status !== 'dead' || witness === undefined) return fact
  let found = run.witnesses.get(witness)
  if (!found) {
    found = isFound(witness, known, run)
    run.witnesses.set(witness, found)
  }
  return (await found) ? fact : {...fact, status: 'unsure', reason: known.because}
}

async function isFound(witness: string, known: Known, {desk, timeout}: Surroundings): Promise<boolean> {
  const other = known.ask?.(new URL(witness))
  if (other === undefined) return false
  const {reply} = await travel(new URL(other), {method: 'GET', bytes: 0, timeout, headers: {}}, desk, 0)
  return 'status' in reply && toldBy(known, reply.status)?.status === 'alive'
}

/** Endings of paths that are no pages: their bodies tell nothing. */
const file =
  /\.(?:7z|apk|avi|bin|bz2|csv|deb|dmg|docx?|epub|exe|gif|gz|ico|iso|jar|jpe?g|json|mkv|mobi|mov|mp[34]|msi|ogg|pdf|png|pptx?|ps|rar|rpm|svg|tar|tgz|ttf|wav|webm|webp|woff2?|xlsx?|xml|xz|zip)$/i

/** How to ask, and what for. */
interface Way extends How {
  /** A file: what comes as a page instead is none, and has something to say. */
  readonly of?: 'file'
}

/**
 * A page is read at once: its head alone does not tell a page that says it is gone, is refused more often, and a
 * refusal costs a second request. Files, and hosts whose code can be trusted, are asked for their head.
 */
function howTo({address, fragments, validators}: Question, known: Known | undefined, timeout: number): Way {
  const headers = {
    ...(validators?.etag !== undefined && {'if-none-match': validators.etag}),
    ...(validators?.modified !== undefined && {'if-modified-since': validators.modified})
  }
  if (fragments?.length) return {method: 'GET', bytes: forFragments, timeout, headers: {}}
  const rest = {bytes: forTitle, timeout, headers}
  if (known?.method) return {method: known.method, ...rest}
  return file.test(new URL(address).pathname) ? {method: 'HEAD', of: 'file', ...rest} : {method: 'GET', ...rest}
}

/** Follows an address; where a head is refused, the whole is asked for at once. */
function travel(asked: URL, how: Way, desk: HostDesk, after: number): Promise<Trip> {
  let wait = after
  return follow(asked, async url => {
    const reply = await desk.ask(url, how, wait)
    wait = 0
    if (how.method === 'GET' || (isTold(reply) && !(how.of && isPage(reply)))) return reply
    return desk.ask(url, {...how, method: 'GET'})
  })
}

/** Whether an answer to a mere question for the head can be believed. */
const isTold = (reply: Reply): boolean =>
  'status' in reply
    ? reply.status < 400 || reply.status === 429
    : /^(?:ENOTFOUND|PRIVATE|REFUSED|CLOSED)$/.test(reply.failure)

const isPage = (reply: Reply): boolean =>
  'status' in reply && reply.status >= 200 && reply.status < 300 && isHtml(reply.headers)

/** Whatever else is to be known of what is there. */
async function complete(
  {fragments = []}: Question,
  {
    trip,
    reply,
    fact,
    known
  }: {readonly trip: Trip; readonly reply: Answer; readonly fact: LinkFact; readonly known: Known | undefined},
  desk: HostDesk,
  how: How
): Promise<Seen> {
  if (fact.status !== 'alive' && fact.status !== 'moved') return {fact}
  const isMoved = fact.status === 'moved'
  const https = await secureOf(isMoved ? trip.final : trip.asked, trip, desk, how)
  const found = reply.text === undefined || known?.fragments === 'script' ? [] : placesOn(reply, fragments)
  const {etag, 'last-modified': modified} = reply.headers
  const validators = {...(etag && {etag}), ...(modified && {modified})}
  return {
    fact: {
      ...fact,
      ...(https && (isMoved ? movedTo(https) : {https})),
      ...(found.length > 0 && {fragments: Object.fromEntries(found)})
    },
    ...((etag || modified) && trip.hops.length === 0 && {validators})
  }
}

function placesOn(answer: Answer, fragments: readonly string[]): readonly (readonly [string, boolean])[] {
  if (fragments.length === 0) return []
  const page = readPage(answer.text ?? '')
  return fragments.flatMap(fragment => {
    const has = hasFragment(page, fragment, answer)
    return has === undefined ? [] : [[fragment, has] as const]
  })
}

/** The same address with `https:`, if it leads to where the trip did; nothing for one that has it. */
async function secureOf(address: URL, trip: Trip, desk: HostDesk, how: How): Promise<string | undefined> {
  if (address.protocol !== 'http:' || address.port !== '') return undefined
  const secure = new URL(address)
  secure.protocol = 'https:'
  if (trip.final.href === secure.href) return secure.href
  const other = await travel(secure, {...how, method: 'GET'}, desk, 0)
  return isSamePage(trip, other) ? secure.href : undefined
}

function isSamePage(one: Trip, two: Trip): boolean {
  if (!('status' in one.reply) || !('status' in two.reply)) return false
  if (two.final.protocol !== 'https:' || urlKey(one.final.href) !== urlKey(two.final.href)) return false
  if (two.reply.status < 200 || two.reply.status > 299 || isPage(one.reply) !== isPage(two.reply)) return false
  const [title, other] = [one.reply, two.reply].map(({text}) => (text === undefined ? undefined : readPage(text).title))
  return title === other || title === undefined || other === undefined
}
