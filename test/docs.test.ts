import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {rules} from '../rules/index.ts'
import {parseConfig} from '../src/lint/parse-config.ts'

const root = path.resolve(import.meta.dirname, '..')
const cli = path.resolve(process.env['AWESOME_DOCTOR_CLI'] ?? path.join(root, 'dist/cli.js'))
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(path.join(root, 'docs')).map(name => `docs/${name}`)]
  .filter(name => name.endsWith('.md'))
  .map(name => ({name, text: readFileSync(path.join(root, name), 'utf8')}))

/** Blocks of code in a language, as they stand on the pages. */
const blocks = (language: string) =>
  pages.flatMap(({name, text}) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => ({name, code}))
  )

const withoutComment = (line: string): string => line.replace(/\s+#\s.*$/, '').trim()

/** Lines of shell, and commands of ours in the middle of a sentence that name real things. */
const commands = [
  ...blocks('sh').flatMap(({name, code}) => code.split('\n').map(line => ({name, command: withoutComment(line)}))),
  ...pages.flatMap(({name, text}) =>
    [...text.matchAll(/`(awesome-doctor [^`]*)`/g)].map(([, command = '']) => ({name, command}))
  )
].filter(({command}) => command !== '' && !/\b[A-Z]{2,}\b(?!\.md)/.test(command.replaceAll('README.md', '')))

/** These go on until they are ended; `test/app` runs them. */
const served = /^awesome-doctor serve(?: --setup)?$/

const ours = commands.filter(
  ({command}) => /^(?:awesome-doctor|node dist\/cli\.js)\b/.test(command) && !served.test(command)
)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'docs-'))
  const git = (...args: readonly string[]) => execFileSync('git', args, {cwd: folder, stdio: 'pipe'})
  writeFileSync(path.join(folder, 'README.md'), '# Kites\n\n## Makers\n\n- [A](https://a.example) - Flies.\n')
  writeFileSync(path.join(folder, '.awesome-doctor.yml'), 'baseline: known.json\n')
  writeFileSync(path.join(folder, 'known.json'), '{"version": 1, "findings": {}}\n')
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('-c', 'user.name=A', '-c', 'user.email=a@a.example', 'commit', '-q', '-m', 'List')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

test.for(ours)('$name: $command', ({command}) => {
  const [, ...args] = command.replace(/^node dist\/cli\.js/, 'awesome-doctor').split(' ')
  const cwd = command.startsWith('node') ? root : folder
  const {status, stderr} = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    env: {PATH: process.env['PATH'], HOME: folder},
    encoding: 'utf8'
  })
  expect({status: status === 1 ? 0 : status, stderr}).toEqual({
    status: 0,
    stderr: expect.not.stringContaining('awesome-doctor: ')
  })
})

/** What the pages tell to run besides: CI does that, or a test of its own. */
const known: readonly RegExp[] = [
  served,
  // test/app/container.test.ts does what the files say, where no Docker is.
  /^docker compose up -d$/,
  /^npm (?:cit|test|ci)\b/,
  /^npm run (?:check|lint|generate|build|survey|bench|knip|preview|picture)\b/,
  /^PROPERTY_RUNS=10 npm test/,
  /^npx (?:awesome-doctor|remark)\b/,
  /^npm install (?:--save-dev remark remark-cli |--global remark-language-server$|awesome-doctor$)/,
  /^\.ci\/run$/
]

test('no page tells to run what nobody has run', () => {
  const others = commands.filter(one => !ours.includes(one))
  expect(others.filter(({command}) => !known.some(pattern => pattern.test(command)))).toEqual([])
  expect(ours.length).toBeGreaterThan(5)
})

test('the scripts that pages name are there', () => {
  const {scripts} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const named = commands.flatMap(({command}) => /^npm run ([\w:]+)/.exec(command)?.[1] ?? [])
  expect(named.filter(name => !Object.hasOwn(scripts, name))).toEqual([])
})

test('configurations on the pages are good ones', () => {
  const configs = blocks('yaml').filter(({code}) => /^(?:preset|rules|links|files|overrides):/m.test(code))
  expect(configs.length).toBeGreaterThan(0)
  for (const {name, code} of configs) expect(() => parseConfig(code, name, rules)).not.toThrow()
})

test('every page can be found from the first one', () => {
  const start = pages.find(({name}) => name === 'README.md')!.text
  for (const {name} of pages.filter(({name}) => name.startsWith('docs/'))) expect(start).toContain(`](${name}`)
})
