import {location} from 'vfile-location'
import type {Diagnostic, FileReport, Fix, Place, Related, Safety, Severity} from '../../src/lint/diagnostic.ts'
import type {View} from '../../src/report/reporter.ts'

/** A finding as a test tells of it: it stands on the first `on` in the text. */
export interface Told {
  readonly on: string
  readonly rule?: string
  readonly severity?: Severity
  readonly reason?: string
  readonly note?: string
  readonly url?: string
  readonly related?: readonly Related[]
  readonly fix?: Fix
  readonly changed?: boolean
  readonly suppressed?: boolean
  readonly baseline?: string
}

export const view: View = {version: '1.2.3', color: false, columns: 80}

/** Where a piece of a text stands for the first time. */
export function placeOf(text: string, on: string): Place {
  const places = location(text)
  const start = text.indexOf(on)
  const point = (offset: number) => ({...places.toPoint(offset)!, offset})
  return {start: point(start), end: point(start + on.length)}
}

/** A fix that puts `to` in the place of the first `from`. */
export function replacing(text: string, from: string, to: string, safety: Safety = 'safe'): Fix {
  const start = text.indexOf(from)
  return {safety, title: `Write "${to}"`, edits: [{range: [start, start + from.length], newText: to}]}
}

/** A report on a text with the findings told. */
export function reportOn(
  path: string,
  text: string,
  told: readonly Told[],
  more: Partial<FileReport> = {}
): FileReport {
  const diagnostics = told.map(
    ({on, ...rest}, index): Diagnostic => ({
      rule: 'some-rule',
      severity: 'warning',
      reason: 'Something is off.',
      url: 'https://example.org/rules#some-rule',
      path,
      place: placeOf(text, on),
      fingerprint: `f${index}`,
      ...rest
    })
  )
  return {path, text, diagnostics, ...more}
}
