import {createHash} from 'node:crypto'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {setTimeout as sleep} from 'node:timers/promises'
import {checkPermission, isVisible, sealOf} from './access.ts'
import {viewerOfJwt} from './app-state.ts'
import {acceptManifest, appRoutes} from './apps.ts'
import {checkRoutes} from './checks.ts'
import {compareRoutes} from './compare.ts'
import {contentRoutes} from './contents.ts'
import {type Fault, type FaultQueue, faultQueue, type JournalEntry} from './faults.ts'
import {gitRoutes} from './git-data.ts'
import {executeGraphql, mutationsIn} from './graphql.ts'
import {issueRoutes} from './issues.ts'
import {type Limits, limitRoutes, type Meter, type Metered, startMeter} from './limits.ts'
import {pullRoutes} from './pulls.ts'
import {reviewCommentRoutes} from './review-comments.ts'
import {reviewRoutes} from './reviews.ts'
import {
  type Answer,
  type Call,
  type Links,
  notFound,
  Refusal,
  type RepositoryCall,
  type Route,
  refusal
} from './route.ts'
import {type CompiledRoute, compile, split} from './routing.ts'
import {answerError, bodyError, type Operation, queryErrors} from './schema.ts'
import {viewerRoutes} from './viewer.ts'
import {fullName, type Repository, repositoryNamed, repositoryOnceNamed, type Viewer, type World} from './world.ts'

/** The HTTP half of the double. */
export interface ApiServer {
  readonly origin: string
  readonly journal: readonly JournalEntry[]
  readonly violations: readonly string[]
  readonly badRequests: readonly string[]
  readonly faults: FaultQueue
  readonly meter: Meter
  /** Runs something while no request is being answered. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

const repositoryRoutes: readonly Route[] = [
  ...contentRoutes,
  ...compareRoutes,
  ...gitRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...reviewCommentRoutes,
  ...issueRoutes,
  ...checkRoutes
]
const apiVersions = new Set(['2022-11-28', '2026-03-10'])

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Starts to listen on a free port of the loopback interface. */
export async function startServer(world: World, initial: Limits): Promise<ApiServer> {
  const journal: JournalEntry[] = []
  const violations: string[] = []
  const badRequests: string[] = []
  const faults = faultQueue()
  const meter = startMeter(world, initial)
  const compiled: readonly CompiledRoute[] = [
    ...[...limitRoutes(meter), ...viewerRoutes, ...appRoutes].map(root => compile(root.operation, {root})),
    ...repositoryRoutes.map(route => compile(route.operation, {route}))
  ]
  let origin = ''
  let requests = 0
  let queue: Promise<unknown> = Promise.resolve()
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => {})
    return result
  }

  function find(method: string, path: string): {route: CompiledRoute; params: Record<string, string>} | undefined {
    for (const route of compiled) {
      if (route.operation.method !== method) continue
      const match = route.pattern.exec(path)
      if (!match) continue
      const params = Object.fromEntries(route.names.map((name, index) => [name, decoded(match[index + 1] ?? '')]))
      return {route, params}
    }
    return undefined
  }

  interface Incoming {
    readonly headers: IncomingMessage['headers']
    readonly method: string
    readonly root: string
    readonly path: string
    readonly query: URLSearchParams
    readonly text: string
    readonly found: ReturnType<typeof find>
    readonly entry: JournalEntry
  }

  function viewerOf(headers: IncomingMessage['headers']): Viewer | undefined {
    const {authorization} = headers
    if (authorization === undefined) return undefined
    const [, token = ''] = /^(?:token|bearer) (.+)$/i.exec(authorization) ?? []
    if (token.startsWith('eyJ')) return viewerOfJwt(world, token)
    const viewer = world.viewers.get(token)
    if (!viewer || (viewer.expires && viewer.expires <= world.now())) throw refusal(401, 'Bad credentials')
    return viewer
  }

  /** The checks in GitHub's order, then the work. */
  async function answer(incoming: Incoming): Promise<{answer: Answer; metered?: Metered}> {
    const {headers, method, path, query, found, entry} = incoming
    if (!headers['user-agent']) {
      const message =
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.'
      throw new Refusal({status: 403, text: {type: 'text/html', content: message}})
    }
    const apiVersion = String(headers['x-github-api-version'] ?? '2022-11-28')
    if (!apiVersions.has(apiVersion)) throw refusal(400, `${apiVersion} is not a supported version.`)
    const viewer = viewerOf(headers)
    entry.login = viewer?.account.login
    const {owner = '', repo = ''} = found?.params ?? {}
    const graphql = path === '/graphql'
    const metered: Metered = {
      viewer,
      resource: graphql ? 'graphql' : 'core',
      write: graphql ? entry.mutations.length > 0 : method !== 'GET',
      creates: method === 'POST' && !graphql
    }
    if (path !== '/rate_limit') meter.check(metered)
    const links: Links = {api: origin + incoming.root, web: origin}
    const base: Call = {
      world,
      links,
      method,
      path,
      params: found?.params ?? {},
      query,
      accept: String(headers.accept ?? ''),
      apiVersion,
      body: {},
      viewer,
      complain: problem => badRequests.push(problem)
    }
    const done = (result: Answer): {answer: Answer; metered: Metered} => ({answer: result, metered})
    try {
      if (graphql && method === 'POST') {
        return done(await executeGraphql({...base, body: checkedJson(incoming)}, meter.graphqlObjects))
      }
      if (!found) throw notFound()
      const {route} = found
      const repository = repositoryNamed(world, owner, repo)
      const call = {...base, repository} as RepositoryCall
      if (route.route) {
        const former = repository ? undefined : repositoryOnceNamed(world, owner, repo)?.repository
        if (former && isVisible(viewer, former)) throw movedTo(base, former, `/repos/${owner}/${repo}`)
        if (!repository || !isVisible(viewer, repository)) throw notFound()
        const seal = sealOf(call, repository)
        if (seal) throw refusal(403, seal.message)
        const {needs} = route.route
        if (needs) checkPermission(call, typeof needs === 'function' ? needs(call) : needs)
        if (method !== 'GET' && !viewer) throw refusal(401, 'Requires authentication')
        if (method !== 'GET' && repository.archived) throw refusal(403, 'Repository was archived so is read-only.')
      }
      badRequests.push(...queryErrors(route.operation, query))
      const body = checkedJson(incoming, route.operation)
      const result = await (route.route?.handle ?? route.root!.handle)({...call, body})
      return done(result)
    } catch (error) {
      if (error instanceof Refusal) return done(error.answer)
      throw error
    }
  }

  function checkedJson(incoming: Incoming, operation?: Operation): Readonly<Record<string, unknown>> {
    const {text} = incoming
    if (incoming.method === 'GET') return {}
    let body: unknown
    try {
      body = text === '' ? undefined : JSON.parse(text)
    } catch {
      badRequests.push(`${incoming.entry.route}: no JSON`)
      throw refusal(400, 'Problems parsing JSON')
    }
    if (body !== undefined && (typeof body !== 'object' || body === null)) {
      badRequests.push(`${incoming.entry.route}: no object`)
      throw refusal(400, 'Body should be a JSON object')
    }
    const problem = operation && bodyError(operation, body)
    if (problem) {
      badRequests.push(`${operation.id}: ${problem}`)
      throw refusal(422, problem)
    }
    return (body ?? {}) as Record<string, unknown>
  }

  /** The answer with the headers that every answer has, held to the document. */
  function finish(incoming: Incoming, given: Answer, metered: Metered | undefined): Answer {
    const {found, headers} = incoming
    let result = given
    const problem = found && given.text === undefined && answerError(found.route.operation, given.status, given.json)
    if (problem) {
      violations.push(problem)
      result = {status: 500, json: {message: problem, documentation_url: '', status: '500'}}
    }
    const needs = found?.route.route?.needs
    const extra: Record<string, string> = {
      ...(typeof needs === 'object' && metered ? {'x-accepted-github-permissions': needs.join('; ')} : {}),
      ...result.headers
    }
    if (incoming.method === 'GET' && result.status === 200) {
      const content = result.text ? result.text.content : JSON.stringify(result.json)
      const hash = createHash('sha256')
        .update(content)
        .update(metered?.viewer?.token ?? '')
        .update(headers.accept ?? '')
      extra['etag'] = `W/"${hash.digest('hex')}"`
      extra['cache-control'] = `${metered?.viewer ? 'private' : 'public'}, max-age=60, s-maxage=60`
      extra['vary'] = 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With'
      if (headers['if-none-match']?.replace(/^W\//, '') === extra['etag'].replace(/^W\//, '')) {
        result = {status: 304}
      }
    }
    const free = result.status === 304 || incoming.path === '/rate_limit' || result.status === 401
    const limits = metered ? meter.spend(metered, free || 'x-ratelimit-limit' in extra ? 0 : 1) : {}
    const apiVersion = String(headers['x-github-api-version'] ?? '2022-11-28')
    return {
      ...result,
      headers: {
        'x-github-media-type': 'github.v3; format=json',
        'x-github-request-id': `0000:${(++requests).toString(16).padStart(4, '0').toUpperCase()}`,
        'x-github-api-version-selected': apiVersion,
        ...(world.dialect === 'legacy' ? {'x-github-enterprise-version': '3.14.0'} : {}),
        ...limits,
        ...extra
      }
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const {root, rest: asked} = split(url.pathname)
    const rest = byName(world, asked)
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
    const found = find(method, rest)
    const body = parsed(text)
    const entry: JournalEntry = {
      method,
      route: found?.route.operation.path ?? rest,
      ...(found ? {operation: found.route.operation.id} : {}),
      path: decoded(url.pathname),
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body,
      mutations: rest === '/graphql' ? mutationsIn(body) : [],
      status: 0
    }
    journal.push(entry)
    const fault = faults.take(entry)
    await fault?.before?.()
    if (fault?.delayMs) await sleep(fault.delayMs)
    if (fault?.dropBefore) return void request.socket.destroy()
    if (fault?.status !== undefined) return send(response, entry, faulty(fault))
    const incoming: Incoming = {
      headers: request.headers,
      method,
      root,
      path: rest,
      query: url.searchParams,
      text,
      found,
      entry
    }
    const page = method === 'POST' ? acceptManifest(world, url.pathname, url.searchParams, text) : undefined
    if (page) return send(response, entry, page)
    const result = await exclusively(async () => {
      try {
        const {answer: given, metered} = await answer(incoming)
        return finish(incoming, given, metered)
      } catch (error) {
        if (error instanceof Refusal) return finish(incoming, error.answer, undefined)
        violations.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
        return {status: 500, json: {message: String(error), documentation_url: '', status: '500'}}
      }
    })
    if (fault?.applyThenFail === 'drop') return void request.socket.destroy()
    if (fault?.applyThenFail) return send(response, entry, faulty({...fault, status: fault.applyThenFail}))
    send(response, entry, result, fault?.truncate)
  }

  const server: Server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push(String(error))
      request.socket.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    origin,
    journal,
    violations,
    badRequests,
    faults,
    meter,
    exclusively,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** Where a request for a repository's former name is sent: the location that never changes. */
function movedTo({links, path, method}: Call, repository: Repository, before: string): Refusal {
  const url = `${links.api}/repositories/${repository.id}${path.slice(before.length)}`
  const json = {message: 'Moved Permanently', url, documentation_url: 'https://docs.github.com/rest'}
  return new Refusal({status: method === 'GET' ? 301 : 307, json, headers: {location: url}})
}

/** A path by the number of a repository as one by its name. */
function byName(world: World, path: string): string {
  const [, id, rest = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? []
  const found = [...world.repositories.values()].find(repository => String(repository.id) === id)
  return found ? `/repos/${fullName(found)}${rest}` : path
}

/** The answer that a fault gives in place of the true one. */
function faulty(fault: Fault): Answer {
  const status = fault.status ?? 502
  const {body = {message: 'Server Error'}, headers = {}} = fault
  if (typeof body === 'string') return {status, headers, text: {type: 'text/html; charset=utf-8', content: body}}
  return {status, headers, json: body}
}

function send(response: ServerResponse, entry: JournalEntry, result: Answer, truncate?: number): void {
  entry.status = result.status
  entry.answer = result.json
  const empty = result.status === 204 || result.status === 304
  const content = result.text?.content ?? (result.json === undefined ? '' : JSON.stringify(result.json))
  const whole = Buffer.from(content as string)
  const bytes = truncate === undefined ? whole : whole.subarray(0, truncate)
  const type = result.text?.type ?? 'application/json; charset=utf-8'
  const headers = {...(empty ? {} : {'content-type': type, 'content-length': String(bytes.length)}), ...result.headers}
  response.writeHead(result.status, headers)
  response.end(empty || response.req.method === 'HEAD' ? undefined : bytes)
}
