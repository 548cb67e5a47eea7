import type {Clock} from '../../src/links/clock.ts'

/** A clock on which waiting takes no time but is written down. */
export interface HastyClock extends Clock {
  /** Milliseconds that were waited for, in order. */
  readonly waits: readonly number[]
}

/** Starts at the first millisecond of 2026, and moves only when someone waits. */
export function hastyClock(): HastyClock {
  let now = Date.UTC(2026, 0, 1)
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    async sleep(milliseconds, signal) {
      const until = now + milliseconds
      waits.push(milliseconds)
      await new Promise(resolve => setImmediate(resolve))
      signal?.throwIfAborted()
      now = Math.max(now, until)
    }
  }
}
