import {tally} from '../lint/tally.ts'
import type {ReviewedFile} from '../report/review.ts'

const silencer = /<!--\s*lint\s+(?:disable|ignore)\b/gi

/**
 * Says where a change brings comments that silence${brought.length === 1 ? 's' : ''} findings, and how many it silences on its own lines: a maintainer
 * wants to see that, since such a comment may be all that makes a pull request look clean.
 */
export function silencingNotes(
  lists: readonly {readonly report: ReviewedFile['report']; readonly changedLines: readonly number[]}[]
): readonly string[] {
  return lists.flatMap(({report, changedLines}) => {
    const {path, text} = report
    const changed = new Set(changedLines)
    const brought = linesOf(text).filter(line => changed.has(line))
    if (brought.length === 0) return []
    const {suppressed} = tally([report])
    const comments = brought.length === 1 ? 'a comment' : 'comments'
    const silenced = suppressed === 1 ? '1 finding is' : `${suppressed} findings are`
    return [
      `This change brings ${comments} to \`${path}\` that silence${brought.length === 1 ? 's' : ''} findings, ${where(brought)}; ${silenced} silenced on its lines.`
    ]
  })
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
