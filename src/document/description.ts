import type {Entry} from './entry.ts'

/** What is said of an entry, as written, and where. */
export interface Description {
  readonly range: readonly [start: number, end: number]
  /** The words that a reader sees: without addresses, badges and markup. */
  readonly words: string
}

/** What may part a link from its description. */
const separator = /^(?:[*_~)\]]{0,3}\s*(?:\p{Dash}|[:|·•→])?\s+|\s*[:：–—]\s*)/u

/** The words behind the link that leads a list item; none for a table row, whose cells say more than one thing. */
export function descriptionOf({head, link, linkFirst, node}: Entry, text: string): Description | undefined {
  if (node?.type === 'tableRow' || !linkFirst || link.range[1] >= head[1]) return undefined
  const rest = text.slice(link.range[1], head[1])
  const lead = separator.exec(rest)?.[0].length ?? 0
  const start = link.range[1] + lead
  const end = start + rest.slice(lead).trimEnd().length
  const words = text
    .slice(start, end)
    .replace(/!\[[^\]\n]{0,400}\](?:\([^)\n]{0,400}\)|\[[^\]\n]{0,400}\])/g, '')
    .replace(/<[^>\n]{0,400}>/g, '')
    .replace(/\[([^\]\n]{0,400})\](?:\([^)\n]{0,400}\)|\[[^\]\n]{0,400}\])/g, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? undefined : {range: [start, end], words}
}
