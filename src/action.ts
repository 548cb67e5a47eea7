import path from 'node:path'
import * as core from '@actions/core'
import {context} from '@actions/github'
import {rules} from '../rules/index.ts'
import {changeOfRun, commentOfEvent} from './action/event.ts'
import {type Inputs, readInputs} from './action/inputs.ts'
import {UserError} from './document/error.ts'
import {connect, type GitHub} from './github/octokit.ts'
import {type Change, type ReviewOutcome, type ReviewTask, reviewPullRequest} from './job/review-pull-request.ts'
import {openStateFile} from './job/state-file.ts'
import {writeReport} from './job/text-file.ts'
import type {FileReport} from './lint/diagnostic.ts'
import {annotate, noticesOf} from './report/annotations.ts'
import {plural} from './report/closing.ts'
import {loadReporter} from './report/index.ts'
import {tallyLinks} from './report/links.ts'
import {createLog, harmless} from './report/log.ts'
import {link, reasonMarkdown, within} from './report/markdown.ts'
import {counted} from './report/sentences.ts'
import {version} from './version.ts'

const log = createLog(text => process.stdout.write(text))

/** A job summary may have 1 MiB; a UTF-16 unit takes three bytes at most. */
const summaryLimit = 340_000

async function run(inputs: Inputs): Promise<void> {
  const mode = modeOf(inputs)
  if (mode === 'audit')
    throw new UserError(
      'The audit is not part of this release yet; run this on `pull_request`, `pull_request_target` or `merge_group`.'
    )
  const github = connect({
    token: inputs.token,
    apiUrl: process.env['GITHUB_API_URL'],
    graphqlUrl: process.env['GITHUB_GRAPHQL_URL'],
    version,
    log
  })
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
  await tell(outcome, inputs)
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

const inWorkspace = (file: string): string => path.resolve(process.env['GITHUB_WORKSPACE'] ?? '.', file)

function modeOf({mode}: Inputs): 'review' | 'audit' | 'check' | 'command' {
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

async function tell(outcome: ReviewOutcome, {jsonFile, sarifFile, htmlFile}: Inputs): Promise<void> {
  const {errors, warnings, fixable, reviewUrl, files} = outcome
  const links = outcome.asked?.links ?? []
  const {shown, left} = annotate(outcome.show === 'annotations' ? files : [], outcome.fails ? 1 : 0)
  for (const {level, message, ...properties} of shown) {
    if (level === 'error') core.error(message, properties)
    else core.warning(message, properties)
  }
  const notes = [
    ...outcome.notes,
    ...(left > 0
      ? [
          `${plural(left, 'more finding')} ${left === 1 ? 'is' : 'are'} not among the annotations, of which GitHub shows ten of a kind: see the table.`
        ]
      : [])
  ]
  for (const note of noticesOf(notes)) core.notice(harmless(note))
  log(`${outcome.outcome}: ${counted(errors, warnings)} in ${plural(files.length, 'changed list')}.`)
  if (reviewUrl) log(`The review: ${reviewUrl}`)

  const view = {version, color: false, columns: 100, rules}
  if (jsonFile) {
    writeReport(inWorkspace(jsonFile), jsonFile, (await loadReporter('json'))(files, view, links))
    core.setOutput('json-file', jsonFile)
  }
  // Uploaded, a report of a run that judged nothing would close every alert.
  if (sarifFile && outcome.outcome !== 'superseded')
    writeReport(inWorkspace(sarifFile), sarifFile, (await loadReporter('sarif'))(files.map(spoken), view, links))
  if (htmlFile) writeReport(inWorkspace(htmlFile), htmlFile, (await loadReporter('html'))(files, view, links))
  core.setOutput('errors', errors)
  core.setOutput('warnings', warnings)
  core.setOutput('fixable', fixable)
  core.setOutput('dead-links', tallyLinks(links).dead)
  core.setOutput('outcome', outcome.outcome)
  if (reviewUrl) core.setOutput('review-url', reviewUrl)
  const summary = (await loadReporter('markdown'))(files, view, links)
  const inReview = reviewUrl && outcome.outcome === 'findings'
  const review = inReview ? [`\n${link('The review', reviewUrl)} has the details.\n`] : []
  await summarise([...notes.map(note => `> ${reasonMarkdown(note)}\n`), summary, ...review].join('\n'))
  if (outcome.fails) core.setFailed(`Found ${counted(errors, warnings)} on the changed lines.`)
}

/** Without what comments silence: GitHub opens alerts for it, whatever a SARIF file says of its suppression. */
const spoken = (file: FileReport): FileReport => ({
  ...file,
  diagnostics: file.diagnostics.filter(({suppressed}) => !suppressed)
})

async function summarise(markdown: string): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return
  await core.summary.addRaw(within(markdown.split('\n'), '', summaryLimit)).write()
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
