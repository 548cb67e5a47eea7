import type {Diagnostic, Safety} from '../lint/diagnostic.ts'
import {fence, marker, within} from './markdown.ts'
import {because, saying, source} from './sentences.ts'
import {type LineRange, planSuggestions, type Suggestion} from './suggestion.ts'

/** What one comment is about: findings that share lines of a file, and the suggestion that mends them or some of them. */
export interface Note extends LineRange {
  readonly path: string
  readonly text: string
  readonly findings: readonly Diagnostic[]
  readonly suggestion?: Suggestion<Diagnostic>
}

/** Characters of a mended line that is shown; a longer one helps nobody. */
const longest = 2000

const check = 'Please check that the suggestion says what you mean before you apply it.'

/**
 * A comment: a sentence for each finding, in a list if there are several, then the suggestion, then the markers. Each finding
 * takes one line, in the order of the markers, so that `mended.ts` can take lines out.
 * @param explained the findings of which it is said why they matter
 */
export function commentBody({text, findings, suggestion}: Note, explained: ReadonlySet<Diagnostic>): string {
  const sayings = findings.map(
    finding => `${saying(finding)}${explained.has(finding) ? because(finding) : ''} ${source(finding)}`
  )
  const list = sayings.length > 1 ? sayings.map(each => `- ${each}`) : sayings
  const mended = suggestion ? undefined : mendedLine(text, findings)
  const after = suggestion
    ? [...(isUnsafe(suggestion.items) ? [check] : []), fence('suggestion', suggestion.lines)]
    : mended
      ? [
          `Mended, the line reads${isUnsafe(mended.items) ? ', if that is what you mean' : ''}:`,
          fence('markdown', [mended.line])
        ]
      : []
  const markers = [...new Set(findings.map(finding => finding.fingerprint))].map(marker).join('\n')
  return within(list, [...after, markers].join('\n\n'))
}

const isUnsafe = (findings: readonly Diagnostic[]): boolean => findings.some(({fix}) => fix?.safety === 'unsafe')

/** What the fixes make of their line, where it is one line, and which findings they mend; safe ones come first. */
function mendedLine(
  text: string,
  findings: readonly Diagnostic[]
): {readonly line: string; readonly items: readonly Diagnostic[]} | undefined {
  const plain = (source: string): string => source.replaceAll('\r', ' ')
  const candidates = (safety: Safety) =>
    findings.flatMap(item =>
      item.fix?.safety === safety
        ? [{item, edits: item.fix.edits.map(edit => ({...edit, newText: plain(edit.newText)}))}]
        : []
    )
  const everywhere = [{start: 1, end: Number.POSITIVE_INFINITY}]
  const [found, ...more] = planSuggestions(plain(text), everywhere, [...candidates('safe'), ...candidates('unsafe')])
  if (!found || more.length > 0 || found.lines.length !== 1 || found.start !== found.end) return undefined
  const line = found.lines[0]?.trimEnd() ?? ''
  return line.length > longest ? undefined : {line, items: found.items}
}
