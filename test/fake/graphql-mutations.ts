import {signatureOf} from './git-data.ts'
import {type Args, FieldError, typed} from './graphql-field.ts'
import {moveBranch} from './move.ts'
import {type Call, required} from './route.ts'
import {
  type Account,
  branchSha,
  fullName,
  type IssueComment,
  type Minimized,
  type Repository,
  repositoryNamed,
  roleOf,
  type Thread,
  type Viewer
} from './world.ts'

/** Whether somebody may push to the repository. */
export const canPush = (viewer: Viewer | undefined, repository: Repository): boolean => {
  if (!viewer) return false
  if (viewer.kind !== 'user') return !viewer.permissions || viewer.permissions['contents'] === 'write'
  return ['admin', 'maintain', 'write'].includes(roleOf(repository, viewer.account) ?? '')
}

type Found =
  | {readonly kind: 'thread'; readonly thread: Thread; readonly repository: Repository}
  | {
      readonly kind: 'comment'
      readonly item: {minimized?: Minimized | undefined}
      readonly repository: Repository
      readonly type: string
      readonly own: unknown
      readonly inPull: boolean
    }

function lookUp(call: Call, id: string): Found {
  for (const repository of call.world.repositories.values()) {
    for (const issue of repository.issues.values()) {
      const item = issue.comments.find((comment: IssueComment) => comment.nodeId === id)
      if (item)
        return {kind: 'comment', item, repository, type: 'IssueComment', own: item, inPull: issue.pull !== undefined}
    }
    for (const pull of repository.pulls.values()) {
      const review = pull.reviews.find(({nodeId: other}) => other === id)
      if (review) {
        const own = {...review, pull}
        return {kind: 'comment', item: review, repository, type: 'PullRequestReview', own, inPull: true}
      }
      for (const thread of pull.threads) {
        if (thread.nodeId === id) return {kind: 'thread', thread, repository}
        const item = thread.comments.find(({nodeId: other}) => other === id)
        if (item) return {kind: 'comment', item, repository, type: 'PullRequestReviewComment', own: item, inPull: true}
      }
    }
  }
  throw new FieldError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
}

/** The node of that id. */
export function find(call: Call, id: string): unknown {
  const found = lookUp(call, id)
  if (found.kind === 'thread') return typed('PullRequestReviewThread', found.thread)
  return typed(found.type, found.own as object)
}

function checkScope(call: Call, repository: Repository, scopes: readonly string[]): void {
  const viewer = required(call.viewer)
  const name = fullName(repository).toLowerCase()
  const listed = !viewer.repositories || viewer.repositories.some(other => other.toLowerCase() === name)
  const granted = !viewer.permissions || scopes.some(scope => viewer.permissions?.[scope] === 'write')
  if (listed && granted) return
  const what = viewer.kind === 'user' ? 'personal access token' : 'integration'
  throw new FieldError('FORBIDDEN', `Resource not accessible by ${what}`)
}

function minimizedItem(input: Args, call: Call): Extract<Found, {kind: 'comment'}> {
  const found = lookUp(call, String(input['subjectId']))
  if (found.kind !== 'comment') {
    throw new FieldError(
      'NOT_FOUND',
      `Could not resolve to a Minimizable with the global id of '${input['subjectId']}'`
    )
  }
  checkScope(call, found.repository, found.inPull ? ['pull_requests', 'issues'] : ['issues'])
  return found
}

/** Folds a comment. */
export function minimize(input: Args, call: Call): unknown {
  const found = minimizedItem(input, call)
  found.item.minimized = {reason: String(input['classifier']).toLowerCase().replace('_', '-')}
  return {minimizedComment: find(call, String(input['subjectId']))}
}

/** Unfolds a comment. */
export function unminimize(input: Args, call: Call): unknown {
  const found = minimizedItem(input, call)
  found.item.minimized = undefined
  return {unminimizedComment: find(call, String(input['subjectId']))}
}

/** Resolves a thread, or opens it again. */
export function setResolved(input: Args, call: Call, by: Account | undefined): unknown {
  const found = lookUp(call, String(input['threadId']))
  if (found.kind !== 'thread') {
    const message = `Could not resolve to a PullRequestReviewThread node with the global id of '${input['threadId']}'`
    throw new FieldError('NOT_FOUND', message)
  }
  // The permission for pull requests is not enough here, whatever one expects.
  checkScope(call, found.repository, ['contents'])
  if (!canPush(call.viewer, found.repository))
    throw new FieldError('FORBIDDEN', 'Resource not accessible by integration')
  found.thread.resolvedBy = by
  return {thread: found.thread}
}

/**
 * Whether the token reaches the branch: its own repository's, or that of a pull request from a fork whose author lets
 * maintainers edit, where the base lets the token write.
 */
function checkBranch(call: Call, repository: Repository, branch: string): void {
  const pulls = [...call.world.repositories.values()].flatMap(other => [...other.pulls.values()])
  const lent = pulls.find(
    pull =>
      pull.headRepository === repository &&
      pull.repository !== repository &&
      pull.headRef === branch &&
      pull.maintainerCanModify &&
      pull.issue.state === 'open'
  )
  checkScope(call, lent?.repository ?? repository, ['contents'])
}

/** Commits files onto a branch. */
export async function commitOnBranch(input: Args, call: Call): Promise<unknown> {
  const {repositoryNameWithOwner = '', branchName = ''} = input['branch'] as Readonly<Record<string, string>>
  const [owner = '', name = ''] = repositoryNameWithOwner.split('/')
  const repository = repositoryNamed(call.world, owner, name)
  if (!repository) {
    throw new FieldError('NOT_FOUND', `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`)
  }
  const branch = branchName.replace('refs/heads/', '')
  checkBranch(call, repository, branch)
  if (repository.archived) throw new FieldError('FORBIDDEN', 'Repository was archived so is read-only.')
  if (repository.protectedBranches.has(branch)) {
    throw new FieldError(
      'UNPROCESSABLE',
      'Repository rule violations found\n\nChanges must be made through a pull request.'
    )
  }
  const head = await branchSha(repository, branch)
  if (!head) throw new FieldError('NOT_FOUND', `No ref with name "${branchName}"`)
  const expected = String(input['expectedHeadOid'])
  if (head !== expected) {
    throw new FieldError('STALE_DATA', `Expected branch to point to "${expected}" but it did not. Pull and try again.`)
  }
  const changes = (input['fileChanges'] ?? {}) as {
    additions?: {path: string; contents: string}[]
    deletions?: {path: string}[]
  }
  const files = Object.fromEntries([
    ...(changes.deletions ?? []).map(({path}) => [path, null] as const),
    ...(changes.additions ?? []).map(({path, contents}) => [path, Buffer.from(contents, 'base64')] as const)
  ])
  const {headline = '', body} = input['message'] as {headline?: string; body?: string}
  const message = body ? `${headline}\n\n${body}` : headline
  const oid = await repository.git.commit(head, files, message, signatureOf(call.world, required(call.viewer)))
  await moveBranch(call.world, repository, `refs/heads/${branch}`, oid)
  return {commit: {oid, name: fullName(repository)}, ref: {name: branch, oid}}
}
