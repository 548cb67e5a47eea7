import {type GitHub, refusalOf} from './octokit.ts'
import {type Answer, type Ask, type GraphqlError, isLimit, readAnswers, repositoryQuery} from './repository-query.ts'

/** An ask with what became of it. */
interface Answered {
  readonly ask: Ask
  readonly answer: Answer
}

/** What became of many asks. */
export interface Answers {
  /** Of those that GitHub answered; an ask may have come apart into several. */
  readonly answered: readonly Answered[]
  /** Why the others were not: a clause for the user. */
  readonly refusal?: string
}

/** How to ask. */
export interface AskOptions {
  readonly signal?: AbortSignal | undefined
  /** Hears after every request how many repositories were answered so far. */
  readonly onProgress?: ((repositories: number) => void) | undefined
}

/** Repositories, and questions, in one request: each costs GitHub a look into another store. */
const mostAtOnce = 100

/** Failures in a row after which GitHub is not there: a hundred can be halved seven times. */
const patience = 8

/** Failures at all. */
const longestPatience = 30

type Outcome =
  | {readonly kind: 'answers'; readonly answers: readonly Answer[]}
  /** Too much at once, or a moment of weakness. */
  | {readonly kind: 'failure'; readonly words: string}
  | {readonly kind: 'refusal'; readonly words: string}

/**
 * Asks all, a hundred at a time. A query has ten seconds and a budget that GitHub keeps to itself
 * (github.blog/changelog/2025-09-01-graphql-api-resource-limits): where that is not enough, what was answered is kept and
 * the rest asked again in smaller parts. What cannot be answered even alone is not among the answers.
 */
export async function askRepositories(github: GitHub, asks: readonly Ask[], options: AskOptions): Promise<Answers> {
  const answered: Answered[] = []
  let waiting = asks
  let parts: readonly (readonly Ask[])[] = []
  let size = mostAtOnce
  let failures = 0
  let inARow = 0
  let wholeFailed = 0
  while (parts.length > 0 || waiting.length > 0) {
    const [part, ...others] = parts
    const {batch, rest} = part ? {batch: part, rest: waiting} : fill(waiting, size)
    parts = others
    waiting = rest
    const outcome = await askOnce(github, batch, options.signal)
    if (outcome.kind === 'refusal') return {answered, refusal: outcome.words}
    const {open, closed} = sorted(batch, outcome)
    answered.push(...closed)
    options.onProgress?.(answered.length)
    inARow = closed.length > 0 ? 0 : inARow + 1
    if (open.length === 0) continue
    failures++
    if (inARow > patience || failures > longestPatience) {
      return {answered, refusal: outcome.kind === 'failure' ? outcome.words : 'every query came to its limits'}
    }
    const half = Math.ceil(batch.length / 2)
    if (closed.length > 0) {
      size = Math.max(half, closed.length)
      waiting = [...open, ...waiting]
    } else {
      parts = [...halvesOf(batch), ...parts]
      // Once may be chance, or one repository that is too much by itself.
      if (!part && ++wholeFailed % 2 === 0) size = half
    }
  }
  return {answered}
}

function sorted(
  batch: readonly Ask[],
  outcome: Outcome
): {readonly open: readonly Ask[]; readonly closed: readonly Answered[]} {
  if (outcome.kind !== 'answers') return {open: batch, closed: []}
  const all = batch.map((ask, index) => ({ask, answer: outcome.answers[index]!}))
  return {
    open: all.filter(({answer}) => answer.state === 'unanswered').map(({ask}) => ask),
    closed: all.filter(({answer}) => answer.state !== 'unanswered')
  }
}

/** As many as fit into one request; the questions to one repository may come apart. */
function fill(asks: readonly Ask[], size: number): {readonly batch: readonly Ask[]; readonly rest: readonly Ask[]} {
  let room = size
  for (const [index, ask] of asks.entries()) {
    if (index === size || (room === 0 && ask.questions.length > 0)) {
      return {batch: asks.slice(0, index), rest: asks.slice(index)}
    }
    if (ask.questions.length > room) {
      const [now, later] = split(ask, room)
      return {batch: [...asks.slice(0, index), now], rest: [later, ...asks.slice(index + 1)]}
    }
    room -= ask.questions.length
  }
  return {batch: asks, rest: []}
}

const split = (ask: Ask, first: number): readonly [Ask, Ask] => [
  {...ask, questions: ask.questions.slice(0, first)},
  {...ask, questions: ask.questions.slice(first)}
]

/** Two smaller batches of the same; in the end the repository alone without its last question, and then nothing. */
function halvesOf(batch: readonly Ask[]): readonly (readonly Ask[])[] {
  const half = Math.ceil(batch.length / 2)
  if (batch.length > 1) return [batch.slice(0, half), batch.slice(half)]
  const [ask] = batch
  if (!ask || ask.questions.length === 0) return []
  if (ask.questions.length === 1) return [[{...ask, questions: []}]]
  return split(ask, Math.ceil(ask.questions.length / 2)).map(part => [part])
}

async function askOnce(github: GitHub, batch: readonly Ask[], signal: AbortSignal | undefined): Promise<Outcome> {
  const {query, variables} = repositoryQuery(batch)
  try {
    // What was too much is not to be asked again as it is.
    const data = await github.graphql<unknown>(query, {...variables, request: {retries: 0, ...(signal && {signal})}})
    return outcomeOf(batch, data, [])
  } catch (error) {
    signal?.throwIfAborted()
    const refusal = refusalOf(error)
    const graphql = graphqlErrorOf(error)
    if (graphql) return outcomeOf(batch, graphql.data, graphql.errors)
    if (!refusal) throw error
    const {status, message} = refusal
    return {
      kind: status === 0 || status >= 500 ? 'failure' : 'refusal',
      words: status === 0 ? message : /^\s*</.test(message) ? String(status) : `${status}: ${message}`
    }
  }
}

function outcomeOf(batch: readonly Ask[], data: unknown, errors: readonly GraphqlError[]): Outcome {
  if (errors.some(({type}) => /^RATE_LIMIT(?:ED)?$/.test(String(type))))
    return {kind: 'refusal', words: 'its rate limit is used up'}
  if (typeof data === 'object' && data !== null) return {kind: 'answers', answers: readAnswers(batch, data, errors)}
  const [error] = errors
  if (!error) return {kind: 'failure', words: 'its answer was no JSON'}
  return {kind: errors.some(isLimit) ? 'failure' : 'refusal', words: String(error.message)}
}

/** What GraphQL said, be it that the client threw it as it came, as a limit, or as an error that HTTP had told. */
function graphqlErrorOf(
  error: unknown
): {readonly data: unknown; readonly errors: readonly GraphqlError[]} | undefined {
  if (!(error instanceof Error)) return undefined
  const {data, errors, response} = error as Error & Record<'data' | 'errors' | 'response', unknown>
  if (error.name === 'GraphqlResponseError' && Array.isArray(errors)) return {data, errors}
  const body = (response as {data?: {data?: unknown; errors?: unknown}} | undefined)?.data
  return Array.isArray(body?.errors) ? {data: body.data, errors: body.errors} : undefined
}
