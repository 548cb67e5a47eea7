import {type GitHub, type Refusal, refusalOf} from './octokit.ts'
import type {PullReference} from './pull-request.ts'
import type {ReviewComment} from './review.ts'

/** What is to become of a comment of ours. */
export type CommentChange =
  | {readonly kind: 'delete'; readonly comment: ReviewComment}
  | {readonly kind: 'edit'; readonly comment: ReviewComment; readonly body: string}
  /** Folded away, with an answer that says why: for what others have answered. */
  | {readonly kind: 'close'; readonly comment: ReviewComment; readonly answer: string}

/** How many changes were not made, and why. */
export interface Unchanged {
  readonly count: number
  readonly refusal: Refusal
}

/**
 * Makes the changes one by one. A comment that is gone already is no loss; where GitHub forbids one change, the others
 * are not tried.
 */
export async function changeComments(
  github: GitHub,
  pull: PullReference,
  changes: readonly CommentChange[]
): Promise<Unchanged | undefined> {
  let unchanged: Unchanged | undefined
  for (const [index, change] of changes.entries()) {
    try {
      await make(github, pull, change)
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      if (refusal.status === 404) continue
      if (refusal.status === 403 || refusal.status === 429)
        return {count: (unchanged?.count ?? 0) + changes.length - index, refusal}
      unchanged = {count: (unchanged?.count ?? 0) + 1, refusal}
    }
  }
  return unchanged
}

async function make(github: GitHub, {owner, repo, number}: PullReference, change: CommentChange): Promise<void> {
  const {pulls} = github.rest
  const comment = {owner, repo, comment_id: change.comment.id}
  if (change.kind === 'delete') await pulls.deleteReviewComment(comment)
  if (change.kind === 'edit') await pulls.updateReviewComment({...comment, body: change.body})
  if (change.kind !== 'close') return
  await minimize(github, change.comment.nodeId)
  // The answer comes last, since it is what the next run goes by. Sent again after a failure, it could stand there twice.
  await pulls.createReplyForReviewComment({
    ...comment,
    pull_number: number,
    body: change.answer,
    request: {retries: 0}
  })
}

/** Folding is a kindness: where it is refused, the answer says enough. */
async function minimize(github: GitHub, subject: string): Promise<void> {
  const mutation =
    'mutation ($subject: ID!) { minimizeComment(input: {subjectId: $subject, classifier: RESOLVED}) { clientMutationId } }'
  await github.graphql(mutation, {subject}).catch(() => undefined)
}
