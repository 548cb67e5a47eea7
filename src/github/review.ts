import {type GitHub, refusalOf} from './octokit.ts'
import type {PullReference} from './pull-request.ts'

/** Who wrote something; nobody, where the account is gone. */
export type Author = {readonly login: string; readonly type?: string} | null

/** A review on a pull request. */
export interface Review {
  readonly id: number
  readonly author: Author
  readonly state: string
  /** The head it was written for. */
  readonly commit: string
  readonly body: string
  readonly url: string
}

/** A review comment. */
export interface ReviewComment {
  readonly id: number
  readonly nodeId: string
  readonly author: Author
  readonly path: string
  readonly body: string
  /** Id of the comment that opened the thread, for an answer. */
  readonly answers?: number
  /** Whether its lines are as they were when it was written. */
  readonly state: 'current' | 'outdated'
}

/** The login that a token acts under, without the `[bot]` that some answers put behind an app's name. */
export interface Identity {
  readonly login: string
  readonly kind: 'bot' | 'user'
  /** `guessed`: GitHub does not tell, and most likely the token is that of a workflow run. */
  readonly source: 'told' | 'guessed'
}

const bare = (login: string): string => login.replace(/\[bot\]$/, '').toLowerCase()

/** Who we are. GraphQL knows it for every token, REST for those of people only. */
export async function readIdentity(github: GitHub): Promise<Identity> {
  const asked = github
    .graphql<{viewer: {login: string}}>('query { viewer { login } }')
    .then(answer => answer.viewer.login)
    .catch(() => github.rest.users.getAuthenticated().then(({data}) => data.login))
  const login = await asked.catch(() => undefined)
  if (login === undefined) return {login: 'github-actions', kind: 'bot', source: 'guessed'}
  const kind = login.endsWith('[bot]') || login === 'github-actions' ? 'bot' : 'user'
  return {login: bare(login), kind, source: 'told'}
}

/** Whether something is by us. A person may have the name of an app. */
export const isBy = ({login, kind}: Identity, {author}: {readonly author: Author}): boolean =>
  author !== null && bare(author.login) === login && (author.type === 'Bot') === (kind === 'bot')

/** Whether something is by an app other than the one that a guess named, so that the guess may be wrong. */
export const deniesGuess = (identity: Identity, {author}: {readonly author: Author}): boolean =>
  identity.source === 'guessed' && author?.type === 'Bot' && bare(author.login) !== identity.login

/** All reviews on a pull request, oldest first. @throws what the client throws. */
export async function readReviews(github: GitHub, {owner, repo, number}: PullReference): Promise<readonly Review[]> {
  const all = await github.paginate(github.rest.pulls.listReviews, {owner, repo, pull_number: number, per_page: 100})
  return all.map(({id, user, state, commit_id, body, html_url}) => {
    return {id, author: user, state, commit: commit_id ?? '', body, url: html_url}
  })
}

/** All review comments on a pull request, oldest first. @throws what the client throws. */
export async function readComments(
  github: GitHub,
  {owner, repo, number}: PullReference
): Promise<readonly ReviewComment[]> {
  const asked = {owner, repo, pull_number: number, per_page: 100}
  const all = await github.paginate(github.rest.pulls.listReviewComments, asked)
  return all.map(({id, node_id, user, path, body, in_reply_to_id, line, subject_type}) => ({
    id,
    nodeId: node_id,
    author: user,
    path,
    body,
    ...(in_reply_to_id !== undefined && {answers: in_reply_to_id}),
    // The document knows no null here, but it is how GitHub says so.
    state: subject_type !== 'file' && (line ?? null) === null ? 'outdated' : 'current'
  }))
}

/** Removes a pending review, and tells whether that was done. */
export async function removePending(
  github: GitHub,
  {owner, repo, number}: PullReference,
  {id}: Pick<Review, 'id'>
): Promise<'done' | 'refused'> {
  try {
    await github.rest.pulls.deletePendingReview({owner, repo, pull_number: number, review_id: id})
    return 'done'
  } catch (error) {
    if (!refusalOf(error)) throw error
    return 'refused'
  }
}
