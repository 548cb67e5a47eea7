import {PassingError, UserError} from '../document/error.ts'
import type {GitHub} from '../github/octokit.ts'
import {readCommand} from '../job/read-command.ts'
import {performAudit} from './audit.ts'
import {performCommand} from './command.ts'
import type {Permissions} from './installations.ts'
import {done, failed, type Outcome, type Try, type Workshop} from './outcome.ts'
import type {Job} from './queue/queue.ts'
import {performRerun, performReview} from './review.ts'
import type {Settings} from './settings.ts'
import type {Site, Work} from './work.ts'

/** Does some work as far as it can be done now. Never throws. */
export async function perform(job: Job, workshop: Workshop): Promise<Outcome> {
  try {
    const {work} = job
    const github = await enter(job, workshop)
    if (github === 'gone') return done('gone')
    return await performTask({job, work, github}, workshop)
  } catch (error) {
    return failed(error, job)
  }
}

/** A client for the work. Where a fix may not be committed, the answer to its command says so, which wants a token, too. */
async function enter({work, failures}: Job, {installations, settings}: Workshop): Promise<GitHub | 'gone'> {
  const permissions = permissionsFor(work, settings)
  const token = failures > 0 ? 'new' : 'kept'
  try {
    return await installations.enter(siteOf(work), permissions, token)
  } catch (error) {
    const isRefused = error instanceof UserError && !(error instanceof PassingError)
    if (!isRefused || work.kind !== 'command' || permissions['contents'] === 'read') throw error
    return installations.enter(siteOf(work), {...permissions, contents: 'read'}, token)
  }
}

const siteOf = ({installation, repositoryId, owner, repo}: Work): Site => ({installation, repositoryId, owner, repo})

function performTask({work, ...rest}: Try, workshop: Workshop): Promise<Outcome> {
  switch (work.kind) {
    case 'review':
      return performReview({...rest, work}, workshop)
    case 'rerun':
      return performRerun({...rest, work}, workshop)
    case 'command':
      return performCommand({...rest, work}, workshop)
    case 'audit':
      return performAudit({...rest, work}, workshop)
  }
}

/** No more than the work needs: what a token cannot do, nobody can make it do. */
function permissionsFor(work: Work, {fixes}: Settings): Permissions {
  const basic = {metadata: 'read', contents: 'read'} as const
  switch (work.kind) {
    case 'review':
    case 'rerun':
      return {...basic, pull_requests: 'write', checks: 'write'}
    case 'command': {
      const commits = readCommand(work.comment.body)?.kind === 'fix'
      return {...basic, pull_requests: 'write', ...(commits && {contents: 'write'})}
    }
    case 'audit':
      return {...basic, issues: 'write', ...(fixes === 'pull-request' && {contents: 'write', pull_requests: 'write'})}
  }
}
