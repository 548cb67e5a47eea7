import {createServer, type IncomingMessage} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, expect, test} from 'vitest'
import {connect, refusalOf} from '../../src/github/octokit.ts'

const closers: (() => unknown)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A server that answers every request the same way and remembers them. */
async function serve(status: number, body: unknown) {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  closers.push(() => server.close())
  return {seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`}
}

const quiet = {version: '1.2.3', log: () => {}, pace: 'hasty'} as const

test('every request says who asks and which API it means', async () => {
  const {seen, url} = await serve(200, {data: {viewer: {login: 'a'}}})
  const github = connect({...quiet, token: 'secret', apiUrl: `${url}/api/v3/`})
  await github.rest.repos.get({owner: 'o', repo: 'r'})
  await github.graphql('query { viewer { login } }')
  expect(seen.map(({url}) => url)).toEqual(['/api/v3/repos/o/r', '/api/graphql'])
  for (const {headers} of seen) {
    expect(headers['user-agent']).toMatch(/^awesome-doctor\/1\.2\.3 /)
    expect(headers['x-github-api-version']).toBe('2022-11-28')
    expect(headers['authorization']).toBe('token secret')
  }
})

test('the address of GraphQL may be given', async () => {
  const {seen, url} = await serve(200, {data: {viewer: {login: 'a'}}})
  await connect({...quiet, apiUrl: `${url}/rest`, graphqlUrl: `${url}/elsewhere`}).graphql('query { viewer { login } }')
  expect(seen.map(({url}) => url)).toEqual(['/elsewhere'])
})

test('a refusal is told with its reasons', async () => {
  const errors = ['Line could not be resolved', {message: 'too long'}, {field: 'body', code: 'custom'}]
  const {url} = await serve(422, {message: 'Unprocessable Entity', errors})
  const error = await connect({...quiet, apiUrl: url})
    .rest.repos.get({owner: 'o', repo: 'r'})
    .catch((error: unknown) => error)
  expect(refusalOf(error)).toEqual({
    status: 422,
    message: 'Unprocessable Entity: Line could not be resolved: too long: body custom'
  })
})

test('a server that is not there is no answer, and a bug is no refusal', async () => {
  const github = connect({...quiet, apiUrl: 'http://127.0.0.1:1'})
  const error = await github.rest.repos
    .get({owner: 'o', repo: 'r', request: {retries: 0}})
    .catch((error: unknown) => error)
  expect(refusalOf(error)).toMatchObject({status: 0})
  expect(refusalOf(new TypeError('x is not a function'))).toBeUndefined()
})
