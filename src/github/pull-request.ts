import {PassingError, UserError} from '../document/error.ts'
import {type GitHub, type Repository, refusalOf} from './octokit.ts'
import {blobSha} from './tree-entries.ts'

/** A pull request, by number. */
export interface PullReference extends Repository {
  readonly number: number
}

/** What a review has to know of a pull request. */
export interface PullRequest {
  readonly headSha: string
  /** Branch that it wants to change. */
  readonly baseRef: string
  /** Whether its commits come from another repository, whose authors' runs get a token that may only read. */
  readonly origin: 'here' | 'fork'
  /** How many review comments it has, by anyone. */
  readonly commentCount: number
  /** Whether its author has never had anything merged here. Programs are no newcomers. */
  readonly author: 'newcomer' | 'regular'
  /** Root of the pages that show its files, such as `https://github.com/o/r/blob/SHA`. */
  readonly filesUrl: string
  /** `closed` if it was merged, too. */
  readonly state: 'open' | 'closed'
}

/** A file as a diff lists it. */
export interface ChangedFile {
  readonly path: string
  /** Name at the base, where it was renamed. */
  readonly oldPath: string
  readonly status: string
  /** Of the blob at the head. */
  readonly sha: string
  /** How many lines were added or removed. */
  readonly changes: number
  /** Missing for binary files, mere renames, and where the diff is too large for GitHub. */
  readonly patch?: string
}

/** What a change does to the files of a repository. */
export interface Changes {
  readonly files: readonly ChangedFile[]
  /** How many files GitHub lists at most; missing where these are fewer, and thus all. */
  readonly limit?: number
}

/** A file's text, or why it can't be had. */
export type Content = {readonly text: string} | {readonly refused: string}

const mostFiles = 3000
const mostCompared = 300
const pageSize = 100

/** Bytes: twice of what the parser takes. */
const largest = 16_000_000

/** Reads the pull request as it is now. @throws UserError when the token cannot see it. */
export function readPullRequest(github: GitHub, reference: PullReference): Promise<PullRequest> {
  const {owner, repo, number} = reference
  return readable(askPullRequest(github, reference), `${owner}/${repo}#${number}`, 'pull-requests: read')
}

/** The pull request as it is now. @throws what the client throws. */
export async function askPullRequest(github: GitHub, {owner, repo, number}: PullReference): Promise<PullRequest> {
  const {data} = await github.rest.pulls.get({owner, repo, pull_number: number})
  const {head, base, review_comments, author_association, user, state} = data
  const isNew = /^(?:FIRST_TIMER|FIRST_TIME_CONTRIBUTOR|NONE)$/.test(author_association)
  return {
    headSha: head.sha,
    baseRef: base.ref,
    origin: head.repo?.id === base.repo.id ? 'here' : 'fork',
    commentCount: review_comments,
    author: isNew && user?.type === 'User' ? 'newcomer' : 'regular',
    filesUrl: `${(head.repo ?? base.repo).html_url}/blob/${head.sha}`,
    state
  }
}

/** All files that the pull request changes, up to the 3,000 that GitHub lists. */
export async function readChangedFiles(github: GitHub, {owner, repo, number}: PullReference): Promise<Changes> {
  const files: ChangedFile[] = []
  for (let page = 1; files.length < mostFiles; page++) {
    const asked = github.rest.pulls.listFiles({owner, repo, pull_number: number, per_page: pageSize, page})
    const {data} = await readable(asked, `the files of ${owner}/${repo}#${number}`, 'pull-requests: read')
    files.push(...data.map(toChangedFile))
    if (data.length < pageSize) break
  }
  return listed(files, mostFiles)
}

/** The files that differ between the merge base of two commits and the second one, as far as GitHub lists them. */
export async function compareCommits(
  github: GitHub,
  {owner, repo}: Repository,
  base: string,
  head: string
): Promise<Changes> {
  const asked = github.rest.repos.compareCommitsWithBasehead({
    owner,
    repo,
    basehead: `${base}...${head}`,
    per_page: 100
  })
  const {data} = await readable(asked, `the changes ${base}...${head}`, contents)
  return listed((data.files ?? []).map(toChangedFile), mostCompared)
}

const listed = (files: readonly ChangedFile[], limit: number): Changes =>
  files.length < limit ? {files} : {files, limit}

interface ListedFile {
  readonly filename: string
  readonly previous_filename?: string
  readonly status: string
  readonly sha: string | null
  readonly changes: number
  readonly patch?: string
}

const toChangedFile = ({filename, previous_filename, status, sha, changes, patch}: ListedFile): ChangedFile => ({
  path: filename,
  oldPath: previous_filename ?? filename,
  status,
  sha: sha ?? '',
  changes,
  ...(patch !== undefined && {patch})
})

/**
 * The text of a file at a commit or branch; nothing where there is none. With the `sha` that a diff gives for it, what is
 * not that very file is refused: GitHub answers for a symbolic link with what it points to.
 */
export async function readFile(
  github: GitHub,
  {owner, repo}: Repository,
  {path, ref, sha}: {readonly path: string; readonly ref: string; readonly sha?: string}
): Promise<Content | undefined> {
  const asked = github.rest.repos.getContent({owner, repo, path, ref})
  const found = await asked.then(
    answer => answer.data,
    error => {
      const {status, message = ''} = refusalOf(error) ?? {}
      if (status === 404) return undefined
      return status === 403 && /too.large/i.test(message)
        ? 'too large'
        : readable(Promise.reject(error), path, contents)
    }
  )
  if (found === undefined) return undefined
  if (found === 'too large') return {refused: tooLarge}
  if (Array.isArray(found) || found.type !== 'file' || !('content' in found)) return {refused: notAFile}
  if (found.size > largest) return {refused: tooLarge}
  const whole = found.encoding === 'base64'
  // Beyond one megabyte only the blob has the content; it says `base64` there.
  const data = whole ? found.content : await readBlob(github, {owner, repo}, sha ?? found.sha)
  const bytes = Buffer.from(data, 'base64')
  if (sha !== undefined && blobSha(bytes, sha.length) !== sha) return {refused: notAFile}
  if (!whole && bytes.length !== found.size) return {refused: notAFile}
  const text = bytes.toString('utf8')
  return Buffer.from(text).equals(bytes) ? {text} : {refused: 'it is not UTF-8'}
}

const contents = 'contents: read'
const notAFile = 'it is no regular file'
const tooLarge = 'it is too large'

async function readBlob(github: GitHub, {owner, repo}: Repository, sha: string): Promise<string> {
  const {data} = await readable(github.rest.git.getBlob({owner, repo, file_sha: sha}), `the blob ${sha}`, contents)
  return data.content
}

/** The answer, or the reason why a run cannot go on, in words for the user. */
export async function readable<T>(asked: Promise<T>, what: string, permission: string): Promise<T> {
  try {
    return await asked
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    const {status, message} = refusal
    if (status === 401) throw new PassingError(`GitHub does not accept the token (${message}); check \`github-token\`.`)
    if (status === 0) throw new PassingError(`GitHub could not be reached while reading ${what}: ${message}.`)
    if (status >= 500) throw new PassingError(`GitHub failed (${status}) while reading ${what}; run this again later.`)
    if (status === 429 || /rate limit/i.test(message))
      throw new PassingError(`GitHub's rate limit stopped the reading of ${what}: ${message}`)
    if (status === 404)
      throw new UserError(
        `GitHub does not show ${what} (404): it is not there, or the token may not see it, which takes \`permissions: ${permission}\`.`
      )
    throw new UserError(
      `GitHub refused to show ${what} (${status} ${message}); the job needs \`permissions: ${permission}\`.`
    )
  }
}
