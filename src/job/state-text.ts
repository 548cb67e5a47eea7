import {linesOf, readJson} from '../links/json-lines.ts'
import type {LinkRecord} from '../links/link-record.ts'
import {isPlain, own, readRecord} from '../links/link-record.ts'
import type {Memory} from '../links/memory.ts'
import type {PastAudit} from '../report/past-audit.ts'
import {keptAudits, mostAudits, readPastAudit} from './past-audits.ts'

/** What goes from run to run. */
export interface State {
  readonly memory: Memory
  /** From the oldest to the last one. */
  readonly audits: readonly PastAudit[]
}

/**
 * State as text: JSON lines. The first line says what it is and in which version, then come the past audits in order of
 * time, then a `LinkRecord` for each address, in the order of addresses, so that a file under version control changes
 * little from run to run. docs/state.md tells of every field.
 */
const header = {version: 1, tool: 'awesome-doctor'} as const

/** More than this is not written, and not read. */
const mostRecords = 200_000
const mostLines = 1 + mostAudits + mostRecords
const mostCharacters = 100_000_000

/** State that was read from text. */
export interface ReadState extends State {
  /** How many lines could not be used and were left out. */
  readonly damaged: number
}

/**
 * Reads what `printState` printed. Nothing is believed: a line that is not sound is left out.
 * @param now milliseconds since 1970; what was seen after it was not seen
 * @returns nothing where the text is too long, of another version, or something else altogether
 */
export function parseState(text: string, now: number): ReadState | undefined {
  if (text.length > mostCharacters) return undefined
  const memory = new Map<string, LinkRecord>()
  const audits: PastAudit[] = []
  let damaged = 0
  let count = 0
  for (const line of linesOf(text)) {
    count += 1
    const value = count > mostLines ? undefined : readJson(line)
    if (count === 1) {
      if (!isHeader(value)) return undefined
      continue
    }
    if (line.trim() === '') continue
    const audit = isAudit(value) ? readPastAudit(value, now) : undefined
    const record = isAudit(value) ? undefined : readRecord(value, now)
    if (audit) audits.push(audit)
    else if (!record) damaged += 1
    // Two versions of the file that were merged may have an address twice.
    else if ((memory.get(record.address)?.seen ?? '') <= record.seen) memory.set(record.address, record)
  }
  return count === 0 ? undefined : {memory, audits: keptAudits(audits), damaged}
}

const isAudit = (value: unknown): boolean => isPlain(value) && own(value, 'audit') !== undefined

const isHeader = (value: unknown): boolean =>
  isPlain(value) && own(value, 'version') === header.version && own(value, 'tool') === header.tool

/** State as text; the same state is always the same bytes. */
export function printState({memory, audits}: State): string {
  const records = [...memory.values()]
  const kept =
    records.length <= mostRecords
      ? records
      : records.toSorted((a, b) => (a.seen > b.seen ? -1 : 1)).slice(0, mostRecords)
  const sorted = kept.toSorted((a, b) => (a.address < b.address ? -1 : 1))
  return [header, ...keptAudits(audits), ...sorted].map(line => `${JSON.stringify(line)}\n`).join('')
}
