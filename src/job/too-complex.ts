import {hash} from 'node:crypto'
import type {Diagnostic, FileReport} from '../lint/diagnostic.ts'
import {ruleUrl} from '../lint/rule-url.ts'
import type {Task} from './task.ts'

/** The report on a text that is not parsed, because parsing it could take minutes or all memory. */
export function tooComplex(task: Task, what: string): FileReport {
  const start = {line: 1, column: 1, offset: 0}
  const diagnostic: Diagnostic = {
    rule: 'document-bounds',
    severity: 'error',
    reason: `This file is too complex to check: ${what}`,
    note: 'Markdown can be written so that reading it takes minutes or all memory; such a file is not read.',
    url: ruleUrl('document-bounds'),
    path: task.path,
    place: {start, end: start},
    ...(task.changedLines && {changed: task.changedLines.length > 0}),
    fingerprint: hash('sha256', `${task.path}\u0000document-bounds`, 'hex').slice(0, 16)
  }
  return {path: task.path, text: task.text, diagnostics: [diagnostic], ...(task.fix && {fixed: 0})}
}
