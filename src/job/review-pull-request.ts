import {setTimeout as sleepReally} from 'node:timers/promises'
import {rules as allRules} from '../../rules/index.ts'
import {type GitHub, type Repository, refusalOf} from '../github/octokit.ts'
import {
  askPullRequest,
  type Changes,
  compareCommits,
  type PullReference,
  type PullRequest,
  readChangedFiles,
  readPullRequest
} from '../github/pull-request.ts'
import {readTree} from '../github/tree.ts'
import {mergeConfig, type Overrides} from '../lint/config.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import {fails, tally} from '../lint/tally.ts'
import type {AskedLinks} from './ask-links.ts'
import {brokenRules} from './broken-rules.ts'
import {examineChanged, type LinkWish, readConfigAt} from './changed-lists.ts'
import {examine as examineReally} from './examine.ts'
import {type Publication, publishReview} from './publish-review.ts'
import {configFiles} from './read-config.ts'

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
  /** Where findings are shown that GitHub does not take as a review, as a clause. */
  readonly instead?: string
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
  /** Set where nothing could be posted for a trouble that passes by itself. */
  readonly unposted?: 'for now'
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
  const {base, head} = endsOf(change, pull)
  const at = {repository, base, tree: await readTree(github, repository, base)}
  const config = mergeConfig(await readConfigAt(github, at, rules, configFile), overrides, rules)
  const changes = await readChanges(github, repository, change)
  const examined = await examineChanged(github, {...at, head, changes, config, links}, examine)
  const {lists, asked, unread, leftOut} = examined
  // What cannot be read may have gone with an older head.
  if (pull && unread.length > 0 && !(await isStill(surroundings, task, pull))) return superseded
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
    notes: [...configNotes(changes, configFile), ...examined.notes, ...files.flatMap(brokenRules)]
  }
  if (show !== 'review' || !pull || change.kind !== 'pull request') return found
  if (found.outcome === 'clean' && pull.commentCount === 0) return found
  const unknown = new Set([...unread, ...leftOut])
  const isUnknown = (path: string): boolean => changes.limit !== undefined || unknown.has(path)
  const reference = {...repository, number: change.number}
  const publication = {reference, pull, maxComments: task.maxComments, lists, isUnknown, asked}
  return publish(publication, found, task, surroundings)
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

async function isStill(
  {github}: Surroundings,
  {repository, change}: ReviewTask,
  {headSha}: PullRequest
): Promise<boolean> {
  if (change.kind !== 'pull request') return true
  const now = await askPullRequest(github, {...repository, number: change.number}).catch((error: unknown) => {
    if (!refusalOf(error)) throw error
    return undefined
  })
  return now === undefined || now.headSha === headSha
}

const endsOf = (change: Change, pull: PullRequest | undefined): {base: string; head: string} => {
  if (change.kind === 'commits') return {base: change.base, head: change.head}
  return {base: pull?.baseRef ?? '', head: pull?.headSha ?? ''}
}

function readChanges(github: GitHub, repository: Repository, change: Change): Promise<Changes> {
  if (change.kind === 'commits') return compareCommits(github, repository, change.base, change.head)
  return readChangedFiles(github, {...repository, number: change.number})
}

const configNotes = ({files}: Changes, named: string | undefined): readonly string[] =>
  [...new Set(files.flatMap(({path, oldPath}) => [oldPath, path]))]
    .filter(path => (named === undefined ? configFiles.some(name => name === path) : path === named))
    .map(path => `\`${path}\` is changed here; it counts once it is merged.`)

/** What was found, with what became of telling it. What could not be told on the pull request is shown another way. */
async function publish(
  publication: Publication,
  found: ReviewOutcome,
  {instead = 'the findings are shown as annotations and in the summary instead'}: Pick<ReviewTask, 'instead'>,
  {github, sleep = sleepReally}: Surroundings
): Promise<ReviewOutcome> {
  const published = await publishReview(publication, {github, sleep})
  if (published.kind === 'superseded') return superseded
  if (published.kind === 'told') {
    const {reviewUrl, notes} = published
    return {...found, ...(reviewUrl && {reviewUrl}), notes: [...found.notes, ...notes]}
  }
  const {reason, remedy, passes} = published
  const consequence = found.outcome === 'clean' ? 'comments on what is mended may still stand there' : instead
  return {
    ...found,
    show: 'annotations',
    ...(passes && {unposted: 'for now'}),
    notes: [...found.notes, `${reason}; ${consequence}. ${remedy}`.trim()]
  }
}
