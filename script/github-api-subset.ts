/**
 * Cuts the operations that the GitHub double of the tests serves out of GitHub's OpenAPI document, so that the double can
 * be held to it: `npm i --no-save @octokit/openapi@23.0.2`, then
 * `node script/github-api-subset.ts node_modules/@octokit/openapi/generated/api.github.com.json`.
 */
import {readFileSync, writeFileSync} from 'node:fs'

type Json = null | boolean | number | string | Json[] | {[key: string]: Json}
type JsonObject = {[key: string]: Json}

const operations = `
  get /rate_limit
  get /user
  get /app/installations
  post /app/installations/{installation_id}/access_tokens
  post /app-manifests/{code}/conversions
  get /installation/repositories
  get /repos/{owner}/{repo}
  get /repos/{owner}/{repo}/collaborators/{username}/permission
  get /repos/{owner}/{repo}/commits/{ref}/check-runs
  get /repos/{owner}/{repo}/compare/{basehead}
  get /repos/{owner}/{repo}/contents/{path}
  post /repos/{owner}/{repo}/check-runs
  get /repos/{owner}/{repo}/check-runs/{check_run_id}
  patch /repos/{owner}/{repo}/check-runs/{check_run_id}
  get /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations
  post /repos/{owner}/{repo}/git/blobs
  get /repos/{owner}/{repo}/git/blobs/{file_sha}
  post /repos/{owner}/{repo}/git/commits
  get /repos/{owner}/{repo}/git/commits/{commit_sha}
  get /repos/{owner}/{repo}/git/matching-refs/{ref}
  get /repos/{owner}/{repo}/git/ref/{ref}
  post /repos/{owner}/{repo}/git/refs
  patch /repos/{owner}/{repo}/git/refs/{ref}
  delete /repos/{owner}/{repo}/git/refs/{ref}
  post /repos/{owner}/{repo}/git/trees
  get /repos/{owner}/{repo}/git/trees/{tree_sha}
  get /repos/{owner}/{repo}/issues
  post /repos/{owner}/{repo}/issues
  get /repos/{owner}/{repo}/issues/comments/{comment_id}
  patch /repos/{owner}/{repo}/issues/comments/{comment_id}
  delete /repos/{owner}/{repo}/issues/comments/{comment_id}
  get /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions
  post /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions
  get /repos/{owner}/{repo}/issues/{issue_number}
  patch /repos/{owner}/{repo}/issues/{issue_number}
  get /repos/{owner}/{repo}/issues/{issue_number}/comments
  post /repos/{owner}/{repo}/issues/{issue_number}/comments
  get /repos/{owner}/{repo}/issues/{issue_number}/labels
  post /repos/{owner}/{repo}/issues/{issue_number}/labels
  delete /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}
  get /repos/{owner}/{repo}/labels
  post /repos/{owner}/{repo}/labels
  get /repos/{owner}/{repo}/labels/{name}
  get /repos/{owner}/{repo}/pulls
  post /repos/{owner}/{repo}/pulls
  get /repos/{owner}/{repo}/pulls/comments/{comment_id}
  patch /repos/{owner}/{repo}/pulls/comments/{comment_id}
  delete /repos/{owner}/{repo}/pulls/comments/{comment_id}
  get /repos/{owner}/{repo}/pulls/{pull_number}
  patch /repos/{owner}/{repo}/pulls/{pull_number}
  get /repos/{owner}/{repo}/pulls/{pull_number}/comments
  post /repos/{owner}/{repo}/pulls/{pull_number}/comments
  post /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies
  get /repos/{owner}/{repo}/pulls/{pull_number}/files
  get /repos/{owner}/{repo}/pulls/{pull_number}/reviews
  post /repos/{owner}/{repo}/pulls/{pull_number}/reviews
  get /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}
  put /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}
  delete /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}
  get /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments
  put /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals
  post /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events
`

const [source] = process.argv.slice(2)
if (!source) throw new Error('Say where the full document is: node script/github-api-subset.ts api.github.com.json')
const full = JSON.parse(readFileSync(source, 'utf8')) as JsonObject

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function at(pointer: string): JsonObject {
  let value: Json | undefined = full
  for (const key of pointer.replace('#/', '').split('/')) value = isObject(value) ? value[key] : undefined
  if (!isObject(value)) throw new Error(`Nothing at ${pointer}`)
  return value
}

const resolved = (value: JsonObject): JsonObject => (typeof value['$ref'] === 'string' ? at(value['$ref']) : value)

const dropped = new Set(
  'description title example examples externalDocs format default deprecated readOnly discriminator nullable'.split(' ')
)
const schemas: JsonObject = {}

/** The schema as JSON Schema that Ajv compiles: no prose, `nullable` spelt out, references by bare name. */
function cleaned(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(cleaned)
  if (!isObject(schema)) return schema
  if (typeof schema['$ref'] === 'string') {
    const name = schema['$ref'].split('/').at(-1)!
    if (!(name in schemas)) {
      // The place is taken first, because schemas refer to themselves.
      schemas[name] = {}
      schemas[name] = cleaned(at(schema['$ref']))
    }
    return schema['nullable'] ? {anyOf: [{$ref: name}, {type: 'null'}]} : {$ref: name}
  }
  const result: JsonObject = {}
  for (const [key, value] of Object.entries(schema)) {
    if (dropped.has(key) || key.startsWith('x-')) continue
    if (key === 'properties' && isObject(value)) {
      result[key] = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner)]))
    } else if (key === 'enum' || key === 'required') result[key] = value
    else result[key] = cleaned(value)
  }
  if (!schema['nullable']) return result
  if (typeof result['type'] !== 'string') return {anyOf: [result, {type: 'null'}]}
  if (Array.isArray(result['enum']) && !result['enum'].includes(null)) result['enum'] = [...result['enum'], null]
  return {...result, type: [result['type'], 'null']}
}

function contentOf(holder: Json | undefined): JsonObject {
  const content = isObject(holder) ? resolved(holder)['content'] : undefined
  if (!isObject(content)) return {}
  return Object.fromEntries(
    Object.entries(content).map(([type, media]) => [
      type,
      isObject(media) && media['schema'] !== undefined ? cleaned(media['schema']) : {}
    ])
  )
}

const subset: JsonObject = {}
for (const line of operations.trim().split('\n')) {
  const [method, path] = line.trim().split(' ') as [string, string]
  const operation = (at('#/paths')[path] as JsonObject)[method] as JsonObject
  const query: JsonObject = {}
  for (const reference of (operation['parameters'] ?? []) as JsonObject[]) {
    const parameter = resolved(reference)
    if (parameter['in'] === 'query') query[String(parameter['name'])] = cleaned(parameter['schema'] ?? {})
  }
  const requestBody = operation['requestBody']
  const body = contentOf(requestBody)['application/json']
  subset[String(operation['operationId'])] = {
    method: method.toUpperCase(),
    path,
    query,
    ...(body === undefined ? {} : {body, bodyRequired: isObject(requestBody) && requestBody['required'] === true}),
    responses: Object.fromEntries(
      Object.entries(operation['responses'] as JsonObject).map(([status, response]) => [status, contentOf(response)])
    )
  }
}

// One line for each operation and schema: small, and still fit for a diff.
const lines = (entries: JsonObject): string =>
  Object.keys(entries)
    .sort()
    .map(key => `${JSON.stringify(key)}:${JSON.stringify(entries[key])}`)
    .join(',\n')
const version = JSON.stringify((full['info'] as JsonObject)['version'] ?? '')
const text = `{"version":${version},\n"operations":{\n${lines(subset)}\n},\n"schemas":{\n${lines(schemas)}\n}}\n`
writeFileSync(new URL('../test/fake/github-api.json', import.meta.url), text)
