import {PassingError, UserError} from '../document/error.ts'
import type {GitHub} from '../github/octokit.ts'
import type {Installations} from './installations.ts'
import type {Job, Verdict} from './queue/queue.ts'
import type {Settings} from './settings.ts'
import type {States} from './states.ts'
import type {Work} from './work.ts'

/** What all work needs of the world. */
export interface Workshop {
  readonly installations: Pick<Installations, 'enter'>
  readonly settings: Settings
  readonly states: States
  readonly log: (text: string) => void
}

/** One try at some work. */
export interface Try<Kind extends Work['kind'] = Work['kind']> {
  readonly job: Job
  readonly work: Extract<Work, {readonly kind: Kind}>
  readonly github: GitHub
}

/** What came of a try, in a word for the metrics, and what is to become of the order. */
export interface Outcome {
  readonly word: string
  readonly verdict: Verdict
  /** What somebody who runs the App has to know. */
  readonly notes: readonly string[]
}

/** All is done, and this is what came of it. */
export const done = (word: string, notes: readonly string[] = []): Outcome => ({word, verdict: {kind: 'done'}, notes})

/** The same is worth another try. */
export const again = (error: string): Outcome => ({word: 'again', verdict: {kind: 'again', error}, notes: []})

/** Whether the same is worth another try: what passes is, and a bug is tried twice, since it may be none. */
export const mayPass = (error: unknown, {failures}: Job): boolean =>
  error instanceof PassingError || (!(error instanceof UserError) && failures === 0)

/** What a failure means: a mistake of the repository's people is told and done with. */
export function failed(error: unknown, job: Job): Outcome {
  if (error instanceof UserError && !(error instanceof PassingError)) return done('refused', [error.message])
  const text = textOf(error)
  return mayPass(error, job) ? again(text) : {word: 'dead', verdict: {kind: 'dead', error: text}, notes: []}
}

/** What the log tells of an error: what is a bug has its stack. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error instanceof UserError ? error.message : (error.stack ?? error.message)
}
