import type {Diagnostic, FileReport, Severity} from '../../lint/diagnostic.ts'
import {isShown} from '../../lint/tally.ts'
import {ranked, type TableData} from './data.ts'
import {cures, findingRows} from './finding-rows.ts'
import {html, type Markup} from './markup.ts'
import {legend, mostAtOnce, type PictureRow, percent, picture} from './pictures.ts'
import {readSections, type Section, sectionAt} from './sections.ts'
import {choose, searchField, tableSection} from './table.ts'

/** What the page shows of findings. */
export interface FindingsPart {
  /** How well each section is; nothing where there is none to show. */
  readonly health: Markup | undefined
  readonly table: Markup
  /** Nothing where there is no finding. */
  readonly data: TableData | undefined
}

/** A finding with the numbers of its file and its section. */
interface Placed {
  readonly one: Diagnostic
  readonly file: number
  readonly section: number
}

interface NamedSection extends Section {
  /** Of one among several. */
  readonly file?: string
}

/** Sections that the picture shows; hundreds of files have thousands. */
const mostSections = 200

const severities: readonly Severity[] = ['error', 'warning']
const safeties = ['safe', 'unsafe', 'none'] as const

/** The findings as a table, and the sections that they lie in as a picture. */
export function findingsPart(files: readonly FileReport[]): FindingsPart {
  const sections: NamedSection[] = []
  const placed: Placed[] = []
  const rows: Markup[] = []
  for (const [file, report] of files.entries()) {
    const shown = report.diagnostics.filter(isShown)
    const own = readSections(report.text, worstOf(shown))
    for (const one of shown) {
      placed.push({one, file, section: sections.length + sectionAt(own, one.place.start.line)})
    }
    for (const section of own) sections.push({...section, ...(files.length > 1 && {file: report.path})})
    for (const row of findingRows(report, shown)) rows.push(row)
  }
  const reasons = ranked(placed.map(({one}) => one.reason))
  const rules = ranked(placed.map(({one}) => one.rule))
  const columns = {
    file: placed.map(({file}) => file),
    severity: placed.map(({one}) => severities.indexOf(one.severity)),
    rule: rules.numbers,
    cure: placed.map(({one}) => safeties.indexOf(one.fix?.safety ?? 'none')),
    section: placed.map(({section}) => section),
    reason: reasons.numbers
  }
  const choices = (names: readonly string[]) => names.map((words, value) => ({value, words}))
  const table = tableSection({
    id: 'findings',
    title: 'Findings',
    head: [
      {words: 'Place', kind: 'place', sort: '', isSorted: true},
      {words: 'Level', kind: 'level', sort: 'severity'},
      {words: 'Finding', kind: 'finding', sort: 'reason'},
      {words: 'Rule', kind: 'rule', sort: 'rule'},
      {words: 'Fix', kind: 'cure', sort: 'cure'}
    ],
    filters: [
      searchField('findings'),
      choose({table: 'findings', column: 'file', label: 'File'}, choices(files.map(({path}) => path)), columns.file),
      choose(
        {table: 'findings', column: 'section', label: 'Section'},
        choices(sections.map(({file, title}) => (file === undefined ? title : `${file} › ${title}`))),
        columns.section
      ),
      choose({table: 'findings', column: 'severity', label: 'Level'}, choices(severities), columns.severity),
      choose({table: 'findings', column: 'rule', label: 'Rule'}, choices(rules.words), columns.rule),
      choose(
        {table: 'findings', column: 'cure', label: 'Fix'},
        choices(safeties.map(safety => cures[safety])),
        columns.cure
      )
    ],
    rows
  })
  return {table, health: health(sections, placed), data: rows.length > 0 ? {columns, words: {}} : undefined}
}

function worstOf(findings: readonly Diagnostic[]): ReadonlyMap<number, Severity> {
  const worst = new Map<number, Severity>()
  for (const {severity, place} of findings) {
    if (severity === 'error' || !worst.has(place.start.line)) worst.set(place.start.line, severity)
  }
  return worst
}

const sizeOf = ({lines}: Section): number => lines.clean + lines.warning + lines.error

function health(sections: readonly NamedSection[], placed: readonly Placed[]): Markup | undefined {
  const counts = sections.map(() => ({error: 0, warning: 0}))
  for (const {one, section} of placed) counts[section]![one.severity]++
  const filled = sections.map((section, number) => ({...section, number, ...counts[number]!})).filter(sizeOf)
  if (filled.length === 0) return undefined
  // Those in most need come first, the first few of them in the order of the list.
  const worstFirst = filled.toSorted((a, b) => b.error - a.error || b.warning - a.warning || sizeOf(b) - sizeOf(a))
  const first = new Set(worstFirst.slice(0, mostAtOnce))
  return picture({
    id: 'sections',
    title: 'Health by section',
    head: ['Section', 'Errors', 'Warnings', 'Without findings'],
    rows: filled.filter(section => first.has(section)).map(sectionRow),
    more: worstFirst.slice(mostAtOnce, mostSections).map(sectionRow),
    key: legend([
      ['clean', 'without findings'],
      ['warning', 'with warnings'],
      ['error', 'with errors']
    ])
  })
}

interface CountedSection extends NamedSection, Readonly<Record<Severity, number>> {
  readonly number: number
}

function sectionRow(section: CountedSection): PictureRow {
  const {file, title, number, error, warning, lines} = section
  return {
    name: file === undefined ? title : html`<small>${file}</small>${title}`,
    ...(error + warning > 0 && {show: {table: 'findings', filter: 'section', value: number}}),
    counts: [error, warning],
    parts: (['clean', 'warning', 'error'] as const).map(kind => ({kind, count: lines[kind]})),
    share: percent(lines.clean, sizeOf(section))
  }
}
