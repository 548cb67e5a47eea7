import type {Config} from './config.ts'
import type {Diagnostic, FileReport} from './diagnostic.ts'

/** What a run found, as numbers. Only findings that are shown count, but for `suppressed`. */
export interface Tally {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  /** Findings that `--fix` mends: those with a safe fix. */
  readonly fixable: number
  /** Findings with a fix that wants a person's eye. */
  readonly unsafe: number
  /** Findings silenced by a comment in the list, by a box in the issue, or by the baseline. */
  readonly suppressed: number
  /** Those that the baseline silences. */
  readonly baselined: number
  /** Fixes made in this run. */
  readonly fixed: number
}

/** Whether a finding is for the user's eyes: not silenced, and not outside of the diff asked about. */
export const isShown = (diagnostic: Diagnostic): boolean => !diagnostic.suppressed && diagnostic.changed !== false

/** Counts what was found. */
export function tally(files: readonly FileReport[]): Tally {
  const all = files.flatMap(file => file.diagnostics)
  const shown = all.filter(isShown)
  const count = (list: readonly Diagnostic[], test: (one: Diagnostic) => unknown) => list.filter(test).length
  return {
    files: files.length,
    errors: count(shown, one => one.severity === 'error'),
    warnings: count(shown, one => one.severity === 'warning'),
    fixable: count(shown, one => one.fix?.safety === 'safe'),
    unsafe: count(shown, one => one.fix?.safety === 'unsafe'),
    suppressed: count(all, one => one.suppressed && one.changed !== false),
    baselined: count(all, one => one.baseline !== undefined && one.changed !== false),
    fixed: files.reduce((sum, file) => sum + (file.fixed ?? 0), 0)
  }
}

/** Whether there are findings at or above the level that fails a run. */
export function fails({errors, warnings}: Tally, failOn: Config['failOn']): boolean {
  if (failOn === 'never') return false
  return errors > 0 || (failOn === 'warning' && warnings > 0)
}
