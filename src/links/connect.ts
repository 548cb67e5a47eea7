import net from 'node:net'
import tls from 'node:tls'
import type {buildConnector} from 'undici'
import type {Failure} from './answer.ts'
import {failed} from './failure.ts'
import type {Network} from './network.ts'
import {type Allowed, hostNameOf, isPrivateAddress, portOf, refusalOf} from './private.ts'

/** What connecting takes. */
export interface ConnectOptions {
  readonly network: Network
  readonly allowed: Allowed
  /** Milliseconds from looking up the name to the end of the handshake. */
  readonly timeout: number
  /** Gives up what is not yet connected. */
  readonly signal: AbortSignal
}

/**
 * Milliseconds for one address of several, where Node gives a quarter of a second: not enough for the other end of the
 * world, nor for a packet that was lost.
 */
const forOneAddress = 2_500

/**
 * Connects to nothing but addresses that may be asked: the one that is judged is the one that is used. undici waits for
 * a connection for as long as it takes, so each try is ended here, whether somebody still waits for it or not.
 */
export function connector({network, allowed, timeout, signal}: ConnectOptions): buildConnector.connector {
  return ({hostname, protocol, port: given}, callback) => {
    const limit = new AbortController()
    const giveUp = () => limit.abort(Object.assign(new Error('Too slow'), {code: 'UND_ERR_CONNECT_TIMEOUT'}))
    const timer = setTimeout(giveUp, timeout)
    const close = () => limit.abort(signal.reason)
    signal.addEventListener('abort', close)
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', close)
    }
    if (signal.aborted) close()
    // undici takes the brackets away.
    const host = net.isIPv6(hostname) ? `[${hostname}]` : hostname
    const url = new URL(`${protocol}//${host}:${given || ''}`)
    connect(url, {network, allowed, signal: limit.signal}).then(
      socket => {
        end()
        callback(null, socket)
      },
      (error: Error) => {
        end()
        callback(error, null)
      }
    )
  }
}

async function connect(
  url: URL,
  {network, allowed, signal}: Omit<ConnectOptions, 'timeout'>
): Promise<net.Socket | tls.TLSSocket> {
  const targets = await unlessAborted(targetsOf(url, network, allowed), signal)
  if ('failure' in targets) throw Object.assign(new Error(targets.reason), {code: targets.failure})
  return open(url, targets, network, signal)
}

/** What comes of a promise, unless the signal is aborted before. */
function unlessAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {once: true})
    if (signal.aborted) reject(signal.reason)
    promise.then(resolve, reject)
  })
}

interface Target {
  readonly host: string
  readonly port: number
}

async function targetsOf(url: URL, network: Network, allowed: Allowed): Promise<readonly Target[] | Failure> {
  const host = hostNameOf(url)
  const port = portOf(url)
  const addresses = net.isIP(host) > 0 ? [host] : await network.lookup(host)
  const refusal = refusalOf(url, allowed, addresses)
  if (refusal !== undefined) return failed('REFUSED', refusal)
  const isOpen = (address: string): boolean =>
    allowed.host(host, port) || allowed.address(address) || !isPrivateAddress(address)
  // A host that has private addresses among others is no host of the public web.
  if (!addresses.every(isOpen)) return failed('PRIVATE')
  if (addresses.length === 0) return failed('ENODATA')
  return addresses.map(address => network.dial(address, Number(port)))
}

function open(
  url: URL,
  targets: readonly Target[],
  {authorities}: Network,
  signal: AbortSignal
): Promise<net.Socket | tls.TLSSocket> {
  const [{port}] = targets as [Target]
  const hosts = targets.filter(target => target.port === port).map(({host: address}) => address)
  const host = hostNameOf(url)
  const options = {
    host: net.isIP(host) > 0 ? hosts[0]! : host,
    port,
    autoSelectFamily: hosts.length > 1,
    autoSelectFamilyAttemptTimeout: forOneAddress,
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
  return new Promise((resolve, reject) => {
    const stop = () => socket.destroy(signal.reason)
    // It stays for the time until others listen.
    socket.on('error', reject)
    socket.once('close', () => reject(Object.assign(new Error('Closed'), {code: 'ECONNRESET'})))
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      signal.removeEventListener('abort', stop)
      resolve(socket)
    })
  })
}

/** A lookup that knows its answer. */
const lookupIn =
  (hosts: readonly string[]): net.LookupFunction =>
  (_, {all}, callback) => {
    const found = hosts.map(address => ({address, family: net.isIP(address)}))
    if (all) callback(null, found)
    else callback(null, found[0]!.address, found[0]!.family)
  }
