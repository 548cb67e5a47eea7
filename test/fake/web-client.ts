import {once} from 'node:events'
import {type Agent, request as askHttp, type IncomingHttpHeaders, type IncomingMessage} from 'node:http'
import {request as askHttps} from 'node:https'
import {connect, isIP, type Socket} from 'node:net'
import {text} from 'node:stream/consumers'
import type {Network} from '../../src/links/network.ts'

/** What came of a request. */
export interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** What is unusual about a request. */
export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Keeps connections; without it each request has one of its own. */
  readonly agent?: Agent
  readonly signal?: AbortSignal
}

async function placeOf(network: Network, {hostname, protocol, port}: URL) {
  const [address = ''] = await network.lookup(hostname)
  return network.dial(address, Number(port) || (protocol === 'https:' ? 443 : 80))
}

/** The head of the answer, as soon as it is there. @throws the error of the connection, with its `code`. */
export async function begin(network: Network, address: string, asking: Asking = {}): Promise<IncomingMessage> {
  const url = new URL(address)
  const {hostname, protocol, pathname, search, host} = url
  const {method = 'GET', headers, agent, signal} = asking
  const request = (protocol === 'https:' ? askHttps : askHttp)({
    ...(await placeOf(network, url)),
    method,
    path: pathname + search,
    headers: {host, ...headers},
    agent: agent ?? false,
    ...(signal ? {signal} : {}),
    ...(protocol === 'https:'
      ? {ca: [...(network.authorities ?? [])], ...(isIP(hostname) ? {} : {servername: hostname})}
      : {})
  })
  request.end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return response
}

/** The whole answer. @throws the error of the connection, with its `code`. */
export async function ask(network: Network, address: string, asking: Asking = {}): Promise<Got> {
  const response = await begin(network, address, asking)
  const {statusCode: status = 0, headers} = response
  return {status, headers, text: await text(response)}
}

/** A bare connection to where an address leads. */
export async function dialTo(network: Network, address: string): Promise<Socket> {
  const {host, port} = await placeOf(network, new URL(address))
  return connect({host, port, noDelay: true})
}
