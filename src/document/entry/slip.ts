import type {Paragraph} from 'mdast'
import type {Marker} from './entry.ts'
import type {Unmarked} from './unmarked.ts'

type Range = readonly [start: number, end: number]

/** A place in a paragraph where a list item was meant, but its marker has no blank, or is missing. */
export interface Slip {
  readonly marker: Marker
  /** Where its line begins. */
  readonly line: number
  /** Where its words begin. */
  readonly start: number
  /** Where its first paragraph ends … */
  readonly end: number
  /** … and where all of it does. */
  readonly whole: number
}

/** A marker without its blank, at the start of a line: `-[`, `*[`, `+**[`, `1.[`. */
const tightMarker = /^[ \t]*([-*+]|\d{1,9}[.)])(?=(?:\*\*|__|[*_])?!?\[[^\]]*[^\]\s])/gm

/** The marker of a list item that begins at an offset. */
export function markerAt(source: string, offset: number): Marker {
  const text = /^(?:[-*+]|\d+[.)])/.exec(source.slice(offset, offset + 12))?.[0] ?? ''
  return {text, range: [offset, offset + text.length], spaced: true}
}

/**
 * Finds the items that a paragraph swallowed, or that it was meant to be.
 * @param unmarked its lines that lack a marker
 */
export function findSlips(
  {children}: Paragraph,
  range: Range,
  source: string,
  unmarked: readonly Unmarked[] = []
): readonly Slip[] {
  const found: Slip[] = []
  for (const match of source.slice(...range).matchAll(tightMarker)) {
    const text = match[1]!
    const at = range[0] + match.index + match[0].length - text.length
    // `*[x](u)*` is emphasis: there the parser made a node of the mark.
    const child = children.find(other => (other.position?.end.offset ?? 0) > at)
    if (child?.type !== 'text') continue
    const marker: Marker = {text, range: [at, at + text.length], spaced: false}
    found.push({marker, line: range[0] + match.index, start: at + text.length, end: range[1], whole: range[1]})
  }
  for (const {line, start, missing} of unmarked) {
    const marker: Marker = {text: missing.trim(), range: [start, start], spaced: false, missing}
    found.push({marker, line, start, end: range[1], whole: range[1]})
  }
  found.sort((a, b) => a.line - b.line)
  return found.map((slip, index) => {
    const next = found[index + 1]?.line ?? range[1]
    return {...slip, end: next, whole: next}
  })
}
