import {type GitHub, type Repository, refusalOf} from './octokit.ts'
import {type PullReference, readable} from './pull-request.ts'

/** The branch that a pull request comes from. */
export interface HeadBranch {
  readonly repository: Repository
  readonly name: string
  /** Whether it is in the repository that the pull request was opened in. */
  readonly origin: 'here' | 'fork'
  /** Of a fork: whether its owner lets those write to it who may write to the base. */
  readonly maintainerEdits: 'allowed' | 'refused'
  /** When something was pushed to its repository last, in ISO 8601: GitHub's own clock, unlike the dates of commits. */
  readonly pushedAt: string
}

/** What has to be known of a pull request before something is committed to it. */
export interface PullEnds {
  readonly state: 'open' | 'closed'
  readonly baseRef: string
  readonly headSha: string
  /** Nothing where the fork was deleted. */
  readonly branch?: HeadBranch
}

/** Reads where a pull request comes from and goes to. @throws UserError when the token cannot see it. */
export async function readPullEnds(github: GitHub, {owner, repo, number}: PullReference): Promise<PullEnds> {
  const asked = github.rest.pulls.get({owner, repo, pull_number: number})
  const {head, base, state, maintainer_can_modify} = (
    await readable(asked, `${owner}/${repo}#${number}`, 'pull-requests: read')
  ).data
  return {
    state,
    baseRef: base.ref,
    headSha: head.sha,
    ...(head.repo && {
      branch: {
        repository: {owner: head.repo.owner.login, repo: head.repo.name},
        name: head.ref,
        origin: head.repo.id === base.repo.id ? 'here' : 'fork',
        maintainerEdits: maintainer_can_modify ? 'allowed' : 'refused',
        pushedAt: head.repo.pushed_at ?? ''
      }
    })
  }
}

/** A file with its whole new text. */
interface NewText {
  readonly path: string
  readonly text: string
}

/** A commit to make, by the identity of the token. */
export interface NewCommit {
  /** The head that the texts were made for. */
  readonly parent: string
  readonly headline: string
  readonly body: string
  readonly files: readonly NewText[]
}

/** What became of a commit. */
export type Committed =
  | {readonly kind: 'committed'; readonly sha: string}
  /** The branch has another head by now. */
  | {readonly kind: 'moved'}
  /** `failed`: for no reason of ours, so that it may well be taken later. */
  | {readonly kind: 'refused' | 'failed'; readonly message: string}

const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

/**
 * Commits files to the head branch of a pull request, only while its head is the commit's parent: GitHub compares and
 * writes in one step. After a failure it is looked whether the commit was made all the same.
 */
export async function commitToHead(
  github: GitHub,
  pull: PullReference,
  {repository, name}: HeadBranch,
  commit: NewCommit
): Promise<Committed> {
  const {parent, headline, body, files} = commit
  const input = {
    branch: {repositoryNameWithOwner: `${repository.owner}/${repository.repo}`, branchName: name},
    expectedHeadOid: parent,
    message: {headline, body},
    fileChanges: {
      additions: files.map(({path, text}) => ({path, contents: Buffer.from(text).toString('base64')}))
    }
  }
  try {
    // A second attempt would meet the first one's commit, and call it a stranger's.
    const answer = await github.graphql<Answer>(mutation, {input, request: {retries: 0}})
    return {kind: 'committed', sha: answer.createCommitOnBranch.commit.oid}
  } catch (error) {
    const told = told200(error)
    if (told) return isStale(told) ? {kind: 'moved'} : refusedBy(told.message)
    const refusal = refusalOf(error)
    if (!refusal) throw error
    const {status, message} = refusal
    if (status !== 0 && status < 500) return refusedBy(`${status} ${message}`)
    const made = await findCommit(github, pull, commit)
    return made ?? {kind: 'failed', message: status === 0 ? message : `${status} ${message}`}
  }
}

const refusedBy = (message: string): Committed => ({
  kind: /rate limit|try again later/i.test(message) ? 'failed' : 'refused',
  message
})

interface Answer {
  readonly createCommitOnBranch: {readonly commit: {readonly oid: string}}
}

interface Told {
  readonly type?: string
  readonly message: string
}

/** The first error of an answer of GraphQL, which comes with the status of a success. */
function told200(error: unknown): Told | undefined {
  if (!(error instanceof Error) || error.name !== 'GraphqlResponseError') return undefined
  const [first] = (error as Error & {errors?: readonly Told[]}).errors ?? []
  return first ?? {message: error.message}
}

const isStale = ({type, message}: Told): boolean =>
  type === 'STALE_DATA' || /^Expected branch to point to\b/.test(message)

/** The commit, where it is the head now; nothing where the head is the old one, or nobody can tell. */
async function findCommit(
  github: GitHub,
  {owner, repo, number}: PullReference,
  {parent, headline}: NewCommit
): Promise<Committed | undefined> {
  try {
    const {data: pull} = await github.rest.pulls.get({owner, repo, pull_number: number})
    const {sha} = pull.head
    if (sha === parent) return undefined
    const {data: commit} = await github.rest.git.getCommit({owner, repo, commit_sha: sha})
    const isOurs = commit.parents.some(one => one.sha === parent) && commit.message.startsWith(headline)
    return isOurs ? {kind: 'committed', sha} : {kind: 'moved'}
  } catch (error) {
    if (!refusalOf(error)) throw error
    return undefined
  }
}
