import {afterEach, expect, test} from 'vitest'
import {connect} from '../../src/github/octokit.ts'
import {readTree} from '../../src/github/tree.ts'
import {type GitHub, type GitHubOptions, startGitHub} from '../fake/github.ts'

const route = '/repos/{owner}/{repo}/git/trees/{tree_sha}'
const started: GitHub[] = []
afterEach(async () => {
  for (const github of started.splice(0)) await github[Symbol.asyncDispose]()
})

async function scene(options: GitHubOptions = {}) {
  const github = await startGitHub(options)
  started.push(github)
  const repository = await github.createRepository({
    files: {'readme.md': '# A\n', 'docs/ü b.md': 'b\n', 'link.md': {symlink: 'readme.md'}, 'run.sh': {executable: 'x'}}
  })
  const token = github.token({kind: 'actions', permissions: {contents: 'read'}})
  const client = connect({token, apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty', second: 1})
  const here = {owner: repository.owner, repo: repository.name}
  return {github, repository, client, here}
}

test('all files of a commit come in one request, a fork’s commit included', async () => {
  const {github, repository, client, here} = await scene()
  const pull = await repository.openPull({head: 'more', files: {'new.md': 'new\n'}, fork: {owner: 'mallory'}})
  repository.deleteFork('mallory')
  const files = await readTree(client, here, pull.headSha)
  expect(files?.map(({path, kind, size}) => [path, kind, size])).toEqual([
    ['docs/ü b.md', 'regular', 2],
    ['link.md', 'other', 9],
    ['new.md', 'regular', 4],
    ['readme.md', 'regular', 4],
    ['run.sh', 'regular', 1]
  ])
  expect(github.requests(route)).toHaveLength(1)
})

test('what GitHub does not tell is nothing: a commit it does not know, a refusal, half an answer', async () => {
  const {github, repository, client, here} = await scene()
  const sha = (await repository.sha('main'))!
  expect(await readTree(client, here, 'f'.repeat(40))).toBeUndefined()
  expect(await readTree(client, {...here, repo: 'none'}, sha)).toBeUndefined()
  github.fault({route, status: 403})
  expect(await readTree(client, here, sha)).toBeUndefined()
  github.fault({route, truncate: 40, times: 3})
  expect(await readTree(client, here, sha)).toBeUndefined()
  expect(await readTree(client, here, sha)).toHaveLength(4)
})

test('a list that GitHub has cut is none', async () => {
  const {repository, client, here} = await scene({maxTreeEntries: 3})
  expect(await readTree(client, here, (await repository.sha('main'))!)).toBeUndefined()
})
