import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {parse} from 'yaml'

const cli = path.resolve(process.env['AWESOME_DOCTOR_CLI'] ?? 'dist/cli.js')
const workflow = '.github/workflows/awesome-doctor.yml'
const config = '.github/awesome-doctor.yml'
const baseline = '.github/awesome-doctor-baseline.json'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'init-'))
})
afterEach(() => {
  rmSync(cwd, {recursive: true, force: true})
})

const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(cwd, name)), {recursive: true})
  writeFileSync(path.join(cwd, name), text)
}
const get = (name: string) => readFileSync(path.join(cwd, name), 'utf8')

function run(args: readonly string[], folder = cwd) {
  const env = {PATH: process.env['PATH'], HOME: folder}
  const {
    status: code,
    stdout,
    stderr
  } = spawnSync(process.execPath, [cli, ...args], {cwd: folder, env, encoding: 'utf8'})
  return {code, stdout, stderr}
}

const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)'
const birds = 'Auk Bee Crow Dove Eel Fox Gull Hen Ibis Jay'.split(' ')
const entry = (name: string, path = '') =>
  `- [${name}](https://${name.toLowerCase()}.example${path}) - Flies over ${name} Island.\n`
const entries = (path = '') => birds.map(name => entry(name, path)).join('')
const list = (title: string, path = '') => `# ${title}\n\n${entries(path)}`
const glued = list('Kites').replace('- [Crow]', '-[Crow]').replace('Dove Island.', 'Dove Island')

/** The findings that a report has, as their rules. */
const rulesIn = (stdout: string): readonly string[] =>
  JSON.parse(stdout).files.flatMap((file: {findings: {rule: string}[]}) => file.findings.map(({rule}) => rule))

describe('init', () => {
  it('tells what it finds, and writes a workflow and a config that suit a list in good order', () => {
    put('readme.md', list('Kites'))
    const {code, stdout} = run(['init'])
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        'readme.md: 10 entries in 1 section; `-` begins an entry (10 of 10), ` - ` parts link and description (10 of 10), a period ends a description (10 of 10).',
        'There is nothing to say about it now.',
        '',
        `${workflow} was written.`,
        `${config} was written.`,
        '',
        'Next:',
        '- Look at the files and commit them to the default branch. From then on pull requests are reviewed.',
        ''
      ].join('\n')
    )
    expect(parse(get(config))).toBeNull()
    expect(existsSync(path.join(cwd, baseline))).toBe(false)
  })

  it('names what is wrong now in a baseline, so that only what is new is told', () => {
    put('README.md', glued)
    const {stdout} = run(['init'])
    expect(stdout).toContain('Found now: 1 error and 1 warning. 2 have a safe fix.\n')
    expect(stdout).toContain('`awesome-doctor --fix --prune-baseline` mends 2 of 2.\n')
    expect(parse(get(config))).toEqual({baseline})
    expect(JSON.parse(get(baseline))).toEqual({
      version: 1,
      findings: {
        'README.md': {
          'entry-final-period': {[`${Object.keys(known('entry-final-period'))}`]: expect.stringContaining('a period')},
          'entry-marker-space': {[`${Object.keys(known('entry-marker-space'))}`]: expect.stringContaining('a space')}
        }
      }
    })
    expect(run([])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'Nothing to say about README.md (2 in the baseline).\n'
    })
    put('README.md', glued.replace('- [Fox]', '-[Fox]'))
    const {code, stdout: told} = run(['./README.md', '--format=json'])
    expect({code, rules: rulesIn(told)}).toEqual({code: 1, rules: ['entry-marker-space']})
    expect(rulesIn(run(['--no-baseline', '--format=json']).stdout)).toHaveLength(3)
  })

  const known = (rule: string) => JSON.parse(get(baseline)).findings['README.md'][rule]

  it('never overwrites, and goes by the config that is there', () => {
    put('.awesome-doctor.yml', 'rules: {entry-marker-space: off}\n# mine\n')
    put(workflow, '# mine\n')
    put('README.md', glued)
    const {code, stdout} = run(['init'])
    expect(code).toBe(0)
    expect(stdout).toContain('Found now: 0 errors and 1 warning. 1 has a safe fix.\n')
    expect(stdout).toContain(`${workflow} is there already and was left alone.\n`)
    expect(stdout).toContain('.awesome-doctor.yml is there already and was left alone.\n')
    expect(stdout).toContain('- Run `awesome-doctor` to see what there is to mend')
    expect([get(workflow), get('.awesome-doctor.yml')].map(text => text.endsWith('# mine\n'))).toEqual([true, true])
    for (const name of [config, baseline]) expect(existsSync(path.join(cwd, name))).toBe(false)
  })

  it('does not say of a baseline that was there what it may not name', () => {
    put(baseline, '{"version": 1, "findings": {}}\n')
    put('README.md', glued)
    const {stdout} = run(['init'])
    expect(stdout).toContain(`${baseline} is there already and was left alone.\n`)
    expect(stdout).toContain(`- What ${baseline} names is not told. See all by \`awesome-doctor --no-baseline\``)
    expect(stdout).not.toContain('What was found now is named')
    expect(run([]).code).toBe(1)
  })

  it('takes stock anew where the baseline that the config names was deleted', () => {
    put(config, 'baseline: known.json\n')
    put('README.md', glued)
    const {code, stderr} = run([])
    expect(code).toBe(2)
    expect(stderr).toMatch(/`known\.json`, the config's `baseline`, does not exist; run `awesome-doctor init`/)
    expect(run(['init']).stdout).toContain('known.json was written.\n')
    expect(run([]).code).toBe(0)
  })

  it('finds the files that are lists, and whether they are one', () => {
    put('README.md', list('Kites'))
    for (const name of ['a', 'b', 'c']) put(`lists/${name}.md`, list(`Kites ${name}`, `/${name}`))
    put('docs/more.md', list('More kites', '/more'))
    put('docs/talk.md', `# Talk\n\n${birds.map(name => `Ask [${name}](https://${name}.example) for it. `).join('')}\n`)
    put('CONTRIBUTING.md', list('How to', '/how'))
    put('node_modules/a/readme.md', list('Not ours', '/no'))
    const {stdout} = run(['init'])
    expect(parse(get(config))).toEqual({files: ['README.md', 'docs/more.md', 'lists/*.md'], 'one-list': true})
    expect(stdout).toContain('They are taken for parts of one list: hardly any link stands in two of them.\n')
    expect(JSON.parse(run(['--format=json']).stdout).files).toHaveLength(5)
  })

  it('does not take copies and translations for parts of one list', () => {
    put('README.md', list('Kites'))
    put('README.fr.md', list('Cerfs-volants'))
    put('2025.md', list('Kites of 2025'))
    expect(run(['init']).stdout).toContain('Each is taken for a list of its own.\n')
    expect(parse(get(config))).toEqual({files: ['README.md', '2025.md', 'README.fr.md']})
  })

  it('sets the preset of awesome lists where the badge is, and hardly a finding more', () => {
    const contents = '## Contents\n\n- [Makers](#makers)\n\n## Makers\n\n'
    put('readme.md', `# Awesome Kites ${badge}\n\n> Where to get kites.\n\n${contents}${entries()}`)
    expect(run(['init']).stdout).toContain('the preset `awesome` has hardly more to say (')
    expect(parse(get(config))).toMatchObject({preset: 'awesome'})
  })

  it('leaves it where it would say much', () => {
    const bare = entries().replaceAll('Island.', 'Island')
    put('readme.md', `# Awesome Kites ${badge}\n\n## Makers\n\n${bare}`)
    expect(run(['init']).stdout).toMatch(/but the preset `awesome` would have \d\d findings more, so it is not set\./)
    expect(parse(get(config))).toBeNull()
  })

  it('shows what it would write, and writes nothing', () => {
    put('README.md', glued)
    const {code, stdout} = run(['init', '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toContain(`${workflow} would be:\n\n    # Reviews pull requests`)
    expect(stdout).toContain(`\n    baseline: ${baseline}\n`)
    expect(stdout).not.toContain('Next:')
    expect(existsSync(path.join(cwd, '.github'))).toBe(false)
  })

  it('says so where there is no list yet', () => {
    const {code, stdout} = run(['init'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^There is no list here yet/)
    expect(existsSync(path.join(cwd, config))).toBe(true)
  })

  it('is refused below the root of a repository, and with a path', () => {
    execFileSync('git', ['init', '--quiet'], {cwd})
    put('lists/readme.md', glued)
    expect(run(['init'], path.join(cwd, 'lists'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^awesome-doctor: `init` writes what GitHub looks for at the root .*; run it in `.*init-.*`\.$/m
      )
    })
    expect(run(['init', 'lists']).stderr).toContain('`init` takes no path')
    expect(existsSync(path.join(cwd, '.github'))).toBe(false)
  })

  it('writes a workflow with two jobs that may do little', () => {
    run(['init'])
    const {on, permissions, jobs} = parse(get(workflow))
    expect(Object.keys(on)).toEqual(['pull_request_target', 'schedule', 'workflow_dispatch'])
    expect(on.schedule).toEqual([{cron: expect.stringMatching(/^[0-5]?\d (?:1?\d|2[0-3]) \* \* [0-3],[3-6]$/)}])
    expect(permissions).toEqual({})
    expect(jobs.review.permissions).toEqual({contents: 'read', 'pull-requests': 'write'})
    expect(jobs.audit.permissions).toEqual({contents: 'read', issues: 'write'})
    for (const name of ['review', 'audit']) {
      expect(Object.keys(jobs[name])).toEqual(['if', 'permissions', 'uses'])
      expect(jobs[name].uses).toBe(`awesome-doctor/awesome-doctor/.github/workflows/${name}.yml@v1`)
    }
  })
})

describe('a baseline', () => {
  beforeEach(() => {
    put('README.md', glued)
    run(['init'])
  })

  it('gets smaller with what is mended', () => {
    const {code, stderr} = run(['--fix', '--prune-baseline'])
    expect(code).toBe(0)
    expect(stderr).toContain(`2 findings taken out of \`${baseline}\`. Nothing is left: delete it`)
    expect(JSON.parse(get(baseline))).toEqual({version: 1, findings: {}})
    expect(get('README.md')).toBe(list('Kites'))
  })

  it('stays as it is where nothing is mended, and for files that were not looked at', () => {
    const before = get(baseline)
    expect(run(['--prune-baseline']).stderr).toContain(
      `Nothing in \`${baseline}\` is mended yet; 2 findings left there.`
    )
    put('other.md', list('Others'))
    run(['other.md', '--prune-baseline'])
    expect(get(baseline)).toBe(before)
  })

  it('forgets files that are gone', () => {
    put('other.md', list('Others'))
    rmSync(path.join(cwd, 'README.md'))
    expect(run(['other.md', '--prune-baseline']).stderr).toContain('2 findings taken out of')
  })

  it('does not grow', () => {
    put('README.md', glued.replace('- [Fox]', '-[Fox]'))
    const before = get(baseline)
    expect(run(['--prune-baseline']).code).toBe(1)
    expect(get(baseline)).toBe(before)
  })

  it('is told apart from comments in a report for other programs', () => {
    const {runs} = JSON.parse(run(['--format=sarif']).stdout)
    expect(runs[0].results.map((one: {suppressions: unknown}) => one.suppressions)).toEqual([
      [{kind: 'external'}],
      [{kind: 'external'}]
    ])
  })

  it.each([
    [['--prune-baseline', '--no-baseline'], 'leave out `--no-baseline`'],
    [['--prune-baseline', '--diff', 'main'], 'leave out `--diff`'],
    [['--prune-baseline', '-'], 'leave out `-`']
  ])('%j', (args, said) => {
    expect(run(args)).toMatchObject({code: 2, stderr: expect.stringContaining(said)})
  })

  it('must be in the config to be pruned', () => {
    put(config, '')
    expect(run(['--prune-baseline'])).toMatchObject({code: 2, stderr: expect.stringContaining('needs a `baseline`')})
  })

  it.each([
    ['{', 'it is not valid JSON'],
    ['{"version": 2, "findings": {}}', 'its `version` is not 1'],
    ['{"version": 1, "findings": {"README.md": {"entry-order": ["a"]}}}', 'its `findings` must name fingerprints']
  ])('that is none: %s', (text, said) => {
    put(baseline, text)
    expect(run([])).toMatchObject({code: 2, stderr: expect.stringContaining(`\`${baseline}\` is no baseline: ${said}`)})
  })
})
