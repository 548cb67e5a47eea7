import {existsSync} from 'node:fs'
import * as core from '@actions/core'
import {context} from '@actions/github'
import {readBranch} from '../github/head-commit.ts'
import type {GitHub} from '../github/octokit.ts'
import type {AuditTask} from '../job/audit-repository.ts'
import {git} from '../job/git.ts'
import {auditOf, keptAudits} from '../job/past-audits.ts'
import {runAudit} from '../job/run-audit.ts'
import {harmless} from '../report/log.ts'
import type {Inputs} from './inputs.ts'
import {openState} from './state.ts'
import {inWorkspace, tell} from './tell.ts'

/** Audits the repository of the workflow, and tells of it. */
export async function audit(inputs: Inputs, github: GitHub, log: (text: string) => void): Promise<void> {
  const {overrides, configFile, failOn = 'never', stateFile} = inputs
  const {branch, isDefault} = branchOfRun()
  const ground = await groundOf(github, branch)
  const state = await openState(stateFile, {env: process.env, mask: core.setSecret})
  if (state.note) core.notice(harmless(state.note))
  const outcome = await runAudit(
    {
      ground,
      repository: context.repo,
      overrides,
      ...(configFile && {configFile}),
      links: {
        which: inputs.links === 'none' || inputs.links === 'changed' ? 'none' : 'all',
        dead: 'when found twice',
        memory: state.memory
      },
      issue: inputs.issue === 'keep' && isDefault ? 'keep' : 'leave',
      fixes: inputs.fix === 'pull-request' && isDefault ? {base: branch} : 'leave',
      webUrl: context.serverUrl,
      failOn
    },
    {github, log}
  )
  const notes = [
    ...outcome.notes,
    ...(isDefault ? [] : [elsewhereNote]),
    ...(inputs.links === 'changed' ? [changedNote] : [])
  ]
  const now = auditOf(outcome.files, outcome.asked?.links, {at: Date.now(), commit: outcome.commit})
  const kept = await state.keep(outcome.asked?.memory ?? state.memory, now)
  await tell(
    {...outcome, notes: kept === undefined ? notes : [...notes, kept]},
    {
      subject: 'list',
      where: '',
      pages: {
        ...(outcome.issueUrl && {'issue-url': {name: 'The issue', url: outcome.issueUrl}}),
        ...(outcome.pullRequestUrl && {
          'pull-request-url': {name: 'The pull request with the fixes', url: outcome.pullRequestUrl}
        })
      }
    },
    inputs,
    {log, view: {audits: keptAudits([...state.audits, now])}}
  )
}

const elsewhereNote = 'This run is not for the default branch, so that neither an issue nor a pull request was written.'

const changedNote = 'An audit has no changed links, so that none was asked; leave `links` at `auto` to ask all of them.'

/** The branch that the run is for, and whether it is the default one: the event `schedule` does not say, and is always. */
function branchOfRun(): {readonly branch: string; readonly isDefault: boolean} {
  const [, branch] = /^refs\/heads\/(.+)$/s.exec(context.ref) ?? []
  const usual = context.payload.repository?.['default_branch'] as string | undefined
  return {branch: branch ?? '', isDefault: branch !== undefined && (usual === undefined || usual === branch)}
}

/** The checkout, if there is one of this repository in the workspace, else the head of the branch by the API. */
async function groundOf(github: GitHub, branch: string): Promise<AuditTask['ground']> {
  const folder = inWorkspace('.')
  if (existsSync(inWorkspace('.git'))) {
    const origin = await git(folder, ['config', '--get', 'remote.origin.url'])
    const {owner, repo} = context.repo
    const isOurs = origin.ok && originName(origin.output) === `${owner}/${repo}`.toLowerCase()
    if (isOurs) return {kind: 'checkout', folder, paths: []}
  }
  const commit = branch === '' ? context.sha : await readBranch(github, context.repo, branch)
  return {kind: 'remote', repository: context.repo, commit}
}

/** Owner and name in the address of a repository. */
const originName = (url: string): string | undefined =>
  /[/:]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(url.trim().toLowerCase())?.[1]
