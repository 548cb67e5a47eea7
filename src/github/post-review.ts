import {type GitHub, type Refusal, refusalOf} from './octokit.ts'
import type {PullReference} from './pull-request.ts'
import {type Identity, isBy, type Review, readReviews, removePending} from './review.ts'

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

/** Milliseconds before each look for a review that may have been saved: lists lag behind. */
const looks = [2000, 4000]

const mostAttempts = 3

/**
 * Posts a review, once: GitHub may save it and fail to say so, thus after a failure it is looked for before it is sent again.
 * A pending review of ours, left by an accident, is removed where it stands in the way.
 */
export async function postReview(
  github: GitHub,
  pull: PullReference,
  review: NewReview,
  posting: Posting
): Promise<Posted> {
  for (let attempt = 1; ; attempt++) {
    const posted = await send(github, pull, review)
    if ('url' in posted) return posted
    const {status, message} = posted.refusal
    if (status === 422 && /pending review/i.test(message)) {
      if (attempt === mostAttempts || !(await makeRoom(github, pull, posting))) return posted
      continue
    }
    if (status !== 0 && status < 500) return posted
    const found = await find(github, pull, review, posting)
    if (found !== 'not there') return found === 'unknown' ? posted : found
    if (attempt === mostAttempts) return posted
  }
}

async function send(github: GitHub, {owner, repo, number}: PullReference, review: NewReview): Promise<Posted> {
  try {
    const {data} = await github.rest.pulls.createReview({
      owner,
      repo,
      pull_number: number,
      commit_id: review.commit,
      event: 'COMMENT',
      body: review.body,
      comments: [...review.comments],
      // Sending twice would make two reviews.
      request: {retries: 0}
    })
    return {url: data.html_url ?? ''}
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return {refusal}
  }
}

/** The review, if it was saved after all. Where nobody can tell, it is better not to send it again. */
async function find(
  github: GitHub,
  pull: PullReference,
  {commit}: NewReview,
  {identify, isKnown, before, sleep}: Posting
): Promise<{readonly url: string} | 'unknown' | 'not there'> {
  const isNew = ({id, state, body, ...review}: Review): boolean =>
    !before.has(id) && state !== 'PENDING' && review.commit === commit && isKnown(body)
  for (const time of looks) {
    await sleep(time)
    const reviews = await readReviewsQuietly(github, pull)
    if (!reviews) return 'unknown'
    const fresh = reviews.filter(isNew)
    if (fresh.length === 0) continue
    const identity = await identify()
    const found = fresh.findLast(review => isBy(identity, review))
    if (found) return found
    if (identity.source === 'guessed') return 'unknown'
  }
  return 'not there'
}

async function readReviewsQuietly(github: GitHub, pull: PullReference): Promise<readonly Review[] | undefined> {
  try {
    return await readReviews(github, pull)
  } catch (error) {
    if (!refusalOf(error)) throw error
    return undefined
  }
}

/** Whether a pending review was removed. A person's own draft is never touched. */
async function makeRoom(github: GitHub, pull: PullReference, {identify, isKnown}: Posting): Promise<boolean> {
  const reviews = await readReviewsQuietly(github, pull)
  const identity = await identify()
  const isInTheWay = (review: Review): boolean =>
    review.state === 'PENDING' && isBy(identity, review) && (identity.kind === 'bot' || isKnown(review.body))
  const pending = reviews?.find(isInTheWay)
  return pending !== undefined && (await removePending(github, pull, pending)) === 'done'
}
