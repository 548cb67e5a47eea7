import {plural} from './closing.ts'
import type {PastAudit} from './past-audit.ts'

/** The day of an audit, in UTC, as people write it. */
export const dayOf = ({audit}: PastAudit): string => day.format(Date.parse(audit))

const day = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'})

/** What is followed from audit to audit, by the name of one. A count is missing where it was not looked for. */
export const followed: readonly {
  readonly noun: string
  readonly kind: 'error' | 'warning' | 'dead'
  readonly countOf: (audit: PastAudit) => number | undefined
}[] = [
  {noun: 'error', kind: 'error', countOf: ({errors}) => errors},
  {noun: 'warning', kind: 'warning', countOf: ({warnings}) => warnings},
  {noun: 'dead link', kind: 'dead', countOf: ({links}) => links?.dead}
]

/**
 * How the last audit compares with the one before it, as a sentence; nothing where there are not two.
 * @param audits from the oldest to the last one
 */
export function trendSentence(audits: readonly PastAudit[]): string | undefined {
  const [before, last] = audits.slice(-2)
  if (!before || !last) return undefined
  const differences = followed.flatMap(({noun, countOf}) => {
    const [then, now] = [countOf(before), countOf(last)]
    return then === undefined || now === undefined ? [] : [{noun, difference: now - then}]
  })
  const changed = differences.filter(({difference}) => difference !== 0)
  if (changed.length === 0) return `As many ${listed(differences.map(({noun}) => `${noun}s`))} as on ${dayOf(before)}.`
  const parts = changed.map(({noun, difference}) =>
    plural(Math.abs(difference), `${difference < 0 ? 'fewer' : 'more'} ${noun}`)
  )
  return `${listed(parts)} than on ${dayOf(before)}.`
}

const listed = (parts: readonly string[]): string => new Intl.ListFormat('en-GB').format(parts)
