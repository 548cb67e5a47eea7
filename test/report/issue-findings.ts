import {hash} from 'node:crypto'
import type {Diagnostic, FileReport} from '../../src/lint/diagnostic.ts'
import {ruleUrl} from '../../src/lint/rule-url.ts'
import {draftIssue, type IssueDraft, type IssueTerms, readIssueBody} from '../../src/report/issue.ts'

/** A finding as a test of the issue tells of it. */
export interface Finding extends Partial<Pick<Diagnostic, 'severity' | 'suppressed' | 'fix' | 'path'>> {
  readonly reason: string
  readonly rule?: string
  readonly line?: number
}

/** A fingerprint as the linter makes them. */
export const fingerprintOf = ({rule = 'text-spelling', reason, path = 'readme.md'}: Finding): string =>
  hash('sha256', [path, rule, reason].join('\n'), 'hex').slice(0, 16)

/** Reports on lists with the findings told; one list, `readme.md`, unless they name others. */
export function reportsOf(findings: readonly Finding[]): readonly FileReport[] {
  const paths = [...new Set(['readme.md', ...findings.map(({path = 'readme.md'}) => path)])]
  return paths
    .filter(path => path === 'readme.md' || findings.some(finding => finding.path === path))
    .map(path => ({
      path,
      text: '',
      diagnostics: findings.filter(finding => (finding.path ?? 'readme.md') === path).map(diagnosticOf)
    }))
}

function diagnosticOf(finding: Finding, index: number): Diagnostic {
  const {rule = 'text-spelling', path = 'readme.md', severity = 'warning', line = index + 1, reason} = finding
  const point = {line, column: 1, offset: 0}
  return {
    ...{rule, path, severity, reason, url: ruleUrl(rule), place: {start: point, end: point}},
    ...(finding.suppressed && {suppressed: true}),
    ...(finding.fix && {fix: finding.fix}),
    fingerprint: fingerprintOf(finding)
  }
}

/** The repository that the issues of these tests are in. */
export const repositoryUrl = 'https://github.com/kite-club/awesome-kites'

/** A commit. */
export const commit = '0123456789abcdef0123456789abcdef01234567'

/** Drafts the issue after a body that stands there, if one does, with the boxes that are ticked in it. */
export function draft(findings: readonly Finding[], body?: string, more: Partial<IssueTerms> = {}): IssueDraft {
  const standing = body === undefined ? undefined : readIssueBody(body)
  const ticked = standing?.ticked ?? []
  return draftIssue(reportsOf(findings), {
    ...(standing && {standing}),
    ...{ticked, tickedBefore: ticked, isUnjudged: () => false, memory: 'renewed', copyOf: () => undefined},
    ...{repositoryUrl, commit},
    ...more
  })
}

/** The body after somebody clicked on the box of the item that has these words in it. */
export const click = (body: string, words: string): string =>
  body
    .split('\n')
    .map(line =>
      line.includes(words) ? line.replace(/^- \[(.)\]/, (_, box: string) => (box === ' ' ? '- [x]' : '- [ ]')) : line
    )
    .join('\n')

/** The lines of each part of a body, by its heading; `Silenced` for what is silenced. */
export function partsOf(body: string): Readonly<Record<string, readonly string[]>> {
  const parts: Record<string, string[]> = {}
  let heading = ''
  for (const line of body.split('\n')) {
    heading = /^### (.*)$/.exec(line)?.[1] ?? (/<summary>Silenced/.test(line) ? 'Silenced' : heading)
    const [, words] = /^- \[.\] (?:\[`[^`]*`\]\(\S*\)|`[^`]*`) (.*?) \(\[/.exec(line) ?? []
    if (words !== undefined) parts[heading] = [...(parts[heading] ?? []), words]
  }
  return parts
}
