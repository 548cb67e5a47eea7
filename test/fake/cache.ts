import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

/** An entry of the cache, which nobody can write a second time. */
interface CacheEntry {
  readonly key: string
  /** What it was made of, and how: only who asks for the same finds it. */
  readonly version: string
  archive: Buffer
  isWhole: boolean
}

/** A double of the cache service of GitHub Actions, on the loopback. */
export interface FakeCache extends AsyncDisposable {
  /** What a runner of github.com tells the steps of it: the second version of the service. */
  readonly env: Readonly<Record<string, string>>
  /** What a runner of GitHub Enterprise Server tells them: the first version. */
  readonly enterpriseEnv: Readonly<Record<string, string>>
  /** From the oldest to the newest. */
  readonly entries: CacheEntry[]
  /** Methods that were called, and requests of archives, in order. */
  readonly calls: readonly string[]
  /** Answers everything with this code from now on; 0 ends that. */
  failWith(code: number): void
  /** Whether the token of the run may write. */
  allowWriting(kind: 'read' | 'write'): void
}

const token = 'runtime-token'
const service = '/twirp/github.actions.results.api.v1.CacheService/'

interface Answer {
  readonly code: number
  readonly body?: unknown
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Twirp's errors (twirp spec v7): a code of its own, and a message. */
const twirpError = (code: number, name: string, msg: string): Answer => ({code, body: {code: name, msg}})

/** Starts the service, with nothing in it. */
export async function startCache(): Promise<FakeCache> {
  const entries: CacheEntry[] = []
  const calls: string[] = []
  let failure = 0
  let canWrite = true
  let origin = ''

  const find = (key: string, version: string) => entries.find(one => one.key === key && one.version === version)

  /** First what is called just so, then the newest whose key begins so, for each key in turn. */
  function search(keys: readonly string[], version: string): CacheEntry | undefined {
    const whole = entries.filter(one => one.isWhole && one.version === version)
    for (const key of keys) {
      const found = whole.find(one => one.key === key) ?? whole.findLast(one => one.key.startsWith(key))
      if (found) return found
    }
    return undefined
  }

  const signed = (entry: CacheEntry, right: 'r' | 'w'): string =>
    `${origin}/blob/${entries.indexOf(entry)}?sp=${right}&sig=${encodeURIComponent(`sig+${right}/`)}`

  const methods: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => Answer>> = {
    CreateCacheEntry({key, version}) {
      if (typeof key !== 'string' || typeof version !== 'string' || !/^[\da-f]{64}$/.test(version))
        return twirpError(400, 'invalid_argument', 'key and version are required')
      if (!canWrite) return {code: 200, body: {ok: false, message: 'cache write denied: the token is read-only'}}
      if (find(key, version)) return twirpError(409, 'already_exists', 'cache entry already exists')
      const entry = {key, version, archive: Buffer.alloc(0), isWhole: false}
      entries.push(entry)
      return {code: 200, body: {ok: true, signed_upload_url: signed(entry, 'w')}}
    },
    FinalizeCacheEntryUpload({key, version, size_bytes}) {
      const entry = find(String(key), String(version))
      if (!entry) return twirpError(404, 'not_found', 'cache entry not found')
      if (String(entry.archive.length) !== size_bytes) return {code: 200, body: {ok: false, message: 'size differs'}}
      entry.isWhole = true
      return {code: 200, body: {ok: true, entry_id: String(entries.indexOf(entry) + 1)}}
    },
    GetCacheEntryDownloadURL({key, restore_keys, version}) {
      const keys = [key, ...((restore_keys as unknown[] | undefined) ?? [])].map(String)
      const entry = search(keys, String(version))
      if (!entry) return {code: 200, body: {ok: false}}
      return {code: 200, body: {ok: true, signed_download_url: signed(entry, 'r'), matched_key: entry.key}}
    }
  }

  function twirp(request: IncomingMessage, name: string, bytes: Buffer): Answer {
    if (request.headers.authorization !== `Bearer ${token}`)
      return twirpError(401, 'unauthenticated', 'the token is not valid')
    const method = request.method === 'POST' ? methods[name] : undefined
    if (!method) return twirpError(404, 'bad_route', `no handler for ${request.method} ${request.url}`)
    if (!request.headers['content-type']?.startsWith('application/json'))
      return twirpError(404, 'bad_route', 'unexpected Content-Type')
    return method(JSON.parse(bytes.toString()) as Readonly<Record<string, unknown>>)
  }

  /** Azure's blob storage (Put Blob, Get Blob), as far as one archive in one piece needs it. */
  function blob(request: IncomingMessage, response: ServerResponse, url: URL, bytes: Buffer): void {
    const entry = entries[Number(url.pathname.split('/').at(-1))]
    const right = url.searchParams.get('sp')
    if (!entry || url.searchParams.get('sig') !== `sig+${right}/`) {
      response.writeHead(entry ? 403 : 404).end()
    } else if (request.method === 'GET' && right === 'r') {
      response.writeHead(200, {'content-length': entry.archive.length}).end(entry.archive)
    } else if (request.method === 'PUT' && right === 'w' && request.headers['x-ms-blob-type'] === 'BlockBlob') {
      entry.archive = bytes
      response.writeHead(201, {etag: '"1"', 'x-ms-request-id': '1', 'x-ms-version': '2025-11-05'}).end()
    } else {
      response.writeHead(400).end()
    }
  }

  /** The first version, which GitHub Enterprise Server has. */
  function enterprise(request: IncomingMessage, url: URL, bytes: Buffer): Answer {
    if (request.headers.authorization !== `Bearer ${token}`) return {code: 401}
    const [, id] = /\/caches\/(\d+)$/.exec(url.pathname) ?? []
    const entry = id === undefined ? undefined : entries[Number(id) - 1]
    if (request.method === 'GET' && url.pathname.endsWith('/cache')) {
      const found = search((url.searchParams.get('keys') ?? '').split(','), url.searchParams.get('version') ?? '')
      return found ? {code: 200, body: {cacheKey: found.key, archiveLocation: signed(found, 'r')}} : {code: 204}
    }
    if (request.method === 'POST' && url.pathname.endsWith('/caches')) {
      const {key, version} = JSON.parse(bytes.toString()) as {key: string; version: string}
      if (find(key, version)) return {code: 409, body: {message: 'already exists'}}
      entries.push({key, version, archive: Buffer.alloc(0), isWhole: false})
      return {code: 201, body: {cacheId: entries.length}}
    }
    if (request.method === 'PATCH' && entry && /^bytes 0-\d+\/\*$/.test(request.headers['content-range'] ?? '')) {
      entry.archive = bytes
      return {code: 204}
    }
    if (request.method === 'POST' && entry) {
      entry.isWhole = (JSON.parse(bytes.toString()) as {size: number}).size === entry.archive.length
      return {code: entry.isWhole ? 204 : 400}
    }
    return {code: 404}
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(request)
    const url = new URL(request.url ?? '/', origin)
    const isArchive = url.pathname.startsWith('/blob/')
    calls.push(isArchive ? `${request.method} archive` : (url.pathname.split('/').at(-1) ?? ''))
    if (isArchive && failure === 0) return blob(request, response, url, bytes)
    const isTwirp = url.pathname.startsWith(service)
    const {code, body} = failure
      ? twirpError(failure, 'unavailable', 'the service rests')
      : isTwirp
        ? twirp(request, url.pathname.slice(service.length), bytes)
        : enterprise(request, url, bytes)
    response.writeHead(code, {'content-type': 'application/json'}).end(body === undefined ? '' : JSON.stringify(body))
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    env: {
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: `${origin}/`,
      ACTIONS_RUNTIME_TOKEN: token,
      GITHUB_SERVER_URL: 'https://github.com'
    },
    enterpriseEnv: {
      ACTIONS_CACHE_URL: `${origin}/`,
      ACTIONS_RUNTIME_TOKEN: token,
      GITHUB_SERVER_URL: 'https://github.company.example'
    },
    entries,
    calls,
    failWith(code) {
      failure = code
    },
    allowWriting(kind) {
      canWrite = kind === 'write'
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
