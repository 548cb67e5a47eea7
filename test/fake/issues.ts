import {close} from './move.ts'
import {makeIssue, reopen} from './pulls.ts'
import {
  type Answer,
  checkLength,
  created,
  invalid,
  type Need,
  notFound,
  nothing,
  numberParam,
  ok,
  paged,
  type RepositoryCall,
  type Route,
  refusal,
  required,
  same,
  stringIn
} from './route.ts'
import {showAccount, showIssue, showIssueComment, showLabel} from './show.ts'
import {
  type Issue,
  type IssueComment,
  type Label,
  nodeId,
  type Repository,
  roleOf,
  timestamp,
  type Viewer,
  type World
} from './world.ts'

const reactionNames = new Set(['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'])

function issueOf(call: RepositoryCall): Issue {
  const issue = call.repository.issues.get(numberParam(call, 'issue_number'))
  if (!issue) throw notFound()
  return issue
}

function commentOf(call: RepositoryCall): {issue: Issue; comment: IssueComment} {
  const id = numberParam(call, 'comment_id')
  for (const issue of call.repository.issues.values()) {
    const comment = issue.comments.find(other => other.id === id)
    if (comment) return {issue, comment}
  }
  throw notFound()
}

/** On a pull request the permission for pull requests is enough. */
function needs(level: 'read' | 'write') {
  return (call: RepositoryCall): Need[] => {
    const {issue_number: number, comment_id: id} = call.params
    const issue = number
      ? call.repository.issues.get(Number(number))
      : [...call.repository.issues.values()].find(({comments}) => comments.some(other => other.id === Number(id)))
    return issue?.pull ? [`issues=${level}`, `pull_requests=${level}`] : [`issues=${level}`]
  }
}

const pushRoles = ['admin', 'maintain', 'write', 'triage']
const canTriage = (repository: Repository, viewer: Viewer): boolean =>
  viewer.kind !== 'user' || pushRoles.includes(roleOf(repository, viewer.account) ?? '')

/** The label of that name, made if there is none, as GitHub does when an issue is given it. */
function ensureLabel(world: World, repository: Repository, name: string, color = 'ededed'): Label {
  const known = repository.labels.get(name.toLowerCase())
  if (known) return known
  const label: Label = {id: world.nextId(), name, color, description: null}
  repository.labels.set(name.toLowerCase(), label)
  return label
}

function labelNames(call: RepositoryCall, value: unknown): string[] {
  const given = (Array.isArray(value) ? value : []) as (string | {name?: string})[]
  const names = given.map(item => (typeof item === 'string' ? item : (item.name ?? '')))
  if (names.some(name => name.trim() === '' || name.length > 50)) {
    throw invalid({resource: 'Label', code: 'invalid', field: 'name'})
  }
  return [...new Set(names.map(name => ensureLabel(call.world, call.repository, name).name))]
}

function list(call: RepositoryCall): Promise<Answer> {
  const {query} = call
  const state = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean)
  const creator = query
    .get('creator')
    ?.toLowerCase()
    .replace(/^app\/(.*)$/, '$1[bot]')
  const since = query.get('since')
  const found = [...call.repository.issues.values()].filter(
    issue =>
      (state === 'all' || issue.state === state) &&
      labels.every(label => issue.labels.some(name => name.toLowerCase() === label.toLowerCase())) &&
      (!creator || issue.user.login.toLowerCase() === creator) &&
      (!since || issue.updatedAt >= since)
  )
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  found.sort((a, b) => b[key].localeCompare(a[key]) || b.number - a.number)
  if (query.get('direction') === 'asc') found.reverse()
  return paged(call, found, issue => showIssue(call.links, issue))
}

function create(call: RepositoryCall): Answer {
  const {world, repository, body} = call
  const viewer = required(call.viewer)
  if (!repository.hasIssues) throw refusal(410, 'Issues are disabled for this repo')
  const title = String(body['title'] ?? '')
  if (title.trim() === '') throw invalid({resource: 'Issue', code: 'missing_field', field: 'title'})
  const text = stringIn(body, 'body') ?? null
  checkLength('Issue', text ?? '')
  const labels = canTriage(repository, viewer) ? labelNames(call, body['labels']) : []
  const issue = makeIssue(world, repository, viewer.account, title, text)
  issue.labels = labels
  return created(showIssue(call.links, issue) as {url: string})
}

function update(call: RepositoryCall): Answer {
  const {world, body} = call
  const issue = issueOf(call)
  const title = body['title'] === undefined ? issue.title : String(body['title'])
  if (title.trim() === '') throw invalid({resource: 'Issue', code: 'missing_field', field: 'title'})
  const text = body['body'] === undefined ? issue.body : (stringIn(body, 'body') ?? null)
  checkLength('Issue', text ?? '')
  const labels = body['labels'] === undefined ? issue.labels : labelNames(call, body['labels'])
  const state = stringIn(body, 'state') ?? issue.state
  if (state === 'closed' && issue.state === 'open') {
    if (issue.pull) close(world, issue.pull)
    issue.state = 'closed'
    issue.closedAt = timestamp(world)
    issue.stateReason = issue.pull ? null : (stringIn(body, 'state_reason') ?? 'completed')
  } else if (state === 'open' && issue.state === 'closed') {
    if (issue.pull) reopen(issue.pull)
    issue.state = 'open'
    issue.closedAt = null
    issue.stateReason = issue.pull ? null : 'reopened'
  }
  issue.title = title
  issue.body = text
  issue.labels = labels
  issue.updatedAt = timestamp(world)
  return ok(showIssue(call.links, issue))
}

function listComments(call: RepositoryCall): Promise<Answer> {
  const issue = issueOf(call)
  const since = call.query.get('since')
  const comments = issue.comments.filter(({updatedAt}) => !since || updatedAt >= since)
  return paged(call, comments, comment => showIssueComment(call.links, issue, comment))
}

/** A new comment on an issue. */
function makeIssueComment(world: World, issue: Issue, viewer: Viewer, body: string): IssueComment {
  const id = world.nextId()
  const now = timestamp(world)
  const comment: IssueComment = {
    id,
    nodeId: nodeId('IC', id),
    user: viewer.account,
    viewer,
    body,
    createdAt: now,
    updatedAt: now,
    reactions: []
  }
  issue.comments.push(comment)
  issue.updatedAt = now
  return comment
}

function createComment(call: RepositoryCall): Answer {
  const issue = issueOf(call)
  const viewer = required(call.viewer)
  if (issue.locked && !canTriage(call.repository, viewer)) {
    throw refusal(403, 'Unable to create comment because issue is locked.')
  }
  const comment = makeIssueComment(call.world, issue, viewer, checkedBody(call))
  return created(showIssueComment(call.links, issue, comment) as {url: string})
}

function checkedBody(call: RepositoryCall): string {
  const text = String(call.body['body'])
  checkLength('IssueComment', text)
  if (text.trim() === '') {
    const message = 'Body cannot be blank'
    throw invalid({resource: 'IssueComment', code: 'unprocessable', field: 'data', message})
  }
  return text
}

function checkOwn(call: RepositoryCall, comment: IssueComment): void {
  const viewer = required(call.viewer)
  if (same(comment.user, viewer.account) || canTriage(call.repository, viewer)) return
  throw refusal(403, 'Must have admin rights to Repository.')
}

function updateComment(call: RepositoryCall): Answer {
  const {issue, comment} = commentOf(call)
  checkOwn(call, comment)
  comment.body = checkedBody(call)
  comment.updatedAt = timestamp(call.world)
  return ok(showIssueComment(call.links, issue, comment))
}

function deleteComment(call: RepositoryCall): Answer {
  const {issue, comment} = commentOf(call)
  checkOwn(call, comment)
  issue.comments.splice(issue.comments.indexOf(comment), 1)
  return nothing
}

function labelsOf(call: RepositoryCall, issue: Issue): Promise<Answer> {
  const labels = issue.labels.flatMap(name => call.repository.labels.get(name.toLowerCase()) ?? [])
  return paged(call, labels, label => showLabel(call.links, call.repository, label))
}

function addLabels(call: RepositoryCall): Promise<Answer> {
  const issue = issueOf(call)
  const body = call.body as unknown
  const names = labelNames(call, Array.isArray(body) ? body : call.body['labels'])
  issue.labels = [...new Set([...issue.labels, ...names])]
  issue.updatedAt = timestamp(call.world)
  return labelsOf(call, issue)
}

function removeLabel(call: RepositoryCall): Promise<Answer> {
  const issue = issueOf(call)
  const name = (call.params['name'] ?? '').toLowerCase()
  if (!issue.labels.some(other => other.toLowerCase() === name)) throw notFound('Label does not exist')
  issue.labels = issue.labels.filter(other => other.toLowerCase() !== name)
  issue.updatedAt = timestamp(call.world)
  return labelsOf(call, issue)
}

function createLabel(call: RepositoryCall): Answer {
  const {repository, body, world} = call
  const name = String(body['name'])
  const color = stringIn(body, 'color') ?? 'ededed'
  if (repository.labels.has(name.toLowerCase())) {
    throw invalid({resource: 'Label', code: 'already_exists', field: 'name'})
  }
  if (!/^[0-9a-fA-F]{6}$/.test(color)) throw invalid({resource: 'Label', code: 'invalid', field: 'color'})
  const label: Label = {id: world.nextId(), name, color, description: stringIn(body, 'description') ?? null}
  repository.labels.set(name.toLowerCase(), label)
  return created(showLabel(call.links, repository, label) as {url: string})
}

function getLabel(call: RepositoryCall): Answer {
  const label = call.repository.labels.get((call.params['name'] ?? '').toLowerCase())
  if (!label) throw notFound()
  return ok(showLabel(call.links, call.repository, label))
}

function createReaction(call: RepositoryCall): Answer {
  const {comment} = commentOf(call)
  const viewer = required(call.viewer)
  const content = String(call.body['content'])
  if (!reactionNames.has(content)) throw invalid({resource: 'Reaction', code: 'invalid', field: 'content'})
  const known = comment.reactions.find(other => other.content === content && same(other.user, viewer.account))
  const reaction = known ?? {
    id: call.world.nextId(),
    user: viewer.account,
    content,
    createdAt: timestamp(call.world)
  }
  if (!known) comment.reactions.push(reaction)
  return {status: known ? 200 : 201, json: showReaction(call, reaction)}
}

function showReaction(call: RepositoryCall, reaction: IssueComment['reactions'][number]): unknown {
  const {id, user, content, createdAt} = reaction
  return {id, node_id: nodeId('REA', id), user: showAccount(call.links, user), content, created_at: createdAt}
}

const labelWrite = ['issues=write', 'pull_requests=write'] as const

/** The operations on issues, their comments, labels and reactions. */
export const issueRoutes: readonly Route[] = [
  {operation: 'issues/list-for-repo', needs: ['issues=read'], handle: list},
  {operation: 'issues/create', needs: ['issues=write'], handle: create},
  {operation: 'issues/get', needs: needs('read'), handle: call => ok(showIssue(call.links, issueOf(call)))},
  {operation: 'issues/update', needs: needs('write'), handle: update},
  {operation: 'issues/list-comments', needs: needs('read'), handle: listComments},
  {operation: 'issues/create-comment', needs: needs('write'), handle: createComment},
  {
    operation: 'issues/get-comment',
    needs: needs('read'),
    handle: call => {
      const {issue, comment} = commentOf(call)
      return ok(showIssueComment(call.links, issue, comment))
    }
  },
  {operation: 'issues/update-comment', needs: needs('write'), handle: updateComment},
  {operation: 'issues/delete-comment', needs: needs('write'), handle: deleteComment},
  {operation: 'issues/list-labels-on-issue', needs: needs('read'), handle: call => labelsOf(call, issueOf(call))},
  {operation: 'issues/add-labels', needs: needs('write'), handle: addLabels},
  {operation: 'issues/remove-label', needs: needs('write'), handle: removeLabel},
  {
    operation: 'issues/list-labels-for-repo',
    needs: ['issues=read'],
    handle: call =>
      paged(call, [...call.repository.labels.values()], label => showLabel(call.links, call.repository, label))
  },
  {operation: 'issues/create-label', needs: labelWrite, handle: createLabel},
  {operation: 'issues/get-label', needs: ['issues=read'], handle: getLabel},
  {
    operation: 'reactions/list-for-issue-comment',
    needs: needs('read'),
    handle: call => paged(call, commentOf(call).comment.reactions, reaction => showReaction(call, reaction))
  },
  {operation: 'reactions/create-for-issue-comment', needs: needs('write'), handle: createReaction}
]
