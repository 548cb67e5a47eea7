import {readFileSync} from 'node:fs'
import {Ajv, type ErrorObject, type ValidateFunction} from 'ajv'

type Schema = {readonly [key: string]: unknown}

/** What GitHub's OpenAPI document says of one operation. */
export interface Operation {
  readonly id: string
  readonly method: string
  /** The route template, such as `/repos/{owner}/{repo}`. */
  readonly path: string
  readonly query: Readonly<Record<string, Schema>>
  readonly body?: Schema
  readonly bodyRequired?: boolean
  readonly responses: Readonly<Record<string, Readonly<Record<string, Schema>>>>
}

interface Subset {
  readonly operations: Readonly<Record<string, Omit<Operation, 'id'>>>
  readonly schemas: Readonly<Record<string, Schema>>
}

const subset = JSON.parse(readFileSync(new URL('github-api.json', import.meta.url), 'utf8')) as Subset

type Nested = {[key: string]: Nested}

// The document wants the account of an installation to be a user and an enterprise at once.
const installation = (subset.operations['apps/list-installations'] as unknown as Nested)['responses']!['200']!
installation['application/json']!['items']!['properties']!['account'] = {$ref: 'simple-user'} as unknown as Nested

/** The operations that the double knows, by id. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(subset.operations).map(([id, operation]) => [id, {id, ...operation}])
)

const ajv = new Ajv({strict: false, validateSchema: false, allErrors: false, validateFormats: false})
for (const [name, schema] of Object.entries(subset.schemas)) ajv.addSchema(schema, name)

const compiled = new Map<string, ValidateFunction>()

function validator(key: string, schema: () => Schema): ValidateFunction {
  const known = compiled.get(key)
  if (known) return known
  const made = ajv.compile(schema())
  compiled.set(key, made)
  return made
}

/** Statuses that any operation may answer, although the document declares them for few. */
const undeclared = new Set([301, 304, 307, 400, 401, 403, 404, 406, 410, 422, 429, 500, 502, 503])

const commentProperties = (...names: readonly string[]): string[] => names.map(name => `properties/${name}`)

/** Nulls that GitHub really sends where the document knows none, above all for what is outdated. */
const nulls: Readonly<Record<string, readonly string[]>> = {
  'pull-request-review-comment': commentProperties(
    'line',
    'position',
    'original_line',
    'original_position',
    'start_side',
    'side'
  ),
  'review-comment': commentProperties('position', 'original_position'),
  // The repository of a deleted fork.
  'pull-request': ['properties/head/properties/repo'],
  'pull-request-simple': ['properties/labels/items/properties/description', 'properties/head/properties/repo']
}

for (const [name, pointers] of Object.entries(nulls)) {
  const schema = structuredClone(subset.schemas[name]) as Nested
  for (const pointer of pointers) {
    const keys = pointer.split('/')
    const last = keys.pop()!
    const holder = keys.reduce((inner, key) => inner[key]!, schema)
    holder[last] = {anyOf: [holder[last], {type: 'null'}]} as unknown as Nested
  }
  ajv.removeSchema(name)
  ajv.addSchema(schema, name)
}

const sentence = (error: ErrorObject | undefined): string =>
  error ? `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}` : ''

/** Says where a JSON answer differs from what the document promises; nothing if it is as promised. */
export function answerError(operation: Operation, status: number, body: unknown): string | undefined {
  const declared = operation.responses[status]
  if (!declared) return undeclared.has(status) ? undefined : `${operation.id} declares no ${status}`
  const schema = declared['application/json'] ?? declared['application/scim+json']
  // Every refusal has words, also where the document gives it no content.
  if (!schema) return body === undefined || status >= 400 ? undefined : `${operation.id} declares no body for ${status}`
  if (body === undefined) return undefined
  const validate = validator(`${operation.id} ${status}`, () => schema)
  return validate(body) ? undefined : `${operation.id} ${status}: ${sentence(validate.errors?.[0])}`
}

/** The body schema with no room for keys that it doesn't list. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(schema)) {
    result[key] =
      key === 'properties'
        ? Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, closed(inner)]))
        : closed(value)
  }
  if ('properties' in result && !('additionalProperties' in result)) result['additionalProperties'] = false
  return result
}

/** The comments of a review are judged by the review itself, which has words of its own for a key that it doesn't know. */
function bodySchema(operation: Operation): Schema {
  const schema = closed(operation.body) as Schema
  if (operation.id !== 'pulls/create-review') return schema
  const properties = schema['properties'] as Record<string, Schema>
  return {...schema, properties: {...properties, comments: {type: 'array', items: {type: 'object'}}}}
}

/** GitHub's words for what is wrong with a body; nothing if it is well formed. */
export function bodyError(operation: Operation, body: unknown): string | undefined {
  if (!operation.body) return undefined
  if (body === undefined && !operation.bodyRequired) return undefined
  const validate = validator(`${operation.id} body`, () => bodySchema(operation))
  if (validate(body ?? {})) return undefined
  const error = validate.errors?.[0]
  if (!error) return 'Invalid request.'
  const pointer = error.instancePath.split('/').filter(Boolean)
  if (error.keyword === 'required') return `Invalid request.\n\n"${error.params['missingProperty']}" wasn't supplied.`
  if (error.keyword === 'additionalProperties') {
    return `Invalid request.\n\n"${error.params['additionalProperty']}" is not a permitted key.`
  }
  let value: unknown = body
  for (const key of pointer) value = (value as Record<string, unknown>)[key]
  if (error.keyword === 'maxItems') {
    return `Invalid request.\n\nNo more than ${error.params['limit']} items are allowed; ${(value as unknown[]).length} were supplied.`
  }
  if (error.keyword === 'maxLength') {
    return `Invalid request.\n\nOnly ${error.params['limit']} characters are allowed; ${(value as string).length} were supplied.`
  }
  if (error.keyword === 'enum') {
    const allowed = (error.params['allowedValues'] as unknown[]).join(', ')
    return `Invalid request.\n\n${JSON.stringify(value)} is not a member of [${allowed}].`
  }
  const where = pointer.map(key => (/^\d+$/.test(key) ? `items/${key}` : `properties/${key}`)).join('/')
  return `Invalid request.\n\nFor '${where}', ${JSON.stringify(value)} is not ${aType(error)}.`
}

function aType(error: ErrorObject): string {
  if (error.keyword !== 'type') return `allowed (${error.message ?? error.keyword})`
  const type = String(error.params['type'])
  return type === 'null' ? 'nil' : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`
}

/** What is odd about a query: a parameter that the operation doesn't know, or a value that it doesn't take. */
export function queryErrors(operation: Operation, query: URLSearchParams): string[] {
  const errors: string[] = []
  for (const [name, value] of query) {
    const schema = operation.query[name]
    if (!schema) {
      errors.push(`${operation.id} knows no parameter "${name}"`)
      continue
    }
    const numeric = JSON.stringify(schema).includes('"integer"') && /^-?\d+$/.test(value)
    const given = numeric ? Number(value) : value === 'true' || value === 'false' ? value === 'true' : value
    const validate = validator(`${operation.id} ?${name}`, () => schema)
    if (!validate(given) && !validate(value)) errors.push(`${operation.id} doesn't take ${name}=${value}`)
  }
  return errors
}
