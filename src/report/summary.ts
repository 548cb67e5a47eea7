import type {ReportedLink} from '../document/facts.ts'
import type {Diagnostic, FileReport} from '../lint/diagnostic.ts'
import {isShown, tally} from '../lint/tally.ts'
import {closing, plural} from './closing.ts'
import {inlineCode, link, reasonMarkdown, tableCell} from './markdown.ts'
import type {View} from './reporter.ts'

/** GitHub takes a summary of one mebibyte at most; nobody reads a table longer than this. */
const mostRows = 500

/** The report as markdown, for the summary of a job: a table for each file with findings. */
export default function summary(
  files: readonly FileReport[],
  _view?: View,
  links: readonly ReportedLink[] = []
): string {
  const {errors, warnings} = tally(files)
  const heading =
    errors + warnings > 0 ? `## ${plural(errors, 'error')}, ${plural(warnings, 'warning')}` : '## All is well'
  let rows = 0
  const tables = files.flatMap(({path, diagnostics}) => {
    const shown = diagnostics.filter(isShown).slice(0, mostRows - rows)
    rows += shown.length
    if (shown.length === 0) return []
    const head = ['| Line | | Finding | Fix | Rule |', '| ---: | --- | --- | --- | --- |']
    return [[`### ${inlineCode(path)}`, '', ...head, ...shown.map(row)].join('\n')]
  })
  const left = errors + warnings - rows
  const rest = left > 0 ? [`${left} more findings are left out of this summary.`] : []
  return `${[heading, ...tables, ...rest, reasonMarkdown(closing(files, links))].join('\n\n')}\n`
}

function row({place, severity, reason, fix, rule, url}: Diagnostic): string {
  const cells = [
    String(place.start.line),
    severity,
    reasonMarkdown(reason),
    words[fix?.safety ?? 'none'],
    link(rule, url)
  ]
  return `| ${cells.map(tableCell).join(' | ')} |`
}

const words = {safe: 'safe', unsafe: 'needs a look', none: ''}
