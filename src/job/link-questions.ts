import type {LinkFact} from '../document/facts.ts'
import {groupBy} from '../document/group.ts'
import type {Question} from '../links/examine.ts'
import type {Config} from '../lint/config.ts'
import {urlTest} from '../lint/path-test.ts'
import {type LinkSource, type LinkUses, linkUses} from './link-uses.ts'
import type {ReadLinks} from './read-lists.ts'

/** What is to be asked about. */
export interface LinkTask {
  readonly sources: readonly LinkSource[]
  /** `changed`: only links that a diff brought; a source without changes is new as a whole. */
  readonly which: 'changed' | 'all'
  readonly config: Config
  /** When a page that only looks gone is called dead; the usual is `at once`. */
  readonly dead?: 'at once' | 'when found twice'
}

/** The links of texts, and what is to be asked of them. */
export interface LinkQuestions {
  readonly uses: readonly LinkUses[]
  /** What is never asked, and why. */
  readonly skipped: ReadonlyMap<LinkUses, LinkFact>
  /** The uses of each address that is asked. */
  readonly asked: ReadonlyMap<string, readonly LinkUses[]>
  /** Whether the texts could be read at all. */
  readonly isRead: boolean
}

/** Reads the links of texts, and sorts out what is never asked. */
export async function readQuestions({sources, which, config}: LinkTask, readLinks: ReadLinks): Promise<LinkQuestions> {
  const read = await readLinks(sources.map(({text}) => text))
  const uses = linkUses(sources, read ?? [], which)
  const skipped = skippedOf(uses, config)
  const asked = groupBy(
    uses.filter(use => !skipped.has(use)),
    use => use.address!
  )
  return {uses, skipped, asked, isRead: read !== undefined}
}

/** Hosts that stand for others in examples (RFC 2606, 6761). */
const reserved = /^(?:.*\.)?example(?:\.(?:com|net|org|edu))?$/

function skippedOf(uses: readonly LinkUses[], {links}: Config): ReadonlyMap<LinkUses, LinkFact> {
  const isExcluded = urlTest(links.exclude)
  return new Map(
    uses.flatMap(use => {
      const reason = reasonToSkip(use, isExcluded)
      return reason === undefined ? [] : [[use, {status: 'skipped', reason}] as const]
    })
  )
}

function reasonToSkip({url, address}: LinkUses, isExcluded: (url: string) => boolean): string | undefined {
  if (isExcluded(url) || (address !== undefined && isExcluded(address))) return 'excluded by the config'
  if (address !== undefined) return reserved.test(new URL(address).hostname) ? 'a host for examples' : undefined
  const [scheme] = /^[a-z][a-z\d+.-]*:/i.exec(url) ?? []
  return scheme && !/^https?:$/i.test(scheme) ? `\`${scheme.toLowerCase()}\` is not asked` : 'no address of the web'
}

/** What the web is to be asked, with the places on each page that are to be looked for. */
export function questionsOf(
  asked: LinkQuestions['asked'],
  isWanted: (address: string) => boolean,
  config: Config
): readonly Question[] {
  const isRemote = wantsFragments(config)
  return [...asked].flatMap(([address, uses]) => {
    if (!isWanted(address)) return []
    const fragments = isRemote ? uses.flatMap(({fragment}) => fragment ?? []) : []
    return [{address, ...(fragments.length > 0 && {fragments})}]
  })
}

/** Whether for any file the rule about places on other pages is on. */
function wantsFragments({rules, overrides}: Config): boolean {
  return [rules, ...overrides.map(one => one.rules)].some(settings => {
    const setting = settings['link-anchor']
    return Array.isArray(setting) && setting[1]?.['remote'] === true
  })
}
