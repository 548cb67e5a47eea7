import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Socket} from 'node:net'

/** One request that waits for its answer. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The TCP connection itself, beneath TLS. */
  readonly wire: Socket
  /** Which request of its connection this is, from 1. */
  readonly ordinal: number
}

/** What a page of the loopback web does when it is asked. What it throws is a mistake of the test: `close()` tells. */
export type Handler = (exchange: Exchange) => unknown

/** Handlers by path with query, by path, or `*` for all others. */
export type Routes = Readonly<Record<string, Handler>>

/** The handler for a request; none where the site has no such page. */
export function routeOf(routes: Routes | Handler, target: string): Handler | undefined {
  if (typeof routes === 'function') return routes
  const [path = ''] = target.split('?')
  return [target, path, '*'].filter(key => Object.hasOwn(routes, key)).map(key => routes[key])[0]
}
