import {type Identity, isBy, type ReviewComment} from '../github/review.ts'
import {ruleUrl} from '../lint/rule-url.ts'
import {isShown} from '../lint/tally.ts'
import {isClosing} from '../report/mended.ts'
import type {ReviewedFile} from '../report/review.ts'
import type {AskedLinks} from './ask-links.ts'

/** A review comment of ours, as it stands. */
export interface OwnComment extends ReviewComment {
  /** Whether somebody else has said something to it. */
  readonly answered: boolean
}

/** Our review comments, oldest first, without those whose threads we have closed. */
export function ownComments(identity: Identity, comments: readonly ReviewComment[]): readonly OwnComment[] {
  const answers = comments.filter(comment => comment.answers !== undefined)
  const closed = new Set(
    answers.filter(answer => isBy(identity, answer) && isClosing(answer.body)).map(answer => answer.answers)
  )
  const answered = new Set(answers.filter(answer => !isBy(identity, answer)).map(answer => answer.answers))
  return comments
    .filter(comment => comment.answers === undefined && isBy(identity, comment) && !closed.has(comment.id))
    .map(comment => ({...comment, answered: answered.has(comment.id)}))
}

/** Rules that judge by what the web or GitHub told in this run. */
export const rulesOfTheWeb: readonly string[] = [
  'link-alive',
  'link-moved',
  'link-https',
  'repository-archived',
  'repository-stale'
]

/** What a run has found out. */
export interface Judgement {
  readonly lists: readonly ReviewedFile[]
  /** Whether a file may be a changed list that this run knows nothing of. */
  readonly isUnknown: (path: string) => boolean
  readonly asked: AskedLinks | undefined
}

/**
 * The comments that this run can judge: all but those on lists that were not read as a whole. Where the web left
 * questions open, what it once told of a line that is still the same is left alone.
 */
export function judged(comments: readonly OwnComment[], {lists, isUnknown, asked}: Judgement): readonly OwnComment[] {
  const broken = new Set(lists.filter(list => !isWhole(list)).map(({report}) => report.path))
  const read = new Set(lists.map(({report}) => report.path))
  const isOpen = !asked || asked.notes.length > 0 || asked.links.some(({fact}) => fact.status === 'unsure')
  return comments.filter(({path, body, state}) => {
    if (isOpen && read.has(path) && state === 'current' && tellsOfTheWeb(body)) return false
    return !broken.has(path) && (read.has(path) || !isUnknown(path))
  })
}

const isWhole = ({report}: ReviewedFile): boolean =>
  !report.crashes?.length && !report.diagnostics.some(({rule}) => rule === 'document-bounds')

const tellsOfTheWeb = (body: string): boolean => rulesOfTheWeb.some(rule => body.includes(`(${ruleUrl(rule)})`))

/** The fingerprints of what is found now. */
export const presentIn = (lists: readonly ReviewedFile[]): ReadonlySet<string> =>
  new Set(lists.flatMap(({report}) => report.diagnostics.filter(isShown).map(finding => finding.fingerprint)))
