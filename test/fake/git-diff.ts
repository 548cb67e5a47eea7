import {type Anchors, anchorsOf, countLines} from './anchors.ts'

/** One changed file between two commits. */
export interface FileChange {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed'
  readonly path: string
  readonly previousPath?: string
  readonly sha: string
  /** The hunks from the first `@@` on, without the last newline; absent where git shows none. */
  readonly patch?: string
  readonly additions: number
  readonly deletions: number
  readonly anchors: Anchors
}

/** A change of a whole file between two commits, without context: what moves the lines below it. */
export interface LineShift {
  readonly oldPath: string
  readonly newPath: string
  readonly hunks: readonly {oldStart: number; oldCount: number; newStart: number; newCount: number}[]
}

const perFile = {lines: 20_000, bytes: 500_000}

const perDiff = {lines: 20_000, bytes: 1_000_000}

interface RawEntry {
  readonly letter: string
  readonly oldSha: string
  readonly newSha: string
  readonly path: string
  readonly previousPath?: string
}

function rawEntries(listing: string): RawEntry[] {
  const fields = listing.split('\0')
  const entries: RawEntry[] = []
  for (let index = 0; index + 1 < fields.length; ) {
    const [, , oldSha, newSha, status] = fields[index++]!.split(' ') as [string, string, string, string, string]
    const letter = status[0]!
    const first = fields[index++]!
    if (letter !== 'R' && letter !== 'C') entries.push({letter, oldSha, newSha, path: first})
    else entries.push({letter, oldSha, newSha, previousPath: first, path: fields[index++]!})
  }
  return entries
}

/** One chunk of the diff for each entry; a change of type shows as two, and GitHub shows no patch for it. */
function chunksOf(entries: readonly RawEntry[], patches: string): string[] {
  const chunks = patches.split(/^(?=diff --git )/m).filter(Boolean)
  return entries.map(({letter}) => {
    if (letter !== 'T') return chunks.shift() ?? ''
    chunks.splice(0, 2)
    return ''
  })
}

const statuses: Readonly<Record<string, FileChange['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed'
}

/** The changes that `diff --raw -z` and the patch of the same two commits tell. */
export function changesOf(names: string, patches: string): FileChange[] {
  const entries = rawEntries(names)
  const chunks = chunksOf(entries, patches)
  let lines = 0
  let bytes = 0
  return entries.map((entry, index): FileChange => {
    const chunk = chunks[index]!
    const start = chunk.search(/^@@ /m)
    const whole = start < 0 ? undefined : chunk.slice(start).replace(/\n$/, '')
    const {additions, deletions} = countLines(whole ?? '')
    let patch = whole
    if (whole !== undefined) {
      const wholeLines = whole.split('\n').length
      const wholeBytes = Buffer.byteLength(whole)
      lines += wholeLines
      bytes += wholeBytes
      const tooLarge = wholeLines > perFile.lines || wholeBytes > perFile.bytes
      if (tooLarge || lines > perDiff.lines || bytes > perDiff.bytes) patch = undefined
    }
    return {
      status: statuses[entry.letter] ?? 'changed',
      path: entry.path,
      sha: entry.letter === 'D' ? entry.oldSha : entry.newSha,
      ...(entry.previousPath === undefined ? {} : {previousPath: entry.previousPath}),
      ...(patch === undefined ? {} : {patch}),
      additions,
      deletions,
      anchors: anchorsOf(patch ?? '')
    }
  })
}

/** How lines move, from `diff --raw -z` and the patch without context. */
export function shiftsOf(names: string, patches: string): LineShift[] {
  const entries = rawEntries(names)
  const chunks = chunksOf(entries, patches)
  return entries.map((entry, index) => ({
    oldPath: entry.previousPath ?? entry.path,
    newPath: entry.path,
    hunks: [...chunks[index]!.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)].map(
      ([, oldStart, oldCount = '1', newStart, newCount = '1']) => ({
        oldStart: Number(oldStart),
        oldCount: Number(oldCount),
        newStart: Number(newStart),
        newCount: Number(newCount)
      })
    )
  }))
}
