import {randomBytes, timingSafeEqual} from 'node:crypto'
import {constants} from 'node:fs'
import {access, open} from 'node:fs/promises'
import {createServer, type IncomingMessage} from 'node:http'
import path from 'node:path'
import type {Writable} from 'node:stream'
import {UserError} from '../document/error.ts'
import {connect, refusalOf} from '../github/octokit.ts'
import {type GitHubPlaces, readPlaces} from '../github/server-places.ts'
import {explain} from '../job/text-file.ts'
import {version} from '../version.ts'
import {type Environment, environmentFile as fileName} from './environment.ts'
import {manifestOf, readWish} from './manifest.ts'
import {readNumber} from './settings.ts'
import {donePage, formPage, manifestPage, sorryPage} from './setup-pages.ts'

/** What GitHub gives out for a new App, once. */
interface NewApp {
  readonly id: number
  readonly name: string
  readonly html_url: string
  readonly pem: string
  readonly webhook_secret: string | null
}

/** What is sent to the browser. */
interface Page {
  readonly status: number
  readonly html: string
  /** The App that is made now: there is nothing more to do. */
  readonly made?: NewApp
}

/**
 * Leads through the making of a GitHub App, in the browser, and writes down what GitHub gives out for it.
 * @throws UserError where the file is there already, or cannot be written.
 */
export async function setUp({
  env,
  cwd,
  stderr
}: {
  readonly env: Environment
  readonly cwd: string
  readonly stderr: Writable
}): Promise<void> {
  const places = readPlaces(env)
  const file = path.join(cwd, fileName)
  await checkRoom(file)
  const state = randomBytes(24).toString('hex')
  const guide = makeGuide(places, file, state)
  let tell = (_made: NewApp): void => {}
  const done = new Promise<NewApp>(resolve => {
    tell = resolve
  })
  const server = createServer((request, response) => {
    guide(request)
      .catch((error: unknown): Page => ({status: 500, html: sorryPage(sentenceOf(error))}))
      .then(({status, html, made}) => {
        response.writeHead(status, headersFor(places.webUrl))
        response.end(html, () => made && tell(made))
      })
  })
  await new Promise<void>((listening, reject) => {
    server.once('error', reject)
    server.listen(readNumber(env, 'PORT', 0, {most: 65_535, kind: 'whole number'}), '127.0.0.1', listening)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  stderr.write(`Open http://127.0.0.1:${port}/ in a browser on this machine; Ctrl-C ends this.\n`)
  const app = await done
  server.close()
  server.closeAllConnections()
  stderr.write(whatNext(app))
}

async function checkRoom(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false
  )
  if (isThere)
    throw new UserError(`\`${fileName}\` is there already and may hold the key of an App; move it away, or use it.`)
  await access(path.dirname(file), constants.W_OK).catch((error: unknown) => {
    throw explain(error, fileName, 'written')
  })
}

/** Answers the requests of the browser. */
function makeGuide(places: GitHubPlaces, file: string, state: string): (request: IncomingMessage) => Promise<Page> {
  let isUsed = false
  return async request => {
    const {host = ''} = request.headers
    // A page elsewhere whose name leads here has no business here.
    if (!/^(?:127\.0\.0\.1|localhost):\d+$/.test(host)) return {status: 421, html: sorryPage('This is no public page.')}
    const {pathname, searchParams} = new URL(request.url ?? '/', `http://${host}`)
    if (request.method !== 'GET') return {status: 405, html: sorryPage('There is nothing to send here.')}
    if (pathname === '/') return {status: 200, html: formPage({})}
    if (pathname === '/new') {
      const wish = readWish(searchParams)
      if (typeof wish === 'string') return {status: 422, html: formPage(Object.fromEntries(searchParams), wish)}
      return {status: 200, html: manifestPage(places.webUrl, wish, manifestOf(wish, `http://${host}/created`), state)}
    }
    if (pathname !== '/created') return {status: 404, html: sorryPage('There is no such page.')}
    const code = searchParams.get('code') ?? ''
    if (!isSame(searchParams.get('state') ?? '', state) || !/^[\w-]{1,100}$/.test(code) || isUsed)
      return {status: 403, html: sorryPage('This does not come from the page that was opened here.')}
    isUsed = true
    try {
      const app = await fetchApp(places, code)
      await writeFile(file, app, places)
      return {status: 200, html: donePage(fileName, `${app.html_url}/installations/new`), made: app}
    } catch (error) {
      isUsed = false
      throw error
    }
  }
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function fetchApp(places: GitHubPlaces, code: string): Promise<NewApp> {
  const github = connect({...places, version, log: () => {}})
  return (await github.rest.apps.createFromManifest({code})).data
}

async function writeFile(file: string, {id, name, html_url, pem, webhook_secret}: NewApp, {apiUrl}: GitHubPlaces) {
  const lines = [
    `# The GitHub App “${name.replace(/[\r\n]/g, ' ')}”, ${html_url}. Whoever has this file can act as the App.`,
    `APP_ID=${id}`,
    `WEBHOOK_SECRET=${webhook_secret ?? ''}`,
    `PRIVATE_KEY=${pem.trim().replace(/\r?\n/g, '\\n')}`,
    ...(apiUrl === 'https://api.github.com' ? [] : [`GITHUB_API_URL=${apiUrl}`])
  ]
  // Only for its owner from the first byte on, and never in the place of another.
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${lines.join('\n')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function sentenceOf(error: unknown): string {
  const refusal = refusalOf(error)
  if (refusal) return `GitHub did not give out the App (${refusal.status} ${refusal.message}).`
  return `The App could not be written down (${(error as Error).message}).`
}

const headersFor = (webUrl: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${webUrl}; frame-ancestors 'none'; base-uri 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store'
})

const whatNext = ({name, html_url}: NewApp): string =>
  [
    `The App “${name.replace(/[\p{Cc}]/gu, ' ')}” is made, and ${fileName} has its number, its key and the secret of its webhook.`,
    '',
    `1. Install it in the repositories of your lists: ${html_url}/installations/new`,
    `2. Start the server in this folder, where it finds the file: awesome-doctor serve`,
    '   Or with Redis and all: docker compose up',
    '3. Let GitHub reach /webhook on it, by the address that you gave.',
    ''
  ].join('\n')
