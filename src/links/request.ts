import net from 'node:net'
import tls from 'node:tls'
import {Agent, type buildConnector, type Dispatcher} from 'undici'
import type {Failure, Reply} from './answer.ts'
import {decodeBody} from './body.ts'
import {failed, failureOf} from './failure.ts'
import type {Network} from './network.ts'
import {type Allowed, hostNameOf, isPrivateAddress, portOf, refusalOf} from './private.ts'

/** How one request is to be made. */
export interface How {
  readonly method: 'GET' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  /** How many bytes of a page are read at most; the rest is thrown away. */
  readonly bytes: number
  /** Milliseconds from the first step to the last. */
  readonly timeout: number
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
  /** Milliseconds that it may take until a connection stands. */
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
  const {allowed, userAgent, connections, signal} = options
  const connecting = new Set<net.Socket>()
  const agent = new Agent({
    connect: connectorTo(options, connecting),
    connections,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
    maxHeaderSize: 65_536,
    // The request's own deadline covers all of these.
    headersTimeout: 0,
    bodyTimeout: 0
  })
  const open = new Set<AbortController>()
  const giveUp = (): void => {
    for (const socket of connecting) socket.destroy()
    connecting.clear()
  }
  signal?.addEventListener('abort', () => {
    for (const deadline of open) deadline.abort()
    giveUp()
  })
  const refusal = (url: URL): Failure | undefined => {
    const reason = refusalOf(url, allowed)
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
        const answer = agent.request({
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method: how.method,
          headers,
          signal: deadline.signal,
          // Otherwise undici gives up the connection after each HEAD.
          reset: false
        })
        // To undici the signal means nothing before there is a connection.
        return await read(await Promise.race([answer, aborted(deadline.signal)]), how)
      } catch (error) {
        signal?.throwIfAborted()
        return deadline.signal.aborted ? failed('TIMEOUT') : failureOf(error)
      } finally {
        clearTimeout(timer)
        open.delete(deadline)
      }
    },
    close() {
      giveUp()
      return agent.destroy()
    }
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {once: true})
  })

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

function flat(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) found[name] = (Array.isArray(value) ? value.join(', ') : value).slice(0, 8_192)
  return found
}

/** Connects to nothing but addresses that may be asked: the one that is judged is the one that is used. */
function connectorTo(
  {network, allowed, connectTimeout}: RequesterOptions,
  connecting: Set<net.Socket>
): buildConnector.connector {
  return ({hostname, protocol, port: given}, callback) => {
    const url = new URL(`${protocol}//${hostname}:${given || ''}`)
    targetsOf(url, network, allowed)
      .then(targets => {
        if ('failure' in targets) throw Object.assign(new Error(targets.reason), {code: targets.failure})
        const socket = connect(url, targets, network, callback)
        connecting.add(socket)
        const timer = setTimeout(() => socket.destroy(timedOut()), connectTimeout)
        for (const event of ['close', url.protocol === 'https:' ? 'secureConnect' : 'connect'])
          socket.once(event, () => {
            clearTimeout(timer)
            connecting.delete(socket)
          })
      })
      .catch((error: Error) => callback(error, null))
  }
}

const timedOut = (): Error => Object.assign(new Error('The connection took too long'), {code: 'ETIMEDOUT'})

interface Target {
  readonly host: string
  readonly port: number
}

async function targetsOf(url: URL, network: Network, allowed: Allowed): Promise<readonly Target[] | Failure> {
  const host = hostNameOf(url)
  const port = portOf(url)
  const addresses = net.isIP(host) > 0 ? [host] : await network.lookup(host)
  const isOpen = (address: string): boolean =>
    allowed.host(host, port) || allowed.address(address) || !isPrivateAddress(address)
  // A host that has private addresses among others is no host of the public web.
  if (!addresses.every(isOpen)) return failed('PRIVATE')
  if (addresses.length === 0) return failed('ENODATA')
  return addresses.map(address => network.dial(address, Number(port)))
}

function connect(
  url: URL,
  targets: readonly Target[],
  {authorities}: Network,
  callback: buildConnector.Callback
): net.Socket {
  const [{port}] = targets as [Target]
  const hosts = targets.filter(target => target.port === port).map(({host: address}) => address)
  const host = hostNameOf(url)
  const options = {
    host: net.isIP(host) > 0 ? hosts[0]! : host,
    port,
    autoSelectFamily: hosts.length > 1,
    lookup: lookupIn(hosts)
  }
  const secure = url.protocol === 'https:'
  const socket = secure
    ? tls.connect({
        ...options,
        ...(net.isIP(host) === 0 && {servername: host}),
        ALPNProtocols: ['http/1.1'],
        ...(authorities && {ca: [...authorities]})
      })
    : net.connect(options)
  socket.setNoDelay(true)
  const failing = (error: Error): void => callback(error, null)
  socket.once('error', failing)
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    socket.off('error', failing)
    callback(null, socket)
  })
  return socket
}

/** A lookup that knows its answer. */
const lookupIn =
  (hosts: readonly string[]): net.LookupFunction =>
  (_, {all}, callback) => {
    const found = hosts.map(address => ({address, family: net.isIP(address)}))
    if (all) callback(null, found)
    else callback(null, found[0]!.address, found[0]!.family)
  }
