import {hash} from 'node:crypto'
import {insert, remove, replace} from '../../src/document/edit.ts'
import type {Task} from '../../src/job/task.ts'
import type {Diagnostic, FileReport, Fix} from '../../src/lint/diagnostic.ts'

/** The rules that `smallLinter` knows. */
export const smallRules = [
  {id: 'entry-marker-space'},
  {id: 'text-whitespace'},
  {id: 'entry-unique'},
  {id: 'text-spelling'}
]

/** A linter of a few lines, so that tests of the review depend on no real rule. */
export async function smallLinter({path, text, config, changedLines}: Task): Promise<FileReport> {
  const diagnostics: Diagnostic[] = []
  const seen = new Map<string, number>()
  const counts = new Map<string, number>()
  let offset = 0
  const lines = text.split('\n')
  lines.forEach((line, index) => {
    const start = offset
    offset += line.length + 1
    const say = (rule: string, reason: string, fix?: Fix): void => {
      const setting = config.rules[rule]
      if (setting === 'off') return
      const number = index + 1
      const key = `${rule} ${line.trim()}`
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      diagnostics.push({
        rule,
        severity: rule === 'entry-marker-space' ? 'error' : 'warning',
        reason,
        url: `https://docs.example/rules#${rule}`,
        path,
        place: {
          start: {line: number, column: 1, offset: start},
          end: {line: number, column: line.length + 1, offset: start + line.length}
        },
        ...(fix && {fix}),
        ...(changedLines && {changed: changedLines.includes(number)}),
        fingerprint: hash('sha256', `${path} ${key} ${count}`, 'hex').slice(0, 16)
      })
    }
    if (/^-\[/.test(line)) {
      const edits = [insert(start + 1, ' ')]
      say('entry-marker-space', `No space after the marker of \`${line}\``, {
        safety: 'safe',
        title: 'Insert a space',
        edits
      })
    }
    const blanks = /[ \t]+$/.exec(line)
    if (blanks) {
      const edits = [remove(start + blanks.index, start + line.length)]
      say('text-whitespace', 'Blanks at the end of the line', {safety: 'safe', title: 'Remove them', edits})
    }
    const typo = line.indexOf('teh ')
    if (typo >= 0) {
      const edits = [replace(start + typo, start + typo + 3, 'the')]
      say('text-spelling', 'Did you mean `the`?', {safety: 'unsafe', title: 'Write `the`', edits})
    }
    const entry = /^- ?\[.*/.exec(line)?.[0].replace(/^- ?/, '').trim()
    if (entry && seen.has(entry)) {
      const edits = [remove(start, Math.min(text.length, start + line.length + 1))]
      say('entry-unique', `The same as in line ${seen.get(entry)}`, {safety: 'safe', title: 'Remove it', edits})
    } else if (entry) seen.set(entry, index + 1)
    if (index === lines.length - 1 && line !== '') {
      const edits = [insert(text.length, '\n')]
      say('text-whitespace', 'No newline at the end', {safety: 'safe', title: 'Add a newline', edits})
    }
  })
  return {path, text, diagnostics}
}
