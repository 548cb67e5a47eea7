import {afterAll, beforeAll, expect, test} from 'vitest'
import {type GitHub as Client, connect} from '../../src/github/octokit.ts'
import {readChangedFiles, readFile, readPullRequest} from '../../src/github/pull-request.ts'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import type {Pull} from '../fake/world.ts'

let github: GitHub
let repository: TestRepository
let client: Client
let pull: Pull
const here = () => ({owner: repository.owner, repo: repository.name})

beforeAll(async () => {
  github = await startGitHub()
  repository = await github.createRepository({files: {'readme.md': '# A\n', 'old.md': 'old\n'.repeat(9)}})
  const many = Array.from({length: 120}, (_, index) => [`lists/${index}.md`, `# ${index}\n`])
  pull = await repository.openPull({
    head: 'more',
    files: {
      ...Object.fromEntries(many),
      'bom.md': '\ufeff# ü\r\n',
      'latin.md': Buffer.from([0xe9, 0x0a]),
      'z-large.md': 'large\n'.repeat(200_000),
      'link.md': {symlink: 'z-large.md'},
      'dir.md/a': 'x',
      'empty.md': '',
      'new.md': 'old\n'.repeat(9),
      'old.md': null
    }
  })
  client = connect({
    token: github.token({kind: 'actions'}),
    apiUrl: github.url,
    version: '0',
    log: () => {},
    pace: 'hasty'
  })
})
afterAll(() => github[Symbol.asyncDispose]())

const fileNamed = async (path: string) =>
  (await readChangedFiles(client, {...here(), number: pull.number})).files.find(file => file.path === path)!

test('the pull request is read', async () => {
  expect(await readPullRequest(client, {...here(), number: pull.number})).toEqual({
    headSha: pull.headSha,
    baseRef: 'main',
    origin: 'here',
    commentCount: 0,
    author: 'regular',
    filesUrl: `${github.webUrl}/${repository.fullName}/blob/${pull.headSha}`,
    state: 'open'
  })
  await expect(readPullRequest(client, {...here(), number: 99})).rejects.toThrow(
    /GitHub does not show octo-org\/awesome#99 \(404\): it is not there, or the token may not see it/
  )
})

test('all pages of files are read, and renames know their old name', async () => {
  const {files, limit} = await readChangedFiles(client, {...here(), number: pull.number})
  expect(limit).toBeUndefined()
  expect(files).toHaveLength(127)
  expect(files.find(({path}) => path === 'new.md')).toMatchObject({status: 'renamed', oldPath: 'old.md', changes: 0})
  expect(files.find(({path}) => path === 'lists/7.md')).toMatchObject({status: 'added', patch: '@@ -0,0 +1 @@\n+# 7'})
})

test('text comes byte for byte', async () => {
  const ref = pull.headSha
  for (const [path, text] of [
    ['bom.md', '\ufeff# ü\r\n'],
    ['empty.md', ''],
    ['z-large.md', 'large\n'.repeat(200_000)]
  ] as const) {
    const {sha} = await fileNamed(path)
    expect(await readFile(client, here(), {path, ref, sha})).toEqual({text})
  }
  expect(await readFile(client, here(), {path: 'readme.md', ref: 'main'})).toEqual({text: '# A\n'})
})

test('what is no file of text is refused', async () => {
  const ref = pull.headSha
  const {sha} = await fileNamed('link.md')
  expect(await readFile(client, here(), {path: 'link.md', ref, sha})).toEqual({refused: 'it is no regular file'})
  expect(await readFile(client, here(), {path: 'dir.md', ref})).toEqual({refused: 'it is no regular file'})
  expect(await readFile(client, here(), {path: 'latin.md', ref})).toEqual({refused: 'it is not UTF-8'})
  expect(await readFile(client, here(), {path: 'none.md', ref})).toBeUndefined()
})
