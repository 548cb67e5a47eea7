import type {Diagnostic, FileReport} from '../lint/diagnostic.ts'
import {isShown} from '../lint/tally.ts'
import {harmless} from './log.ts'

/** Annotations as workflow commands: GitHub shows them beside the lines of a pull request. */
export default function github(files: readonly FileReport[]): string {
  return files.flatMap(file => file.diagnostics.filter(isShown).map(annotation)).join('')
}

/** One finding as a workflow command that nothing in the list can break out of. */
function annotation({path, place: {start, end}, severity, rule, reason, note, url}: Diagnostic): string {
  // GitHub takes columns only of a place within one line.
  const columns = start.line === end.line ? {col: start.column, endColumn: end.column} : {}
  const properties = {file: path.replace(/^(\.\/)+/, ''), line: start.line, endLine: end.line, ...columns, title: rule}
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const message = [reason, note, url].filter(text => text).join('\n')
  return `::${severity} ${written.join(',')}::${escapeData(message)}\n`
}

const escapeData = (text: string): string =>
  harmless(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
