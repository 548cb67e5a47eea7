import {execFileSync, type SpawnOptions, spawn} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {PassThrough, Readable} from 'node:stream'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {main} from '../../src/cli.ts'
import {version} from '../../src/version.ts'
import {readSarif} from '../report/sarif-schema.ts'

const cli = path.resolve(process.env['AWESOME_DOCTOR_CLI'] ?? 'dist/cli.js')

const good = `# Awesome Kites

> Where to get kites.

## Contents

- [Makers](#makers)
- [Shops](#shops)

## Makers

- [Albatross](https://albatross.example) - Large kites for strong wind.
- [Tern](https://tern.example) - Small kites for children.

## Shops

- [Gull](https://gull.example) - Sells kites of all makers.
`
const bad = good.replace('- [Tern]', '-[Tern]')

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'cli-'))
})
afterEach(() => {
  rmSync(cwd, {recursive: true, force: true})
})

const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(cwd, name)), {recursive: true})
  writeFileSync(path.join(cwd, name), text)
}
const get = (name: string) => readFileSync(path.join(cwd, name), 'utf8')

interface Answer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function start(args: readonly string[], options: SpawnOptions = {}) {
  const env = {PATH: process.env['PATH'], HOME: cwd, ...options.env}
  return spawn(process.execPath, [cli, ...args], {cwd, ...options, env, stdio: 'pipe'})
}

function run(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Answer> {
  const child = start(args, {env})
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', text => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', text => (stderr += text))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise(resolve => child.on('close', code => resolve({code, stdout, stderr})))
}

describe('lint', () => {
  test('a good list is worth one short line', async () => {
    put('README.md', good)
    expect(await run([])).toEqual({code: 0, stdout: '', stderr: 'Nothing to say about README.md.\n'})
  })

  test('a broken one is shown with its cure, and fails', async () => {
    put('README.md', bad)
    const {code, stdout, stderr} = await run(['lint'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^README\.md:13:2 {2}error {2}entry-marker-space\n/)
    expect(stdout).toContain('\n  - 13 │ -[Tern](https://tern.example) - Small kites for children.\n')
    expect(stdout).toContain('\n  + 13 │ - [Tern](https://tern.example) - Small kites for children.\n')
    expect(stderr).toBe('1 error in 1 file. Run again with --fix to mend it.\n')
  })

  test('the level that fails can be chosen, a rule switched off or made milder', async () => {
    put('README.md', bad)
    expect((await run(['--fail-on', 'never'])).code).toBe(0)
    expect((await run(['--rule', 'entry-marker-space=off'])).stdout).not.toContain('entry-marker-space')
    expect((await run(['--rule=entry-marker-space=warn'])).code).toBe(0)
    expect((await run(['--rule=entry-marker-space=warn', '--fail-on=warning'])).code).toBe(1)
    const quiet = await run(['--rule=entry-marker-space=warn', '--fail-on=warning', '--quiet'])
    expect(quiet).toMatchObject({code: 1, stdout: ''})
    put('.awesome-doctor.yml', 'rules: {entry-marker-space: off}')
    expect((await run([])).code).toBe(0)
    expect((await run(['--rule', 'entry-marker-space=error'])).code).toBe(1)
  })

  test('--fix mends, and a second time changes nothing', async () => {
    put('README.md', bad.replaceAll('\n', '\r\n'))
    const first = await run(['--fix'])
    expect(first).toMatchObject({code: 0, stdout: '', stderr: 'Mended 1. Nothing is left to say about README.md.\n'})
    expect(get('README.md')).toBe(good.replaceAll('\n', '\r\n'))
    expect((await run(['--fix=all'])).stderr).toBe('Nothing to say about README.md.\n')
    expect(get('README.md')).toBe(good.replaceAll('\n', '\r\n'))
    expect(readdirSync(cwd)).toEqual(['README.md'])
  })

  test('several files, in order', async () => {
    put('lists/b.md', good)
    put('lists/a.md', bad)
    const {code, stdout} = await run(['lists/*.md', '--format', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout).files.map((file: {path: string}) => file.path)).toEqual(['lists/a.md', 'lists/b.md'])
  })

  test('every format, on standard output and into files', async () => {
    put('README.md', bad)
    const json = await run([
      '--format=json',
      '--report',
      'markdown=out/summary.md',
      '--report=pretty=out/list.txt',
      '--report=json=out/r.json',
      '--report=badge=out/health.svg',
      '--report=shields=out/health.json'
    ])
    expect(json.code).toBe(1)
    expect(json.stderr).toBe('')
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      tool: {version},
      summary: {files: 1, errors: 1, fixable: 1}
    })
    expect(get('out/r.json')).toBe(json.stdout)
    expect(get('out/summary.md')).toMatch(/^## 1 error\b/)
    expect(get('out/list.txt')).toMatch(/^README[\s\S]*Run again with --fix to mend it\.\n$/)
    expect(get('out/health.svg')).toContain('<title>list health: 1 error</title>')
    expect(JSON.parse(get('out/health.json'))).toMatchObject({schemaVersion: 1, message: '1 error'})
    expect((await run(['--format=json'])).stdout).toBe(json.stdout)
    expect((await run(['--format=github'])).stdout).toMatch(/^::error file=README\.md,line=13,/)
    expect((await run(['--format=markdown'])).stdout).toBe(get('out/summary.md'))
  })

  test('SARIF, in which what a comment silences is marked', async () => {
    put('lists/größe 1.md', `\ufeff${bad}`)
    put('README.md', bad.replace('-[Tern]', '<!--lint ignore entry-marker-space-->\n\n-[Tern]'))
    const {code, stdout, stderr} = await run(['README.md', 'lists/*.md', '--format', 'sarif', '--report=sarif=a.sarif'])
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    expect(get('a.sarif')).toBe(stdout)
    const {results = [], tool} = readSarif(stdout)
    const marker = results.filter(({ruleId}) => ruleId === 'entry-marker-space')
    expect(marker).toMatchObject([
      {level: 'error', suppressions: [], fixes: [{properties: {safety: 'safe'}}]},
      {level: 'error', suppressions: [{kind: 'inSource'}]}
    ])
    expect(marker.map(({locations}) => locations?.[0]?.physicalLocation)).toMatchObject([
      {artifactLocation: {uri: 'lists/gr%C3%B6%C3%9Fe%201.md'}, region: {startLine: 13, startColumn: 2}},
      {artifactLocation: {uri: 'README.md'}, region: {startLine: 15, startColumn: 2}}
    ])
    expect(tool.driver.rules?.find(({id}) => id === 'entry-marker-space')).toMatchObject({
      shortDescription: {text: 'Begin each entry with a list marker and a space.'},
      helpUri: expect.stringMatching(/#entry-marker-space$/)
    })
  })

  test('colour is for terminals, and for who asks', async () => {
    put('README.md', bad)
    expect((await run([])).stdout).not.toContain('\x1b')
    expect((await run([], '', {FORCE_COLOR: '1'})).stdout).toContain('\x1b[31m')
    expect((await run([], '', {FORCE_COLOR: '0'})).stdout).not.toContain('\x1b')
    expect((await run([], '', {FORCE_COLOR: '1', NO_COLOR: '1'})).stdout).not.toContain('\x1b')
    expect((await run(['--no-color'], '', {FORCE_COLOR: '1'})).stdout).not.toContain('\x1b')
  })

  test('in the log of a workflow no line is a command', async () => {
    put('README.md', bad.replace('Small kites', '##[add-mask]kites'))
    const {stdout} = await run([], '', {GITHUB_ACTIONS: 'true'})
    expect(stdout).toContain('add-mask')
    expect(stdout).not.toMatch(/##\[|^\s*::/m)
  })

  test('several files can be one list, and some can be judged otherwise', async () => {
    const git = (...args: readonly string[]) => execFileSync('git', args, {cwd, stdio: 'pipe'})
    git('init', '-q')
    put('lists/a.md', good)
    put('lists/b.md', good.replaceAll('Gull', 'Fulmar').replaceAll('gull', 'fulmar'))
    put('lists/fr.md', good)
    put('old/c.md', `${good}-[Petrel](https://petrel.example) - Old.\n`)
    const config = 'files: ["lists/*.md", "old/*.md"]\none-list: true\n'
    put('.awesome-doctor.yml', `${config}overrides: [{files: ["old/**"], rules: {entry-marker-space: off}}]\n`)
    const found = JSON.parse((await run(['--rule', 'link-alive=error', '--format=json'])).stdout).files
    const say = (path: string) =>
      found
        .find((file: {path: string}) => file.path === path)
        .findings.map((one: {rule: string; start: {line: number}}) => `${one.start.line} ${one.rule}`)
    expect(say('lists/a.md')).toEqual([])
    expect(say('lists/b.md')).toEqual(['12 entry-unique', '13 entry-unique'])
    expect(say('lists/fr.md')).toEqual([])
    expect(say('old/c.md')).toEqual(['12 entry-unique', '13 entry-unique', '17 entry-unique'])
    const piped = JSON.parse(
      (await run(['-', '--stdin-filename=lists/b.md', '--format=json'], get('lists/b.md'))).stdout
    )
    expect(piped.files[0].findings).toEqual(found[1].findings)
    const loud = await run(['old/c.md', '--rule=entry-marker-space=error', '--rule=entry-unique=off', '--format=json'])
    expect(JSON.parse(loud.stdout).files[0].findings).toMatchObject([{rule: 'entry-marker-space'}])
    expect((await run(['--fix'])).stderr).toContain('Mended')
    expect(get('lists/a.md')).toBe(good)
    expect((await run(['--fix'])).stderr).not.toContain('Mended')
  })

  test('--diff looks at changed lines only', async () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {cwd, stdio: 'pipe'})
    git('init', '-q', '-b', 'main')
    put('README.md', bad)
    git('add', '-A')
    git('commit', '-q', '-m', 'first')
    expect(await run(['--diff', 'main'])).toMatchObject({code: 0, stdout: ''})
    put('README.md', bad.replace('- [Gull]', '-[Gull]'))
    const {code, stdout} = await run(['--diff', 'main', '--format=json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout).files[0].findings).toMatchObject([{start: {line: 17}, changed: true}])
    await run(['--diff=main', '--fix'])
    expect(get('README.md')).toBe(bad)
  })
})

describe('standard input', () => {
  test('is a file by the name of `-`, or as told', async () => {
    expect(await run(['-'], good)).toMatchObject({code: 0, stdout: ''})
    expect((await run(['-'], bad)).stdout).toMatch(/^-:13:2 /)
    expect((await run(['--stdin-filename', 'lists/x.md', '-'], bad)).stdout).toMatch(/^lists\/x\.md:13:2 /)
    expect((await run(['--stdin-filename=x.md'], bad)).stdout).toMatch(/^x\.md:13:2 /)
  })

  test('with --fix the mended text goes out, and the report beside it', async () => {
    const {code, stdout, stderr} = await run(['-', '--fix'], `\ufeff${bad}`)
    expect(stdout).toBe(`\ufeff${good}`)
    expect({code, stderr}).toEqual({code: 0, stderr: 'Mended 1. Nothing is left to say about standard input.\n'})
    expect((await run(['-', '--fix', '--rule=entry-marker-space=off'], bad)).stdout).toBe(bad)
    expect(readdirSync(cwd)).toEqual([])
  })
})

describe('mistakes are one sentence and exit code 2', () => {
  beforeEach(() => put('README.md', good))

  test.each<[readonly string[], string]>([
    [['--formt', 'json'], 'There is no option `--formt`; did you mean `--format`?'],
    [['--fixx'], 'did you mean `--fix`?'],
    [['-x'], 'There is no option `-x`; see `awesome-doctor --help`.'],
    [['--format', 'jsn'], 'There is no format `jsn`; did you mean `json`?'],
    [['--format'], '`--format` needs a value'],
    [['--format', '--quiet'], '`--format` needs a value'],
    [['--quiet=yes'], '`--quiet` takes no value'],
    [['--fix=some'], '`--fix=some` is not known'],
    [['--preset', 'strickt'], 'did you mean `strict`?'],
    [['--rule', 'entry-marker-spice=off'], 'did you mean `entry-marker-space`?'],
    [['--rule', 'link-alife=off'], 'did you mean `link-alive`?'],
    [['--fail-on', 'errors'], 'did you mean `error`?'],
    [['--report', 'json'], '`--report json` needs a format and a file'],
    [['--report', 'jso=x'], 'did you mean `json`?'],
    [['--config', 'none.yml'], '`--config none.yml` does not exist'],
    [['--diff', 'main'], '`--diff` needs a git repository'],
    [['READNE.md'], '`READNE.md` does not exist; did you mean `README.md`?'],
    [['lnt'], 'did you mean `awesome-doctor lint`?'],
    [['-', 'README.md'], '`-` is standard input and stands alone'],
    [['README.md', '--stdin-filename=x'], '`--stdin-filename` names standard input'],
    [['rules', 'entry-marker'], 'did you mean `entry-marker-space`?'],
    [['rules', '--fix'], '`--fix` is no option of `rules`'],
    [['init', 'here'], '`init` takes no path'],
    [['serve'], '`APP_ID` is missing'],
    [['--state', 'links.jsonl'], '`--state` remembers links; add `--links=all`'],
    [['--links=some'], '`--links=some` is not known'],
    [['--format', 'htm'], 'There is no format `htm`; did you mean `html`?']
  ])('%j', async (args, said) => {
    const {code, stdout, stderr} = await run(args)
    expect(stderr).toContain(said)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
  })

  test('a bad config', async () => {
    put('.github/awesome-doctor.yml', 'rules:\n  entry-marker-spac: off\n')
    const {code, stderr} = await run([])
    expect(code).toBe(2)
    expect(stderr).toContain(
      '.github/awesome-doctor.yml:2:3: `rules.entry-marker-spac` is not known; did you mean `entry-marker-space`?'
    )
  })

  test('what is written after -- is a path', async () => {
    put('--fix', bad)
    expect((await run(['--', '--fix'])).stdout).toMatch(/^--fix:13:2 /)
    expect((await run(['--', 'rules'])).stderr).toContain('`rules`')
  })
})

describe('the other commands', () => {
  test('help and version', async () => {
    expect(await run(['--version'])).toEqual({code: 0, stdout: `${version}\n`, stderr: ''})
    for (const args of [
      ['--help'],
      ['-h'],
      ['lint', '--help'],
      ['rules', '--help'],
      ['init', '--help'],
      ['review', '--help'],
      ['audit', '--help'],
      ['serve', '--help']
    ]) {
      const {code, stdout, stderr} = await run(args)
      expect({code, stderr}).toEqual({code: 0, stderr: ''})
      expect(stdout).toContain('awesome-doctor')
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    }
  })

  test('rules tells what a rule wants, why, and an example', async () => {
    expect((await run(['rules'])).stdout).toMatch(/^entry-marker-space +error +Begin each entry with/m)
    const {stdout} = await run(['rules', 'entry-marker-space'])
    for (const part of ['Without the marker', 'Bad', 'Mended', 'Good', '--rule entry-marker-space=off'])
      expect(stdout).toContain(part)
    const all = JSON.parse((await run(['rules', '--format', 'json'])).stdout)
    const one = JSON.parse((await run(['rules', '--format=json', 'entry-marker-space'])).stdout)
    expect(all.find((rule: {id: string}) => rule.id === 'entry-marker-space')).toEqual(one)
    expect(Object.keys(one).slice(0, 6)).toEqual(['id', 'summary', 'why', 'severity', 'fix', 'url'])
  })

  test('init writes a workflow and a config that says nothing yet, and never overwrites', async () => {
    put('README.md', good)
    const {code, stdout} = await run(['init'])
    expect(code).toBe(0)
    expect(stdout).toContain(
      '.github/workflows/awesome-doctor.yml was written.\n.github/awesome-doctor.yml was written.\n'
    )
    expect(get('.github/workflows/awesome-doctor.yml')).toContain('pull_request_target')
    expect((await run([])).code).toBe(0)
    const spoken = get('.github/awesome-doctor.yml').replace(
      /^# (?=(files|one-list|preset|rules|overrides|links|fail-on):| {2})/gm,
      ''
    )
    put('.github/awesome-doctor.yml', `${spoken.replace(/^ {2}entry-(order|separator).*\n/gm, '')}# mine\n`)
    expect((await run(['README.md'])).stderr).toBe('Nothing to say about README.md.\n')
    expect((await run(['init'])).stdout).toContain('.github/awesome-doctor.yml is there already and was left alone.\n')
    expect(get('.github/awesome-doctor.yml')).toContain('# mine')
  })
})

describe('the world outside', () => {
  test('who stops reading does no harm', async () => {
    put('README.md', bad.repeat(50))
    const child = start([])
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text))
    child.stdout.destroy()
    const code = await new Promise(resolve => child.on('close', resolve))
    expect(code).toBe(1)
    expect(stderr).not.toMatch(/EPIPE|\n {4}at /)
  })

  test('Ctrl-C ends at once', async () => {
    const child = start(['-'])
    child.stdin.write('# never ends')
    await new Promise(resolve => setTimeout(resolve, 500))
    child.kill('SIGINT')
    const [code] = await new Promise<[number | null]>(resolve => child.on('close', code => resolve([code])))
    expect(code).toBe(130)
  })

  test('Ctrl-C ends at once in the middle of a long list, too', async () => {
    put('README.md', bad.repeat(3000))
    const child = start([])
    await new Promise(resolve => setTimeout(resolve, 1000))
    const asked = Date.now()
    child.kill('SIGINT')
    const code = await new Promise(resolve => child.on('close', resolve))
    expect(code).toBe(130)
    expect(Date.now() - asked).toBeLessThan(1000)
  })

  test('Ctrl-C leaves every file whole', async () => {
    const names = Array.from({length: 150}, (_, index) => `lists/${String(index).padStart(3, '0')}.md`)
    for (const name of names) put(name, bad)
    const child = start(['--fix', 'lists/*.md'])
    const closed = new Promise(resolve => child.on('close', resolve))
    while (get(names[3]!) === bad && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 1))
    child.kill('SIGINT')
    const code = await closed
    expect(code).toBe(130)
    expect(readdirSync(path.join(cwd, 'lists'))).toHaveLength(150)
    expect(new Set(names.map(get))).toEqual(new Set([good, bad]))
  })

  test('a bug of ours is exit code 3, with its stack', async () => {
    const stderr = new PassThrough()
    const stdin = new Readable({read: () => stdin.destroy(new Error('boom'))})
    const code = await main(['-'], {stdin, stdout: new PassThrough(), stderr, env: {}, cwd})
    expect(code).toBe(3)
    expect(String(stderr.read())).toMatch(/has a bug; please report it[\s\S]*Error: boom\n {4}at /)
  })

  test('a path that does not speak UTF-8, or cannot be written, is a mistake', async () => {
    const answer = await run(['-'], '')
    expect(answer.code).toBe(0)
    mkdirSync(path.join(cwd, 'report.json'))
    put('README.md', good)
    expect(await run(['--report=json=report.json'])).toMatchObject({code: 2})
    expect(existsSync(path.join(cwd, 'report.json'))).toBe(true)
  })
})
