import {createPrivateKey} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import {type GitHubPlaces, readPlaces} from '../github/server-places.ts'
import {suggest} from '../lint/nearest.ts'
import type {Environment} from './environment.ts'

/** How the App is run, as the environment says. */
export interface Settings {
  readonly appId: number
  /** In PEM. */
  readonly privateKey: string
  readonly webhookSecret: string
  readonly host: string
  readonly port: number
  readonly places: GitHubPlaces
  readonly store: Store
  /** How many repositories are worked on at once. */
  readonly concurrency: number
  /** Milliseconds that a stop waits for what runs. */
  readonly grace: number
  /** Milliseconds to the second try of what failed. */
  readonly backOff: number
  /** Milliseconds that an audit waits for further pushes. */
  readonly debounce: number
  /** Whether pauses are made between writes. */
  readonly pace: 'polite' | 'hasty'
  readonly links: 'changed' | 'none'
  readonly audits: 'daily' | 'push' | 'none'
  readonly firstAudit: 'installation' | 'none'
  readonly fixes: 'pull-request' | 'none'
}

/** Where the queue and what is known of links are kept. */
export type Store =
  | {readonly kind: 'folder'; readonly folder: string}
  /** `lock`: milliseconds after which the work of a process that is gone is taken over. */
  | {readonly kind: 'redis'; readonly url: string; readonly lock: number}

/** Reads how the App is to be run. @throws UserError for a variable that is missing or wrong. */
export function readSettings(env: Environment, cwd: string): Settings {
  return {
    appId: readAppId(env),
    privateKey: readPrivateKey(env, cwd),
    webhookSecret: readSecret(env),
    host: env['HOST'] || '127.0.0.1',
    port: readNumber(env, 'PORT', 3000, {most: 65_535, kind: 'whole number'}),
    places: readPlaces(env),
    store: readStore(env, cwd),
    concurrency: readNumber(env, 'CONCURRENCY', 4, {least: 1, most: 64, kind: 'whole number'}),
    grace: 1000 * readNumber(env, 'GRACE_SECONDS', 25, {most: 3600}),
    backOff: 1000 * readNumber(env, 'RETRY_SECONDS', 10, {most: 3600}),
    debounce: 1000 * readNumber(env, 'AUDIT_DELAY_SECONDS', 60, {most: 86_400}),
    pace: readChoice(env, 'GITHUB_PACE', ['polite', 'hasty']),
    links: readChoice(env, 'AWESOME_DOCTOR_LINKS', ['changed', 'none']),
    audits: readChoice(env, 'AWESOME_DOCTOR_AUDIT', ['daily', 'push', 'none']),
    firstAudit: readChoice(env, 'AWESOME_DOCTOR_FIRST_AUDIT', ['none', 'installation']),
    fixes: readChoice(env, 'AWESOME_DOCTOR_FIX', ['none', 'pull-request'])
  }
}

/** Where the state is kept; all that `--dead` and `--retry` need. @throws UserError for an address of no Redis. */
export function readStore(env: Environment, cwd: string): Store {
  const url = env['REDIS_URL']
  if (!url) return {kind: 'folder', folder: path.resolve(cwd, env['STATE_DIR'] || 'awesome-doctor-state')}
  if (!/^rediss?:\/\/[^/]/.test(url) || !URL.canParse(url) || !isDecodable(new URL(url)))
    throw new UserError('`REDIS_URL` is no address of a Redis; write it as `redis://HOST:6379`.')
  return {kind: 'redis', url, lock: 1000 * readNumber(env, 'REDIS_LOCK_SECONDS', 30, {least: 1, most: 3600})}
}

/** Whether each `%` in name and password begins two digits of a character. */
function isDecodable({username, password}: URL): boolean {
  try {
    return decodeURIComponent(username + password) !== undefined
  } catch {
    return false
  }
}

const where = '`awesome-doctor serve --setup` makes an App and writes it down'

function readAppId(env: Environment): number {
  const given = env['APP_ID'] ?? ''
  if (given === '') throw new UserError(`\`APP_ID\` is missing; it stands on the page of the App, or ${where}.`)
  if (!/^[1-9]\d{0,15}$/.test(given))
    throw new UserError(`\`APP_ID\` is \`${given}\`, but must be the number on the page of the App.`)
  return Number(given)
}

function readPrivateKey(env: Environment, cwd: string): string {
  const {PRIVATE_KEY: given, PRIVATE_KEY_PATH: file} = env
  if (!given && !file)
    throw new UserError(
      `\`PRIVATE_KEY\` and \`PRIVATE_KEY_PATH\` are missing; one of them must have the key of the App, and ${where}.`
    )
  const name = given ? 'PRIVATE_KEY' : 'PRIVATE_KEY_PATH'
  // A variable has one line in most files of variables.
  const key = (given || readKeyFile(path.resolve(cwd, file!), file!)).replaceAll('\\n', '\n').trim()
  try {
    createPrivateKey(key)
    return `${key}\n`
  } catch {
    throw new UserError(
      `\`${name}\` holds no private key; download one from the page of the App, and give it as it is, from \`-----BEGIN\` on.`
    )
  }
}

function readKeyFile(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UserError(
      `\`PRIVATE_KEY_PATH\` is \`${name}\`, which cannot be read (${(error as NodeJS.ErrnoException).code}); name the file with the key of the App.`
    )
  }
}

function readSecret(env: Environment): string {
  const secret = env['WEBHOOK_SECRET'] ?? ''
  if (secret === '')
    throw new UserError(`\`WEBHOOK_SECRET\` is missing; without it anybody could send events, and ${where}.`)
  return secret
}

/** @throws UserError for what is no number within the bounds. */
export function readNumber(
  env: Environment,
  name: string,
  otherwise: number,
  {
    least = 0,
    most,
    kind = 'number'
  }: {readonly least?: number; readonly most: number; readonly kind?: 'number' | 'whole number'}
): number {
  const given = env[name] ?? ''
  if (given === '') return otherwise
  const value = /^\d+(?:\.\d+)?$/.test(given) ? Number(given) : Number.NaN
  const fits = value >= least && value <= most && (kind === 'number' || Number.isInteger(value))
  if (fits) return value
  throw new UserError(`\`${name}\` is \`${given}\`, but must be a ${kind} from ${least} to ${most}.`)
}

function readChoice<const T extends string>(env: Environment, name: string, values: readonly [T, ...T[]]): T {
  const given = env[name] ?? ''
  if (given === '') return values[0]
  const found = values.find(value => value === given)
  if (found) return found
  throw new UserError(`\`${name}\` is \`${given}\`; ${suggest(given, values)}`)
}
