import {existsSync} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import * as core from '@actions/core'
import {context} from '@actions/github'
import {UserError} from '../document/error.ts'
import {readBranch} from '../github/head-commit.ts'
import type {GitHub} from '../github/octokit.ts'
import {askPart, planAudit} from '../job/audit-part.ts'
import type {AuditTask} from '../job/audit-repository.ts'
import {git} from '../job/git.ts'
import {auditOf, keptAudits} from '../job/past-audits.ts'
import {runAudit} from '../job/run-audit.ts'
import {answersName, readAnswers} from '../job/shard-answers.ts'
import type {OpenState} from '../job/state-file.ts'
import {writeReport} from '../job/text-file.ts'
import type {Shard} from '../links/shards.ts'
import {noticesOf} from '../report/annotations.ts'
import {plural} from '../report/closing.ts'
import {harmless} from '../report/log.ts'
import type {Inputs} from './inputs.ts'
import {openState} from './state.ts'
import {inWorkspace, tell} from './tell.ts'

/** What the door knows of the run. */
interface Run {
  readonly inputs: Inputs
  readonly github: GitHub
  readonly log: (text: string) => void
  readonly branch: Branch
  readonly ground: AuditTask['ground']
  readonly state: OpenState
}

/** Audits the repository of the workflow, or does its part of that: the plan, a shard, the merge. */
export async function audit(
  inputs: Inputs,
  {github, log, mode}: Pick<Run, 'github' | 'log'> & {readonly mode: 'audit' | 'plan' | 'merge'}
): Promise<void> {
  const branch = branchOfRun()
  // What several jobs do must be about one commit; who does it alone looks at what is there now.
  const isAlone = mode === 'audit' && !inputs.shard
  const ground = await groundOf(github, isAlone ? branch : undefined)
  const state = await openState(inputs.stateFile, {env: process.env, mask: core.setSecret})
  if (state.note) core.notice(harmless(state.note))
  const run = {inputs, github, log, branch, ground, state}
  if (mode === 'plan') return plan(run)
  if (mode === 'audit' && inputs.shard) return askShard(run, inputs.shard)
  return auditAll(run, mode)
}

/** What each part of an audit has in common with the others. */
function taskOf({inputs, ground, state}: Run) {
  const {overrides, configFile, links} = inputs
  return {
    ground,
    overrides,
    ...(configFile && {configFile}),
    links: {which: links === 'none' || links === 'changed' ? ('none' as const) : ('all' as const), memory: state.memory}
  }
}

async function plan(run: Run): Promise<void> {
  const {count, matrix, due, time} = await planAudit(taskOf(run), run, run.inputs.shards)
  core.setOutput('shards', count)
  core.setOutput('matrix', JSON.stringify(matrix))
  const minutes = plural(Math.max(1, Math.ceil(time / 60_000)), 'minute')
  run.log(`${plural(due, 'link')} to ask, in ${plural(count, 'job')} of about ${minutes} at most.`)
}

async function askShard(run: Run, shard: Shard): Promise<void> {
  const {text, asked, notes} = await askPart(taskOf(run), run, shard)
  const {answers} = run.inputs
  const name = path.join(answers, answersName(shard))
  await mkdir(inWorkspace(answers), {recursive: true})
  writeReport(inWorkspace(name), name, text)
  for (const note of noticesOf(notes)) core.notice(harmless(note))
  run.log(`Shard ${shard.index} of ${shard.count} asked about ${plural(asked, 'link')}; \`${name}\` has the answers.`)
}

async function auditAll(run: Run, mode: 'audit' | 'merge'): Promise<void> {
  const {inputs, github, log, branch, state} = run
  const {failOn = 'never', answers: name} = inputs
  const task = taskOf(run)
  const answers =
    mode === 'merge'
      ? await readAnswers(inWorkspace(name), name, {commit: await commitOf(run.ground), now: Date.now()})
      : undefined
  const outcome = await runAudit(
    {
      ...task,
      repository: context.repo,
      links: {...task.links, dead: 'when found twice', answers},
      issue: inputs.issue === 'keep' && branch.isDefault ? 'keep' : 'leave',
      fixes: inputs.fix === 'pull-request' && branch.isDefault ? {base: branch.name} : 'leave',
      webUrl: context.serverUrl,
      failOn
    },
    {github, log}
  )
  const now = auditOf(outcome.files, outcome.asked?.links, {at: Date.now(), commit: outcome.commit})
  const kept = await state.keep(outcome.asked?.memory ?? state.memory, now)
  const notes = [
    ...outcome.notes,
    ...(branch.isDefault ? [] : [elsewhereNote]),
    ...(inputs.links === 'changed' ? [changedNote] : []),
    ...(kept === undefined ? [] : [kept])
  ]
  const {issueUrl, pullRequestUrl} = outcome
  const pages = {
    ...(issueUrl && {'issue-url': {name: 'The issue', url: issueUrl}}),
    ...(pullRequestUrl && {'pull-request-url': {name: 'The pull request with the fixes', url: pullRequestUrl}})
  }
  const view = {audits: keptAudits([...state.audits, now])}
  await tell({...outcome, notes}, {subject: 'list', where: '', pages}, inputs, {log, view})
}

const elsewhereNote = 'This run is not for the default branch, so that neither an issue nor a pull request was written.'

const changedNote = 'An audit has no changed links, so that none was asked; leave `links` at `auto` to ask all of them.'

/** The branch that a run is for. */
interface Branch {
  /** Empty for a tag, or a pull request. */
  readonly name: string
  readonly isDefault: boolean
}

/**
 * The event `schedule` does not say which branch is the default one, and always is for that. A run for a pull request is for
 * no branch, whatever it says: what is checked out may be a stranger's.
 */
function branchOfRun(): Branch {
  if (isForPull()) return {name: '', isDefault: false}
  const [, name = ''] = /^refs\/heads\/(.+)$/s.exec(context.ref) ?? []
  const usual = context.payload.repository?.['default_branch'] as string | undefined
  return {name, isDefault: name !== '' && (usual === undefined || usual === name)}
}

const isForPull = (): boolean => context.payload.pull_request !== undefined

/** The checkout, if there is one of this repository in the workspace; else the branch's head by the API, or the run's commit. */
async function groundOf(github: GitHub, branch: Branch | undefined): Promise<AuditTask['ground']> {
  const folder = inWorkspace('.')
  if (!isForPull() && existsSync(inWorkspace('.git'))) {
    const origin = await git(folder, ['config', '--get', 'remote.origin.url'])
    const {owner, repo} = context.repo
    const isOurs = origin.ok && originName(origin.output) === `${owner}/${repo}`.toLowerCase()
    if (isOurs) return {kind: 'checkout', folder, paths: []}
  }
  const commit = branch?.name ? await headOf(github, branch) : commitOfRun()
  return {kind: 'remote', repository: context.repo, commit, author: 'owner'}
}

/** The head of the branch; where the branch is gone by now, what the run was started for. */
async function headOf(github: GitHub, {name}: Branch): Promise<string> {
  try {
    return await readBranch(github, context.repo, name)
  } catch (error) {
    if (!(error instanceof UserError) || /^0*$/.test(context.sha)) throw error
    return context.sha
  }
}

/** Of a run for a pull request, what it is to be merged into. */
const commitOfRun = (): string => (isForPull() ? String(context.payload.pull_request?.['base'].sha) : context.sha)

async function commitOf(ground: AuditTask['ground']): Promise<string | undefined> {
  if (ground.kind === 'remote') return ground.commit
  const head = await git(ground.folder, ['rev-parse', 'HEAD'])
  return head.ok ? head.output.trim() : undefined
}

/** Owner and name in the address of a repository. */
const originName = (url: string): string | undefined =>
  /[/:]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(url.trim().toLowerCase())?.[1]
