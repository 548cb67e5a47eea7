import {type GitHub, type Repository, refusalOf} from './octokit.ts'
import type {OwnComment} from './review.ts'

/** What is to become of a comment of ours. */
export type CommentChange =
  | {readonly kind: 'delete'; readonly comment: OwnComment}
  | {readonly kind: 'edit'; readonly comment: OwnComment; readonly body: string}
  /** Folded away, with a body that says so: for what others have answered. */
  | {readonly kind: 'minimize'; readonly comment: OwnComment; readonly body: string}

/** Makes the changes one by one, and tells how many GitHub refused. A comment that is gone already is no loss. */
export async function changeComments(
  github: GitHub,
  {owner, repo}: Repository,
  changes: readonly CommentChange[]
): Promise<number> {
  let refused = 0
  for (const change of changes) {
    const comment = {owner, repo, comment_id: change.comment.id}
    try {
      if (change.kind === 'delete') await github.rest.pulls.deleteReviewComment(comment)
      else await github.rest.pulls.updateReviewComment({...comment, body: change.body})
      if (change.kind === 'minimize') await minimize(github, change.comment.nodeId)
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      if (refusal.status !== 404) refused++
    }
  }
  return refused
}

/** Folding is a kindness: where it is refused, the edited body says enough. */
async function minimize(github: GitHub, subject: string): Promise<void> {
  const mutation =
    'mutation ($subject: ID!) { minimizeComment(input: {subjectId: $subject, classifier: OUTDATED}) { clientMutationId } }'
  await github.graphql(mutation, {subject}).catch(() => undefined)
}
