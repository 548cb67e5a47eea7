import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {GitHub} from '../github/octokit.ts'
import type {AskedLinks} from '../job/ask-links.ts'
import type {Check} from '../job/check-files.ts'
import type {OpenState} from '../job/state-file.ts'
import {suggest} from '../lint/nearest.ts'
import {printable} from '../report/printable.ts'
import {version} from '../version.ts'
import type {CommandLine} from './options.ts'
import type {ProgressLine} from './progress.ts'
import {tokenOf, type World} from './world.ts'

/** What the check is told about links, and what is left to do once they were asked. */
export interface LinkWork {
  readonly check: Pick<Check, 'links' | 'web'>
  /** Writes down what the next run should know. */
  readonly keep: (asked: AskedLinks) => Promise<void>
}

/** The values of `--links`. */
const choices = ['none', 'changed', 'all'] as const

/**
 * Prepares to ask about links as the command line says.
 * @throws UserError for a value that is not known, and for a memory that cannot be used.
 */
export async function linkWork(line: CommandLine, world: World, progress: ProgressLine): Promise<LinkWork> {
  const links = linksOf(line, 'none', choices)
  const state = line.value('state')
  if (links === 'none') {
    if (state === undefined) return {check: {}, keep: async () => {}}
    throw new UserError('`--state` remembers links; add `--links=all`, or leave it out.')
  }
  const heard = heardBy(progress)
  const kept = state === undefined ? undefined : await memoryIn(state, world)
  return {
    check: {links, web: {github: await gitHubOf(world), memory: kept?.memory, ...heard}},
    keep: async ({memory}) => {
      await kept?.keep(memory)
    }
  }
}

/** Which links are to be asked about. @throws UserError for a value that is not known. */
export function linksOf<Choice extends string>(line: CommandLine, usual: Choice, known: readonly Choice[]): Choice {
  const given = line.value('links') ?? usual
  const found = known.find(one => one === given)
  if (found === undefined) throw new UserError(`\`--links=${given}\` is not known; ${suggest(given, known)}`)
  return found
}

/** What someone who waits hears of the asking. */
export const heardBy = (progress: ProgressLine) => ({
  onProgress: progress.links,
  onRepositories: progress.repositories,
  onCopies: progress.copies
})

/** Opens the memory that the command line names. @throws UserError when it cannot be used. */
export async function memoryIn(name: string, {cwd, stderr}: World): Promise<OpenState> {
  const {openStateFile} = await import('../job/state-file.ts')
  const kept = await openStateFile(path.resolve(cwd, name), name)
  if (kept.note) stderr.write(`${printable(kept.note)}\n`)
  return kept
}

/** GitHub's API, where there is a token: it answers for a hundred repositories at once. */
export const gitHubOf = async (world: World): Promise<GitHub | undefined> =>
  tokenOf(world) ? gitHubWithOrWithout(world) : undefined

/** GitHub's API; without a token it tells of what is public, sixty times an hour. */
export async function gitHubWithOrWithout(world: World): Promise<GitHub> {
  const {env, stderr} = world
  const token = tokenOf(world)
  const [{connect}, {readPlaces}] = await Promise.all([
    import('../github/octokit.ts'),
    import('../github/server-places.ts')
  ])
  const {apiUrl, graphqlUrl} = readPlaces(env)
  return connect({
    token,
    apiUrl,
    graphqlUrl,
    version,
    log: text => stderr.write(`${printable(text)}\n`)
  })
}
