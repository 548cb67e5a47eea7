import {rules as allRules} from '../../rules/index.ts'
import {commitToHead, type HeadBranch, type PullEnds} from '../github/head-branch.ts'
import {type PullReference, readChangedFiles} from '../github/pull-request.ts'
import {readTree} from '../github/tree.ts'
import {mergeConfig} from '../lint/config.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import type {AskedLinks} from './ask-links.ts'
import {examineChanged, readConfigAt} from './changed-lists.ts'
import {examine as examineReally} from './examine.ts'
import type {ReviewTask, Surroundings} from './review-pull-request.ts'

/** Fixes to be made in the name of somebody. */
export interface FixTask extends Pick<ReviewTask, 'overrides' | 'configFile' | 'links'> {
  readonly pull: PullReference
  /** As read when the work began: nothing is committed on top of anything else. */
  readonly ends: PullEnds
  readonly askedBy: string
  /** When that was, in ISO 8601. */
  readonly askedAt: string
}

/** What came of it. Sentences have backticks around literals. */
export type Fixing =
  | {readonly kind: 'committed'; readonly sha: string; readonly asked?: AskedLinks}
  | {readonly kind: 'refused'; readonly sentence: string}

const refused = (sentence: string): Fixing => ({kind: 'refused', sentence})

/**
 * Makes all safe fixes on the lines of a pull request in one commit to its branch.
 * @throws UserError for what the user can mend: a wrong config, a token that cannot read.
 */
export async function commitFixes(task: FixTask, surroundings: Surroundings): Promise<Fixing> {
  const {pull, ends, askedBy} = task
  const {github} = surroundings
  const {branch} = ends
  if (!branch)
    return refused('The repository that this pull request came from is gone, so nothing can be committed to it.')
  const reason = reasonToRefuse(task, branch)
  if (reason !== undefined) return refused(reason)
  const {reports, asked, notes} = await mend(task, surroundings)
  const mended = reports.filter(({fixed = 0}) => fixed > 0)
  if (mended.length === 0) return refused([nothingToFix(reports), ...notes].join(' '))
  const committed = await commitToHead(github, pull, branch, {
    parent: ends.headSha,
    ...messageOf(mended, askedBy),
    files: mended.map(({path, text}) => ({path, text}))
  })
  switch (committed.kind) {
    case 'committed':
      return {kind: 'committed', sha: committed.sha, ...(asked && {asked})}
    case 'moved':
      return refused(
        'The branch has moved on while the fixes were made, so nothing was committed; look at what is new and ask again.'
      )
    case 'failed':
      return refused(`GitHub failed to commit the fixes (${committed.message}); ask again later.`)
    case 'refused':
      return refused(`GitHub refused the commit (${committed.message}); ${remedy(branch)}`)
  }
}

function reasonToRefuse({askedAt}: FixTask, {origin, maintainerEdits, pushedAt}: HeadBranch): string | undefined {
  if (origin === 'here') return undefined
  if (maintainerEdits === 'refused')
    return 'The author of this pull request does not allow edits by maintainers, so the fixes cannot be committed; the suggestions in the review can be applied by the author.'
  // Who asks has seen what was there then. Only those who may write to this repository push to its own branches.
  if (Date.parse(pushedAt) > Date.parse(askedAt))
    return 'Something was pushed to the fork after the command was written; look at what is new and ask again.'
  return undefined
}

interface Mended {
  readonly reports: readonly FileReport[]
  readonly asked?: AskedLinks
  readonly notes: readonly string[]
}

/** Reads the changed lists with the eyes of a review, and mends them. */
async function mend(
  {pull, ends, overrides, configFile, links}: FixTask,
  {github, rules = allRules, examine = examineReally}: Surroundings
): Promise<Mended> {
  const repository = {owner: pull.owner, repo: pull.repo}
  const base = {repository, base: ends.baseRef, tree: await readTree(github, repository, ends.baseRef)}
  const config = mergeConfig(await readConfigAt(github, base, rules, configFile), overrides, rules)
  const changes = await readChangedFiles(github, pull)
  const mending: typeof examine = (task, limits) => examine({...task, fix: 'safe'}, limits)
  const change = {...base, head: ends.headSha, changes, config, links}
  const {lists, ...rest} = await examineChanged(github, change, mending)
  return {reports: lists.map(({report}) => report), ...rest}
}

function nothingToFix(reports: readonly FileReport[]): string {
  const complex = reports.find(({diagnostics}) => diagnostics.some(({rule}) => rule === 'document-bounds'))
  if (complex) return `\`${complex.path}\` is too complex to be read, so nothing was committed.`
  return 'Nothing on the lines of this pull request has a fix that is proven to be safe, so nothing was committed.'
}

/**
 * The message of the commit. It names rules and numbers only: a path could hold what GitHub acts on in a message, such as
 * a mention or `[skip ci]`.
 */
function messageOf(mended: readonly FileReport[], askedBy: string): {headline: string; body: string} {
  const counts = new Map<string, number>()
  for (const rule of mended.flatMap(({fixedRules = []}) => fixedRules)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const sum = [...counts.values()].reduce((a, b) => a + b, 0)
  const lines = [...counts].map(([rule, count]) => `- ${rule}${count > 1 ? ` (${count} times)` : ''}`)
  const person = /^[\w-]{1,100}$/.test(askedBy) ? ['', `Asked for by ${askedBy}.`] : []
  return {
    headline: `Mend ${sum === 1 ? 'one thing' : `${sum} things`} that awesome-doctor found`,
    body: [...lines, ...person].join('\n')
  }
}

const remedy = ({origin}: HeadBranch): string =>
  origin === 'here'
    ? 'the job needs `permissions: contents: write`, and the branch must not be protected from it.'
    : 'the token must be one that may write to the fork, such as that of a person or an App as `github-token`; the author can apply the suggestions in the review all the same.'
