import {groupBy} from '../document/group.ts'
import {ownerOf} from '../document/link/domain.ts'
import {atOnceInAll, paceOf} from './check.ts'
import {quirkOf} from './quirks.ts'

/** One part of the links of an audit, asked by one job of several. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly count: number
}

/**
 * Milliseconds that a link keeps one of the places busy, on average. Most answer within two seconds, redirects and
 * `https:` included; one in fifty does not answer, and takes all its tries until they time out.
 */
const busy = 2_500

/** Milliseconds of a job that are not worth a second one, which has to be started, too. */
const wellSpent = 600_000

/** The host that really hears of an address. */
function hostOf(address: string): string {
  const url = new URL(address)
  const other = quirkOf(url)?.ask?.(url)
  return other === undefined ? url.host : new URL(other).host
}

/** What stays together: all hosts of one owner, which may be one server, and redirect to each other. */
interface Site {
  readonly name: string
  readonly links: readonly string[]
}

/** The same addresses in whatever order make the same sites, the largest first. */
function sitesOf(addresses: Iterable<string>): readonly Site[] {
  const links = [...addresses].sort()
  return [...groupBy(links, address => ownerOf(new URL(`https://${hostOf(address)}`).hostname))]
    .map(([name, links]) => ({name, links}))
    .sort((a, b) => b.links.length - a.links.length || (a.name < b.name ? -1 : 1))
}

/** Each site goes to the part that has the least so far. */
function deal(sites: readonly Site[], count: number): readonly (readonly Site[])[] {
  const parts = Array.from({length: count}, () => ({size: 0, sites: [] as Site[]}))
  for (const site of sites) {
    const lightest = parts.reduce((least, part) => (part.size < least.size ? part : least))
    lightest.sites.push(site)
    lightest.size += site.links.length
  }
  return parts.map(part => part.sites)
}

/**
 * Spreads addresses over so many parts, as evenly as can be without parting a site. The same addresses in whatever
 * order are spread the same way, so that each job can tell its own part.
 */
export const spread = (addresses: Iterable<string>, count: number): readonly (readonly string[])[] =>
  deal(sitesOf(addresses), count).map(sites => sites.flatMap(({links}) => links))

/** What asking costs: places that are taken by all together, and by the slowest host; in milliseconds. */
interface Cost {
  readonly all: number
  readonly slowest: number
}

function costOf(addresses: readonly string[]): Cost {
  const hosts = [...groupBy(addresses, hostOf)].map(([host, links]) => {
    const {atOnce, gap} = paceOf(host)
    return links.length * Math.max(gap, busy / atOnce)
  })
  return {all: addresses.length * busy, slowest: hosts.reduce((slowest, time) => Math.max(slowest, time), 0)}
}

const timeOf = (costs: readonly Cost[]): number =>
  costs.reduce((time, {slowest}) => Math.max(time, slowest), costs.reduce((sum, {all}) => sum + all, 0) / atOnceInAll)

/** Milliseconds that asking these addresses takes, about. */
export const timeFor = (addresses: readonly string[]): number => timeOf([costOf(addresses)])

/** How many parts are worth it, and about how long the longest of them takes, in milliseconds. */
export interface Spreading {
  readonly count: number
  readonly time: number
}

/**
 * So few parts, up to `most`, that each takes ten minutes at most, or as few as it takes until more do not help, since
 * the slowest host is the bound.
 * @param addresses all that are spread
 * @param isDue whether an address has to be asked at all
 */
export function spreadingFor(
  addresses: readonly string[],
  isDue: (address: string) => boolean,
  most: number
): Spreading {
  const sites = sitesOf(addresses)
  const costs = new Map(sites.map(site => [site, costOf(site.links.filter(isDue))]))
  let best: Spreading = {count: 1, time: timeOf([...costs.values()])}
  for (let count = 2; count <= most && best.time > wellSpent; count++) {
    const parts = deal(sites, count).map(part => timeOf(part.map(site => costs.get(site)!)))
    const time = Math.max(...parts)
    // Less than a tenth is not worth another job.
    if (time < best.time * 0.9) best = {count, time}
  }
  return best
}
