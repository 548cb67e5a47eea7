import type {IncomingHttpHeaders} from 'node:http'

/** A request that really arrived. */
export interface WebRequest {
  readonly host: string
  /** As the client believes: 80, 443. */
  readonly port: number
  readonly method: string
  /** With query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Milliseconds of `performance.now()`. */
  readonly at: number
  /** The number of its connection, over all hosts, from 1. */
  readonly connection: number
}

/** A connection that was really accepted. */
export interface WebConnection {
  readonly host: string
  readonly port: number
  readonly number: number
}

/** What happened, in order. */
export interface Journal {
  readonly requests: readonly WebRequest[]
  readonly connections: readonly WebConnection[]
  /** Notes a connection and gives it its number. */
  readonly connected: (host: string, port: number) => number
  /** Notes a request; what it returns is to be called once its answer is over. */
  readonly asked: (request: WebRequest) => () => void
  /** The most requests to a host, or to all, that were without their whole answer at one time. */
  readonly maxInFlight: (host?: string) => number
  /** Fulfilled once so many requests to a host, or to all, have arrived since the start. */
  readonly arrived: (count: number, host?: string) => Promise<void>
}

const everywhere = ''

/** A journal with nothing in it. */
export function startJournal(): Journal {
  const requests: WebRequest[] = []
  const connections: WebConnection[] = []
  const counts = new Map<string, {arrived: number; flying: number; most: number}>()
  const waiting = new Map<string, {count: number; go: () => void}[]>()

  function countOf(host: string) {
    const count = counts.get(host) ?? {arrived: 0, flying: 0, most: 0}
    counts.set(host, count)
    return count
  }

  return {
    requests,
    connections,
    connected(host, port) {
      const number = connections.length + 1
      connections.push({host, port, number})
      return number
    },
    asked(request) {
      requests.push(request)
      const keys = [request.host, everywhere]
      for (const key of keys) {
        const count = countOf(key)
        count.arrived++
        count.flying++
        count.most = Math.max(count.most, count.flying)
        for (const {count: wanted, go} of waiting.get(key) ?? []) if (count.arrived >= wanted) go()
      }
      return () => {
        for (const key of keys) countOf(key).flying--
      }
    },
    maxInFlight: (host = everywhere) => countOf(host).most,
    arrived(count, host = everywhere) {
      if (countOf(host).arrived >= count) return Promise.resolve()
      return new Promise(go => waiting.set(host, [...(waiting.get(host) ?? []), {count, go}]))
    }
  }
}
