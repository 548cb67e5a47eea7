import {acts, capital, dice, picker, tails, things} from './words.ts'

/** What is behind a link: a page, or one of the things that a checker must not be fooled by. */
export type LinkKind = 'page' | 'gone' | 'error for a while' | 'rate limited once' | 'slow' | 'moved'

/** One link of the farm, as it is and as a checker should find it. */
export interface PlannedLink {
  readonly host: string
  readonly path: string
  readonly title: string
  readonly kind: LinkKind
  /** Milliseconds until each answer. */
  readonly latency: number
  /** Where it has moved to, on the same host. */
  readonly to?: string
}

/** So many of a hundred links; all others are pages. */
const shares: readonly (readonly [LinkKind, number])[] = [
  ['gone', 3],
  ['error for a while', 2],
  ['rate limited once', 2],
  ['slow', 1],
  ['moved', 1]
]
const linksPerHost = 40

/** So many links, 40 to a host, in the order of the list. The same in every run. */
export function planLinks(count: number): readonly PlannedLink[] {
  const roll = dice(count)
  const pick = picker(roll)
  const kinds = shares.flatMap(([kind, share]) => Array<LinkKind>(Math.round((count * share) / 100)).fill(kind))
  const hosts = Math.ceil(count / linksPerHost)
  const planned = Array.from({length: count}, (_, index): PlannedLink => {
    const kind = kinds[index] ?? 'page'
    const name = `${pick(things)}-${pick(things)}-${index}`
    return {
      host: '',
      path: `/docs/${name}`,
      title: `${capital(name.replaceAll('-', ' '))} ${pick(acts)} ${pick(tails)}`,
      kind,
      latency: kind === 'slow' ? 3000 : Math.round(20 + roll() * 180),
      ...(kind === 'moved' ? {to: `/guide/${name}`} : {})
    }
  })
  // Dealt twice: which link is on which host has nothing to do with where it stands in the list.
  return shuffled(
    shuffled(planned, roll).map((link, index) => ({...link, host: `h${index % hosts}.example`})),
    roll
  )
}

function shuffled<T>(all: readonly T[], roll: () => number): readonly T[] {
  return all
    .map(one => ({one, at: roll()}))
    .sort((a, b) => a.at - b.at)
    .map(({one}) => one)
}
