import type {GitHub, TestRepository} from './github.ts'
import {showAccount, showIssue, showIssueComment, showRepository} from './show.ts'
import {account, type Issue, type IssueComment, nodeId, type Pull, timestamp} from './world.ts'

/** A comment that somebody has written, with the payload that tells of it. */
interface Commented {
  readonly comment: IssueComment
  readonly event: Record<string, unknown>
}

/** Somebody comments on an issue or on the conversation of a pull request. */
export function commentOn(
  github: GitHub,
  repository: TestRepository,
  issue: Issue,
  login: string,
  body: string,
  {action = 'created', writtenAt}: {readonly action?: string; readonly writtenAt?: string} = {}
): Commented {
  const {world} = github
  const links = {api: github.url, web: github.webUrl}
  const id = world.nextId()
  const now = writtenAt ?? timestamp(world)
  const user = account(world, login)
  const comment: IssueComment = {
    id,
    nodeId: nodeId('IC', id),
    user,
    body,
    createdAt: now,
    updatedAt: now,
    reactions: []
  }
  issue.comments.push(comment)
  const event = repository.event({
    action,
    ...(action === 'edited' && {changes: {body: {from: 'Thank you!'}}}),
    issue: showIssue(links, issue),
    comment: showIssueComment(links, issue, comment),
    sender: showAccount(links, user)
  })
  return {comment, event}
}

/** The payload that tells of a run that was made for a pull request; GitHub names no pull requests of forks there. */
export function workflowRunEvent(
  github: GitHub,
  repository: TestRepository,
  pull: Pull,
  more: Readonly<Record<string, unknown>> = {}
): Record<string, unknown> {
  const links = {api: github.url, web: github.webUrl}
  const {headRepository} = pull
  const own = {
    number: pull.number,
    id: pull.id,
    head: {ref: pull.headRef, sha: pull.headSha},
    base: {ref: pull.baseRef}
  }
  return repository.event({
    action: 'completed',
    workflow: {id: 7, name: 'lists', path: '.github/workflows/lists.yml', state: 'active'},
    workflow_run: {
      id: 70,
      name: 'lists',
      path: '.github/workflows/lists.yml',
      event: 'pull_request',
      status: 'completed',
      conclusion: 'success',
      head_branch: pull.headRef,
      head_sha: pull.headSha,
      head_repository: headRepository ? showRepository(links, headRepository) : null,
      repository: showRepository(links, pull.repository),
      pull_requests: headRepository === pull.repository ? [own] : [],
      actor: showAccount(links, pull.issue.user),
      triggering_actor: showAccount(links, pull.issue.user),
      run_attempt: 1,
      ...more
    }
  })
}
