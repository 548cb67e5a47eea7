import {setTimeout as sleepReally} from 'node:timers/promises'

/** Time as an argument, so that waiting an hour can be tried without an hour. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Waits so many milliseconds. @throws the reason of the signal, once that is aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
}

/** The clock on the wall. */
export const wallClock: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) => sleepReally(milliseconds, undefined, signal && {signal})
}
