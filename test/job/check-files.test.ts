import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {UserError} from '../../src/document/error.ts'
import {type Check, checkFiles} from '../../src/job/check-files.ts'
import {readConfig} from '../../src/job/read-config.ts'
import type {Task} from '../../src/job/task.ts'
import {writeReport} from '../../src/job/text-file.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {FileReport} from '../../src/lint/diagnostic.ts'
import {reportOn} from '../report/findings.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'check-files-'))
})
afterEach(() => {
  rmSync(cwd, {recursive: true, force: true})
})

const put = (name: string, text: string | Uint8Array) => {
  mkdirSync(path.dirname(path.join(cwd, name)), {recursive: true})
  writeFileSync(path.join(cwd, name), text)
}
const get = (name: string) => readFileSync(path.join(cwd, name), 'utf8')

/** A linter that dislikes `bad`, and mends it to `good`. */
const tasks: Task[] = []
async function examine(task: Task): Promise<FileReport> {
  tasks.push(task)
  const text = task.fix ? task.text.replaceAll('bad', 'good') : task.text
  const told = text.includes('bad')
    ? [{on: 'bad', severity: 'error' as const, ...(task.changedLines && {changed: task.changedLines.length > 0})}]
    : []
  return reportOn(task.path, text, told, task.fix ? {fixed: 1} : {})
}
beforeEach(() => {
  tasks.length = 0
})

const run = (check: Partial<Check> = {}, files: readonly string[] = []) =>
  checkFiles({cwd, config: {...defaultConfig, files}, paths: [], ...check}, examine)
const names = async (...given: Parameters<typeof run>) => (await run(...given)).files.map(file => file.path)
const complaint = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason as Error
  )
  expect(error).toBeInstanceOf(UserError)
  return error.message
}

describe('which files', () => {
  beforeEach(() => {
    for (const name of [
      'ReadMe.md',
      'contributing.md',
      'lists/a.md',
      'lists/B.md',
      'lists/deep/c.md',
      'sub/readme.markdown',
      'node_modules/x/readme.md'
    ])
      put(name, '# List\n')
  })

  test('without paths it is the readme here, however it is written', async () => {
    expect(await names()).toEqual(['ReadMe.md'])
    expect(await names({paths: ['.']})).toEqual(['ReadMe.md'])
    expect(await names({paths: ['sub']})).toEqual(['sub/readme.markdown'])
  })

  test("the config's files come first, each once", async () => {
    expect(await names({}, ['readme.md', 'lists/**/*.md'])).toEqual([
      'ReadMe.md',
      'lists/B.md',
      'lists/a.md',
      'lists/deep/c.md'
    ])
    expect(await names({}, ['**/readme.md'])).toEqual(['ReadMe.md'])
    expect(await names({}, ['lists/**', '!lists/deep/**', 'lists/a.md'])).toEqual(['lists/B.md', 'lists/a.md'])
    expect(await names({paths: ['lists']}, ['readme.md', 'lists/*.md'])).toEqual(['lists/B.md', 'lists/a.md'])
    expect(await names({paths: ['sub']}, ['lists/*.md'])).toEqual(['sub/readme.markdown'])
  })

  test('paths and globs are taken as given', async () => {
    expect(await names({paths: ['./contributing.md', 'lists/*.md']})).toEqual([
      './contributing.md',
      'lists/B.md',
      'lists/a.md'
    ])
    expect(await names({paths: [path.join(cwd, 'lists/a.md')]})).toEqual([path.join(cwd, 'lists/a.md')])
    put('a[1].md', '# x\n')
    expect(await names({paths: ['a[1].md', './a[1].md']})).toEqual(['a[1].md'])
  })

  test.each([
    [{paths: ['readmee.md']}, '`readmee.md` does not exist; did you mean `ReadMe.md`?'],
    [{paths: ['nowhere/x.md']}, '`nowhere/x.md` does not exist; name a markdown file'],
    [{paths: ['x/*.md']}, 'No file matches `x/*.md`'],
    [{paths: ['lists/deep']}, 'There is no readme in `lists/deep`']
  ])('%j is a mistake', async (check, said) => {
    expect(await complaint(run(check))).toContain(said)
  })

  test('a folder without readme and a config that matches nothing are mistakes', async () => {
    rmSync(path.join(cwd, 'ReadMe.md'))
    expect(await complaint(run())).toContain('There is no readme here')
    expect(await complaint(run({}, ['list/*.md']))).toContain("No file matches the config's `files` (`list/*.md`)")
  })

  test('symlinks lead anywhere inside, but not outside', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'outside-'))
    writeFileSync(path.join(outside, 'secret.md'), 'bad')
    symlinkSync(path.join(outside, 'secret.md'), path.join(cwd, 'lists/out.md'))
    symlinkSync(outside, path.join(cwd, 'away'))
    symlinkSync('contributing.md', path.join(cwd, 'in.md'))
    expect(await names({paths: ['in.md']})).toEqual(['in.md'])
    expect(await names({}, ['in.md'])).toEqual(['in.md'])
    expect(await names({paths: ['lists/*.md', 'lists']}, ['lists/**'])).not.toContain('lists/out.md')
    for (const given of ['lists/out.md', 'away/secret.md'])
      expect(await complaint(run({paths: [given], fix: 'safe'}))).toContain(
        'is a symlink that leaves the working folder'
      )
    expect(await names({paths: [path.join(outside, 'secret.md')]})).toHaveLength(1)
    expect(readFileSync(path.join(outside, 'secret.md'), 'utf8')).toBe('bad')
    rmSync(outside, {recursive: true})
  })
})

describe('reading and writing', () => {
  test('a file that is not UTF-8 is a mistake, a byte-order mark is kept', async () => {
    put('readme.md', new Uint8Array([0x23, 0x20, 0xe9, 0x0a]))
    expect(await complaint(run())).toBe('`readme.md` is not UTF-8 text; save it as UTF-8 and run again.')
    put('readme.md', '\ufeff# bad\r\n')
    await run({fix: 'safe'})
    expect(get('readme.md')).toBe('\ufeff# good\r\n')
  })

  test('fixes are written whole, with mode and symlinks kept, and nothing is left beside', async () => {
    put('list.md', 'bad\n')
    chmodSync(path.join(cwd, 'list.md'), 0o640)
    symlinkSync('list.md', path.join(cwd, 'readme.md'))
    const {files, exitCode} = await run({fix: 'safe'})
    expect(exitCode).toBe(0)
    expect(files).toMatchObject([{path: 'readme.md', fixed: 1}])
    expect(get('list.md')).toBe('good\n')
    expect(statSync(path.join(cwd, 'list.md')).mode & 0o777).toBe(0o640)
    expect(readdirSync(cwd).sort()).toEqual(['list.md', 'readme.md'])
  })

  test('nothing is written without need', async () => {
    put('readme.md', 'good\n')
    const {ino} = statSync(path.join(cwd, 'readme.md'))
    await run({fix: 'unsafe'})
    expect(statSync(path.join(cwd, 'readme.md')).ino).toBe(ino)
  })

  test('a file that somebody else changed meanwhile is left alone', async () => {
    put('readme.md', 'bad\n')
    const slow = async (task: Task) => {
      put('readme.md', 'theirs\n')
      return examine(task)
    }
    const running = checkFiles({cwd, config: defaultConfig, paths: [], fix: 'safe'}, slow)
    expect(await complaint(running)).toContain('was changed while it was looked at')
    expect(get('readme.md')).toBe('theirs\n')
  })

  test('given text is neither read nor written', async () => {
    const {files, exitCode} = await run({given: {path: 'x.md', text: 'bad'}})
    expect(files).toMatchObject([{path: 'x.md', text: 'bad'}])
    expect(exitCode).toBe(1)
    expect(await complaint(run({given: {path: 'x.md', text: ''}, diff: 'main'}))).toContain('standard input')
  })

  test('a report makes its folder, and never replaces a device', () => {
    writeReport(path.join(cwd, 'out/report.json'), 'out/report.json', '{}')
    expect(get('out/report.json')).toBe('{}')
    writeReport('/dev/null', '/dev/null', 'x')
    expect(statSync('/dev/null').isFile()).toBe(false)
    expect(() => writeReport(path.join(cwd, 'out'), 'out', 'x')).toThrow(UserError)
  })
})

describe('judgement', () => {
  const judge = async (failOn: 'error' | 'warning' | 'never', report: Partial<FileReport>) => {
    put('readme.md', 'text')
    const {exitCode} = await checkFiles({cwd, config: {...defaultConfig, failOn}, paths: []}, async () => ({
      path: 'readme.md',
      text: 'text',
      diagnostics: [],
      ...report
    }))
    return exitCode
  }
  const found = (severity: 'error' | 'warning', more = {}) =>
    reportOn('readme.md', 'text', [{on: 'text', severity, ...more}])

  test('findings at or above the level fail', async () => {
    expect(await judge('error', found('error'))).toBe(1)
    expect(await judge('error', found('warning'))).toBe(0)
    expect(await judge('warning', found('warning'))).toBe(1)
    expect(await judge('never', found('error'))).toBe(0)
    expect(await judge('error', found('error', {suppressed: true}))).toBe(0)
    expect(await judge('error', found('error', {changed: false}))).toBe(0)
  })

  test('a broken rule is our bug', async () => {
    expect(await judge('error', {crashes: [{rule: 'x', stack: 'y'}]})).toBe(3)
  })
})

describe('--diff', () => {
  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
      {cwd, encoding: 'utf8', stdio: 'pipe'}
    )
  const commit = (message: string) => {
    git('add', '-A')
    git('commit', '-q', '-m', message)
  }
  beforeEach(() => {
    git('init', '-q', '-b', 'main')
    put('readme.md', '1\n2\n3\n4\n')
    put('lists/old.md', 'a\nb\nc\nd\ne\nf\n')
    commit('first')
    git('checkout', '-q', '-b', 'topic')
  })
  const linesOf = async (diff: string, paths: readonly string[] = []) => {
    tasks.length = 0
    await run({diff, paths})
    return tasks.map(task => task.changedLines)
  }

  test('committed, staged and unsaved changes count, since the merge base', async () => {
    put('readme.md', '1\nx\n3\n4\n')
    commit('second')
    put('readme.md', '1\nx\n3\n4\n5\n')
    git('add', '-A')
    put('readme.md', '1\nx\n3\n4\n5\n6\n')
    expect(await linesOf('main')).toEqual([[2, 5, 6]])
    git('stash')
    git('checkout', '-q', 'main')
    put('readme.md', '0\n1\n2\n3\n4\n')
    commit('main goes on')
    git('checkout', '-q', 'topic')
    expect(await linesOf('main')).toEqual([[2]])
  })

  test('a file that did not change is not even examined, a new one counts whole', async () => {
    expect(await linesOf('main')).toEqual([])
    put('new file.md', 'one\ntwo')
    expect(await linesOf('main', ['new file.md'])).toEqual([[1, 2]])
  })

  test('a renamed file has only its changes', async () => {
    git('mv', 'lists/old.md', 'lists/ünew "1".md')
    put('lists/ünew "1".md', 'a\nb\nc\nd\nE\nf\n')
    expect(await linesOf('main', ['lists/*.md'])).toEqual([[5]])
    commit('moved')
    expect(await linesOf('main', ['lists/*.md'])).toEqual([[5]])
  })

  test("the user's taste in diffs does not matter, nor the folder we stand in", async () => {
    for (const [key, value] of [
      ['diff.external', 'false'],
      ['color.ui', 'always'],
      ['diff.noprefix', 'true'],
      ['diff.context', '9'],
      ['diff.relative', 'true'],
      ['diff.interHunkContext', '9']
    ] as const)
      git('config', key, value)
    put('.gitattributes', '*.md -diff\n')
    put('lists/old.md', 'a\nB\nc\nd\ne\nF\n')
    await checkFiles({cwd: path.join(cwd, 'lists'), config: defaultConfig, paths: ['old.md'], diff: 'main'}, examine)
    expect(tasks[0]?.changedLines).toEqual([2, 6])
  })

  test('mistakes are said in a sentence', async () => {
    expect(await complaint(run({diff: 'nowhere'}))).toContain('`--diff nowhere` names no commit')
    expect(await complaint(run({diff: '--output=x'}))).toContain('names no commit')
    git('checkout', '-q', '--orphan', 'alone')
    commit('other history')
    expect(await complaint(run({diff: 'main'}))).toContain('no commit in common')
    const outside = mkdtempSync(path.join(tmpdir(), 'no-git-'))
    writeFileSync(path.join(outside, 'readme.md'), 'x')
    expect(await complaint(run({cwd: outside, diff: 'main'}))).toContain('needs a git repository')
    expect(await complaint(run({diff: 'alone', paths: [path.join(outside, 'readme.md')]}))).toContain(
      'outside of the git repository'
    )
    rmSync(outside, {recursive: true})
  })
})

describe('the files around', () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {cwd, stdio: 'pipe'})
  const factsOf = async (check: Partial<Check> = {}) => {
    tasks.length = 0
    await run(check)
    return tasks.map(task => task.facts)
  }
  beforeEach(() => {
    put('readme.md', '# A\n')
    put('docs/ü "b".md', '# B\n')
  })

  test('are what would be in the repository', async () => {
    git('init', '-q')
    put('gone.md', 'x')
    put('.gitignore', 'ignored.md\n')
    put('ignored.md', 'x')
    git('add', '-A')
    git('commit', '-q', '-m', 'first')
    rmSync(path.join(cwd, 'gone.md'))
    put('docs/new.md', 'x')
    const paths = ['.gitignore', 'docs/new.md', 'docs/ü "b".md', 'readme.md']
    expect(await factsOf()).toEqual([{files: {here: 'readme.md', paths}}])
    expect(await factsOf({cwd: path.join(cwd, 'docs'), paths: ['../docs/new.md', './ü "b".md']})).toEqual([
      {files: {here: 'docs/new.md', paths}},
      {files: {here: 'docs/ü "b".md', paths}}
    ])
    expect(await factsOf({paths: ['ignored.md']})).toEqual([{}])
    expect(await factsOf({given: {path: './docs/new.md', text: ''}})).toEqual([{files: {here: 'docs/new.md', paths}}])
    expect(await factsOf({given: {path: '-', text: ''}})).toEqual([{}])
    expect(await factsOf({given: {path: 'none.md', text: ''}})).toEqual([{}])
  })

  test('are asked of the repository that the file lies in', async () => {
    git('init', '-q')
    const outside = mkdtempSync(path.join(tmpdir(), 'no-git-'))
    writeFileSync(path.join(outside, 'readme.md'), 'x')
    expect(await factsOf({paths: [path.join(outside, 'readme.md')]})).toEqual([{}])
    rmSync(outside, {recursive: true})
    put('inner/readme.md', 'x')
    execFileSync('git', ['init', '-q'], {cwd: path.join(cwd, 'inner')})
    const [inner] = await factsOf({paths: ['inner/readme.md']})
    expect(inner).toEqual({files: {here: 'readme.md', paths: ['readme.md']}})
    // As a hook of another repository would have it.
    process.env['GIT_DIR'] = path.join(cwd, 'inner/.git')
    const [outer] = await factsOf()
    delete process.env['GIT_DIR']
    expect(outer?.files).toMatchObject({here: 'readme.md', paths: expect.arrayContaining(['docs/ü "b".md'])})
  })

  test('are unknown without git, and no program is run that a config names', async () => {
    expect(await factsOf()).toEqual([{}])
    git('init', '-q')
    git('config', 'core.fsmonitor', `touch ${path.join(cwd, 'ran')} #`)
    expect((await factsOf())[0]?.files?.here).toBe('readme.md')
    expect(readdirSync(cwd)).not.toContain('ran')
  })
})

describe('several files as one list', () => {
  const told = async (check: Partial<Check> = {}, files: readonly string[] = ['lists/*.md']) => {
    const config = {...defaultConfig, oneList: true, files}
    const {files: reports} = await checkFiles({cwd, config, paths: [], ...check})
    return reports.map(report => [
      report.path,
      ...report.diagnostics.map(one => `${one.place.start.line}: ${one.reason}`)
    ])
  }
  const entry = (name: string, more = '') => `- [${name}](https://${name.toLowerCase()}.example)${more}\n`
  const listed = (name: string, where: string) =>
    `Unexpected second entry for \`https://${name}.example\`, it is listed in ${where} already`
  beforeEach(() => {
    put('lists/b.md', `# B\n\n${entry('Gull')}${entry('Kite')}`)
    put('lists/a.md', `# A\n\n\n\n${entry('Kite')}${entry('Tern')}${entry('Tern')}`)
    put('lists/de.md', `# A\n\n${entry('Kite')}`)
  })

  test('the later file is told, whoever asks', async () => {
    const double = `4: ${listed('kite', '`lists/a.md` on line 5')}`
    const [a, b, de] = await told()
    expect(a?.join()).not.toContain('Kite')
    expect([b, de]).toEqual([['lists/b.md', double], ['lists/de.md']])
    expect(await told({paths: ['./lists/b.md']})).toEqual([['./lists/b.md', double]])
    expect(await told({paths: ['lists/b.md']}, [])).toEqual([['lists/b.md']])
    expect(await told({given: {path: 'lists/b.md', text: `# B\n\n${entry('Tern', ' - Flies.')}`}})).toEqual([
      ['lists/b.md', `3: ${listed('tern', '`lists/a.md` on line 6')}`]
    ])
    const {files} = await checkFiles({cwd, config: {...defaultConfig, files: ['lists/*.md']}, paths: []})
    expect(files[1]?.diagnostics).toEqual([])
  })

  test('what is equal goes for good, and what is not keeps a line number that is true', async () => {
    put('lists/b.md', `# B\n\n${entry('Gull')}${entry('Kite')}${entry('Tern', ' - Flies.')}`)
    const after = [['lists/a.md'], ['lists/b.md', `4: ${listed('tern', '`lists/a.md` on line 4')}`], ['lists/de.md']]
    expect(await told({fix: 'safe'})).toEqual(after)
    expect(get('lists/a.md')).toBe(`# A\n\n${entry('Kite')}${entry('Tern')}`)
    expect(get('lists/b.md')).toBe(`# B\n\n${entry('Gull')}${entry('Tern', ' - Flies.')}`)
    expect(await told({fix: 'safe'})).toEqual(after)
    expect(await told({fix: 'unsafe'})).toEqual([['lists/a.md'], ['lists/b.md'], ['lists/de.md']])
    expect(get('lists/b.md')).toBe(`# B\n\n${entry('Gull')}`)
  })

  test('with a diff the added entry is told', async () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {cwd, stdio: 'pipe'})
    git('init', '-q', '-b', 'main')
    put('lists/a.md', `# A\n\n${entry('Tern')}`)
    git('add', '-A')
    git('commit', '-q', '-m', 'first')
    put('lists/a.md', `# A\n\n${entry('Tern')}${entry('Kite')}`)
    expect(await told({diff: 'main'})).toEqual([
      ['lists/a.md', `4: ${listed('kite', '`lists/b.md` on line 4')}`],
      ['lists/b.md'],
      ['lists/de.md']
    ])
  })

  test('a sibling that cannot be read is no trouble, unless it was asked for', async () => {
    put('lists/c.md', new Uint8Array([0xe9]))
    expect(await told({paths: ['lists/b.md']})).toHaveLength(1)
    expect(await complaint(told())).toContain('`lists/c.md` is not UTF-8')
    expect(await told({paths: ['lists/b.md']}, ['none/*.md'])).toEqual([['lists/b.md']])
  })
})

describe('the config', () => {
  test('may be another one for some files', async () => {
    put('readme.md', 'x')
    put('translations/a.md', 'x')
    const overrides = [{files: ['translations/**'], rules: {x: 'off'}, preset: 'strict'}] as const
    const config = {...defaultConfig, overrides}
    const paths = ['readme.md', path.join(cwd, 'translations/a.md'), './translations/../translations/a.md']
    await checkFiles({cwd, config, paths}, examine)
    await checkFiles({cwd, config, paths: [], given: {path: './translations/b.md', text: ''}}, examine)
    expect(tasks.map(task => [task.config.preset, task.config.rules['x']])).toEqual([
      ['default', undefined],
      ['strict', 'off'],
      ['strict', 'off']
    ])
  })

  const rules = async () => [{id: 'entry-order'}]

  test('is found here, or where it was said to be', async () => {
    expect(await readConfig(cwd, rules, {})).toEqual(defaultConfig)
    put('.awesome-doctor.yml', 'preset: awesome\n')
    expect((await readConfig(cwd, rules, {})).preset).toBe('awesome')
    put('.github/awesome-doctor.yml', 'preset: strict\nfail-on: never\n')
    expect(await readConfig(cwd, rules, {failOn: 'warning', rules: ['entry-order=off']})).toMatchObject({
      preset: 'strict',
      failOn: 'warning',
      rules: {'entry-order': 'off'}
    })
    expect((await readConfig(cwd, rules, {file: '.awesome-doctor.yml'})).preset).toBe('awesome')
    expect(await complaint(readConfig(cwd, rules, {file: 'x.yml'}))).toContain('`--config x.yml` does not exist')
  })
})
