import {type Args, FieldError} from './graphql-field.ts'
import {typeNames} from './graphql-mutations.ts'
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

function fieldsOf(
  run: Run,
  type: string,
  selections: readonly Selection[]
): {type: string; selection: FieldSelection}[] {
  return selections.flatMap(selection => {
    if (selection.kind === 'field') return [{type, selection}]
    const fragment = selection.kind === 'inline' ? selection : run.document.fragments.get(selection.name)!
    const on = fragment.on ?? type
    const fits = on === type || ['Node', 'Actor', 'Minimizable', 'RepositoryOwner', 'Comment'].includes(on)
    return fits ? fieldsOf(run, type, fragment.selections) : []
  })
}

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
      run.errors.push({type: error.type, path: here, locations: [{line, column}], message: error.message})
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

/** Answers a GraphQL request: always 200, with `errors` where something is wrong. */
export async function executeGraphql(call: Call): Promise<Answer> {
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
  const run: Run = {call, document, operation, variables, errors: []}
  const root = operation.type === 'query' ? 'Query' : 'Mutation'
  validate(run, root, operation.selections, [`${operation.type}${operation.name ? ` ${operation.name}` : ''}`])
  if (run.errors.length > 0) return failed(...run.errors)
  const data = await execute(run, root, {}, operation.selections, [])
  return ok({data, ...(run.errors.length > 0 ? {errors: run.errors} : {})})
}
