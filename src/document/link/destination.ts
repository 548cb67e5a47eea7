import type {Facts} from '../facts.ts'
import {readGitHubUrl} from './github-url.ts'
import type {LinkUse} from './link.ts'
import {factOf, movedTo, repositoryFactOf} from './link-fact.ts'
import {urlKey} from './url.ts'

/** Where a link leads by now. */
export interface Destination {
  /** The `key` of the address there. */
  readonly key: string
  /** What it is called: the present name of a repository, or an address. */
  readonly name: string
  /** Whether it is without doubt what was there before. */
  readonly sure: boolean
  /** Whether it is a repository, not something in one. */
  readonly repository: boolean
}

/** Where a link to the web leads, after all moves for good and under the present name of its repository. */
export function destinationOf(facts: Facts, link: LinkUse): Destination | undefined {
  if (link.key === undefined) return undefined
  if (!facts.links && !facts.repositories) return {key: link.key, name: link.url, sure: true, repository: false}
  const fact = factOf(facts, link)
  const to = fact && movedTo(fact, link.url)
  const url = to ?? link.url
  const found = readGitHubUrl(url)
  const {name} = repositoryFactOf(facts, url) ?? {}
  const present = found && name !== undefined ? renamed(url, name) : url
  return {
    key: (present === link.url ? undefined : urlKey(present)) ?? link.key,
    name: found?.path === '' ? (name ?? `${found.owner}/${found.repo}`) : present,
    sure: to === undefined || fact?.sure === true,
    repository: found?.path === ''
  }
}

/** The address of something on GitHub under another name of its repository. */
function renamed(url: string, name: string): string {
  const parsed = new URL(url.startsWith('//') ? `https:${url}` : url)
  const [, , ...rest] = parsed.pathname.split('/').filter(Boolean)
  parsed.pathname = [name, ...rest].join('/')
  return parsed.href
}
