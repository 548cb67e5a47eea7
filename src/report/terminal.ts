import type {ReportedLink} from '../document/facts.ts'
import type {Diagnostic, FileReport, Fix, Severity} from '../lint/diagnostic.ts'
import {isShown} from '../lint/tally.ts'
import {type Frame, frame, frameFrom, windowOf} from './frame.ts'
import {unsureLinks} from './links.ts'
import {type Hunk, hunksOf, type LineSpan, linesOf} from './patch.ts'
import {printable, widthOf} from './printable.ts'
import type {View} from './reporter.ts'

/** The report for people at a terminal: each finding with its line, and with the lines that a fix would make. */
export default function terminal(
  files: readonly FileReport[],
  view: View,
  links: readonly ReportedLink[] = []
): string {
  const counts = new Map<string, number>()
  const long = isLong(files)
  const blocks = files.flatMap(file => {
    const sheet = {text: file.text, lines: linesOf(file.text), ...view, paint: view.color ? ansi : plain}
    return file.diagnostics.filter(isShown).map((one): Block => {
      const count = (counts.get(one.rule) ?? 0) + 1
      counts.set(one.rule, count)
      if (long && one.severity === 'warning' && count > mostWhole) return {text: brief(one, sheet), isBrief: true}
      return {text: [...head(one, sheet), ...body(one, sheet), ...(count === 1 ? noteOf(one, sheet) : [])].join('\n')}
    })
  })
  const rest = [...unjudged(links, view), ...overview(files)].map((text): Block => ({text}))
  return [...blocks, ...rest].map(apart).join('')
}

interface Block {
  readonly text: string
  /** A single line, which stands close to others of its kind. */
  readonly isBrief?: true
}

const apart = ({text, isBrief}: Block, index: number, all: readonly Block[]): string =>
  `${text}${isBrief && all[index + 1]?.isBrief ? '\n' : '\n\n'}`

/** A report that nobody reads from end to end. */
const isLong = (files: readonly FileReport[]): boolean =>
  files.reduce((sum, file) => sum + file.diagnostics.filter(isShown).length, 0) > 20

/** So many warnings of one rule are shown whole in a long report; after that a line each says enough. */
const mostWhole = 5

/** In a long report, how often each rule spoke: what is worth to begin with. */
function overview(files: readonly FileReport[]): readonly string[] {
  if (!isLong(files)) return []
  const shown = files.flatMap(file => file.diagnostics.filter(isShown))
  const counts = new Map<string, number>()
  for (const {rule} of shown) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return [sorted.map(([rule, count]) => `${String(count).padStart(6)}  ${printable(rule)}`).join('\n')]
}

/** Who wants to know of more asks for the report as JSON. */
const mostUnjudged = 50

/** The links that could not be judged, a line each. */
function unjudged(links: readonly ReportedLink[], view: View): readonly string[] {
  const unsure = unsureLinks(links)
  if (unsure.length === 0) return []
  const paint = view.color ? ansi : plain
  const lines = unsure.slice(0, mostUnjudged).map(({url, fact, places}) => {
    const where = places.map(({path, line}) => `${printable(path)}:${line}`)[0] ?? ''
    return `  ${where}  ${printable(url)}  ${paint('dim', printable(fact.reason ?? ''))}`
  })
  const left = unsure.length - lines.length
  const more = left > 0 ? [`  … ${left} more; \`--format json\` has them all`] : []
  return [[paint('bold', 'Links that could not be judged'), ...lines, ...more].join('\n')]
}

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'
type Paint = (style: Style, text: string) => string

const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39]
}
const plain: Paint = (_, text) => text
const ansi: Paint = (style, text) => (text === '' ? '' : `\x1b[${codes[style][0]}m${text}\x1b[${codes[style][1]}m`)

interface Sheet extends View {
  readonly text: string
  readonly lines: readonly LineSpan[]
  readonly paint: Paint
}

function titleOf({path, place, severity, rule}: Diagnostic, {paint}: Sheet): string {
  const where = `${printable(path)}:${place.start.line}:${place.start.column}`
  const level = paint(colorOf(severity), paint('bold', severity))
  return `${paint('bold', where)}  ${level}  ${paint('dim', printable(rule))}`
}

const head = (one: Diagnostic, sheet: Sheet): readonly string[] => [
  titleOf(one, sheet),
  ...wrap(printable(one.reason), sheet.columns - 2).map(line => `  ${line}`)
]

const brief = (one: Diagnostic, sheet: Sheet): string => `${titleOf(one, sheet)}  ${printable(one.reason)}`

function body(one: Diagnostic, sheet: Sheet): readonly string[] {
  const {place, fix, related = []} = one
  const hunks = fix ? hunksOf(sheet.text, sheet.lines, fix.edits) : []
  const last = Math.max(
    place.start.line,
    ...hunks.map(hunk => hunk.line + hunk.removed.length),
    ...related.map(startLine)
  )
  const gutter = String(last).length
  // Where the fix changes the very line that the finding is about, that line is shown once, as the old one.
  const own = hunks.find(hunk => hunk.line === place.start.line && hunk.removed.length > 0)
  return [
    ...source(one, sheet, gutter, own ? '-' : ' '),
    ...hunks.slice(0, mostHunks).flatMap(hunk => change(hunk, sheet, gutter, hunk === own ? place : undefined)),
    ...(hunks.length > mostHunks ? [more(hunks.length - mostHunks, 'more place', sheet, gutter)] : []),
    ...(fix ? [verdict(fix, sheet, gutter)] : []),
    ...related.slice(0, 3).map(({message, place: {start}}) => {
      return sheet.paint('dim', `${' '.repeat(gutter + 5)}see ${start.line}:${start.column}: ${printable(message)}`)
    })
  ]
}

const mostHunks = 3
const mostLines = 4
const startLine = ({place}: {readonly place: Diagnostic['place']}): number => place.start.line

/** The line of the finding, and its place underlined. */
function source({place, severity}: Diagnostic, sheet: Sheet, gutter: number, sign: string): readonly string[] {
  const cut = cutOf(place, sheet, gutter)
  if (!cut) return []
  return [
    row(sign, place.start.line, cut.shown, sheet, gutter),
    `${' '.repeat(gutter + 5)}${sheet.paint('dim', '│')} ${sheet.paint(colorOf(severity), cut.mark)}`
  ]
}

/** The line that a place begins on, cut to the width of the terminal. */
function cutOf({start, end}: Diagnostic['place'], {text, lines, columns}: Sheet, gutter: number): Frame | undefined {
  const span = lines[start.line - 1]
  if (!span) return undefined
  const line = text.slice(span.start, span.end)
  const until = end.line > start.line ? line.length : end.offset - span.start
  return frame(line, windowOf(start.offset - span.start, until), room(columns, gutter))
}

/** Old lines, but for a first one that is shown already, and new lines. */
function change(
  {line, removed, added}: Hunk,
  sheet: Sheet,
  gutter: number,
  own: Diagnostic['place'] | undefined
): readonly string[] {
  const from = own ? 1 : 0
  const left = own ? (cutOf(own, sheet, gutter)?.left ?? 0) : 0
  const print = (sign: string, texts: readonly string[], first: number) => {
    const rows = texts.slice(first, mostLines).map((text, index) => {
      // Only the first line is aligned with the one above it; the others begin at their beginning.
      const shown = frameFrom(text, first + index === 0 ? left : 0, room(sheet.columns, gutter))
      return row(sign, line + first + index, shown, sheet, gutter)
    })
    return texts.length > mostLines ? [...rows, more(texts.length - mostLines, 'more line', sheet, gutter)] : rows
  }
  return [...print('-', removed, from), ...print('+', added, 0)]
}

function row(sign: string, line: number, shown: string, {paint}: Sheet, gutter: number): string {
  const start = `  ${sign} ${String(line).padStart(gutter)}`
  if (sign === ' ') return `${paint('dim', `${start} │`)} ${shown}`.trimEnd()
  return `${paint(sign === '+' ? 'green' : 'red', start)} ${paint('dim', '│')} ${paint(sign === '+' ? 'green' : 'red', shown)}`.trimEnd()
}

const more = (count: number, noun: string, {paint}: Sheet, gutter: number): string =>
  paint('dim', `${' '.repeat(gutter + 5)}… ${count} ${noun}${count === 1 ? '' : 's'}`)

function verdict({safety, title}: Fix, {paint}: Sheet, gutter: number): string {
  const word = safety === 'safe' ? paint('green', 'safe') : paint('yellow', 'needs a look')
  return `${' '.repeat(gutter + 5)}${paint('dim', '=')} ${word}: ${printable(title)}`
}

/** Why a rule is there, said once in a report. */
const noteOf = ({note}: Diagnostic, {paint, columns}: Sheet): readonly string[] =>
  note ? wrap(printable(note), columns - 2).map(line => paint('dim', `  ${line}`)) : []

/** Columns left for a line of the list beside its number. */
const room = (columns: number, gutter: number): number => Math.max(20, columns - gutter - 7)

const colorOf = (severity: Severity): Style => (severity === 'error' ? 'red' : 'yellow')

function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of text.split(' ')) {
    const long = widthOf(word)
    if (line !== '' && width + 1 + long > Math.min(columns, 100)) {
      lines.push(line)
      line = ''
      width = 0
    }
    width += long + (line === '' ? 0 : 1)
    line += (line === '' ? '' : ' ') + word
  }
  return [...lines, line]
}
