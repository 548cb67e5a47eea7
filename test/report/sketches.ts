import type {TextEdit} from '../../src/document/edit.ts'
import type {Diagnostic, FileReport, Safety, Severity} from '../../src/lint/diagnostic.ts'

/** A finding as a test describes it. */
export interface Sketch {
  readonly line: number
  readonly severity?: Severity
  readonly rule?: string
  readonly reason?: string
  readonly note?: string
  readonly edits?: readonly TextEdit[]
  readonly safety?: Safety
  readonly changed?: boolean
  readonly suppressed?: boolean
  readonly baseline?: string
  readonly fingerprint?: string
}

/** A report on one file with the findings sketched. */
export function reportOf(path: string, text: string, sketches: readonly Sketch[]): FileReport {
  const diagnostics = sketches.map((sketch, index) => diagnosticOf(path, text, sketch, index))
  return {path, text, diagnostics}
}

function diagnosticOf(path: string, text: string, sketch: Sketch, index: number): Diagnostic {
  const {line, severity = 'error', rule = 'some-rule', reason = 'Say it well', note} = sketch
  const {edits, safety = 'safe', changed = true} = sketch
  const lines = text.split('\n')
  const offset = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  const length = lines[line - 1]?.length ?? 0
  return {
    rule,
    severity,
    reason,
    ...(note && {note}),
    url: `https://docs.example/rules#${rule}`,
    path,
    place: {start: {line, column: 1, offset}, end: {line, column: length + 1, offset: offset + length}},
    ...(edits && {fix: {safety, title: 'Mend it', edits}}),
    changed,
    ...(sketch.suppressed && {suppressed: true}),
    ...(sketch.baseline !== undefined && {baseline: sketch.baseline}),
    fingerprint: sketch.fingerprint ?? `f${index}`
  }
}
