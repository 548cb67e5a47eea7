import {media} from './quirks/media.ts'
import {packages} from './quirks/packages.ts'
import {people} from './quirks/people.ts'
import {permalinks} from './quirks/permalinks.ts'
import {places} from './quirks/places.ts'
import type {Meaning, Quirk} from './quirks/quirk.ts'

/** The hosts that are known to answer programs otherwise than people, a row each. */
export const quirks: readonly Quirk[] = [...packages, ...media, ...people, ...places, ...permalinks]

/** All that is known about an address: of each row that fits it what it says. */
export type Known = Omit<Quirk, 'hosts' | 'alone' | 'paths' | 'examples'>

const byHost = new Map<string, Quirk[]>()
for (const quirk of quirks) for (const host of quirk.hosts) byHost.set(host, [...(byHost.get(host) ?? []), quirk])

/** What is known about the host of an address, as far as it concerns that address; nothing for most of the web. */
export function quirkOf(url: URL): Known | undefined {
  const host = url.hostname.replace(/^www\.|\.$/g, '')
  const labels = host.split('.')
  const found = labels
    .flatMap((_, at) => byHost.get(labels.slice(at).join('.')) ?? [])
    .filter(
      ({hosts, alone, paths}) => (!alone || hosts.includes(host)) && (paths?.test(url.pathname + url.search) ?? true)
    )
    // What it is about an answer is said by the row that judges answers.
    .sort((a, b) => Number(judges(a)) - Number(judges(b)))
  if (found.length === 0) return undefined
  const {hosts: _, alone: __, paths: ___, examples: ____, ...known} = Object.assign({}, ...found) as Quirk
  return known
}

const judges = ({ask, blocks, lies, nowhere}: Quirk): boolean => [ask, blocks, lies, nowhere].some(Boolean)

/**
 * What an answer of the address itself means, where that is not what it says.
 * @param final the address that answered
 */
export function meantBy({because, blocks, lies, nowhere}: Known, status: number, final: URL): Meaning | undefined {
  const meansLittle = blocks?.includes(status) || lies?.includes(status) || nowhere?.test(final.href)
  return meansLittle ? {status: 'unsure', reason: because} : undefined
}

/** What an answer of the other address (`ask`) means; nothing where it is to be asked again later. */
export function toldBy({because, told}: Known, status: number): Meaning | undefined {
  if (status === 429 || (status >= 500 && status < 600)) return undefined
  return told?.[status] ?? (status >= 200 && status < 300 ? {status: 'alive'} : {status: 'unsure', reason: because})
}
