import {findMarkers} from './markdown.ts'
import {packed, unpacked} from './packed.ts'

/** So many are remembered: half of what a body may hold. */
const most = 4000

/** Hexadecimal digits of a fingerprint that are kept. */
const digits = 12
const prefix = 'mends-'

/**
 * Fingerprints as the id of a marker. Where there are too many, the lowest are kept, so that of those it can still be told
 * whether one is new.
 */
export function memoryOf(fingerprints: readonly string[]): string {
  const known = [...new Set(fingerprints.map(one => one.slice(0, digits)))].sort().slice(0, most)
  return prefix + packed(known)
}

/** Whether a body remembers the fingerprint, or may have had to leave it out. */
export function memoryIn(body: string): (fingerprint: string) => boolean {
  const id = findMarkers(body).find(one => one.startsWith(prefix))
  const known = id === undefined ? [] : unpacked(id.slice(prefix.length), digits)
  const set = new Set(known)
  const last = known.length < most ? undefined : known.at(-1)
  return fingerprint => {
    const one = fingerprint.slice(0, digits)
    return set.has(one) || (last !== undefined && one > last)
  }
}

/** A body without what it remembers. */
export const forgetting = (body: string): string =>
  body
    .split('\n')
    .filter(line => !findMarkers(line).some(id => id.startsWith(prefix)))
    .join('\n')
