import type {LinkStatus} from '../document/facts.ts'
import type {Clock} from './clock.ts'
import {examine, type Question, type Seen} from './examine.ts'
import {type HostTime, hostDesk} from './host-desk.ts'
import {namesOn} from './names.ts'
import type {Network} from './network.ts'
import {readAllowed} from './private.ts'
import {quirkOf} from './quirks.ts'
import {requester} from './request.ts'
import {type Pace, throttle} from './throttle.ts'

/** How far a run is. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly counts: Readonly<Record<LinkStatus, number>>
  /** Hosts that want to be let alone for a while. */
  readonly resting: number
}

/** What came of a run. */
export interface Checked {
  readonly seen: ReadonlyMap<string, Seen>
  readonly hosts: readonly HostTime[]
  readonly requests: number
  /** Whether hosts could not be found because there is no network. */
  readonly network: 'there' | 'missing'
}

/** How a run is made. */
export interface CheckOptions {
  readonly network: Network
  readonly clock: Clock
  readonly userAgent: string
  /** Milliseconds that one request may take. */
  readonly timeout: number
  /** As in the config. */
  readonly allowPrivate: readonly string[]
  /** Milliseconds: a host that wants to be let alone for longer is not asked again in this run. */
  readonly patience: number
  /** Requests at a time, in all. */
  readonly atOnce?: number
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** Requests at a time, in all, unless a run says otherwise. */
export const atOnceInAll = 128

/** Connections to one host, where nothing says less. */
const atOnePlace = 10

/** How much a host may be asked, which may have a port. */
export const paceOf = (host: string): Pace => quirkOf(new URL(`https://${host}`))?.pace ?? {atOnce: atOnePlace, gap: 0}

/**
 * Asks the web about addresses, each once and again where an answer may pass, within what each host can bear.
 * Never throws for what the web does.
 * @throws the reason of the signal, once that is aborted
 */
export async function checkLinks(questions: readonly Question[], options: CheckOptions): Promise<Checked> {
  const {network, clock, userAgent, allowPrivate, onProgress, signal, atOnce = atOnceInAll} = options
  const end = new AbortController()
  const stop = () => end.abort(signal?.reason)
  signal?.addEventListener('abort', stop)
  signal?.throwIfAborted()
  const allowed = readAllowed(allowPrivate)
  const names = namesOn(network, clock, end.signal)
  const found = {...network, lookup: names.lookup}
  const web = requester({
    ...{network: found, allowed, userAgent, connections: atOnePlace, signal: end.signal},
    // As long as the first try of a request: a later one hears what became of its connection.
    connectTimeout: options.timeout / 2
  })
  const turns = throttle({clock, atOnce, paceOf, signal: end.signal})
  const desk = hostDesk({web, turns, names, ...options})
  const surroundings = {desk, timeout: options.timeout, witnesses: new Map<string, Promise<boolean>>()}
  const counts = {alive: 0, moved: 0, dead: 0, unsure: 0, skipped: 0}
  const seen = new Map<string, Seen>()
  const tell = () =>
    onProgress?.({done: seen.size, total: questions.length, counts: {...counts}, resting: turns.resting()})
  try {
    tell()
    await Promise.all(
      questions.map(async question => {
        const found = await examine(question, surroundings)
        seen.set(question.address, found)
        counts[found.fact.status]++
        tell()
      })
    )
  } finally {
    signal?.removeEventListener('abort', stop)
    end.abort()
    await web.close()
  }
  const hosts = desk.times()
  return {
    seen,
    hosts,
    requests: hosts.reduce((sum, {requests}) => sum + requests, 0),
    network: await desk.network()
  }
}
