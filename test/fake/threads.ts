import type {Anchors, Side} from './anchors.ts'
import {type RepositoryCall, same} from './route.ts'
import {
  type Account,
  nodeId,
  type Pull,
  pullBase,
  type Repository,
  type Review,
  type ReviewComment,
  roleOf,
  type Spot,
  type Thread,
  timestamp,
  type Viewer,
  type World
} from './world.ts'

/** Why a comment can't stand where it wants to; which comment it was is never said. */
export type Fault = 'path' | 'line' | 'order' | 'hunk'

/** A comment that is good, and not stored yet. */
export interface Draft {
  readonly body: string
  readonly spot: Spot
  readonly diffHunk: string
}

/** The anchors of each file that has a patch. */
export type AnchorTable = ReadonlyMap<string, Anchors>

/** Where comments can stand in the diff up to a commit. */
export async function anchorTable(pull: Pull, commit: string): Promise<AnchorTable> {
  const changes = await pull.repository.git.diff(await pullBase(pull, commit), commit)
  return new Map(changes.filter(({patch}) => patch !== undefined).map(({path, anchors}) => [path, anchors]))
}

/** `RIGHT`, unless it is said otherwise. */
const side = (value: unknown): Side => (value === 'LEFT' ? 'LEFT' : 'RIGHT')

/** The place that a comment asks for, or why it can't have it. */
export function place(table: AnchorTable, wanted: Readonly<Record<string, unknown>>): Omit<Draft, 'body'> | Fault {
  const path = String(wanted['path'])
  const anchors = table.get(path)
  if (!anchors) return 'path'
  const at =
    typeof wanted['position'] === 'number'
      ? anchors.atPosition(wanted['position'])
      : {side: side(wanted['side']), line: Number(wanted['line'])}
  const anchor = at && anchors.at(at.side, at.line)
  if (!at || !anchor) return 'line'
  const {position, diffHunk} = anchor
  const startLine = wanted['start_line']
  if (typeof startLine !== 'number') return {spot: {path, ...at, position}, diffHunk}
  const startSide = side(wanted['start_side'] ?? wanted['side'])
  const start = anchors.at(startSide, startLine)
  if (startSide === at.side ? startLine >= at.line : start && start.position >= position) return 'order'
  if (!start) return 'line'
  if (start.hunk !== anchor.hunk) return 'hunk'
  return {spot: {path, ...at, position, startLine, startSide}, diffHunk}
}

/** A new thread without comments. */
export function makeThread(world: World, pull: Pull, commit: string, draft: Omit<Draft, 'body'>): Thread {
  const id = world.nextId()
  const thread: Thread = {
    id,
    nodeId: nodeId('PRRT', id),
    pull,
    subject: 'line',
    path: draft.spot.path,
    spot: draft.spot,
    original: draft.spot,
    originalCommit: commit,
    commit,
    diffHunk: draft.diffHunk,
    outdated: false,
    comments: []
  }
  pull.threads.push(thread)
  return thread
}

/** A new comment at the end of a thread. */
export function addComment(world: World, thread: Thread, user: Account, review: Review, body: string): ReviewComment {
  const id = world.nextId()
  const now = timestamp(world)
  const comment: ReviewComment = {
    id,
    nodeId: nodeId('PRRC', id),
    reviewId: review.id,
    user,
    body,
    thread,
    createdAt: now,
    updatedAt: now
  }
  thread.comments.push(comment)
  return comment
}

/** A new review. */
export function makeReview(
  world: World,
  pull: Pull,
  user: Account,
  state: Review['state'],
  body: string,
  commitId: string
): Review {
  const id = world.nextId()
  const review: Review = {id, nodeId: nodeId('PRR', id), user, body, state, commitId}
  if (state !== 'PENDING') review.submittedAt = timestamp(world)
  pull.reviews.push(review)
  return review
}

/** Whether somebody may change what others wrote. */
export const canWrite = (repository: Repository, viewer: Viewer): boolean =>
  viewer.kind !== 'user' || ['admin', 'maintain', 'write'].includes(roleOf(repository, viewer.account) ?? '')

/** Whether a review may be about that commit. */
export async function isCommitOf(pull: Pull, commit: string): Promise<boolean> {
  if (commit === pull.headSha) return true
  const {git} = pull.repository
  if (!/^[0-9a-f]{40}$/.test(commit) || (await git.typeOf(commit)) !== 'commit') return false
  return (await git.between(pull.baseSha, pull.headSha)).includes(commit) || commit === pull.previousSha
}

/** Whether whoever asks may see the review: unfinished ones are for their author. */
export const visible = (call: RepositoryCall, review: Review): boolean =>
  review.state !== 'PENDING' || (call.viewer !== undefined && same(review.user, call.viewer.account))

/** Takes comments away, and the threads that have no comment left. */
export function removeComments(pull: Pull, gone: (comment: ReviewComment) => boolean): void {
  for (const thread of [...pull.threads]) {
    const kept = thread.comments.filter(comment => !gone(comment))
    thread.comments.splice(0, thread.comments.length, ...kept)
    if (kept.length === 0) pull.threads.splice(pull.threads.indexOf(thread), 1)
  }
}
