import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {text} from 'node:stream/consumers'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type GitHub, startGitHub} from '../fake/github.ts'
import {startWeb, type Web} from '../fake/web.ts'
import {page, redirect, status} from '../fake/web-handlers.ts'

const cli = path.resolve(process.env['AWESOME_DOCTOR_CLI'] ?? 'dist/cli.js')

let cwd = ''
let web: Web
let github: GitHub
let a = ''
beforeEach(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'audit-'))
  web = await startWeb()
  github = await startGitHub()
  await web.site('a.example', {
    '/ok': page('Kites'),
    '/gone': status(410),
    '/missing': status(404),
    '/old': redirect(301, '/new'),
    '/new': page('New')
  })
  a = web.origin('a.example')
})
afterEach(async () => {
  rmSync(cwd, {recursive: true, force: true})
  expect(github.badRequests).toEqual([])
  await web.close()
  await github[Symbol.asyncDispose]()
})

const config = 'links: {allow-private: ["127.0.0.0/8"]}\n'

function put(name: string, source: string): void {
  const file = path.join(cwd, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, source)
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [cli, 'audit', ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: cwd,
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      ...env
    }
  })
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(resolve => child.once('close', resolve))
  ])
  return {code, stdout, stderr}
}

const list = (...entries: readonly string[]) =>
  `# Awesome Kites\n\n## Makers\n\n${entries.map(entry => `- ${entry}\n`).join('')}`

interface Told {
  readonly files: readonly {readonly path: string; readonly findings: readonly {readonly rule: string}[]}[]
  readonly links: readonly {
    readonly url: string
    readonly status: string
    readonly reason?: string
    readonly places: readonly {readonly path: string; readonly line: number}[]
  }[]
}

const told = (stdout: string): Told => JSON.parse(stdout) as Told
const rulesIn = ({files}: Told) => files.map(({path, findings}) => [path, findings.map(({rule}) => rule)])
const statuses = ({links}: Told) => links.map(({url, status}) => `${url.replace(a, '')} ${status}`)

test('a folder is looked at as a whole, with all its links', async () => {
  put('.github/awesome-doctor.yml', `files: [readme.md, "more/*.md"]\n${config}`)
  put('readme.md', list(`[Kites](${a}/ok) - Kites.`, `[Gone](${a}/gone) - Gone.`))
  put('more/old.md', list(`[Old](${a}/old) - Old.`, `[Missing](${a}/missing) - Missing.`))
  const {code, stdout} = await run(['--format', 'json'])
  expect(code).toBe(1)
  expect(rulesIn(told(stdout))).toEqual([
    ['readme.md', ['link-alive']],
    ['more/old.md', ['link-moved', 'link-alive']]
  ])
  expect(statuses(told(stdout))).toEqual(['/ok alive', '/gone dead', '/old moved', '/missing dead'])
})

test('with a memory, what only looks gone is called dead when the next audit finds the same', async () => {
  put('.github/awesome-doctor.yml', config)
  put('readme.md', list(`[Gone](${a}/gone) - Gone.`, `[Missing](${a}/missing) - Missing.`))
  const args = ['--state', 'links.jsonl', '--format', 'json']
  const first = told((await run(args)).stdout)
  expect(statuses(first)).toEqual(['/gone dead', '/missing unsure'])
  expect(first.links[1]!.reason).toBe(
    'the server answered `404` twice; an audit calls it dead when the next one finds the same'
  )
  expect(rulesIn(first)).toEqual([['readme.md', ['link-alive']]])
  const asked = web.requests.length
  const second = told((await run(args)).stdout)
  expect(statuses(second)).toEqual(['/gone dead', '/missing dead'])
  expect(rulesIn(second)).toEqual([['readme.md', ['link-alive', 'link-alive']]])
  expect(new Set(web.requests.slice(asked).map(({path}) => path))).toEqual(new Set(['/missing']))
})

test('a page that came back is not dead', async () => {
  put('.github/awesome-doctor.yml', config)
  let answer: 'gone' | 'back' = 'gone'
  await web.site('b.example', {
    '/': exchange => (answer === 'gone' ? status(404) : page('B'))(exchange)
  })
  put('readme.md', list(`[B](${web.origin('b.example')}/) - Comes and goes.`))
  const args = ['--state', 'links.jsonl', '--format', 'json']
  const seen: string[] = []
  for (const now of ['gone', 'back', 'gone'] as const) {
    answer = now
    const {links} = told((await run(args)).stdout)
    seen.push(links[0]!.status)
    // Else what was alive is believed for a week.
    const file = path.join(cwd, 'links.jsonl')
    const week = 14 * 24 * 3_600_000
    const aged = readFileSync(file, 'utf8').replace(/"(\d{4}-[\dT:-]+Z)"/g, (_, time) =>
      JSON.stringify(new Date(Date.parse(time) - week).toISOString().replace(/\.\d+Z$/, 'Z'))
    )
    writeFileSync(file, aged)
  }
  expect(seen).toEqual(['unsure', 'alive', 'unsure'])
})

test('repositories are read through the API, several in one call, and folders with them', async () => {
  const token = github.token({kind: 'user', login: 'ann'})
  await github.createRepository({
    owner: 'ann',
    name: 'kites',
    files: {'README.md': list(`[Gone](${a}/gone) - Gone.`), '.github/awesome-doctor.yml': config, LICENSE: 'Free.\n'}
  })
  await github.createRepository({
    owner: 'ann',
    name: 'boats',
    files: {
      'docs/a.md': list('[A](https://a.example) - A.'),
      'docs/b.md': `# B\n\n-[B](https://b.example) - B.\n`,
      '.awesome-doctor.yml': 'files: ["docs/*.md"]\n'
    }
  })
  put('here/.github/awesome-doctor.yml', config)
  put('here/readme.md', list(`[Old](${a}/old) - Old.`))
  const {code, stdout, stderr} = await run(['ann/kites', 'ann/boats', 'here', '--format', 'json'], {
    GITHUB_TOKEN: token
  })
  expect(stderr).toBe('')
  expect(code).toBe(1)
  const report = told(stdout)
  expect(report.files.map(({path}) => path)).toEqual([
    'ann/kites/README.md',
    'ann/boats/docs/a.md',
    'ann/boats/docs/b.md',
    'here/readme.md'
  ])
  expect(report.files[0]!.findings.map(({rule}) => rule)).toEqual(['link-alive'])
  expect(report.files[2]!.findings.map(({rule}) => rule)).toContain('entry-marker-space')
  expect(report.links.flatMap(({places}) => places.map(({path}) => path))).toContain('here/readme.md')
})

test('with --issue and --fix=pull-request it does on GitHub what the Action does', async () => {
  const token = github.token({kind: 'user', login: 'ann'})
  const repository = await github.createRepository({
    owner: 'ann',
    name: 'kites',
    files: {'README.md': `# Kites\n\n## Makers\n\n-[A](https://a.example) - Flies.\n`, LICENSE: 'Free.\n'}
  })
  const {code, stderr} = await run(['ann/kites', '--issue', '--fix=pull-request', '--format', 'json'], {
    GITHUB_TOKEN: token
  })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^The issue of ann\/kites: \S+\/ann\/kites\/issues\/\d+$/m)
  expect(stderr).toMatch(/^The pull request with the fixes of ann\/kites: \S+\/ann\/kites\/pull\/\d+$/m)
  expect(await repository.readFile('awesome-doctor/fixes', 'README.md')).toContain('- [A](https://a.example)')
})

test('files that are named are one audit, and one that is no text does not take the others along', async () => {
  put('.awesome-doctor.yml', 'files: ["*.md"]\none-list: true\n')
  put('a.md', list('[A](https://a.example) - A.'))
  put('b.md', list('[A again](https://a.example) - A.'))
  writeFileSync(path.join(cwd, 'c.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]))
  const {code, stdout, stderr} = await run(['a.md', 'b.md', 'c.md', '--format', 'json'])
  expect(rulesIn(told(stdout))).toEqual([
    ['a.md', []],
    ['b.md', ['entry-unique']]
  ])
  expect(stderr).toContain('`c.md`')
  expect(code).toBe(0)
})

test('one that cannot be read does not take the others along', async () => {
  put('here/readme.md', list('[A](https://a.example) - A.'))
  const {code, stdout, stderr} = await run(['ann/nowhere', 'here', '--format', 'json'], {
    GITHUB_TOKEN: github.token({kind: 'user', login: 'ann'})
  })
  expect(code).toBe(2)
  expect(told(stdout).files.map(({path}) => path)).toEqual(['here/readme.md'])
  expect(stderr).toContain(
    'awesome-doctor: There is no repository `ann/nowhere` on GitHub, or the token may not see it'
  )
})

test('a mistake says where it is, if that is not here', async () => {
  put('none/notes.txt', 'No list.\n')
  put('bad/readme.md', list('[A](https://a.example) - A.'))
  put('bad/.awesome-doctor.yml', 'ruls: {}\n')
  const alone = await run(['none'])
  expect(alone).toMatchObject({code: 2, stdout: ''})
  expect(alone.stderr).toMatch(/^awesome-doctor: `none`: There is no readme here;/)
  const {code, stdout, stderr} = await run(['none', 'bad', '--format', 'json'])
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).toContain('awesome-doctor: `none`: There is no readme here;')
  expect(stderr).toContain('awesome-doctor: `bad`: .awesome-doctor.yml:1:1: `ruls` is not known')
  expect((await run(['none', 'bad'])).stderr).not.toContain('Nothing to say')
})

test('what is named twice is audited once', async () => {
  put('here/readme.md', list('[A](https://a.example) - A.'))
  const {stdout} = await run(['here', './here/', 'here/../here', '--format', 'json'])
  expect(told(stdout).files.map(({path}) => path)).toEqual(['here/readme.md'])
})

test('the issue calls nothing dead that only looks gone, and that no other audit has found so', async () => {
  const repository = await github.createRepository({
    owner: 'ann',
    name: 'kites',
    files: {
      'README.md': list(`[Gone](${a}/gone) - Gone.`, `[Missing](${a}/missing) - Missing.`),
      '.github/awesome-doctor.yml': config,
      LICENSE: 'Free.\n'
    }
  })
  await run(['ann/kites', '--issue'], {GITHUB_TOKEN: github.token({kind: 'user', login: 'ann'})})
  const [issue] = repository.state.issues.values()
  expect(issue!.body).toContain('/gone')
  expect(issue!.body).not.toContain('/missing')
})

test.each([
  [['nowhere'], '`nowhere` is neither a folder or file here nor a repository; write `OWNER/REPO` for one.'],
  [['--links', 'changed'], '`--links=changed` is not known;'],
  [['--links', 'none', '--state', 'a'], '`--state` remembers links; leave it out, or `--links=none`.'],
  [['.'], 'There is no readme here;'],
  [['--fix'], '`audit` mends by a pull request only:'],
  [['--issue', '.'], '`--issue` writes on GitHub; name repositories'],
  [['--fix=pull-request', 'ann/kites'], '`--fix=pull-request` writes on GitHub; give a token']
])('%j is a mistake', async (args, sentence) => {
  const {code, stdout, stderr} = await run(args)
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).toContain(sentence)
})
