import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {findMarkers} from '../../src/report/markdown.ts'
import type {Fault} from '../fake/faults.ts'
import type {Files} from '../fake/git.ts'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import {type ActionResult, type ActionRun, runAction} from '../fake/runner.ts'
import {addComment, makeReview} from '../fake/threads.ts'
import {account, type Permissions, type Pull} from '../fake/world.ts'

const started: GitHub[] = []
afterEach(async () => {
  for (const github of started.splice(0)) {
    expect(github.badRequests).toEqual([])
    await github[Symbol.asyncDispose]()
  }
})

const names = ['Albatross', 'Bittern', 'Crane', 'Dunlin', 'Egret', 'Finch', 'Goshawk', 'Heron', 'Ibis', 'Jay']
const line = (name: string, marker = '- '): string =>
  `${marker}[${name}](https://${name.toLowerCase()}.example) - Flies over the sea.\n`
const listOf = (...lines: readonly string[]): string => `# Kites\n\n## Makers\n\n${lines.join('')}`
const well = listOf(...names.map(name => line(name)))
const spoilt = (text: string, ...some: readonly string[]): string =>
  some.reduce((result, name) => result.replace(`- [${name}`, `-[${name}`), text)
const sick = spoilt(well, 'Bittern', 'Egret', 'Heron')
const route = {
  pull: '/repos/{owner}/{repo}/pulls/{pull_number}',
  reviews: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  comments: '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
  comment: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
  replies: '/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
  files: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
  tree: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
  contents: '/repos/{owner}/{repo}/contents/{path}'
} as const

/** Waits for limits and between attempts pass at once. Not for runs that read links: these may take a minute. */
const hasty = {NODE_OPTIONS: `--import=${new URL('../fake/hasty-timers.ts', import.meta.url)}`}

interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  readonly pull: Pull
  run(more?: Partial<ActionRun>): Promise<ActionResult & {readonly requests: readonly string[]}>
  token(permissions: Permissions): string
}

async function scene(files: Files, {base = {}, fork}: {base?: Files; fork?: string} = {}): Promise<Scene> {
  const github = await startGitHub()
  started.push(github)
  const repository = await github.createRepository({files: {LICENSE: 'Free.\n', ...base}})
  const pull = await repository.openPull({head: 'list', files, ...(fork && {fork: {owner: fork}})})
  const token = (permissions: Permissions) => github.token({kind: 'actions', permissions})
  const usual = token({contents: 'read', pull_requests: 'write'})
  const run: Scene['run'] = async ({inputs, ...more} = {}) => {
    const before = github.journal.length
    const result = await runAction({
      github,
      repository: repository.fullName,
      eventName: 'pull_request',
      event: await github.event(pull, 'pull_request', 'synchronize'),
      token: usual,
      inputs: {links: 'none', ...inputs},
      env: hasty,
      ...more
    })
    const requests = github.journal.slice(before).map(({method, route}) => `${method} ${route}`)
    return {...result, requests}
  }
  return {github, repository, pull, run, token}
}

const commentsOf = (pull: Pull) => pull.threads.flatMap(thread => thread.comments)
const markersIn = (pull: Pull) => commentsOf(pull).flatMap(({body}) => findMarkers(body))
const isWrite = (request: string): boolean => !request.startsWith('GET') && !request.endsWith('/graphql')

/** What a run may say to the runner: annotations, and no other command. */
const onlyAnnotates = ({commands}: ActionResult) =>
  expect(commands.map(({command}) => command).filter(name => !['error', 'warning', 'notice'].includes(name))).toEqual(
    []
  )

describe('requests', () => {
  const config = {'.github/awesome-doctor.yml': 'preset: default\n'}
  const github = '- [Kites](https://github.com/octo-org/awesome) - Flies over the sea.\n'

  test.each([
    ['without a config', {}, 'none', '', 4],
    ['with a config', config, 'none', '', 5],
    ['with a config, and links that are asked', config, 'auto', '', 5],
    ['with a link into GitHub', {}, 'auto', github, 5]
  ])('a clean pull request %s', async (_, base, links, more, count) => {
    const {run} = await scene({'readme.md': well + more}, {base})
    const {exitCode, requests, outputs} = await run({inputs: {links}, env: {}})
    expect({exitCode, outcome: outputs['outcome']}).toEqual({exitCode: 0, outcome: 'clean'})
    expect(requests).toHaveLength(count)
    expect(requests.filter(isWrite)).toEqual([])
  })

  test.each([
    ['without a config', {}, 'none', '', 7, 7],
    ['with a config', config, 'none', '', 8, 8],
    ['with a link into GitHub', {}, 'auto', github, 8, 8]
  ])('three findings %s, and the same again', async (_, base, links, more, first, second) => {
    const {pull, run} = await scene({'readme.md': sick + more}, {base})
    const told = await run({inputs: {links}, env: {}})
    expect(told.outputs).toMatchObject({outcome: 'findings', errors: '3'})
    expect(told.requests).toHaveLength(first)
    expect(told.requests.filter(isWrite)).toEqual([`POST ${route.reviews}`])
    expect(commentsOf(pull)).toHaveLength(3)
    const again = await run({inputs: {links}, env: {}})
    expect(again.outputs).toEqual(told.outputs)
    expect(again.requests).toHaveLength(second)
    expect(again.requests.filter(isWrite)).toEqual([])
  })
})

describe('memory', () => {
  test('a push: one review for what is new, one deletion for what is mended, nothing for what stands', async () => {
    const {repository, pull, run} = await scene({'readme.md': sick})
    await run()
    const kept = commentsOf(pull).slice(1)
    await repository.push(pull, {'readme.md': spoilt(well, 'Egret', 'Heron', 'Jay')})
    const {requests, exitCode} = await run()
    expect(requests.filter(isWrite)).toEqual([`POST ${route.reviews}`, `DELETE ${route.comment}`])
    expect(exitCode).toBe(1)
    expect(commentsOf(pull).slice(0, 2)).toEqual(kept)
    expect(commentsOf(pull)).toHaveLength(3)
  })

  test('one suggestion applied after the other: no review is added', async () => {
    const {repository, pull, run} = await scene({'readme.md': sick})
    await run()
    for (const comment of commentsOf(pull)) {
      await repository.applySuggestions(pull, [comment.id], repository.owner, {blankMeansDelete: true})
      expect((await run()).requests.filter(isWrite)).toEqual([`DELETE ${route.comment}`])
    }
    expect(pull.reviews).toHaveLength(1)
    expect(commentsOf(pull)).toEqual([])
  })

  test('what was answered is folded and gets one line', async () => {
    const {repository, pull, run} = await scene({'readme.md': spoilt(well, 'Crane')})
    await run()
    repository.reply(commentsOf(pull)[0]!, 'octocat', 'Why?')
    await repository.push(pull, {'readme.md': well})
    expect(await run()).toMatchObject({exitCode: 0, outputs: {outcome: 'clean'}})
    expect(commentsOf(pull)[0]?.minimized).toBeDefined()
    expect(commentsOf(pull).at(-1)?.body).toMatch(/^This is mended\.\n/)
    expect((await run()).requests.filter(isWrite)).toEqual([])
  })

  test('hundreds of comments and reviews by others, forged markers among them', async () => {
    const {github, repository, pull, run} = await scene({'readme.md': sick})
    await run()
    const [comment] = commentsOf(pull)
    for (let count = 0; count < 210; count++) repository.reply(comment!, 'mallory', comment!.body)
    const review = makeReview(github.world, pull, account(github.world, 'other[bot]'), 'COMMENTED', 'x', pull.headSha)
    addComment(github.world, pull.threads[1]!, review.user, review, commentsOf(pull).at(-1)!.body)
    await repository.push(pull, {'readme.md': spoilt(sick, 'Jay')})
    const {requests} = await run()
    expect(requests.filter(isWrite)).toEqual([`POST ${route.reviews}`])
    expect(requests.filter(request => request === `GET ${route.comments}`)).toHaveLength(3)
    expect((await run()).requests.filter(isWrite)).toEqual([])
  })

  test('a force push, another base, a fork that is gone', async () => {
    const one = await scene({'readme.md': sick}, {fork: 'mallory'})
    const {repository, pull, run} = one
    await run()
    await repository.forcePush(pull, {'readme.md': spoilt(well, 'Heron')})
    await run()
    expect(commentsOf(pull)).toHaveLength(1)
    await repository.branch('next', pull.headSha)
    await repository.push(pull, {'readme.md': spoilt(well, 'Heron', 'Jay')})
    pull.baseRef = 'next'
    pull.baseSha = (await repository.sha('next'))!
    repository.deleteFork('mallory')
    expect(await run()).toMatchObject({exitCode: 1, outputs: {errors: '1'}})
    expect(commentsOf(pull).map(({body}) => /Heron|Jay/.exec(body)?.[0])).toEqual(['Jay'])
    expect((await run()).requests.filter(isWrite)).toEqual([])
  })

  test('a head that moves while we work: the older run posts nothing', async () => {
    const {github, repository, pull, run} = await scene({'readme.md': sick})
    const push = () => repository.push(pull, {'readme.md': well})
    github.fault({method: 'GET', route: route.reviews, before: push})
    const {exitCode, outputs, requests} = await run()
    expect({exitCode, outcome: outputs['outcome']}).toEqual({exitCode: 0, outcome: 'superseded'})
    expect(requests.filter(isWrite)).toEqual([])
  })

  test('a draft is reviewed like any other', async () => {
    const {pull, run} = await scene({'readme.md': sick})
    pull.draft = true
    await run()
    expect(commentsOf(pull)).toHaveLength(3)
  })

  test('Dependabot’s token may only read: annotations, and the permission that would help', async () => {
    const {github, pull, run, token} = await scene({'readme.md': sick})
    const event = await github.event(pull, 'pull_request', 'opened', 'dependabot[bot]')
    const result = await run({event, token: token({contents: 'read', pull_requests: 'read'})})
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '3'}})
    expect(result.annotations.filter(({file}) => file === 'readme.md')).toHaveLength(3)
    expect(result.summary).toContain('`permissions: pull-requests: write`')
  })
})

describe('limits', () => {
  const many = (count: number): string =>
    listOf(...Array.from({length: count}, (_, index) => line(`Kite${index}`, '-')))

  test('thirty comments, and the rest in the body until there is room', async () => {
    const {repository, pull, run} = await scene({'readme.md': many(44)})
    await run()
    expect(commentsOf(pull)).toHaveLength(30)
    expect(pull.reviews[0]!.body.match(/^\| \[.*\|$/gm)).toHaveLength(14)
    expect((await run()).requests.filter(isWrite)).toEqual([])
    await repository.push(pull, {'other.txt': 'x'})
    await run()
    expect(commentsOf(pull)).toHaveLength(44)
    expect(new Set(markersIn(pull)).size).toBe(44)
  })

  test('ten annotations of a kind, the failure among them, and the summary tells of the others', async () => {
    const {run} = await scene({'readme.md': many(12)})
    const result = await run({inputs: {comment: 'false'}})
    expect(result.annotations.filter(({level}) => level === 'error')).toHaveLength(10)
    expect(result.annotations.filter(({file}) => file === 'readme.md')).toHaveLength(9)
    expect(result.summary).toContain('3 more findings are not among the annotations')
    expect(result.summary.match(/entry-marker-space\]/g)).toHaveLength(12)
  })

  test('ten notices, and all of them in the summary', async () => {
    const links = Object.fromEntries(Array.from({length: 14}, (_, index) => [`l${index}.md`, {symlink: 'LICENSE'}]))
    const result = await (await scene(links)).run({inputs: {files: '*.md'}})
    const notices = result.annotations.filter(({level}) => level === 'notice').map(({message}) => message)
    expect(notices).toHaveLength(10)
    expect(notices.at(-1)).toBe('The summary has 5 more notes.')
    expect(result.summary.match(/was not read: it is no regular file/g)).toHaveLength(14)
  })

  test('a summary of a mebibyte at most', async () => {
    const url = (index: number) => `https://kite${index}.example/${'鱼'.repeat(1500)}`
    const entries = Array.from({length: 600}, (_, index) => `- [Kite ${index}](${url(index)}) - Flies.\n`)
    const {run} = await scene({'readme.md': listOf(...entries, ...entries)})
    const result = await run()
    expect(result.outputs['outcome']).toBe('findings')
    expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(1024 * 1024)
    expect(Buffer.byteLength(result.summary)).toBeGreaterThan(900_000)
    expect(result.summary).toContain('more lines were cut')
  })

  test('three thousand files', async () => {
    const files = Object.fromEntries(Array.from({length: 3000}, (_, index) => [`x/${index}.txt`, 'x\n']))
    const result = await (await scene({'a.txt': 'x', 'readme.md': sick, ...files})).run()
    expect(result.requests.filter(request => request === `GET ${route.files}`)).toHaveLength(30)
    expect(result.outputs).toMatchObject({outcome: 'findings', errors: '3'})
    expect(result.summary).toContain('GitHub lists 3000 changed files at most')
  })
})

describe('faults', () => {
  const posting = {method: 'POST', route: route.reviews} as const
  const secondary = {message: 'You have exceeded a secondary rate limit.'}
  const passing: readonly (readonly [string, Fault])[] = [
    ['a 502 after the review was saved', {...posting, applyThenFail: 502}],
    ['a connection that ends after it was saved', {...posting, applyThenFail: 'drop'}],
    ['half an answer after it was saved', {...posting, truncate: 40}],
    ['a 502 before', {...posting, status: 502}],
    ['a secondary limit with Retry-After', {...posting, status: 403, headers: {'retry-after': '30'}, body: secondary}],
    ['a secondary limit without', {...posting, status: 429, body: secondary}],
    ['a 503 while reading the list', {route: route.contents, status: 503}],
    ['a connection that ends while reading the files', {route: route.files, dropBefore: true}],
    ['half a pull request', {route: route.pull, truncate: 100}],
    ['half a list of reviews', {method: 'GET', route: route.reviews, truncate: 1}],
    ['no list of files', {route: route.tree, status: 500, times: 9}]
  ]
  test.each(passing)('%s: one review, and nothing to say of it', async (_, fault) => {
    const {github, pull, run} = await scene({'readme.md': sick})
    github.fault(fault)
    const result = await run()
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '3'}})
    expect(result.annotations.map(({message}) => message)).toEqual(['Found 3 errors on the changed lines.'])
    expect(pull.reviews).toHaveLength(1)
    expect(result.outputs['review-url']).toContain(`pullrequestreview-${pull.reviews[0]!.id}`)
  })

  const lasting: readonly (readonly [string, Fault])[] = [
    ['a 502', {...posting, status: 502, times: 9}],
    ['a secondary limit', {...posting, status: 403, body: secondary, times: 9}],
    ['a refusal', {...posting, status: 422, body: {message: 'Validation Failed'}, times: 9}],
    ['no list of reviews', {method: 'GET', route: route.reviews, status: 503, times: 9}]
  ]
  test.each(lasting)('%s that stays: all is in annotations and the summary', async (_, fault) => {
    const {github, pull, run} = await scene({'readme.md': sick})
    github.fault(fault)
    const result = await run()
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '3'}})
    expect(result.annotations.filter(({file}) => file === 'readme.md')).toHaveLength(3)
    expect(result.summary).toContain('the findings are shown as annotations and in the summary instead')
    expect(result.summary.match(/entry-marker-space\]/g)).toHaveLength(3)
    expect(pull.reviews).toEqual([])
    github.heal()
    await run()
    expect(commentsOf(pull)).toHaveLength(3)
  })

  test('GraphQL’s quota is used up: our comments are known all the same', async () => {
    const {github, run} = await scene({'readme.md': sick})
    await run()
    github.limit({graphql: 0})
    expect((await run()).requests.filter(isWrite)).toEqual([])
  })

  test('the primary limit: before the reading a sentence, after it annotations', async () => {
    const {github, pull, run} = await scene({'readme.md': sick})
    github.limit({core: 5})
    const result = await run()
    expect(result.annotations.filter(({file}) => file === 'readme.md')).toHaveLength(3)
    const second = await run()
    expect(second).toMatchObject({exitCode: 1, outputs: {outcome: 'failed'}})
    expect(second.annotations.map(({message}) => message).join()).toMatch(/^GitHub's rate limit stopped the reading of/)
    expect(pull.reviews).toEqual([])
  })
})

describe('hostile pull requests', () => {
  test('names that steer a terminal or a log', async () => {
    const odd = ['a\n::error::b.md', '\u001b[2J\u202ec.md', '##[add-mask]d.md', 'e,f:g%0A.md']
    const {pull, run} = await scene(Object.fromEntries(odd.map(name => [name, sick])))
    for (const comment of ['true', 'false']) {
      const result = await run({inputs: {files: '*.md', comment, 'json-file': 'report.json'}})
      expect(result).toMatchObject({exitCode: 1, outputs: {errors: '12'}})
      onlyAnnotates(result)
      for (const text of [result.stdout, result.stderr]) expect(text).not.toMatch(/##\[|[\u001b\u202e]/)
      expect(result.summary).not.toMatch(/[\u001b\u202e]/)
    }
    expect(commentsOf(pull)).toHaveLength(12)
  })

  test('a readme that is a link or a submodule, and a config of its own', async () => {
    const submodule = '1234567890'.repeat(4)
    for (const readme of [{symlink: '/etc/passwd'}, {symlink: 'LICENSE'}, {submodule}]) {
      const {run} = await scene({'readme.md': readme, '.awesome-doctor.yml': 'files: ["/etc/*"]\n'})
      const result = await run()
      expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'clean'}})
      expect(result.summary).toContain('`readme.md` was not read: it is no regular file.')
      expect(result.summary).toContain('`.awesome-doctor.yml` is changed here; it counts once it is merged.')
    }
  })

  test('links into the machine and its network are not asked', async () => {
    const {github, repository, run} = await scene({'other.txt': 'x'})
    const hosts = [
      github.url,
      github.url.replace('127.0.0.1', '[::ffff:7f00:1]'),
      'http://169.254.169.254',
      'http://2130706433'
    ]
    const entries = hosts.map((host, index) => `- [Kite ${index}](${host}/secret) - Flies over the sea.\n`)
    const pull = await repository.openPull({head: 'links', files: {'readme.md': well + entries.join('')}})
    const event = await github.event(pull, 'pull_request', 'opened')
    const {requests, summary} = await run({event, inputs: {links: 'auto'}, env: {}})
    expect(requests.filter(request => request.includes('secret'))).toEqual([])
    expect(summary).toContain('## All is well')
  })

  test('comments that silence findings are shown', async () => {
    const {run} = await scene({'readme.md': `<!--lint disable entry-marker-space-->\n\n${sick}`})
    const result = await run()
    expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'clean'}})
    const note =
      '`readme.md` gets a comment that silences findings, on line 1; 3 are silenced on the lines of this change.'
    expect(result.summary).toContain(note)
    expect(result.annotations).toMatchObject([{level: 'notice', message: note}])
  })

  test.each([
    ['a line of five megabytes', 'y'.repeat(5_000_000)],
    ['a bomb of emphasis', '*a_ '.repeat(20_000)],
    ['a bomb of quotations', `${'>'.repeat(10_000)} x`]
  ])('%s is one finding', async (_, bomb) => {
    const {run} = await scene({'readme.md': `${well}${bomb}\n`})
    const result = await run()
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '1'}})
    expect(result.summary).toContain('This file is too complex to check')
    expect(result.summary.length).toBeLessThan(10_000)
  })

  test('nothing of the checked out folder is read or run, and no program is started', async () => {
    const {run} = await scene({'readme.md': sick})
    const workspace = await mkdtemp(join(tmpdir(), 'hostile-'))
    await mkdir(join(workspace, '.github'))
    for (const name of ['.github/awesome-doctor.yml', '.awesome-doctor.yml', 'package.json', '.npmrc'])
      await writeFile(join(workspace, name), 'preset: [broken')
    const root = new URL('../../', import.meta.url).pathname
    const allowed = [
      `${root}dist`,
      `${root}test/fake`,
      `${root}package.json`,
      '/tmp/runner-double-*',
      '/usr',
      '/etc',
      '/lib'
    ]
    const permissions = [
      '--permission',
      '--allow-worker',
      ...allowed.map(path => `--allow-fs-read=${path}`),
      '--allow-fs-write=/tmp/runner-double-*'
    ]
    const result = await run({workspace, env: {NODE_OPTIONS: [hasty.NODE_OPTIONS, ...permissions].join(' ')}})
    expect(
      result.stderr.split('\n').filter(text => text !== '' && !/--allow-worker|--trace-warnings/.test(text))
    ).toEqual([])
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '3'}})
    await rm(workspace, {recursive: true})
  })
})
