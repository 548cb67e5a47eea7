import {mkdir, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type App, type AppOptions, registerApp} from './app-state.ts'
import type {Fault, JournalEntry} from './faults.ts'
import {openGit} from './git.ts'
import type {Limits} from './limits.ts'
import {type Context, createRepository, type RepositoryOptions, type TestRepository} from './repository.ts'
import {startServer} from './server.ts'
import {pullRequestEvent} from './show-pull.ts'
import {account, type Dialect, type Permissions, type Pull, type Viewer, type World} from './world.ts'

export type {TestRepository} from './repository.ts'

/** How the double behaves as a whole. */
export interface GitHubOptions {
  /** Whose words: github.com today (`modern`), or older GitHub Enterprise Servers. */
  readonly dialect?: Dialect
  readonly now?: () => Date
  /** The first id that is given away. */
  readonly firstId?: number
  readonly limits?: Limits
  /** How many comments a review may have. */
  readonly maxReviewComments?: number
  /** How many entries a listed tree has at most. */
  readonly maxTreeEntries?: number
}

/** A token to make. */
interface TokenOptions {
  readonly kind: 'actions' | 'app' | 'user'
  /** `github-actions[bot]` for `actions`; an app's ends with `[bot]`. */
  readonly login?: string
  /** Without it the token may do everything. */
  readonly permissions?: Permissions
  /** Full names; without it every repository. */
  readonly repositories?: readonly string[]
}

/** A GitHub of our own: a real server over real git repositories. */
export interface GitHub extends AsyncDisposable {
  /** The root of REST, GraphQL being at `/graphql`. */
  readonly url: string
  readonly graphqlUrl: string
  /** The root of REST as GitHub Enterprise Servers have it, GraphQL being at `/api/graphql`. */
  readonly enterpriseUrl: string
  readonly enterpriseGraphqlUrl: string
  /** The root of the web pages. */
  readonly webUrl: string
  readonly world: World
  createRepository(options?: RepositoryOptions): Promise<TestRepository>
  token(options: TokenOptions): string
  /** Registers an App and installs it in repositories, with all that it may. */
  app(options: AppOptions, repositories?: readonly TestRepository[]): App
  /** The webhook payload of a pull request event. */
  event(
    pull: Pull,
    name: 'pull_request' | 'pull_request_target',
    action: string,
    sender?: string
  ): Promise<Record<string, unknown>>
  fault(fault: Fault): void
  /** Faults that no request has met yet. */
  readonly pendingFaults: readonly Fault[]
  /** From now on nothing goes wrong. */
  heal(): void
  limit(limits: Limits): void
  readonly journal: readonly JournalEntry[]
  /** Every request that changes something, or tries to. */
  writes(): JournalEntry[]
  /** The requests for a route's template, of a method if one is given. */
  requests(route: string, method?: string): JournalEntry[]
  /** Answers of the double that GitHub's own document doesn't allow: its bugs. */
  readonly violations: readonly string[]
  /** What clients sent that GitHub's document doesn't know. */
  readonly badRequests: readonly string[]
}

/** Starts a GitHub of our own; dispose of it when done. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const folder = await mkdtemp(join(tmpdir(), 'github-double-'))
  let lastId = (options.firstId ?? 1001) - 1
  const world: World = {
    dialect: options.dialect ?? 'modern',
    maxReviewComments: options.maxReviewComments ?? 100,
    maxTreeEntries: options.maxTreeEntries ?? 100_000,
    now: options.now ?? (() => new Date()),
    nextId: () => ++lastId,
    accounts: new Map(),
    repositories: new Map(),
    formerNames: new Map(),
    seals: new Map(),
    viewers: new Map(),
    apps: new Map(),
    manifests: new Map()
  }
  world.accounts.set('github-actions[bot]', {id: 41_898_282, login: 'github-actions[bot]', type: 'Bot'})
  const server = await startServer(world, options.limits ?? {})
  const links = {api: server.origin, web: server.origin}
  const context: Context = {world, links, exclusively: server.exclusively}
  let stores = 0

  return {
    url: server.origin,
    graphqlUrl: `${server.origin}/graphql`,
    enterpriseUrl: `${server.origin}/api/v3`,
    enterpriseGraphqlUrl: `${server.origin}/api/graphql`,
    webUrl: server.origin,
    world,
    async createRepository(repositoryOptions = {}) {
      const store = join(folder, String(++stores))
      await mkdir(store)
      return createRepository(context, await openGit(store), repositoryOptions)
    },
    token({kind, login, permissions, repositories}) {
      const who = login ?? (kind === 'actions' ? 'github-actions[bot]' : kind === 'app' ? 'test-app[bot]' : 'octocat')
      const prefix = kind === 'user' ? 'ghp' : 'ghs'
      const viewer: Viewer = {
        kind,
        account: account(world, who),
        token: `${prefix}_${String(world.nextId()).padStart(36, '0')}`,
        ...(permissions ? {permissions} : {}),
        ...(repositories ? {repositories} : {})
      }
      world.viewers.set(viewer.token, viewer)
      return viewer.token
    },
    app(appOptions, repositories = []) {
      const app = registerApp(world, appOptions)
      for (const {state, fullName} of repositories) {
        const there = [...app.installations.values()].find(one => one.account.id === state.owner.id)
        if (there) there.repositories.push(fullName)
        else {
          const id = world.nextId()
          const {permissions} = appOptions
          app.installations.set(id, {
            id,
            account: state.owner,
            permissions,
            repositories: [fullName],
            suspendedAt: null
          })
        }
      }
      return app
    },
    event: (pull, _name, action, sender) =>
      pullRequestEvent(links, world, pull, action, sender ? account(world, sender) : pull.issue.user),
    fault: server.faults.add,
    get pendingFaults() {
      return server.faults.waiting
    },
    heal: server.faults.clear,
    limit: server.meter.set,
    journal: server.journal,
    writes: () =>
      server.journal.filter(({method, route, mutations}) =>
        route === '/graphql' ? mutations.length > 0 : method !== 'GET'
      ),
    requests: (route, method) =>
      server.journal.filter(entry => entry.route === route && (method === undefined || entry.method === method)),
    violations: server.violations,
    badRequests: server.badRequests,
    async [Symbol.asyncDispose]() {
      await server.close()
      await rm(folder, {recursive: true, force: true})
      if (server.violations.length > 0)
        throw new Error(`The double broke its promise:\n${server.violations.join('\n')}`)
    }
  }
}
