import path from 'node:path'
import * as core from '@actions/core'
import {context} from '@actions/github'
import {type Inputs, readInputs} from './action/inputs.ts'
import {UserError} from './document/error.ts'
import {connect} from './github/octokit.ts'
import {openLinkMemory} from './job/link-memory.ts'
import {type Change, type ReviewOutcome, reviewPullRequest} from './job/review-pull-request.ts'
import {writeReport} from './job/text-file.ts'
import {annotate} from './report/annotations.ts'
import {loadReporter} from './report/index.ts'
import {tallyLinks} from './report/links.ts'
import {createLog, harmless} from './report/log.ts'
import {reasonMarkdown, within} from './report/markdown.ts'
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
  const state = stateFile === undefined ? undefined : await openLinkMemory(inWorkspace(stateFile), stateFile)
  if (state?.note) core.notice(harmless(state.note))
  const task = {
    repository: context.repo,
    change: changeOf(mode),
    overrides,
    ...(configFile && {configFile}),
    maxComments,
    links: {which: inputs.links === 'auto' ? ('changed' as const) : inputs.links, memory: state?.memory},
    show: mode === 'check' ? ('annotations' as const) : inputs.show
  }
  const outcome = await reviewPullRequest(task, {github, log})
  if (outcome.asked) state?.keep(outcome.asked.memory)
  await tell(outcome, inputs)
}

const inWorkspace = (file: string): string => path.resolve(process.env['GITHUB_WORKSPACE'] ?? '.', file)

function modeOf({mode}: Inputs): 'review' | 'audit' | 'check' {
  if (mode !== 'auto') return mode
  const event = context.eventName
  if (event === 'pull_request' || event === 'pull_request_target') return 'review'
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

async function tell(outcome: ReviewOutcome, {jsonFile, htmlFile}: Inputs): Promise<void> {
  const {errors, warnings, fixable, reviewUrl, files} = outcome
  const links = outcome.asked?.links ?? []
  const {shown, left} = annotate(outcome.show === 'annotations' ? files : [])
  for (const {level, message, ...properties} of shown) {
    if (level === 'error') core.error(message, properties)
    else core.warning(message, properties)
  }
  const notes = [
    ...outcome.notes,
    ...(left > 0 ? [`${left} more findings are not among the annotations, of which GitHub shows ten of a kind.`] : [])
  ]
  for (const note of notes) core.notice(harmless(note))
  log(
    `${outcome.outcome}: ${counted(errors, 'error')} and ${counted(warnings, 'warning')} in ${counted(files.length, 'changed list')}.`
  )
  if (reviewUrl) log(`The review: ${reviewUrl}`)

  const view = {version, color: false, columns: 100}
  if (jsonFile) {
    writeReport(inWorkspace(jsonFile), jsonFile, (await loadReporter('json'))(files, view, links))
    core.setOutput('json-file', jsonFile)
  }
  if (htmlFile) writeReport(inWorkspace(htmlFile), htmlFile, (await loadReporter('html'))(files, view, links))
  core.setOutput('errors', errors)
  core.setOutput('warnings', warnings)
  core.setOutput('fixable', fixable)
  core.setOutput('dead-links', tallyLinks(links).dead)
  core.setOutput('outcome', outcome.outcome)
  if (reviewUrl) core.setOutput('review-url', reviewUrl)
  const summary = (await loadReporter('markdown'))(files, view, links)
  await summarise([...notes.map(note => `> ${reasonMarkdown(note)}\n`), summary].join('\n'))
  if (outcome.fails)
    core.setFailed(`There are ${counted(errors, 'error')} and ${counted(warnings, 'warning')} on the changed lines.`)
}

async function summarise(markdown: string): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return
  await core.summary.addRaw(within(markdown.split('\n'), '', summaryLimit)).write()
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

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
