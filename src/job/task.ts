import type {Facts} from '../document/facts.ts'
import type {Config} from '../lint/config.ts'
import type {Safety} from '../lint/diagnostic.ts'

/** One file to look at. Plain data: it crosses into a worker. */
export interface Task {
  readonly path: string
  /** The path from where the configuration counts, where that is another. */
  readonly name?: string
  readonly text: string
  readonly config: Config
  readonly facts?: Facts
  /** Lines (from 1) that a diff added or changed; without it every line counts. */
  readonly changedLines?: readonly number[]
  /** Make the fixes up to this safety first, and report what is left. */
  readonly fix?: Safety
  /** Make the fixes of these rules only. */
  readonly fixOnly?: readonly string[]
  /** Fingerprints of findings that a person has silenced elsewhere: marked like those that a comment silences. */
  readonly silenced?: readonly string[]
  /** From a stranger: examined in a worker with a time and heap limit, so that a parse bomb is one clear finding. */
  readonly untrusted?: boolean
}
