import type {RepositoryFiles} from '../facts.ts'

/** What the path of a link means in its repository. */
export type PathState =
  | {readonly state: 'there' | 'missing' | 'unknown'}
  | {readonly state: 'other case'; readonly path: string}
  /** The file that the link stands in. */
  | {readonly state: 'here'; readonly fragment: string}

const known = new WeakMap<
  RepositoryFiles,
  {readonly exact: ReadonlySet<string>; readonly small: ReadonlyMap<string, string>}
>()

/** All files and folders, as they are and by small letters. */
function pathsOf(files: RepositoryFiles): {
  readonly exact: ReadonlySet<string>
  readonly small: ReadonlyMap<string, string>
} {
  const before = known.get(files)
  if (before) return before
  const exact = new Set(['', ...files.paths])
  for (const path of files.paths)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at)
      if (exact.has(folder)) break
      exact.add(folder)
    }
  const made = {exact, small: new Map([...exact].map(path => [path.toLowerCase(), path]))}
  known.set(files, made)
  return made
}

/** What is plainly the name of a file; `docs` alone may be a page of the site. */
const fileName =
  /\.(?:md|mdx|markdown|rst|adoc|txt|html?|pdf|png|jpe?g|gif|svg|webp|ico|json|ya?ml|toml|csv|ipynb|bib|tex)$/i

/** Where a link without scheme and host leads. */
export function lookUp(files: RepositoryFiles, url: string): PathState {
  const [, written = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
  // An address, a path from the root of the site, a template.
  if (written === '' || /^[a-z][a-z\d+.-]*:|^\/|[{}<>\\|]/i.test(written)) return {state: 'unknown'}
  const folder = files.here.split('/').slice(0, -1)
  const parts = [...folder]
  for (const part of decoded(written).split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    // Above the root lie pages of GitHub: `../../issues`.
    else if (parts.pop() === undefined) return {state: 'unknown'}
  }
  const path = parts.join('/')
  const {exact, small} = pathsOf(files)
  if (path === files.here && fragment !== undefined) return {state: 'here', fragment}
  if (exact.has(path)) return {state: 'there'}
  const other = small.get(path.toLowerCase())
  if (other !== undefined) return {state: 'other case', path: recased(other, written)}
  return {state: fileName.test(path) || /^\.{1,2}\//.test(written) ? 'missing' : 'unknown'}
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The written path in the case that it has in the repository, from its end as far as that is written out. */
function recased(path: string, written: string): string {
  const real = path.split('/')
  const parts = written.split('/')
  for (let at = parts.length - 1, from = real.length - 1; at >= 0 && from >= 0; at--) {
    if (parts[at] === '..' || parts[at] === '.') break
    if (parts[at] === '') continue
    if (decoded(parts[at]!) !== real[from]) parts[at] = encodeURI(real[from]!)
    from--
  }
  return parts.join('/')
}
