import {UserError} from '../document/error.ts'
import {type GitHub, type Repository, refusalOf} from './octokit.ts'
import {readable} from './pull-request.ts'

/** The head of the default branch. */
export interface Head {
  readonly branch: string
  readonly commit: string
}

/** Reads where the default branch is now. @throws UserError for a repository that the token does not see, or that is empty. */
export async function readHead(github: GitHub, {owner, repo}: Repository): Promise<Head> {
  const name = `${owner}/${repo}`
  const asked = github.rest.repos.get({owner, repo}).catch((error: unknown) => {
    if (refusalOf(error)?.status !== 404) throw error
    throw new UserError(
      `There is no repository \`${name}\` on GitHub, or the token may not see it; check the name, or give a token in \`GITHUB_TOKEN\`.`
    )
  })
  const {default_branch: branch} = (await readable(asked, `\`${name}\``, 'contents: read')).data
  return {branch, commit: await readBranch(github, {owner, repo}, branch)}
}

/** The commit that a branch points to. @throws UserError for a branch that the token does not see. */
export async function readBranch(github: GitHub, {owner, repo}: Repository, branch: string): Promise<string> {
  const name = `${owner}/${repo}`
  const found = github.rest.git.getRef({owner, repo, ref: `heads/${branch}`}).catch((error: unknown) => {
    const {status} = refusalOf(error) ?? {}
    if (status !== 404 && status !== 409) throw error
    throw new UserError(
      `GitHub shows no branch \`${branch}\` of \`${name}\`: it has no commit yet, or the job needs \`permissions: contents: read\`.`
    )
  })
  return (await readable(found, `the head of \`${name}\``, 'contents: read')).data.object.sha
}
