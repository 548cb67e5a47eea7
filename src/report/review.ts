import type {Patch} from '../lint/changed-lines.ts'
import type {Diagnostic, FileReport, Safety} from '../lint/diagnostic.ts'
import {isShown} from '../lint/tally.ts'
import {bodyLimit} from './markdown.ts'
import {reach} from './patch.ts'
import {moreMarker, reviewBody} from './review-body.ts'
import {commentBody, type Note} from './review-comment.ts'
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
  /** Whether the author is new to the repository, and may be new to suggestions. */
  readonly author?: 'newcomer' | 'regular'
  /** Root of the pages of the files at the head, such as `https://github.com/o/r/blob/SHA`. */
  readonly filesUrl?: string
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

/** Findings that one comment tells of at most: so many fit under a suggestion as long as it may be. */
const mostPerComment = 20

/** Drafts the review that says what is new, or nothing where there is nothing new to say. */
export function draftReview(files: readonly ReviewedFile[], terms: ReviewTerms): ReviewDraft | undefined {
  const isNew = (finding: Diagnostic): boolean => isShown(finding) && !terms.commented.has(finding.fingerprint)
  const isToldOf = (finding: Diagnostic): boolean =>
    terms.listed.has(finding.fingerprint) || terms.listed.has(moreMarker)
  const fresh = files.map(file => ({...file, findings: file.report.diagnostics.filter(isNew)}))
  const possible = fresh.flatMap(({report, patch, findings}) => (patch ? notesOn(report, patch, findings) : []))
  const notes = [...possible].sort(bySeverity).slice(0, terms.maxComments).sort(byPlace)
  const told = new Set(notes.flatMap(note => note.findings))
  const listed = fresh
    .flatMap(({findings}) => findings.filter(finding => !told.has(finding) && !isToldOf(finding)))
    .sort((a, b) => rank(a) - rank(b))
  if (notes.length === 0 && listed.length === 0) return undefined
  const explained = toExplain(notes)
  const comments = notes.map((note): ReviewComment => {
    const {path, start, end} = note
    const from = start < end ? {start_line: start, start_side: 'RIGHT' as const} : {}
    return {path, line: end, side: 'RIGHT', ...from, body: commentBody(note, explained)}
  })
  const placed = new Set(possible.flatMap(note => note.findings))
  const body = reviewBody({
    notes,
    listed,
    crowded: new Set(listed.filter(finding => placed.has(finding))),
    risen: new Set([...told].filter(isToldOf)),
    turn: terms.commented.size + terms.listed.size > 0 ? 'later' : 'first',
    author: terms.author ?? 'regular',
    filesUrl: terms.filesUrl
  })
  return {body, comments, listed}
}

/** Why it matters is said once for each rule, where there is room: in a comment on one thing. */
function toExplain(notes: readonly Note[]): ReadonlySet<Diagnostic> {
  const first = new Map<string, Diagnostic>()
  for (const {findings} of notes) {
    const [only, ...more] = findings
    const kind = `${only?.rule} ${only?.note}`
    if (only && more.length === 0 && !first.has(kind)) first.set(kind, only)
  }
  return new Set(first.values())
}

const rank = ({severity}: Diagnostic): number => (severity === 'error' ? 0 : 1)

const severest = ({findings}: Note): number => Math.min(...findings.map(rank))

const byPlace = (a: Note, b: Note): number =>
  a.path === b.path ? a.start - b.start || a.end - b.end : a.path < b.path ? -1 : 1

const bySeverity = (a: Note, b: Note): number => severest(a) - severest(b) || byPlace(a, b)

/** The comments on one file: one for each suggestion, and one for each line with findings that have none. */
function notesOn({path, text}: FileReport, {hunks, added}: Patch, findings: readonly Diagnostic[]): readonly Note[] {
  // Small ones go first, so that a move does not swallow the fixes of the lines it passes.
  const candidates = (safety: Safety) =>
    findings
      .flatMap(item => (item.fix?.safety === safety ? [{item, edits: item.fix.edits}] : []))
      .sort((a, b) => reach(text, a.edits) - reach(text, b.edits))
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
      findings: [...(block?.findings ?? []), finding]
    })
  }
  return [...blocks.values()].map(({range: {start, end}, findings, ...rest}) => {
    const inOrder = [...findings].sort((a, b) => a.place.start.offset - b.place.start.offset)
    return {path, text, start, end, findings: inOrder.slice(0, mostPerComment), ...rest}
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
