import {type GitHub, type Refusal, type Repository, refusalOf} from './octokit.ts'
import type {PullReference} from './pull-request.ts'
import {isBy, readIdentity} from './review.ts'

/** A reaction that GitHub knows, as far as this program uses them. */
export type Reaction = 'eyes' | '+1' | 'rocket' | 'confused'

/** Reacts to a comment on the conversation of a pull request, and tells who refused it. */
export function react(
  github: GitHub,
  {owner, repo}: Repository,
  comment: number,
  content: Reaction
): Promise<Refusal | undefined> {
  return refusedBy(github.rest.reactions.createForIssueComment({owner, repo, comment_id: comment, content}))
}

/** Says something in the conversation of a pull request, once, and tells who refused it. */
export function say(github: GitHub, {owner, repo, number}: PullReference, body: string): Promise<Refusal | undefined> {
  // Sent again after a failure, it could stand there twice.
  return refusedBy(github.rest.issues.createComment({owner, repo, issue_number: number, body, request: {retries: 0}}))
}

async function refusedBy(asked: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await asked
    return undefined
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal
  }
}

/**
 * Whether somebody may write to a repository. GitHub's own answer counts: the association that an event names is no
 * right, and neither is the name of a role, which organisations choose freely.
 */
export async function mayWrite(
  github: GitHub,
  {owner, repo}: Repository,
  login: string
): Promise<'yes' | 'no' | Refusal> {
  try {
    const {data} = await github.rest.repos.getCollaboratorPermissionLevel({owner, repo, username: login})
    return data.permission === 'admin' || data.permission === 'write' ? 'yes' : 'no'
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal.status === 404 ? 'no' : refusal
  }
}

/** A comment that is to be answered. */
interface Asked {
  readonly id: number
  /** In ISO 8601. */
  readonly writtenAt: string
}

const answers = new Set<string>(['+1', 'rocket', 'confused'] satisfies readonly Reaction[])

/**
 * Whether we have answered a comment: by the reaction that ends each answer, or by a comment after it. As comments are
 * answered in their order, ours after this one can answer no other.
 */
export async function wasAnswered(
  github: GitHub,
  {owner, repo, number}: PullReference,
  {id, writtenAt}: Asked
): Promise<boolean> {
  const identity = await readIdentity(github)
  const isOurs = (user: {login: string; type: string} | null | undefined): boolean =>
    isBy(identity, {author: user ?? null})
  const page = {owner, repo, per_page: 100}
  const reactions = await github.paginate(github.rest.reactions.listForIssueComment, {...page, comment_id: id})
  if (reactions.some(({user, content}) => answers.has(content) && isOurs(user))) return true
  const comments = await github.paginate(github.rest.issues.listComments, {
    ...page,
    issue_number: number,
    since: writtenAt
  })
  return comments.some(comment => comment.id > id && isOurs(comment.user))
}
