import type {Links} from './route.ts'
import {
  association,
  type Json,
  labelsOf,
  repositoryPage,
  repositoryUrl,
  rollup,
  showAccount,
  showRepository
} from './show.ts'
import {
  type Account,
  type Pull,
  pullBase,
  type Repository,
  type Review,
  type ReviewComment,
  type World
} from './world.ts'

/** A pull request as lists show it. */
export function showPullSimple(links: Links, pull: Pull): Json {
  const {repository, issue} = pull
  const url = `${repositoryUrl(links, repository)}/pulls/${pull.number}`
  const issueUrl = `${repositoryUrl(links, repository)}/issues/${pull.number}`
  const web = `${repositoryPage(links, repository)}/pull/${pull.number}`
  const statuses = `${repositoryUrl(links, repository)}/statuses/${pull.headSha}`
  const href = (to: string): Json => ({href: to})
  const end = (owner: Account, ref: string, sha: string, repo: Repository | undefined): Json => ({
    label: `${owner.login}:${ref}`,
    ref,
    sha,
    user: showAccount(links, owner),
    repo: repo ? showRepository(links, repo) : null
  })
  return {
    url,
    id: pull.id,
    node_id: pull.nodeId,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issueUrl,
    number: pull.number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: showAccount(links, issue.user),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: labelsOf(links, issue),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryUrl(links, repository)}/pulls/comments{/number}`,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statuses,
    head: end(pull.headOwner, pull.headRef, pull.headSha, pull.headRepository),
    base: end(repository.owner, pull.baseRef, pull.baseSha, repository),
    _links: {
      self: href(url),
      html: href(web),
      issue: href(issueUrl),
      comments: href(`${issueUrl}/comments`),
      review_comments: href(`${url}/comments`),
      review_comment: href(`${repositoryUrl(links, repository)}/pulls/comments{/number}`),
      commits: href(`${url}/commits`),
      statuses: href(statuses)
    },
    author_association: association(repository, issue.user).replace('NONE', 'FIRST_TIME_CONTRIBUTOR'),
    auto_merge: null,
    active_lock_reason: null
  }
}

/** A pull request as its own page shows it. */
export async function showPull(links: Links, pull: Pull): Promise<Json> {
  const base = await pullBase(pull)
  const [changes, commits] = await Promise.all([
    pull.repository.git.diff(base, pull.headSha),
    pull.repository.git.between(pull.baseSha, pull.headSha)
  ])
  const known = pull.mergeableKnown && pull.issue.state === 'open'
  return {
    ...showPullSimple(links, pull),
    merged: pull.mergedAt !== null,
    mergeable: known ? true : null,
    rebaseable: known ? true : null,
    mergeable_state: known ? 'clean' : 'unknown',
    merged_by: pull.mergedAt === null ? null : showAccount(links, pull.repository.owner),
    comments: pull.issue.comments.length,
    review_comments: pull.threads.reduce((sum, thread) => sum + thread.comments.length, 0),
    maintainer_can_modify: pull.maintainerCanModify,
    commits: commits.length,
    additions: changes.reduce((sum, {additions}) => sum + additions, 0),
    deletions: changes.reduce((sum, {deletions}) => sum + deletions, 0),
    changed_files: changes.length
  }
}

/** A review as REST shows it. */
export function showReview(links: Links, pull: Pull, review: Review): Json {
  const pullUrl = `${repositoryUrl(links, pull.repository)}/pulls/${pull.number}`
  const web = `${repositoryPage(links, pull.repository)}/pull/${pull.number}#pullrequestreview-${review.id}`
  return {
    id: review.id,
    node_id: review.nodeId,
    user: showAccount(links, review.user),
    body: review.body,
    state: review.state,
    html_url: web,
    pull_request_url: pullUrl,
    author_association: association(pull.repository, review.user),
    _links: {html: {href: web}, pull_request: {href: pullUrl}},
    ...(review.submittedAt === undefined ? {} : {submitted_at: review.submittedAt}),
    commit_id: review.commitId
  }
}

/** A comment on the diff as REST shows it. */
export function showReviewComment(links: Links, comment: ReviewComment): Json {
  const {thread} = comment
  const {pull, spot, original} = thread
  const repo = repositoryUrl(links, pull.repository)
  const url = `${repo}/pulls/comments/${comment.id}`
  const pullUrl = `${repo}/pulls/${pull.number}`
  const web = `${repositoryPage(links, pull.repository)}/pull/${pull.number}#discussion_r${comment.id}`
  const root = thread.comments[0]
  const place =
    thread.subject === 'file'
      ? {position: null, original_position: 1, line: null, original_line: null, side: 'RIGHT'}
      : {
          start_line: spot?.startLine ?? null,
          original_start_line: original?.startLine ?? null,
          start_side: original?.startSide ?? null,
          line: spot?.line ?? null,
          original_line: original?.line ?? null,
          side: original?.side ?? 'RIGHT',
          position: spot?.position ?? null,
          original_position: original?.position ?? null
        }
  return {
    url,
    pull_request_review_id: comment.reviewId,
    id: comment.id,
    node_id: comment.nodeId,
    diff_hunk: thread.diffHunk,
    path: thread.path,
    commit_id: thread.commit,
    original_commit_id: thread.originalCommit,
    user: showAccount(links, comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: web,
    pull_request_url: pullUrl,
    author_association: association(pull.repository, comment.user),
    _links: {self: {href: url}, html: {href: web}, pull_request: {href: pullUrl}},
    reactions: rollup(url, []),
    ...place,
    ...(root && root !== comment ? {in_reply_to_id: root.id} : {}),
    subject_type: thread.subject
  }
}

/** The webhook payload of something that happened to a pull request. */
export async function pullRequestEvent(
  links: Links,
  world: World,
  pull: Pull,
  action: string,
  sender: Account
): Promise<Json> {
  pull.mergeableKnown ||= action !== 'opened'
  return {
    action,
    number: pull.number,
    pull_request: await showPull(links, pull),
    ...(action === 'synchronize' ? {before: pull.previousSha ?? pull.baseSha, after: pull.headSha} : {}),
    repository: showRepository(links, pull.repository),
    ...(pull.repository.owner.type === 'Organization'
      ? {organization: {login: pull.repository.owner.login, id: pull.repository.owner.id}}
      : {}),
    sender: showAccount(links, world.accounts.get(sender.login.toLowerCase()) ?? sender)
  }
}
