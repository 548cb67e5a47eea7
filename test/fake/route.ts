import type {Account, Repository, Viewer, World} from './world.ts'

/** Where things are for the client that asks. */
export interface Links {
  /** The root of the REST API without a slash at the end. */
  readonly api: string
  /** The root of the web pages. */
  readonly web: string
}

/** A permission in GitHub's notation, such as `pull_requests=write`. */
export type Need = `${string}=${'read' | 'write'}`

/** A request that passed the checks which don't depend on the operation. */
export interface Call {
  readonly world: World
  readonly links: Links
  readonly method: string
  /** As it came, without the root. */
  readonly path: string
  /** Decoded, one per placeholder of the route. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly accept: string
  readonly apiVersion: string
  readonly body: Readonly<Record<string, unknown>>
  readonly viewer: Viewer | undefined
  /** Tells the test that the client sent something that it never should. */
  complain(problem: string): void
}

/** A request within a repository. */
export interface RepositoryCall extends Call {
  readonly repository: Repository
}

/** What goes back. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly text?: {readonly type: string; readonly content: string | Buffer}
}

/** One operation: which one, what it needs, and what it does. */
export interface Route {
  readonly operation: string
  /** The alternatives of which one is enough. */
  readonly needs?: readonly Need[] | ((call: RepositoryCall) => readonly Need[])
  readonly handle: (call: RepositoryCall) => Answer | Promise<Answer>
}

/** An operation that is about no repository. */
export interface RootRoute {
  readonly operation: string
  readonly handle: (call: Call) => Answer | Promise<Answer>
}

/** An answer that is no success, thrown from anywhere. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly answer: Answer

  constructor(answer: Answer) {
    super(JSON.stringify(answer.json))
    this.answer = answer
  }
}

const documentation = 'https://docs.github.com/rest'

/** A refusal with a message, and with errors if there are any. */
export function refusal(
  status: number,
  message: string,
  errors?: readonly unknown[],
  headers?: Readonly<Record<string, string>>
): Refusal {
  const json = {message, ...(errors ? {errors} : {}), documentation_url: documentation, status: String(status)}
  return new Refusal({status, json, ...(headers ? {headers} : {})})
}

/** 404. */
export const notFound = (message = 'Not Found'): Refusal => refusal(404, message)

/** An entry of a 422 that names a field. */
export interface FieldError {
  readonly resource: string
  readonly code: string
  readonly field?: string
  readonly message?: string
  readonly value?: unknown
}

/** 422 with errors that are objects. */
export const invalid = (...errors: readonly FieldError[]): Refusal => refusal(422, 'Validation Failed', errors)

/** 422 with errors that are sentences. */
export const unprocessable = (...errors: readonly string[]): Refusal => refusal(422, 'Unprocessable Entity', errors)

/** 200 with a body. */
export const ok = (json: unknown): Answer => ({status: 200, json})

/** 201 with a body and the place of what was made. */
export function created(json: {readonly url?: unknown}): Answer {
  return {status: 201, json, ...(typeof json.url === 'string' ? {headers: {location: json.url}} : {})}
}

/** 204. */
export const nothing: Answer = {status: 204}

/** The longest text that GitHub takes. */
export const longestBody = 65_536

/** Refuses a text that is longer than GitHub takes. */
export function checkLength(resource: string, text: string): void {
  if ([...text].length <= longestBody) return
  const message = `body is too long (maximum is ${longestBody} characters)`
  throw invalid({resource, code: 'custom', field: 'body', message})
}

/** The body's string at a key, if it has one. */
export function stringIn(body: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = body[key]
  return typeof value === 'string' ? value : undefined
}

/** The number at a placeholder; what is no number is not found. */
export function numberParam(call: Call, name: string): number {
  const text = call.params[name] ?? ''
  if (!/^\d+$/.test(text)) throw notFound()
  return Number(text)
}

/** The page of the items that was asked for, and the `link` header to the others. */
export function page<T>(call: Call, items: readonly T[]): {items: T[]; headers: Record<string, string>} {
  const positive = (name: string, otherwise: number): number => {
    const value = Number.parseInt(call.query.get(name) ?? '', 10)
    return value > 0 ? value : otherwise
  }
  const size = Math.min(positive('per_page', 30), 100)
  const number = positive('page', 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const to = (target: number, rel: string): string => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(target))
    return `<${call.links.api}${call.path}?${query}>; rel="${rel}"`
  }
  const links: string[] = []
  if (number > 1) links.push(to(Math.min(number - 1, last), 'prev'))
  if (number < last) links.push(to(number + 1, 'next'), to(last, 'last'))
  if (number > 1) links.push(to(1, 'first'))
  return {
    items: items.slice((number - 1) * size, number * size),
    headers: links.length > 0 ? {link: links.join(', ')} : {}
  }
}

/** 200 with one page of the items, each shown by `show`. */
export async function paged<T>(
  call: Call,
  items: readonly T[],
  show: (item: T) => unknown | Promise<unknown>
): Promise<Answer> {
  const {items: shown, headers} = page(call, items)
  return {status: 200, json: await Promise.all(shown.map(show)), headers}
}

/** Whoever asks; nobody may not. */
export function required(viewer: Viewer | undefined): Viewer {
  if (!viewer) throw refusal(401, 'Requires authentication')
  return viewer
}

/** Whether two accounts are the same. */
export const same = (a: Account, b: Account): boolean => a.id === b.id
