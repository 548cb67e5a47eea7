import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, expect, test} from 'vitest'
import {connect, isOfGitHubCom, refusalOf} from '../../src/github/octokit.ts'

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

const quiet = {version: '1.2.3', log: () => {}, pace: 'hasty', second: 1} as const

/** A server that does something with each request, in turn. */
async function turns(...answers: readonly ((response: ServerResponse) => unknown)[]) {
  let requests = 0
  const server = createServer((_, response) => answers[requests++]?.(response))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  closers.push(
    () => server.closeAllConnections(),
    () => server.close()
  )
  return {count: () => requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`}
}

const json = {'content-type': 'application/json; charset=utf-8'}
const good = (response: ServerResponse) => response.writeHead(200, json).end('{"id": 7}')
const silent = () => {}
const halfway = (response: ServerResponse) => {
  response.writeHead(200, {...json, 'content-length': '100'}).write('{"id":')
  setImmediate(() => response.destroy())
}
const cut = (response: ServerResponse) => response.writeHead(200, json).end('{"id":')
const page = (response: ServerResponse) => response.writeHead(200, {'content-type': 'text/html'}).end('<html>Sign in')

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

test.each([
  ['nothing in time', silent],
  ['a connection that breaks in the middle', halfway],
  ['JSON that was cut off', cut],
  ['a page in place of data', page]
] as const)('%s is no answer, and what can be asked again is', async (_, bad) => {
  const {count, url} = await turns(bad, good, bad)
  const {repos, pulls} = connect({...quiet, apiUrl: url, patience: 1000}).rest
  expect((await repos.get({owner: 'o', repo: 'r'})).data).toEqual({id: 7})
  expect(count()).toBe(2)
  const posted = pulls.createReview({owner: 'o', repo: 'r', pull_number: 1, request: {retries: 0}})
  expect(refusalOf(await posted.catch((error: unknown) => error))).toMatchObject({status: 0})
  expect(count()).toBe(3)
})

test('the token stays with GitHub when GitHub leads elsewhere', async () => {
  const elsewhere = await serve(200, {id: 7})
  const {url} = await turns(response => response.writeHead(302, {location: `${elsewhere.url}/x`}).end())
  const github = connect({...quiet, token: 'secret', apiUrl: url.replace('127.0.0.1', 'localhost')})
  await github.rest.repos.get({owner: 'o', repo: 'r'})
  expect(elsewhere.seen).toHaveLength(1)
  expect(elsewhere.seen[0]?.headers['authorization']).toBeUndefined()
})

test.each([
  [undefined, true],
  ['', true],
  ['https://api.github.com', true],
  ['https://api.octo.ghe.com', true],
  ['https://github.example/api/v3', false],
  ['https://notgithub.com/api/v3', false],
  ['http://127.0.0.1:8080', false]
])('an API at %s wants pauses between writes: %s', (url, expected) => {
  expect(isOfGitHubCom(url)).toBe(expected)
})
