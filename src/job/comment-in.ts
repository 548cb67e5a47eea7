import type {Comment} from './command.ts'

/** A comment, and the pull request that it stands on. */
export interface CommentOn {
  readonly number: number
  readonly comment: Comment
}

/** What GitHub tells in the event `issue_comment`, as far as it matters here. */
interface CommentPayload {
  readonly action?: string | undefined
  readonly issue?: {readonly number: number; readonly [more: string]: unknown} | undefined
  readonly comment?: {readonly id: number; readonly [more: string]: unknown} | undefined
}

/** The comment on a pull request that the event `issue_comment` brings, or why it is none that can be a command. */
export function commentIn({action, issue, comment}: CommentPayload): CommentOn | string {
  if (action !== 'created')
    return 'Only new comments are looked at for commands: what was written once cannot be changed into one.'
  if (!issue?.['pull_request'] || !comment) return 'The comment is on an issue; commands are for pull requests.'
  const {login, type} = (comment['user'] ?? {login: 'ghost', type: 'User'}) as {login: string; type: string}
  return {
    number: issue.number,
    comment: {
      id: comment.id,
      body: String(comment['body'] ?? ''),
      login: String(login),
      author: type === 'Bot' || /\[bot\]$/.test(login) ? 'bot' : 'person',
      writtenAt: String(comment['created_at'] ?? '')
    }
  }
}
