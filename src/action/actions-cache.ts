import {type ExecFileException, execFile} from 'node:child_process'
import {mkdtemp, realpath, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

/** What the cache did. `absent`: this runner has none. `broken`: it has something that cannot be unpacked. */
export type CacheOutcome =
  | {readonly kind: 'done' | 'absent'}
  | {readonly kind: 'failed' | 'broken'; readonly reason: string}

/** What the step runs in. */
export interface Step {
  readonly env: NodeJS.ProcessEnv
  /** Keeps a secret out of the log from now on. */
  readonly mask: (secret: string) => void
}

/** A place in the cache of the repository, on the branch of the run. */
export interface CachePlace {
  /** Never used before: what is in the cache stays as it is. */
  readonly key: string
  /** What all keys of such files begin with; the newest one is restored. */
  readonly prefix: string
  /** The file, without folder: the cache knows it again by that. */
  readonly name: string
}

/** More than it should take by far; an audit is not to wait for the cache longer than that. */
const patience = 120_000

/** Fetches the newest file from the cache into a folder; there is none in it afterwards where the cache has none. */
export async function fetchFile(folder: string, {key, prefix, name}: CachePlace, step: Step): Promise<CacheOutcome> {
  const {error, lines} = await runCache(['restore', name, key, prefix], folder, step)
  if (error?.code === noCache) return {kind: 'absent'}
  const reason = reasonOf(error, lines)
  if (reason === undefined) return {kind: 'done'}
  // Its size is told once it is here.
  return {kind: lines.some(line => line.startsWith('Cache Size:')) ? 'broken' : 'failed', reason}
}

/** Puts a file of a folder into the cache. */
export async function putFile(folder: string, {key, name}: CachePlace, step: Step): Promise<CacheOutcome> {
  const {error, lines} = await runCache(['save', name, key], folder, step)
  if (error?.code === noCache) return {kind: 'absent'}
  return error ? {kind: 'failed', reason: reasonOf(error, lines) ?? 'it did not say why'} : {kind: 'done'}
}

/** Does something in a folder of its own, which is gone afterwards. */
export async function inFolder<T>({env}: Step, work: (folder: string) => Promise<T>): Promise<T> {
  // @actions/cache takes names from where the folder really is.
  const folder = await realpath(await mkdtemp(path.join(env['RUNNER_TEMP'] || tmpdir(), 'awesome-doctor-')))
  try {
    return await work(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** What `cache.ts` ends with where there is no cache. */
const noCache = 3

interface Ended {
  readonly error: ExecFileException | null
  readonly lines: readonly string[]
}

const program = new URL(import.meta.url.endsWith('.ts') ? '../cache.ts' : './cache.js', import.meta.url)

/** The folder is its workspace, so that the archive has the file by its name, wherever the runner keeps its folders. */
function runCache(args: readonly string[], folder: string, {env, mask}: Step): Promise<Ended> {
  const options = {
    cwd: folder,
    env: {...env, GITHUB_WORKSPACE: folder, RUNNER_TEMP: folder},
    timeout: patience,
    maxBuffer: 10_000_000
  }
  return new Promise(resolve => {
    execFile(process.execPath, [fileURLToPath(program), ...args], options, (error, stdout) => {
      const lines = stdout.split(/\r?\n/)
      for (const line of lines) if (line.startsWith(maskCommand)) mask(unescaped(line.slice(maskCommand.length)))
      resolve({error, lines})
    })
  })
}

const maskCommand = '::add-mask::'

/** A value of a workflow command, as it was before it was put on one line. */
const unescaped = (value: string): string =>
  value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

/** Where @actions/cache says what went wrong, from the plainest place on. */
const complaints = [
  /^::debug::Failed to reserve cache: (?:Error: )?(.+)$/,
  /^::(?:warning|error)(?: [^:]*)?::(?:Failed to (?:restore|save): )?(.+)$/,
  /^(?:Failed to save: )(.+)$/,
  /^(Cache save skipped: .+)$/
]

function reasonOf(error: ExecFileException | null, lines: readonly string[]): string | undefined {
  if (error?.killed) return `no answer within ${patience / 1000} seconds`
  const [words] = complaints.flatMap(form => lines.flatMap(line => form.exec(line)?.[1] ?? []))
  const [first = ''] = unescaped(words ?? '').split(/[\r\n]/)
  const reason = first.trim().slice(0, 200).replace(/\.$/, '')
  return reason || (error ? `it ended with ${error.code ?? error.signal}` : undefined)
}
