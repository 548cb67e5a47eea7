import type {LinkFact, RepositoryFact} from '../document/facts.ts'
import {groupBy} from '../document/group.ts'
import {readGitHubUrl, repositoryOf} from '../document/link/github-url.ts'
import {addressOf} from '../document/link/url.ts'
import {folderOf, judgeMissing, judgePlace} from './judge-link.ts'
import type {GitHub, Repository} from './octokit.ts'
import {type PathPlace, type Place, placeOf, type Question, questionOf} from './place.ts'
import {type Knowledge, learn} from './repository-knowledge.ts'
import type {Ask, RepositoryState} from './repository-query.ts'

/** What GitHub's API knows of many links. */
export interface RepositoryAnswers {
  /** By `addressOf` of a link. */
  readonly links: ReadonlyMap<string, LinkFact>
  /** By `repositoryOf` of a link. */
  readonly repositories: ReadonlyMap<string, RepositoryFact>
  /**
   * What is to be believed of some of those that are left, should the web not tell: GraphQL does not find their
   * repositories, which it does not follow through every transfer.
   */
  readonly presumed: ReadonlyMap<string, LinkFact>
  /** Links that only the web can tell of, in the order given, each address once. */
  readonly left: readonly string[]
  /** Sentences for the user; backticks around literals. */
  readonly notes: readonly string[]
}

/** How to ask. */
export interface ReadOptions {
  readonly signal?: AbortSignal
  /** Hears how many repositories of all were answered. */
  readonly onProgress?: (done: number, all: number) => void
}

interface Link {
  readonly url: string
  /** Its `addressOf`. */
  readonly address: string
  /** Its `repositoryOf`. */
  readonly key: string
  readonly name: Repository
  readonly place: Place
}

/**
 * Asks GitHub's API about all links into repositories on github.com, a hundred repositories in one request. What it refuses
 * is no error: those links are left to the web.
 */
export async function readRepositories(
  github: GitHub,
  urls: readonly string[],
  options: ReadOptions = {}
): Promise<RepositoryAnswers> {
  const unique = new Map<string, string>()
  for (const url of urls) {
    const address = addressOf(url) ?? url
    if (!unique.has(address)) unique.set(address, url)
  }
  const links = [...unique].flatMap(([address, url]) => linkOf(address, url))
  const {baseUrl} = github.request.endpoint.DEFAULTS
  if (links.length === 0 || isElsewhere(baseUrl)) {
    const note = `Links to github.com are checked as ordinary web pages, because \`${baseUrl}\` does not know its repositories.`
    return {
      links: new Map(),
      repositories: new Map(),
      presumed: new Map(),
      left: [...unique.values()],
      notes: links.length > 0 ? [note] : []
    }
  }
  const asks = asksFor(links, ({place}) => questionOf(place))
  const {signal, onProgress} = options
  const known = await learn(github, asks, {
    signal,
    onProgress: done => onProgress?.(Math.min(done, asks.length), asks.length)
  })
  const facts = await judge(github, links, known, signal)
  const open = asks.filter(({key}) => !known.repositories.has(key)).length
  return {
    links: facts,
    repositories: new Map(
      [...known.repositories].flatMap(([key, state]) => (typeof state === 'string' ? [] : [[key, state.fact]]))
    ),
    presumed: new Map(
      links.flatMap(({address, key, name}) =>
        known.repositories.get(key) === 'not found' ? [[address, goneFact(name)]] : []
      )
    ),
    left: [...unique].filter(([address]) => !facts.has(address)).map(([, url]) => url),
    notes: known.refusal === undefined || open === 0 ? [] : [refusedNote(open, known.refusal)]
  }
}

/** What can be said for sure of the links, by address. */
async function judge(
  github: GitHub,
  links: readonly Link[],
  known: Knowledge,
  signal: AbortSignal | undefined
): Promise<ReadonlyMap<string, LinkFact>> {
  const facts = new Map<string, LinkFact>()
  const missing: (Link & {readonly repository: RepositoryState; readonly place: PathPlace})[] = []
  for (const link of links) {
    const {address, key, name, place} = link
    const repository = known.repositories.get(key)
    if (repository === 'gone') facts.set(address, goneFact(name))
    else if (typeof repository === 'object') {
      const question = questionOf(place)
      const verdict = judgePlace(address, place, repository, question && known.reply(key, question))
      if (verdict === 'missing' && place.kind === 'path')
        missing.push({...link, name: nameOf(repository), repository, place})
      else if (typeof verdict === 'object') facts.set(address, verdict)
    }
  }
  const asks = asksFor(missing, ({place}) => folderOf(place))
  const folders = await learn(github, asks, {signal})
  for (const {address, key, repository, place} of missing) {
    const verdict = judgeMissing(place, repository, folders.reply(key, folderOf(place)))
    if (typeof verdict === 'object') facts.set(address, verdict)
  }
  return facts
}

function nameOf({fact}: RepositoryState): Repository {
  const [owner = '', repo = ''] = fact.name.split('/')
  return {owner, repo}
}

const goneFact = ({owner, repo}: Repository): LinkFact => ({
  status: 'dead',
  reason: `there is no repository \`${owner}/${repo}\`, or it is private`
})

/** GitHub Enterprise has repositories of its own: Server behind `/api/v3`, Cloud with data residency at ghe.com. */
const isElsewhere = (apiUrl: string): boolean =>
  /\/api\/v3(?:\/|$)/.test(apiUrl) || /^https?:\/\/(?:[^/]*\.)?ghe\.com(?:[:/]|$)/.test(apiUrl)

function refusedNote(count: number, refusal: string): string {
  const [what, them] = count === 1 ? ['a repository', 'it'] : [`${count} repositories`, 'them']
  const words = refusal.replace(/\s+/g, ' ').slice(0, 200)
  return `GitHub's API did not tell of ${what} (${words}), so links to ${them} are checked as ordinary web pages.`
}

function linkOf(address: string, url: string): readonly Link[] {
  const name = readGitHubUrl(address)
  const key = repositoryOf(address)
  return name && key !== undefined ? [{url, address, key, name, place: placeOf(address)}] : []
}

/** One ask for each repository, with all questions about its places, each once. */
function asksFor<L extends Link>(links: readonly L[], questionFor: (link: L) => Question | undefined): readonly Ask[] {
  return [...groupBy(links, ({key}) => key)].map(([key, group]) => {
    const questions = group.flatMap(link => questionFor(link) ?? [])
    const {owner, repo} = group[0]!.name
    return {key, owner, repo, questions: [...new Map(questions.map(each => [JSON.stringify(each), each])).values()]}
  })
}
