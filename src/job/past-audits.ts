import type {LinkStatus, ReportedLink} from '../document/facts.ts'
import {integer, isPlain, isTime, own, timeOf} from '../links/link-record.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {tally} from '../lint/tally.ts'
import {tallyLinks} from '../report/links.ts'
import type {PastAudit} from '../report/past-audit.ts'

/** A year of days, and some. */
export const mostAudits = 400

const statuses: readonly LinkStatus[] = ['alive', 'moved', 'dead', 'unsure', 'skipped']

/**
 * What is remembered of an audit.
 * @param links what became of the links that were asked about; nothing where none was to be
 * @param at when it was made, in milliseconds since 1970
 */
export function auditOf(
  files: readonly FileReport[],
  links: readonly ReportedLink[] | undefined,
  {at, commit}: {readonly at: number; readonly commit?: string | undefined}
): PastAudit {
  const {errors, warnings} = tally(files)
  return {
    audit: timeOf(at),
    ...(commit !== undefined && {commit}),
    ...{files: files.length, errors, warnings},
    ...(links && {links: countsOf(links)})
  }
}

function countsOf(links: readonly ReportedLink[]): PastAudit['links'] & {} {
  const {checked: _, ...counts} = tallyLinks(links)
  return counts
}

/**
 * Audits in order of time, as many as are kept. Of one day (in UTC) the last one counts: a list that is audited at each
 * push would remember no more than a week otherwise.
 */
export function keptAudits(audits: readonly PastAudit[]): readonly PastAudit[] {
  const days = new Map<string, PastAudit>()
  for (const one of audits) {
    const day = one.audit.slice(0, 10)
    if ((days.get(day)?.audit ?? '') <= one.audit) days.set(day, one)
  }
  return [...days.values()].sort((a, b) => (a.audit < b.audit ? -1 : 1)).slice(-mostAudits)
}

const fields = ['audit', 'commit', 'files', 'errors', 'warnings', 'links'] as const

const isCount = (value: unknown): value is number => integer(value, 0, 10_000_000)

/**
 * A past audit out of anything, as files have it: nothing is believed, and what is not known is left out.
 * @param now milliseconds since 1970; what lies after it is refused
 * @returns nothing where something is not as it must be
 */
export function readPastAudit(value: unknown, now: number): PastAudit | undefined {
  if (!isPlain(value)) return undefined
  const [audit, commit, files, errors, warnings, links] = fields.map(name => own(value, name))
  if (!isTime(audit, now) || !isCount(files) || !isCount(errors) || !isCount(warnings)) return undefined
  if (commit !== undefined && !isCommit(commit)) return undefined
  const counts = links === undefined ? undefined : readCounts(links)
  if (links !== undefined && !counts) return undefined
  return {audit, ...(commit !== undefined && {commit}), files, errors, warnings, ...(counts && {links: counts})}
}

/** By SHA-1, or by SHA-256. */
const isCommit = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[\da-f]{40}|[\da-f]{64})$/.test(value)

function readCounts(value: unknown): PastAudit['links'] | undefined {
  if (!isPlain(value)) return undefined
  const counts = statuses.map(status => [status, own(value, status)] as const)
  return counts.every(([, count]) => isCount(count)) ? (Object.fromEntries(counts) as PastAudit['links']) : undefined
}
