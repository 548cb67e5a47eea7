import {Octokit} from '@octokit/rest'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type GitHub, startGitHub} from './github.ts'
import type {TestRepository} from './repository.ts'

const log = {debug() {}, info() {}, warn() {}, error() {}}
const text = 'x'.repeat(100)
const big = 'y'.repeat(2 ** 20 + 1)

let github: GitHub
let repo: TestRepository
let octokit: Octokit
let at: {owner: string; repo: string}
beforeAll(async () => {
  github = await startGitHub()
  repo = await github.createRepository({
    owner: 'Octo',
    name: 'Awesome',
    files: {
      'readme.md': text,
      'empty.md': '',
      'docs/a b.md': 'é\n',
      'big.bin': big,
      'link.md': {symlink: 'docs/a b.md'},
      'out.md': {symlink: '/etc/passwd'}
    }
  })
  octokit = new Octokit({baseUrl: github.url, auth: github.token({kind: 'app'}), log})
  at = {owner: 'octo', repo: 'awesome'}
})
afterAll(() => github[Symbol.asyncDispose]())

const content = async (path: string, ref?: string): Promise<Record<string, unknown>> =>
  (await octokit.rest.repos.getContent({...at, path, ...(ref ? {ref} : {})})).data as Record<string, unknown>

describe('contents', () => {
  test('are base64 in lines of 60', async () => {
    const file = await content('readme.md')
    const lines = String(file['content']).split('\n')
    expect(lines.map(line => line.length)).toEqual([60, 60, 16, 0])
    expect(Buffer.from(String(file['content']), 'base64').toString()).toBe(text)
    expect(await content('empty.md')).toMatchObject({content: '', encoding: 'base64', size: 0})
  })

  test('above a megabyte come only raw', async () => {
    expect(await content('big.bin')).toMatchObject({content: '', encoding: 'none', size: big.length})
    const raw = await octokit.rest.repos.getContent({...at, path: 'big.bin', mediaType: {format: 'raw'}})
    expect(raw.data).toBe(big)
  })

  test('follow links inside the repository only', async () => {
    expect(await content('link.md')).toMatchObject({type: 'file', content: 'w6kK\n'})
    expect(await content('out.md')).toMatchObject({type: 'symlink', target: '/etc/passwd'})
    const {data} = await octokit.rest.git.getTree({...at, tree_sha: 'main', recursive: '1'})
    expect(data.tree.find(({path}) => path === 'link.md')?.mode).toBe('120000')
  })

  test('of a folder are a list', async () => {
    const {data} = await octokit.rest.repos.getContent({...at, path: ''})
    expect((data as {name: string; type: string}[]).map(({name, type}) => `${type} ${name}`)).toContain('dir docs')
  })

  test('tell a missing ref from a missing path', async () => {
    await expect(content('nope.md')).rejects.toMatchObject({status: 404, response: {data: {message: 'Not Found'}}})
    await expect(content('readme.md', 'nope')).rejects.toMatchObject({
      response: {data: {message: 'No commit found for the ref nope'}}
    })
  })
})

describe('trees', () => {
  test('are listed up to a limit, and say so', async () => {
    await using small = await startGitHub({maxTreeEntries: 2})
    const {owner, name} = await small.createRepository({files: {'a/b.md': 'x', 'c.md': 'x'}})
    const client = new Octokit({baseUrl: small.url, auth: small.token({kind: 'app'}), log})
    const list = async (recursive?: string) => {
      const asked = {owner, repo: name, tree_sha: 'main', ...(recursive !== undefined && {recursive})}
      const {tree, truncated} = (await client.rest.git.getTree(asked)).data
      return {paths: tree.map(({path}) => path), truncated}
    }
    expect(await list()).toEqual({paths: ['a', 'c.md'], truncated: false})
    // Any value is a yes.
    expect(await list('false')).toEqual({paths: ['a', 'a/b.md'], truncated: true})
  })

  test('are refused where there is nothing, or nothing for this token', async () => {
    await using other = await startGitHub()
    await other.createRepository({name: 'empty'})
    await other.createRepository({name: 'secret', private: true, files: {'a.md': 'x'}})
    const token = other.token({kind: 'actions', permissions: {issues: 'read'}})
    const client = new Octokit({baseUrl: other.url, auth: token, log})
    const list = (repo: string) => client.rest.git.getTree({owner: 'octo-org', repo, tree_sha: 'main'})
    await expect(list('empty')).rejects.toMatchObject({status: 409})
    await expect(list('secret')).rejects.toMatchObject({status: 403})
    await expect(octokit.rest.git.getTree({...at, tree_sha: 'f'.repeat(40)})).rejects.toMatchObject({status: 404})
  })
})

test('a commit is made of blobs, a tree and a ref', async () => {
  const head = (await repo.sha('main'))!
  const blob = await octokit.rest.git.createBlob({
    ...at,
    content: Buffer.from('hi\n').toString('base64'),
    encoding: 'base64'
  })
  const base = await octokit.rest.git.getCommit({...at, commit_sha: head})
  const entry = {mode: '100644', type: 'blob'} as const
  const tree = await octokit.rest.git.createTree({
    ...at,
    base_tree: base.data.tree.sha,
    tree: [
      {...entry, path: 'docs/new.md', sha: blob.data.sha},
      {...entry, path: 'empty.md', sha: null},
      {...entry, path: 'readme.md', content: 'short\n'}
    ]
  })
  const commit = await octokit.rest.git.createCommit({...at, message: 'Fix', tree: tree.data.sha, parents: [head]})
  expect(commit.data.verification.verified).toBe(true)
  const ref = 'refs/heads/awesome-doctor/fixes'
  await octokit.rest.git.createRef({...at, ref, sha: commit.data.sha})
  await expect(octokit.rest.git.createRef({...at, ref, sha: head})).rejects.toMatchObject({
    response: {data: {message: 'Reference already exists'}}
  })
  expect(await repo.readFile('awesome-doctor/fixes', 'docs/new.md')).toBe('hi\n')
  expect(await repo.readFile('awesome-doctor/fixes', 'empty.md')).toBeUndefined()
  const back = octokit.rest.git.updateRef({...at, ref: 'heads/awesome-doctor/fixes', sha: head})
  await expect(back).rejects.toMatchObject({response: {data: {message: 'Update is not a fast forward'}}})

  const pull = await octokit.rest.pulls.create({...at, title: 'Fix', head: 'awesome-doctor/fixes', base: 'main'})
  const again = octokit.rest.pulls.create({...at, title: 'Fix', head: 'awesome-doctor/fixes', base: 'main'})
  await expect(again).rejects.toMatchObject({
    status: 422,
    response: {data: {errors: [{message: 'A pull request already exists for Octo:awesome-doctor/fixes.'}]}}
  })
  const found = await octokit.rest.pulls.list({...at, head: 'octo:awesome-doctor/fixes'})
  expect(found.data.map(({number}) => number)).toEqual([pull.data.number])
  const compared = await octokit.rest.repos.compareCommitsWithBasehead({...at, basehead: 'main...awesome-doctor/fixes'})
  expect(compared.data).toMatchObject({status: 'ahead', ahead_by: 1})
  expect(compared.data.files?.map(({filename, status}) => `${status} ${filename}`)).toEqual([
    'added docs/new.md',
    'removed empty.md',
    'modified readme.md'
  ])
  await octokit.rest.git.deleteRef({...at, ref: 'heads/awesome-doctor/fixes'})
  expect((await octokit.rest.pulls.get({...at, pull_number: pull.data.number})).data.state).toBe('closed')
})

test('workflows are out of reach, and a ref is never found by its beginning', async () => {
  const files = {'.github/workflows/x.yml': 'on: push\n'}
  const sha = await repo.commit('sneaky', files)
  const attempt = octokit.rest.git.createRef({...at, ref: 'refs/heads/other', sha})
  await expect(attempt).rejects.toMatchObject({status: 403})
  await expect(octokit.rest.git.getRef({...at, ref: 'heads/mai'})).rejects.toMatchObject({status: 404})
  const {data} = await octokit.rest.git.listMatchingRefs({...at, ref: 'heads/mai'})
  expect(data.map(({ref}) => ref)).toEqual(['refs/heads/main'])
})

describe('files of a pull request', () => {
  test('have a patch, unless they are binary or only renamed', async () => {
    const pull = await repo.openPull({
      head: 'changes',
      files: {
        'readme.md': `${text}\nmore`,
        'docs/a b.md': null,
        'docs/moved.md': 'é\n',
        'image.bin': Buffer.from([0, 1, 2, 255])
      }
    })
    const {data} = await octokit.rest.pulls.listFiles({...at, pull_number: pull.number})
    expect(data.map(({filename, status, patch}) => [status, filename, patch])).toEqual([
      ['renamed', 'docs/moved.md', undefined],
      ['added', 'image.bin', undefined],
      [
        'modified',
        'readme.md',
        `@@ -1 +1,2 @@\n-${text}\n\\ No newline at end of file\n+${text}\n+more\n\\ No newline at end of file`
      ]
    ])
    expect(data[0]?.previous_filename).toBe('docs/a b.md')
    const diff = await octokit.rest.pulls.get({...at, pull_number: pull.number, mediaType: {format: 'diff'}})
    expect(String(diff.data)).toMatch(/^diff --git /)
  })

  test('are too many for a diff, but not for the list', async () => {
    const files = Object.fromEntries(Array.from({length: 301}, (_, index) => [`many/${index}.md`, 'x\n']))
    const pull = await repo.openPull({head: 'many', files})
    const diff = octokit.rest.pulls.get({...at, pull_number: pull.number, mediaType: {format: 'diff'}})
    await expect(diff).rejects.toMatchObject({status: 406})
    const all = await octokit.paginate(octokit.rest.pulls.listFiles, {...at, pull_number: pull.number, per_page: 100})
    expect(all).toHaveLength(301)
  })
})

test('a merge moves the base, and pull requests that wait keep their own changes', async () => {
  const first = await repo.openPull({head: 'first', files: {'first.md': '1\n'}})
  const second = await repo.openPull({head: 'second', files: {'second.md': '2\n'}})
  await repo.mergePull(first)
  expect(await repo.readFile('main', 'first.md')).toBe('1\n')
  expect((await octokit.rest.pulls.get({...at, pull_number: first.number})).data).toMatchObject({
    merged: true,
    state: 'closed'
  })
  await repo.mergePull(second)
  expect(await repo.readFile('main', 'first.md')).toBe('1\n')
  expect(await repo.readFile('main', 'second.md')).toBe('2\n')
})
