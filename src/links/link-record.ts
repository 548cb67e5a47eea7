import type {LinkFact, LinkStatus} from '../document/facts.ts'
import {addressOf} from '../document/link/url.ts'
import {holdsSecret, tellsSecret} from './secret.ts'
import {isCaptureOf} from './wayback.ts'

/** The runs of one outcome, from first to last. Times are ISO, to the second, in UTC. */
interface Streak {
  readonly since: string
  readonly last: string
}

/** What is remembered of one address; one line of the file. Times are ISO, to the second, in UTC. */
export interface LinkRecord {
  /** As `addressOf` gives it. */
  readonly address: string
  readonly status: Exclude<LinkStatus, 'skipped'>
  readonly code?: number
  readonly reason?: string
  readonly to?: string
  readonly sure?: boolean
  readonly https?: string
  readonly archived?: string
  /** Of the fragments that were looked for: whether they are there, or `null` where that cannot be told. */
  readonly fragments?: Readonly<Record<string, boolean | null>>
  /** The validators of the page (RFC 9110, 8.8), for asking whether it changed. */
  readonly etag?: string
  readonly modified?: string
  /** When it was asked last. */
  readonly seen: string
  /** When it answered well: from the first time after the last failure, if any, to the last time. */
  readonly alive?: Streak
  /** When and on how many runs it failed, without any other answer in between. */
  readonly failing?: Streak & {readonly runs: number}
  /** When the Wayback Machine was asked in vain. */
  readonly searched?: string
}

/** Milliseconds since 1970 as they stand in a record. */
export const timeOf = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')

/** What could steer a terminal, break a line or deceive the eye. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu
const reasonLimit = 300

/** A reason as it is kept: one line that can be seen, not too long; none at all where it names a secret. */
export function reasonOf(reason: string | undefined): string | undefined {
  if (reason === undefined || tellsSecret(reason)) return undefined
  const line = Array.from(
    reason
      .slice(0, 2 * reasonLimit)
      .replace(unseen, ' ')
      .trim()
  )
  return line.slice(0, reasonLimit).join('').trim() || undefined
}

/** A value of a field as it is kept; nothing where it is not what it must be. */
type Read = (value: unknown, record: {readonly address: string; readonly now: number}) => unknown

/** Clocks of different machines differ; what lies further ahead than this was never seen. */
const tolerance = 3_600_000
const addressLimit = 2048

const text = (value: unknown, limit: number): value is string => typeof value === 'string' && value.length <= limit

const readAddress: Read = value =>
  text(value, addressLimit) && addressOf(value) === value && !holdsSecret(value) ? value : undefined

/** A redirect may well name a place on the page. */
const readTarget: Read = (value, record) => {
  if (!text(value, addressLimit)) return undefined
  const [page = '', ...place] = value.split('#')
  const isSound = readAddress(page, record) === page && new URL(value).href === value && !holdsSecret(value)
  return isSound && (place.length === 0 || place.join('') !== '') ? value : undefined
}

/** Whether a value is a time as `timeOf` writes it, and not in the future. */
export function isTime(value: unknown, now: number): value is string {
  if (!text(value, 20) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false
  const time = Date.parse(value)
  return time <= now + tolerance && timeOf(time) === value
}

const readTime: Read = (value, {now}) => (isTime(value, now) ? value : undefined)

/** Whether a value is an object with fields. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field that the object has itself. */
export const own = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined

const readStreak = (value: unknown, record: Parameters<Read>[1]): Streak | undefined => {
  if (!isPlain(value)) return undefined
  const since = readTime(own(value, 'since'), record) as string | undefined
  const last = readTime(own(value, 'last'), record) as string | undefined
  return since !== undefined && last !== undefined && since <= last ? {since, last} : undefined
}

/** Whether a value is a whole number from `least` to `most`. */
export const integer = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most

/** In the order in which they are written. */
const fields: Readonly<Record<keyof LinkRecord, Read>> = {
  address: readAddress,
  status: value => (['alive', 'moved', 'dead', 'unsure'].includes(value as string) ? value : undefined),
  code: value => (integer(value, 100, 999) ? value : undefined),
  reason: value => (text(value, 2 * reasonLimit) && reasonOf(value) === value ? value : undefined),
  to: readTarget,
  sure: value => (typeof value === 'boolean' ? value : undefined),
  https: (value, record) =>
    text(value, addressLimit) && value.startsWith('https:') ? readAddress(value, record) : undefined,
  archived: (value, {address}) => (text(value, 2 * addressLimit) && isCaptureOf(value, address) ? value : undefined),
  fragments: readFragments,
  etag: value => (text(value, 200) && /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(value) ? value : undefined),
  modified: value => (text(value, 40) && /^[A-Z][a-z]{2}, [\x20-\x7e]+ GMT$/.test(value) ? value : undefined),
  seen: readTime,
  alive: readStreak,
  failing: (value, record) => {
    const streak = readStreak(value, record)
    const runs = isPlain(value) ? own(value, 'runs') : undefined
    return streak && integer(runs, 1, 1_000_000) ? {...streak, runs} : undefined
  },
  searched: readTime
}

function readFragments(value: unknown): LinkRecord['fragments'] | undefined {
  if (!isPlain(value)) return undefined
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const isSound = ([name, found]: (typeof entries)[number]) =>
    name.length <= 200 && !/\p{Cs}/u.test(name) && !tellsSecret(name) && (found === null || typeof found === 'boolean')
  // `fromEntries` makes `__proto__` a name like any other.
  return entries.length <= 50 && entries.every(isSound)
    ? (Object.fromEntries(entries) as LinkRecord['fragments'])
    : undefined
}

/** One field of a record as it may be kept; nothing where it may not. */
export const readField = <Name extends keyof LinkRecord>(
  name: Name,
  value: unknown,
  record: Parameters<Read>[1]
): LinkRecord[Name] | undefined => fields[name](value, record) as LinkRecord[Name] | undefined

/**
 * A record out of anything, as files have it: nothing is believed, and what is not known is left out.
 * @param now milliseconds since 1970; what lies after it is refused
 * @returns nothing where something is not as it must be, or must not be kept
 */
export function readRecord(value: unknown, now: number): LinkRecord | undefined {
  if (!isPlain(value)) return undefined
  const address = readAddress(own(value, 'address'), {address: '', now})
  if (typeof address !== 'string') return undefined
  const given = Object.keys(fields).filter(name => own(value, name) !== undefined) as (keyof LinkRecord)[]
  const read = given.map(name => [name, readField(name, own(value, name), {address, now})] as const)
  if (read.some(([, field]) => field === undefined)) return undefined
  const record = Object.fromEntries(read) as Partial<LinkRecord>
  const isWhole = record.status && record.seen && (record.status !== 'moved' || record.to)
  return isWhole ? (record as LinkRecord) : undefined
}

/** What a record says of the link, as rules want it. */
export function factOf(record: LinkRecord): LinkFact {
  const {status, code, reason, to, sure, https, archived, fragments} = record
  const told = Object.entries(fragments ?? {}).filter((one): one is [string, boolean] => one[1] !== null)
  return {
    status,
    ...(code !== undefined && {code}),
    ...(reason !== undefined && {reason}),
    ...(to !== undefined && {to}),
    ...(sure !== undefined && {sure}),
    ...(https !== undefined && {https}),
    ...(archived !== undefined && {archived}),
    ...(told.length > 0 && {fragments: Object.fromEntries(told)})
  }
}
