import {type GitHub, type Refusal, refusalOf} from './octokit.ts'
import type {PullReference} from './pull-request.ts'

/** A review of ours on a pull request. */
export interface OwnReview {
  readonly id: number
  readonly state: string
  /** The head it was written for. */
  readonly commit: string
  readonly body: string
  readonly url: string
}

/** A review comment of ours. */
export interface OwnComment {
  readonly id: number
  readonly nodeId: string
  readonly path: string
  readonly body: string
  /** Whether somebody else has said something to it. */
  readonly answered: boolean
}

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

/** The login that a token acts under, without the `[bot]` that some answers put behind an app's name. */
export interface Identity {
  readonly login: string
  readonly kind: 'bot' | 'user'
}

/** What became of a review: where it is, or who refused it. */
export type Posted = {readonly url: string} | {readonly refusal: Refusal}

const bare = (login: string): string => login.replace(/\[bot\]$/, '').toLowerCase()

/** Who we are. A token that may not ask is that of a workflow run. */
export async function readIdentity(github: GitHub): Promise<Identity> {
  const login = await github.graphql<{viewer: {login: string}}>('query { viewer { login } }').then(
    answer => answer.viewer.login,
    () => 'github-actions[bot]'
  )
  const kind = login.endsWith('[bot]') || login === 'github-actions' ? 'bot' : 'user'
  return {login: bare(login), kind}
}

const isOurs = (identity: Identity, user: {login: string; type?: string} | null): boolean =>
  user !== null && bare(user.login) === identity.login && (identity.kind === 'user' || user.type === 'Bot')

/** Our reviews on a pull request, oldest first. @throws what the client throws. */
export async function readOwnReviews(
  github: GitHub,
  identity: Identity,
  {owner, repo, number}: PullReference
): Promise<readonly OwnReview[]> {
  const all = await github.paginate(github.rest.pulls.listReviews, {owner, repo, pull_number: number, per_page: 100})
  return all
    .filter(({user}) => isOurs(identity, user))
    .map(({id, state, commit_id, body, html_url}) => ({id, state, commit: commit_id ?? '', body, url: html_url}))
}

/** Our review comments on a pull request, oldest first. @throws what the client throws. */
export async function readOwnComments(
  github: GitHub,
  identity: Identity,
  {owner, repo, number}: PullReference
): Promise<readonly OwnComment[]> {
  const all = await github.paginate(github.rest.pulls.listReviewComments, {
    owner,
    repo,
    pull_number: number,
    per_page: 100
  })
  const answers = new Set(all.filter(({user}) => !isOurs(identity, user)).map(comment => comment.in_reply_to_id))
  return all
    .filter(({user}) => isOurs(identity, user))
    .map(({id, node_id, path, body}) => ({id, nodeId: node_id, path, body, answered: answers.has(id)}))
}

/** What posting needs besides the review itself. */
export interface Posting {
  readonly identity: Identity
  /** Tells a review of this program from others under the same identity, by its body. */
  readonly isKnown: (body: string) => boolean
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<unknown>
}

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
  let refusal: Refusal = {status: 0, message: ''}
  for (let attempt = 1; attempt <= 3; attempt++) {
    const posted = await send(github, pull, review)
    if ('url' in posted) return posted
    refusal = posted.refusal
    if (refusal.status === 422 && /pending review/i.test(refusal.message)) {
      if (await removePending(github, pull, posting)) continue
      break
    }
    if (refusal.status !== 0 && refusal.status < 500) break
    await posting.sleep(attempt * 2000)
    const found = await find(github, pull, review, posting)
    if (found === 'unknown') break
    if (found) return found
  }
  return {refusal}
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
  {identity, isKnown}: Posting
): Promise<{readonly url: string} | 'unknown' | undefined> {
  try {
    const reviews = await readOwnReviews(github, identity, pull)
    return reviews.findLast(each => each.commit === commit && each.state !== 'PENDING' && isKnown(each.body))
  } catch (error) {
    if (!refusalOf(error)) throw error
    return 'unknown'
  }
}

/** Whether a pending review was removed. A person's own draft is never touched. */
async function removePending(github: GitHub, pull: PullReference, {identity, isKnown}: Posting): Promise<boolean> {
  const {owner, repo, number} = pull
  const reviews = await readOwnReviews(github, identity, pull)
  const pending = reviews.find(each => each.state === 'PENDING' && (identity.kind === 'bot' || isKnown(each.body)))
  if (!pending) return false
  const removed = github.rest.pulls.deletePendingReview({owner, repo, pull_number: number, review_id: pending.id})
  return removed.then(
    () => true,
    () => false
  )
}
