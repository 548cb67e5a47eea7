import path from 'node:path'
import {UserError} from '../document/error.ts'
import {type Patch, parsePatch} from '../lint/changed-lines.ts'
import {git} from './git.ts'

/** What a diff does to the lines of a file. */
export type Changes = Pick<Patch, 'added' | 'removed'>

/** What changed in the working tree since a ref, what is not committed yet included. */
export interface GitDiff {
  /** The lines of a file that were added and removed; of a file that git does not know, all are added. */
  readonly changes: (file: string, text: string) => Promise<Changes>
}

/**
 * Compares the working tree with the merge base of `ref` and HEAD.
 * @throws UserError where there is no repository, no such ref, or no common history.
 */
export async function diffSince(cwd: string, ref: string): Promise<GitDiff> {
  const inside = await git(cwd, ['rev-parse', '--show-toplevel'])
  if (!inside.ok) throw new UserError(`\`--diff\` needs a git repository, and there is none here: ${inside.reason}.`)
  const top = inside.output.replace(/\r?\n$/, '')
  const commit = await git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  if (!commit.ok)
    throw new UserError(`\`--diff ${ref}\` names no commit; fetch it, or name a branch, tag or commit that is here.`)
  const base = await git(cwd, ['merge-base', commit.output.trim(), 'HEAD'])
  if (!base.ok)
    throw new UserError(
      `\`--diff ${ref}\` has no commit in common with HEAD; fetch more history (\`git fetch --unshallow\`).`
    )
  const commitId = base.output.trim()
  const renames = await renamesSince(top, commitId)
  return {
    async changes(file, text) {
      const name = path.relative(top, file).replaceAll(path.sep, '/')
      if (name.startsWith('../') || path.isAbsolute(name))
        throw new UserError(
          `\`${file}\` is outside of the git repository \`${top}\`, so that \`--diff\` cannot judge it.`
        )
      const known = await git(top, ['ls-files', '--error-unmatch', '--', `:(top,literal)${name}`])
      if (!known.ok) return {added: text.split(/\r\n|\n|\r/).map((_, index) => index + 1), removed: []}
      const old = renames.get(name)
      const names = old === undefined ? [name] : [old, name]
      const patch = await git(top, [
        ...diff,
        '--unified=0',
        commitId,
        '--',
        ...names.map(one => `:(top,literal)${one}`)
      ])
      if (!patch.ok) throw new UserError(`\`git diff\` failed for \`${name}\`: ${patch.reason}.`)
      return parsePatch(patch.output)
    }
  }
}

/** Nothing of the user's own taste in diffs, and no program but git itself. */
const diff = [
  'diff',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--text',
  '--find-renames',
  '--inter-hunk-context=0'
]

/** New name to old name, so that moving a list does not make all of its lines new. */
async function renamesSince(top: string, base: string): Promise<ReadonlyMap<string, string>> {
  const listed = await git(top, [...diff, '--name-status', '-z', '--diff-filter=R', base])
  const fields = listed.ok ? listed.output.split('\0') : []
  const renames = new Map<string, string>()
  for (let at = 0; at + 2 < fields.length; at += 3) renames.set(fields[at + 2]!, fields[at + 1]!)
  return renames
}
