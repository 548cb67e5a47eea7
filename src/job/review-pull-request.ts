import {setTimeout as sleepReally} from 'node:timers/promises'
import {rules as allRules} from '../../rules/index.ts'
import {type GitHub, type Refusal, type Repository, refusalOf} from '../github/octokit.ts'
import {
  type ChangedFile,
  compareCommits,
  type PullReference,
  type PullRequest,
  readChangedFiles,
  readPullRequest
} from '../github/pull-request.ts'
import {
  type OwnComment,
  type OwnReview,
  postReview,
  readIdentity,
  readOwnComments,
  readOwnReviews
} from '../github/review.ts'
import {changeComments} from '../github/review-comments.ts'
import {mergeConfig, type Overrides} from '../lint/config.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import {fails, isShown, tally} from '../lint/tally.ts'
import {findMarkers} from '../report/markdown.ts'
import {planMending} from '../report/mended.ts'
import {draftReview, type ReviewedFile} from '../report/review.ts'
import {reviewMarker} from '../report/review-body.ts'
import type {AskedLinks} from './ask-links.ts'
import {type Ends, examineChanged, type LinkWish, readConfigAt} from './changed-lists.ts'
import {examine as examineReally} from './examine.ts'

/** What is to be looked at: a pull request, or the way from one commit to another. */
export type Change =
  | {readonly kind: 'pull request'; readonly number: number /** As the event knew it. */; readonly head?: string}
  | {readonly kind: 'commits'; readonly base: string; readonly head: string}

/** One review to do. */
export interface ReviewTask {
  readonly repository: Repository
  readonly change: Change
  /** Said over the config file. */
  readonly overrides: Overrides
  /** A config file of the base, instead of the usual ones. */
  readonly configFile?: string
  /** Inline comments at most. */
  readonly maxComments: number
  /** Which links to ask the web about, and how. */
  readonly links: LinkWish
  /** Where findings are to be shown. Only a pull request can have a `review`. */
  readonly show: 'review' | 'annotations'
}

/** What the job needs of the world. */
export interface Surroundings {
  readonly github: GitHub
  readonly log: (text: string) => void
  readonly rules?: readonly KnownRule[]
  readonly examine?: typeof examineReally
  readonly sleep?: (milliseconds: number) => Promise<unknown>
}

/** What came of a review. Counts are of the findings on the change's own lines. */
export interface ReviewOutcome {
  /** `superseded`: the pull request has moved on, and nothing was posted. */
  readonly outcome: 'clean' | 'findings' | 'superseded'
  readonly errors: number
  readonly warnings: number
  readonly fixable: number
  /** Whether there are findings at or above the level that fails a run. */
  readonly fails: boolean
  readonly reviewUrl?: string
  readonly files: readonly FileReport[]
  /** What came of asking about links, where that was wanted. */
  readonly asked?: AskedLinks
  /** Where findings are shown now: a review that GitHub refuses turns into annotations. */
  readonly show: 'review' | 'annotations'
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}

const superseded: ReviewOutcome = {
  outcome: 'superseded',
  errors: 0,
  warnings: 0,
  fixable: 0,
  fails: false,
  files: [],
  show: 'review',
  notes: ['The pull request has moved on since this run began; the run of its new head tells what there is to say.']
}

/**
 * Examines what a pull request changes and posts one review of it, or none where there is nothing new to say.
 * @throws UserError for what the user can mend: a wrong config, a token that cannot read.
 */
export async function reviewPullRequest(task: ReviewTask, surroundings: Surroundings): Promise<ReviewOutcome> {
  const {repository, change, overrides, configFile, links, show} = task
  const {github, log, rules = allRules, examine = examineReally} = surroundings
  const pull = change.kind === 'pull request' ? await readSettled(surroundings, {...repository, ...change}) : undefined
  if (pull && change.head !== undefined && pull.headSha !== change.head) return superseded
  const ends: Ends = {repository, ...endsOf(change, pull)}
  const config = mergeConfig(await readConfigAt(github, repository, ends.base, rules, configFile), overrides, rules)
  const changed = await readFiles(github, task, ends)
  const {lists, asked, notes} = await examineChanged(github, ends, changed, config, links, examine)
  for (const {report} of lists)
    for (const {rule, stack} of report.crashes ?? []) log(`The rule ${rule} broke on ${report.path}: ${stack}`)

  const files = lists.map(list => list.report)
  const counts = tally(files)
  const {errors, warnings, fixable} = counts
  const found: ReviewOutcome = {
    outcome: errors + warnings > 0 ? 'findings' : 'clean',
    ...{errors, warnings, fixable},
    fails: fails(counts, config.failOn),
    files,
    ...(asked && {asked}),
    show,
    notes: [...notes, ...files.flatMap(brokenRules)]
  }
  if (show !== 'review' || !pull || change.kind !== 'pull request') return found
  return publish({...repository, number: change.number}, pull, changed, lists, found, task, surroundings)
}

/** The pull request, asked again where it is not as the event told: GitHub may answer from a copy that lags behind. */
async function readSettled(
  {github, sleep = sleepReally}: Surroundings,
  reference: PullReference & {readonly head?: string}
): Promise<PullRequest> {
  const pull = await readPullRequest(github, reference)
  if (reference.head === undefined || pull.headSha === reference.head) return pull
  await sleep(2000)
  return readPullRequest(github, reference)
}

const endsOf = (change: Change, pull: PullRequest | undefined): {base: string; head: string} => {
  if (change.kind === 'commits') return {base: change.base, head: change.head}
  return {base: pull?.baseRef ?? '', head: pull?.headSha ?? ''}
}

function readFiles(
  github: GitHub,
  {repository, change}: ReviewTask,
  {base, head}: Ends
): Promise<readonly ChangedFile[]> {
  if (change.kind === 'commits') return compareCommits(github, repository, base, head)
  return readChangedFiles(github, {...repository, number: change.number})
}

const brokenRules = ({path, crashes = []}: FileReport): readonly string[] =>
  crashes.map(
    ({rule}) => `The rule \`${rule}\` broke on \`${path}\`, which is a bug of awesome-doctor; the log has its stack.`
  )

async function publish(
  reference: PullReference,
  pull: PullRequest,
  changed: readonly ChangedFile[],
  lists: readonly ReviewedFile[],
  found: ReviewOutcome,
  {maxComments}: ReviewTask,
  {github, log, sleep = sleepReally}: Surroundings
): Promise<ReviewOutcome> {
  if (found.outcome === 'clean' && pull.commentCount === 0) return found
  try {
    const identity = await readIdentity(github)
    const reviews = (await readOwnReviews(github, identity, reference)).filter(isOurs)
    const same = reviews.findLast(review => review.commit === pull.headSha)
    if (same) return withUrl(found, same)
    const comments = pull.commentCount > 0 ? await readOwnComments(github, identity, reference) : []
    const {author, filesUrl} = pull
    const memory = {commented: markersOf(comments), listed: markersOf(reviews)}
    const draft = draftReview(lists, {maxComments, ...memory, author, filesUrl})
    const mendings = planMending(judged(comments, changed, lists), presentIn(lists))
    if (!draft && mendings.length === 0) return withUrl(found, reviews.at(-1))

    const now = await readPullRequest(github, reference)
    if (now.headSha !== pull.headSha) return superseded
    const posting = {identity, isKnown: (body: string) => isOurs({body}), sleep}
    const posted = draft
      ? await postReview(github, reference, {commit: pull.headSha, ...draft}, posting)
      : reviews.at(-1)
    if (posted && 'refusal' in posted) return fallBack(found, pull, posted.refusal)
    const refused = await changeComments(github, reference, mendings)
    if (refused > 0) log(`${refused} comments on what is mended could not be taken back.`)
    return withUrl(found, posted)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return found.outcome === 'clean' ? found : fallBack(found, pull, refusal)
  }
}

/** Our comments on files whose findings are known: read now, or no longer part of the pull request. */
function judged(
  comments: readonly OwnComment[],
  changed: readonly ChangedFile[],
  lists: readonly ReviewedFile[]
): readonly OwnComment[] {
  const read = new Set(lists.filter(({report}) => !report.crashes?.length).map(({report}) => report.path))
  const there = new Set(changed.map(file => file.path))
  return comments.filter(({path}) => read.has(path) || !there.has(path))
}

const presentIn = (lists: readonly ReviewedFile[]): ReadonlySet<string> =>
  new Set(lists.flatMap(({report}) => report.diagnostics.filter(isShown).map(finding => finding.fingerprint)))

const isOurs = ({body}: Pick<OwnReview, 'body'>): boolean => findMarkers(body).includes(reviewMarker)

const markersOf = (bodies: readonly {readonly body: string}[]): ReadonlySet<string> =>
  new Set(bodies.flatMap(({body}) => findMarkers(body)))

const withUrl = (found: ReviewOutcome, review: {readonly url: string} | undefined): ReviewOutcome =>
  review?.url ? {...found, reviewUrl: review.url} : found

/** The findings are shown another way, and a sentence says why and what would help. */
function fallBack(found: ReviewOutcome, {origin}: PullRequest, refusal: Refusal): ReviewOutcome {
  const {status, message} = refusal
  const reason =
    status === 0 ? `GitHub could not be reached (${message})` : `GitHub refused the review (${status} ${message})`
  const note = `${reason}; the findings are shown as annotations and in the summary instead. ${remedy(refusal, origin)}`
  return {...found, show: 'annotations', notes: [...found.notes, note]}
}

function remedy({status, message}: Refusal, origin: PullRequest['origin']): string {
  if (status === 0 || status >= 500 || status === 429 || /rate limit/i.test(message)) return 'Run the job again later.'
  if (status === 422) return 'Nothing was posted; run the job again, and report it if that does not help.'
  if (origin === 'here') return 'The job needs `permissions: pull-requests: write`.'
  return 'A run for a fork may only read: let the workflow run on `pull_request_target` with `permissions: pull-requests: write`.'
}
