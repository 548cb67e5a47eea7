/** What a unified diff says of the new file: which of its lines it shows, and which of those it adds. */
export interface Patch {
  /** One range per hunk: first and last line (from 1, both included) that it shows of the new file. Hunks that show none are left out. */
  readonly hunks: readonly {readonly start: number; readonly end: number}[]
  /** Lines (from 1) of the new file that are added or changed, in order. */
  readonly added: readonly number[]
  /** The lines of the old file that are not in the new one, or not as they were. */
  readonly removed: readonly string[]
}

const header = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/

/**
 * Reads the patch of one file, as GitHub's API or `git diff` gives it; what stands before the first hunk is passed over.
 * The counts in a hunk's header rule: a hunk ends where they are used up, whatever its lines look like.
 */
export function parsePatch(patch: string): Patch {
  const hunks: {start: number; end: number}[] = []
  const added: number[] = []
  const removed: string[] = []
  let oldLeft = 0
  let newLeft = 0
  let line = 0
  for (const row of patch.split('\n')) {
    if (oldLeft <= 0 && newLeft <= 0) {
      const found = header.exec(row)
      if (!found) continue
      oldLeft = Number(found[1] ?? 1)
      newLeft = Number(found[3] ?? 1)
      line = Number(found[2])
      if (newLeft > 0) hunks.push({start: line, end: line + newLeft - 1})
      continue
    }
    if (row.startsWith('\\')) continue
    if (row.startsWith('-')) {
      oldLeft--
      removed.push(row.slice(1))
      continue
    }
    newLeft--
    if (row.startsWith('+')) added.push(line)
    else oldLeft--
    line++
  }
  return {hunks, added, removed}
}
