import {setTimeout as sleepReally} from 'node:timers/promises'
import type {GitHub, Repository} from '../github/octokit.ts'
import type {Config} from '../lint/config.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {fails, tally} from '../lint/tally.ts'
import type {AskedLinks} from './ask-links.ts'
import {type AuditSurroundings, type AuditTask, auditRepository} from './audit-repository.ts'
import type {Audited} from './audited.ts'
import {findIssue, keepIssue} from './keep-issue.ts'
import {proposeFixes} from './propose-fixes.ts'

/** An audit whose findings are to be told on GitHub. */
export interface AuditRun extends AuditTask {
  readonly repository: Repository
  /** Whether one issue is kept up to date. */
  readonly issue: 'keep' | 'leave'
  /** Whether one pull request with the fixes is kept up to date, and for which branch. */
  readonly fixes: {readonly base: string} | 'leave'
  /** Root of GitHub's pages, such as `https://github.com`. */
  readonly webUrl: string
  /** The level of findings that fails the run. */
  readonly failOn: Config['failOn']
}

/** What the job needs of the world. */
export interface RunSurroundings extends AuditSurroundings {
  readonly github: GitHub
  readonly sleep?: (milliseconds: number) => Promise<unknown>
}

/** What came of an audit. Counts are of all findings that nobody has silenced. */
export interface AuditOutcome {
  readonly outcome: 'clean' | 'findings'
  readonly errors: number
  readonly warnings: number
  readonly fixable: number
  readonly fails: boolean
  readonly files: readonly FileReport[]
  readonly commit?: string
  readonly asked?: AskedLinks
  readonly audited: Audited
  readonly issueUrl?: string
  readonly pullRequestUrl?: string
  /** What GitHub did not take as an issue or a pull request is shown as annotations. */
  readonly show: 'issue' | 'annotations'
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}

/**
 * Audits a repository, and tells of it on GitHub as far as is wanted.
 * @throws UserError for what the user can mend: a missing list, a wrong config, a token that cannot read.
 */
export async function runAudit(run: AuditRun, surroundings: RunSurroundings): Promise<AuditOutcome> {
  const {repository, issue, fixes, webUrl, failOn} = run
  const {github, sleep = sleepReally, examine} = surroundings
  const found = issue === 'keep' ? await findIssue(github, repository) : undefined
  const audited = await auditRepository({...run, silenced: found?.silenced ?? []}, surroundings)
  // The issue names the pull request, and GitHub shows that there: naming it back would take a second edit.
  const proposed =
    fixes === 'leave'
      ? undefined
      : await proposeFixes({audited, repository, base: fixes.base, webUrl}, {github, sleep, ...(examine && {examine})})
  const {pullRequestUrl} = proposed ?? {}
  const kept =
    found && (await keepIssue(found, audited, {webUrl, ...(pullRequestUrl && {pullRequestUrl})}, {github, sleep}))
  return {
    ...outcomeOf(audited, failOn),
    ...(kept?.issueUrl && {issueUrl: kept.issueUrl}),
    ...(pullRequestUrl && {pullRequestUrl}),
    show: kept?.kind === 'refused' || proposed?.refused ? 'annotations' : 'issue',
    notes: [...audited.notes, ...(proposed?.notes ?? []), ...(kept?.notes ?? [])]
  }
}

function outcomeOf(audited: Audited, failOn: Config['failOn']) {
  const {lists, commit, asked} = audited
  const files = lists.map(({report}) => report)
  const counts = tally(files)
  const {errors, warnings, fixable} = counts
  return {
    outcome: errors + warnings > 0 ? ('findings' as const) : ('clean' as const),
    ...{errors, warnings, fixable},
    fails: fails(counts, failOn),
    files,
    audited,
    ...(commit !== undefined && {commit}),
    ...(asked && {asked})
  }
}
