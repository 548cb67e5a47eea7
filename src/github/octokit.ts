import {randomUUID} from 'node:crypto'
import http from 'node:http'
import {retry} from '@octokit/plugin-retry'
import {throttling} from '@octokit/plugin-throttling'
import {Octokit} from '@octokit/rest'
import {wholeAnswers} from './whole-answer.ts'

/** The one client for GitHub's API: it keeps to the rate limits and asks again what failed for a moment. */
export type GitHub = Octokit

/** Owner and name of a repository. */
export interface Repository {
  readonly owner: string
  readonly repo: string
}

/** How to reach GitHub. */
export interface Connection {
  /** Asked for before each request where it is a function: tokens of an App are good for an hour. */
  readonly token?: string | (() => Promise<string>) | undefined
  /** Root of the REST API, such as `https://github.example/api/v3`; default is github.com's. */
  readonly apiUrl?: string | undefined
  /** Default is derived from the root of the REST API. */
  readonly graphqlUrl?: string | undefined
  /** Of this program, for the user agent. */
  readonly version: string
  /** Hears of waiting and retrying. */
  readonly log: (text: string) => void
  /** `hasty` leaves out the pauses that github.com wants between writes: for servers without such limits. */
  readonly pace?: 'polite' | 'hasty'
  /** Clients of one name share the pauses between writes, as GitHub counts for their owner. */
  readonly owner?: string
  /** Hears how many requests GitHub will still answer within the hour. */
  readonly onQuota?: (remaining: number, resource: string) => void
  /** Milliseconds to wait for an answer. */
  readonly patience?: number
  /** Milliseconds that pass in a second of waiting before a request is sent again: 1,000 but in tests. */
  readonly second?: number
}

/** GitHub keeps every API version for two years at least; what this program relies on was read for this one. */
const apiVersion = '2022-11-28'

/** Seconds: a job that waits longer for its quota is better run again. */
const longestWait = 90

/** GitHub ends requests after ten seconds; what takes three times as long is lost on its way. */
const usualPatience = 30_000

const Client = Octokit.plugin(throttling, retry)

/** Makes the client. Nothing is sent before the first request. */
export function connect(connection: Connection): GitHub {
  const {token, apiUrl, graphqlUrl, version, log, owner, onQuota} = connection
  const {pace = 'polite', patience = usualPatience, second = 1000} = connection
  useProxy()
  const mayRetry = (kind: string) => (seconds: number, _options: object, _octokit: unknown, retries: number) => {
    const again = retries < 2 && seconds <= longestWait
    log(`GitHub's ${kind} rate limit is reached; ${again ? `trying again in ${seconds} seconds` : 'giving up'}.`)
    return again
  }
  const client = new Client({
    ...(typeof token === 'string' && token !== '' && {auth: token}),
    baseUrl: (apiUrl || 'https://api.github.com').replace(/\/+$/, ''),
    userAgent: `awesome-doctor/${version}`,
    request: {fetch: wholeAnswers(patience)},
    // 429 is the throttle's to judge.
    retry: {retries: 2, retryAfterBaseValue: second, doNotRetry: [400, 401, 403, 404, 406, 410, 413, 422, 429, 451]},
    throttle: {
      enabled: pace === 'polite',
      ...(isOfGitHubCom(apiUrl) ? {} : {write: noPauses, notifications: noPauses, search: noPauses}),
      id: owner ?? randomUUID(),
      retryAfterBaseValue: second,
      onRateLimit: mayRetry('primary'),
      onSecondaryRateLimit: mayRetry('secondary')
    },
    // The bodies of failed requests belong to those who handle the failure.
    log: {debug: () => {}, info: () => {}, warn: log, error: () => {}}
  })
  client.hook.before('request', async options => {
    options.headers['x-github-api-version'] = apiVersion
    if (typeof token === 'function') options.headers.authorization = `token ${await token()}`
    // Octokit guesses the address of GraphQL from the root of the REST API.
    if (graphqlUrl && options.url.endsWith('/graphql')) options.url = graphqlUrl
  })
  if (onQuota)
    client.hook.after('request', ({headers}) => {
      const remaining = Number(headers['x-ratelimit-remaining'])
      if (headers['x-ratelimit-remaining'] !== undefined)
        onQuota(remaining, String(headers['x-ratelimit-resource'] ?? 'core'))
    })
  return client
}

type Options = NonNullable<ConstructorParameters<typeof Client>[0]>
type Pauses = NonNullable<NonNullable<Options['throttle']>['write']>

/** What the throttle asks how long to wait before a request: not at all. Limits that are met are kept to all the same. */
const noPauses = {key: () => ({schedule: async () => {}})} as unknown as Pauses

/**
 * Whether an API has the limits of github.com, which asks for a pause of a second between writes. Enterprise Servers have
 * none, unless somebody has switched them on.
 * https://docs.github.com/en/enterprise-server/admin/configuring-settings/configuring-user-applications-for-your-enterprise/configuring-rate-limits
 */
export function isOfGitHubCom(apiUrl: string | undefined): boolean {
  if (!apiUrl) return true
  return /(?:^|\.)(?:github\.com|ghe\.com)$/i.test(URL.canParse(apiUrl) ? new URL(apiUrl).hostname : '')
}

let proxied = false

/** The variables for proxies are honoured where this Node can do it by itself. */
function useProxy(): void {
  if (proxied) return
  proxied = true
  const {setGlobalProxyFromEnv} = http as {setGlobalProxyFromEnv?: () => unknown}
  setGlobalProxyFromEnv?.()
}

/** What GitHub answered instead of what was asked, or nothing where the error is something else. */
export interface Refusal {
  /** Of HTTP; 0 where the connection broke before an answer came. */
  readonly status: number
  readonly message: string
}

/** Reads an error that the client threw. A network failure has a cause but no answer. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || error.name !== 'HttpError') return undefined
  const {status, response, message} = error as Error & {status: number; response?: {data?: unknown}}
  if (!response) return {status: 0, message}
  const data = response.data as {message?: unknown; errors?: unknown} | undefined
  const told = typeof data?.message === 'string' ? data.message : message
  const errors = Array.isArray(data?.errors) ? data.errors.map(reasonOf).filter(Boolean) : []
  return {status, message: [told, ...errors].join(': ').slice(0, 1000)}
}

const reasonOf = (error: unknown): string => {
  if (typeof error === 'string') return error
  const {message, field, code} = error as {message?: unknown; field?: unknown; code?: unknown}
  return typeof message === 'string' ? message : [field, code].filter(each => typeof each === 'string').join(' ')
}
