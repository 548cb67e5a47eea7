import {type Answer, ok, Refusal, type RootRoute, refusal} from './route.ts'
import type {Viewer, World} from './world.ts'

/** The limits that the double keeps; those that are absent are not kept. */
export interface Limits {
  /** Requests in an hour to REST; without it 1000 for a workflow's token, 60 for nobody, 5000 for all others. */
  readonly core?: number
  /** Points in an hour for GraphQL. */
  readonly graphql?: number
  /** How many objects one query to GraphQL may look up. */
  readonly graphqlObjects?: number
  /** How a request beyond these is refused. */
  readonly primaryStatus?: 403 | 429
  /** Requests that create content, in a minute. */
  readonly contentPerMinute?: number
  /** Points in a minute: 1 for a read, 5 for a write. */
  readonly pointsPerMinute?: number
  /** Seconds in `retry-after` of a secondary refusal; `null` leaves the header out. */
  readonly retryAfter?: number | null
}

/** Counts requests for one world. */
export interface Meter {
  set(limits: Limits): void
  /** How many objects one query to GraphQL may look up. */
  readonly graphqlObjects: number
  /** Refuses, if this request is one too many. */
  check(request: Metered): void
  /** Counts the request, unless it was free, and tells the headers. */
  spend(request: Metered, cost: 0 | 1): Record<string, string>
  /** What `/rate_limit` answers. */
  overview(viewer: Viewer | undefined): unknown
}

/** What the meter knows of a request. */
export interface Metered {
  readonly viewer: Viewer | undefined
  readonly resource: 'core' | 'graphql'
  readonly write: boolean
  readonly creates: boolean
}

const hour = 3_600_000
const minute = 60_000

interface Bucket {
  used: number
  reset: number
}

/** A meter with the limits to start with. */
export function startMeter(world: Pick<World, 'now'>, initial: Limits): Meter {
  let limits = initial
  const buckets = new Map<string, Bucket>()
  const recent = new Map<string, {at: number; points: number; content: number}[]>()
  const now = (): number => world.now().getTime()

  const limitOf = ({viewer, resource}: Pick<Metered, 'viewer' | 'resource'>): number =>
    limits[resource] ?? (!viewer ? 60 : viewer.kind === 'actions' ? 1000 : 5000)

  const bucketOf = ({viewer, resource}: Metered): Bucket => {
    const key = `${resource} ${viewer?.token ?? ''}`
    const known = buckets.get(key)
    if (known && known.reset > now()) return known
    const bucket = {used: 0, reset: now() + hour}
    buckets.set(key, bucket)
    return bucket
  }

  const headersOf = (request: Metered, bucket: Bucket): Record<string, string> => {
    const limit = limitOf(request)
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - bucket.used)),
      'x-ratelimit-used': String(bucket.used),
      'x-ratelimit-reset': String(Math.ceil(bucket.reset / 1000)),
      'x-ratelimit-resource': request.resource
    }
  }

  const secondary = (): Error => {
    const {retryAfter} = limits
    return refusal(
      403,
      'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
      undefined,
      retryAfter === null ? {} : {'retry-after': String(retryAfter ?? 60)}
    )
  }

  return {
    set(next) {
      limits = {...limits, ...next}
    },
    get graphqlObjects() {
      return limits.graphqlObjects ?? Number.POSITIVE_INFINITY
    },
    check(request) {
      const bucket = bucketOf(request)
      if (bucket.used >= limitOf(request)) {
        const message = `API rate limit exceeded for installation ID ${request.viewer?.account.id ?? 0}.`
        const headers = headersOf(request, bucket)
        if (request.resource === 'core') throw refusal(limits.primaryStatus ?? 403, message, undefined, headers)
        throw new Refusal({status: 200, json: {errors: [{type: 'RATE_LIMITED', message}]}, headers})
      }
      const key = request.viewer?.token ?? ''
      const latest = (recent.get(key) ?? []).filter(({at}) => at > now() - minute)
      const sum = (what: 'points' | 'content'): number => latest.reduce((total, entry) => total + entry[what], 0)
      const next = {at: now(), points: request.write ? 5 : 1, content: request.creates ? 1 : 0}
      if (sum('points') + next.points > (limits.pointsPerMinute ?? Number.POSITIVE_INFINITY)) throw secondary()
      if (next.content && sum('content') + 1 > (limits.contentPerMinute ?? Number.POSITIVE_INFINITY)) throw secondary()
      recent.set(key, [...latest, next])
    },
    spend(request, cost) {
      const bucket = bucketOf(request)
      bucket.used += cost
      return headersOf(request, bucket)
    },
    overview(viewer) {
      const show = (resource: 'core' | 'graphql'): unknown => {
        const request = {viewer, resource, write: false, creates: false}
        const {used, reset} = bucketOf(request)
        const limit = limitOf(request)
        return {limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil(reset / 1000)}
      }
      const core = show('core')
      return {resources: {core, graphql: show('graphql'), search: core}, rate: core}
    }
  }
}

/** `/rate_limit`, which costs nothing. */
export const limitRoutes = (meter: Meter): readonly RootRoute[] => [
  {operation: 'rate-limit/get', handle: (call): Answer => ok(meter.overview(call.viewer))}
]
