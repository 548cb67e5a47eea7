import type {FileReport} from '../lint/diagnostic.ts'
import {tally} from '../lint/tally.ts'
import {plural} from './closing.ts'

/** How a list is, in the few words that a badge has room for. */
export interface Health {
  readonly label: string
  readonly message: string
  /** As six hexadecimal digits; white text on it can be read (WCAG 2.2, AA). */
  readonly color: string
}

const green = '2e7d32'
const amber = '8a5a00'
const red = 'c62828'

/** The health of lists by what was found in them. */
export function healthOf(files: readonly FileReport[]): Health {
  const {errors, warnings} = tally(files)
  const parts = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')].filter(Boolean)
  return {
    label: 'list health',
    message: parts.join(', ') || 'healthy',
    color: errors > 0 ? red : warnings > 0 ? amber : green
  }
}
