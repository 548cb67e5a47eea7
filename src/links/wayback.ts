import {domainOf} from '../document/link/domain.ts'
import {urlKey} from '../document/link/url.ts'
import type {Reply} from './answer.ts'
import type {Clock} from './clock.ts'
import {holdsSecret} from './secret.ts'

/**
 * The question for the captures of an address that answered 200, for the index of the Wayback Machine (its CDX
 * server). Of the availability API nothing can be had: it refuses most clients from their first request on.
 *
 * The last five are asked for. The last one alone (`limit=-1`) was found to be years too old, and the index folds
 * addresses that differ in case, so that the last one may be of another page. `matchType` is written out because
 * an asterisk at either end of the address would change it.
 */
export const captureQuery = (address: string): string =>
  `https://web.archive.org/cdx/search/cdx?url=${encodeURIComponent(address)}` +
  '&matchType=exact&filter=statuscode:200&fl=timestamp,original&limit=-5'

const row = /^(\d{14}) (\S{1,4096})$/gm

/** The latest capture of an address in an answer to `captureQuery`; nothing where there is none to rely on. */
export function readCapture(text: string, address: string): string | undefined {
  const good = [...text.slice(0, 65_536).replaceAll('\r', '').matchAll(row)]
    .map(([, stamp = '', original = '']) => captureOf(stamp, original, address))
    .filter(capture => capture !== undefined)
  // The stamps stand at the same place in all of them.
  return good.toSorted().at(-1)
}

/** Whether this is the address of a capture of just that page. */
export function isCaptureOf(capture: string, address: string): boolean {
  const [, stamp = '', original = ''] = /^https:\/\/web\.archive\.org\/web\/(\d{14})\/(\S{1,4096})$/.exec(capture) ?? []
  return captureOf(stamp, original, address) === capture
}

function captureOf(stamp: string, original: string, address: string): string | undefined {
  if (!isTime(stamp) || !/^https?:\/\//i.test(original) || !URL.canParse(original) || !URL.canParse(address))
    return undefined
  const {href, search, hash, username, password} = new URL(original)
  // Equal keys may differ in what tracks the reader, which nobody else is to fill in.
  const isSame = urlKey(href) === urlKey(address) && search === new URL(address).search
  if (!isSame || hash !== '' || username !== '' || password !== '') return undefined
  return `https://web.archive.org/web/${stamp}/${href}`
}

/** Whether fourteen digits are a point in time at which there was a Wayback Machine. */
function isTime(stamp: string): boolean {
  const iso = stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6.000Z')
  const time = new Date(iso)
  return stamp >= '1996' && !Number.isNaN(time.getTime()) && time.toISOString() === iso
}

/** How captures are looked for. */
export interface CaptureSearch {
  readonly clock: Clock
  /** How many addresses to ask for at most; 30 unless given. */
  readonly most?: number
  /** Hears how many addresses of all have been looked for. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Ends the search; what was found by then stays found. */
  readonly signal?: AbortSignal
}

/**
 * Milliseconds from one question to the next, which makes 15 a minute. Since June 2026 the index takes 30 a minute
 * from one network, and machines of a build service share theirs.
 */
const pace = 4000

/**
 * Looks for captures of dead pages, gently: one question at a time, none after a refusal (whoever goes on is locked
 * out for an hour), none that would tell the archive the name of a private host or a secret. A capture may be of the
 * page of a domain seller, which answers 200, too; the address itself cannot tell.
 * @param ask how the answer is got, its text included; private hosts that are asked by permission are not to be given
 * @returns by address, of those that got a clear answer: the capture, or nothing where there is none
 */
export async function findCaptures(
  addresses: Iterable<string>,
  ask: (url: string) => Promise<Reply>,
  {clock, most = 30, onProgress, signal}: CaptureSearch
): Promise<ReadonlyMap<string, string | undefined>> {
  const found = new Map<string, string | undefined>()
  let due = Number.NEGATIVE_INFINITY
  let stumbles = 0
  const wanted = [...new Set(addresses)].filter(isPublic).slice(0, most)
  for (const [done, address] of wanted.entries()) {
    onProgress?.(done, wanted.length)
    await untilAborted(clock.sleep(Math.max(due - clock.now(), 0), signal), signal)
    if (signal?.aborted) break
    due = clock.now() + pace
    const reply = await untilAborted(ask(captureQuery(address)), signal)
    const meaning = reply ? read(reply, address) : 'refused'
    if (meaning === 'refused') break
    if (meaning === 'unclear') stumbles += 1
    else found.set(address, meaning.capture)
    // One question may be too much for the index; with the second it is the index that has trouble.
    if (stumbles === 2) break
  }
  return found
}

/** What comes of a promise, or nothing once the search is to end. */
const untilAborted = <Result>(promise: Promise<Result>, signal: AbortSignal | undefined): Promise<Result | undefined> =>
  promise.catch((error: unknown) => {
    if (!signal?.aborted) throw error
    return undefined
  })

function read(reply: Reply, address: string): 'refused' | 'unclear' | {readonly capture: string | undefined} {
  if ('failure' in reply) return 'refused'
  const {status, headers, text} = reply
  // Pages that their owners had taken out of the archive.
  const exception = `${headers['x-archive-wayback-runtime-error'] ?? ''} ${text ?? ''}`
  if (/\b(?:Administrative|Robot)AccessControlException\b/.test(exception)) return {capture: undefined}
  if (status === 200) {
    const isIndex = text !== undefined && (text.trim() === '' || /^\d{14} /m.test(text))
    return isIndex ? {capture: readCapture(text, address)} : 'unclear'
  }
  return status === 400 || status >= 500 ? 'unclear' : 'refused'
}

/** Names of hosts that are nobody's business outside (RFC 2606, 6761, 6762, 7686, 8375, 9476), and the archive itself. */
const unfit =
  /(?:^|\.)(?:localhost|local|internal|intranet|private|lan|home|corp|home\.arpa|onion|alt|test|invalid)$|^web\.archive\.org$/

/** Whether an address is fit to be told to others: of the open web, with a name, without secrets. */
function isPublic(address: string): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address) || holdsSecret(address)) return false
  const host = new URL(address).hostname.replace(/\.$/, '')
  const isName = host.includes('.') && !/^[\d.]+$|^\[/.test(host)
  return isName && !unfit.test(host) && domainOf(host).exists
}
