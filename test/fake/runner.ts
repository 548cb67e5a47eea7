import {spawn} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import type {GitHub} from './github.ts'
import {
  annotationsIn,
  parseCommandFile,
  parseWorkflowCommands,
  type RunnerAnnotation,
  type WorkflowCommand
} from './workflow-commands.ts'

export {parseWorkflowCommands} from './workflow-commands.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** One run of an action. */
export interface ActionRun {
  readonly github: Pick<GitHub, 'url' | 'graphqlUrl' | 'enterpriseUrl' | 'enterpriseGraphqlUrl' | 'webUrl'>
  /** `owner/name`. */
  readonly repository: string
  readonly eventName: string
  /** The webhook payload. */
  readonly event: unknown
  /** What `${{ github.token }}` is. */
  readonly token: string
  /** By the names in `action.yml`; those that are left out take their defaults. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** The script, from the root of the project. */
  readonly dist?: string
  readonly actionFile?: string
  /** The checked out folder; without it an empty one, for the time of the run. */
  readonly workspace?: string
  readonly sha?: string
  readonly ref?: string
  /** Gives out the URLs that GitHub Enterprise Servers have. */
  readonly enterprise?: boolean
  readonly timeoutMs?: number
}

/** What the runner saw of it. */
export interface ActionResult {
  /** Nothing, if it was ended from outside. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly exported: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly RunnerAnnotation[]
  readonly commands: readonly WorkflowCommand[]
}

interface ActionMetadata {
  readonly inputs?: Readonly<Record<string, {readonly default?: unknown} | null>>
}

function expanded(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The runner double can't expand ${whole}`)
    return value
  })
}

/** The inputs as the runner hands them over: upper case, blanks as `_`, hyphens as they are. */
function inputVariables(
  metadata: ActionMetadata,
  given: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>
): Record<string, string> {
  const declared = metadata.inputs ?? {}
  const unexpected = Object.keys(given).filter(name => !(name in declared))
  if (unexpected.length > 0) throw new Error(`Unexpected input(s) ${unexpected.join(', ')}`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? expanded(String(input?.default ?? ''), values)
    ])
  )
}

function start(
  script: string,
  cwd: string,
  env: Record<string, string>,
  timeout: number
): Promise<{exitCode: number | null; stdout: string; stderr: string}> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [script], {cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout})
    const out: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    child.on('error', reject)
    child.on('close', exitCode => {
      settle({exitCode, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(errors).toString()})
    })
  })
}

/** Runs an action's script the way the Actions runner does, with nothing of our own environment but `PATH`. */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-double-'))
  try {
    const payload = run.event as {
      readonly number?: number
      readonly pull_request?: {
        readonly head?: {ref?: string; sha?: string}
        readonly base?: {ref?: string; sha?: string}
      }
      readonly repository?: {readonly default_branch?: string}
      readonly sender?: {readonly login?: string}
    }
    const file = async (name: string, content = ''): Promise<string> => {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    }
    const made = async (name: string): Promise<string> => {
      await mkdir(join(folder, name))
      return join(folder, name)
    }
    const pull = run.eventName === 'pull_request' ? payload.pull_request : undefined
    const branch = payload.repository?.default_branch ?? 'main'
    const ref = run.ref ?? (pull ? `refs/pull/${payload.number}/merge` : `refs/heads/${branch}`)
    const files = {
      GITHUB_OUTPUT: await file('output'),
      GITHUB_STEP_SUMMARY: await file('summary'),
      GITHUB_STATE: await file('state'),
      GITHUB_ENV: await file('env'),
      GITHUB_PATH: await file('path')
    }
    const metadata = parse(await readFile(resolve(root, run.actionFile ?? 'action.yml'), 'utf8')) as ActionMetadata
    const workspace = run.workspace ?? (await made('workspace'))
    const env: Record<string, string> = {
      PATH: process.env['PATH'] ?? '',
      HOME: await made('home'),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION: '__self',
      GITHUB_ACTOR: payload.sender?.login ?? 'octocat',
      GITHUB_API_URL: run.enterprise ? run.github.enterpriseUrl : run.github.url,
      GITHUB_GRAPHQL_URL: run.enterprise ? run.github.enterpriseGraphqlUrl : run.github.graphqlUrl,
      GITHUB_SERVER_URL: run.github.webUrl,
      GITHUB_REPOSITORY: run.repository,
      GITHUB_REPOSITORY_OWNER: run.repository.split('/')[0] ?? '',
      GITHUB_EVENT_NAME: run.eventName,
      GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(run.event)),
      GITHUB_SHA: run.sha ?? pull?.head?.sha ?? payload.pull_request?.base?.sha ?? '0'.repeat(40),
      GITHUB_REF: ref,
      GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
      GITHUB_HEAD_REF: payload.pull_request?.head?.ref ?? '',
      GITHUB_BASE_REF: payload.pull_request?.base?.ref ?? '',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_NUMBER: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW: 'test',
      GITHUB_JOB: 'test',
      GITHUB_WORKSPACE: workspace,
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_TEMP: await made('temp'),
      RUNNER_TOOL_CACHE: await made('tools'),
      ...files,
      ...inputVariables(metadata, run.inputs ?? {}, {
        'github.token': run.token,
        'github.repository': run.repository,
        'github.workspace': workspace
      }),
      ...run.env
    }
    const script = resolve(root, run.dist ?? 'dist/action.js')
    const ended = await start(script, workspace, env, run.timeoutMs ?? 60_000)
    const written = async (name: keyof typeof files): Promise<string> => readFile(files[name], 'utf8')
    // The runner listens to both streams.
    const commands = [...parseWorkflowCommands(ended.stdout), ...parseWorkflowCommands(ended.stderr)]
    const spoken = (name: string): Record<string, string> =>
      Object.fromEntries(
        commands.filter(({command}) => command === name).map(({properties, data}) => [properties['name'] ?? '', data])
      )
    return {
      ...ended,
      outputs: {...spoken('set-output'), ...parseCommandFile(await written('GITHUB_OUTPUT'))},
      state: {...spoken('save-state'), ...parseCommandFile(await written('GITHUB_STATE'))},
      exported: parseCommandFile(await written('GITHUB_ENV')),
      summary: await written('GITHUB_STEP_SUMMARY'),
      annotations: annotationsIn(commands),
      commands
    }
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
