import {type Args, FieldError, typeNames} from './graphql-field.ts'
import {types} from './graphql-schema.ts'
import {
  type GraphqlDocument,
  type GraphqlOperation,
  GraphqlSyntaxError,
  parseGraphql,
  type Selection
} from './graphql-syntax.ts'
import {evaluate, type GraphqlError, misfit, type Run, validate} from './graphql-validate.ts'
import {type Answer, type Call, ok, refusal} from './route.ts'
import type {Account} from './world.ts'

type FieldSelection = Extract<Selection, {kind: 'field'}>

/** The name of the type that a value has where only an interface is known. */
function concrete(type: string, value: object): string {
  if (type === 'Actor' || type === 'RepositoryOwner') return (value as Account).type
  return typeNames.get(value) ?? type
}

const interfaces = new Set(['Node', 'Actor', 'Minimizable', 'RepositoryOwner', 'Comment', 'GitObject'])

function fieldsOf(
  run: Run,
  type: string,
  selections: readonly Selection[]
): {type: string; selection: FieldSelection}[] {
  return selections.flatMap(selection => {
    if (selection.kind === 'field') return [{type, selection}]
    const fragment = selection.kind === 'inline' ? selection : run.document.fragments.get(selection.name)!
    const on = fragment.on ?? type
    const fits = on === type || interfaces.has(on)
    return fits ? fieldsOf(run, type, fragment.selections) : []
  })
}

/** The query costs too much: what was found before stays (yoshi389111/github-profile-3d-contrib#163). */
const exhausted = (): FieldError =>
  new FieldError('RESOURCE_LIMITS_EXCEEDED', 'Resource limits for this query exceeded.')

/** How many nodes the connections of a query may have together, as GitHub counts them before it runs anything. */
function nodesOf(run: Run, selections: readonly Selection[]): number {
  let sum = 0
  for (const selection of selections) {
    if (selection.kind === 'spread') sum += nodesOf(run, run.document.fragments.get(selection.name)!.selections)
    else if (selection.kind === 'inline') sum += nodesOf(run, selection.selections)
    else {
      const inner = nodesOf(run, selection.selections ?? [])
      const size = selection.args.get('first') ?? selection.args.get('last')
      const nodes = size && Number(evaluate(size, run.variables))
      sum += nodes ? nodes * (1 + inner) : inner
    }
  }
  return sum
}

const mostNodes = 500_000

async function execute(
  run: Run,
  declared: string,
  source: object,
  selections: readonly Selection[],
  path: readonly (string | number)[]
): Promise<Record<string, unknown>> {
  const type = concrete(declared, source)
  const result: Record<string, unknown> = {}
  for (const {selection} of fieldsOf(run, type, selections)) {
    if (selection.name === '__typename') {
      result[selection.alias] = type
      continue
    }
    const definition = types[type]?.[selection.name] ?? types[declared]?.[selection.name]
    if (!definition) continue
    const here = [...path, selection.alias]
    const args = Object.fromEntries([...selection.args].map(([key, value]) => [key, evaluate(value, run.variables)]))
    try {
      if (definition.type && --run.objects < 0) throw exhausted()
      const value = await definition.resolve(source as never, args, run.call)
      const inner = async (item: unknown, at: readonly (string | number)[]): Promise<unknown> =>
        typeof item === 'object' && item !== null && definition.type && selection.selections
          ? execute(run, definition.type, item, selection.selections, at)
          : (item ?? null)
      if (!Array.isArray(value)) result[selection.alias] = await inner(value, here)
      else {
        const items: unknown[] = []
        for (const [index, item] of value.entries()) items.push(await inner(item, [...here, index]))
        result[selection.alias] = items
      }
    } catch (error) {
      if (!(error instanceof FieldError)) throw error
      const {line, column} = selection
      result[selection.alias] = null
      const {type, extensions, message} = error
      run.errors.push({type, path: here, locations: [{line, column}], message, ...(extensions && {extensions})})
    }
  }
  return result
}

function chosen(document: GraphqlDocument, name: unknown): GraphqlOperation | undefined {
  return typeof name === 'string' ? document.operations.find(other => other.name === name) : document.operations[0]
}

/** The mutations that a request's body names. */
export function mutationsIn(body: unknown): string[] {
  const {query, operationName} = (body ?? {}) as {query?: unknown; operationName?: unknown}
  if (typeof query !== 'string') return []
  try {
    const operation = chosen(parseGraphql(query), operationName)
    if (operation?.type !== 'mutation') return []
    return operation.selections.flatMap(selection => (selection.kind === 'field' ? [selection.name] : []))
  } catch {
    return []
  }
}

/**
 * Answers a GraphQL request: always 200, with `errors` where something is wrong.
 * @param objects how many objects it may look up
 */
export async function executeGraphql(call: Call, objects: number): Promise<Answer> {
  if (!call.viewer) throw refusal(401, 'This endpoint requires you to be authenticated.')
  const {query, variables: given, operationName} = call.body
  const failed = (...errors: readonly GraphqlError[]): Answer => {
    for (const {message} of errors) call.complain(`graphql: ${message}`)
    return ok({errors})
  }
  if (typeof query !== 'string') return failed({message: 'A query attribute must be specified and must be a string.'})
  let document: GraphqlDocument
  try {
    document = parseGraphql(query)
  } catch (error) {
    if (!(error instanceof GraphqlSyntaxError)) throw error
    return failed({message: error.message})
  }
  const operation = chosen(document, operationName)
  if (!operation) return failed({message: 'No operation in the query'})
  const values = (given ?? {}) as Args
  const variables: Record<string, unknown> = {}
  for (const [name, declared] of operation.variables) {
    variables[name] = values[name] ?? (declared.default && evaluate(declared.default, {}))
    const problem = misfit(declared.type, variables[name])
    if (problem) {
      return failed({
        message: `Variable $${name} of type ${declared.type} was provided invalid value (${problem})`,
        extensions: {value: values[name] ?? null, problems: [{path: [], explanation: problem}]}
      })
    }
  }
  const run: Run = {call, document, operation, variables, errors: [], objects}
  const root = operation.type === 'query' ? 'Query' : 'Mutation'
  validate(run, root, operation.selections, [`${operation.type}${operation.name ? ` ${operation.name}` : ''}`])
  if (run.errors.length > 0) return failed(...run.errors)
  const nodes = nodesOf(run, operation.selections)
  if (nodes > mostNodes) {
    const message = `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of ${mostNodes}.`
    return failed({type: 'MAX_NODE_LIMIT_EXCEEDED', message})
  }
  const data = await execute(run, root, {}, operation.selections, [])
  return ok({data, ...(run.errors.length > 0 ? {errors: run.errors} : {})})
}
