import {type ChildProcess, spawn} from 'node:child_process'
import path from 'node:path'
import {createInterface} from 'node:readline'
import type {App} from './app-state.ts'
import type {GitHub} from './github.ts'
import {type Hook, openHook} from './webhooks.ts'
import type {Permissions} from './world.ts'

const root = path.resolve(import.meta.dirname, '../..')
const cli = path.join(root, 'dist/cli.js')

/** What the App asks for in its manifest. */
export const appPermissions: Permissions = {
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write'
}

/** A line of the log. */
export type LogLine = Readonly<Record<string, unknown>> & {readonly level: string; readonly message: string}

/** A server that runs as a child process. */
export interface Server {
  readonly url: string
  readonly hook: Hook
  readonly log: readonly LogLine[]
  readonly child: ChildProcess
  /** Waits for so many lines of the log that fit. */
  readonly logged: (fits: (line: LogLine) => boolean, count?: number) => Promise<LogLine>
  /** Waits for the end of so many jobs. */
  readonly ended: (count: number, of?: string) => Promise<readonly LogLine[]>
  readonly stop: (signal?: NodeJS.Signals) => Promise<{readonly code: number | null; readonly stderr: string}>
}

/** The environment of a server that asks the double, never the web, and is not slow. */
export const envOf = (github: GitHub, app: App, folder: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  APP_ID: String(app.id),
  PRIVATE_KEY: app.privateKey.replaceAll('\n', '\\n'),
  WEBHOOK_SECRET: app.webhookSecret,
  PORT: '0',
  STATE_DIR: folder,
  GITHUB_API_URL: github.url,
  GITHUB_GRAPHQL_URL: github.graphqlUrl,
  GITHUB_SERVER_URL: github.webUrl,
  GITHUB_PACE: 'hasty',
  RETRY_SECONDS: '0.01',
  AUDIT_DELAY_SECONDS: '0',
  AWESOME_DOCTOR_LINKS: 'none',
  AWESOME_DOCTOR_AUDIT: 'none'
})

/** Runs a command of the built program to its end. */
export function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>
): Promise<{readonly code: number | null; readonly stdout: string; readonly stderr: string}> {
  const child = spawn(process.execPath, [cli, ...args], {cwd: root, env, stdio: ['ignore', 'pipe', 'pipe']})
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  return new Promise(resolve => child.on('close', code => resolve({code, stdout, stderr})))
}

/** Starts the built program, and waits until it listens. */
export async function startServer(env: Readonly<Record<string, string>>, app: App, cwd = root): Promise<Server> {
  const child = spawn(process.execPath, [cli, 'serve'], {cwd, env, stdio: ['ignore', 'pipe', 'pipe']})
  const log: LogLine[] = []
  let listeners: (() => void)[] = []
  let stderr = ''
  let isOver = false
  const wake = (): void => {
    for (const listener of listeners.splice(0)) listener()
  }
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  createInterface({input: child.stdout}).on('line', line => {
    log.push(JSON.parse(line) as LogLine)
    wake()
  })
  const closed = new Promise<number | null>(resolve => {
    child.on('close', code => {
      isOver = true
      resolve(code)
      wake()
    })
  })

  async function logged(fits: (line: LogLine) => boolean, count = 1): Promise<LogLine> {
    for (;;) {
      const found = log.filter(fits)
      if (found.length >= count) return found[count - 1]!
      if (isOver) throw new Error(`The server ended.\n${stderr}\n${log.map(line => JSON.stringify(line)).join('\n')}`)
      await new Promise<void>(resolve => {
        listeners = [...listeners, resolve]
      })
    }
  }

  const {port} = await logged(({message}) => message.endsWith('listens.'))
  const url = `http://127.0.0.1:${port}`
  const isEnd =
    (of: string) =>
    ({message, work}: LogLine): boolean =>
      message === 'Job ended.' && String(work).startsWith(of)
  return {
    url,
    hook: openHook(app, `${url}/webhook`),
    log,
    child,
    logged,
    async ended(count, of = '') {
      await logged(isEnd(of), count)
      return log.filter(isEnd(of))
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return {code: await closed, stderr}
    }
  }
}
