import type {Facts} from '../facts.ts'
import type {AwesomeList} from '../list.ts'
import {isNear} from '../words/similar.ts'
import type {AskedLink} from './link-fact.ts'
import {askedLinks, fragmentIn, movedTo} from './link-fact.ts'

/** A link to a place that its page does not have. */
export interface MissingFragment extends AskedLink {
  /** As written, without `#`. */
  readonly fragment: string
  /** The one place of the page, as far as they are known, that is nearly named so. */
  readonly near?: string
}

/** The links to places on other pages that are not there; an address that is old or dead is another matter. */
export function* missingFragments(list: AwesomeList, facts: Facts): Iterable<MissingFragment> {
  for (const asked of askedLinks(list, facts)) {
    const {link, fact} = asked
    const fragment = fragmentIn(link.url)
    if (fragment === undefined || fact.fragments?.[fragment] !== false) continue
    if (fact.status === 'dead' || movedTo(fact, link.url) !== undefined) continue
    const there = Object.keys(fact.fragments).filter(name => fact.fragments?.[name])
    const [near, ...others] = there.filter(name => isNear(name, fragment))
    yield {...asked, fragment, ...(near !== undefined && others.length === 0 && {near})}
  }
}
