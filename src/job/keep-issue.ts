import {addressOf} from '../document/link/url.ts'
import {say} from '../github/conversation.ts'
import type {GitHub, Refusal, Repository} from '../github/octokit.ts'
import type {Identity} from '../github/review.ts'
import {
  changeIssue,
  closeAsDuplicate,
  findTrackingIssues,
  type IsKnown,
  type IssueChange,
  openIssue,
  readTrackingIssue,
  type TrackingIssue
} from '../github/tracking-issue.ts'
import {draftIssue, type IssueDraft, isOwnTitle, readIssueBody} from '../report/issue.ts'
import {auditMarker} from '../report/issue-memory.ts'
import {findMarkers, marker} from '../report/markdown.ts'
import type {Audited} from './audited.ts'
import {areDisabled, refusedNote, unknownTokenNote} from './issue-notes.ts'
import {unjudgedBy} from './unjudged.ts'

/** What stands on GitHub before an audit. */
export type FoundIssue =
  | {
      readonly kind: 'found'
      readonly repository: Repository
      readonly identity: Identity
      /** The one that is kept up to date, if there is one. */
      readonly issue?: TrackingIssue
      /** Others of ours that are open. */
      readonly duplicates: readonly TrackingIssue[]
      /** Fingerprints of the findings whose boxes a person has ticked. */
      readonly silenced: readonly string[]
    }
  /** Nobody can tell; the sentence about it is told when the issue is kept. */
  | {readonly kind: 'unknown'; readonly silenced: readonly never[]; readonly refusal?: Refusal}

/** The marker counts at the end of a body; with our label anywhere, since a person may have written something below. */
const isKnown: IsKnown = (body, label) =>
  findMarkers(body).includes(auditMarker) ||
  (label === 'labelled' && body.split(/\r?\n/).some(line => line.trimEnd() === marker(auditMarker)))

/** Finds our issue and what it silences. Who refuses that makes no audit fail. */
export async function findIssue(github: GitHub, repository: Repository): Promise<FoundIssue> {
  const found = await findTrackingIssues(github, repository, isKnown)
  if (found.kind === 'refused') return {kind: 'unknown', silenced: [], refusal: found.refusal}
  if (found.kind === 'unknown identity') return {kind: 'unknown', silenced: []}
  const inOrder = [...found.issues].sort((a, b) => a.number - b.number)
  const open = inOrder.filter(({state}) => state === 'open')
  const issue = open[0] ?? inOrder.at(-1)
  const duplicates = open.slice(1)
  const silenced = [
    ...new Set([...(issue ? [issue] : []), ...duplicates].flatMap(({body}) => readIssueBody(body).ticked))
  ]
  return {kind: 'found', repository, identity: found.identity, ...(issue && {issue}), duplicates, silenced}
}

/** What the issue is to tell beyond what was found. */
export interface IssueSurroundings {
  /** Root of the pages of GitHub, such as `https://github.com`. */
  readonly webUrl: string
  /** The pull request that mends what can be mended. */
  readonly pullRequestUrl?: string
}

/** What keeping the issue needs of the world. */
export interface IssueKeeping {
  readonly github: GitHub
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<unknown>
}

/** What became of the issue. */
export interface KeptIssue {
  /** `refused`: what was found does not stand there. */
  readonly kind: 'told' | 'refused'
  /** Where it is, open or closed; missing where there is none. */
  readonly issueUrl?: string
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}

/** Opens, edits, closes or reopens the issue, so that it says what was found; nothing is written where it says so already. */
export async function keepIssue(
  found: FoundIssue,
  audited: Audited,
  surroundings: IssueSurroundings,
  {github, sleep}: IssueKeeping
): Promise<KeptIssue> {
  const draftFor = (body?: string) => draftOf(body, found, audited, surroundings)
  if (found.kind === 'unknown') return unknown(found.refusal, draftFor())
  const {repository, identity, issue, duplicates} = found
  if (issue) {
    const note = await bringUpToDate(github, repository, issue, draftFor)
    if (note) return {kind: 'refused', issueUrl: issue.url, notes: [note]}
    return {kind: 'told', issueUrl: issue.url, notes: await closeDuplicates(github, repository, issue, duplicates)}
  }
  const draft = draftFor()
  if (draft.state === 'closed') return {kind: 'told', notes: []}
  const opened = await openIssue(github, repository, draft, {identity, isKnown, sleep})
  if ('url' in opened) return {kind: 'told', issueUrl: opened.url, notes: []}
  return {kind: 'refused', notes: [refusedNote('opened', opened.refusal)]}
}

/** Where nobody knows what stands there, nothing is written. That issues are switched off matters only to who has findings. */
function unknown(refusal: Refusal | undefined, {state}: IssueDraft): KeptIssue {
  if (refusal && areDisabled(refusal) && state === 'closed') return {kind: 'told', notes: []}
  return {kind: 'refused', notes: [refusal ? refusedNote('looked for', refusal) : unknownTokenNote]}
}

/** The issue as it is to be, after what stands there. */
function draftOf(
  body: string | undefined,
  found: FoundIssue,
  audited: Audited,
  {webUrl, pullRequestUrl}: IssueSurroundings
): IssueDraft {
  const standing = body === undefined ? undefined : readIssueBody(body)
  const doubles = found.kind === 'found' ? found.duplicates.flatMap(double => readIssueBody(double.body).ticked) : []
  const {lists, repository, commit, asked} = audited
  return draftIssue(
    lists.map(({report}) => report),
    {
      ...(standing && {standing}),
      ticked: [...new Set([...(standing?.ticked ?? []), ...doubles])],
      tickedBefore: found.silenced,
      isUnjudged: unjudgedBy(audited),
      memory: asked ? 'renewed' : 'kept',
      copyOf: url => asked?.facts.links?.get(addressOf(url) ?? '')?.archived,
      ...(repository && {repositoryUrl: `${webUrl}/${repository.owner}/${repository.repo}`}),
      ...(commit && {commit}),
      pullRequestUrl
    }
  )
}

/** Edits the issue where it says something else, and tells who refused that. */
async function bringUpToDate(
  github: GitHub,
  repository: Repository,
  issue: TrackingIssue,
  draftFor: (body: string) => IssueDraft
): Promise<string | undefined> {
  if (!changeOf(issue, draftFor(issue.body))) return undefined
  // An audit takes its time: a person may have ticked a box meanwhile.
  const now = await readTrackingIssue(github, repository, issue.number)
  if ('refusal' in now) return refusedNote('brought up to date', now.refusal)
  const draft = draftFor(now.body)
  const change = changeOf(now, draft)
  if (!change) return undefined
  const refusal = await changeIssue(github, repository, issue.number, change)
  if (refusal) return refusedNote('brought up to date', refusal)
  // It is closed by now: without these words nothing is lost.
  if (change.state === 'closed') await say(github, {...repository, number: issue.number}, draft.farewell)
  return undefined
}

/** What is to change; nothing where the issue says already what there is to say. */
function changeOf({title, state}: TrackingIssue, draft: IssueDraft): IssueChange | undefined {
  const isRenamed = draft.title !== title && isOwnTitle(title)
  if (draft.change === 'none' && draft.state === state && !isRenamed) return undefined
  return {
    ...(isRenamed && {title: draft.title}),
    ...(draft.change === 'some' && {body: draft.body}),
    ...(draft.state !== state && {state: draft.state}),
    ...(draft.state === 'closed' && state === 'open' && {reason: 'completed' as const})
  }
}

/** Closes other issues of ours, as two runs at once may have opened. Their boxes are ticked in the one that is kept. */
async function closeDuplicates(
  github: GitHub,
  repository: Repository,
  kept: TrackingIssue,
  duplicates: readonly TrackingIssue[]
): Promise<readonly string[]> {
  for (const {number} of duplicates) {
    const refusal = await closeAsDuplicate(github, repository, number)
    if (refusal) return [refusedNote('closed as a duplicate', refusal)]
    await say(github, {...repository, number}, `This is told in #${kept.number}, which is kept up to date.`)
  }
  return []
}
