import type {LinkStatus} from '../document/facts.ts'

/** What is remembered of an audit, in numbers as the summary of the JSON report has them. */
export interface PastAudit {
  /** When it was made: ISO, to the second, in UTC. */
  readonly audit: string
  /** The commit that was looked at, where that is known. */
  readonly commit?: string
  readonly files: number
  readonly errors: number
  readonly warnings: number
  /** How many links became what, where links were asked about. */
  readonly links?: Readonly<Record<LinkStatus, number>>
}
