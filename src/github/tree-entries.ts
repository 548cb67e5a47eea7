import {createHash} from 'node:crypto'
import type {GitHub, Repository} from './octokit.ts'

/** A file of a tree: what git knows of it. */
export interface TreeEntry {
  /** Such as `100644`, `100755` for a program, `120000` for a symbolic link. */
  readonly mode: string
  /** Of the blob. */
  readonly sha: string
}

const folderMode = '040000'

/**
 * The entries of some paths in the tree of a commit; what is not there is left out. Where a tree is too large to be listed
 * at once, it is read folder by folder.
 * @throws what the client throws.
 */
export async function readEntries(
  github: GitHub,
  {owner, repo}: Repository,
  commit: string,
  paths: readonly string[]
): Promise<ReadonlyMap<string, TreeEntry>> {
  const wanted = new Set(paths)
  const {data: whole} = await github.rest.git.getTree({owner, repo, tree_sha: commit, recursive: 'true'})
  if (!whole.truncated)
    return new Map(whole.tree.flatMap(({path, mode, sha}) => (wanted.has(path) ? [[path, {mode, sha}] as const] : [])))
  const folders = new Map<string, Promise<ReadonlyMap<string, TreeEntry>>>()
  const list = async (tree: string | undefined): Promise<ReadonlyMap<string, TreeEntry>> => {
    if (tree === undefined) return new Map()
    const {data} = await github.rest.git.getTree({owner, repo, tree_sha: tree})
    return new Map(data.tree.map(({path, mode, sha}) => [path, {mode, sha}]))
  }
  const folder = (path: string): Promise<ReadonlyMap<string, TreeEntry>> => {
    const known = folders.get(path)
    if (known) return known
    const made =
      path === '' ? list(commit) : entry(path).then(found => list(found?.mode === folderMode ? found.sha : undefined))
    folders.set(path, made)
    return made
  }
  const entry = async (path: string): Promise<TreeEntry | undefined> => {
    const slash = path.lastIndexOf('/')
    return (await folder(path.slice(0, Math.max(slash, 0)))).get(path.slice(slash + 1))
  }
  const found = new Map<string, TreeEntry>()
  for (const path of wanted) {
    const one = await entry(path)
    if (one) found.set(path, one)
  }
  return found
}

/** The name that git gives to these bytes, with as many digits as the names of a repository have: 40 or 64. */
export const blobSha = (bytes: Buffer, digits: number): string =>
  createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
