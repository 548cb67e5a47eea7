import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {readBody, tooMuch} from './body.ts'
import {checkSignature} from './signature.ts'

/** One delivery of GitHub's, as it came and was signed. */
export interface Delivery {
  readonly id: string
  readonly event: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** What a delivery was taken for. */
export type Reception = 'queued' | 'known' | 'ignored'

/** What the front needs. */
interface FrontWish {
  readonly secret: string
  readonly host: string
  readonly port: number
  /** Takes a delivery; when this is done, it is not lost any more. */
  readonly receive: (delivery: Delivery) => Promise<Reception>
  /** Hears of every answer to a delivery. */
  readonly onAnswer: (answer: {readonly status: number; readonly event: string; readonly reception: string}) => void
  readonly metrics: () => Promise<string>
  /** What is wrong with the process, as a sentence; nothing when it is well. */
  readonly trouble: () => string | undefined
  /** Hears of what is a bug of ours. */
  readonly onError: (error: unknown) => void
}

/** A server for GitHub's deliveries. */
export interface Front {
  readonly port: number
  /** From now on deliveries are refused. */
  readonly drain: () => void
  readonly close: () => Promise<void>
}

/** An answer without a page: a status, and a sentence for whoever reads it. */
interface Answer {
  readonly status: number
  readonly text: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Starts to listen. Rejects where it cannot. */
export async function openFront(wish: FrontWish): Promise<Front> {
  let isDraining = false

  async function answer(request: IncomingMessage): Promise<Answer> {
    const pathname = pathOf(request.url ?? '/')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    switch (pathname) {
      case '/healthz': {
        if (!isRead) return wrongMethod('GET')
        const trouble = isDraining ? 'Stopping.' : wish.trouble()
        return {status: trouble ? 503 : 200, text: trouble ?? 'Well.'}
      }
      case '/metrics':
        if (!isRead) return wrongMethod('GET')
        return {status: 200, text: await wish.metrics(), type: 'text/plain; version=0.0.4; charset=utf-8'}
      case '/webhook':
        return request.method === 'POST' ? deliver(request) : wrongMethod('POST')
      default:
        return {status: 404, text: 'There is `/webhook`, `/healthz` and `/metrics`.'}
    }
  }

  async function deliver(request: IncomingMessage): Promise<Answer> {
    const event = header(request, 'x-github-event')
    const told = (reception: string, given: Answer): Answer => {
      // What did not prove to come from GitHub makes no new series.
      wish.onAnswer({status: given.status, event: given.status === 202 ? event : '', reception})
      return given
    }
    if (isDraining) return told('stopping', stopping)
    const id = header(request, 'x-github-delivery')
    const signature = header(request, 'x-hub-signature-256')
    if (signature === '') return told('unsigned', unsigned)
    if (!/^[\w-]{1,100}$/.test(id) || !/^\w{1,50}$/.test(event)) return told('malformed', headless)
    if (!/^application\/json\s*(?:;|$)/i.test(header(request, 'content-type'))) return told('malformed', wrongType)
    const check = checkSignature(wish.secret, signature)
    const body = await readBody(request, check.update)
    if (body === 'too large') return told('too large', tooLarge)
    if (body === 'too many') return told('too many', busy)
    if (!check.isSigned()) return told('unsigned', unsigned)
    const payload = parse(body)
    if (!payload) return told('malformed', noJson)
    if (isDraining) return told('stopping', stopping)
    const reception = await wish.receive({id, event, payload})
    return told(reception, {status: 202, text: sentences[reception]})
  }

  function serve(request: IncomingMessage, response: ServerResponse): void {
    answer(request)
      .catch((error: unknown): Answer => {
        if (request.socket.destroyed) return {status: 499, text: ''}
        wish.onError(error)
        return {status: 500, text: 'This is a bug, or a full disk; the log tells.'}
      })
      .then(given => send(request, response, given))
  }

  const server = createServer({headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000}, serve)
  server.maxHeadersCount = 100
  server.timeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wish.port, wish.host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : wish.port,
    drain: () => {
      isDraining = true
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // Whoever still sends after a second gets no answer but a refusal.
        setTimeout(() => server.closeAllConnections(), 1000).unref()
      })
  }
}

/** Milliseconds for which the rest of a body that was refused is thrown away. */
const linger = 5000

const sentences: Readonly<Record<Reception, string>> = {
  queued: 'Queued.',
  known: 'This delivery came before.',
  ignored: 'Nothing is to be done for this event.'
}
const unsigned: Answer = {
  status: 401,
  text: 'The signature is missing or wrong; the secret of the webhook must be that of this server.'
}
const headless: Answer = {status: 400, text: '`X-GitHub-Event` or `X-GitHub-Delivery` is missing or no such thing.'}
const wrongType: Answer = {status: 400, text: 'Set the content type of the webhook to `application/json`.'}
const noJson: Answer = {status: 400, text: 'The body is no JSON object.'}
const tooLarge: Answer = {status: 413, text: `A delivery has ${tooMuch} bytes at most.`}
const busy: Answer = {status: 503, text: 'Too much at once; deliver this again later.', headers: {'retry-after': '5'}}
const stopping: Answer = {status: 503, text: 'Stopping; deliver this again later.', headers: {'retry-after': '30'}}
const wrongMethod = (allow: string): Answer => ({status: 405, text: `Use ${allow}.`, headers: {allow}})

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

/** What is asked for; anybody may send what is no address. */
function pathOf(address: string): string | undefined {
  const base = 'http://front.example'
  return URL.canParse(address, base) ? new URL(address, base).pathname : undefined
}

function parse(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : undefined
  } catch {
    return undefined
  }
}

function send(request: IncomingMessage, response: ServerResponse, {status, text, type, headers}: Answer): void {
  const body = type ? text : `${text}\n`
  // What was not read to its end cannot be followed by another request.
  const isWhole = request.complete || request.method === 'GET' || request.method === 'HEAD'
  response.writeHead(status, {
    'content-type': type ?? 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(!isWhole && {connection: 'close'}),
    ...headers
  })
  if (request.method === 'HEAD') return void response.end()
  if (isWhole) return void response.end(body)
  // Closed at once, the connection would be reset before whoever still sends has read the answer.
  response.write(body)
  const end = setTimeout(() => response.end(), linger).unref()
  request.resume().once('close', () => {
    clearTimeout(end)
    response.end()
  })
}
