import type {LineShift} from './git-diff.ts'
import {
  branchSha,
  type Pull,
  pullBase,
  type Repository,
  type Spot,
  storedRef,
  type Thread,
  timestamp,
  type World
} from './world.ts'

/** Points a ref at a commit (`null` deletes it), with what GitHub does then: pull requests from that branch follow. */
export async function moveBranch(world: World, repository: Repository, ref: string, sha: string | null): Promise<void> {
  if (sha === null) await repository.git.deleteRef(storedRef(repository, ref))
  else await repository.git.updateRef(storedRef(repository, ref), sha)
  repository.pushedAt = timestamp(world)
  for (const other of world.repositories.values()) {
    for (const pull of other.pulls.values()) {
      if (pull.headRepository !== repository || `refs/heads/${pull.headRef}` !== ref || pull.issue.state !== 'open')
        continue
      if (sha === null) close(world, pull)
      else await synchronize(world, pull, sha)
    }
  }
}

/** Closes a pull request without merging it. */
export function close(world: World, pull: Pull): void {
  pull.issue.state = 'closed'
  pull.issue.closedAt = timestamp(world)
  pull.issue.updatedAt = pull.issue.closedAt
}

/** Moves the head of a pull request and lets its threads follow their lines. */
async function synchronize(world: World, pull: Pull, head: string): Promise<void> {
  if (head === pull.headSha) return
  const oldBase = await pullBase(pull)
  pull.previousSha = pull.headSha
  pull.headSha = head
  pull.baseSha = (await branchSha(pull.repository, pull.baseRef)) ?? pull.baseSha
  pull.mergeableKnown = false
  pull.issue.updatedAt = timestamp(world)
  await pull.repository.git.updateRef(`refs/pull/${pull.number}/head`, head)
  for (const thread of pull.threads) await follow(thread, thread.commit, oldBase)
}

/** Lets one thread, which stood right at `from`, follow its lines to the head of its pull request. */
export async function follow(thread: Thread, from: string, oldBase: string): Promise<void> {
  const {pull} = thread
  const {git} = pull.repository
  if (thread.outdated || from === pull.headSha) return
  const shifts = await git.shifts(from, pull.headSha)
  const newPath = shifts.find(shift => shift.oldPath === thread.path)?.newPath ?? thread.path
  if (thread.subject === 'file') {
    thread.path = newPath
    thread.commit = pull.headSha
    return
  }
  const moved = thread.spot && (await movedSpot(thread.spot, pull, shifts, oldBase))
  if (moved) {
    thread.spot = moved
    thread.path = moved.path
    thread.commit = pull.headSha
    return
  }
  thread.spot = undefined
  thread.outdated = true
}

async function movedSpot(
  spot: Spot,
  pull: Pull,
  headShifts: readonly LineShift[],
  oldBase: string
): Promise<Spot | undefined> {
  const {git} = pull.repository
  const base = await pullBase(pull)
  const path = headShifts.find(shift => shift.oldPath === spot.path)?.newPath ?? spot.path
  const baseShifts = base === oldBase ? [] : await git.shifts(oldBase, base)
  const shift = (side: string): LineShift | undefined =>
    (side === 'LEFT' ? baseShifts : headShifts).find(({oldPath}) => oldPath === spot.path)
  const startSide = spot.startSide ?? spot.side
  const start = spot.startLine ?? spot.line
  const end = shiftedRange(shift(spot.side), startSide === spot.side ? start : spot.line, spot.line)
  const begin = startSide === spot.side ? end : shiftedRange(shift(startSide), start, start)
  if (!end || !begin) return undefined
  const change = (await git.diff(base, pull.headSha)).find(file => file.path === path)
  const anchor = change?.anchors.at(spot.side, end.end)
  const first = change?.anchors.at(startSide, begin.start)
  if (!anchor || !first) return undefined
  return {
    path,
    side: spot.side,
    line: end.end,
    position: anchor.position,
    ...(spot.startLine === undefined ? {} : {startLine: begin.start}),
    ...(spot.startSide === undefined ? {} : {startSide: spot.startSide})
  }
}

/** Where a range of lines went; nothing if any of it changed, or if something came in between. */
function shiftedRange(
  shift: LineShift | undefined,
  start: number,
  end: number
): {start: number; end: number} | undefined {
  let delta = 0
  for (const {oldStart, oldCount, newCount} of shift?.hunks ?? []) {
    // Without old lines, git names the line before the insertion.
    const first = oldCount === 0 ? oldStart + 1 : oldStart
    if (first > end) break
    const after = first + oldCount
    if (oldCount === 0 ? first > start : after > start) return undefined
    delta += newCount - oldCount
  }
  return {start: start + delta, end: end + delta}
}
