import {randomBytes} from 'node:crypto'
import {type App, type Installation, registerApp} from './app-state.ts'
import {
  type Answer,
  type Call,
  created,
  type Links,
  notFound,
  numberParam,
  page,
  paged,
  type RootRoute,
  refusal
} from './route.ts'
import {showAccount, showRepository} from './show.ts'
import {fullName, nodeId, type Permissions, type Repository, type Viewer, type World} from './world.ts'

const rank = {read: 1, write: 2}

/** An App asks for itself with a JSON Web Token, and with nothing else. */
function appOf(call: Call): App {
  if (!call.viewer?.app) throw refusal(401, 'A JSON web token could not be decoded')
  return call.viewer.app
}

function repositoriesOf(world: World, {repositories}: Pick<Installation, 'repositories'>): Repository[] {
  const names = new Set(repositories.map(name => name.toLowerCase()))
  return [...world.repositories.values()].filter(one => names.has(fullName(one).toLowerCase()))
}

/** The repositories that a token is narrowed to, by id or by name. */
function narrowed(call: Call, installation: Installation): Repository[] {
  const all = repositoriesOf(call.world, installation)
  const ids = call.body['repository_ids'] as readonly number[] | undefined
  const names = call.body['repositories'] as readonly string[] | undefined
  if (!ids && !names) return all
  const wanted = [...(ids ?? []), ...(names ?? [])]
  const found = all.filter(({id, name}) => ids?.includes(id) || names?.includes(name))
  if (found.length < wanted.length)
    throw refusal(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.'
    )
  return found
}

function permitted(call: Call, installation: Installation): Permissions {
  const wanted = call.body['permissions'] as Permissions | undefined
  if (!wanted) return installation.permissions
  for (const [scope, level] of Object.entries(wanted)) {
    const granted = scope === 'metadata' ? 'read' : installation.permissions[scope]
    if (!granted || rank[granted] < rank[level])
      throw refusal(422, 'The permissions requested are not granted to this installation.')
  }
  return wanted
}

function createToken(call: Call): Answer {
  const {world, links} = call
  const app = appOf(call)
  const installation = app.installations.get(numberParam(call, 'installation_id'))
  if (!installation) throw notFound()
  if (installation.suspendedAt) throw refusal(403, 'This installation has been suspended')
  const repositories = narrowed(call, installation)
  const permissions = permitted(call, installation)
  const expires = new Date(world.now().getTime() + 3_600_000)
  const viewer: Viewer = {
    kind: 'app',
    account: call.viewer!.account,
    permissions,
    repositories: repositories.map(fullName),
    token: `ghs_${randomBytes(18).toString('hex')}`,
    installation,
    expires
  }
  world.viewers.set(viewer.token, viewer)
  const isNarrowed = call.body['repository_ids'] !== undefined || call.body['repositories'] !== undefined
  return {
    status: 201,
    json: {
      token: viewer.token,
      expires_at: expires.toISOString().replace(/\.\d+Z$/, 'Z'),
      permissions: {...permissions, metadata: 'read'},
      repository_selection: 'selected',
      ...(isNarrowed && {repositories: repositories.map(one => showRepository(links, one))})
    }
  }
}

function showInstallation(links: Links, app: App, installation: Installation): unknown {
  const {id, account, permissions, suspendedAt} = installation
  const url = `${links.api}/app/installations/${id}`
  return {
    id,
    account: showAccount(links, account),
    repository_selection: 'selected',
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${links.api}/installation/repositories`,
    html_url: `${links.web}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: {...permissions, metadata: 'read'},
    events: app.events,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: suspendedAt
  }
}

function listInstallations(call: Call): Promise<Answer> {
  const app = appOf(call)
  return paged(call, [...app.installations.values()], one => showInstallation(call.links, app, one))
}

function listRepositories(call: Call): Answer {
  const {viewer, world, links} = call
  if (!viewer?.installation) throw refusal(403, 'Resource not accessible by integration')
  const all = repositoriesOf(world, {repositories: [...(viewer.repositories ?? [])]})
  const {items, headers} = page(call, all)
  const repositories = items.map(one => showRepository(links, one))
  return {status: 200, headers, json: {total_count: all.length, repository_selection: 'selected', repositories}}
}

/** What the page of GitHub takes for a new App. */
interface Manifest {
  readonly name: string
  readonly redirect_url: string
  readonly default_permissions: Permissions
  readonly default_events: readonly string[]
}

/** A person has confirmed the page for a new App: GitHub redirects with a code that is good once. */
export function acceptManifest(world: World, path: string, query: URLSearchParams, form: string): Answer | undefined {
  const [, organisation] = /^(?:\/organizations\/([^/]+))?\/settings\/apps\/new$/.exec(path) ?? [undefined, null]
  if (organisation === null) return undefined
  const manifest = JSON.parse(new URLSearchParams(form).get('manifest') ?? '{}') as Manifest
  const code = randomBytes(20).toString('hex')
  world.manifests.set(code, {
    name: manifest.name,
    owner: organisation ?? 'octocat',
    permissions: manifest.default_permissions,
    events: manifest.default_events
  })
  const to = new URL(manifest.redirect_url)
  to.searchParams.set('code', code)
  const state = query.get('state')
  if (state !== null) to.searchParams.set('state', state)
  return {status: 302, headers: {location: to.href}, text: {type: 'text/html', content: ''}}
}

function convert(call: Call): Answer {
  const {world, links} = call
  const code = call.params['code'] ?? ''
  const options = world.manifests.get(code)
  if (!options) throw notFound()
  world.manifests.delete(code)
  const app = registerApp(world, options)
  return created({
    id: app.id,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    owner: showAccount(links, app.owner),
    name: app.name,
    description: null,
    external_url: 'https://bot.example',
    html_url: `${links.web}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
    client_id: `Iv23${app.id}`,
    client_secret: randomBytes(20).toString('hex'),
    webhook_secret: app.webhookSecret,
    pem: app.privateKey
  } as {url?: unknown})
}

/** The operations of Apps. */
export const appRoutes: readonly RootRoute[] = [
  {operation: 'apps/create-installation-access-token', handle: createToken},
  {operation: 'apps/list-installations', handle: listInstallations},
  {operation: 'apps/list-repos-accessible-to-installation', handle: listRepositories},
  {operation: 'apps/create-from-manifest', handle: convert}
]
