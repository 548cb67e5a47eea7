import type {Facts, RepositoryFact} from '../facts.ts'
import {readGitHubUrl} from '../link/github-url.ts'
import {factOf, repositoryFactOf} from '../link/link-fact.ts'
import type {AwesomeList} from '../list.ts'
import type {Entry} from './entry.ts'
import {isRetired} from './retired.ts'

/** An entry for a repository that GitHub was asked about. */
export interface ListedRepository {
  readonly entry: Entry
  readonly fact: RepositoryFact
}

/**
 * The entries whose own link is a repository, or a folder of one, that has the fault asked for; without those that are
 * dead altogether, and those that say themselves that nobody works on them.
 */
export function* faultyRepositories(
  list: AwesomeList,
  facts: Facts,
  hasFault: (fact: RepositoryFact) => boolean
): Iterable<ListedRepository> {
  if (!facts.repositories) return
  for (const entry of list.entries) {
    const {link, linkFirst} = entry
    const path = linkFirst && !link.broken ? readGitHubUrl(link.url)?.path : undefined
    if (path === undefined || !/^(?:tree(?:\/.*)?)?$/.test(path)) continue
    const fact = repositoryFactOf(facts, link.url)
    if (!fact || !hasFault(fact) || factOf(facts, link)?.status === 'dead' || isRetired(list, entry)) continue
    yield {entry, fact}
  }
}
