import type {Side} from './anchors.ts'
import type {App, AppOptions, Installation} from './app-state.ts'
import {type Git, isoSeconds} from './git.ts'

/** Which words refusals of reviews use: today's github.com, or older GitHub Enterprise Servers. */
export type Dialect = 'modern' | 'legacy'

/** What a person may do in a repository. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read'

/** A user, a bot or an organisation. */
export interface Account {
  readonly id: number
  readonly login: string
  readonly type: 'User' | 'Bot' | 'Organization'
}

/** What a token may do: the names are those of workflow permissions, with `_`. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>

/** Who asks, as the token says. */
export interface Viewer {
  readonly kind: 'actions' | 'app' | 'user'
  readonly account: Account
  readonly permissions?: Permissions
  readonly repositories?: readonly string[]
  readonly token: string
  /** The App that speaks for itself. */
  readonly app?: App
  /** The installation that a token of an App is for. */
  readonly installation?: Installation
  /** When the token ends. */
  readonly expires?: Date
}

/** A label of a repository. */
export interface Label {
  readonly id: number
  readonly name: string
  readonly color: string
  readonly description: string | null
}

/** A reaction to a comment. */
interface Reaction {
  readonly id: number
  readonly user: Account
  readonly content: string
  readonly createdAt: string
}

/** Why a comment is folded away. */
export interface Minimized {
  readonly reason: string
}

/** A comment on an issue, or on the conversation of a pull request. */
export interface IssueComment {
  readonly id: number
  readonly nodeId: string
  readonly user: Account
  readonly viewer?: Viewer
  body: string
  readonly createdAt: string
  updatedAt: string
  minimized?: Minimized | undefined
  readonly reactions: Reaction[]
}

/** An issue, or the half of a pull request that is one. */
export interface Issue {
  readonly id: number
  readonly nodeId: string
  readonly number: number
  readonly repository: Repository
  readonly user: Account
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: string | null
  labels: string[]
  locked: boolean
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
  readonly comments: IssueComment[]
  pull?: Pull
}

/** A review of a pull request. */
export interface Review {
  readonly id: number
  readonly nodeId: string
  readonly user: Account
  body: string
  state: 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED'
  readonly commitId: string
  submittedAt?: string
  minimized?: Minimized | undefined
}

/** A comment in a thread on the diff. */
export interface ReviewComment {
  readonly id: number
  readonly nodeId: string
  readonly reviewId: number
  readonly user: Account
  body: string
  readonly thread: Thread
  readonly createdAt: string
  updatedAt: string
  minimized?: Minimized | undefined
}

/** A place in the diff: a line, or a range that ends there. */
export interface Spot {
  readonly path: string
  readonly side: Side
  readonly line: number
  readonly startLine?: number
  readonly startSide?: Side
  readonly position: number
}

/** A thread on the diff, which follows its lines from push to push until they change. */
export interface Thread {
  readonly id: number
  readonly nodeId: string
  readonly pull: Pull
  readonly subject: 'line' | 'file'
  path: string
  /** Where it stands now; nothing for a comment on a file, and when outdated. */
  spot?: Spot | undefined
  readonly original?: Spot
  readonly originalCommit: string
  commit: string
  readonly diffHunk: string
  outdated: boolean
  resolvedBy?: Account | undefined
  readonly comments: ReviewComment[]
}

/** A pull request. */
export interface Pull {
  readonly issue: Issue
  readonly number: number
  readonly id: number
  readonly nodeId: string
  readonly repository: Repository
  /** Where the head branch lives; nothing when the fork was deleted. */
  headRepository?: Repository | undefined
  readonly headOwner: Account
  readonly headRef: string
  headSha: string
  /** The head before the last push. */
  previousSha?: string
  baseRef: string
  baseSha: string
  draft: boolean
  maintainerCanModify: boolean
  mergedAt: string | null
  queued: boolean
  mergeableKnown: boolean
  readonly reviews: Review[]
  readonly threads: Thread[]
}

/** An annotation of a check run. */
export type Annotation = Readonly<Record<string, unknown>>

/** A check run. */
export interface CheckRun {
  readonly id: number
  readonly viewer: Viewer
  readonly headSha: string
  name: string
  status: string
  conclusion: string | null
  startedAt: string | null
  completedAt: string | null
  externalId: string
  detailsUrl: string | null
  title: string | null
  summary: string | null
  text: string | null
  readonly annotations: Annotation[]
}

/** A release of a repository. */
export interface Release {
  readonly id: number
  readonly tag: string
}

/** A repository; forks share the git store of their parent. */
export interface Repository {
  readonly id: number
  readonly nodeId: string
  owner: Account
  name: string
  readonly defaultBranch: string
  readonly git: Git
  /** Where its refs live in the store: `refs/`, or `refs/forks/OWNER/`. */
  readonly refPrefix: string
  readonly parent?: Repository
  readonly private: boolean
  archived: boolean
  /** When it was archived; without it, when something was pushed last. */
  archivedAt?: string
  disabled: boolean
  hasIssues: boolean
  hasWiki: boolean
  hasDiscussions: boolean
  /** The setting that lets workflows open pull requests. */
  allowActionsPullRequests: boolean
  /** Branches that refuse pushes through the API. */
  readonly protectedBranches: Set<string>
  readonly collaborators: Map<string, Role>
  readonly issues: Map<number, Issue>
  readonly pulls: Map<number, Pull>
  readonly labels: Map<string, Label>
  /** By tag. */
  readonly releases: Map<string, Release>
  /** The numbers of its discussions, of the same row as those of issues. */
  readonly discussions: Set<number>
  readonly checkRuns: Map<number, CheckRun>
  readonly createdAt: string
  pushedAt: string
}

/** Where a repository was before it was renamed or transferred. */
export interface FormerName {
  readonly repository: Repository
  /** Who still finds it by that name. */
  readonly followed: 'everywhere' | 'not by GraphQL'
}

/** What keeps a token from the repositories of an organisation, be they public. */
export type Seal = 'SAML' | 'IP allow list'

/** Everything that the double knows. */
export interface World {
  readonly dialect: Dialect
  readonly maxReviewComments: number
  /** How many entries a listed tree has at most. */
  readonly maxTreeEntries: number
  readonly now: () => Date
  readonly nextId: () => number
  readonly accounts: Map<string, Account>
  readonly repositories: Map<string, Repository>
  /** By full name in lower case. */
  readonly formerNames: Map<string, FormerName>
  /** By login in lower case. */
  readonly seals: Map<string, Seal>
  readonly viewers: Map<string, Viewer>
  readonly apps: Map<number, App>
  /** Apps that somebody has confirmed, by the code to fetch them with. */
  readonly manifests: Map<string, AppOptions>
}

/** The present moment as GitHub writes it. */
export const timestamp = (world: World): string => isoSeconds(world.now())

/** An opaque node id of a kind, such as `PRRT`. */
export const nodeId = (prefix: string, id: number): string =>
  `${prefix}_kwDO${Buffer.from(`${prefix}${id}`).toString('base64url')}`

/** The account of that login, made if nobody has heard of it. */
export function account(world: World, login: string, type?: Account['type']): Account {
  const key = login.toLowerCase()
  const known = world.accounts.get(key)
  if (known) return known
  const made: Account = {id: world.nextId(), login, type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User')}
  world.accounts.set(key, made)
  return made
}

/** The repository of that full name. */
export const repositoryNamed = (world: World, owner: string, name: string): Repository | undefined =>
  world.repositories.get(`${owner}/${name}`.toLowerCase())

/** The repository that had that full name once; a new one of that name hides it. */
export const repositoryOnceNamed = (world: World, owner: string, name: string): FormerName | undefined =>
  world.formerNames.get(`${owner}/${name}`.toLowerCase())

/** `owner/name`. */
export const fullName = (repository: Repository): string => `${repository.owner.login}/${repository.name}`

/** Where a ref of the repository lives in the store. */
export const storedRef = (repository: Repository, ref: string): string =>
  repository.refPrefix + ref.replace(/^refs\//, '')

/** The role of somebody in a repository. */
export function roleOf(repository: Repository, who: Account): Role | undefined {
  if (repository.owner.login.toLowerCase() === who.login.toLowerCase()) return 'admin'
  return repository.collaborators.get(who.login.toLowerCase()) ?? (repository.private ? undefined : 'read')
}

/** The SHA of a branch. */
export const branchSha = (repository: Repository, branch: string): Promise<string | undefined> =>
  repository.git.resolve(storedRef(repository, `refs/heads/${branch}`))

/** The SHA that a ref name, a branch, a tag or a SHA stands for. */
export async function revision(repository: Repository, ref: string): Promise<string | undefined> {
  if (/^[0-9a-f]{40}$/.test(ref)) return repository.git.resolve(ref)
  if (ref === 'HEAD') return branchSha(repository, repository.defaultBranch)
  const names = ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`]
  for (const name of names) {
    const sha = await repository.git.resolve(storedRef(repository, name))
    if (sha) return sha
  }
  return /^[0-9a-f]{7,39}$/.test(ref) ? repository.git.resolve(ref) : undefined
}

/** Where the branches of a pull request part. */
export async function pullBase(pull: Pull, head: string = pull.headSha): Promise<string> {
  return (await pull.repository.git.mergeBase(pull.baseSha, head)) ?? pull.baseSha
}
