import {context} from '@actions/github'
import {findPullRequests} from '../github/find-pull-request.ts'
import type {GitHub} from '../github/octokit.ts'
import {type CommentOn, commentIn} from '../job/comment-in.ts'
import type {Change} from '../job/review-pull-request.ts'

/** The comment on a pull request that the event `issue_comment` brings, or why it is none that can be a command. */
export const commentOfEvent = (): CommentOn | string => commentIn(context.payload)

/** What GitHub tells of the run before, in the event `workflow_run`. */
interface WorkflowRun {
  readonly event: string
  readonly head_branch: string | null
  readonly head_sha: string
  readonly head_repository: {readonly id: number; readonly owner: {readonly login: string}} | null
}

/**
 * The pull request whose run the event `workflow_run` tells of, or why there is none. All of it comes from GitHub itself
 * and is asked for anew: nothing that the run before has made is read.
 */
export async function changeOfRun(github: GitHub): Promise<{change: Change; notes: readonly string[]} | string> {
  const run = context.payload['workflow_run'] as WorkflowRun | undefined
  if (run?.event !== 'pull_request')
    return `The run before was for \`${run?.event ?? 'nothing'}\`; only runs for \`pull_request\` are followed by a review.`
  if (!run.head_repository || run.head_branch === null)
    return 'The repository that the pull request came from is gone, so its pull request cannot be found.'
  const {id, owner} = run.head_repository
  const head = {owner: owner.login, repositoryId: id, branch: run.head_branch, sha: run.head_sha}
  const [number, ...others] = await findPullRequests(github, context.repo, head)
  if (number === undefined)
    return 'No open pull request has the head of the run before: it was closed, or has moved on, and then its next run is followed by a review.'
  const notes = others.map(other => `#${other} has the same head as #${number}, and only that one is reviewed here.`)
  return {change: {kind: 'pull request', number, head: run.head_sha}, notes}
}
