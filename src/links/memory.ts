import {createHash} from 'node:crypto'
import type {LinkFact} from '../document/facts.ts'
import {factOf, type LinkRecord, readField, readRecord, reasonOf, timeOf} from './link-record.ts'

/** What is remembered from earlier runs, by address. */
export type Memory = ReadonlyMap<string, LinkRecord>

/** What was seen of an address on this run. */
export interface Seen {
  readonly fact: LinkFact
  /** When, in milliseconds since 1970. */
  readonly at: number
  /** The headers of these names, of an answer that can be asked for again. */
  readonly etag?: string
  readonly modified?: string
  /** The fragments that were looked for, whatever came of it. */
  readonly looked?: readonly string[]
}

/** What memory has of an address. */
export interface Remembered {
  readonly fact: LinkFact
  /** Whether the fact may be used as it is, without asking again. */
  readonly fresh: boolean
  readonly record: LinkRecord
}

const hour = 3_600_000
const day = 24 * hour

/** A daily run does not always start at the same minute; what is good for a day is good for a little less. */
const almostADay = 20 * hour

/**
 * What is remembered of an address, and whether that will do.
 * @param now milliseconds since 1970
 * @param fragments those that must be known, too
 */
export function recall(
  memory: Memory,
  address: string,
  now: number,
  fragments: readonly string[] = []
): Remembered | undefined {
  const record = memory.get(address)
  if (!record) return undefined
  const age = now - Date.parse(record.seen)
  const knowsAll = !answersWell(record) || fragments.every(name => Object.hasOwn(record.fragments ?? {}, name))
  return {fact: factOf(record), fresh: age >= 0 && age < lifetimeOf(record) && knowsAll, record}
}

/** How long what is known of a link will do, in milliseconds. */
function lifetimeOf(record: LinkRecord): number {
  const {address, status, code, alive} = record
  // What seems to be dead is asked about again by the next run, whenever that is, until it is believed.
  if (status === 'dead') return isConfirmed(record, record) ? almostADay : 0
  if (status === 'unsure') return isRefusal({status, code}) ? almostADay : 0
  if (status === 'moved') return 7 * day * jitterOf(address)
  // What was there for long will hardly go tomorrow: a quarter of the time that it was seen alive.
  const steady = alive ? Date.parse(alive.last) - Date.parse(alive.since) : 0
  return Math.min(Math.max(steady / 4, 7 * day), 30 * day) * jitterOf(address)
}

/** Failures on so many runs are believed, where one might be a mishap. */
const enoughRuns = 2

/**
 * Whether a dead link may be called dead by an audit. `410` and what is dead without an answer of the page, because
 * there is no such host or because GitHub knows no such thing, are certain at once; `404`, however it was found, may
 * be a mishap and is believed when the link failed on two runs.
 * @param record what is remembered of the address after the run that found the fact
 */
export function isConfirmed(fact: LinkState, record: Pick<LinkRecord, 'failing'> | undefined): boolean {
  if (fact.status !== 'dead') return false
  return fact.code === undefined || fact.code === 410 || (record?.failing?.runs ?? 0) >= enoughRuns
}

/** What an audit says of a dead link that is not confirmed: it is unsure, and the next audit asks again. */
export function unconfirmed({archived: _, reason = 'it seems to be gone', ...fact}: LinkFact): LinkFact {
  return {...fact, status: 'unsure', reason: `${reason}; an audit calls it dead when the next one finds the same`}
}

/** From 0.8 to 1.2, always the same for an address, so that what was asked on one day is not due on one day. */
const jitterOf = (address: string): number =>
  0.8 + (0.4 * createHash('sha256').update(address).digest().readUInt32BE()) / 2 ** 32

/** Where a link stands, in a fact as well as in a record. */
interface LinkState {
  readonly status: LinkFact['status']
  readonly code?: number | undefined
}

const answersWell = ({status}: LinkState) => status === 'alive' || status === 'moved'

/** Codes of servers that are there and do not talk to us: logins, walls, limits. */
const refusals = new Set([401, 402, 403, 407, 429, 451, 511])

/**
 * Whether a server answered, but not to us, so that asking again soon is of no use. A good code that left us unsure
 * came with a login or a challenge; codes from 600 on are made up, such as LinkedIn's 999.
 */
const isRefusal = ({status, code}: LinkState) =>
  status === 'unsure' && code !== undefined && (refusals.has(code) || code < 300 || code >= 600)

/**
 * Memory after a run. Call it once with all that the run saw: each address counts for one run then, however often
 * it was asked. Nothing is kept of what was skipped, and nothing at all of addresses that hold a secret or lead to one.
 */
export function remember(memory: Memory, seen: ReadonlyMap<string, Seen>): Memory {
  const records = new Map(memory)
  for (const [address, one] of seen) {
    if (one.fact.status === 'skipped') continue
    const record = recordOf(address, one, memory.get(address))
    if (record) records.set(address, record)
    else records.delete(address)
  }
  return records
}

function recordOf(address: string, one: Seen, before: LinkRecord | undefined): LinkRecord | undefined {
  const {fact, at, etag, modified, looked = []} = one
  const about = {address, now: at}
  const names = [...looked, ...Object.keys(fact.fragments ?? {})]
  const known = new Map(Object.entries(fact.fragments ?? {}))
  const fragments = Object.fromEntries(names.map(name => [name, known.get(name) ?? null]))
  const wasDead = before?.status === 'dead' && fact.status === 'dead'
  return readRecord(
    {
      address,
      status: fact.status,
      code: fact.code,
      reason: reasonOf(fact.reason),
      to: fact.to,
      sure: fact.sure,
      https: fact.https,
      archived: readField('archived', fact.archived, about) ?? (wasDead ? before.archived : undefined),
      fragments: names.length > 0 ? readField('fragments', fragments, about) : undefined,
      etag: readField('etag', etag, about),
      modified: readField('modified', modified, about),
      seen: timeOf(at),
      ...streaksOf(fact, timeOf(at), before),
      searched: wasDead ? before.searched : undefined
    },
    at
  )
}

/** A success ends a failure, and so does a refusal: somebody is there. A refusal says nothing of the page itself. */
function streaksOf(
  fact: LinkFact,
  now: string,
  before: LinkRecord | undefined
): {readonly alive?: LinkRecord['alive']; readonly failing?: LinkRecord['failing']} {
  const {alive, failing} = before ?? {}
  if (isRefusal(fact)) return {alive}
  if (answersWell(fact)) return {alive: {since: alive && !failing ? earlier(alive.since, now) : now, last: now}}
  return {
    alive: alive && {since: alive.last, last: alive.last},
    failing: {since: failing ? earlier(failing.since, now) : now, last: now, runs: (failing?.runs ?? 0) + 1}
  }
}

/** Clocks are set back at times. */
const earlier = (a: string, b: string): string => (a < b ? a : b)

/** Whether a copy of a dead page should be looked for: there is none, and none was looked for in the last month. */
export function wantsCapture(memory: Memory, address: string, now: number): boolean {
  const record = memory.get(address)
  if (record?.status !== 'dead' || record.archived !== undefined) return false
  return record.searched === undefined || now - Date.parse(record.searched) > 30 * day * jitterOf(address)
}

/** Memory with what the Wayback Machine said of dead pages, as `findCaptures` gives it. */
export function rememberCaptures(
  memory: Memory,
  captures: ReadonlyMap<string, string | undefined>,
  now: number
): Memory {
  const records = new Map(memory)
  for (const [address, capture] of captures) {
    const before = memory.get(address)
    if (before?.status !== 'dead') continue
    const archived = readField('archived', capture, {address, now})
    const told = archived ? {archived, searched: undefined} : {searched: timeOf(now)}
    const record = readRecord({...before, ...told}, now)
    if (record) records.set(address, record)
  }
  return records
}

/** Memory without the addresses that no list has any more and that were not seen for 90 days. */
export function forget(memory: Memory, listed: ReadonlySet<string>, now: number): Memory {
  return new Map([...memory].filter(([address, {seen}]) => listed.has(address) || now - Date.parse(seen) <= 90 * day))
}
