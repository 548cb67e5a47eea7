import type {Facts, LinkFact, ReportedLink, RepositoryFact} from '../document/facts.ts'
import {repositoryOf} from '../document/link/github-url.ts'
import type {GitHub} from '../github/octokit.ts'
import type {Progress} from '../links/check.ts'
import {type Clock, wallClock} from '../links/clock.ts'
import type {HostTime} from '../links/host-desk.ts'
import {isConfirmed, type Memory, unconfirmed} from '../links/memory.ts'
import {machineNetwork, type Network} from '../links/network.ts'
import {type AskedWeb, askWeb} from './ask-web.ts'
import {type LinkTask, questionsOf, readQuestions} from './link-questions.ts'
import type {LinkUses} from './link-uses.ts'
import type {ReadLinks} from './read-lists.ts'
import {type Answers, answersFor} from './shard-answers.ts'

export type {LinkTask} from './link-questions.ts'

/** What the job needs of the world. */
export interface LinkSurroundings {
  readonly readLinks: ReadLinks
  /** GitHub's API with a token; without it links to github.com are pages like all others. */
  readonly github?: GitHub | undefined
  /** What is known from earlier runs. */
  readonly memory?: Memory | undefined
  /** What the shards of an audit have found out, as `readAnswers` gives it: used instead of asking. */
  readonly answers?: Answers | undefined
  readonly network?: Network
  readonly clock?: Clock
  readonly onProgress?: (progress: Progress) => void
  /** Hears how many repositories of all GitHub has told of. */
  readonly onRepositories?: (done: number, total: number) => void
  /** Hears how many dead pages of those that were to be looked for in the archive have been. */
  readonly onCopies?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** What came of asking. */
export interface AskedLinks {
  readonly facts: Pick<Facts, 'links' | 'repositories' | 'today'>
  readonly links: readonly ReportedLink[]
  readonly hosts: readonly HostTime[]
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
  /** What is to be known in the next run. */
  readonly memory: Memory
}

/**
 * Reads the links of texts and finds out what became of each.
 * @throws the reason of the signal, once that is aborted
 */
export async function askLinks(task: LinkTask, surroundings: LinkSurroundings): Promise<AskedLinks> {
  const {which, config} = task
  const {readLinks, github, clock = wallClock, network = machineNetwork(), memory = new Map(), answers} = surroundings
  const {uses, skipped, asked, isRead} = await readQuestions(task, readLinks)
  const known = await askGitHub(github, [...asked.keys()], surroundings)
  const web = await askWeb(
    questionsOf(asked, address => !known.links.has(address), config),
    {config: config.links, which, memory, answers: answers && answersFor([...asked.keys()], answers)},
    {...surroundings, network, clock}
  )
  const presumed = [...known.presumed].flatMap(([address, fact]) => {
    const seen = web.links.get(address)!
    if (seen.status === 'unsure' && seen.code === undefined) return [[address, fact] as const]
    // That there is no such repository says more than that there is no such page.
    return seen.status === 'dead' ? [[address, {...seen, ...fact}] as const] : []
  })
  const links = new Map([...known.links, ...believed(task, web), ...presumed])
  const factOf = (use: LinkUses): LinkFact => skipped.get(use) ?? links.get(use.address!)!
  return {
    facts: {links, repositories: known.repositories, today: new Date(clock.now()).toISOString().slice(0, 10)},
    links: uses.map(use => ({url: use.url, fact: factOf(use), places: use.places})),
    hosts: web.hosts,
    memory: web.memory,
    notes: [
      ...(isRead ? [] : ['Reading the links of these files takes too much, so none was asked.']),
      ...(answers?.notes ?? []),
      ...known.notes,
      ...web.notes
    ]
  }
}

/** What the web said, as far as the task believes it. */
function believed({dead}: LinkTask, {links, memory}: Pick<AskedWeb, 'links' | 'memory'>): AskedWeb['links'] {
  if (dead !== 'when found twice') return links
  const tellOf = (address: string, fact: LinkFact): LinkFact =>
    fact.status === 'dead' && !isConfirmed(fact, memory.get(address)) ? unconfirmed(fact) : fact
  return new Map([...links].map(([address, fact]) => [address, tellOf(address, fact)]))
}

interface GitHubAnswers {
  readonly links: ReadonlyMap<string, LinkFact>
  readonly repositories: ReadonlyMap<string, RepositoryFact>
  /** What is believed where the web gives no answer at all. */
  readonly presumed: ReadonlyMap<string, LinkFact>
  readonly notes: readonly string[]
}

/** So many repositories take the web so long that it is worth a word how it goes faster. */
const worthAToken = 20

const tokenNote = (count: number): string =>
  `The pages of ${count} repositories on github.com were asked one after the other; with a token in \`GITHUB_TOKEN\` GitHub tells of a hundred at once, and which are archived.`

async function askGitHub(
  github: GitHub | undefined,
  addresses: readonly string[],
  {onRepositories, signal}: LinkSurroundings
): Promise<GitHubAnswers> {
  if (!github) {
    const count = new Set(addresses.flatMap(address => repositoryOf(address) ?? [])).size
    const notes = count < worthAToken ? [] : [tokenNote(count)]
    return {links: new Map(), repositories: new Map(), presumed: new Map(), notes}
  }
  const {readRepositories} = await import('../github/repositories.ts')
  return readRepositories(github, addresses, {
    ...(onRepositories && {onProgress: onRepositories}),
    ...(signal && {signal})
  })
}
