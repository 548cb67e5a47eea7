import type {GitHub} from './octokit.ts'

/** A request that would have changed something. */
export interface Write {
  readonly method: string
  /** Path of the REST API, such as `/repos/o/r/pulls/1/reviews`, or `/graphql`. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Lets the client read only: whatever would write is told instead, and answered as if it had been done. */
export function rehearse(github: GitHub, hear: (write: Write) => void): GitHub {
  github.hook.wrap('request', (request, options) => {
    const {method, url, body} = github.request.endpoint(options)
    const isQuestion = method === 'GET' || method === 'HEAD' || isQuery(url, body)
    if (isQuestion) return request(options)
    hear({method, path: pathOf(url), body: isRecord(body) ? body : {}})
    // What the callers look at is there, and empty.
    return {status: 200, url, headers: {}, data: {data: {}}}
  })
  return github
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isQuery = (url: string, body: unknown): boolean =>
  /\/graphql$/.test(url) && isRecord(body) && !/^\s*mutation\b/.test(String(body['query']))

/** Enterprise servers have a root of their own before the path. */
const pathOf = (url: string): string => new URL(url).pathname.replace(/^\/api\/v3(?=\/)/, '')
