import {execFileSync, spawn} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {text} from 'node:stream/consumers'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {startWeb, type Web} from '../fake/web.ts'
import {hang} from '../fake/web-faults.ts'
import {page, redirect, status} from '../fake/web-handlers.ts'

const cli = path.resolve(process.env['AWESOME_DOCTOR_CLI'] ?? 'dist/cli.js')

let cwd = ''
let web: Web
let a = ''
beforeEach(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'links-'))
  web = await startWeb()
  await web.site('a.example', {
    '/ok': page('Kites'),
    '/gone': status(410),
    '/missing': status(404),
    '/old': redirect(301, '/new'),
    '/new': page('New'),
    '/walled': status(403)
  })
  a = web.origin('a.example')
  put('.github/awesome-doctor.yml', 'links: {allow-private: ["127.0.0.0/8"]}\n')
})
afterEach(async () => {
  rmSync(cwd, {recursive: true, force: true})
  await web.close()
})

function put(name: string, source: string): void {
  execFileSync('mkdir', ['-p', path.dirname(path.join(cwd, name))])
  writeFileSync(path.join(cwd, name), source)
}

interface Answer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function run(...args: readonly string[]): Promise<Answer> {
  const child = spawn(process.execPath, [cli, ...args], {cwd, env: {PATH: process.env['PATH'], HOME: cwd}})
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(resolve => child.once('close', resolve))
  ])
  return {code, stdout, stderr}
}

const list = (...entries: readonly string[]) =>
  `# Awesome Kites\n\n## Makers\n\n${entries.map(entry => `- ${entry}\n`).join('')}`

test('all links are asked, and told in the report for programs', async () => {
  const source = list(
    `[Kites](${a}/ok) - Kites.`,
    `[Gone](${a}/gone) - Gone.`,
    `[Missing](${a}/missing) - Missing.`,
    `[Old](${a}/old#top) - Old.`,
    `[Walled](${a}/walled) - Walled, as is [this](${a}/walled).`,
    `[Secret](http://169.254.169.254/latest) - Not asked.`
  )
  put('readme.md', source)
  const {code, stdout} = await run('--links=all', '--format', 'json')
  expect(code).toBe(1)
  const report = JSON.parse(stdout)
  expect(report.links).toEqual([
    {url: `${a}/ok`, status: 'alive', code: 200, places: [{path: 'readme.md', line: 5}]},
    {
      url: `${a}/gone`,
      status: 'dead',
      code: 410,
      reason: 'the server answers `410`, gone for good',
      places: [{path: 'readme.md', line: 6}]
    },
    {
      url: `${a}/missing`,
      status: 'dead',
      code: 404,
      reason: 'the server answered `404` twice',
      places: [{path: 'readme.md', line: 7}]
    },
    {
      url: `${a}/old#top`,
      status: 'moved',
      code: 200,
      reason: `moved for good to \`${a}/new\``,
      to: `${a}/new`,
      places: [{path: 'readme.md', line: 8}]
    },
    {
      url: `${a}/walled`,
      status: 'unsure',
      code: 403,
      reason: '403, it refuses programs, or this one',
      places: [
        {path: 'readme.md', line: 9},
        {path: 'readme.md', line: 9}
      ]
    },
    {
      url: 'http://169.254.169.254/latest',
      status: 'skipped',
      reason: 'a private address is not asked',
      places: [{path: 'readme.md', line: 10}]
    }
  ])
  expect(report.summary.links).toEqual({checked: 5, alive: 1, moved: 1, dead: 2, unsure: 1, skipped: 1})
  const found = report.files[0].findings.map(
    ({rule, severity, start}: {rule: string; severity: string; start: {line: number}}) => [rule, severity, start.line]
  )
  expect(found).toEqual([
    ['link-alive', 'error', 6],
    ['link-alive', 'error', 7],
    ['link-moved', 'warning', 8]
  ])
})

test('what has moved is mended, its fragment kept, and what could not be judged is told', async () => {
  put('readme.md', list(`[Old](${a}/old#top) - Old.`, `[Walled](${a}/walled) - Walled.`))
  const {code, stdout, stderr} = await run('--links=all', '--fix')
  expect(code).toBe(0)
  expect(readFileSync(path.join(cwd, 'readme.md'), 'utf8')).toBe(
    list(`[Old](${a}/new#top) - Old.`, `[Walled](${a}/walled) - Walled.`)
  )
  expect(stdout).toContain('Links that could not be judged')
  expect(stdout).toContain(`readme.md:6  ${a}/walled  403, it refuses programs, or this one`)
  expect(stderr).toContain('Links: 1 moved, 1 unsure. Mended 1.')
})

test('of a diff, only the new links are asked', async () => {
  const git = (...args: readonly string[]) => execFileSync('git', args, {cwd, stdio: 'pipe'})
  put('readme.md', list(`[Gone](${a}/gone) - Gone.`, `[Missing](${a}/missing) - Missing.`))
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('-c', 'user.name=A', '-c', 'user.email=a@a.example', 'commit', '-q', '-m', 'List')
  put(
    'readme.md',
    list(`[Gone](${a}/gone) - Gone, alas.`, `[Kites](${a}/ok) - Kites.`, `[Missing](${a}/missing) - Missing.`)
  )
  const {code, stdout} = await run('--links=changed', '--diff', 'main', '--format', 'json')
  expect(JSON.parse(stdout).links.map(({url}: {url: string}) => url)).toEqual([`${a}/ok`])
  expect(code).toBe(0)
  expect(web.requests.map(request => request.path)).toEqual(['/ok'])
})

test('what was seen is remembered in a file, and not asked again', async () => {
  put('readme.md', list(`[Kites](${a}/ok) - Kites.`, `[Gone](${a}/gone) - Gone.`))
  const first = await run('--links=all', '--state', 'links.jsonl', '--format', 'json')
  const asked = web.requests.length
  const second = await run('--links=all', '--state', 'links.jsonl', '--format', 'json')
  expect(second.stdout).toBe(first.stdout)
  expect(web.requests).toHaveLength(asked)
  const [header, ...lines] = readFileSync(path.join(cwd, 'links.jsonl'), 'utf8').trimEnd().split('\n')
  expect(JSON.parse(header!)).toEqual({version: 1, tool: 'awesome-doctor'})
  expect(lines.map(line => JSON.parse(line).status).sort()).toEqual(['alive', 'dead'])
})

test('a memory that is damaged is a fresh start, and one that cannot be is a mistake', async () => {
  put('readme.md', list(`[Kites](${a}/ok) - Kites.`))
  put('links.jsonl', '{"version":')
  const {code, stderr} = await run('--links=all', '--state', 'links.jsonl')
  expect(code).toBe(0)
  expect(stderr).toContain('`links.jsonl` is no link memory of this version')
  const wrong = await run('--links=all', '--state', '.')
  expect(wrong).toMatchObject({code: 2, stdout: '', stderr: 'awesome-doctor: `.` is a folder; name a file instead.\n'})
  const lost = await run('--links=all', '--state', 'nowhere/links.jsonl')
  expect(lost.code).toBe(2)
})

test('Ctrl-C ends at once, and leaves nothing half-written', async () => {
  await web.site('b.example', {'/': hang})
  put('readme.md', list(`[B](${web.origin('b.example')}/) - Never answers.`))
  const child = spawn(process.execPath, [cli, '--links=all', '--state', 'links.jsonl'], {
    cwd,
    env: {PATH: process.env['PATH'], HOME: cwd}
  })
  await web.arrived(1, 'b.example')
  child.kill('SIGINT')
  expect(await new Promise(resolve => child.once('close', resolve))).toBe(130)
  expect(existsSync(path.join(cwd, 'links.jsonl'))).toBe(false)
})
