import * as core from '@actions/core'
import {context} from '@actions/github'
import {changeOfRun, commentOfEvent} from './action/event.ts'
import {type Inputs, readInputs} from './action/inputs.ts'
import {inWorkspace, summarise, tell} from './action/tell.ts'
import {UserError} from './document/error.ts'
import {connect, type GitHub} from './github/octokit.ts'
import {type Change, type ReviewOutcome, type ReviewTask, reviewPullRequest} from './job/review-pull-request.ts'
import {openStateFile} from './job/state-file.ts'
import {createLog, harmless} from './report/log.ts'
import {reasonMarkdown} from './report/markdown.ts'
import {version} from './version.ts'

const log = createLog(text => process.stdout.write(text))

async function run(inputs: Inputs): Promise<void> {
  const mode = modeOf(inputs)
  const github = connect({
    token: inputs.token,
    apiUrl: process.env['GITHUB_API_URL'],
    graphqlUrl: process.env['GITHUB_GRAPHQL_URL'],
    version,
    log
  })
  if (mode === 'audit' || mode === 'plan' || mode === 'merge')
    return (await import('./action/audit.ts')).audit(inputs, {github, log, mode})
  const {overrides, configFile, maxComments, stateFile} = inputs
  const state = stateFile === undefined ? undefined : await openStateFile(inWorkspace(stateFile), stateFile)
  if (state?.note) core.notice(harmless(state.note))
  const wish = {
    repository: context.repo,
    overrides,
    ...(configFile && {configFile}),
    maxComments,
    links: {which: inputs.links === 'auto' ? ('changed' as const) : inputs.links, memory: state?.memory},
    show: mode === 'check' ? ('annotations' as const) : inputs.show
  }
  const outcome = mode === 'command' ? await answer(wish, github) : await review(wish, mode, github)
  if (typeof outcome === 'string') {
    core.notice(harmless(outcome))
    return summarise(reasonMarkdown(outcome))
  }
  if (outcome.asked) await state?.keep(outcome.asked.memory)
  const {reviewUrl} = outcome
  const pages = reviewUrl ? {'review-url': {name: 'The review', url: reviewUrl}} : {}
  await tell(outcome, {subject: 'changed list', where: ' on the changed lines', pages}, inputs, {log})
}

type Wish = Omit<ReviewTask, 'change'>

/** Judges what the event is about; a sentence where that is nothing. */
async function review(wish: Wish, mode: 'review' | 'check', github: GitHub): Promise<ReviewOutcome | string> {
  if (context.eventName !== 'workflow_run') return reviewPullRequest({...wish, change: changeOf(mode)}, {github, log})
  const found = await changeOfRun(github)
  if (typeof found === 'string') return found
  const outcome = await reviewPullRequest({...wish, change: found.change}, {github, log})
  return {...outcome, notes: [...found.notes, ...outcome.notes]}
}

/**
 * Answers a comment. The run belongs to the default branch, which no finding on a pull request should fail or annotate:
 * the answer stands on the pull request.
 */
async function answer(wish: Wish, github: GitHub): Promise<ReviewOutcome | string> {
  const found = commentOfEvent()
  if (typeof found === 'string') return found
  const {answerComment} = await import('./job/command.ts')
  const {review, notes} = await answerComment({...wish, ...found, webUrl: context.serverUrl}, {github, log})
  if (!review) return notes.join(' ') || 'The comment is no command.'
  return {...review, fails: false, show: 'review', notes: [...notes, ...review.notes]}
}

function modeOf({mode}: Inputs): Exclude<Inputs['mode'], 'auto'> | 'command' {
  if (mode !== 'auto') return mode
  const event = context.eventName
  if (event === 'pull_request' || event === 'pull_request_target' || event === 'workflow_run') return 'review'
  if (event === 'issue_comment') return 'command'
  if (event === 'merge_group') return 'check'
  if (event === 'schedule' || event === 'workflow_dispatch' || event === 'push') return 'audit'
  throw new UserError(
    `\`mode: auto\` has nothing to do on the event \`${event}\`; set \`mode\`, or run on \`pull_request\`.`
  )
}

function changeOf(mode: 'review' | 'check'): Change {
  const {pull_request, merge_group} = context.payload
  if (pull_request) return {kind: 'pull request', number: pull_request.number, head: pull_request['head'].sha}
  if (mode === 'check' && merge_group) return {kind: 'commits', base: merge_group.base_sha, head: merge_group.head_sha}
  const events = mode === 'check' ? '`pull_request` or `merge_group`' : '`pull_request` or `pull_request_target`'
  throw new UserError(
    `\`mode: ${mode}\` needs a pull request, but the event is \`${context.eventName}\`; run it on ${events}.`
  )
}

try {
  await run(readInputs())
} catch (error) {
  core.setOutput('outcome', 'failed')
  if (error instanceof UserError) core.setFailed(harmless(error.message))
  else {
    createLog(text => process.stderr.write(text))(
      error instanceof Error ? (error.stack ?? error.message) : String(error)
    )
    core.setFailed('awesome-doctor broke, which is a bug of ours; the log has its stack.')
  }
}
