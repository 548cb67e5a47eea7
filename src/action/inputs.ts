import {getInput, getMultilineInput} from '@actions/core'
import {UserError} from '../document/error.ts'
import {readShard} from '../job/read-shard.ts'
import type {Shard} from '../links/shards.ts'
import {type Overrides, presets} from '../lint/config.ts'
import {suggest} from '../lint/nearest.ts'

/** What the workflow asks for. */
export interface Inputs {
  readonly token: string
  readonly mode: (typeof modes)[number]
  readonly overrides: Overrides
  readonly configFile?: string
  readonly show: 'review' | 'annotations'
  readonly maxComments: number
  /** Reports to write, as format and file. */
  readonly reports: readonly {readonly format: ReportFormat; readonly file: string}[]
  readonly links: 'auto' | 'none' | 'changed' | 'all'
  /** In an audit: whether one issue is kept up to date. */
  readonly issue: 'keep' | 'leave'
  /** In an audit: whether the fixes are proposed. */
  readonly fix: 'none' | 'pull-request'
  /** Only where it is said: an audit fails for nothing else. */
  readonly failOn?: (typeof failLevels)[number]
  /** In an audit: the part of the links that this job asks about. */
  readonly shard?: Shard
  /** With `mode: plan`: over how many jobs the links are spread at most. */
  readonly shards: number
  /** The folder in which shards leave what they have found. */
  readonly answers: string
  /** Where what is known of links is kept between runs. */
  readonly stateFile?: string
}

const modes = ['auto', 'review', 'audit', 'check', 'plan', 'merge'] as const
const failLevels = ['error', 'warning', 'never'] as const

/** GitHub cuts nothing here, but a review with more comments than this is refused, or nobody reads it. */
const mostComments = 100

/** A matrix has 256 jobs at most. */
const mostShards = 256

/** Formats that have an input for their file. */
const reportFormats = ['json', 'sarif', 'html', 'badge', 'shields'] as const
type ReportFormat = (typeof reportFormats)[number]

/** Reads the inputs of the step. @throws UserError for a value that is not known, and for what this release cannot do. */
export function readInputs(): Inputs {
  const token = getInput('github-token') || process.env['GITHUB_TOKEN'] || ''
  if (token === '') throw new UserError('The input `github-token` is empty; leave it out to use the token of the job.')
  const files = getMultilineInput('files').filter(line => line !== '')
  const preset = choice('preset', presets)
  const failOn = choice('fail-on', failLevels)
  const configFile = getInput('config')
  const stateFile = getInput('state-file')
  const shard = getInput('shard')
  return {
    token,
    mode: choice('mode', modes) ?? 'auto',
    overrides: {...(files.length > 0 && {files}), ...(preset && {preset}), ...(failOn && {failOn})},
    ...(failOn && {failOn}),
    issue: choice('issue', ['true', 'false']) === 'false' ? 'leave' : 'keep',
    fix: choice('fix', ['none', 'pull-request']) ?? 'none',
    ...(configFile && {configFile}),
    show: choice('comment', ['true', 'false']) === 'false' ? 'annotations' : 'review',
    maxComments: readCount('max-comments', 30, mostComments),
    reports: reportFormats.map(format => ({format, file: getInput(`${format}-file`)})).filter(({file}) => file !== ''),
    links: choice('links', ['auto', 'none', 'changed', 'all']) ?? 'auto',
    ...(shard && {shard: readShard(shard)}),
    shards: Math.max(1, readCount('shards', 20, mostShards)),
    answers: getInput('answers') || 'awesome-doctor-answers',
    ...(stateFile && {stateFile})
  }
}

function choice<T extends string>(name: string, values: readonly T[]): T | undefined {
  const given = getInput(name).toLowerCase()
  if (given === '') return undefined
  const found = values.find(value => value === given)
  if (found) return found
  throw new UserError(`The input \`${name}\` is \`${given}\`; ${suggest(given, values)}`)
}

function readCount(name: string, otherwise: number, most: number): number {
  const given = getInput(name)
  if (given === '') return otherwise
  if (/^\d{1,4}$/.test(given) && Number(given) <= most) return Number(given)
  throw new UserError(`The input \`${name}\` is \`${given}\`, but must be a whole number from 0 to ${most}.`)
}
