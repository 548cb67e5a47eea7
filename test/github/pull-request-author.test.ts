import {afterEach, expect, test} from 'vitest'
import {connect} from '../../src/github/octokit.ts'
import {type PullRequest, readPullRequest} from '../../src/github/pull-request.ts'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import type {Pull} from '../fake/world.ts'

const started: GitHub[] = []
afterEach(async () => {
  for (const github of started.splice(0)) await github[Symbol.asyncDispose]()
})

async function scene(): Promise<{
  readonly repository: TestRepository
  readonly read: (pull: Pull) => Promise<PullRequest>
}> {
  const github = await startGitHub()
  started.push(github)
  const repository = await github.createRepository({
    owner: 'kite-club',
    name: 'kites',
    files: {'readme.md': '# Kites\n'},
    collaborators: {helper: 'write'}
  })
  const client = connect({
    token: github.token({kind: 'actions'}),
    apiUrl: github.url,
    version: '0',
    log: () => {},
    pace: 'hasty'
  })
  return {
    repository,
    read: ({number}) => readPullRequest(client, {owner: repository.owner, repo: repository.name, number})
  }
}

test('who has never had anything merged here is a newcomer, unless it is a program', async () => {
  const {repository, read} = await scene()
  const open = (user: string, head: string) =>
    repository.openPull({user, head, files: {[head]: 'x'}, ...(user === 'ann' && {fork: {owner: user}})})
  const first = await open('ann', 'one')
  expect(await read(first)).toMatchObject({author: 'newcomer'})
  expect(await read(await open('helper', 'two'))).toMatchObject({author: 'regular'})
  expect(await read(await open('kite-club', 'three'))).toMatchObject({author: 'regular'})
  expect(await read(await open('dependabot[bot]', 'four'))).toMatchObject({author: 'regular'})
  await repository.mergePull(first)
  expect(await read(await open('ann', 'five'))).toMatchObject({author: 'regular'})
})

test('the pages of the files are those of the head, in its own repository', async () => {
  const {repository, read} = await scene()
  const pull = await repository.openPull({head: 'one', files: {'readme.md': 'x'}, fork: {owner: 'ann'}})
  expect((await read(pull)).filesUrl).toMatch(new RegExp(`^http://.*/ann/kites/blob/${pull.headSha}$`))
})
