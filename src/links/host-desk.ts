import type {LinkFact} from '../document/facts.ts'
import type {Answer, Reply} from './answer.ts'
import type {Clock} from './clock.ts'
import {failed, isLookup, isRefused} from './failure.ts'
import type {Names} from './names.ts'
import type {Network} from './network.ts'
import {quirkOf} from './quirks.ts'
import type {How, Requester} from './request.ts'
import {retryAfter} from './retry-after.ts'
import type {Throttle} from './throttle.ts'

/** What one host cost. */
export interface HostTime {
  readonly host: string
  readonly requests: number
  /** Milliseconds, from each request to its answer, in all. */
  readonly answering: number
  /** Milliseconds that it was let alone at its own wish. */
  readonly paused: number
}

/** Where requests are handed in: it keeps what is known of each host in this run. */
export interface HostDesk {
  /** Asks once the host has room, `after` so many milliseconds at the earliest; a host that was given up is not asked. */
  readonly ask: (url: URL, how: How, after?: number) => Promise<Reply>
  /** Where a reply is the wish of a host to be let alone: milliseconds until it may be asked again; nothing if it was given up. */
  readonly waitFor: (url: URL, reply: Reply, refusals: number) => number | undefined
  /** What it means that a host could not be found; whether to look again is up to whoever asks. */
  readonly lost: (host: string) => Promise<LinkFact>
  readonly times: () => readonly HostTime[]
  /** Whether hosts could not be found because there is no network. */
  readonly network: () => Promise<'there' | 'missing'>
}

/** What the desk must know. */
export interface HostDeskOptions {
  readonly web: Requester
  readonly turns: Throttle
  readonly network: Network
  readonly names: Names
  readonly clock: Clock
  /** Milliseconds: a host that wants to be let alone for longer is not asked again in this run. */
  readonly patience: number
}

/** How often an address is asked that answers “too often” each time. */
const mostRefusals = 4

/** So many waits in all are the most that one host gets. */
const mostWaits = 5

/**
 * After so many failures in a row, and no answer ever, a host is not asked again by the same scheme. Connections that
 * fail together are one failure.
 */
const mostFailures = 3

/** So many good answers to requests that were sent after a refused one show that only that one was meant. */
const enough = 2

interface HostState {
  requests: number
  answering: number
  /** Requests sent so far: the number of the latest. */
  sent: number
  /** In a row, of a server that is asked too often. */
  refusals: number
  /** The latest request that it refused so, and the latest that was on its way by then. */
  refused: number
  mark: number
  /** Of those on their way, so many that were sent after the refused one and answered well all the same. */
  passed: number
  /** Milliseconds that it wanted to be let alone for. */
  wait: number
  /** Why it is asked no more. */
  closed?: string
}

/** One port of a host: where `http:` is refused, `https:` may well answer. */
interface PortState {
  answered: boolean
  /** In a row. */
  failures: number
  /** The latest request to the host that was on its way when a failure was counted. */
  failed: number
  /** Why it is asked no more. */
  closed?: string
}

/** Opens the desk of a run. */
export function hostDesk({web, turns, network, names, clock, patience}: HostDeskOptions): HostDesk {
  const hosts = new Map<string, HostState>()
  const ports = new Map<string, PortState>()
  const lost = new Map<string, Promise<LinkFact>>()
  let isNameLost = false
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host)
    if (known) return known
    const made = {
      requests: 0,
      answering: 0,
      sent: 0,
      refusals: 0,
      refused: 0,
      mark: 0,
      passed: 0,
      wait: 0
    }
    hosts.set(host, made)
    return made
  }

  const portOf = ({origin}: URL): PortState => {
    const known = ports.get(origin)
    if (known) return known
    const made = {answered: false, failures: 0, failed: 0}
    ports.set(origin, made)
    return made
  }

  const send = async (url: URL, how: How, state: HostState): Promise<Reply> => {
    const port = portOf(url)
    const closed = state.closed ?? port.closed
    if (closed !== undefined) return failed('CLOSED', closed)
    const start = clock.now()
    const ticket = ++state.sent
    const reply = await web.ask(url, how)
    state.requests++
    state.answering += clock.now() - start
    if ('status' in reply) {
      port.answered = true
      port.failures = 0
      if (isWish(reply)) letRest(url, state, reply, ticket)
      else if (reply.status < 500) welcome(url.host, state, ticket)
      return reply
    }
    if (isLookup(reply)) isNameLost = true
    else if (!isRefused(reply) && ticket > port.failed) {
      port.failed = state.sent
      if (++port.failures >= mostFailures && !port.answered) port.closed = reply.reason
    }
    return reply
  }

  /** Grants a host its wish to be let alone, or gives it up if that is too long. */
  const letRest = (url: URL, state: HostState, {status, headers}: Answer, ticket: number): void => {
    const {host} = url
    const known = quirkOf(url)
    if (known?.blocks?.includes(status)) {
      // It says so to all programs, however long they wait.
      state.closed = known.because
      return
    }
    const now = clock.now()
    // A second refusal of those that were on their way is no longer about one page.
    state.passed = ticket > state.mark ? 0 : Number.NEGATIVE_INFINITY
    if (ticket > state.mark) state.refusals++
    state.refused = ticket
    state.mark = state.sent
    const wish = retryAfter(headers, now) ?? Math.min(2 ** (state.refusals - 1) * 1_000, 30_000)
    // A clock that counts whole seconds lets us in a little later than it says.
    const wait = wish + 100
    state.wait = wait
    if (wait > patience || turns.paused(host) + wait > patience * mostWaits)
      state.closed = `${status}, it wants to be let alone for ${inWords(wait)}`
    else turns.pause(host, wait)
  }

  /** Notes a good answer; a host that goes on answering was speaking of one page when it refused that. */
  const welcome = (host: string, state: HostState, ticket: number): void => {
    turns.praise(host)
    if (ticket > state.mark) state.refusals = 0
    else if (ticket > state.refused && ++state.passed === enough) turns.resume(host)
  }

  return {
    ask(url, how, after) {
      const refused = web.refusal(url)
      if (refused) return Promise.resolve(refused)
      const state = stateOf(url.host)
      return turns.run(url.host, () => send(url, how, state), after)
    },
    waitFor(url, reply, refusals) {
      const {closed, wait} = stateOf(url.host)
      const isFine = refusals < mostRefusals && 'status' in reply && isWish(reply) && closed === undefined
      return isFine ? wait : undefined
    },
    lost(host) {
      const known = lost.get(host)
      if (known) return known
      const found = explainLoss(host, network, names)
      lost.set(host, found)
      return found
    },
    times: () =>
      [...hosts].map(([host, {requests, answering}]) => ({host, requests, answering, paused: turns.paused(host)})),
    network: async () => (isNameLost && !(await names.isThere()) ? 'missing' : 'there')
  }
}

/** What stands in the head of answers that challenge robots, which will do so again. */
const challenges = ['cf-mitigated', 'x-vercel-mitigated', 'x-amzn-waf-action']

/** Whether an answer is the wish to be let alone for a while. */
const isWish = ({status, headers}: Answer): boolean =>
  (status === 429 || (status === 503 && headers['retry-after'] !== undefined)) &&
  challenges.every(name => headers[name] === undefined)

async function explainLoss(host: string, network: Network, names: Names): Promise<LinkFact> {
  if (!(await names.isThere())) return {status: 'unsure', reason: 'there seems to be no network'}
  const exists = await network.exists(host)
  if (exists === false) return {status: 'dead', reason: `there is no host \`${host}\``}
  return {
    status: 'unsure',
    reason: exists ? `the host \`${host}\` has no address` : `the host \`${host}\` was not found`
  }
}

function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000)
  if (seconds < 120) return `${seconds} seconds`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`
}
