import type {LinkFact} from '../document/facts.ts'
import {readGitHubUrl} from '../document/link/github-url.ts'
import type {PathPlace, Place, Question} from './place.ts'
import type {Reply, RepositoryState} from './repository-query.ts'

/** What can be said of a link; `web` where the API cannot tell, and `missing` where the folder above it has to be seen. */
export type Verdict = LinkFact | 'web' | 'missing'

/** The link as it is after a rename, without fragment. */
function renamedUrl(url: string, name: string): string {
  const {pathname, search} = new URL(url)
  return `https://github.com/${name}${pathname.replace(/^\/[^/]+\/[^/]+/, '')}${search}`
}

/** Of what is there: alive, or moved with its repository. */
function present(address: string, {fact: {name}}: RepositoryState): LinkFact {
  const {owner, repo} = readGitHubUrl(address)!
  if (name.toLowerCase() !== `${owner}/${repo}`.toLowerCase()) {
    return {status: 'moved', to: renamedUrl(address, name), sure: true, reason: `the repository is now \`${name}\``}
  }
  const {protocol} = new URL(address)
  return {status: 'alive', ...(protocol === 'http:' && {https: address.replace(/^http:/, 'https:')})}
}

/** Backticks would end the literal that it stands in. */
const literal = (text: string): string => `\`${text.replaceAll('`', "'")}\``

/** Judges a link to a repository that is there by what lies in the place that it names. */
export function judgePlace(
  address: string,
  place: Place,
  repository: RepositoryState,
  reply: Reply | undefined
): Verdict {
  const {fact} = repository
  // What GitHub turned off shows a page of its own, or none.
  if (fact.disabled) return 'web'
  const there = present(address, repository)
  switch (place.kind) {
    case 'page':
      return place.of === 'commits' && fact.empty ? 'web' : there
    case 'path':
      if (reply?.type) return there
      return reply && isSure(place.ref, repository) && place.path !== '' ? 'missing' : 'web'
    case 'commit':
      return reply?.type === 'Commit' ? there : 'web'
    case 'release':
      if (reply?.type) return there
      return reply ? {status: 'dead', reason: `the repository has no release or tag ${literal(place.tag)}`} : 'web'
    // Issues move to other repositories, or become discussions, and what is switched off leads elsewhere: the web follows.
    case 'history':
    case 'issue':
    case 'discussion':
    case 'feature':
      return reply?.type ? there : 'web'
    case 'other':
      return 'web'
  }
}

/**
 * Whether a path that is not there is nowhere. A branch that is not there may have been renamed, which redirects its links
 * (docs.github.com: renaming a branch), or its name may go on after the slash.
 */
const isSure = (ref: string, {defaultBranch}: RepositoryState): boolean =>
  defaultBranch !== undefined && (ref === 'HEAD' || ref === defaultBranch || /^[\da-f]{40}$/i.test(ref))

/** The question for the folder that a path lies in. */
export function folderOf({ref, path}: PathPlace): Question {
  return {kind: 'folder', expression: `${ref}:${path.split('/').slice(0, -1).join('/')}`}
}

/** Judges a path that git does not find, by what the folder above it has. */
export function judgeMissing(
  {ref, path}: PathPlace,
  {defaultBranch = 'HEAD'}: RepositoryState,
  folder: Reply | undefined
): Verdict {
  if (!folder) return 'web'
  const parts = path.split('/')
  const name = parts.at(-1)!
  const entries = folder.entries ?? []
  // A submodule is there, but what it holds lies elsewhere.
  if (entries.some(entry => entry.name === name)) return 'web'
  const branch = /^[\da-f]{40}$/i.test(ref)
    ? `at commit \`${ref.slice(0, 7)}\``
    : `on branch ${literal(ref === 'HEAD' ? defaultBranch : ref)}`
  const similar = entries.filter(entry => entry.name.toLowerCase() === name.toLowerCase())
  const hint = similar.length === 1 ? `; ${literal([...parts.slice(0, -1), similar[0]!.name].join('/'))} is` : ''
  return {status: 'dead', reason: `${literal(path)} is not in the repository ${branch}${hint}`}
}
