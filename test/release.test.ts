import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {version} from '../src/version.ts'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
}

interface Job {
  readonly permissions: Readonly<Record<string, string>>
  readonly environment?: string
  readonly steps: readonly Step[]
}

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const workflow = parse(read('.github/workflows/release.yml')) as {permissions: unknown; jobs: Record<string, Job>}
const {look, prepare, publish, tag} = workflow.jobs as Record<'look' | 'prepare' | 'publish' | 'tag', Job>

describe('the release workflow', () => {
  it('hands out what each job needs', () => {
    expect(workflow.permissions).toEqual({})
    expect(look.permissions).toEqual({contents: 'read'})
    expect(prepare.permissions).toEqual({contents: 'write', 'pull-requests': 'write'})
    expect(publish).toMatchObject({permissions: {contents: 'read', 'id-token': 'write'}, environment: 'npm'})
    expect(tag.permissions).toEqual({contents: 'write'})
  })

  it('uses what GitHub makes, by its commit', () => {
    const used = Object.values(workflow.jobs).flatMap(({steps}) => steps.flatMap(({uses}) => uses ?? []))
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^actions\/(?:checkout|setup-node)@[0-9a-f]{40}$/)
  })

  it('runs no code of packages where it may move tags', () => {
    expect(tag.steps.map(({run = ''}) => run).join('\n')).not.toMatch(/\bnp[mx]\b|\bnode\b/)
  })
})

describe('what is next', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'release-'))
  afterAll(() => rmSync(home, {recursive: true}))
  const env = {...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null'}
  const script = look.steps.find(({id}) => id === 'look')!.run!

  /** Runs the step in a clone of a repository at version 1.2.3. */
  function next(name: string, changesets: readonly string[], tags: readonly string[]): Record<string, string> {
    const origin = path.join(home, `${name}-origin`)
    const clone = path.join(home, name)
    const output = path.join(home, `${name}-output`)
    const git = (cwd: string, ...args: readonly string[]) => execFileSync('git', args, {cwd, env, stdio: 'pipe'})
    mkdirSync(path.join(origin, '.changeset'), {recursive: true})
    writeFileSync(path.join(origin, 'package.json'), '{"version": "1.2.3"}')
    for (const one of ['config.json', ...changesets]) writeFileSync(path.join(origin, '.changeset', one), '')
    git(origin, 'init', '--quiet')
    git(origin, 'add', '.')
    git(origin, '-c', 'user.name=a', '-c', 'user.email=a@a.example', 'commit', '--quiet', '--message', 'All')
    for (const one of tags) git(origin, 'tag', one)
    git(home, 'clone', '--quiet', '--no-tags', origin, clone)
    execFileSync('bash', ['-e', '-c', script], {cwd: clone, env: {...env, GITHUB_OUTPUT: output}, stdio: 'pipe'})
    const lines = readFileSync(output, 'utf8').trim().split('\n')
    return Object.fromEntries(lines.map(line => line.split('=')))
  }

  it.each([
    ['changes that wait', ['a.md'], ['v1.2.2'], {version: '1.2.3', next: 'prepare'}],
    ['a version that is new', [], ['v1.2.2', 'v1.2.30'], {version: '1.2.3', next: 'publish'}],
    ['a version that is out', [], ['v1.2.3'], {version: '1.2.3'}]
  ] as const)('%s', (name, changesets, tags, expected) => {
    expect(next(name, changesets, tags)).toEqual(expected)
  })
})

it('the notes of a release are its part of the changelog', () => {
  const awk = /awk -v .*/.exec(tag.steps.map(({run = ''}) => run).join('\n'))![0].replace(/ > .*/, '')
  const notes = execFileSync('bash', ['-c', awk], {
    cwd: root,
    env: {...process.env, VERSION: '0.1.0'},
    encoding: 'utf8'
  })
  expect(notes).toMatch(/^\nThe first release\.\n/)
  expect(notes).not.toMatch(/^## /m)
})

it('every file that names the version names the same', () => {
  expect(JSON.parse(read('package.json')).version).toBe(version)
  const before = ['src/version.ts', 'docs/before-commit.md'].map(read)
  execFileSync(process.execPath, ['script/version.ts'], {cwd: root})
  expect(['src/version.ts', 'docs/before-commit.md'].map(read)).toEqual(before)
})
