import type {ReportedLink} from '../document/facts.ts'
import type {Diagnostic, FileReport} from '../lint/diagnostic.ts'
import {isShown, tally} from '../lint/tally.ts'
import {plural} from './closing.ts'
import {fixesDiff} from './fixes-diff.ts'
import {tallyLinks, unsureLinks} from './links.ts'
import {fence, inlineCode, link, reasonMarkdown, tableCell} from './markdown.ts'
import type {View} from './reporter.ts'
import {counted, saying} from './sentences.ts'

/** GitHub takes a summary of one mebibyte at most; nobody reads a table longer than this. */
const mostRows = 500

const mostUnsure = 100

/** The report as markdown, for the summary of a job: a table for each file with findings, and what became of links. */
export default function summary(
  files: readonly FileReport[],
  _view?: View,
  links: readonly ReportedLink[] = []
): string {
  const {errors, warnings} = tally(files)
  const heading = errors + warnings > 0 ? `## ${counted(errors, warnings)}` : '## All is well'
  let rows = 0
  const tables = files.flatMap(file => {
    const shown = file.diagnostics.filter(isShown).slice(0, mostRows - rows)
    rows += shown.length
    if (shown.length === 0) return []
    const diff = fixesDiff(file)
    const fixes = diff.length > 0 ? folded('The safe fixes as a diff', [fence('diff', diff)]) : []
    return [`### ${inlineCode(file.path)}`, findingsTable(shown), ...fixes]
  })
  const left = errors + warnings - rows
  const rest =
    left > 0 ? [`${plural(left, 'more finding')} ${left === 1 ? 'is' : 'are'} left out of this summary.`] : []
  return `${[heading, ...opening(files), ...tables, ...rest, ...linksPart(links)].join('\n\n')}\n`
}

const findingsTable = (findings: readonly Diagnostic[]): string =>
  table(
    ['Line', 'Severity', 'Finding', 'Fix', 'Rule'],
    findings.map(finding => [
      String(finding.place.start.line),
      finding.severity,
      saying(finding),
      words[finding.fix?.safety ?? 'none'],
      link(finding.rule, finding.url)
    ])
  )

const words = {safe: 'safe', unsafe: 'needs a look', none: ''}

function opening(files: readonly FileReport[]): readonly string[] {
  const {errors, warnings, fixable, suppressed, baselined} = tally(files)
  const found = errors + warnings
  const others = suppressed - baselined
  const [only] = files
  const where = files.length === 1 && only ? inlineCode(only.path) : plural(files.length, 'file')
  const verb = fixable === 1 ? 'has' : 'have'
  const sentences = [
    ...(files.length === 0 ? ['There was no list to look at.'] : []),
    ...(files.length > 0 && found === 0 ? [`There is nothing to say about ${where}.`] : []),
    ...(fixable > 0
      ? [`${fixable === found ? (found === 1 ? 'It' : 'All') : `${fixable} of them`} ${verb} a safe fix.`]
      : []),
    ...(others > 0 ? [`${plural(others, 'finding')} ${others === 1 ? 'is' : 'are'} silenced.`] : []),
    ...(baselined > 0 ? [`${plural(baselined, 'finding')} ${baselined === 1 ? 'is' : 'are'} in the baseline.`] : [])
  ]
  return sentences.length > 0 ? [sentences.join(' ')] : []
}

/** How many links became what, and those that nobody can judge; nothing where none was asked. */
function linksPart(links: readonly ReportedLink[]): readonly string[] {
  const {checked, ...counts} = tallyLinks(links)
  if (checked === 0) return []
  const kinds = Object.entries(counts).filter(([, count]) => count > 0)
  const unsure = unsureLinks(links)
  const rows = unsure
    .slice(0, mostUnsure)
    .map(({url, places: [place], fact}) => [
      place ? inlineCode(`${place.path}:${place.line}`) : '',
      inlineCode(url),
      reasonMarkdown(fact.reason ?? '')
    ])
  const more = unsure.length > rows.length ? [`${unsure.length - rows.length} more are left out of this summary.`] : []
  const judging =
    unsure.length > 0
      ? folded(`${plural(unsure.length, 'link')} could not be judged`, [
          table(['Line', 'Link', 'Answer'], rows),
          ...more
        ])
      : []
  return [
    '### Links',
    table(
      kinds.map(([kind]) => capital(kind)),
      [kinds.map(([, count]) => String(count))]
    ),
    ...judging
  ]
}

const folded = (title: string, parts: readonly string[]): readonly string[] => [
  `<details><summary>${title}</summary>`,
  ...parts,
  '</details>'
]

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(tableCell).join(' | ')} |`).join('\n')
