import {readGitHubUrl} from '../document/link/github-url.ts'

/** A part of a repository that its owner can switch off. */
interface Feature {
  readonly kind: 'feature'
  readonly feature: 'Issues' | 'Wiki' | 'Discussions'
}

/** What a repository can be asked. */
export type Question =
  /** A file, folder or commit, in git's words: `REV` or `REV:PATH`. */
  | {readonly kind: 'object'; readonly expression: string}
  /** What lies in a folder: `REV:PATH`. */
  | {readonly kind: 'folder'; readonly expression: string}
  | {readonly kind: 'release'; readonly tag: string}
  | {readonly kind: 'issue' | 'discussion'; readonly number: number}
  | Feature

/** A file or folder; without a path the branch itself. */
export interface PathPlace {
  readonly kind: 'path'
  readonly ref: string
  readonly path: string
}

/** What a link to a repository names there. */
export type Place =
  /** A page that every repository has; one of its commits only where it has some. */
  | {readonly kind: 'page'; readonly of: 'repository' | 'commits'}
  | Feature
  | PathPlace
  /** The commits of a branch, a file or a folder: those of a deleted file are still shown. */
  | {readonly kind: 'history'; readonly ref: string; readonly path: string}
  | {readonly kind: 'commit'; readonly sha: string}
  | {readonly kind: 'release'; readonly tag: string}
  /** An issue, which may be a pull request, or a discussion. */
  | {readonly kind: 'issue' | 'discussion'; readonly number: number}
  /** A page that the API does not know. */
  | {readonly kind: 'other'}

const other: Place = {kind: 'other'}

const pages: Readonly<Record<'repository' | 'commits', ReadonlySet<string>>> = {
  repository: new Set(
    (
      ' pulls releases releases/latest actions security activity pulse stargazers watchers forks network/members ' +
      'network/dependents'
    ).split(' ')
  ),
  commits: new Set(['commits', 'branches', 'tags', 'graphs/contributors'])
}
const ofFeature: Readonly<Record<string, Feature['feature']>> = {
  issues: 'Issues',
  labels: 'Issues',
  milestones: 'Issues',
  wiki: 'Wiki',
  discussions: 'Discussions'
}

/** Longer names are no business of the API: git's paths end at 4,096 bytes, and what is longer was not meant well. */
const longest = 1000

/** Reads what a link to a repository names there. */
export function placeOf(url: string): Place {
  const path = readGitHubUrl(url)?.path ?? ''
  const {pathname} = new URL(url.startsWith('//') ? `https:${url}` : url)
  // Such addresses may mean something else to the web than they do here.
  if (pathname.includes('//') || path.length > longest || (path !== '' && /^\/[^/]+\/[^/]+\.git\//i.test(pathname)))
    return other
  for (const part of ['repository', 'commits'] as const) if (pages[part].has(path)) return {kind: 'page', of: part}
  if (Object.hasOwn(ofFeature, path)) return {kind: 'feature', feature: ofFeature[path]!}
  const [first, ...rest] = path.split('/')
  const named = decoded(rest)
  if (!named || named.length === 0) return other
  switch (first) {
    case 'blob':
    case 'blame':
    case 'raw':
      return named.length > 1 ? inCommits('path', named) : other
    case 'tree':
      return inCommits('path', named)
    case 'commits':
      return inCommits('history', named)
    case 'commit':
      return named.length === 1 && /^[\da-f]{7,40}$/i.test(named[0]!) ? {kind: 'commit', sha: named[0]!} : other
    case 'releases':
      return named[0] === 'tag' && named.length > 1 ? {kind: 'release', tag: named.slice(1).join('/')} : other
    case 'pull':
      return /^(?:|files|commits|checks|changes)$/.test(rest.slice(1).join('/')) ? numbered('issue', rest[0]!) : other
    case 'issues':
      return rest.length === 1 ? numbered('issue', rest[0]!) : other
    case 'discussions':
      return rest.length === 1 ? numbered('discussion', rest[0]!) : other
    default:
      return other
  }
}

/** The parts of a path as they were meant; nothing where they are no UTF-8, or have what no name has. */
function decoded(parts: readonly string[]): readonly string[] | undefined {
  try {
    const found = parts.map(decodeURIComponent)
    return found.some(part => /[\0-\x1f\x7f]/.test(part)) ? undefined : found
  } catch {
    return undefined
  }
}

/** What git allows in the name of a branch or tag (git-check-ref-format): all else would be an operator, such as `~2`. */
const isRef = (text: string): boolean =>
  text !== '@' && !/[\s~^:?*[\\]|\.\.|@\{|^[-.]|\.$|\.lock$/.test(text) && !text.includes('/')

function inCommits(kind: 'path' | 'history', [ref = '', ...path]: readonly string[]): Place {
  if (!isRef(ref) || path.some(part => part === '.' || part === '..' || part.includes('/'))) return other
  return {kind, ref, path: path.join('/')}
}

/** GraphQL's integers have 32 bits. */
const largest = 2 ** 31 - 1

function numbered(kind: 'issue' | 'discussion', text: string): Place {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0
  return number > 0 && number <= largest ? {kind, number} : other
}

/** The question that tells whether the place is there; nothing where the repository alone tells, or nobody. */
export function questionOf(place: Place): Question | undefined {
  switch (place.kind) {
    case 'path':
    case 'history':
      return {kind: 'object', expression: place.path === '' ? place.ref : `${place.ref}:${place.path}`}
    case 'commit':
      return {kind: 'object', expression: place.sha}
    case 'release':
    case 'issue':
    case 'discussion':
    case 'feature':
      return place
    default:
      return undefined
  }
}
