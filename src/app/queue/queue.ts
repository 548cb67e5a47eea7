import type {Order, Work} from '../work.ts'

/** An order that is being worked on. */
export interface Job {
  readonly id: string
  readonly work: Work
  /** How often it has failed before. */
  readonly failures: number
  /** Whether a process may have begun it before, and was ended in the middle. */
  readonly begunBefore: 'no' | 'perhaps'
  /** Whether a failure that may pass is the end of it now. */
  readonly isLast: boolean
}

/** What became of a try: `again` is worth another one, `dead` is left to a person. */
export type Verdict = {readonly kind: 'done'} | {readonly kind: 'again' | 'dead'; readonly error: string}

/** An order that was given up. */
export interface DeadLetter {
  readonly id: string
  readonly work: Work
  readonly error: string
  /** When it was given up, in milliseconds since 1970. */
  readonly at: number
}

/** How many orders are in which state. */
export interface Depth {
  readonly waiting: number
  readonly running: number
  readonly dead: number
}

/** What came of ordering: `again` means that it had been given up, and is tried anew. */
export type Added = 'added' | 'known' | 'again'

/** What a queue works by. */
export interface Pace {
  /** How many lanes are worked on at once. */
  readonly concurrency: number
  /** Milliseconds to the second try; each further one takes four times as long. */
  readonly backOff: number
}

/** Orders that wait for their turn, and survive the end of the process. */
export interface Queue {
  /** Orders some work; it is written down when this is done. */
  readonly add: (order: Order) => Promise<Added>
  /** Begins to work. `run` never throws. */
  readonly start: (run: (job: Job) => Promise<Verdict>) => void
  /** Takes nothing new, waits so many milliseconds for what runs, gives the rest back and lets go of everything. */
  readonly stop: (grace: number) => Promise<{readonly returned: number}>
  readonly depth: () => Promise<Depth>
  readonly deadLetters: () => Promise<readonly DeadLetter[]>
  /** Tries again what was given up; tells whether there was such an order. */
  readonly retry: (id: string) => Promise<boolean>
  /** What is wrong with it now, as a sentence. */
  readonly trouble: () => string | undefined
}

/** Tries at most: with ten seconds to the second, the last is an hour after the first, when quotas are filled again. */
const mostTries = 6

/** How often a process may end in the middle of an order before the order gets the blame. */
export const mostInterruptions = 3

/** How long ids are remembered, in milliseconds: GitHub delivers again what is three days old at most. */
export const idMemory = 4 * 24 * 3_600_000

/** Milliseconds to the next try after so many failures; nothing when it is time to give up. */
export function backOffAfter(failures: number, {backOff}: Pick<Pace, 'backOff'>): number | undefined {
  return failures >= mostTries ? undefined : backOff * 4 ** (failures - 1)
}
