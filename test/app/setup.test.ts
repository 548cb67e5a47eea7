import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test as plainTest} from 'vitest'
import {sick} from '../doors/scene.ts'
import {startServer} from '../fake/app-server.ts'
import {type GitHub, startGitHub} from '../fake/github.ts'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')

/** A run of `serve --setup`. */
interface Scene {
  readonly github: GitHub
  readonly folder: string
  readonly url: string
  readonly ended: Promise<{readonly code: number | null; readonly stderr: string}>
}

const test = plainTest.extend<{setUp: () => Promise<Scene>}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  setUp: async ({}, use) => {
    const github = await startGitHub()
    const folder = await mkdtemp(path.join(tmpdir(), 'setup-'))
    const children: ChildProcess[] = []
    await use(async () => {
      const env = {PATH: process.env['PATH'] ?? '', GITHUB_API_URL: github.url, GITHUB_SERVER_URL: github.webUrl}
      const child = spawn(process.execPath, [cli, 'serve', '--setup'], {
        cwd: folder,
        env,
        stdio: ['ignore', 'ignore', 'pipe']
      })
      children.push(child)
      let stderr = ''
      child.stderr.setEncoding('utf8')
      const ended = once(child, 'close').then(([code]) => ({code, stderr}))
      while (!stderr.includes('\n')) {
        const [text] = await Promise.race([once(child.stderr, 'data'), ended.then(() => ['\n'])])
        stderr += text
      }
      child.stderr.on('data', text => {
        stderr += text
      })
      const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(stderr) ?? []
      return {github, folder, url, ended}
    })
    for (const child of children) child.kill('SIGKILL')
    await github[Symbol.asyncDispose]()
    await rm(folder, {recursive: true})
  }
})

const wish = (more = {}): string =>
  String(new URLSearchParams({name: 'List Doctor', url: 'https://doctor.example/', organisation: 'octo-org', ...more}))

/** What the form of a page sends where. */
function formOf(page: string): {readonly action: string; readonly manifest: Record<string, unknown>} {
  const text = (attribute: RegExp): string =>
    (attribute.exec(page)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  return {
    action: text(/<form action="([^"]*)" method="post">/),
    manifest: JSON.parse(text(/name="manifest" value="([^"]*)"/))
  }
}

test('leads from a form to an App whose key is written down, and which can be served', async ({setUp}) => {
  const {github, folder, url, ended} = await setUp()
  const form = await fetch(url)
  expect(form.headers.get('content-security-policy')).toContain(`form-action 'self' ${github.webUrl}`)
  expect(await form.text()).toContain('<form action="/new">')
  const {action, manifest} = formOf(await (await fetch(`${url}/new?${wish()}`)).text())
  expect(action).toMatch(new RegExp(`^${github.webUrl}/organizations/octo-org/settings/apps/new\\?state=[\\da-f]{48}$`))
  expect(manifest).toMatchObject({
    name: 'List Doctor',
    hook_attributes: {url: 'https://doctor.example/webhook'},
    redirect_url: `${url}/created`,
    public: false,
    default_permissions: {
      checks: 'write',
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      pull_requests: 'write'
    },
    default_events: ['check_run', 'check_suite', 'issue_comment', 'pull_request', 'push']
  })
  const sent = await fetch(action, {
    method: 'POST',
    body: new URLSearchParams({manifest: JSON.stringify(manifest)}),
    redirect: 'manual'
  })
  const back = await fetch(sent.headers.get('location')!)
  expect(back.status).toBe(200)
  expect(await back.text()).toContain('awesome-doctor.env')
  const {code, stderr} = await ended
  const [app] = [...github.world.apps.values()]
  expect(code).toBe(0)
  expect(stderr).toContain(`${github.webUrl}/apps/list-doctor/installations/new`)
  expect(stderr).not.toContain(app!.webhookSecret)

  const file = path.join(folder, 'awesome-doctor.env')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const text = await readFile(file, 'utf8')
  expect(text).toContain(`\nAPP_ID=${app!.id}\nWEBHOOK_SECRET=${app!.webhookSecret}\nPRIVATE_KEY=-----BEGIN`)
  expect(text).not.toMatch(/client/i)

  const repository = await github.createRepository({files: {'readme.md': '# Kites\n'}})
  app!.installations.set(1, {
    id: 1,
    account: repository.state.owner,
    permissions: app!.permissions,
    repositories: [repository.fullName],
    suspendedAt: null
  })
  const env = {
    PATH: process.env['PATH'] ?? '',
    PORT: '0',
    GITHUB_PACE: 'hasty',
    AWESOME_DOCTOR_AUDIT: 'none',
    AWESOME_DOCTOR_LINKS: 'none'
  }
  const server = await startServer(env, app!, folder)
  const pull = await repository.openPull({head: 'list', files: {'readme.md': sick}})
  await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
  await server.ended(1)
  expect(pull.reviews).toHaveLength(1)
  await server.stop()
})

test('belongs to the person where no organisation is named', async ({setUp}) => {
  const {github, url} = await setUp()
  const {action} = formOf(await (await fetch(`${url}/new?${wish({organisation: ''})}`)).text())
  expect(action).toMatch(new RegExp(`^${github.webUrl}/settings/apps/new\\?state=`))
})

test.for([
  ['a name that is too long', {name: 'x'.repeat(35)}, '34 characters'],
  ['no address', {url: 'doctor.example'}, 'The address must be'],
  ['an address with a query', {url: 'https://doctor.example/?a'}, 'The address must be'],
  ['an organisation that is no name', {organisation: 'octo/org'}, 'The organisation must be']
] as const)('%s is asked for again', async ([, more, sentence], {setUp}) => {
  const {url} = await setUp()
  const answer = await fetch(`${url}/new?${wish(more)}`)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

test('what is written into the form stays text', async ({setUp}) => {
  const {url} = await setUp()
  const page = await (await fetch(`${url}/new?${wish({name: '"><script>alert(1)</script>', url: ''})}`)).text()
  expect(page).not.toContain('<script')
  expect(page).toContain('&lt;script&gt;')
})

test('only the page that was opened here counts, and only here', async ({setUp}) => {
  const {github, folder, url} = await setUp()
  for (const query of ['', '?code=abc', '?code=abc&state=', `?code=abc&state=${'0'.repeat(48)}`])
    expect((await fetch(`${url}/created${query}`)).status).toBe(403)
  // A name of somebody else that leads to this machine.
  const status = await new Promise(resolve => {
    request(`${url}/`, {headers: {host: 'evil.example'}}, answer => resolve(answer.statusCode)).end()
  })
  expect(status).toBe(421)
  expect(github.journal).toEqual([])
  await expect(stat(path.join(folder, 'awesome-doctor.env'))).rejects.toThrow('ENOENT')
})

test('a code that GitHub does not know is told, and the next one counts', async ({setUp}) => {
  const {url, ended} = await setUp()
  const {action, manifest} = formOf(await (await fetch(`${url}/new?${wish()}`)).text())
  const state = new URL(action).searchParams.get('state')
  const wrong = await fetch(`${url}/created?code=unknown&state=${state}`)
  expect([wrong.status, await wrong.text()]).toEqual([
    500,
    expect.stringContaining('GitHub did not give out the App (404')
  ])
  const body = new URLSearchParams({manifest: JSON.stringify(manifest)})
  const sent = await fetch(action, {method: 'POST', body, redirect: 'manual'})
  expect((await fetch(sent.headers.get('location')!)).status).toBe(200)
  expect((await ended).code).toBe(0)
})

test('a file that is there is not written over', async ({setUp}) => {
  const {folder, url, ended} = await setUp()
  const {action, manifest} = formOf(await (await fetch(`${url}/new?${wish()}`)).text())
  const file = path.join(folder, 'awesome-doctor.env')
  await writeFile(file, 'PRIVATE_KEY=mine\n')
  const again = await setUp()
  expect(await again.ended).toMatchObject({code: 2, stderr: expect.stringContaining('is there already')})
  // Made while the browser was at GitHub.
  const body = new URLSearchParams({manifest: JSON.stringify(manifest)})
  const sent = await fetch(action, {method: 'POST', body, redirect: 'manual'})
  expect((await fetch(sent.headers.get('location')!)).status).toBe(500)
  expect(await readFile(file, 'utf8')).toBe('PRIVATE_KEY=mine\n')
  void ended
})
