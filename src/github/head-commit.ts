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
  const found = github.rest.git.getRef({owner, repo, ref: `heads/${branch}`}).catch((error: unknown) => {
    const {status} = refusalOf(error) ?? {}
    if (status !== 404 && status !== 409) throw error
    throw new UserError(`The repository \`${name}\` has no commit on its branch \`${branch}\` yet.`)
  })
  const {data} = await readable(found, `the head of \`${name}\``, 'contents: read')
  return {branch, commit: data.object.sha}
}
