import {hash} from 'node:crypto'
import {marker} from './markdown.ts'
import {packed, unpacked} from './packed.ts'

/** What an issue remembers without showing it. */
export interface IssueMemory {
  /** Short names of findings for which there was no room. */
  readonly unlisted: readonly string[]
  /** Whether there were more of those than can be remembered: nobody can tell then which findings are new. */
  readonly extent: 'all' | 'some'
  /** Fingerprints that are silenced, though no box stands for them: what they name is gone for now, or had no room. */
  readonly ticked: readonly string[]
  /** What the issue said, as a digest. */
  readonly state?: string
}

/** Ends the body of the issue, and makes it ours. */
export const auditMarker = 'audit'

/** So many are remembered at most, four bytes for what is not listed and eight for what is ticked: a third of a body each. */
const mostUnlisted = 4000
const mostTicked = 2000

/** A short name for a fingerprint, as eight hexadecimal digits: one in a million new findings has that of one of 4,000 others. */
export const shortName = (fingerprint: string): string => digest(fingerprint).slice(0, 8)

/** Sixteen hexadecimal digits for a text of any length. */
export const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 16)

/** The hidden lines that end a body. The most important of what is to be remembered comes first. */
export function memoryLines({unlisted, extent, ticked, state}: IssueMemory): readonly string[] {
  const names = [...new Set(unlisted)]
  const ticks = [...new Set(ticked)].filter(id => /^[\da-f]{16}$/.test(id))
  const ids = [
    ...(ticks.length > 0 ? [`ticked-${packed(ticks.slice(0, mostTicked))}`] : []),
    ...(names.length > 0 ? [`unlisted-${packed(names.slice(0, mostUnlisted))}`] : []),
    ...(extent === 'some' || names.length > mostUnlisted ? ['unlisted-more'] : []),
    ...(state ? [`state-${state}`] : []),
    auditMarker
  ]
  return ids.map(marker)
}

/** Reads the hidden lines of a body, wherever a person may have moved them. */
export function readMemory(lines: readonly string[]): IssueMemory {
  const ids = lines.flatMap(line => /^<!-- awesome-doctor:(\w[\w-]*) -->\s*$/.exec(line)?.[1] ?? [])
  const after = (prefix: string): readonly string[] =>
    ids.flatMap(id => (id.startsWith(prefix) ? [id.slice(prefix.length)] : []))
  const lists = after('unlisted-')
  const [state] = after('state-')
  return {
    unlisted: lists.filter(text => text !== 'more').flatMap(text => unpacked(text, 8)),
    extent: lists.includes('more') ? 'some' : 'all',
    ticked: after('ticked-').flatMap(text => unpacked(text, 16)),
    ...(state !== undefined && {state})
  }
}
