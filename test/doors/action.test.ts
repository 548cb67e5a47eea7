import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {examine} from '../../src/job/examine.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import type {Files} from '../fake/git.ts'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import {type ActionResult, type ActionRun, runAction} from '../fake/runner.ts'
import type {Permissions, Pull} from '../fake/world.ts'
import {readSarif} from '../report/sarif-schema.ts'

const started: GitHub[] = []
afterEach(async () => {
  for (const github of started.splice(0)) {
    expect(github.badRequests).toEqual([])
    await github[Symbol.asyncDispose]()
  }
})

const entries = ['Albatross', 'Bittern', 'Crane', 'Dunlin', 'Egret', 'Finch', 'Goshawk', 'Heron', 'Ibis', 'Jay']
const line = (name: string, marker = '- '): string =>
  `${marker}[${name}](https://${name.toLowerCase()}.example) - Flies over the sea.\n`
const well = `# Kites\n\n## Makers\n\n${entries.map(name => line(name)).join('')}`
const sick = well.replace('- [Crane', '-[Crane').replace('- [Heron', '-[Heron')

interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  readonly pull: Pull
  run(more?: Partial<ActionRun>): Promise<ActionResult>
  token(permissions: Permissions): string
}

async function scene(files: Files, {base = {}, fork}: {base?: Files; fork?: string} = {}): Promise<Scene> {
  const github = await startGitHub()
  started.push(github)
  const repository = await github.createRepository({files: {LICENSE: 'Free.\n', ...base}})
  const pull = await repository.openPull({head: 'list', files, ...(fork && {fork: {owner: fork}})})
  const token = (permissions: Permissions) => github.token({kind: 'actions', permissions})
  const run: Scene['run'] = async (more = {}) =>
    runAction({
      github,
      repository: repository.fullName,
      eventName: 'pull_request',
      event: await github.event(pull, 'pull_request', 'opened'),
      token: token({contents: 'read', pull_requests: 'write'}),
      ...more
    })
  return {github, repository, pull, run, token}
}

const commentsOf = (pull: Pull) => pull.threads.flatMap(thread => thread.comments)

/** What a run may say to the runner: annotations, and no other command. */
const onlyAnnotates = ({commands}: ActionResult) =>
  expect(commands.map(({command}) => command).filter(name => !['error', 'warning', 'notice'].includes(name))).toEqual(
    []
  )

test('a sick list gets exactly one review, and applying it mends the list', async () => {
  for (const blankMeansDelete of [true, false]) {
    const {repository, pull, run} = await scene({'readme.md': sick})
    const result = await run()
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: {outcome: 'findings', errors: '2', fixable: '2', 'dead-links': '0'}
    })
    expect(result.outputs['review-url']).toContain(`pullrequestreview-${pull.reviews[0]?.id}`)
    expect(result.summary).toContain('entry-marker-space')
    expect(result.annotations.filter(({level}) => level !== 'error')).toEqual([])
    onlyAnnotates(result)
    expect(pull.reviews).toHaveLength(1)
    expect(commentsOf(pull).flatMap(({body}) => findMarkers(body))).toHaveLength(2)
    const {files} = await repository.applySuggestions(pull, 'all', repository.owner, {blankMeansDelete})
    const fixed = await examine({path: 'readme.md', text: sick, config: defaultConfig, fix: 'safe'})
    expect(files['readme.md']).toBe(fixed.text)
    expect(await run()).toMatchObject({exitCode: 0, outputs: {outcome: 'clean', errors: '0'}})
    expect(pull.reviews).toHaveLength(1)
  }
})

test('a clean list gets nothing, for four reads', async () => {
  const {github, run} = await scene({'readme.md': well})
  const result = await run()
  expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'clean', errors: '0', warnings: '0'}, annotations: []})
  expect(github.writes()).toEqual([])
  expect(github.journal.length).toBe(4)
})

test('the same head again: no write', async () => {
  const {github, run} = await scene({'readme.md': sick})
  const first = await run()
  const writes = github.writes().length
  const second = await run()
  expect(github.writes()).toHaveLength(writes)
  expect(second).toMatchObject({exitCode: 1, outputs: first.outputs})
})

test('a missing final newline is told in words', async () => {
  const {repository, pull, run} = await scene({'readme.md': sick.trimEnd()})
  await run()
  const {files} = await repository.applySuggestions(pull, 'all', repository.owner, {blankMeansDelete: true})
  expect(files['readme.md']).toBe(well.trimEnd())
})

test('a hostile list leaks nothing into log, summary or comments', async () => {
  const evil = [
    '-[##[error]x](https://x.example) ::set-output name=a::b @octo/team #1',
    '-[::stop-commands::y](https://y.example) ```suggestion <!-- awesome-doctor:666 -->',
    '-[`](https://z.example) <img src=x onerror=y>\u001b[31m\u202e'
  ]
  const name = '::error::a,b.md'
  const {pull, run} = await scene({[name]: `${well}${evil.join('\n')}\n`, 'readme.md': well})
  for (const comment of ['true', 'false']) {
    const result = await run({inputs: {files: '*.md', comment}})
    expect(result.exitCode).toBe(1)
    onlyAnnotates(result)
    expect(result.outputs).not.toHaveProperty('a')
    for (const text of [result.stdout, result.stderr, result.summary]) expect(text).not.toMatch(/##\[|\u001b|\u202e/)
    const shown = result.summary.replace(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, '').replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
    expect(shown).not.toMatch(/@\w|<img|<!--/)
  }
  expect(pull.reviews).toHaveLength(1)
  expect(commentsOf(pull).flatMap(({body}) => findMarkers(body))).not.toContain('666')
  for (const {body} of commentsOf(pull)) {
    const words = body.replace(/^(`{3,})suggestion\n[\s\S]*?\n\1$/gm, '').replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    expect(words.replace(/<!-- awesome-doctor:\w+ -->/g, '')).not.toMatch(/@\w|#\d|<img|<!--/)
  }
})

describe('without the right to write', () => {
  test('a fork’s findings are annotations and a summary, and the permission is named', async () => {
    const {pull, run, token} = await scene({'readme.md': sick}, {fork: 'mallory'})
    const result = await run({token: token({contents: 'read', pull_requests: 'read'})})
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '2'}})
    expect(pull.reviews).toEqual([])
    const errors = result.annotations.filter(({level}) => level === 'error')
    expect(errors.filter(each => each.file === 'readme.md').map(each => each.line)).toEqual([7, 12])
    expect(result.summary).toContain('`permissions: pull-requests: write`')
    expect(result.stdout).toContain('pull_request_target')
  })

  test('fail-on decides', async () => {
    const {run, token} = await scene({'readme.md': sick}, {fork: 'mallory'})
    const result = await run({token: token({contents: 'read', pull_requests: 'read'}), inputs: {'fail-on': 'never'}})
    expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'findings', errors: '2'}})
  })

  test('a fork’s list is reviewed where the token may write', async () => {
    const {github, pull, run} = await scene({'readme.md': sick}, {fork: 'mallory'})
    const event = await github.event(pull, 'pull_request_target', 'synchronize')
    expect(await run({eventName: 'pull_request_target', event})).toMatchObject({exitCode: 1})
    expect(pull.reviews).toHaveLength(1)
  })
})

test('ten annotations of a kind, and a word on the others', async () => {
  const many = `# Kites\n\n## Makers\n\n${entries.map(name => line(name, '-')).join('')}${line('Kea', '-')}${line('Lark', '-')}`
  const {run} = await scene({'readme.md': many})
  const result = await run({inputs: {comment: 'false'}})
  // The tenth is the sentence that fails the step.
  expect(result.annotations.filter(({level, file}) => level === 'error' && file)).toHaveLength(9)
  expect(result.annotations.filter(({level}) => level === 'error')).toHaveLength(10)
  expect(result.summary).toMatch(/3 more findings are not among the annotations/)
})

test('a head that has moved on: nothing is posted', async () => {
  const {github, repository, pull, run} = await scene({'readme.md': sick})
  const event = await github.event(pull, 'pull_request', 'opened')
  await repository.push(pull, {'readme.md': well})
  expect(await run({event})).toMatchObject({exitCode: 0, outputs: {outcome: 'superseded', errors: '0'}})
  expect(github.writes()).toEqual([])
})

test.each([502, 'drop'] as const)('%s after the review was saved: no second one', async applyThenFail => {
  const {github, pull, run} = await scene({'readme.md': sick})
  github.fault({method: 'POST', route: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', applyThenFail})
  const result = await run()
  expect(pull.reviews).toHaveLength(1)
  expect(result.outputs['review-url']).toContain(`pullrequestreview-${pull.reviews[0]?.id}`)
})

test('the configuration is that of the base', async () => {
  const off = 'rules:\n  entry-marker-space: off\n'
  const inHead = await scene({'readme.md': sick, '.github/awesome-doctor.yml': off})
  expect(await inHead.run()).toMatchObject({outputs: {outcome: 'findings'}})
  const inBase = await scene({'readme.md': sick}, {base: {'.github/awesome-doctor.yml': off}})
  expect(await inBase.run()).toMatchObject({exitCode: 0, outputs: {outcome: 'clean'}})
  const wrong = await scene({'readme.md': sick}, {base: {'.github/awesome-doctor.yml': 'preset: awesom\n'}})
  const result = await wrong.run()
  expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'failed'}})
  expect(result.annotations.map(({message}) => message).join()).toMatch(/did you mean `awesome`/)
})

test('an entry that another file of the list has is told, and its removal suggested', async () => {
  const base = {
    '.github/awesome-doctor.yml': 'files: ["lists/*.md"]\none-list: true\n',
    'lists/sea.md': well,
    'lists/land.md': `# Land\n\n${line('Kea')}${line('Lark')}`
  }
  const files = {'lists/land.md': `# Land\n\n${line('Kea')}${line('Lark')}${line('Heron')}`}
  const {github, repository, pull, run} = await scene(files, {base})
  const result = await run()
  expect(result).toMatchObject({outputs: {outcome: 'findings', warnings: '1', fixable: '1'}})
  expect(result.summary).toContain('`lists/sea.md` on line 12')
  expect(github.requests('/repos/{owner}/{repo}/git/trees/{tree_sha}')).toHaveLength(1)
  expect(commentsOf(pull)).toHaveLength(1)
  const mended = await repository.applySuggestions(pull, 'all', repository.owner, {blankMeansDelete: true})
  expect(mended.files['lists/land.md']).toBe(base['lists/land.md'])
})

test('a token that may not list the files harms nothing', async () => {
  const {github, pull, run} = await scene({'readme.md': sick})
  github.fault({route: '/repos/{owner}/{repo}/git/trees/{tree_sha}', status: 403})
  expect(await run()).toMatchObject({outputs: {outcome: 'findings', errors: '2'}})
  expect(pull.reviews).toHaveLength(1)
})

test('an enterprise server is found by the variables', async () => {
  const {github, pull, run} = await scene({'readme.md': sick})
  expect(await run({enterprise: true})).toMatchObject({outputs: {outcome: 'findings'}})
  expect(pull.reviews).toHaveLength(1)
  expect(github.journal.every(({path}) => path.startsWith('/api/'))).toBe(true)
})

test('a merge group is judged and nothing is posted', async () => {
  const {github, repository, pull, run} = await scene({'readme.md': sick})
  const merge_group = {base_sha: await repository.sha('main'), head_sha: pull.headSha}
  const result = await run({
    eventName: 'merge_group',
    event: repository.event({action: 'checks_requested', merge_group})
  })
  expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '2'}})
  expect(github.writes()).toEqual([])
})

test('a JSON report is written into the workspace', async () => {
  const {run} = await scene({'readme.md': sick})
  const workspace = await mkdtemp(join(tmpdir(), 'workspace-'))
  const result = await run({workspace, inputs: {'json-file': 'out/report.json'}})
  expect(result.outputs['json-file']).toBe('out/report.json')
  const report = JSON.parse(await readFile(`${workspace}/out/report.json`, 'utf8'))
  expect(report.summary).toMatchObject({errors: 2, fixable: 2})
  expect(report.files[0].findings[0].changed).toBe(true)
  await rm(workspace, {recursive: true})
})

test('an HTML report is written into the workspace', async () => {
  const {run} = await scene({'readme.md': sick})
  const workspace = await mkdtemp(join(tmpdir(), 'workspace-'))
  await run({workspace, inputs: {'html-file': 'out/report.html'}})
  const report = await readFile(`${workspace}/out/report.html`, 'utf8')
  expect(report).toMatch(/^<!doctype html>\n<html lang="en">.*<h1>2 errors<\/h1>.*<\/html>\n$/s)
  await rm(workspace, {recursive: true})
})

describe('what cannot be done is said in one sentence', () => {
  test.each([
    [{mode: 'reveiw'}, 'The input `mode` is `reveiw`; did you mean `review`?'],
    [{'fail-on': 'all'}, 'The input `fail-on` is `all`; known: `error`, `warning`, `never`.'],
    [{'max-comments': '-1'}, 'The input `max-comments` is `-1`, but must be a whole number from 0 to 100.'],
    [{comment: 'maybe'}, 'The input `comment` is `maybe`; known: `true`, `false`.'],
    [{mode: 'audits'}, 'The input `mode` is `audits`; did you mean `audit`?'],
    [{shard: '3/2'}, 'The shard is `3/2`, but must be like `2/4`: a number, and of how many, 256 at most.'],
    [{config: 'none.yml'}, 'There is no `none.yml` at `main`; name a config file that is there.']
  ])('%o', async (inputs, message) => {
    const {github, run} = await scene({'readme.md': sick})
    const result = await run({inputs})
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'failed'}})
    expect(result.annotations.map(each => each.message)).toEqual([message])
    expect(github.writes()).toEqual([])
  })

  test('an event without a pull request', async () => {
    const {repository, run} = await scene({'readme.md': sick})
    const result = await run({eventName: 'issues', event: repository.event()})
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'failed'}})
  })

  test('a token that GitHub does not know', async () => {
    const {run} = await scene({'readme.md': sick})
    const result = await run({token: 'ghs_wrong'})
    expect(result.annotations.map(each => each.message).join()).toMatch(/^GitHub does not accept the token/)
  })
})

describe('sarif-file', () => {
  const workspaces: string[] = []
  afterEach(async () => {
    for (const one of workspaces.splice(0)) await rm(one, {recursive: true, force: true})
  })
  const workspaceOf = async (): Promise<string> => {
    const made = await mkdtemp(join(tmpdir(), 'sarif-'))
    workspaces.push(made)
    return made
  }

  test('has what is told, and not what a comment silences: GitHub would open an alert for it', async () => {
    const silenced = sick.replace('-[Heron', '<!--lint ignore entry-marker-space-->\n\n-[Heron')
    const {run} = await scene({'readme.md': silenced})
    const workspace = await workspaceOf()
    const result = await run({workspace, inputs: {'sarif-file': 'out/report.sarif'}})
    expect(result).toMatchObject({exitCode: 1, outputs: {errors: '1'}})
    const {results, tool, invocations} = readSarif(await readFile(join(workspace, 'out/report.sarif'), 'utf8'))
    expect(results).toMatchObject([
      {
        ruleId: 'entry-marker-space',
        level: 'error',
        locations: [{physicalLocation: {artifactLocation: {uri: 'readme.md'}, region: {startLine: 7}}}]
      }
    ])
    expect(tool.driver.rules).toMatchObject([{id: 'entry-marker-space', defaultConfiguration: {level: 'error'}}])
    expect(tool.driver.rules?.[0]?.help?.markdown).toContain('--fix')
    expect(invocations?.[0]?.executionSuccessful).toBe(true)
  })

  test('has no results where there is nothing to say', async () => {
    const {run} = await scene({'readme.md': well})
    const workspace = await workspaceOf()
    expect(await run({workspace, inputs: {'sarif-file': 'report.sarif'}})).toMatchObject({exitCode: 0})
    expect(readSarif(await readFile(join(workspace, 'report.sarif'), 'utf8')).results).toEqual([])
  })

  test('is not written by a run that judged nothing', async () => {
    const {github, repository, pull, run} = await scene({'readme.md': sick})
    const event = await github.event(pull, 'pull_request', 'opened')
    await repository.push(pull, {'readme.md': well})
    const workspace = await workspaceOf()
    const result = await run({event, workspace, inputs: {'sarif-file': 'report.sarif'}})
    expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'superseded'}})
    expect(await readdir(workspace)).toEqual([])
  })
})

test('action.yml has the inputs and outputs that were promised', async () => {
  const metadata = parse(await readFile('action.yml', 'utf8'))
  expect(metadata.runs).toEqual({using: 'node24', main: 'dist/action.js'})
  expect(Object.keys(metadata.inputs)).toEqual([
    'github-token',
    'mode',
    'files',
    'preset',
    'config',
    'fail-on',
    'links',
    'comment',
    'max-comments',
    'fix',
    'issue',
    'shard',
    'shards',
    'answers',
    'state-file',
    'sarif-file',
    'json-file',
    'html-file',
    'badge-file',
    'shields-file'
  ])
  expect(Object.keys(metadata.outputs)).toEqual([
    'errors',
    'warnings',
    'fixable',
    'dead-links',
    'outcome',
    'review-url',
    'issue-url',
    'pull-request-url',
    'json-file',
    'shards',
    'matrix'
  ])
})
