import type {ReportedLink} from '../document/facts.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import type {Rule} from '../lint/rule.ts'
import type {PastAudit} from './past-audit.ts'

/** What a rule says of itself. */
export type RuleWords = Pick<Rule, 'id' | 'summary' | 'why' | 'severity' | 'fix'>

/** How a report is to look. */
export interface View {
  /** Of this program. */
  readonly version: string
  /** Whether escape codes for colour are welcome. */
  readonly color: boolean
  /** How wide the terminal is. */
  readonly columns: number
  /** For formats that explain the rules; without it they make do with what findings say. */
  readonly rules?: readonly RuleWords[]
  /** For formats that show how things went: the audits up to this one, which is the last of them, from the oldest on. */
  readonly audits?: readonly PastAudit[]
}

/**
 * Turns what was found into text. Findings that are not for the user's eyes are left out by each reporter.
 * @param links what became of the links that the web was asked about
 */
export type Reporter = (files: readonly FileReport[], view: View, links?: readonly ReportedLink[]) => string
