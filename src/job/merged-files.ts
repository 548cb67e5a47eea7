import type {Changes} from '../github/pull-request.ts'
import type {TreeFile} from '../github/tree.ts'

/** A file of a repository as it will be once a change is merged. */
export interface MergedFile {
  readonly path: string
  /** What the base has of it, perhaps by another name; missing where the change wrote it. */
  readonly base?: TreeFile
}

/**
 * The files as they will be once a change is merged: those of the base, with what the change adds, renames and removes.
 * A branch that lags behind its base is judged by what it is merged into, and no second list of files is asked for.
 * @returns nothing where the base or the change is not known as a whole
 */
export function mergedFiles(
  tree: readonly TreeFile[] | undefined,
  {files, limit}: Changes
): readonly MergedFile[] | undefined {
  if (!tree || limit !== undefined) return undefined
  const merged = new Map(tree.map((file): [string, MergedFile] => [file.path, {path: file.path, base: file}]))
  const before = new Map(tree.map(file => [file.path, file]))
  for (const {oldPath, status} of files) if (status === 'removed' || status === 'renamed') merged.delete(oldPath)
  for (const {path, oldPath, status, changes} of files) {
    if (status === 'removed') continue
    const base = status === 'renamed' && changes === 0 ? before.get(oldPath) : undefined
    merged.set(path, {path, ...(base && {base})})
  }
  return [...merged.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}
