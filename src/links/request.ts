import {Agent, type Dispatcher} from 'undici'
import type {Failure, Reply} from './answer.ts'
import {decodeBody} from './body.ts'
import {connector} from './connect.ts'
import {failed, failureOf} from './failure.ts'
import type {Network} from './network.ts'
import {type Allowed, refusalAtOnce} from './private.ts'

/** How one request is to be made. */
export interface How {
  readonly method: 'GET' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  /** How many bytes of a page are read at most; the rest is thrown away. */
  readonly bytes: number
  /** Milliseconds from the first step to the last. */
  readonly timeout: number
  /** Whether one of the connections that are kept will do; unless told otherwise it will. */
  readonly connection?: 'kept' | 'new'
}

/** Sends single requests, each to an address that may be asked. Neither cookies nor credentials go along. */
export interface Requester {
  readonly ask: (url: URL, how: How) => Promise<Reply>
  /** Why an address is not asked at all, as far as can be told by looking at it. */
  readonly refusal: (url: URL) => Failure | undefined
  readonly close: () => Promise<void>
}

/** What a requester must know. */
export interface RequesterOptions {
  readonly network: Network
  readonly allowed: Allowed
  readonly userAgent: string
  /** Connections to one origin at a time. */
  readonly connections: number
  /** Milliseconds that a connection may take. */
  readonly connectTimeout: number
  readonly signal?: AbortSignal | undefined
}

/** Left of a body that is thrown away for the sake of its connection; more costs more than a new one. */
const cheapRest = 65_536

const usual = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'accept-language': 'en,*;q=0.5',
  'accept-encoding': 'gzip, deflate, br'
}

/** Makes a requester on undici's HTTP/1.1 client. */
export function requester(options: RequesterOptions): Requester {
  const {network, allowed, userAgent, connections, connectTimeout, signal} = options
  const closing = new AbortController()
  const settings = {
    connect: connector({network, allowed, timeout: connectTimeout, signal: closing.signal}),
    connections,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
    maxHeaderSize: 65_536,
    // The request's own deadline covers all of these.
    headersTimeout: 0,
    bodyTimeout: 0
  }
  // Without pipelining undici keeps no connection.
  const agents = {kept: new Agent({...settings, pipelining: 1}), new: new Agent({...settings, pipelining: 0})}
  const open = new Set<AbortController>()
  signal?.addEventListener('abort', () => {
    for (const deadline of open) deadline.abort()
  })
  const refusal = (url: URL): Failure | undefined => {
    const reason = refusalAtOnce(url, allowed)
    return reason === undefined ? undefined : failed('REFUSED', reason)
  }
  return {
    refusal,
    async ask(url, how) {
      signal?.throwIfAborted()
      const refused = refusal(url)
      if (refused) return refused
      const deadline = new AbortController()
      const timer = setTimeout(() => deadline.abort(), how.timeout)
      open.add(deadline)
      try {
        const headers = {...usual, 'user-agent': userAgent, ...how.headers}
        const request = agents[how.connection ?? 'kept'].request({
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method: how.method,
          headers,
          signal: deadline.signal,
          // Otherwise undici gives up the connection after each HEAD.
          reset: false
        })
        // undici hears of the signal only once there is a connection.
        const answer = await Promise.race([request, abortionOf(deadline.signal)]).catch(failureOf)
        signal?.throwIfAborted()
        if ('failure' in answer) return deadline.signal.aborted ? failed('TIMEOUT') : answer
        const reply = await read(answer, how)
        signal?.throwIfAborted()
        return reply
      } finally {
        clearTimeout(timer)
        open.delete(deadline)
      }
    },
    async close() {
      const closed = [agents.kept.destroy(), agents.new.destroy()]
      closing.abort()
      await Promise.all(closed)
    }
  }
}

const abortionOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), {once: true}))

/** The answer with as much of its body as is wanted. Whatever happens after the head, the head counts. */
async function read({statusCode: status, headers: raw, body}: Dispatcher.ResponseData, how: How): Promise<Reply> {
  const headers = flat(raw)
  // Whoever does not wait for the end of a body gets its errors another way.
  body.on('error', () => {})
  if (how.method === 'HEAD' || how.bytes === 0 || !isText(headers['content-type'])) {
    await body.dump({limit: cheapRest}).catch(() => {})
    return {status, headers}
  }
  const chunks: Buffer[] = []
  let length = 0
  let whole = true
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      if (length < how.bytes) continue
      whole = false
      break
    }
  } catch {
    whole = false
  }
  const text = decodeBody(Buffer.concat(chunks).subarray(0, how.bytes), headers)
  return {status, headers, ...(text !== undefined && {text, whole})}
}

const isText = (type = ''): boolean => type === '' || /^\s*(?:text\/|application\/(?:xhtml|xml))/i.test(type)

/** Longer values tell nothing; half an address would be another one. */
const longest = 8_192

function flat(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const text = typeof value === 'string' ? value : joined(name, value)
    found[name] = name === 'location' ? text : text.slice(0, longest)
  }
  return found
}

/** Several values as one. A browser goes nowhere when it is sent to two places at once. */
function joined(name: string, values: readonly string[]): string {
  if (name !== 'location') return values.join(', ')
  return new Set(values).size === 1 ? values[0]! : ''
}
