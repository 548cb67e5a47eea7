import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {AskedLinks} from '../job/ask-links.ts'
import type {Check} from '../job/check-files.ts'
import type {OpenState} from '../job/state-file.ts'
import {suggest} from '../lint/nearest.ts'
import {printable} from '../report/printable.ts'
import {version} from '../version.ts'
import type {CommandLine} from './options.ts'
import type {ProgressLine} from './progress.ts'
import type {World} from './world.ts'

/** What the check is told about links, and what is left to do once they were asked. */
export interface LinkWork {
  readonly check: Pick<Check, 'links' | 'web'>
  /** Writes down what the next run should know. */
  readonly keep: (asked: AskedLinks) => Promise<void>
}

/**
 * Prepares to ask about links as the command line says.
 * @throws UserError for a value that is not known, and for a memory that cannot be used.
 */
export async function linkWork(line: CommandLine, world: World, progress: ProgressLine): Promise<LinkWork> {
  const links = line.value('links') ?? 'none'
  const state = line.value('state')
  if (links === 'none') {
    if (state === undefined) return {check: {}, keep: async () => {}}
    throw new UserError('`--state` remembers links; add `--links=all`, or leave it out.')
  }
  if (links !== 'changed' && links !== 'all')
    throw new UserError(`\`--links=${links}\` is not known; ${suggest(links, ['none', 'changed', 'all'])}`)
  const heard = {onProgress: progress.links, onRepositories: progress.repositories, onCopies: progress.copies}
  const kept = state === undefined ? undefined : await memoryIn(state, world)
  return {
    check: {links, web: {github: await gitHubOf(world), memory: kept?.memory, ...heard}},
    keep: async ({memory}) => {
      await kept?.keep(memory)
    }
  }
}

async function memoryIn(name: string, {cwd, stderr}: World): Promise<OpenState> {
  const {openStateFile} = await import('../job/state-file.ts')
  const kept = await openStateFile(path.resolve(cwd, name), name)
  if (kept.note) stderr.write(`${printable(kept.note)}\n`)
  return kept
}

/** GitHub's API, where there is a token: it answers for a hundred repositories at once. */
async function gitHubOf({env, stderr}: World) {
  const token = env['GITHUB_TOKEN'] || env['GH_TOKEN']
  if (!token) return undefined
  const {connect} = await import('../github/octokit.ts')
  return connect({
    token,
    apiUrl: env['GITHUB_API_URL'],
    graphqlUrl: env['GITHUB_GRAPHQL_URL'],
    version,
    log: text => stderr.write(`${printable(text)}\n`)
  })
}
