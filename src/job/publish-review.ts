import {type GitHub, type Refusal, refusalOf} from '../github/octokit.ts'
import {type Posted, type Posting, postReview} from '../github/post-review.ts'
import {askPullRequest, type PullReference, type PullRequest} from '../github/pull-request.ts'
import {
  deniesGuess,
  type Identity,
  isBy,
  type Review,
  type ReviewComment,
  readComments,
  readIdentity,
  readReviews
} from '../github/review.ts'
import {changeComments, type Unchanged} from '../github/review-comments.ts'
import {findMarkers} from '../report/markdown.ts'
import {planMending} from '../report/mended.ts'
import {draftReview, type ReviewDraft, type ReviewTerms} from '../report/review.ts'
import {moreMarker, reviewMarker} from '../report/review-body.ts'
import {type Judgement, judged, type OwnComment, ownComments, presentIn} from './own-comments.ts'

/** What is to be published, and where. */
export interface Publication extends Judgement {
  readonly reference: PullReference
  /** As it was read. */
  readonly pull: PullRequest
  readonly maxComments: number
}

/** What became of it. */
export type Published =
  /** Nothing was posted, since the pull request has moved on. */
  | {readonly kind: 'superseded'}
  /** All that there is to say stands on the pull request; without a review, where none was ever needed. */
  | {readonly kind: 'told'; readonly reviewUrl?: string; readonly notes: readonly string[]}
  /** It does not: a clause that says why, a sentence that says what would help, and whether time alone would. */
  | {readonly kind: 'refused'; readonly reason: string; readonly remedy: string; readonly passes: boolean}

/** What publishing needs of the world. */
export interface Publishing {
  readonly github: GitHub
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<unknown>
}

/** Says in one review what is new, takes back what is mended, and leaves alone what stands. */
export async function publishReview(publication: Publication, publishing: Publishing): Promise<Published> {
  try {
    return await publish(publication, publishing)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refused(refusal, publication.pull)
  }
}

async function publish(publication: Publication, {github, sleep}: Publishing): Promise<Published> {
  const {reference, pull, lists} = publication
  const identify = once(() => readIdentity(github))
  const reviews = await readReviews(github, reference)
  const comments = pull.commentCount > 0 ? await readComments(github, reference) : []
  const marked = [...reviews, ...comments].filter(({body}) => findMarkers(body).length > 0)
  // Where nothing bears a marker, nothing is ours, whoever we are.
  const identity = marked.length > 0 ? await identify() : undefined
  if (identity && marked.some(one => deniesGuess(identity, one))) return unknownToken
  const {ours, own} = oursOf(identity, reviews, comments)

  const terms = termsOf(publication, ours, own)
  const draft = draftReview(lists, terms)
  const mendings = planMending(judged(own, publication), presentIn(lists))
  const last = ours.at(-1)
  if (!draft && mendings.length === 0) return told(last)

  const now = await askPullRequest(github, reference)
  if (now.headSha !== pull.headSha) return {kind: 'superseded'}
  if (now.state === 'closed') return closed
  const posting = {identify, isKnown, before: new Set(reviews.map(review => review.id)), sleep}
  const posted = draft ? await post(publication, {draft, terms}, github, posting) : last
  if (posted && 'refusal' in posted) return refused(posted.refusal, pull)
  return told(posted, await changeComments(github, reference, mendings))
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const isKnown = (body: string): boolean => findMarkers(body).includes(reviewMarker)

function oursOf(
  identity: Identity | undefined,
  reviews: readonly Review[],
  comments: readonly ReviewComment[]
): {readonly ours: readonly Review[]; readonly own: readonly OwnComment[]} {
  if (!identity) return {ours: [], own: []}
  const ours = reviews.filter(review => review.state !== 'PENDING' && isKnown(review.body) && isBy(identity, review))
  return {ours, own: ownComments(identity, comments)}
}

const markersOf = (bodies: readonly {readonly body: string}[]): readonly string[] =>
  bodies.flatMap(({body}) => findMarkers(body))

/** What has been told, so that nothing is told twice. */
function termsOf(
  {pull, maxComments}: Publication,
  reviews: readonly Review[],
  comments: readonly OwnComment[]
): ReviewTerms {
  const commented = markersOf(comments)
  const listed = markersOf(reviews)
  const {author, filesUrl} = pull
  const told = {listed: new Set(listed), author, filesUrl}
  if (reviews.at(-1)?.commit !== pull.headSha) return {...told, maxComments, commented: new Set(commented)}
  // What was left over moves up with a later push, not when the same head is looked at again.
  const room = listed.includes(moreMarker) ? 0 : maxComments
  return {...told, maxComments: room, commented: new Set([...commented, ...listed])}
}

/** Posts the review; where GitHub refuses a line of it, then with all in its body, where no line can be wrong. */
async function post(
  {reference, pull: {headSha: commit}, lists}: Publication,
  {draft, terms}: {readonly draft: ReviewDraft; readonly terms: ReviewTerms},
  github: GitHub,
  posting: Posting
): Promise<Posted> {
  const posted = await postReview(github, reference, {commit, ...draft}, posting)
  const isLine =
    'refusal' in posted &&
    posted.refusal.status === 422 &&
    /\b(?:line|path|hunk|threads?)\b/i.test(posted.refusal.message)
  if (!isLine || draft.comments.length === 0) return posted
  const plain = draftReview(lists, {...terms, maxComments: 0, listed: new Set()})
  return plain ? postReview(github, reference, {commit, ...plain}, posting) : posted
}

function told(review: {readonly url: string} | undefined, unchanged?: Unchanged): Published {
  const notes = unchanged ? [unchangedNote(unchanged)] : []
  return {kind: 'told', ...(review?.url && {reviewUrl: review.url}), notes}
}

const unchangedNote = ({count, refusal}: Unchanged): string =>
  `${count === 1 ? 'A comment' : `${count} comments`} on what is mended could not be taken back: ${reasonOf(refusal)}.`

const closed: Published = {
  kind: 'refused',
  reason: 'The pull request is closed, so nothing was posted',
  remedy: '',
  passes: false
}

const unknownToken: Published = {
  kind: 'refused',
  reason: 'GitHub does not tell whose token this is, so nobody knows which of the comments there are ours',
  remedy: 'Run the job again later.',
  passes: true
}

const refused = (refusal: Refusal, pull: PullRequest): Published => ({
  kind: 'refused',
  reason: reasonOf(refusal),
  remedy: remedyFor(refusal, pull),
  passes: isPassing(refusal)
})

/** Who refused something, as a clause. */
export function reasonOf({status, message}: Refusal): string {
  if (status === 0) return `GitHub could not be reached (${message})`
  return `GitHub ${status >= 500 ? 'failed' : 'refused'} (${status} ${message})`
}

const isPassing = ({status, message}: Refusal): boolean =>
  status === 0 || status >= 500 || status === 429 || /rate limit/i.test(message)

function remedyFor(refusal: Refusal, {origin}: PullRequest): string {
  const {status} = refusal
  if (isPassing(refusal)) return 'Run the job again later.'
  if (status === 422) return 'Nothing was posted; run the job again, and report it if that does not help.'
  if (origin === 'here') return 'The job needs `permissions: pull-requests: write`.'
  return 'A run for a fork may only read: let the workflow run on `pull_request_target` with `permissions: pull-requests: write`.'
}
