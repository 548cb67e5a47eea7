import {readBrokenLines} from '../entry/entry-lines.ts'
import type {AwesomeList} from '../list.ts'

/** Blanks at the end of a line. */
export interface LineEnd {
  readonly range: readonly [start: number, end: number]
  /** Whether nothing else stands on the line. */
  readonly isEmpty: boolean
}

/** Finds blanks at the end of lines that make no hard break, in a list that has no habit of them. */
export function readLineEnds(list: AwesomeList): readonly LineEnd[] {
  const {text, blocks, verbatim} = list
  // A broken entry is mended as a whole.
  const broken = new Set(readBrokenLines(list).breaks.map(({range}) => range[0]))
  const found: LineEnd[] = []
  let code = 0
  let block = 0
  for (const match of text.matchAll(/(?<=\S|^)[ \t]+(?=\r?\n|$)/gm)) {
    const start = match.index
    while ((verbatim[code]?.[1] ?? Infinity) <= start) code++
    while ((blocks[block]?.range[1] ?? Infinity) < start) block++
    if (broken.has(start) || (verbatim[code]?.[0] ?? Infinity) <= start) continue
    // Two blanks before a line break inside a paragraph are a break that the author may have meant.
    const [from, to] = blocks[block]?.range ?? [Infinity, Infinity]
    if (match[0].startsWith('  ') && from <= start && text.slice(start, to).trim() !== '') continue
    found.push({range: [start, start + match[0].length], isEmpty: start === 0 || text[start - 1] === '\n'})
  }
  // Where blanks end every tenth line, nobody minds them there, and one more or less is no news.
  return found.length > 20 && found.length > text.split('\n').length / 10 ? [] : found
}
