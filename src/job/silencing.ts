import type {FileReport} from '../lint/diagnostic.ts'
import {tally} from '../lint/tally.ts'

const silencer = /<!--\s*lint\s+(?:disable|ignore)\b/gi

/**
 * Says where a change brings comments that silence findings, and how many are silenced on its own lines: a maintainer wants
 * to see that, since such a comment may be all that makes a pull request look clean.
 */
export function silencingNotes(report: FileReport, changedLines: readonly number[]): readonly string[] {
  const changed = new Set(changedLines)
  const brought = linesOf(report.text).filter(line => changed.has(line))
  if (brought.length === 0) return []
  const counts = tally([report])
  const suppressed = counts.suppressed - counts.baselined
  const comments = brought.length === 1 ? 'a comment that silences' : 'comments that silence'
  const silenced = suppressed === 1 ? '1 is' : `${suppressed} are`
  return [
    `\`${report.path}\` gets ${comments} findings, ${where(brought)}; ${silenced} silenced on the lines of this change.`
  ]
}

/** The lines on which such comments begin. */
function linesOf(text: string): readonly number[] {
  const lines = new Set<number>()
  let line = 1
  let at = 0
  for (const {index} of text.matchAll(silencer)) {
    line += text.slice(at, index).split('\n').length - 1
    at = index
    lines.add(line)
  }
  return [...lines]
}

function where(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).join(', ')
  const more = lines.length > 5 ? ` and ${lines.length - 5} more` : ''
  return `on line${lines.length === 1 ? '' : 's'} ${shown}${more}`
}
