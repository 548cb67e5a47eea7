import {createHash} from 'node:crypto'
import type {Clock} from '../links/clock.ts'
import {type Order, orderOf, type Site} from './work.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Audits of so long ago are made up for after a start, in milliseconds. */
const lookBack = 60 * minute

/** How long a list of the repositories counts, in milliseconds. */
const listLife = 60 * minute

/** What a calendar needs. */
interface CalendarWish {
  readonly clock: Clock
  /** All repositories where the App is installed. */
  readonly list: () => Promise<readonly Site[]>
  readonly order: (order: Order) => Promise<unknown>
  readonly onError: (error: unknown) => void
  readonly signal: AbortSignal
}

/**
 * The minute of the day, by UTC, at which a repository has its audit: the same every day, and another for the next one,
 * so that neither GitHub nor the web is asked for everything at once.
 */
export const minuteOf = (repositoryId: number): number =>
  createHash('sha256').update(String(repositoryId)).digest().readUInt32BE() % (24 * 60)

/** The audits that are due after one moment and up to another, both in milliseconds since 1970. */
export function dueAudits(sites: readonly Site[], after: number, until: number): readonly Order[] {
  return sites.flatMap(site => {
    const first = Math.floor(after / day) * day + minuteOf(site.repositoryId) * minute
    const due = first > after ? first : first + day
    if (due > until) return []
    // Several processes with one queue order the same.
    const date = new Date(due).toISOString().slice(0, 10)
    return [orderOf(`audit-${site.repositoryId}-${date}`, {...site, kind: 'audit'})]
  })
}

/** Orders the daily audits until the signal is aborted. */
export async function keepCalendar({clock, list, order, onError, signal}: CalendarWish): Promise<void> {
  let after = clock.now() - lookBack
  let sites: readonly Site[] = []
  let listedAt = -Infinity
  while (!signal.aborted) {
    const now = clock.now()
    try {
      if (now - listedAt >= listLife) {
        sites = await list()
        listedAt = now
      }
      for (const due of dueAudits(sites, after, now)) await order(due)
      after = now
    } catch (error) {
      onError(error)
    }
    await clock.sleep(minute, signal).catch(() => {})
  }
}
