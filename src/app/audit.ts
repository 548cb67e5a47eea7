import {readHead} from '../github/head-commit.ts'
import {auditOf} from '../job/past-audits.ts'
import {runAudit} from '../job/run-audit.ts'
import {done, type Outcome, type Try, type Workshop} from './outcome.ts'

/** Audits the default branch of a repository, and tells of it in its issue. */
export async function performAudit({work, github}: Try<'audit'>, workshop: Workshop): Promise<Outcome> {
  const {settings, states, log} = workshop
  const {owner, repo} = work
  const repository = {owner, repo}
  const {branch, commit} = await readHead(github, repository)
  const state = await states.open(work.repositoryId)
  const outcome = await runAudit(
    {
      // Lists of many owners are read by one process here, which none of them may keep busy or bring down.
      ground: {kind: 'remote', repository, commit, author: 'stranger'},
      repository,
      overrides: {},
      links: {which: settings.links === 'none' ? 'none' : 'all', dead: 'when found twice', memory: state.memory},
      issue: 'keep',
      fixes: settings.fixes === 'pull-request' ? {base: branch} : 'leave',
      webUrl: settings.places.webUrl,
      failOn: 'never'
    },
    {github, log}
  )
  const now = auditOf(outcome.files, outcome.asked?.links, {at: Date.now(), commit: outcome.commit})
  await state.keep(outcome.asked?.memory ?? state.memory, now)
  return done(outcome.outcome, outcome.notes)
}
