import {type GitHub, type Refusal, type Repository, refusalOf} from './octokit.ts'
import {deniesGuess, type Identity, isBy, readIdentity} from './review.ts'
import {attempt, sendOnce} from './send-once.ts'

/** The label that our issue is given. GitHub makes it where there is none; who may not label is not told. */
const issueLabel = 'awesome-doctor'

/** An issue of ours. */
export interface TrackingIssue {
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed'
}

/** Tells an issue of this program from others under the same identity, by its body. */
export type IsKnown = (body: string, label: 'labelled' | 'bare') => boolean

/** Our issues in a repository, or why nobody can tell which those are. */
export type Found =
  | {readonly kind: 'found'; readonly identity: Identity; readonly issues: readonly TrackingIssue[]}
  /** GitHub does not tell whose token this is, and there is an issue that an app other than the likely one wrote. */
  | {readonly kind: 'unknown identity'}
  | {readonly kind: 'refused'; readonly refusal: Refusal}

const pageSize = 100

/** Pages of issues by our identity that are searched where none has the label: other workflows may have opened many. */
const mostPages = 10

/** Finds our issues, open or closed, by their label; where none has it, among all that our identity has opened. */
export async function findTrackingIssues(github: GitHub, repository: Repository, isKnown: IsKnown): Promise<Found> {
  try {
    const labelled = await list(github, repository, {labels: issueLabel})
    const candidates = labelled.filter(({body}) => isKnown(body, 'labelled'))
    const identity = await readIdentity(github)
    if (candidates.some(one => deniesGuess(identity, one))) return {kind: 'unknown identity'}
    const ours = candidates.filter(one => isBy(identity, one))
    const bare = ours.length > 0 ? [] : await list(github, repository, {creator: creatorOf(identity)})
    const issues = [...ours, ...bare.filter(one => isKnown(one.body, 'bare') && isBy(identity, one))]
    return {kind: 'found', identity, issues: issues.map(withoutAuthor)}
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return {kind: 'refused', refusal}
  }
}

type Listed = TrackingIssue & {readonly author: Parameters<typeof isBy>[1]['author']}

const withoutAuthor = ({author: _, ...issue}: Listed): TrackingIssue => issue

const creatorOf = ({login, kind}: Identity): string => (kind === 'bot' ? `${login}[bot]` : login)

interface Search {
  readonly labels?: string
  readonly creator?: string
}

/** Issues, those that were changed last first. @throws what the client throws. */
async function list(github: GitHub, {owner, repo}: Repository, search: Search): Promise<readonly Listed[]> {
  const found: Listed[] = []
  for (let page = 1; page <= mostPages; page++) {
    const {data} = await github.rest.issues.listForRepo({
      ...{owner, repo, state: 'all', sort: 'updated', direction: 'desc', per_page: pageSize, page},
      ...search
    })
    // Pull requests are issues, too.
    found.push(...data.filter(issue => !issue.pull_request).map(toListed))
    if (data.length < pageSize) break
  }
  return found
}

interface ApiIssue {
  readonly number: number
  readonly html_url: string
  readonly title: string
  readonly body?: string | null
  readonly state: string
  readonly user: {readonly login: string; readonly type?: string} | null
}

const toListed = ({number, html_url, title, body, state, user}: ApiIssue): Listed => ({
  ...{number, url: html_url, title, body: body ?? '', state: state === 'open' ? 'open' : 'closed'},
  author: user
})

/** An issue of ours as it is now. */
export async function readTrackingIssue(
  github: GitHub,
  {owner, repo}: Repository,
  number: number
): Promise<TrackingIssue | {readonly refusal: Refusal}> {
  return attempt(async () => {
    const {data} = await github.rest.issues.get({owner, repo, issue_number: number})
    return withoutAuthor(toListed(data))
  })
}

/** What opening an issue needs besides its words. */
export interface Opening {
  readonly identity: Identity
  readonly isKnown: IsKnown
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<unknown>
}

/** Opens an issue, once. */
export async function openIssue(
  github: GitHub,
  {owner, repo}: Repository,
  {title, body}: Pick<TrackingIssue, 'title' | 'body'>,
  {identity, isKnown, sleep}: Opening
): Promise<Pick<TrackingIssue, 'url'> | {readonly refusal: Refusal}> {
  const send = async () => {
    const labels = [issueLabel]
    const {data} = await github.rest.issues.create({owner, repo, title, body, labels, request: {retries: 0}})
    return {url: data.html_url}
  }
  const find = async () => {
    // By nothing but their age: the label may have been refused, and who we are may be a guess.
    const {data} = await github.rest.issues.listForRepo({owner, repo, state: 'all', per_page: pageSize})
    const listed = data.filter(issue => !issue.pull_request).map(toListed)
    const known = listed.filter(one => isKnown(one.body, 'bare'))
    const found = known.find(one => isBy(identity, one))
    if (found) return {url: found.url}
    return known.some(one => deniesGuess(identity, one)) ? 'unknown' : 'not there'
  }
  return sendOnce<Pick<TrackingIssue, 'url'>>(send, {find, sleep})
}

/** What is to change in an issue. */
export interface IssueChange {
  readonly title?: string
  readonly body?: string
  readonly state?: 'open' | 'closed'
  readonly reason?: 'completed' | 'duplicate' | 'not_planned' | 'reopened'
}

/** Changes an issue, and tells who refused it. */
export async function changeIssue(
  github: GitHub,
  {owner, repo}: Repository,
  number: number,
  {reason, ...change}: IssueChange
): Promise<Refusal | undefined> {
  const changed = await attempt(async () => {
    await github.rest.issues.update({
      owner,
      repo,
      issue_number: number,
      ...change,
      ...(reason && {state_reason: reason})
    })
  })
  return changed?.refusal
}

/** Closes an issue in favour of another one, and tells who refused it. Older servers do not know that reason. */
export async function closeAsDuplicate(
  github: GitHub,
  repository: Repository,
  number: number
): Promise<Refusal | undefined> {
  const refusal = await changeIssue(github, repository, number, {state: 'closed', reason: 'duplicate'})
  if (refusal?.status !== 422) return refusal
  return changeIssue(github, repository, number, {state: 'closed', reason: 'not_planned'})
}
