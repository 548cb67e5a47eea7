import {createHash} from 'node:crypto'
import {type Deed, deleteFixBranch, fixBranch, pushFixes, signed} from '../github/fix-branch.ts'
import {closeFixPull, openFixPull, rewriteFixPull} from '../github/fix-pull-request.ts'
import {findBranch} from '../github/head-commit.ts'
import type {GitHub, Repository} from '../github/octokit.ts'
import {attempt} from '../github/send-once.ts'
import {plural} from '../report/closing.ts'
import {forgetting, memoryIn} from '../report/fix-memory.ts'
import {commitMessage, doneComment, requestBody, requestTitle} from '../report/fix-request.ts'
import type {Audited} from './audited.ts'
import {examine as examineReally} from './examine.ts'
import {branchNote, editingNote, openingNote, readingNote} from './fix-refusals.ts'
import {type AtHead, isOwn, listsAtHead, readStanding, type Standing, type Touchable} from './fix-standing.ts'
import {rulesOfTheWeb} from './own-comments.ts'
import {isMendable, type PlannedCommit, planFixes} from './plan-fixes.ts'

/** What was found, and where its fixes are to be proposed. */
export interface FixProposal {
  readonly audited: Audited
  readonly repository: Repository
  /** The branch that was looked at, which the pull request is to change. */
  readonly base: string
  /** Root of GitHub's pages, such as `https://github.com`. */
  readonly webUrl: string
}

/** What proposing needs of the world. */
export interface Proposing {
  readonly github: GitHub
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<unknown>
  readonly examine?: typeof examineReally
}

/** What came of it. */
export interface Proposed {
  /** Of the open pull request, if there is one. */
  readonly pullRequestUrl?: string
  /** GitHub did not take what there was to propose. */
  readonly refused?: true
  /** Fingerprints of the findings that it mends. */
  readonly fixed: readonly string[]
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}

/**
 * Proposes the safe fixes of a whole repository in one pull request, and keeps it true: it is brought up to date in place,
 * closed when nothing is left, and what others have committed or declined stays as they left it.
 */
export async function proposeFixes(proposal: FixProposal, proposing: Proposing): Promise<Proposed> {
  const {audited, repository, base} = proposal
  const {github, examine = examineReally} = proposing
  const mendable = audited.lists.filter(isMendable)
  const looked = await attempt(async () => {
    const standing = await readStanding(github, repository, base)
    const {baseHead} = standing
    const isIdle = mendable.length === 0 || baseHead === undefined
    return {standing, at: isIdle ? noLists : await listsAtHead(github, repository, baseHead, mendable)}
  })
  if ('refusal' in looked) return {refused: true, fixed: [], notes: [readingNote(looked.refusal)]}
  const {standing, at} = looked
  const leave = (...notes: readonly string[]): Proposed => ({...urlOf(standing), fixed: [], notes})
  if (mendable.length === 0 && !standing.open && (!standing.branch || standing.strangers > 0)) return leave()
  const reason = reasonToLeave(proposal, standing, at)
  if (reason !== undefined) return leave(reason)
  const plan = await planFixes(at.lists, examine)
  const notes = at.different.length > 0 ? [differentNote(at.different)] : []
  if (plan.length > 0) return propose(proposal, {plan, standing, at, notes}, proposing)
  return at.different.length > 0 || !isWhole(audited) ? leave(...notes) : retire(proposal, standing, proposing)
}

const noLists: AtHead = {lists: [], different: []}

const urlOf = ({open}: Standing): Pick<Proposed, 'pullRequestUrl'> => (open ? {pullRequestUrl: open.url} : {})

/** Whether all was read, so that what is not found is not there. */
const isWhole = ({lists, unread = []}: Audited): boolean =>
  lists.length > 0 &&
  unread.length === 0 &&
  lists.every(({report}) => !report.crashes?.length && !report.diagnostics.some(({rule}) => rule === 'document-bounds'))

/** Why nothing is to be done now, in a sentence; nothing where there is no reason. */
function reasonToLeave({audited, base}: FixProposal, standing: Standing, {different}: AtHead): string | undefined {
  const {baseHead, strangers, deeds, open, isDoubtful} = standing
  if (isDoubtful)
    return 'GitHub does not tell whose token this is, so nobody knows which of the fixes there are ours; the next audit tries again.'
  if (baseHead === undefined) return `There is no branch \`${base}\`, so no fixes were proposed for it.`
  if (different.length > 0 && baseHead !== audited.commit) return movedNote(base)
  if (strangers > 0)
    return `\`${fixBranch}\` has ${plural(strangers, 'commit')} by others, so it was left alone; merge it or delete it, and the next audit proposes anew what is left to mend.`
  if (open && !audited.asked && deeds.some(({rule}) => rulesOfTheWeb.includes(rule)))
    return `The fixes on \`${fixBranch}\` rest on what links answered, and this run asked none, so they were left as they are.`
  return undefined
}

const movedNote = (base: string): string =>
  `\`${base}\` has moved on since it was looked at, so no fixes were proposed; the next audit does it.`

function differentNote([first, ...others]: readonly string[]): string {
  const who =
    others.length === 0
      ? `\`${first}\` is`
      : `\`${first}\` and ${others.length} more ${others.length === 1 ? 'is' : 'are'}`
  return `${who} not in the repository as read here, so it was not mended in a pull request: it is not committed, or the checkout converts line endings.`
}

interface Plan {
  readonly plan: readonly PlannedCommit[]
  readonly standing: Standing
  readonly at: AtHead
  readonly notes: readonly string[]
}

/** Brings the branch up to date, then the pull request. */
async function propose(
  proposal: FixProposal,
  {plan, standing, at, notes}: Plan,
  proposing: Proposing
): Promise<Proposed> {
  const {repository, base, webUrl} = proposal
  const {github, sleep} = proposing
  const fixed = plan.flatMap(({fingerprints}) => fingerprints)
  const leave = (note: string): Proposed => ({...urlOf(standing), fixed: [], notes: [...notes, note]})
  if (!standing.open && isDeclined(standing, fixed))
    return leave(
      `The pull request ${standing.declined[0]!.url} with these fixes was closed; another is opened once there is something new to mend.`
    )
  if (!isUpToDate(standing, plan)) {
    const pushed = await attempt(() => push(proposal, {plan, standing, at}, proposing))
    if (typeof pushed === 'object') return {...leave(branchNote(pushed.refusal)), refused: true}
    if (pushed === 'base moved') return leave(movedNote(base))
    if (pushed === 'moved')
      return leave(
        `\`${fixBranch}\` was changed by somebody else meanwhile, so it was left alone; the next audit looks again.`
      )
  }
  const body = bodyOf(standing, plan)
  const {open, identity} = standing
  if (open) {
    const isSame = !isOwn(identity, open) || plain(open.body) === plain(body)
    const edited = isSame ? undefined : await attempt(() => rewriteFixPull(github, repository, open.number, body))
    const told = edited ? [editingNote(edited.refusal)] : []
    return {pullRequestUrl: open.url, fixed, notes: [...notes, ...told]}
  }
  const opened = await openFixPull(github, repository, {base, title: requestTitle, body}, sleep)
  if ('url' in opened) return {pullRequestUrl: opened.url, fixed, notes}
  return {...leave(openingNote(opened.refusal, compareUrl(webUrl, repository, base))), refused: true}
}

const plain = (body: string): string => body.replace(/\r\n/g, '\n').trimEnd()

function compareUrl(webUrl: string, {owner, repo}: Repository, base: string): string {
  const from = base.split('/').map(encodeURIComponent).join('/')
  return `${webUrl}/${owner}/${repo}/compare/${from}...${fixBranch}?expand=1`
}

/** Whether a person has closed all of this already. */
function isDeclined({declined}: Standing, fixed: readonly string[]): boolean {
  const memories = declined.map(({body}) => memoryIn(body))
  return declined.length > 0 && fixed.every(one => memories.some(isKnown => isKnown(one)))
}

/** Whether the branch has just these commits, on the head of the base. */
function isUpToDate({branch, deeds, isMerged}: Standing, plan: readonly PlannedCommit[]): boolean {
  if (branch?.start !== 'current' || isMerged || deeds.length !== plan.length) return false
  return plan.every((commit, index) => deedFor(commit).digest === deeds[index]!.digest)
}

function deedFor({rule, safety, files}: PlannedCommit): Deed {
  const hash = createHash('sha256').update(JSON.stringify([rule, safety, files.map(({path, text}) => [path, text])]))
  return {rule, digest: hash.digest('hex').slice(0, 32)}
}

async function push(
  {repository, base}: FixProposal,
  {plan, standing, at}: Omit<Plan, 'notes'>,
  {github, sleep}: Proposing
): Promise<'pushed' | 'moved' | 'base moved'> {
  const baseHead = standing.baseHead!
  if ((await findBranch(github, repository, base)) !== baseHead) return 'base moved'
  const modes = new Map(at.lists.map(({task, mode}: Touchable) => [task.path, mode]))
  const commits = plan.map(commit => ({
    message: signed(commitMessage({...commit, files: commit.files.length}), deedFor(commit)),
    files: commit.files.map(({path, text}) => ({path, text, mode: modes.get(path)!}))
  }))
  return pushFixes(github, repository, commits, {base: baseHead, before: standing.branch?.sha, sleep})
}

function bodyOf({identity}: Standing, plan: readonly PlannedCommit[]): string {
  const openedBy = identity.kind === 'bot' && identity.login === 'github-actions' ? 'workflow' : 'other'
  const commits = plan.map(commit => ({...commit, files: commit.files.length}))
  return requestBody(commits, {openedBy})
}

/** Nothing is left: closes our pull request and deletes our branch. What a person has opened is left to them. */
async function retire({repository}: FixProposal, standing: Standing, {github}: Proposing): Promise<Proposed> {
  const {open, identity, branch, deeds, isMerged} = standing
  if (open && !isOwn(identity, open)) return {...urlOf(standing), fixed: [], notes: []}
  if (open) {
    // What nobody has declined is not to be remembered.
    const done = {body: forgetting(open.body), why: doneComment}
    const closed = await attempt(() => closeFixPull(github, repository, open.number, done))
    if (closed) return {...urlOf(standing), fixed: [], notes: [editingNote(closed.refusal)]}
  }
  // If it stays this time, it is as good as gone: the next audit deletes it.
  if (branch && (isMerged || deeds.length > 0)) await attempt(() => deleteFixBranch(github, repository, branch.sha))
  return {fixed: [], notes: []}
}
