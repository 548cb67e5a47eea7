import type {Files, Git} from './git.ts'
import {close, moveBranch} from './move.ts'
import {makePull, merge} from './pulls.ts'
import {showAccount, showRepository} from './show.ts'
import {type AppliedSuggestions, applySuggestions} from './suggestions.ts'
import {addComment, makeReview} from './threads.ts'
import {
  account,
  branchSha,
  type FormerName,
  fullName,
  nodeId,
  type Pull,
  type Repository,
  type ReviewComment,
  type Role,
  revision,
  storedRef,
  timestamp,
  type World
} from './world.ts'

/** A repository to start with. */
export interface RepositoryOptions {
  readonly owner?: string
  readonly name?: string
  readonly ownerType?: 'User' | 'Organization'
  readonly defaultBranch?: string
  readonly files?: Files
  readonly private?: boolean
  readonly archived?: boolean
  readonly hasIssues?: boolean
  readonly hasWiki?: boolean
  readonly hasDiscussions?: boolean
  readonly allowActionsPullRequests?: boolean
  readonly protectedBranches?: readonly string[]
  /** Logins and their roles. */
  readonly collaborators?: Readonly<Record<string, Role>>
}

/** A pull request to open. */
interface PullOptions {
  readonly base?: string
  /** The branch, made from the base with `files` if those are given. */
  readonly head: string
  readonly files?: Files
  readonly title?: string
  readonly body?: string
  /** Who opens it: the fork's owner, or else the repository's. */
  readonly user?: string
  readonly fork?: {readonly owner: string}
  readonly draft?: boolean
  readonly maintainerCanModify?: boolean
}

/** How a commit is made. */
interface CommitOptions {
  /** Where a new branch starts: a branch, or a SHA. Without it: the default branch. */
  readonly from?: string
  readonly message?: string
  /** The author's login. */
  readonly author?: string
}

/** Where a repository goes. */
interface Move {
  readonly owner?: string
  readonly name?: string
  readonly followed?: FormerName['followed']
}

/** A repository as tests handle it; a branch of a fork is written `owner:branch`. */
export interface TestRepository {
  readonly owner: string
  readonly name: string
  readonly fullName: string
  /** All that the double knows of it, to look at and to change. */
  readonly state: Repository
  /** Commits onto a branch, which is made if need be, and tells the SHA; pull requests from it follow. */
  commit(branch: string, files: Files, options?: CommitOptions): Promise<string>
  branch(name: string, from?: string): Promise<string>
  openPull(options: PullOptions): Promise<Pull>
  /** Commits onto the head branch of a pull request. */
  push(pull: Pull, files: Files, options?: Pick<CommitOptions, 'message' | 'author'>): Promise<string>
  /** Replaces the head branch by one new commit on the base branch, or on `from`. */
  forcePush(pull: Pull, files: Files, options?: CommitOptions): Promise<string>
  closePull(pull: Pull): Promise<void>
  mergePull(pull: Pull, by?: string): Promise<string>
  /** The fork is gone, and its pull requests have no `head.repo` any more. */
  deleteFork(owner: string): void
  /** Renames or transfers it; its old name leads to it from now on. */
  move(to: Move): void
  /** Publishes a release, with its tag on the default branch if there is none. */
  release(tag: string): Promise<void>
  /** Starts a discussion, and tells its number. */
  discuss(): number
  sha(ref: string): Promise<string | undefined>
  readFile(ref: string, path: string): Promise<string | undefined>
  /** Presses “Commit suggestion” on these comments as somebody. */
  applySuggestions(
    pull: Pull,
    comments: readonly number[] | 'all',
    login: string,
    options: {readonly blankMeansDelete: boolean}
  ): Promise<AppliedSuggestions>
  /** Answers in the thread of a comment, as somebody. */
  reply(comment: ReviewComment, login: string, body: string): ReviewComment
  /** The payload of an event that is about no pull request, such as `schedule` or `push`. */
  event(extra?: Readonly<Record<string, unknown>>): Record<string, unknown>
}

/** What every repository of the double needs. */
export interface Context {
  readonly world: World
  readonly links: {readonly api: string; readonly web: string}
  exclusively<T>(work: () => Promise<T>): Promise<T>
}

/** A new repository in a store of its own. */
export async function createRepository(
  context: Context,
  git: Git,
  options: RepositoryOptions
): Promise<TestRepository> {
  const {world} = context
  const state = makeRepository(world, git, {owner: 'octo-org', name: 'awesome', ...options})
  const handle = handleOf(context, state)
  if (options.files) await handle.commit(state.defaultBranch, options.files, {message: 'Initial commit'})
  return handle
}

function makeRepository(
  world: World,
  git: Git,
  options: RepositoryOptions & {readonly owner: string; readonly name: string; readonly parent?: Repository}
): Repository {
  const id = world.nextId()
  const {parent} = options
  const owner = account(world, options.owner, options.ownerType ?? 'User')
  const repository: Repository = {
    id,
    nodeId: nodeId('R', id),
    owner,
    name: options.name,
    defaultBranch: options.defaultBranch ?? 'main',
    git,
    refPrefix: parent ? `refs/forks/${owner.login.toLowerCase()}/` : 'refs/',
    ...(parent ? {parent} : {}),
    private: options.private ?? false,
    archived: options.archived ?? false,
    disabled: false,
    hasIssues: options.hasIssues ?? !parent,
    hasWiki: options.hasWiki ?? false,
    hasDiscussions: options.hasDiscussions ?? false,
    allowActionsPullRequests: options.allowActionsPullRequests ?? true,
    protectedBranches: new Set(options.protectedBranches),
    collaborators: new Map(
      Object.entries(options.collaborators ?? {}).map(([login, role]) => [
        account(world, login).login.toLowerCase(),
        role
      ])
    ),
    issues: new Map(),
    pulls: new Map(),
    labels: new Map(),
    releases: new Map(),
    discussions: new Set(),
    checkRuns: new Map(),
    createdAt: timestamp(world),
    pushedAt: timestamp(world)
  }
  world.repositories.set(fullName(repository).toLowerCase(), repository)
  return repository
}

function handleOf({world, links, exclusively}: Context, state: Repository): TestRepository {
  const {git} = state

  async function fork(owner: string): Promise<Repository> {
    const known = world.repositories.get(`${owner}/${state.name}`.toLowerCase())
    if (known) return known
    const made = makeRepository(world, git, {
      owner,
      name: state.name,
      defaultBranch: state.defaultBranch,
      private: state.private,
      parent: state
    })
    const sha = await branchSha(state, state.defaultBranch)
    if (sha) await git.updateRef(storedRef(made, `refs/heads/${state.defaultBranch}`), sha)
    return made
  }

  async function place(name: string): Promise<{repository: Repository; branch: string}> {
    const [, owner, branch = name] = /^(?:([^:]+):)?(.+)$/.exec(name) ?? []
    return {
      repository: owner && owner.toLowerCase() !== state.owner.login.toLowerCase() ? await fork(owner) : state,
      branch
    }
  }

  async function shaOf(name: string): Promise<string | undefined> {
    const {repository, branch} = await place(name)
    return revision(repository, branch)
  }

  const signature = (login: string): {name: string; email: string; date: string} => {
    const {id} = account(world, login)
    return {name: login, email: `${id}+${login}@users.noreply.github.com`, date: timestamp(world)}
  }

  async function commit(name: string, files: Files, options: CommitOptions = {}): Promise<string> {
    const {repository, branch} = await place(name)
    const existing = await branchSha(repository, branch)
    const parent = existing ?? (await shaOf(options.from ?? state.defaultBranch))
    const author = options.author ?? repository.owner.login
    const sha = await git.commit(parent, files, options.message ?? 'Change files', signature(author))
    await moveBranch(world, repository, `refs/heads/${branch}`, sha)
    return sha
  }

  const headName = (pull: Pull): string => {
    if (!pull.headRepository) throw new Error('The fork of this pull request was deleted')
    return `${pull.headRepository.owner.login}:${pull.headRef}`
  }

  return {
    get owner() {
      return state.owner.login
    },
    get name() {
      return state.name
    },
    get fullName() {
      return fullName(state)
    },
    state,
    commit: (branch, files, options) => exclusively(() => commit(branch, files, options)),
    branch: (name, from = state.defaultBranch) =>
      exclusively(async () => {
        const {repository, branch} = await place(name)
        const sha = await shaOf(from)
        if (!sha) throw new Error(`Nothing at ${from}`)
        await moveBranch(world, repository, `refs/heads/${branch}`, sha)
        return sha
      }),
    openPull: options =>
      exclusively(async () => {
        const base = options.base ?? state.defaultBranch
        const owner = options.fork?.owner ?? state.owner.login
        const name = options.head.includes(':') ? options.head : `${owner}:${options.head}`
        if (options.files) await commit(name, options.files, {from: base})
        const head = await place(name)
        return makePull(world, state, {
          user: account(world, options.user ?? head.repository.owner.login),
          title: options.title ?? 'Add an entry',
          body: options.body ?? null,
          head,
          base,
          ...(options.draft === undefined ? {} : {draft: options.draft}),
          ...(options.maintainerCanModify === undefined ? {} : {maintainerCanModify: options.maintainerCanModify})
        })
      }),
    push: (pull, files, options) => exclusively(() => commit(headName(pull), files, options)),
    forcePush: (pull, files, options = {}) =>
      exclusively(async () => {
        const {repository, branch} = await place(headName(pull))
        const parent = await shaOf(options.from ?? pull.baseRef)
        const author = options.author ?? pull.issue.user.login
        const sha = await git.commit(parent, files, options.message ?? 'Start again', signature(author))
        await moveBranch(world, repository, `refs/heads/${branch}`, sha)
        return sha
      }),
    closePull: pull => exclusively(async () => close(world, pull)),
    mergePull: (pull, by = state.owner.login) => exclusively(() => merge(world, pull, by)),
    deleteFork(owner) {
      world.repositories.delete(`${owner}/${state.name}`.toLowerCase())
      for (const pull of state.pulls.values()) {
        if (pull.headRepository?.owner.login.toLowerCase() === owner.toLowerCase()) pull.headRepository = undefined
      }
    },
    move({owner = state.owner.login, name = state.name, followed = 'everywhere'}) {
      const before = fullName(state).toLowerCase()
      world.repositories.delete(before)
      world.formerNames.set(before, {repository: state, followed})
      state.owner = account(world, owner)
      state.name = name
      world.repositories.set(fullName(state).toLowerCase(), state)
    },
    release: tag =>
      exclusively(async () => {
        const sha = await branchSha(state, state.defaultBranch)
        if (!sha) throw new Error('Nothing to release')
        if (!(await revision(state, `refs/tags/${tag}`))) await git.updateRef(storedRef(state, `refs/tags/${tag}`), sha)
        state.releases.set(tag, {id: world.nextId(), tag})
      }),
    discuss() {
      const number = Math.max(0, ...state.issues.keys(), ...state.discussions) + 1
      state.discussions.add(number)
      return number
    },
    sha: shaOf,
    async readFile(ref, path) {
      const sha = await shaOf(ref)
      const entry = sha && (await git.tree(sha, 'recursive')).find(other => other.path === path)
      return entry ? (await git.blob(entry.sha)).toString() : undefined
    },
    applySuggestions: (pull, comments, login, {blankMeansDelete}) =>
      exclusively(() => applySuggestions(world, pull, comments, account(world, login), blankMeansDelete)),
    reply({thread}, login, body) {
      const user = account(world, login)
      // An answer is a review of its own, as on GitHub.
      const review = makeReview(world, thread.pull, user, 'COMMENTED', '', thread.pull.headSha)
      return addComment(world, thread, user, review, body)
    },
    event: (extra = {}) => ({
      repository: showRepository(links, state),
      sender: showAccount(links, state.owner),
      ...extra
    })
  }
}
