import {execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect} from 'vitest'
import {page, redirect, status} from '../fake/web-handlers.ts'
import type {Issue} from '../fake/world.ts'
import {test} from './audit-scene.ts'
import {line, sick, well} from './scene.ts'

const lines = (issue: Issue): readonly string[] => (issue.body ?? '').split('\n')
const items = (issue: Issue): readonly string[] => lines(issue).filter(text => /^- \[[ x]\] /.test(text))

test('what is found is told in one issue, and nothing is written when nothing changed', async ({scene}) => {
  const {repository, audit, quiet, issues} = await scene({'readme.md': sick})
  const result = await audit()
  expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'findings', errors: '2', warnings: '0', fixable: '2'}})
  const [issue, ...more] = issues()
  expect(more).toEqual([])
  expect(issue).toMatchObject({state: 'open', labels: ['awesome-doctor'], user: {login: 'github-actions[bot]'}})
  expect(result.outputs['issue-url']).toMatch(new RegExp(`/${repository.fullName}/issues/${issue!.number}$`))
  expect(result.annotations.filter(({level}) => level !== 'notice')).toEqual([])
  expect(items(issue!)).toHaveLength(2)
  const head = await repository.sha('main')
  expect(issue!.body).toContain(`/blob/${head}/readme.md?plain=1#L7`)
  expect(await quiet()).toBe(0)
  await repository.commit('main', {'notes.txt': 'Elsewhere.\n'})
  expect(await quiet()).toBe(0)
})

test('what is new comes first, and what is mended goes', async ({scene}) => {
  const {repository, audit, issues} = await scene({'readme.md': sick})
  await audit()
  await repository.commit('main', {'readme.md': well.replace('- [Crane', '-[Crane').replace('- [Jay', '-[Jay')})
  await audit()
  const [issue] = issues()
  const at = (text: string): number => (issue!.body ?? '').indexOf(text)
  expect(items(issue!)).toHaveLength(2)
  expect(at('New since the last audit')).toBeGreaterThan(-1)
  expect(at('#L14')).toBeGreaterThan(at('New since the last audit'))
  expect(at('#L7')).toBeGreaterThan(at('#L14'))
})

test('a ticked box silences in the issue, in the outputs and in the fixes, and survives', async ({scene}) => {
  const {repository, audit, issues} = await scene({'readme.md': sick})
  await audit()
  const [issue] = issues()
  const [first] = items(issue!)
  // As GitHub's editor saves it.
  issue!.body = issue!.body!.replace(first!, first!.replace('- [ ]', '- [x]')).replaceAll('\n', '\r\n')
  const result = await audit({fix: 'pull-request', 'json-file': 'report.json'})
  expect(result.outputs).toMatchObject({errors: '1', fixable: '1'})
  expect(result.summary).toContain('1 finding is silenced.')
  expect(items(issue!).filter(text => text.startsWith('- [x]'))).toHaveLength(1)
  expect(await repository.readFile('awesome-doctor/fixes', 'readme.md')).toBe(well.replace('- [Crane', '-[Crane'))
  await repository.commit('main', {'readme.md': `${sick}${line('Kite', '-')}`})
  await audit()
  expect(items(issue!).filter(text => text.startsWith('- [x]'))).toHaveLength(1)
  issue!.body = issue!.body!.replace('- [x]', '- [ ]')
  expect((await audit()).outputs).toMatchObject({errors: '3'})
})

test('it is closed when all is well, and reopened when it is not', async ({scene}) => {
  const {repository, audit, quiet, issues} = await scene({'readme.md': sick})
  await audit()
  await repository.commit('main', {'readme.md': well})
  const clean = await audit()
  expect(clean.outputs).toMatchObject({outcome: 'clean', errors: '0'})
  const [issue] = issues()
  expect(issue).toMatchObject({state: 'closed', stateReason: 'completed'})
  expect(issue!.comments).toHaveLength(1)
  expect(await quiet()).toBe(0)
  await repository.commit('main', {'readme.md': sick})
  await audit()
  expect(issues()).toHaveLength(1)
  expect(issue).toMatchObject({state: 'open'})
  expect(items(issue!)).toHaveLength(2)
})

test('no issue is opened where all is well, or where none is wanted', async ({scene}) => {
  const set = await scene({'readme.md': well})
  expect((await set.audit()).outputs).toMatchObject({outcome: 'clean'})
  await set.repository.commit('main', {'readme.md': sick})
  const {outputs} = await set.audit({issue: 'false'})
  expect(outputs).toMatchObject({outcome: 'findings', errors: '2'})
  expect(outputs['issue-url']).toBeUndefined()
  expect(set.github.writes()).toEqual([])
})

test('what only looks gone is dead when two audits have found it so; what is certain is dead at once', async ({
  scene
}) => {
  const set = await scene({})
  await set.web.site('a.example', {
    '/ok': page('Kites'),
    '/gone': status(410),
    '/missing': status(404),
    '/old': redirect(301, '/new'),
    '/new': page('New')
  })
  const a = set.web.origin('a.example')
  const entry = (name: string, path: string) => `- [${name}](${a}/${path}) - Flies over the sea.\n`
  const more = [entry('Kite', 'gone'), entry('Lark', 'missing'), entry('Magpie', 'old'), entry('Noddy', 'ok')]
  await set.repository.commit('main', {'readme.md': well + more.join('')})
  const first = await set.audit()
  expect(first.outputs).toMatchObject({'dead-links': '1', errors: '1', warnings: '1'})
  const [issue] = set.issues()
  expect(issue!.body).toContain('Dead links')
  expect(items(issue!).join('\n')).toContain('/gone')
  expect(items(issue!).join('\n')).not.toContain('/missing')
  const second = await set.audit()
  expect(second.outputs).toMatchObject({'dead-links': '2', errors: '2'})
  expect(items(issue!).join('\n')).toContain('/missing')
  expect(await set.quiet()).toBe(0)
})

test('3,000 findings fit, and the rest is counted and remembered', async ({scene}) => {
  const entries = Array.from(
    {length: 3_000},
    (_, index) => `-[Kite ${index}](https://k${index}.example) - Flies over the sea.\n`
  )
  const set = await scene({'readme.md': well + entries.join('')})
  const {outputs} = await set.audit({links: 'none'})
  expect(Number(outputs['errors'])).toBeGreaterThanOrEqual(3_000)
  const [issue] = set.issues()
  expect(issue!.body!.length).toBeLessThanOrEqual(65_536)
  expect(items(issue!).length).toBeGreaterThan(50)
  expect(await set.quiet({links: 'none'})).toBe(0)
})

test('who may not write issues still gets it all: annotations, a sentence with the permission, and no failure', async ({
  scene
}) => {
  const {audit, token, issues} = await scene({'readme.md': sick})
  const result = await audit({}, {token: token({contents: 'read'})})
  expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'findings', errors: '2'}})
  expect(result.annotations.filter(({level}) => level === 'error')).toHaveLength(2)
  expect(result.annotations.map(({message}) => message).join('\n')).toContain('permissions: issues: write')
  expect(issues()).toEqual([])
})

test('it fails when it is told to, and for no other findings', async ({scene}) => {
  const {audit} = await scene({'readme.md': sick})
  expect((await audit()).exitCode).toBe(0)
  expect((await audit({'fail-on': 'error'})).exitCode).toBe(1)
  expect((await audit({'fail-on': 'never'})).exitCode).toBe(0)
})

test('on another branch it reports, and writes nothing on GitHub', async ({scene}) => {
  const {github, repository, audit} = await scene({'readme.md': well})
  await repository.commit('next', {'readme.md': sick})
  const result = await audit(
    {fix: 'pull-request'},
    {eventName: 'push', ref: 'refs/heads/next', event: repository.event()}
  )
  expect(result.outputs).toMatchObject({outcome: 'findings', errors: '2'})
  expect(result.summary).toContain('not for the default branch')
  expect(github.writes()).toEqual([])
})

test('the checkout is read if there is one, and costs GitHub nothing', async ({scene}) => {
  const {github, repository, audit, issues} = await scene({'readme.md': well})
  const workspace = await mkdtemp(path.join(tmpdir(), 'checkout-'))
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {cwd: workspace, stdio: 'pipe', encoding: 'utf8'})
  git('init', '-q', '-b', 'main')
  git('remote', 'add', 'origin', `https://github.com/${repository.fullName}.git`)
  await mkdir(path.join(workspace, '.github'))
  await writeFile(path.join(workspace, 'readme.md'), sick)
  git('add', '-A')
  git('-c', 'user.name=A', '-c', 'user.email=a@a.example', 'commit', '-q', '-m', 'List')
  const result = await audit({'html-file': 'report.html', links: 'none'}, {workspace})
  expect(result.outputs).toMatchObject({errors: '2'})
  expect(issues()[0]!.body).toContain(git('rev-parse', 'HEAD').trim())
  expect(github.requests('/repos/{owner}/{repo}/git/trees/{tree_sha}')).toEqual([])
  expect(await readFile(path.join(workspace, 'report.html'), 'utf8')).toContain('2 errors')
  await rm(workspace, {recursive: true, force: true})
})

test('of a branch that is gone by now, what the run was started for is read', async ({scene}) => {
  const {repository, audit} = await scene({'readme.md': well})
  const sha = await repository.commit('next', {'readme.md': sick})
  const event = repository.event()
  const {outputs} = await audit({}, {eventName: 'push', ref: 'refs/heads/gone', event, sha})
  expect(outputs).toMatchObject({outcome: 'findings', errors: '2'})
})

test('on a pull request it looks at the base, whatever is checked out, and writes nothing on GitHub', async ({
  scene
}) => {
  const {github, repository, audit, issues} = await scene({'readme.md': sick})
  await audit()
  const before = github.writes().length
  const pull = await repository.openPull({head: 'theirs', files: {'readme.md': well}, fork: {owner: 'stranger'}})
  const workspace = await mkdtemp(path.join(tmpdir(), 'checkout-'))
  const git = (...args: readonly string[]) => execFileSync('git', args, {cwd: workspace, stdio: 'pipe'})
  git('init', '-q', '-b', 'main')
  git('remote', 'add', 'origin', `https://github.com/${repository.fullName}.git`)
  await writeFile(path.join(workspace, 'readme.md'), well)
  const event = await github.event(pull, 'pull_request_target', 'opened')
  const {outputs} = await audit(
    {mode: 'audit', fix: 'pull-request'},
    {eventName: 'pull_request_target', event, workspace}
  )
  expect(outputs).toMatchObject({outcome: 'findings', errors: '2'})
  expect(issues()[0]).toMatchObject({state: 'open'})
  expect(github.writes()).toHaveLength(before)
  await rm(workspace, {recursive: true, force: true})
})

test('of several readmes the one is read that a checkout would take', async ({scene}) => {
  const {audit} = await scene({'readme.markdown': sick, 'README.md': well})
  const {outputs, summary} = await audit()
  expect(outputs).toMatchObject({outcome: 'clean'})
  expect(summary).not.toContain('readme.markdown')
})

test('a list that is not there is a mistake in one sentence', async ({scene}) => {
  const {audit} = await scene({'list.txt': 'No list.\n'})
  const {exitCode, outputs, annotations} = await audit()
  expect({exitCode, outcome: outputs['outcome']}).toEqual({exitCode: 1, outcome: 'failed'})
  expect(annotations.map(({message}) => message)).toEqual([
    expect.stringContaining('There is no readme at the root of `octo-org/awesome`')
  ])
})

test('where no list can be read, nothing is called clean', async ({scene}) => {
  const {repository, audit, issues} = await scene({'readme.md': sick})
  await audit()
  await repository.commit('main', {'readme.md': Buffer.from('# Drachen \xfc\n', 'latin1')})
  const {exitCode, outputs, annotations} = await audit()
  expect({exitCode, outcome: outputs['outcome']}).toEqual({exitCode: 1, outcome: 'failed'})
  expect(annotations.map(({message}) => message)).toEqual([
    '`readme.md`, the only list of `octo-org/awesome`, cannot be read: it is not UTF-8; mend that, or name other lists as `files`.'
  ])
  expect(issues()[0]).toMatchObject({state: 'open'})
})

test('a readme that is a symbolic link is told from one that is not there', async ({scene}) => {
  const {audit} = await scene({'readme.md': {symlink: 'docs/list.md'}, 'docs/list.md': sick})
  const {exitCode, annotations} = await audit()
  expect(exitCode).toBe(1)
  expect(annotations.map(({message}) => message)).toEqual([
    expect.stringContaining('`readme.md` of `octo-org/awesome` is a symbolic link')
  ])
})
