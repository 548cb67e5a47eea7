import type {Facts} from '../facts.ts'
import type {AwesomeList} from '../list.ts'
import {isSlip} from '../words/similar.ts'
import {domainOf} from './domain.ts'
import type {LinkUse} from './link.ts'
import {factOf} from './link-fact.ts'
import {hostOf} from './url.ts'

/** What a list and the web tell of one host. */
interface Host {
  /** Whether something on it answered. */
  answers: boolean
  /** Whether something on it was not asked. */
  open: boolean
  /** Whether something on it is dead without any answer. */
  silent: boolean
  readonly paths: Set<string>
}

/** The hosts that a list links to. */
export class LinkedHosts {
  readonly #hosts = new Map<string, Host>()

  constructor({links}: AwesomeList, facts: Facts) {
    for (const link of links) {
      const name = hostOf(link.url)
      if (name === undefined) continue
      const host = this.#hosts.get(name) ?? {answers: false, open: false, silent: false, paths: new Set()}
      const fact = factOf(facts, link)
      host.answers ||= fact?.status === 'alive' || fact?.status === 'moved' || fact?.code !== undefined
      host.open ||= !fact
      host.silent ||= fact?.status === 'dead' && fact.code === undefined
      if (fact?.status !== 'dead') host.paths.add(pathOf(link.url))
      this.#hosts.set(name, host)
    }
  }

  /**
   * An address on the one host of the list that is a typing slip away from its own, where the same page is linked or
   * no other comes near. To be asked of addresses whose host does not exist.
   */
  corrected({url}: LinkUse): string | undefined {
    const name = hostOf(url)
    if (name === undefined || this.#hosts.get(name)?.answers) return undefined
    const near = [...this.#hosts].flatMap(([other, host]) => {
      const right = host.answers || (host.open && !host.silent) ? meant(name, other) : undefined
      return right === undefined ? [] : [{right, same: host.paths.has(pathOf(url))}]
    })
    const best = new Set((near.some(({same}) => same) ? near.filter(({same}) => same) : near).map(({right}) => right))
    const [right, ...others] = best
    if (right === undefined || others.length > 0) return undefined
    const at = url.toLowerCase().indexOf(name, url.indexOf('//'))
    return url.slice(0, at) + right + url.slice(at + name.length)
  }
}

const pathOf = (url: string): string => /^https?:\/\/[^/?#]*\/?([^#]*)/i.exec(url)?.[1]?.replace(/\/$/, '') ?? ''

/** The host that was meant by a name, if it is a slip of another one, in the part that was registered or before that. */
function meant(name: string, other: string): string | undefined {
  const [own, near] = [domainOf(name).registrable, domainOf(other).registrable]
  if (!own || !near) return undefined
  if (own === near) return isSlipOf(name, other) ? other : undefined
  return isSlipOf(own, near) ? name.slice(0, -own.length) + near : undefined
}

/** Short names are near to each other by chance; other beginnings, numbers and plurals make other names. */
function isSlipOf(name: string, other: string): boolean {
  const [one, two] = [name.split('.', 1)[0]!, other.split('.', 1)[0]!]
  const letters = (host: string): string => host.replace(/\d/g, '')
  return (
    isSlip(name, other) &&
    name[0] === other[0] &&
    Math.min(one.length, two.length) >= 5 &&
    letters(name) !== letters(other) &&
    `${one}s` !== two &&
    `${two}s` !== one
  )
}
