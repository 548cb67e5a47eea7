import {fixBranch} from './fix-branch.ts'
import {type GitHub, type Refusal, type Repository, refusalOf} from './octokit.ts'
import type {Author} from './review.ts'
import {isNoAnswer, sendOnce} from './send-once.ts'

/** A pull request that was opened from the branch of the fixes. */
export interface FixPull {
  readonly number: number
  readonly url: string
  /** `declined` if it was closed without being merged. */
  readonly state: 'open' | 'merged' | 'declined'
  readonly author: Author
  readonly body: string
  /** Where the branch was when it was open last. */
  readonly head: string
}

/** All of them, newest first, a hundred at most. @throws what the client throws. */
export async function readFixPulls(github: GitHub, repository: Repository): Promise<readonly FixPull[]> {
  const {data} = await github.rest.pulls.list({
    ...repository,
    state: 'all',
    head: `${repository.owner}:${fixBranch}`,
    per_page: 100
  })
  return data
    .filter(({head, base}) => head.ref === fixBranch && head.repo?.id === base.repo.id)
    .map(({number, html_url, state, merged_at, user, body, head}) => ({
      number,
      url: html_url,
      state: state === 'open' ? 'open' : merged_at ? 'merged' : 'declined',
      author: user,
      body: body ?? '',
      head: head.sha
    }))
}

/** A pull request to open. */
export interface NewFixPull {
  readonly base: string
  readonly title: string
  readonly body: string
}

/** Opens the pull request, once. @param sleep milliseconds */
export async function openFixPull(
  github: GitHub,
  repository: Repository,
  pull: NewFixPull,
  sleep: (time: number) => Promise<unknown>
): Promise<{readonly url: string} | {readonly refusal: Refusal}> {
  const send = async () => {
    const {data} = await github.rest.pulls.create({...repository, ...pull, head: fixBranch, request: {retries: 0}})
    return {url: data.html_url}
  }
  const find = async () => {
    const open = (await readFixPulls(github, repository)).find(({state}) => state === 'open')
    return open ? {url: open.url} : 'not there'
  }
  const isUnclear = (refusal: Refusal): boolean => isNoAnswer(refusal) || /already exists/i.test(refusal.message)
  return sendOnce<{readonly url: string}>(send, {find, sleep, isUnclear})
}

/** Says something else in the body of a pull request. @throws what the client throws. */
export async function rewriteFixPull(
  github: GitHub,
  repository: Repository,
  number: number,
  body: string
): Promise<void> {
  await github.rest.pulls.update({...repository, pull_number: number, body})
}

/**
 * Closes a pull request, with another body, and says why in a comment.
 * @throws what the client throws where it could not be closed.
 */
export async function closeFixPull(
  github: GitHub,
  repository: Repository,
  number: number,
  {body, why}: {readonly body: string; readonly why: string}
): Promise<void> {
  await github.rest.pulls.update({...repository, pull_number: number, state: 'closed', body})
  try {
    // Said twice is worse than not said.
    await github.rest.issues.createComment({...repository, issue_number: number, body: why, request: {retries: 0}})
  } catch (error) {
    if (!refusalOf(error)) throw error
  }
}
