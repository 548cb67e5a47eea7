import {type LinkRecord, readRecord} from './link-record.ts'
import type {Memory} from './memory.ts'

/**
 * Memory as text: JSON lines. The first line says what it is and in which version, each further one is a
 * `LinkRecord`, in the order of addresses, so that a file under version control changes little from run to run.
 */
const header = {version: 1, tool: 'awesome-doctor'} as const

/** More than this is not written, and not read. */
const mostRecords = 200_000
const mostCharacters = 100_000_000
const longestLine = 100_000

/** Memory that was read from text. */
export interface ReadMemory {
  readonly memory: Memory
  /** How many lines could not be used and were left out. */
  readonly damaged: number
}

/**
 * Reads what `printMemory` printed. Nothing is believed: a line that is not sound is left out.
 * @param now milliseconds since 1970; what was seen after it was not seen
 * @returns nothing where the text is too long, of another version, or something else altogether
 */
export function parseMemory(text: string, now: number): ReadMemory | undefined {
  if (text.length > mostCharacters) return undefined
  const memory = new Map<string, LinkRecord>()
  let damaged = 0
  let count = 0
  for (const line of linesOf(text)) {
    count += 1
    if (count === 1) {
      if (!isHeader(readJson(line))) return undefined
      continue
    }
    if (line.trim() === '') continue
    const record = count > mostRecords + 1 ? undefined : readRecord(readJson(line), now)
    if (!record) damaged += 1
    // Two versions of the file that were merged may have an address twice.
    else if ((memory.get(record.address)?.seen ?? '') <= record.seen) memory.set(record.address, record)
  }
  return count === 0 ? undefined : {memory, damaged}
}

/** The lines of a text, without its byte-order mark. */
export function* linesOf(text: string): Generator<string> {
  let start = text.startsWith('\ufeff') ? 1 : 0
  while (start < text.length) {
    const end = text.indexOf('\n', start)
    yield text.slice(start, end < 0 ? text.length : end)
    if (end < 0) return
    start = end + 1
  }
}

/** What a line says; nothing where it is no JSON, or far too long. */
export function readJson(line: string): unknown {
  if (line.length > longestLine) return undefined
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

const isHeader = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  value.version === header.version &&
  'tool' in value &&
  value.tool === header.tool

/** Memory as text; the same memory is always the same bytes. */
export function printMemory(memory: Memory): string {
  const records = [...memory.values()]
  const kept =
    records.length <= mostRecords
      ? records
      : records.toSorted((a, b) => (a.seen > b.seen ? -1 : 1)).slice(0, mostRecords)
  const sorted = kept.toSorted((a, b) => (a.address < b.address ? -1 : 1))
  return [header, ...sorted].map(line => `${JSON.stringify(line)}\n`).join('')
}
