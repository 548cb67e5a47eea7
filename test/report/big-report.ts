import type {LinkFact, ReportedLink} from '../../src/document/facts.ts'
import type {Diagnostic, FileReport} from '../../src/lint/diagnostic.ts'

/** A report as large as they come: a list of 400 sections, with findings and links spread evenly over its entries. */
export function bigReport(size: {readonly findings: number; readonly links: number}): {
  readonly files: readonly FileReport[]
  readonly links: readonly ReportedLink[]
} {
  const entries = Math.max(size.findings, size.links)
  const perSection = Math.ceil(entries / 400)
  const diagnostics: Diagnostic[] = []
  const links: ReportedLink[] = []
  const lines = ['# Kites']
  let offset = 8
  for (let entry = 0; entry < entries; entry++) {
    const more = entry % perSection === 0 ? ['', `## Section ${entry / perSection}`, ''] : []
    const url = `https://host-${(entry * 7) % 4000}.example/kites/number-${entry}`
    const text = `- [Kite ${entry}](${url}) – Flies higher than number ${entry + 1}, and needs less wind for it.`
    for (const line of [...more, text]) {
      lines.push(line)
      if (line === text && entry < size.findings) diagnostics.push(findingOn(text, offset, lines.length, entry))
      offset += line.length + 1
    }
    if (entry < size.links) links.push({url, fact: facts[entry % 19] ?? alive, places: [{path, line: lines.length}]})
  }
  return {files: [{path, text: `${lines.join('\n')}\n`, diagnostics}], links}
}

const path = 'lists/kites.md'
const alive: LinkFact = {status: 'alive', code: 200}
const facts: readonly LinkFact[] = [
  {status: 'dead', code: 404, reason: '404, not found', archived: 'https://web.archive.example/web/2020/kites'},
  {status: 'moved', code: 200, reason: 'moved for good to `https://b.example/`', to: 'https://b.example/', sure: true},
  {status: 'unsure', code: 403, reason: '403, it refuses programs, or this one'},
  {status: 'skipped', reason: 'it is a host for examples'}
]

function findingOn(text: string, offset: number, line: number, index: number): Diagnostic {
  const start = text.indexOf('–')
  const point = (column: number) => ({line, column: column + 1, offset: offset + column})
  return {
    rule: `rule-${index % 30}`,
    severity: index % 4 === 0 ? 'error' : 'warning',
    reason: `Expected \`-\` between link and description as in ${index + 1} entries here, write it`,
    note: 'Entries that are all parted in one way are easier to read, for people and for programs that make a page of a list.',
    url: `https://docs.example/rules#rule-${index % 30}`,
    path,
    place: {start: point(start), end: point(start + 1)},
    ...(index % 3 > 0 && {
      fix: {
        safety: index % 3 === 1 ? ('safe' as const) : ('unsafe' as const),
        title: 'Write `-`',
        edits: [{range: [offset + start, offset + start + 1] as const, newText: '-'}]
      }
    }),
    fingerprint: `f${index}`
  }
}
