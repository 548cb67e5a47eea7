import type {Patch} from '../lint/changed-lines.ts'
import type {Diagnostic, FileReport} from '../lint/diagnostic.ts'
import {isShown} from '../lint/tally.ts'
import {bodyLimit, escapeText, fence, inlineCode, link, marker, reasonMarkdown, shorten, within} from './markdown.ts'
import {type LineRange, planSuggestions, type Suggestion} from './suggestion.ts'

/** What was found in a file of a pull request, and the lines of it that a comment may stand on. */
export interface ReviewedFile {
  readonly report: FileReport
  /** Missing where GitHub shows no diff of the file: nothing can be commented there. */
  readonly patch?: Patch
}

/** What the review is to respect. */
export interface ReviewTerms {
  /** Inline comments at most; what is left over is told in the review's body. */
  readonly maxComments: number
  /** Fingerprints of findings that have a comment of ours already. */
  readonly commented: ReadonlySet<string>
  /** Fingerprints of findings that a review's body of ours has told of. */
  readonly listed: ReadonlySet<string>
}

/** A comment as GitHub's API takes it within a review. */
interface ReviewComment {
  readonly path: string
  readonly line: number
  readonly side: 'RIGHT'
  readonly start_line?: number
  readonly start_side?: 'RIGHT'
  readonly body: string
}

/** A review that is ready to be posted. */
export interface ReviewDraft {
  readonly body: string
  /** By path and line. */
  readonly comments: readonly ReviewComment[]
  /** Findings told of in the body, since there were too many, or since no comment can stand on their lines. */
  readonly listed: readonly Diagnostic[]
}

/** Ends the body of every review of ours. */
export const reviewMarker = 'review'

/** In a body that tells of more findings than it could remember one by one. */
export const moreMarker = 'more'
const mostMarkers = 500

/** Findings that one comment tells of at most: so many fit under a suggestion as long as it may be. */
const mostPerComment = 20

interface Note extends LineRange {
  readonly path: string
  readonly findings: readonly Diagnostic[]
  readonly body: string
}

/** Drafts the review that says what is new, or nothing where there is nothing new to say. */
export function draftReview(files: readonly ReviewedFile[], terms: ReviewTerms): ReviewDraft | undefined {
  const isNew = (finding: Diagnostic): boolean => isShown(finding) && !terms.commented.has(finding.fingerprint)
  const fresh = files.map(file => ({...file, findings: file.report.diagnostics.filter(isNew)}))
  const notes = fresh.flatMap(({report, patch, findings}) => (patch ? notesOn(report, patch, findings) : []))
  const chosen = [...notes].sort(bySeverity).slice(0, terms.maxComments)
  const told = new Set(chosen.flatMap(note => note.findings))
  const listed = fresh.flatMap(({findings}) => findings.filter(finding => !told.has(finding)))
  const isToldOf = (finding: Diagnostic): boolean =>
    terms.listed.has(finding.fingerprint) || terms.listed.has(moreMarker)
  if (chosen.length === 0 && listed.every(isToldOf)) return undefined
  const comments = chosen.sort(byPlace).map(({path, start, end, body}): ReviewComment => {
    const from = start < end ? {start_line: start, start_side: 'RIGHT' as const} : {}
    return {path, line: end, side: 'RIGHT', ...from, body}
  })
  return {body: bodyOf([...told], listed), comments, listed}
}

const severest = (note: Note): number => (note.findings.some(finding => finding.severity === 'error') ? 0 : 1)

const byPlace = (a: Note, b: Note): number =>
  a.path === b.path ? a.start - b.start || a.end - b.end : a.path < b.path ? -1 : 1

const bySeverity = (a: Note, b: Note): number => severest(a) - severest(b) || byPlace(a, b)

/** The comments on one file: one for each suggestion, and one for each line with findings that have none. */
function notesOn({path, text}: FileReport, {hunks, added}: Patch, findings: readonly Diagnostic[]): readonly Note[] {
  const candidates = (safety: string) =>
    findings.flatMap(item => (item.fix?.safety === safety ? [{item, edits: item.fix.edits}] : []))
  const safe = planSuggestions(text, hunks, candidates('safe'))
  const suggestions = [...safe, ...planSuggestions(text, hunks, candidates('unsafe'), safe)].filter(fits)
  const carried = new Set(suggestions.flatMap(suggestion => suggestion.items))
  const blocks = new Map<string, {range: LineRange; suggestion?: Suggestion<Diagnostic>; findings: Diagnostic[]}>()
  for (const suggestion of suggestions)
    blocks.set(`${suggestion.start}`, {range: suggestion, suggestion, findings: [...suggestion.items]})
  for (const finding of findings) {
    if (carried.has(finding)) continue
    const line = standOf(finding, hunks, added)
    if (line === undefined) continue
    const host = suggestions.find(({start, end}) => start <= line && line <= end)
    const key = `${host?.start ?? line}`
    const block = blocks.get(key)
    blocks.set(key, {
      ...(block ?? {range: {start: line, end: line}}),
      findings: [...(block?.findings ?? []), finding].sort((a, b) => a.place.start.offset - b.place.start.offset)
    })
  }
  return [...blocks.values()].map(({range, suggestion, findings}) => {
    const told = findings.slice(0, mostPerComment)
    return {path, start: range.start, end: range.end, findings: told, body: commentBody(text, told, suggestion)}
  })
}

/** Room is left for the sentences around the block. */
const fits = ({lines}: Suggestion<unknown>): boolean => lines.join('\n').length < bodyLimit / 2

/** The line a finding is told on: the first it covers that was added, else the first that the diff shows. */
function standOf({place}: Diagnostic, hunks: readonly LineRange[], added: readonly number[]): number | undefined {
  const {start, end} = place
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  const covered = (line: number): boolean => start.line <= line && line <= last
  const hunk = hunks.find(hunk => hunk.start <= last && start.line <= hunk.end)
  return added.find(covered) ?? (hunk && Math.max(start.line, hunk.start))
}

function commentBody(
  text: string,
  findings: readonly Diagnostic[],
  suggestion: Suggestion<Diagnostic> | undefined
): string {
  const sayings = findings.map(finding => {
    const carried = suggestion?.items.includes(finding)
    return carried ? saying(finding) : `${saying(finding)}${proposal(text, finding)}`
  })
  const caution = suggestion?.items.some(({fix}) => fix?.safety === 'unsafe')
    ? ['', 'Please check that the suggestion says what you mean before you apply it.']
    : []
  const block = suggestion ? `${fence('suggestion', suggestion.lines)}\n\n` : ''
  const markers = [...new Set(findings.map(finding => finding.fingerprint))].map(marker).join('\n')
  return within([...sayings, ...caution], `${block}${markers}`)
}

const saying = ({severity, reason, rule, url}: Diagnostic): string =>
  `**${severity}** ${reasonMarkdown(shorten(reason, 1000))} ${link(rule, url)}`

/** A fix in words, for a finding that no suggestion carries. */
function proposal(text: string, {fix}: Diagnostic): string {
  if (!fix) return ''
  const line = fixedLine(text, fix.edits)
  const giving = line === undefined ? '' : `, giving ${inlineCode(line)}`
  return ` · Proposed fix: ${escapeText(fix.title)}${giving}.`
}

/** What the edits make of their line, where it is one line that can be shown. */
function fixedLine(text: string, edits: NonNullable<Diagnostic['fix']>['edits']): string | undefined {
  const plain = text.replaceAll('\r', ' ')
  const moved = edits.map(edit => ({...edit, newText: edit.newText.replaceAll('\r', ' ')}))
  const everywhere = [{start: 1, end: Number.POSITIVE_INFINITY}]
  const [suggestion] = planSuggestions(plain, everywhere, [{item: undefined, edits: moved}])
  if (suggestion?.lines.length !== 1 || suggestion.start !== suggestion.end) return undefined
  const line = suggestion.lines[0]?.trimEnd() ?? ''
  return line.length > 500 ? undefined : line
}

function bodyOf(told: readonly Diagnostic[], listed: readonly Diagnostic[]): string {
  const all = [...told, ...listed]
  const fixable = told.filter(finding => finding.fix?.safety === 'safe').length
  const found = all.length === 1 ? 'one thing' : `${all.length} things`
  const mended =
    fixable === 0
      ? ''
      : ` ${fixable === all.length ? (fixable === 1 ? 'It has' : 'All have') : `${fixable} of them ${fixable === 1 ? 'has' : 'have'}`} a safe fix.`
  const opening = `awesome-doctor found ${found} to mend on the lines of this pull request.${mended}`
  const rest = listed.map(finding => `- ${inlineCode(finding.path)}:${finding.place.start.line} ${saying(finding)}`)
  const known = [...new Set(listed.map(finding => finding.fingerprint))]
  const ids = [...known.slice(0, mostMarkers), ...(known.length > mostMarkers ? [moreMarker] : []), reviewMarker]
  const list = rest.length > 0 ? ['', 'Without a comment of their own:', '', ...rest] : []
  return within([opening, ...list], ids.map(marker).join('\n'))
}
