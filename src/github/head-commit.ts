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
export async function readBranch(github: GitHub, repository: Repository, branch: string): Promise<string> {
  const name = `${repository.owner}/${repository.repo}`
  const sha = await readable(findBranch(github, repository, branch), `the head of \`${name}\``, 'contents: read')
  if (sha !== undefined) return sha
  throw new UserError(
    `GitHub shows no branch \`${branch}\` of \`${name}\`: it has no commit yet, or the job needs \`permissions: contents: read\`.`
  )
}

/** The commit that a branch points to; nothing where there is no such branch. @throws what the client throws. */
export async function findBranch(
  github: GitHub,
  {owner, repo}: Repository,
  branch: string
): Promise<string | undefined> {
  try {
    const {data} = await github.rest.git.getRef({owner, repo, ref: `heads/${branch}`})
    return data.object.sha
  } catch (error) {
    const {status} = refusalOf(error) ?? {}
    // A repository without any commit answers 409.
    if (status === 404 || status === 409) return undefined
    throw error
  }
}
