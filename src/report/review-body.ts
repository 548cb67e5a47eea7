import type {Diagnostic} from '../lint/diagnostic.ts'
import {home} from '../lint/rule-url.ts'
import {plural} from './closing.ts'
import {link, marker, tableCell, within} from './markdown.ts'
import {placeLink} from './place-link.ts'
import type {Note} from './review-comment.ts'
import {counted, saying, share, source} from './sentences.ts'

/** What a review is about, and for whom. */
export interface ReviewParts {
  /** One for each inline comment. */
  readonly notes: readonly Note[]
  /** New findings without a comment. */
  readonly listed: readonly Diagnostic[]
  /** Those of `listed` that have none since there are enough comments already. */
  readonly crowded: ReadonlySet<Diagnostic>
  /** Findings that have a comment now, and were listed by an earlier review. */
  readonly risen: ReadonlySet<Diagnostic>
  /** Whether this pull request was reviewed before. */
  readonly turn: 'first' | 'later'
  readonly author: 'newcomer' | 'regular'
  /** Root of the pages of the files at the head, such as `https://github.com/o/r/blob/SHA`. */
  readonly filesUrl?: string | undefined
}

/** Ends the body of every review of ours. */
export const reviewMarker = 'review'

/** In a body that tells of more findings than it could remember one by one. */
export const moreMarker = 'more'
const mostMarkers = 500

/** A longer table is folded. */
const mostOpenRows = 10

const help =
  'https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/incorporating-feedback-in-your-pull-request'

/** A review's body: one line, a second one for who is new here, a table of what has no comment, and the markers. */
export function reviewBody(parts: ReviewParts): string {
  const {listed} = parts
  const known = [...new Set(listed.map(finding => finding.fingerprint))]
  const ids = [...known.slice(0, mostMarkers), ...(known.length > mostMarkers ? [moreMarker] : []), reviewMarker]
  const markers = ids.map(marker).join('\n')
  const opening = [openingOf(parts), ...welcome(parts)]
  if (listed.length === 0) return within(opening, markers)
  const heading = headingOf(parts)
  const rows = ['| Line | Finding |', '| --- | --- |', ...listed.map(each => row(each, parts))]
  return listed.length > mostOpenRows
    ? within([...opening, '', `<details><summary>${heading}</summary>`, '', ...rows], `</details>\n\n${markers}`)
    : within([...opening, '', `${heading}:`, '', ...rows], markers)
}

function openingOf({notes, listed, risen, turn}: ReviewParts): string {
  const told = notes.flatMap(note => note.findings)
  const found = [...told.filter(finding => !risen.has(finding)), ...listed]
  const errors = found.filter(finding => finding.severity === 'error').length
  const sentences = [
    ...(found.length > 0
      ? [
          `found ${counted(errors, found.length - errors, turn === 'later' ? 'new ' : '')} on the lines of this pull request`
        ]
      : []),
    ...(risen.size > 0 ? [`has room now to comment on ${risen.size} of what it only listed before`] : [])
  ]
  return `${link('awesome-doctor', home)} ${sentences.join(', and ')}${mending(notes, told.length + listed.length)}.`
}

/** How much of it the suggestions mend. */
function mending(notes: readonly Note[], all: number): string {
  const suggestions = notes.flatMap(({suggestion}) => suggestion ?? [])
  const mended = suggestions.reduce((sum, {items}) => sum + items.length, 0)
  if (mended === 0) return ''
  const verb = suggestions.length === 1 ? 'suggestion below mends' : 'suggestions below mend'
  return `; the ${verb} ${share(mended, all)}`
}

function welcome({notes, turn, author}: ReviewParts): readonly string[] {
  const suggestions = notes.filter(({suggestion}) => suggestion).length
  if (author !== 'newcomer' || turn === 'later' || suggestions === 0) return []
  const how =
    suggestions === 1
      ? 'To apply the suggestion, press **Commit suggestion** below it.'
      : `To apply a suggestion, press **Commit suggestion** below it, or ${link('apply several at once', help)} under **Files changed**.`
  return ['', `Welcome! ${how}`]
}

function headingOf({notes, listed, crowded}: ReviewParts): string {
  const more = notes.length > 0 ? ' more' : ''
  const have = listed.length === 1 ? `One${more} has` : `${listed.length}${more} have`
  const cause =
    crowded.size === listed.length && notes.length > 0
      ? `, to keep the review to ${plural(notes.length, 'comment')}`
      : crowded.size === 0
        ? ', as the diff does not show the lines'
        : ''
  return `${have} no comment of ${listed.length === 1 ? 'its' : 'their'} own${cause}`
}

function row(finding: Diagnostic, {filesUrl}: ReviewParts): string {
  const line = placeLink({path: finding.path, line: finding.place.start.line}, filesUrl)
  return `| ${tableCell(line)} | ${tableCell(`${saying(finding)} ${source(finding)}`)} |`
}
