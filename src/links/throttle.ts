import type {Clock} from './clock.ts'

/** How much one host is asked. */
export interface Pace {
  /** Requests at a time, at most. */
  readonly atOnce: number
  /** Milliseconds between the starts of two requests, at least. */
  readonly gap: number
}

/** Keeps to what hosts can bear: so many requests at a time, in all and per host. */
export interface Throttle {
  /**
   * Does a task once its host and the whole have room for it, `after` so many milliseconds at the earliest.
   * @throws the reason of the signal, where that is aborted before
   */
  readonly run: <Result>(host: string, task: () => Promise<Result>, after?: number) => Promise<Result>
  /** Lets a host alone for so many milliseconds, and asks it more slowly from then on. */
  readonly pause: (host: string, milliseconds: number) => void
  /** Takes a pause back. */
  readonly resume: (host: string) => void
  /** Milliseconds that a host has been let alone so far. */
  readonly paused: (host: string) => number
  /** Tells that a host answered well, so that more may be asked of it at a time. */
  readonly praise: (host: string) => void
  /** Hosts that are let alone just now. */
  readonly resting: () => number
}

interface Waiting {
  readonly start: () => void
  readonly giveUp: (reason: unknown) => void
  /** When it may start, in milliseconds of the clock. */
  readonly from: number
}

interface HostState {
  readonly pace: Pace
  /** In order of arrival. */
  readonly queue: Waiting[]
  /** What is to be asked again, in order of time. */
  readonly later: Waiting[]
  limit: number
  active: number
  /** Answers since the limit was raised. */
  good: number
  /** When the host may be asked again. */
  free: number
  paused: number
}

/** Requests at a time to a host that nothing is known of yet. */
const modest = 8

/** What a throttle must know. */
export interface ThrottleOptions {
  readonly clock: Clock
  /** Requests at a time, in all. */
  readonly atOnce: number
  readonly paceOf: (host: string) => Pace
  readonly signal?: AbortSignal | undefined
}

/**
 * A queue for each host, so that a slow or resting one holds up nobody else: only what really starts takes one of the
 * places that all share. A host that answers well is asked more at a time, one that refuses half as much (additive
 * increase, multiplicative decrease, as in RFC 5681).
 */
export function throttle({clock, atOnce, paceOf, signal}: ThrottleOptions): Throttle {
  const hosts = new Map<string, HostState>()
  /** Hosts that may start something now, in the order in which they take turns. */
  const ready = new Set<HostState>()
  /** Those of them that had to rest: they have the most left to do, and go first. */
  const late = new Set<HostState>()
  /** Hosts that have something waiting for its time. */
  const resting = new Set<HostState>()
  let active = 0
  /** The time of the next alarm, and of all that are set. */
  let alarm = Number.POSITIVE_INFINITY
  const alarms = new Set<number>()

  const stateOf = (name: string): HostState => {
    const known = hosts.get(name)
    if (known) return known
    const pace = paceOf(name)
    const limit = Math.min(modest, pace.atOnce)
    const made: HostState = {pace, queue: [], later: [], limit, active: 0, good: 0, free: 0, paused: 0}
    hosts.set(name, made)
    return made
  }

  const dueOf = ({free, queue, later}: HostState): number => Math.max(free, queue.length > 0 ? 0 : later[0]!.from)

  /** Puts a host where it belongs; one that takes a turn goes to the end. */
  const sort = (host: HostState): void => {
    ready.delete(host)
    late.delete(host)
    resting.delete(host)
    if (host.active >= host.limit || host.queue.length + host.later.length === 0) return
    const due = dueOf(host)
    if (due <= clock.now()) (host.paused > 0 ? late : ready).add(host)
    else {
      resting.add(host)
      wake(due)
    }
  }

  const isReady = (host: HostState): boolean => ready.has(host) || late.has(host)

  const pump = (): void => {
    while (active < atOnce) {
      const host = late.values().next().value ?? ready.values().next().value
      if (!host) return
      const {start} = host.queue.shift() ?? host.later.shift()!
      host.free = Math.max(host.free, clock.now() + host.pace.gap)
      host.active++
      active++
      sort(host)
      start()
    }
  }

  const wake = (time: number): void => {
    if (time >= alarm) return
    alarm = time
    if (alarms.has(time)) return
    alarms.add(time)
    clock.sleep(Math.max(1, time - clock.now()), signal).then(
      () => {
        alarms.delete(time)
        // An earlier one took its place, and set the next.
        if (alarm !== time) return
        // Until all have moved on none is set, so that one is enough then.
        alarm = Number.NEGATIVE_INFINITY
        for (const host of [...resting]) sort(host)
        pump()
        alarm = Number.POSITIVE_INFINITY
        if (resting.size > 0) wake([...resting].reduce((first, host) => Math.min(first, dueOf(host)), alarm))
      },
      () => {}
    )
  }

  // Nobody is to wait for a turn that will not come.
  const onAbort = (): void => {
    for (const set of [ready, late, resting]) set.clear()
    for (const {queue, later} of hosts.values())
      for (const {giveUp} of [...queue.splice(0), ...later.splice(0)]) giveUp(signal?.reason)
  }
  signal?.addEventListener('abort', onAbort, {once: true})

  return {
    run(name, task, after = 0) {
      const host = stateOf(name)
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const end = (): void => {
          host.active--
          active--
          sort(host)
          pump()
        }
        const start = (): void => {
          task().then(resolve, reject).finally(end)
        }
        if (after > 0) insert(host.later, {start, giveUp: reject, from: clock.now() + after})
        else host.queue.push({start, giveUp: reject, from: 0})
        if (!isReady(host)) sort(host)
        pump()
      })
    },
    pause(name, milliseconds) {
      const host = stateOf(name)
      const now = clock.now()
      const until = now + milliseconds
      host.paused += Math.max(0, until - Math.max(now, host.free))
      host.free = Math.max(host.free, until)
      host.limit = Math.min(host.limit, Math.max(2, host.limit >> 1))
      host.good = 0
      sort(host)
    },
    resume(name) {
      const host = stateOf(name)
      const now = clock.now()
      host.paused -= Math.max(0, host.free - now)
      host.free = Math.min(host.free, now)
      sort(host)
      pump()
    },
    paused: name => hosts.get(name)?.paused ?? 0,
    praise(name) {
      const host = stateOf(name)
      if (++host.good < host.limit || host.limit >= host.pace.atOnce) return
      host.limit++
      host.good = 0
      if (!isReady(host)) sort(host)
    },
    resting: () => resting.size
  }
}

function insert(list: Waiting[], one: Waiting): void {
  const at = list.findLastIndex(other => other.from <= one.from)
  list.splice(at + 1, 0, one)
}
