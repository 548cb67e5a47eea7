import type {Diagnostic, FileReport, Fix, Place} from '../../lint/diagnostic.ts'
import {plural} from '../closing.ts'
import {type Hunk, hunksOf, type LineSpan, linesOf} from '../patch.ts'
import {line, pair, placeOf} from './lines.ts'
import {anchor, html, type Markup, words} from './markup.ts'

/** Places and lines of a fix that are shown; the fix itself makes all of them. */
const mostHunks = 3
const mostLines = 4

/** The findings of a file as rows of a table, each on one line. */
export function findingRows({path, text}: FileReport, findings: readonly Diagnostic[]): readonly Markup[] {
  const sheet = {text, lines: linesOf(text)}
  return findings.map(one => row(one, path, sheet))
}

interface Sheet {
  readonly text: string
  readonly lines: readonly LineSpan[]
}

function row({place, severity, rule, url, reason, note, related, fix}: Diagnostic, path: string, sheet: Sheet): Markup {
  const {line: number, column} = place.start
  return html`
    <tr>
      <td class="place">${placeOf(path, number, column)}</td>
      <td class="level"><span class="tag ${severity}">${severity}</span></td>
      <td class="finding">
        <p>${words(reason)}</p>
        ${fix ? change(fix, sheet, number) : source(place, sheet)}
        ${related?.map(one => html`<p class="related">Line ${one.place.start.line}: ${words(one.message)}</p>`)}
        ${note === undefined ? '' : html`<details><summary>Why</summary><p>${words(note)}</p></details>`}
      </td>
      <td class="rule">${anchor(url, html`<code>${rule}</code>`)}</td>
      <td class="cure">${fix ? html`<span class="tag ${fix.safety}">${cures[fix.safety]}</span>` : cures.none}</td>
    </tr>`
}

/** What can be done about a finding, in the words that all reports use. */
export const cures = {safe: 'safe', unsafe: 'needs a look', none: 'by hand'} as const

/** The line of a finding without a fix, its place marked. */
function source({start, end}: Place, {text, lines}: Sheet): Markup | undefined {
  const span = lines[start.line - 1]
  if (!span || span.end === span.start) return undefined
  const from = start.offset - span.start
  const until = end.line > start.line ? span.end - span.start : end.offset - span.start
  return html`<p class="source">${line(text.slice(span.start, span.end), {start: from, end: Math.max(until, from + 1), as: 'mark'})}</p>`
}

/** What a fix makes of the lines. */
function change({title, edits}: Fix, {text, lines}: Sheet, own: number): Markup {
  const hunks = hunksOf(text, lines, edits)
  const left = hunks.length - mostHunks
  return html`
    <p class="title">${words(title)}</p>
    <dl class="fix">${hunks.slice(0, mostHunks).map(hunk => hunkOf(hunk, own))}</dl>
    ${left > 0 ? html`<p class="more">… and ${plural(left, 'more place')}</p>` : ''}`
}

function hunkOf({line: number, removed, added}: Hunk, own: number): Markup {
  const where = number === own ? '' : html`<span>line ${number}</span>`
  if (added.length === 0) return side('old', html`Removed${where}`, removed, removed.map(whole))
  if (removed.length === 0) return side('new', html`Added<span>above line ${number}</span>`, added, added.map(whole))
  const isPaired = removed.length === added.length
  const pairs = isPaired ? removed.slice(0, mostLines).map((old, index) => pair(old, added[index]!)) : []
  return html`
    ${side('old', html`Before${where}`, removed, isPaired ? pairs.map(([old]) => old) : removed.map(whole))}
    ${side('new', html`After${where}`, added, isPaired ? pairs.map(([, fresh]) => fresh) : added.map(whole))}`
}

const whole = (text: string): Markup => line(text)

/** The lines before or after a fix, of which the first few are shown. */
function side(kind: 'old' | 'new', term: Markup, texts: readonly string[], shown: readonly Markup[]): Markup {
  const left = texts.length - mostLines
  const more = left > 0 ? html`<span class="more">… ${plural(left, 'more line')}</span>` : ''
  return html`<div class="${kind}"><dt>${term}</dt><dd>${shown.slice(0, mostLines)}${more}</dd></div>`
}
