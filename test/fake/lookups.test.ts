import {Octokit} from '@octokit/rest'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type GitHub, startGitHub, type TestRepository} from './github.ts'

let github: GitHub
let repo: TestRepository
let octokit: Octokit

beforeAll(async () => {
  github = await startGitHub()
  repo = await github.createRepository({owner: 'octo', name: 'awesome', files: {'docs/a.md': 'a'}, hasWiki: true})
  const auth = github.token({kind: 'actions'})
  octokit = new Octokit({baseUrl: github.url, auth, log: {debug() {}, info() {}, warn() {}, error() {}}})
})
afterAll(() => github[Symbol.asyncDispose]())

/** Fields of the repository, by GraphQL. */
const ask = async (fields: string, name = 'awesome', args = '') =>
  (await octokit.graphql<{r: unknown}>(`{r: repository(owner: "octo", name: "${name}"${args}) {${fields}}}`)).r

test('objects are found by expression, and so are releases, tags and numbers', async () => {
  await repo.release('v1')
  const {data: issue} = await octokit.rest.issues.create({owner: 'octo', repo: 'awesome', title: 'x'})
  const pull = await repo.openPull({head: 'more', files: {'b.md': 'b'}})
  const discussion = repo.discuss()
  expect(discussion).toBe(pull.number + 1)
  const found = await ask(`
    commit: object(expression: "main") { __typename }
    older: object(expression: "more~1") { oid }
    folder: object(expression: "HEAD:docs") { ... on Tree { entries { name type mode object { __typename } } } }
    file: object(expression: "v1:docs/a.md") { __typename ... on Tree { entries { name } } }
    none: object(expression: "main:none") { __typename }
    release(tagName: "v1") { tagName }
    tag: ref(qualifiedName: "refs/tags/v1") { name }
    noTag: ref(qualifiedName: "refs/tags/v2") { name }
    issue: issueOrPullRequest(number: ${issue.number}) { __typename ... on Issue { title } }
    pull: issueOrPullRequest(number: ${pull.number}) { __typename ... on Issue { title } }
    discussion(number: ${discussion}) { number }
    hasWikiEnabled hasDiscussionsEnabled`)
  expect(found).toEqual({
    commit: {__typename: 'Commit'},
    older: {oid: await repo.sha('main')},
    folder: {entries: [{name: 'a.md', type: 'blob', mode: 0o100644, object: {__typename: 'Blob'}}]},
    file: {__typename: 'Blob'},
    none: null,
    release: {tagName: 'v1'},
    tag: {name: 'v1'},
    noTag: null,
    issue: {__typename: 'Issue', title: 'x'},
    pull: {__typename: 'PullRequest'},
    discussion: {number: discussion},
    hasWikiEnabled: true,
    hasDiscussionsEnabled: false
  })
  await expect(ask(`issueOrPullRequest(number: ${discussion}) { __typename }`)).rejects.toMatchObject({
    errors: [{type: 'NOT_FOUND', path: ['r', 'issueOrPullRequest']}],
    data: {r: {issueOrPullRequest: null}}
  })
})

test('a name from before leads on, by REST always and by GraphQL as a rule', async () => {
  const moved = await github.createRepository({owner: 'octo', name: 'old', files: {'a.md': 'a'}})
  moved.move({owner: 'cat', name: 'new'})
  expect(moved.fullName).toBe('cat/new')
  expect(await ask('nameWithOwner', 'old')).toEqual({nameWithOwner: 'cat/new'})
  await expect(ask('nameWithOwner', 'old', ', followRenames: false')).rejects.toMatchObject({
    errors: [{type: 'NOT_FOUND'}]
  })
  const direct = await fetch(`${github.url}/repos/octo/old/contents/a.md`, {redirect: 'manual'})
  expect(direct.status).toBe(301)
  expect(direct.headers.get('location')).toBe(`${github.url}/repositories/${moved.state.id}/contents/a.md`)
  expect((await octokit.rest.repos.get({owner: 'octo', repo: 'old'})).data.full_name).toBe('cat/new')

  moved.move({name: 'newer', followed: 'not by GraphQL'})
  expect(await ask('nameWithOwner', 'old')).toEqual({nameWithOwner: 'cat/newer'})
  await expect(octokit.graphql('{repository(owner: "cat", name: "new") {name}}')).rejects.toMatchObject({
    errors: [{type: 'NOT_FOUND'}]
  })
  expect((await octokit.rest.repos.get({owner: 'cat', repo: 'new'})).data.full_name).toBe('cat/newer')
  await github.createRepository({owner: 'octo', name: 'old'})
  expect(await ask('nameWithOwner', 'old')).toEqual({nameWithOwner: 'octo/old'})
})

test('an organisation may keep tokens out', async () => {
  await github.createRepository({owner: 'corp', name: 'tool', files: {'a.md': 'a'}})
  github.world.seals.set('corp', 'SAML')
  const query =
    '{a: repository(owner: "corp", name: "tool") {name} b: repository(owner: "octo", name: "awesome") {name}}'
  await expect(octokit.graphql(query)).rejects.toMatchObject({
    errors: [{type: 'FORBIDDEN', path: ['a'], extensions: {saml_failure: true}}],
    data: {a: null, b: {name: 'awesome'}}
  })
  await expect(octokit.rest.repos.get({owner: 'corp', repo: 'tool'})).rejects.toMatchObject({status: 403})
  expect((await fetch(`${github.url}/repos/corp/tool`)).status).toBe(200)
})

test('a query has limits', async () => {
  await expect(ask('issue(number: 4294967296) { title }')).rejects.toThrow(/Could not coerce value 4294967296 to Int/)
  const comments = 'comments(first: 100) { nodes { id } }'
  const threads = `reviewThreads(first: 100) { nodes { ${comments} } }`
  const many = Array.from({length: 60}, (_, index) => `p${index}: pullRequest(number: 1) { ${threads} }`)
  await expect(ask(many.join(' '))).rejects.toMatchObject({errors: [{type: 'MAX_NODE_LIMIT_EXCEEDED'}]})
  github.limit({graphqlObjects: 2})
  await expect(ask('name a: defaultBranchRef { name } b: defaultBranchRef { name } isFork')).rejects.toMatchObject({
    errors: [{type: 'RESOURCE_LIMITS_EXCEEDED', path: ['r', 'b']}],
    data: {r: {name: 'awesome', a: {name: 'main'}, b: null, isFork: false}}
  })
})
