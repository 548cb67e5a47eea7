import type {ReportedLink} from '../document/facts.ts'
import type {Diagnostic, FileReport, Fix, Place} from '../lint/diagnostic.ts'
import {isShown, tally} from '../lint/tally.ts'
import {jsonText} from './json-text.ts'
import {tallyLinks} from './links.ts'
import type {View} from './reporter.ts'

/** The report for programs, version 1. The order of the keys is part of it. */
export default function json(
  files: readonly FileReport[],
  {version}: View,
  links: readonly ReportedLink[] = []
): string {
  const {errors, warnings, fixable, suppressed} = tally(files)
  const report = {
    version: 1,
    tool: {name: 'awesome-doctor', version},
    files: files.map(({path, diagnostics}) => ({path, findings: diagnostics.filter(isShown).map(finding)})),
    links: links.map(linkOf),
    summary: {
      files: files.length,
      errors,
      warnings,
      fixable,
      suppressed,
      links: tallyLinks(links)
    }
  }
  return jsonText(report)
}

const finding = ({rule, severity, reason, note, url, place, related, fix, fingerprint, changed}: Diagnostic) => ({
  rule,
  severity,
  message: reason,
  ...(note !== undefined && {note}),
  url,
  ...positionOf(place),
  ...(related?.length && {related: related.map(one => ({message: one.message, ...positionOf(one.place)}))}),
  ...(fix && {fix: fixOf(fix)}),
  fingerprint,
  ...(changed !== undefined && {changed})
})

const linkOf = ({url, fact, places}: ReportedLink) => ({
  url,
  status: fact.status,
  ...(fact.code !== undefined && {code: fact.code}),
  ...(fact.reason !== undefined && {reason: fact.reason}),
  ...(fact.to !== undefined && {to: fact.to}),
  ...(fact.https !== undefined && {https: fact.https}),
  ...(fact.archived !== undefined && {archived: fact.archived}),
  places: places.map(({path, line}) => ({path, line}))
})

const positionOf = ({start, end}: Place) => ({
  start: {line: start.line, column: start.column, offset: start.offset},
  end: {line: end.line, column: end.column, offset: end.offset}
})

const fixOf = ({safety, title, edits}: Fix) => ({
  safety,
  title,
  edits: edits.map(({range, newText}) => ({start: range[0], end: range[1], text: newText}))
})
