import {syncBuiltinESMExports} from 'node:module'
import timers from 'node:timers/promises'

/**
 * Preloaded into a child process, it makes waits of a second and more pass at once: pauses between writes, waits for a
 * limit, for what is asked again. The twenty seconds that a worker has to examine a list stay.
 */
const isPatience = (milliseconds: number): boolean => milliseconds === 20_000

const hasty = (milliseconds: number | undefined): number =>
  milliseconds !== undefined && milliseconds >= 1000 && !isPatience(milliseconds) ? 1 : (milliseconds ?? 0)

const {setTimeout: start} = globalThis
globalThis.setTimeout = ((work: () => void, milliseconds?: number, ...rest: []) =>
  start(work, hasty(milliseconds), ...rest)) as typeof setTimeout
const {setTimeout: sleep} = timers
timers.setTimeout = ((milliseconds, ...rest) => sleep(hasty(milliseconds), ...rest)) as typeof sleep
syncBuiltinESMExports()
