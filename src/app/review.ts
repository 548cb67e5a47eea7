import {UserError} from '../document/error.ts'
import {beginCheck, type CheckResult, type CheckRun, endCheck, externalIdsOn} from '../github/check-run.ts'
import type {Refusal} from '../github/octokit.ts'
import {type ReviewOutcome, type ReviewTask, reviewPullRequest} from '../job/review-pull-request.ts'
import {checkWords, sentenceWords} from '../report/check.ts'
import {pullOfCheck} from './events.ts'
import {again, done, mayPass, type Outcome, type Try, type Workshop} from './outcome.ts'

/** The name of our check, which rules of branches can ask for. */
const checkName = 'awesome-doctor'

/** Comments of a review at most, as in the action. */
export const maxComments = 30

/** Reviews a pull request, and tells of it in a check run. */
export async function performReview({job, work, github}: Try<'review'>, workshop: Workshop): Promise<Outcome> {
  const {settings, states, log} = workshop
  const {owner, repo, number, head} = work
  const repository = {owner, repo}
  const check =
    head === undefined
      ? undefined
      : await beginCheck(github, repository, {name: checkName, head, externalId: `pull-request-${number} ${job.id}`})
  const state = await states.open(work.repositoryId)
  const task: ReviewTask = {
    repository,
    change: {kind: 'pull request', number, ...(head !== undefined && {head})},
    overrides: {},
    maxComments,
    links: {which: settings.links, memory: state.memory},
    show: 'review'
  }
  const reviewed = await reviewPullRequest(task, {github, log}).catch((error: unknown) => error)
  const outcome = isOutcome(reviewed) ? reviewed : undefined
  if (outcome?.asked) await state.keep(outcome.asked.memory)
  const passes = outcome ? outcome.unposted === 'for now' : mayPass(reviewed, job)
  const ended = passes && !job.isLast ? undefined : await end(check, resultOf(reviewed, passes), github)
  if (!outcome) throw reviewed
  if (passes) return again(outcome.notes.join(' '))
  const refused = ended ?? (check && 'status' in check ? check : undefined)
  // What is posted stays: the next try finds that, and does what is left.
  if (refused && isPassingRefusal(refused)) return again(`GitHub did not take the check run (${sentence(refused)}).`)
  return done(outcome.outcome, [
    ...outcome.notes,
    ...(refused ? [`GitHub refused the check run (${sentence(refused)}); grant the App \`checks: write\`.`] : [])
  ])
}

/** Reviews all pull requests that a check run on a commit tells of. */
export async function performRerun(one: Try<'rerun'>, workshop: Workshop): Promise<Outcome> {
  const {work, github} = one
  const {owner, repo, head} = work
  const ids = await externalIdsOn(github, {owner, repo}, {name: checkName, head})
  const numbers = new Set(ids.flatMap(id => pullOfCheck(id) ?? []))
  for (const number of numbers) {
    const outcome = await performReview({...one, work: {...work, kind: 'review', number, head}}, workshop)
    if (outcome.verdict.kind !== 'done') return outcome
  }
  return done(numbers.size > 0 ? 'done' : 'none')
}

const isOutcome = (reviewed: unknown): reviewed is ReviewOutcome => !(reviewed instanceof Error)

const isPassingRefusal = ({status, message}: Refusal): boolean =>
  status === 0 || status === 401 || status >= 500 || status === 429 || /rate limit/i.test(message)

const sentence = ({status, message}: Refusal): string => `${status} ${message}`

async function end(
  check: CheckRun | Refusal | undefined,
  result: CheckResult,
  github: Try['github']
): Promise<Refusal | undefined> {
  if (!check || 'status' in check) return undefined
  return endCheck(github, check, result)
}

function resultOf(reviewed: unknown, passes: boolean): CheckResult {
  if (isOutcome(reviewed) && reviewed.outcome === 'superseded')
    return {conclusion: 'neutral', ...sentenceWords('Superseded', reviewed.notes.join(' '))}
  if (isOutcome(reviewed)) {
    const {files, asked, notes, fails, errors, warnings} = reviewed
    const conclusion = fails ? 'failure' : errors + warnings > 0 ? 'neutral' : 'success'
    return {conclusion, ...checkWords(files, asked?.links ?? [], notes)}
  }
  if (reviewed instanceof UserError)
    return {conclusion: passes ? 'neutral' : 'failure', ...sentenceWords('Not judged', reviewed.message)}
  const words = 'awesome-doctor broke, which is a bug of its own; the log of its server has the stack.'
  return {conclusion: 'neutral', ...sentenceWords('Not judged', words)}
}
