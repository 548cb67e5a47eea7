import type {Paragraph} from 'mdast'
import type {AwesomeList} from '../list.ts'

/** A line that was meant as a heading, and that markdown reads as words. */
export interface GluedHeading {
  readonly node: Paragraph
  readonly hashes: string
  /** Where the hashes stand. */
  readonly range: readonly [start: number, end: number]
  /** Where its line begins: stray marks may stand between that and the hashes. */
  readonly line: number
}

/** One to six hashes glued to a word or a link, at the start of a line. */
const glued = /^ {0,3}(#{1,6})(?=[\p{L}\p{Extended_Pictographic}[`*])[^\n]*/gmu

/** Hashes with marks of emphasis before them that open nothing. */
const marked = /^(?:\*{2,}|_{2,})[ \t]?(#{1,6})[ \t]+\S[^\n]*/

/** Headings without a space behind their hashes, or with stray marks before them, in order of place. */
export function* readGluedHeadings({blocks, text}: AwesomeList): Iterable<GluedHeading> {
  for (const {node, range, quoted, item} of blocks) {
    if (node.type !== 'paragraph' || quoted || item) continue
    const source = text.slice(...range)
    const [first, child] = [marked.exec(source), node.children[0]]
    if (first && child?.type === 'text') {
      const start = range[0] + first[0].indexOf('#')
      yield {node, hashes: first[1]!, range: [start, start + first[1]!.length], line: range[0]}
    }
    for (const match of source.matchAll(glued)) {
      const hashes = match[1]!
      const start = range[0] + match.index + match[0].indexOf('#')
      // A single hash, or several in a line, make hashtags.
      if (hashes.length === 1 && !isLonely(source, match[0])) continue
      yield {node, hashes, range: [start, start + hashes.length], line: range[0] + match.index}
    }
  }
}

const isLonely = (paragraph: string, line: string): boolean =>
  paragraph.trim() === line.trim() && /^ {0,3}#\p{Lu}/u.test(line) && line.trim().includes(' ') && !/\s#/.test(line)
