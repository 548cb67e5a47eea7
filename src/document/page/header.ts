import type {AwesomeList} from '../list.ts'

/** What stands before the first section and the first entry: title, logo, badges, introduction. */
export interface Header {
  readonly range: readonly [start: number, end: number]
  /** Whether it is a picture or a heading in HTML instead of a plain title. */
  readonly designed: boolean
}

/** Reads the head of the page. */
export function headerOf({text, title, sections, entries, links, verbatim}: AwesomeList): Header {
  const first = Math.min(sections[0]?.range[0] ?? text.length, entries[0]?.range[0] ?? text.length)
  // A picture may stand above an only heading that is not of level 1.
  const end = Math.max(first, title?.heading.position?.end.offset ?? 0)
  const before = title?.range[0] ?? end
  const html = verbatim.filter(([start]) => start < end).map(([start, stop]) => text.slice(start, Math.min(stop, end)))
  const picture = links.some(link => link.role === 'image' && link.range[0] < before)
  return {range: [0, end], designed: picture || html.some(code => /<(?:h[1-6]|img|picture|center)\b/i.test(code))}
}
