import {showFile} from './compare.ts'
import {close, moveBranch} from './move.ts'
import {
  type Answer,
  checkLength,
  created,
  invalid,
  notFound,
  numberParam,
  ok,
  paged,
  type RepositoryCall,
  type Route,
  refusal,
  required,
  stringIn
} from './route.ts'
import {showPull, showPullSimple} from './show-pull.ts'
import {
  type Account,
  account,
  branchSha,
  type Issue,
  nodeId,
  type Pull,
  pullBase,
  type Repository,
  roleOf,
  timestamp,
  type World
} from './world.ts'

const maximumFiles = 3000

/** Every pull request of the repository, newest first. */
const newestFirst = (repository: Repository): Pull[] =>
  [...repository.pulls.values()].sort((a, b) => b.number - a.number)

/** The pull request that the route names. */
export function pullOf(call: RepositoryCall): Pull {
  const pull = call.repository.pulls.get(numberParam(call, 'pull_number'))
  if (!pull) throw notFound()
  return pull
}

/** A new issue, or the half of a new pull request that is one. */
export function makeIssue(
  world: World,
  repository: Repository,
  user: Account,
  title: string,
  body: string | null
): Issue {
  const id = world.nextId()
  const now = timestamp(world)
  const issue: Issue = {
    id,
    nodeId: nodeId('I', id),
    number: Math.max(0, ...repository.issues.keys(), ...repository.discussions) + 1,
    repository,
    user,
    title,
    body,
    state: 'open',
    stateReason: null,
    labels: [],
    locked: false,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    comments: []
  }
  repository.issues.set(issue.number, issue)
  return issue
}

/** What a new pull request is made of. */
export interface PullDraft {
  readonly user: Account
  readonly title: string
  readonly body?: string | null
  readonly head: {readonly repository: Repository; readonly branch: string}
  readonly base: string
  readonly draft?: boolean
  readonly maintainerCanModify?: boolean
}

/** A new pull request between two branches that exist. */
export async function makePull(world: World, repository: Repository, draft: PullDraft): Promise<Pull> {
  const headSha = await branchSha(draft.head.repository, draft.head.branch)
  const baseSha = await branchSha(repository, draft.base)
  if (!headSha || !baseSha) throw new Error(`No branch ${headSha ? draft.base : draft.head.branch}`)
  const issue = makeIssue(world, repository, draft.user, draft.title, draft.body ?? null)
  const id = world.nextId()
  const pull: Pull = {
    issue,
    number: issue.number,
    id,
    nodeId: nodeId('PR', id),
    repository,
    headRepository: draft.head.repository,
    headOwner: draft.head.repository.owner,
    headRef: draft.head.branch,
    headSha,
    baseRef: draft.base,
    baseSha,
    draft: draft.draft ?? false,
    maintainerCanModify: draft.maintainerCanModify ?? draft.head.repository !== repository,
    mergedAt: null,
    queued: false,
    mergeableKnown: false,
    reviews: [],
    threads: []
  }
  issue.pull = pull
  repository.pulls.set(pull.number, pull)
  await repository.git.updateRef(`refs/pull/${pull.number}/head`, headSha)
  return pull
}

function forkOf(call: RepositoryCall, owner: string): Repository | undefined {
  const {git} = call.repository
  const same = (other: Repository): boolean =>
    other.git === git && other.owner.login.toLowerCase() === owner.toLowerCase()
  return [...call.world.repositories.values()].find(same)
}

async function create(call: RepositoryCall): Promise<Answer> {
  const {repository, body, world} = call
  const viewer = required(call.viewer)
  if (viewer.kind === 'actions' && !repository.allowActionsPullRequests) {
    throw refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  }
  const title = stringIn(body, 'title') ?? ''
  if (title.trim() === '') throw invalid({resource: 'PullRequest', code: 'missing_field', field: 'title'})
  const text = stringIn(body, 'body') ?? null
  checkLength('PullRequest', text ?? '')
  const [, owner, branch = ''] = /^(?:([^:]+):)?(.*)$/.exec(String(body['head'])) ?? []
  const base = String(body['base'])
  const headRepository = owner ? forkOf(call, owner) : repository
  const head = headRepository && (await branchSha(headRepository, branch))
  const onto = await branchSha(repository, base)
  const bad = (field: string): Error => invalid({resource: 'PullRequest', field, code: 'invalid'})
  if (!headRepository || !head) throw bad('head')
  if (!onto) throw bad('base')
  const open = newestFirst(repository).find(
    other =>
      other.issue.state === 'open' &&
      other.headRepository === headRepository &&
      other.headRef === branch &&
      other.baseRef === base
  )
  const custom = (message: string): Error => invalid({resource: 'PullRequest', code: 'custom', message})
  if (open) throw custom(`A pull request already exists for ${headRepository.owner.login}:${branch}.`)
  if ((await repository.git.between(onto, head)).length === 0) {
    throw custom(`No commits between ${base} and ${branch}`)
  }
  const role = roleOf(headRepository, viewer.account)
  if (body['maintainer_can_modify'] === true && headRepository !== repository && role === 'read') {
    throw custom("Fork collab can't be granted by someone without permission")
  }
  const pull = await makePull(world, repository, {
    user: viewer.account,
    title,
    body: text,
    head: {repository: headRepository, branch},
    base,
    draft: body['draft'] === true,
    maintainerCanModify: body['maintainer_can_modify'] !== false && headRepository !== repository
  })
  return created((await showPull(call.links, pull)) as {url: string})
}

function list(call: RepositoryCall): Promise<Answer> {
  const {query} = call
  const state = query.get('state') ?? 'open'
  const head = query.get('head')
  const base = query.get('base')
  const found = newestFirst(call.repository).filter(
    pull =>
      (state === 'all' || pull.issue.state === state) &&
      // What isn't of the form user:branch is ignored, as GitHub does it.
      (!head?.includes(':') || `${pull.headOwner.login}:${pull.headRef}`.toLowerCase() === head.toLowerCase()) &&
      (!base || pull.baseRef === base)
  )
  const sort = query.get('sort') ?? 'created'
  if (sort === 'updated') found.sort((a, b) => b.issue.updatedAt.localeCompare(a.issue.updatedAt))
  if ((query.get('direction') ?? (query.has('sort') ? 'asc' : 'desc')) === 'asc') found.reverse()
  return paged(call, found, pull => showPullSimple(call.links, pull))
}

async function get(call: RepositoryCall): Promise<Answer> {
  const pull = pullOf(call)
  if (/\b(diff|patch)\b/.test(call.accept)) return diff(pull)
  const shown = await showPull(call.links, pull)
  pull.mergeableKnown = true
  return ok(shown)
}

async function diff(pull: Pull): Promise<Answer> {
  const {git} = pull.repository
  const base = await pullBase(pull)
  const changes = await git.diff(base, pull.headSha)
  const text = await git.rawDiff(base, pull.headSha)
  const refuse = (what: string): Error =>
    refusal(
      406,
      `Sorry, the diff exceeded the maximum number of ${what}. Consider using 'List pull requests files' API or locally cloning the repository instead.`,
      [{resource: 'PullRequest', field: 'diff', code: 'too_large'}]
    )
  if (changes.length > 300) throw refuse('files (300)')
  if (text.split('\n').length > 20_000) throw refuse('lines (20000)')
  const content = text === '' ? '' : `${text}\n`
  return {status: 200, text: {type: 'application/vnd.github.diff; charset=utf-8', content}}
}

async function files(call: RepositoryCall): Promise<Answer> {
  const pull = pullOf(call)
  const changes = await call.repository.git.diff(await pullBase(pull), pull.headSha)
  return paged(call, changes.slice(0, maximumFiles), change => showFile(call, pull.headSha, change))
}

async function update(call: RepositoryCall): Promise<Answer> {
  const {body, world} = call
  const pull = pullOf(call)
  const {issue} = pull
  const base = stringIn(body, 'base')
  if (base !== undefined && !(await branchSha(call.repository, base))) {
    throw invalid({resource: 'PullRequest', field: 'base', code: 'invalid'})
  }
  const text = stringIn(body, 'body')
  checkLength('PullRequest', text ?? '')
  if (base !== undefined) {
    pull.baseRef = base
    pull.baseSha = (await branchSha(call.repository, base)) ?? pull.baseSha
  }
  issue.title = stringIn(body, 'title') ?? issue.title
  issue.body = text ?? issue.body
  if (typeof body['maintainer_can_modify'] === 'boolean') pull.maintainerCanModify = body['maintainer_can_modify']
  if (body['state'] === 'closed' && issue.state === 'open') close(world, pull)
  if (body['state'] === 'open' && issue.state === 'closed') reopen(pull)
  issue.updatedAt = timestamp(world)
  return ok(await showPull(call.links, pull))
}

/** Opens a closed pull request again, if it was not merged. */
export function reopen(pull: Pull): void {
  if (pull.mergedAt !== null) throw invalid({resource: 'PullRequest', code: 'invalid', field: 'state'})
  pull.issue.state = 'open'
  pull.issue.closedAt = null
}

/** Merges a pull request: the head becomes the base, as with a fast forward, or a merge commit if it can't be. */
export async function merge(world: World, pull: Pull, by: string): Promise<string> {
  const {git} = pull.repository
  const base = (await branchSha(pull.repository, pull.baseRef)) ?? pull.baseSha
  const who = account(world, by)
  const signature = {name: who.login, email: `${who.login}@users.noreply.github.com`, date: timestamp(world)}
  let sha = pull.headSha
  if (!(await git.isAncestor(base, pull.headSha))) {
    const tree = (await git.run(['merge-tree', '--write-tree', base, pull.headSha])).toString().split('\n')[0]!
    const message = `Merge pull request #${pull.number} from ${pull.headOwner.login}/${pull.headRef}`
    sha = await git.commitTree(tree, [base, pull.headSha], message, signature, signature)
  }
  close(world, pull)
  pull.mergedAt = timestamp(world)
  await moveBranch(world, pull.repository, `refs/heads/${pull.baseRef}`, sha)
  return sha
}

const read = ['pull_requests=read'] as const
const write = ['pull_requests=write'] as const

/** The operations on pull requests as such. */
export const pullRoutes: readonly Route[] = [
  {operation: 'pulls/list', needs: read, handle: list},
  {operation: 'pulls/create', needs: write, handle: create},
  {operation: 'pulls/get', needs: read, handle: get},
  {operation: 'pulls/update', needs: write, handle: update},
  {operation: 'pulls/list-files', needs: read, handle: files}
]
