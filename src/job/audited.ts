import type {Repository} from '../github/octokit.ts'
import type {Config} from '../lint/config.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import type {AskedLinks} from './ask-links.ts'
import type {Task} from './task.ts'

/** A list that was looked at as a whole, and what was asked of it: it can be asked again, to be mended. */
export interface AuditedList {
  readonly task: Task
  readonly report: FileReport
}

/** What the audit of a repository has found. Paths are from the root of the repository. */
export interface Audited {
  /** Where it is on GitHub, where that is known. */
  readonly repository?: Repository
  /** The commit that was looked at, where that is known. */
  readonly commit?: string
  readonly config: Config
  readonly lists: readonly AuditedList[]
  /** Paths of lists that could not be read. */
  readonly unread?: readonly string[]
  /** What came of asking about links, where that was wanted. */
  readonly asked?: AskedLinks
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}
