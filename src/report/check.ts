import type {ReportedLink} from '../document/facts.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {isShown, tally} from '../lint/tally.ts'
import {harmless} from './log.ts'
import {reasonMarkdown, shorten, within} from './markdown.ts'
import {counted} from './sentences.ts'
import summaryOf from './summary.ts'

/** A finding as a check run shows it beside the code. */
interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: 'failure' | 'warning'
  readonly title: string
  readonly message: string
}

/** What a check run says. */
export interface CheckWords {
  readonly title: string
  readonly summary: string
  readonly annotations: readonly Annotation[]
}

/** GitHub takes 65,535 characters in a summary. */
const summaryLimit = 60_000

/** More than this nobody reads, and each fifty cost a request. */
const mostAnnotations = 200

/** GitHub takes 64 KB in a message. */
const messageLimit = 4000

/** A review in the words of a check run. Notes are sentences with backticks around literals. */
export function checkWords(
  files: readonly FileReport[],
  links: readonly ReportedLink[],
  notes: readonly string[]
): CheckWords {
  const {errors, warnings} = tally(files)
  const title = errors + warnings > 0 ? counted(errors, warnings) : files.length > 0 ? 'All is well' : 'No list changed'
  const all = files.flatMap(annotationsOf)
  const annotations = [
    ...all.filter(one => one.annotation_level === 'failure'),
    ...all.filter(one => one.annotation_level === 'warning')
  ].slice(0, mostAnnotations)
  const left = all.length - annotations.length
  const told = [...notes, ...(left > 0 ? [`${left} more findings are not among the annotations: see the table.`] : [])]
  return {title, summary: summaryWith(told, summaryOf(files, undefined, links)), annotations}
}

/** What a check run says where there is nothing but a sentence; with backticks around literals. */
export const sentenceWords = (title: string, sentence: string): CheckWords => ({
  title,
  summary: reasonMarkdown(sentence),
  annotations: []
})

const summaryWith = (notes: readonly string[], summary: string): string =>
  within([...notes.map(note => `> ${reasonMarkdown(note)}\n`), ...summary.split('\n')], '', summaryLimit)

function annotationsOf({path, diagnostics}: FileReport): readonly Annotation[] {
  return diagnostics.filter(isShown).map(({rule, severity, reason, place: {start, end}}) => ({
    path,
    start_line: start.line,
    end_line: end.line,
    // GitHub counts both ends in, and takes columns only where they are on one line.
    ...(start.line === end.line &&
      end.column > start.column && {start_column: start.column, end_column: end.column - 1}),
    annotation_level: severity === 'error' ? 'failure' : 'warning',
    title: harmless(rule),
    message: shorten(harmless(reason), messageLimit)
  }))
}
