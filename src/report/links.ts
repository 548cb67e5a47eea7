import type {LinkStatus, ReportedLink} from '../document/facts.ts'

/** How many links became what. `checked` are all but those that were skipped. */
export type LinkTally = Readonly<Record<LinkStatus | 'checked', number>>

/** Counts what became of links. */
export function tallyLinks(links: readonly ReportedLink[]): LinkTally {
  const counts = {checked: links.length, alive: 0, moved: 0, dead: 0, unsure: 0, skipped: 0}
  for (const {fact} of links) counts[fact.status]++
  return {...counts, checked: links.length - counts.skipped}
}

/** One sentence on what became of links; nothing where none was asked. */
export function linkSentence(links: readonly ReportedLink[]): string | undefined {
  if (links.length === 0) return undefined
  const {checked, ...counts} = tallyLinks(links)
  const parts = Object.entries(counts).filter(([, count]) => count > 0)
  return `Links: ${parts.map(([status, count]) => `${count} ${status}`).join(', ')}.`
}

/** The links that could not be judged, with the reason why: what is not certain is not passed over. */
export const unsureLinks = (links: readonly ReportedLink[]): readonly ReportedLink[] =>
  links.filter(({fact}) => fact.status === 'unsure')
