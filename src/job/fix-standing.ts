import {type Deed, deedOf, type FixBranch, readFixBranch} from '../github/fix-branch.ts'
import {type FixPull, readFixPulls} from '../github/fix-pull-request.ts'
import {findBranch} from '../github/head-commit.ts'
import type {GitHub, Repository} from '../github/octokit.ts'
import {deniesGuess, type Identity, isBy, readIdentity} from '../github/review.ts'
import {blobSha, readEntries} from '../github/tree-entries.ts'
import {requestMarker} from '../report/fix-request.ts'
import {findMarkers} from '../report/markdown.ts'
import type {AuditedList} from './audited.ts'

/** What stands on GitHub of fixes that were proposed before. */
export interface Standing {
  readonly identity: Identity
  /** Whether GitHub did not tell who we are, and what stands there speaks against the guess. */
  readonly isDoubtful: boolean
  /** Head of the base branch; nothing where there is no such branch. */
  readonly baseHead: string | undefined
  readonly branch: FixBranch | undefined
  /** What the commits on the branch have done, oldest first, if they are ours. */
  readonly deeds: readonly Deed[]
  /** How many commits on the branch are not ours. All that was merged is nobody's any more. */
  readonly strangers: number
  /** Whether the branch is nothing but what was merged. */
  readonly isMerged: boolean
  readonly open: FixPull | undefined
  /** Those of ours that a person has closed. */
  readonly declined: readonly FixPull[]
}

/** Looks what there is. @throws what the client throws. */
export async function readStanding(github: GitHub, repository: Repository, base: string): Promise<Standing> {
  const pulls = await readFixPulls(github, repository)
  const baseHead = await findBranch(github, repository, base)
  const branch = baseHead === undefined ? undefined : await readFixBranch(github, repository, baseHead)
  const identity = await readIdentity(github)
  const isMerged = pulls.some(({state, head}) => state === 'merged' && head === branch?.sha)
  const commits = branch?.commits ?? []
  const deeds = commits.flatMap(commit => deedOf(identity, commit) ?? [])
  return {
    identity,
    isDoubtful: [...pulls.filter(isMarked), ...commits].some(one => deniesGuess(identity, one)),
    baseHead,
    branch,
    deeds,
    strangers: isMerged ? 0 : (branch?.total ?? 0) - deeds.length,
    isMerged,
    open: pulls.find(({state}) => state === 'open'),
    declined: pulls.filter(pull => pull.state === 'declined' && isOwn(identity, pull))
  }
}

const isMarked = ({body}: FixPull): boolean => findMarkers(body).includes(requestMarker)

/** Whether a pull request is ours. People may open one from the branch by hand, and that is theirs. */
export const isOwn = (identity: Identity, pull: FixPull): boolean => isMarked(pull) && isBy(identity, pull)

/** A list whose text is that of the repository, and its mode there. */
export interface Touchable extends AuditedList {
  readonly mode: string
}

/** Lists as they are at the head of the base. */
export interface AtHead {
  readonly lists: readonly Touchable[]
  /** Paths of files that have another text there, or are not there. */
  readonly different: readonly string[]
}

/** Which lists can be mended there. A symbolic link is none: its target is a file of its own. @throws what the client throws. */
export async function listsAtHead(
  github: GitHub,
  repository: Repository,
  head: string,
  lists: readonly AuditedList[]
): Promise<AtHead> {
  const paths = lists.map(({task}) => task.path)
  const entries = await readEntries(github, repository, head, paths)
  const found = lists.map(list => {
    const entry = entries.get(list.task.path)
    if (!entry || /^100/.test(entry.mode)) {
      const isSame = entry?.sha === blobSha(Buffer.from(list.task.text), entry?.sha.length ?? 40)
      return isSame ? {...list, mode: entry!.mode} : list.task.path
    }
    return undefined
  })
  return {
    lists: found.filter(one => typeof one === 'object'),
    different: found.filter(one => typeof one === 'string')
  }
}
