import {type GitHub, type Repository, refusalOf} from './octokit.ts'

/** A file of a commit. */
export interface TreeFile {
  readonly path: string
  /** Of the blob. */
  readonly sha: string
  /** In bytes. */
  readonly size: number
  /** `other` is a symbolic link or a submodule. */
  readonly kind: 'regular' | 'other'
}

/**
 * All files of a branch or commit, in one request; nothing where GitHub does not tell, or not all of them. A commit of a
 * fork is known to the repository that it was made for, too.
 */
export async function readTree(
  github: GitHub,
  {owner, repo}: Repository,
  ref: string
): Promise<readonly TreeFile[] | undefined> {
  try {
    const {data} = await github.rest.git.getTree({owner, repo, tree_sha: ref, recursive: 'true'})
    if (data.truncated) return undefined
    return data.tree.flatMap(({path, sha, size, mode, type}) => {
      if (path === undefined || sha === undefined || type === 'tree') return []
      const kind = type === 'blob' && mode !== '120000' ? 'regular' : 'other'
      return [{path, sha, size: size ?? 0, kind}]
    })
  } catch (error) {
    if (refusalOf(error)) return undefined
    throw error
  }
}
