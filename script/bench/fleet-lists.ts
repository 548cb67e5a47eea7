import {dice} from './words.ts'

/** What becomes of a link, with so many in a thousand, what asking costs, and what is remembered of it. */
export interface Kind {
  readonly share: number
  readonly requests: number
  /** Seconds that it keeps one of the places busy, in all. */
  readonly seconds: number
  readonly fact: {readonly status: 'alive' | 'moved' | 'dead' | 'unsure'; readonly code?: number; readonly to?: string}
}

/** Assumed: shares as lists have them, seconds as the checker waits (10, 20 and 20 for what never answers). */
export const kinds = {
  page: {share: 740, requests: 1.1, seconds: 0.8, fact: {status: 'alive', code: 200}},
  redirected: {share: 60, requests: 2, seconds: 1.4, fact: {status: 'alive', code: 200}},
  moved: {share: 60, requests: 2, seconds: 1.4, fact: {status: 'moved', code: 200, to: 'https://a.example/'}},
  gone: {share: 45, requests: 2, seconds: 1.2, fact: {status: 'dead', code: 404}},
  'no host': {share: 10, requests: 0, seconds: 0.5, fact: {status: 'dead'}},
  refused: {share: 50, requests: 1.2, seconds: 0.8, fact: {status: 'unsure', code: 403}},
  broken: {share: 15, requests: 3, seconds: 3, fact: {status: 'unsure', code: 500}},
  silent: {share: 20, requests: 3, seconds: 50, fact: {status: 'unsure'}}
} as const satisfies Readonly<Record<string, Kind>>
export type KindName = keyof typeof kinds

/** One link of the web. */
export interface SketchedLink {
  readonly address: string
  readonly kind: KindName
}

/** A list, as far as it costs something to look after it. */
export interface SketchedList {
  /** Links into repositories on github.com, most of them to a repository of its own. */
  readonly repositories: number
  readonly links: readonly SketchedLink[]
}

/**
 * Hosts that lists of all subjects link most, and their share of the links outside of repositories, in percent; as
 * counted on 156 lists with 56,728 links, of which 43 % led to repositories on github.com.
 */
const known: Readonly<Record<string, number>> = {
  'arxiv.org/abs': 5.65,
  'www.youtube.com/watch?v=': 4.95,
  'img.shields.io': 3.39,
  'github.com/topics': 3.19,
  'crates.io/keywords': 2.02,
  'twitter.com': 1.99,
  'raw.githubusercontent.com/a/b': 1.4,
  'en.wikipedia.org/wiki': 1.7,
  'medium.com/a': 0.81,
  'web.archive.org/web': 0.6,
  'huggingface.co/a': 0.5,
  'gitlab.com/a': 0.37
}
/** Hosts that no list is about. */
const besides = /^(?:img\.shields\.io|web\.archive\.org|raw\.githubusercontent\.com|github\.com)/

const repositoryShare = 0.43

/** Half of the lists have more links than this where the mean is 364, and the sizes spread as widely as a log-normal's. */
const [medianShare, width] = [169 / 364, 1.24]

/** Other hosts, the n-th of which gets n^-0.9 of the links. */
const otherHosts = 1_000_000
const zipf = 0.9

/** So many lists with so many links in all, the same in every run. */
export function* sketchLists(lists: number, links: number): Generator<SketchedList> {
  const roll = dice(lists)
  const places = Object.keys(known)
  const bounds = Object.values(known).map((_, at, all) => all.slice(0, at + 1).reduce((sum, one) => sum + one, 0) / 100)
  const kindNames = Object.entries(kinds).flatMap(([name, {share}]) => Array<KindName>(share).fill(name as KindName))
  const other = (): string => {
    // The inverse of the integral of the density, which is close enough from the first host on.
    const power = 1 - zipf
    return `h${Math.floor((roll() * (otherHosts ** power - 1) + 1) ** (1 / power))}.example`
  }
  const place = (): string => {
    const thrown = roll()
    return places[bounds.findIndex(bound => thrown < bound)] ?? other()
  }
  for (let list = 0; list < lists; list++) {
    const size = Math.round((links / lists) * medianShare * Math.exp(width * normal(roll)))
    const repositories = Math.round(size * repositoryShare)
    // Every list has a host that it likes: half of them link it with a sixth of the links, one in ten with half.
    const liked = place()
    const favourite = besides.test(liked) ? other() : liked
    const liking = 1 - (1 - roll()) ** 0.28
    yield {
      repositories,
      links: Array.from({length: size - repositories}, (_, at) => ({
        address: addressAt(roll() < liking ? favourite : place(), at),
        kind: kindNames[Math.floor(roll() * kindNames.length)]!
      }))
    }
  }
}

/** Videos have eleven characters, the others what they want. */
const addressAt = (place: string, at: number): string =>
  place.endsWith('=') ? `https://${place}${String(at).padStart(11, 'a')}` : `https://${place}/${at}`

/** A number as the normal distribution has it (Box and Muller). */
const normal = (roll: () => number): number => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
