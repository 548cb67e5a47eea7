import type {GitHub, Repository} from './octokit.ts'
import {readable} from './pull-request.ts'

/** A branch of any repository at a commit, as a run that GitHub tells of knows it. */
export interface BranchAt {
  /** Who owns the repository that the branch is in. */
  readonly owner: string
  readonly repositoryId: number
  readonly branch: string
  readonly sha: string
}

/**
 * The numbers of the open pull requests of a repository whose head is just that, newest first. By the name of the branch,
 * since GitHub does not know a fork's commits as parts of pull requests until they are merged.
 */
export async function findPullRequests(
  github: GitHub,
  {owner, repo}: Repository,
  {owner: user, repositoryId, branch, sha}: BranchAt
): Promise<readonly number[]> {
  const asked = github.rest.pulls.list({owner, repo, state: 'open', head: `${user}:${branch}`, per_page: 100})
  const {data} = await readable(asked, `the pull requests of ${owner}/${repo}`, 'pull-requests: read')
  return data
    .filter(({head}) => head.sha === sha && head.repo?.id === repositoryId)
    .map(({number}) => number)
    .sort((a, b) => b - a)
}
