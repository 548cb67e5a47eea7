import type {Severity} from '../../lint/diagnostic.ts'

/** A section of a list as a picture shows it, with how many of its lines are well. */
export interface Section {
  /** Its heading, behind the one above it where that is needed. */
  readonly title: string
  /** Line of the heading, from 1. */
  readonly line: number
  /** Lines that have an entry or a finding, by the worst that was found there. */
  readonly lines: Readonly<Record<Severity | 'clean', number>>
}

/** Longer lines are no headings, and may take long to look at. */
const longest = 500

/** Headings below this depth are part of the section above them. */
const deepest = 3

/**
 * The sections of a list, in order. They are found line by line, without parsing: a picture may be a little off where
 * a list hides its headings well.
 * @param worst the worst that was found on a line, by its number from 1
 */
export function readSections(text: string, worst: ReadonlyMap<number, Severity>): readonly Section[] {
  const sections = [{title: 'Before the first heading', line: 1, lines: {clean: 0, warning: 0, error: 0}}]
  const lines = text.split(/\r\n|\n|\r/)
  let fence = /^---\s*$/.test(lines[0]!) && lines.indexOf('---', 1) > 0 ? '---' : undefined
  let above = ''
  for (const [index, line] of lines.entries()) {
    const mark = /^\s{0,9}(`{3,}|~{3,}|---$)/.exec(line)?.[1]
    if (fence && index > 0 && mark?.startsWith(fence)) fence = undefined
    else if (!fence && mark && mark !== '---') fence = mark
    const heading = fence || line.length > longest ? undefined : headingOf(line, lines[index + 1] ?? '')
    if (heading && heading.depth <= deepest && heading.words !== '') {
      if (heading.depth < deepest) above = heading.words
      const title = heading.depth === deepest && above !== '' ? `${above} › ${heading.words}` : heading.words
      sections.push({title, line: index + 1, lines: {clean: 0, warning: 0, error: 0}})
    }
    const found = worst.get(index + 1)
    if (found || (!fence && isEntry(line))) sections.at(-1)!.lines[found ?? 'clean']++
  }
  return sections
}

/** The number of the section that a line lies in. */
export function sectionAt(sections: readonly Section[], line: number): number {
  let low = 0
  let high = sections.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sections[middle]!.line <= line) low = middle
    else high = middle - 1
  }
  return low
}

/** An item or a row of a table with a link that leads out of the page. */
const isEntry = (line: string): boolean =>
  /^\s*(?:[-*+|]|\d{1,9}[.)])/.test(line) && /\]\(\s*<?[^\s#]|\]\[|<a\s|https?:\/\//i.test(line)

interface Heading {
  readonly depth: number
  readonly words: string
}

function headingOf(line: string, next: string): Heading | undefined {
  const hashes = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line)
  if (hashes) return {depth: hashes[1]!.length, words: wordsOf(hashes[2]!.replace(/[ \t]#+[ \t]*$/, ''))}
  const tag = /^\s*<h([1-6])\b[^<>]*>(.*)<\/h\1>/i.exec(line)
  if (tag) return {depth: Number(tag[1]), words: wordsOf(tag[2]!)}
  const isUnderlined = /^ {0,3}(?:={2,}|-{2,})[ \t]*$/.test(next) && /^ {0,3}[^\s\-*+>|<#=\d]/.test(line)
  return isUnderlined ? {depth: next.includes('=') ? 1 : 2, words: wordsOf(line)} : undefined
}

/** The words of a heading without marks, pictures and tags. */
const wordsOf = (markdown: string): string =>
  markdown
    .replace(/<[^<>]*>/g, '')
    .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])/g, '')
    .replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/[*`\\]|\b_+|_+\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
