/** A request that the double got, with what became of it. */
export interface JournalEntry {
  readonly method: string
  /** The template, such as `/repos/{owner}/{repo}/pulls/{pull_number}`; `/graphql` for both roots of GraphQL. */
  readonly route: string
  /** The operation's id, such as `pulls/get`. */
  readonly operation?: string
  /** Decoded, with the root it came by. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
  /** The mutations that a GraphQL request names. */
  readonly mutations: readonly string[]
  login?: string | undefined
  /** 0 until it is answered, and for ever if the connection was dropped. */
  status: number
  /** The JSON of the answer. */
  answer?: unknown
}

/** Something that goes wrong once: the first rule that fits a request is used up by it. */
export interface Fault {
  readonly method?: string
  /** The route's template. */
  readonly route?: string
  readonly when?: (entry: JournalEntry) => boolean
  /** Strikes the nth request that fits, counted from 1. */
  readonly nth?: number
  /** Strikes so many requests in a row. */
  readonly times?: number
  /** Runs before the request is looked at, for what happens meanwhile. */
  readonly before?: () => Promise<unknown>
  readonly delayMs?: number
  /** The connection ends before anything is done. */
  readonly dropBefore?: boolean
  /** Answers so, and does nothing. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Does everything, and then the client sees a 502 or a connection that ends. */
  readonly applyThenFail?: 502 | 'drop'
  /** Sends only so many bytes of the true answer. */
  readonly truncate?: number
}

/** Faults that wait for their request. */
export interface FaultQueue {
  add(fault: Fault): void
  /** The fault that strikes this request. */
  take(entry: JournalEntry): Fault | undefined
  /** Faults that no request has met. */
  readonly waiting: readonly Fault[]
  /** From now on nothing goes wrong. */
  clear(): void
}

/** An empty queue. */
export function faultQueue(): FaultQueue {
  const waiting: {fault: Fault; skip: number; left: number}[] = []
  return {
    add(fault) {
      waiting.push({fault, skip: (fault.nth ?? 1) - 1, left: fault.times ?? 1})
    },
    take(entry) {
      for (const item of waiting) {
        const {method, route, when} = item.fault
        if (method && method !== entry.method) continue
        if (route && route !== entry.route) continue
        if (when && !when(entry)) continue
        if (item.skip > 0) {
          item.skip--
          continue
        }
        item.left--
        if (item.left === 0) waiting.splice(waiting.indexOf(item), 1)
        return item.fault
      }
      return undefined
    },
    get waiting() {
      return waiting.map(({fault}) => fault)
    },
    clear() {
      waiting.length = 0
    }
  }
}
