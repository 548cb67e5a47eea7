import type {GitHub, Refusal} from './octokit.ts'
import type {PullReference} from './pull-request.ts'
import {type Identity, isBy, type Review, readReviews, removePending} from './review.ts'
import {attempt, sendOnce} from './send-once.ts'

/** What is to be posted: data for GitHub's API as they are. */
export interface NewReview {
  readonly commit: string
  readonly body: string
  readonly comments: readonly {
    readonly path: string
    readonly line: number
    readonly side: 'RIGHT'
    readonly start_line?: number
    readonly start_side?: 'RIGHT'
    readonly body: string
  }[]
}

/** What became of a review: where it is, or who refused it. */
export type Posted = {readonly url: string} | {readonly refusal: Refusal}

/** What posting needs besides the review itself. */
export interface Posting {
  readonly identify: () => Promise<Identity>
  /** Tells a review of this program from others under the same identity, by its body. */
  readonly isKnown: (body: string) => boolean
  /** Ids of the reviews that were there before. */
  readonly before: ReadonlySet<number>
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<unknown>
}

/**
 * Posts a review, once. A pending review of ours, left by an accident, is removed where it stands in the way.
 */
export async function postReview(
  github: GitHub,
  pull: PullReference,
  review: NewReview,
  posting: Posting
): Promise<Posted> {
  const isPending = ({status, message}: Refusal): boolean => status === 422 && /pending review/i.test(message)
  return sendOnce<{readonly url: string}>(() => send(github, pull, review), {
    find: () => find(github, pull, review, posting),
    sleep: posting.sleep,
    makeRoom: async refusal => isPending(refusal) && (await makeRoom(github, pull, posting))
  })
}

async function send(
  github: GitHub,
  {owner, repo, number}: PullReference,
  review: NewReview
): Promise<{readonly url: string}> {
  const {data} = await github.rest.pulls.createReview({
    owner,
    repo,
    pull_number: number,
    commit_id: review.commit,
    event: 'COMMENT',
    body: review.body,
    comments: [...review.comments],
    request: {retries: 0}
  })
  return {url: data.html_url ?? ''}
}

/** The review, if it was saved after all. */
async function find(
  github: GitHub,
  pull: PullReference,
  {commit}: NewReview,
  {identify, isKnown, before}: Posting
): Promise<{readonly url: string} | 'unknown' | 'not there'> {
  const isNew = ({id, state, body, ...review}: Review): boolean =>
    !before.has(id) && state !== 'PENDING' && review.commit === commit && isKnown(body)
  const fresh = (await readReviews(github, pull)).filter(isNew)
  if (fresh.length === 0) return 'not there'
  const identity = await identify()
  const found = fresh.findLast(review => isBy(identity, review))
  if (found) return found
  return identity.source === 'guessed' ? 'unknown' : 'not there'
}

/** Whether a pending review was removed. A person's own draft is never touched. */
async function makeRoom(github: GitHub, pull: PullReference, {identify, isKnown}: Posting): Promise<boolean> {
  const reviews = await attempt(() => readReviews(github, pull))
  if ('refusal' in reviews) return false
  const identity = await identify()
  const isInTheWay = (review: Review): boolean =>
    review.state === 'PENDING' && isBy(identity, review) && (identity.kind === 'bot' || isKnown(review.body))
  const pending = reviews.find(isInTheWay)
  return pending !== undefined && (await removePending(github, pull, pending)) === 'done'
}
