import path from 'node:path'
import type {ArtifactLocation, Region} from 'sarif'
import {location} from 'vfile-location'
import type {Range} from '../lint/rule.ts'

/** Where a file is: from the root of the sources, unless it was named by its whole path. */
function artifactOf(file: string): ArtifactLocation {
  const uri = path.posix.normalize(file).split('/').map(encode).join('/')
  if (!path.isAbsolute(file)) return {uri, uriBaseId: '%SRCROOT%'}
  return {uri: uri.startsWith('/') ? `file://${uri}` : `file:///${uri.replace('%3A', ':')}`}
}

const encode = (segment: string): string => encodeURIComponent(segment.replace(/[\ud800-\udfff]/gu, '\ufffd'))

/** Places in one file. */
export interface Sites {
  readonly artifact: ArtifactLocation
  readonly region: (range: Range) => Region
  /** Whether a text region can speak of all of a range: none has the byte-order mark in it. */
  readonly covers: (range: Range) => boolean
}

/**
 * Turns offsets into a file into places as SARIF 2.1.0 has them (§3.30.2): a byte-order mark counts for nothing, and
 * the end of a file that ends in a line break lies on the last line, behind that break.
 */
export function sitesIn(file: string, text: string): Sites {
  const artifact = artifactOf(file)
  const places = location(text)
  const mark = text.startsWith('\ufeff') ? 1 : 0
  const lastBreak = /(?:\r\n|\n|\r)$/.exec(text)?.[0].length ?? 0

  const point = (offset: number): {line: number; column: number; offset: number} => {
    const past = offset === text.length ? lastBreak : 0
    const {line, column} = places.toPoint(offset - past)!
    return {
      line,
      column: Math.max(1, column + past - (line === 1 ? mark : 0)),
      offset: Math.max(0, offset - mark)
    }
  }
  const region = ([from, to]: Range): Region => {
    const start = point(from)
    const end = point(to)
    return {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      charOffset: start.offset,
      charLength: end.offset - start.offset
    }
  }
  return {artifact, region, covers: ([from]) => from >= mark}
}
