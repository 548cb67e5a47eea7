import {isSlip} from '../words/similar.ts'
import {domainOf} from './domain.ts'
import type {LinkUse} from './link.ts'
import {hostOf} from './url.ts'

/** How often each registrable domain is linked. */
export class Hosts {
  readonly counts = new Map<string, number>()
  /** Per domain, how many more of its links to a bare host end in a slash than don't. */
  readonly slashes = new Map<string, number>()
  /** The domains that are linked more than once. */
  readonly frequent: readonly (readonly [domain: string, count: number])[]
  /** Those that are linked often and could be mistyped without anybody seeing it. */
  readonly models: readonly string[]

  constructor(links: readonly LinkUse[]) {
    for (const {url} of links) {
      const {registrable, exists} = domainOf(hostOf(url) ?? '')
      if (!registrable || !exists) continue
      this.counts.set(registrable, (this.counts.get(registrable) ?? 0) + 1)
      const bare = /^https?:\/\/[^/]+(\/?)$/i.exec(url)
      if (bare) this.slashes.set(registrable, (this.slashes.get(registrable) ?? 0) + (bare[1] === '/' ? 1 : -1))
    }
    this.frequent = [...this.counts].filter(([, count]) => count > 1)
    this.models = this.frequent
      .filter(([domain, count]) => count >= 5 && (famous.has(domain) || domain.split('.', 1)[0]!.length >= 12))
      .map(([domain]) => domain)
  }

  /** The frequent domain that a name without a real top-level domain was cut off from, or is one slip away from. */
  meant(name: string): string | undefined {
    let best: string | undefined
    for (const [domain, count] of this.frequent) {
      if (count <= (this.counts.get(best ?? '') ?? 0)) continue
      const labels = domain.split('.').length
      const tail = name.split('.').slice(-labels).join('.')
      if ((tail.includes('.') && domain.startsWith(tail)) || isSlip(tail, domain)) best = domain
    }
    return best
  }

  /** The frequent domain that this one, linked once, is a typing slip of: a famous one, or one with a name too long for chance. */
  usual(domain: string): string | undefined {
    if (this.counts.get(domain) !== 1) return undefined
    const name = domain.split('.', 1)[0]!
    return this.models.find(other => {
      if (!isSlip(domain, other)) return false
      const model = other.split('.', 1)[0]!
      // `books` beside `book` are two sites, not one slip.
      return (
        famous.has(other) ||
        (domain.slice(domain.indexOf('.')) === other.slice(other.indexOf('.')) &&
          `${model}s` !== name &&
          model !== `${name}s`)
      )
    })
  }
}

/** Domains so well known that nobody else keeps a site one slip away for a list to link. */
const famous = new Set([
  'github.com',
  'gitlab.com',
  'youtube.com',
  'arxiv.org',
  'stackoverflow.com',
  'huggingface.co',
  'sourceforge.net',
  'linkedin.com',
  'googleapis.com',
  'githubusercontent.com'
])
