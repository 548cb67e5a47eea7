import {isDeepStrictEqual} from 'node:util'
import {linesOf, readJson} from './json-lines.ts'
import {factOf, readField, readRecord, timeOf} from './link-record.ts'
import type {Seen} from './memory.ts'
import type {Shard} from './shards.ts'

/** What one shard of an audit has found out. */
export interface ShardAnswers {
  readonly shard: Shard
  /** The commit whose links they are, where that is known. */
  readonly commit?: string
  /** By address. */
  readonly seen: ReadonlyMap<string, Seen>
  /** Whether hosts could not be found because there was no network. */
  readonly network: 'there' | 'missing'
}

/** Answers that were read from text. */
export interface ReadAnswers extends ShardAnswers {
  /** Addresses that were asked, but whose answers must not be written, or cannot be as they are. */
  readonly untold: ReadonlySet<string>
  /** How many lines are missing, or could not be used and were left out. */
  readonly damaged: number
}

const tool = 'awesome-doctor/answers'
const mostCharacters = 100_000_000

/**
 * Answers as text: JSON lines. The first one says what it is, of which shard and commit, and how many follow; each
 * further one is like a line of the link memory, or has nothing but the address, where the answer is not told.
 */
export function printAnswers({shard, commit, seen, network}: ShardAnswers): string {
  const sorted = [...seen]
    .filter(([address]) => mayBeTold(address))
    .map(([address, one]) => lineOf(address, one))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
  const {index, count} = shard
  const header = {version: 1, tool, ...(commit !== undefined && {commit}), shard: `${index}/${count}`, network}
  return [{...header, lines: sorted.length}, ...sorted].map(line => `${JSON.stringify(line)}\n`).join('')
}

/** Whether an address may stand in such a text: one that holds a secret may not. */
export const mayBeTold = (address: string): boolean => readField('address', address, {address: '', now: 0}) === address

/** What is told of an address: nothing but the address itself, unless it comes back from the text as it was. */
function lineOf(address: string, one: Seen): {readonly address: string} {
  const {fact, at, etag, modified, looked = []} = one
  const about = {address, now: at}
  const found = new Map(Object.entries(fact.fragments ?? {}))
  const names = [...new Set([...looked, ...found.keys()])]
  const line = {
    address,
    ...fact,
    fragments: names.length > 0 ? Object.fromEntries(names.map(name => [name, found.get(name) ?? null])) : undefined,
    etag: readField('etag', etag, about),
    modified: readField('modified', modified, about),
    seen: timeOf(at)
  }
  const read = readRecord(line, at)
  return read && isDeepStrictEqual(factOf(read), fact) ? line : {address}
}

/**
 * Reads what `printAnswers` printed. Nothing is believed: a line that is not sound is left out.
 * @param now milliseconds since 1970; what was seen after it was not seen
 * @returns nothing where the text is something else, of another version, or too long
 */
export function parseAnswers(text: string, now: number): ReadAnswers | undefined {
  if (text.length > mostCharacters) return undefined
  const [first = '', ...lines] = linesOf(text)
  const header = readHeader(readJson(first))
  if (!header) return undefined
  const {lines: count, ...rest} = header
  const seen = new Map<string, Seen>()
  const untold = new Set<string>()
  for (const line of lines.slice(0, count)) {
    const value = readJson(line)
    const record = readRecord(value, now)
    if (record) {
      const {address, etag, modified, fragments = {}} = record
      const {archived: _, ...fact} = factOf(record)
      const validators = {...(etag !== undefined && {etag}), ...(modified !== undefined && {modified})}
      seen.set(address, {fact, at: Date.parse(record.seen), ...validators, looked: Object.keys(fragments)})
    } else {
      const address = readAlone(value, now)
      if (address !== undefined) untold.add(address)
    }
  }
  return {...rest, seen, untold, damaged: count - seen.size - untold.size}
}

/** An address that stands for itself. */
function readAlone(value: unknown, now: number): string | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'address') return undefined
  return readField('address', (value as {address: unknown}).address, {address: '', now})
}

interface Header extends Pick<ShardAnswers, 'shard' | 'commit' | 'network'> {
  readonly lines: number
}

function readHeader(value: unknown): Header | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const {version, tool: made, commit, shard: part, network, lines} = value as Readonly<Record<string, unknown>>
  const shard = typeof part === 'string' ? parseShard(part) : undefined
  const isSound =
    version === 1 &&
    made === tool &&
    (commit === undefined || (typeof commit === 'string' && /^[\da-f]{7,64}$/.test(commit))) &&
    (network === 'there' || network === 'missing') &&
    Number.isSafeInteger(lines) &&
    (lines as number) >= 0
  if (!isSound || !shard) return undefined
  return {...(commit !== undefined && {commit: commit as string}), shard, network, lines: lines as number}
}

/** More shards than this are none: GitHub's matrix has 256 jobs at most. */
const mostShards = 256

/** A shard as `2/4`; nothing for what is none. */
export function parseShard(text: string): Shard | undefined {
  const [, index = 0, count = 0] = /^(\d{1,3})\/(\d{1,3})$/.exec(text)?.map(Number) ?? []
  return index >= 1 && index <= count && count <= mostShards ? {index, count} : undefined
}
