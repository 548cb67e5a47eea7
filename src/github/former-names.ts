import {type GitHub, type Repository, refusalOf} from './octokit.ts'

/** What REST says of a name under which GraphQL knows no repository. */
export type SecondOpinion =
  | {readonly state: 'gone'}
  /** It is there under another name. */
  | {readonly state: 'renamed'; readonly to: Repository}
  | {readonly state: 'unknown'}
  /** Others were asked about instead. */
  | {readonly state: 'unasked'}

/** A workflow's token has a thousand requests in an hour, and other jobs want some, too: the web can tell as well. */
const most = 2

/**
 * Asks REST for the first repositories that GraphQL did not find. After a transfer, or when an account was renamed, only REST is
 * sure to follow (docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects);
 * GraphQL was seen to answer `NOT_FOUND` for what the web redirects (cli/cli#345, gatsbyjs/gatsby#21858).
 * @returns one for each, in the same order
 */
export async function secondOpinions(
  github: GitHub,
  names: readonly Repository[],
  signal: AbortSignal | undefined
): Promise<readonly SecondOpinion[]> {
  const found: SecondOpinion[] = []
  for (const {owner, repo} of names) {
    if (found.length >= most) {
      found.push({state: 'unasked'})
      continue
    }
    try {
      const {data} = await github.rest.repos.get({owner, repo, ...(signal && {request: {signal}})})
      found.push(renamed({owner, repo}, data.full_name))
    } catch (error) {
      signal?.throwIfAborted()
      const refusal = refusalOf(error)
      if (!refusal) throw error
      found.push({state: refusal.status === 404 ? 'gone' : 'unknown'})
    }
  }
  return found
}

function renamed({owner, repo}: Repository, fullName: unknown): SecondOpinion {
  const [, newOwner, newRepo] = /^([\w.-]+)\/([\w.-]+)$/.exec(String(fullName)) ?? []
  // Where REST finds what GraphQL does not by the same name, who knows.
  if (!newOwner || !newRepo || String(fullName).toLowerCase() === `${owner}/${repo}`.toLowerCase()) {
    return {state: 'unknown'}
  }
  return {state: 'renamed', to: {owner: newOwner, repo: newRepo}}
}
