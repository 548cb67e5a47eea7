import {groupBy} from '../../src/document/group.ts'
import {type GitHub as Client, connect} from '../../src/github/octokit.ts'
import {type RepositoryAnswers, readRepositories} from '../../src/github/repositories.ts'
import type {JournalEntry} from '../fake/faults.ts'
import {type GitHub, startGitHub} from '../fake/github.ts'
import {account, type Repository} from '../fake/world.ts'

/** Where links lead. */
export const web = 'https://github.com'

/** A client for a double. */
export const clientOf = ({url}: Pick<GitHub, 'url'>, token?: string, pace: 'hasty' | 'polite' = 'hasty'): Client =>
  connect({token, apiUrl: url, version: '0', log: () => {}, pace})

/** As many repositories as wanted, with one history, and so at the price of one. */
export function makeMany(world: GitHub['world'], like: Repository, count: number): string[] {
  const {git} = like
  const resolved = new Map<string, Promise<string | undefined>>()
  const resolve = (revision: string) => {
    const found = resolved.get(revision) ?? git.resolve(revision)
    resolved.set(revision, found)
    return found
  }
  return Array.from({length: count}, (_, index) => {
    const name = `r${index}`
    world.repositories.set(`many/${name}`, {...like, git: {...git, resolve}, owner: account(world, 'many'), name})
    return `${web}/many/${name}`
  })
}

/** A GitHub of its own with so many repositories, for what changes how it answers. */
export async function busy(count: number) {
  const github = await startGitHub()
  const {state} = await github.createRepository({owner: 'octo', name: 'one', files: {'a.md': 'a', 'b.md': 'b'}})
  const urls = makeMany(github.world, state, count)
  const client = clientOf(github, github.token({kind: 'actions'}))
  return {
    github,
    urls,
    client,
    read: (given: readonly string[] = urls) => readRepositories(client, given),
    /** How many repositories each query asked for. */
    sizes: () => github.requests('/graphql').map(repositoriesIn),
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]()
  }
}

/** How many repositories a query asks for. */
export const repositoriesIn = ({body}: {readonly body: unknown}): number =>
  (body as {query: string}).query.split(' repository(').length - 1

/** Whether a request has that value somewhere. */
export const asks = (entry: JournalEntry, name: string): boolean => JSON.stringify(entry.body).includes(`"${name}"`)

/** How many links have each status. */
export const statuses = ({links}: RepositoryAnswers): Record<string, number> =>
  Object.fromEntries([...groupBy(links.values(), ({status}) => status)].map(([status, all]) => [status, all.length]))

/** The note on so many repositories that GitHub told nothing of. */
export const lost = (words: string, count: number): string[] => [
  `GitHub's API did not tell of ${count} repositories (${words}), so links to them are checked as ordinary web pages.`
]
