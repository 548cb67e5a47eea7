import type {FileReport, Severity} from '../lint/diagnostic.ts'
import {isShown} from '../lint/tally.ts'
import {harmless} from './log.ts'
import {shorten} from './markdown.ts'

/** A finding as GitHub Actions shows it beside the code. All text is harmless, but not yet escaped as a workflow command. */
export interface Annotation {
  readonly level: Severity
  readonly message: string
  readonly title: string
  readonly file: string
  readonly startLine: number
  readonly endLine: number
}

/** Of each level, GitHub shows that many annotations of one step, and drops the rest without a word. */
const mostOfLevel = 10

/** GitHub cuts messages that are longer than 4,096 characters. */
const messageLimit = 4000

/**
 * The annotations that GitHub will show, errors first, and how many findings are left without one.
 * @param others how many errors the step says beside these: they take room
 */
export function annotate(files: readonly FileReport[], others: number): {shown: readonly Annotation[]; left: number} {
  const findings = files.flatMap(file => file.diagnostics.filter(isShown))
  const room = {error: mostOfLevel - others, warning: mostOfLevel}
  const shown = (['error', 'warning'] as const).flatMap(level =>
    findings.filter(finding => finding.severity === level).slice(0, room[level])
  )
  const annotations = shown.map(({severity, reason, rule, path, place}) => ({
    level: severity,
    message: shorten(harmless(reason), messageLimit),
    title: harmless(rule),
    file: harmless(path),
    startLine: place.start.line,
    endLine: place.end.line
  }))
  return {shown: annotations, left: findings.length - shown.length}
}

/** The notices that GitHub will show; where there are more, the last says so. All of them belong into the summary. */
export function noticesOf(notes: readonly string[]): readonly string[] {
  if (notes.length <= mostOfLevel) return notes
  const shown = notes.slice(0, mostOfLevel - 1)
  return [...shown, `The summary has ${notes.length - shown.length} more notes.`]
}
