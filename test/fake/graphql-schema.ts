import {type Connection, connect, connectionType, cursorAt, edgeType, paging} from './graphql-connection.ts'
import {type Args, type Field, field, type InputType, type ObjectType, plain} from './graphql-field.ts'
import {canPush, commitOnBranch, find, minimize, setResolved, unminimize} from './graphql-mutations.ts'
import {repositoryField, repositoryTypes} from './graphql-repository.ts'
import {type Call, required} from './route.ts'
import {
  type Account,
  fullName,
  type Issue,
  type Minimized,
  nodeId,
  type Pull,
  type Review,
  type ReviewComment,
  type Thread
} from './world.ts'

const web = (call: Call, path: string): string => `${call.links.web}/${path}`

/** Bots lose their `[bot]` here, but for the viewer itself. */
const actorLogin = ({login, type}: Account): string => (type === 'Bot' ? login.replace('[bot]', '') : login)

const actor: ObjectType = {
  login: plain<Account>(actorLogin),
  url: plain<Account>((account, _, call) => web(call, account.login)),
  avatarUrl: plain<Account>(({id}, _, call) => web(call, `avatars/${id}`)),
  resourcePath: plain<Account>(({login}) => `/${login}`)
}

const person: ObjectType = {
  ...actor,
  id: plain<Account>(({id, type}) => nodeId(type === 'Bot' ? 'BOT' : 'U', id)),
  databaseId: plain<Account>(({id}) => id)
}

interface Commentish {
  readonly id: number
  readonly nodeId: string
  readonly user: Account
  readonly body: string
  readonly minimized?: Minimized | undefined
}

const minimizable: ObjectType = {
  id: plain<Commentish>(({nodeId: id}) => id),
  databaseId: plain<Commentish>(({id}) => id),
  fullDatabaseId: plain<Commentish>(({id}) => String(id)),
  body: plain<Commentish>(({body}) => body),
  author: field<Commentish>('Actor', ({user}) => user),
  isMinimized: plain<Commentish>(({minimized}) => minimized !== undefined),
  minimizedReason: plain<Commentish>(({minimized}) => minimized?.reason ?? null),
  viewerDidAuthor: plain<Commentish>(({user}, _, call) => user.id === call.viewer?.account.id),
  viewerCanMinimize: plain<Commentish>(() => true)
}

const dated: ObjectType = {
  createdAt: plain<{createdAt: string}>(({createdAt}) => createdAt),
  updatedAt: plain<{updatedAt: string}>(({updatedAt}) => updatedAt)
}

const pullUrl = (pull: Pull): string => `${fullName(pull.repository)}/pull/${pull.number}`

/** What whoever asks may not see yet: comments of somebody's unfinished review. */
function visible(call: Call, pull: Pull, reviewId: number): boolean {
  const review = pull.reviews.find(({id}) => id === reviewId)
  return review?.state !== 'PENDING' || review.user.id === call.viewer?.account.id
}

const threadsOf = (call: Call, pull: Pull): Thread[] =>
  pull.threads.filter(({comments}) => comments.some(({reviewId}) => visible(call, pull, reviewId)))

/** Every object type. */
export const types: Record<string, ObjectType> = {
  Query: {
    viewer: field('User', (_, _args, call) => ({...required(call.viewer).account, whole: true})),
    rateLimit: field('RateLimit', () => ({})),
    repository: repositoryField,
    node: field('Node', (_, args, call) => find(call, String(args['id'])), {id: 'ID!'})
  },
  RateLimit: {
    limit: plain(() => 5000),
    cost: plain(() => 1),
    remaining: plain(() => 4999),
    used: plain(() => 1),
    resetAt: plain((_, _args, call) => new Date(call.world.now().getTime() + 3_600_000).toISOString()),
    nodeCount: plain(() => 0)
  },
  Actor: actor,
  User: {
    ...person,
    login: plain<Account & {whole?: boolean}>(account => (account.whole ? account.login : actorLogin(account))),
    name: plain(() => null)
  },
  Bot: person,
  Organization: person,
  RepositoryOwner: {...actor, id: person['id']!},
  ...repositoryTypes,
  Commit: {
    oid: plain<{oid: string}>(({oid}) => oid),
    url: plain<{oid: string; name?: string}>(({oid, name}, _, call) => web(call, `${name}/commit/${oid}`))
  },
  PageInfo: {
    hasNextPage: plain<Connection>(({items, end}) => end < items.length),
    hasPreviousPage: plain<Connection>(({start}) => start > 0),
    startCursor: plain<Connection>(({start, end}) => (end > start ? cursorAt(start + 1) : null)),
    endCursor: plain<Connection>(({start, end}) => (end > start ? cursorAt(end) : null))
  },
  PullRequest: {
    ...dated,
    id: plain<Pull>(pull => pull.nodeId),
    databaseId: plain<Pull>(({id}) => id),
    number: plain<Pull>(({number}) => number),
    title: plain<Pull>(({issue}) => issue.title),
    body: plain<Pull>(({issue}) => issue.body ?? ''),
    url: plain<Pull>((pull, _, call) => web(call, pullUrl(pull))),
    state: plain<Pull>(({issue, mergedAt}) => (mergedAt ? 'MERGED' : issue.state.toUpperCase())),
    isDraft: plain<Pull>(({draft}) => draft),
    merged: plain<Pull>(({mergedAt}) => mergedAt !== null),
    headRefOid: plain<Pull>(({headSha}) => headSha),
    headRefName: plain<Pull>(({headRef}) => headRef),
    baseRefOid: plain<Pull>(({baseSha}) => baseSha),
    baseRefName: plain<Pull>(({baseRef}) => baseRef),
    isCrossRepository: plain<Pull>(({headRepository, repository}) => headRepository !== repository),
    author: field<Pull>('Actor', ({issue}) => issue.user),
    repository: field<Pull>('Repository', ({repository}) => repository),
    reviewThreads: field<Pull>(
      'PullRequestReviewThreadConnection',
      (pull, args, call) => connect(threadsOf(call, pull), args, 'reviewThreads'),
      paging
    ),
    reviews: field<Pull>(
      'PullRequestReviewConnection',
      (pull, args, call) =>
        connect(
          pull.reviews.filter(({id}) => visible(call, pull, id)).map(review => ({...review, pull})),
          args,
          'reviews'
        ),
      paging
    ),
    comments: field<Pull>(
      'IssueCommentConnection',
      ({issue}, args) => connect(issue.comments, args, 'comments'),
      paging
    )
  },
  Issue: {
    ...dated,
    id: plain<Issue>(issue => issue.nodeId),
    databaseId: plain<Issue>(({id}) => id),
    number: plain<Issue>(({number}) => number),
    title: plain<Issue>(({title}) => title),
    body: plain<Issue>(({body}) => body ?? ''),
    state: plain<Issue>(({state}) => state.toUpperCase()),
    author: field<Issue>('Actor', ({user}) => user),
    comments: field<Issue>('IssueCommentConnection', ({comments}, args) => connect(comments, args, 'comments'), paging)
  },
  IssueComment: {...minimizable, ...dated},
  PullRequestReview: {
    ...minimizable,
    state: plain<Review>(({state}) => state),
    submittedAt: plain<Review>(({submittedAt}) => submittedAt ?? null),
    commit: field<Review>('Commit', ({commitId}) => ({oid: commitId})),
    comments: field<Review & {pull: Pull}>(
      'PullRequestReviewCommentConnection',
      ({id, pull}, args) =>
        connect(
          pull.threads.flatMap(thread => thread.comments).filter(({reviewId}) => reviewId === id),
          args,
          'comments'
        ),
      paging
    )
  },
  PullRequestReviewThread: {
    id: plain<Thread>(thread => thread.nodeId),
    path: plain<Thread>(({path}) => path),
    line: plain<Thread>(({spot}) => spot?.line ?? null),
    startLine: plain<Thread>(({spot}) => spot?.startLine ?? null),
    originalLine: plain<Thread>(({original}) => original?.line ?? null),
    originalStartLine: plain<Thread>(({original}) => original?.startLine ?? null),
    diffSide: plain<Thread>(({original}) => original?.side ?? 'RIGHT'),
    startDiffSide: plain<Thread>(({original}) => original?.startSide ?? null),
    subjectType: plain<Thread>(({subject}) => subject.toUpperCase()),
    isOutdated: plain<Thread>(({outdated}) => outdated),
    isResolved: plain<Thread>(({resolvedBy}) => resolvedBy !== undefined),
    isCollapsed: plain<Thread>(({resolvedBy, outdated}) => resolvedBy !== undefined || outdated),
    resolvedBy: field<Thread>('User', ({resolvedBy}) => resolvedBy ?? null),
    viewerCanResolve: plain<Thread>(
      ({pull, resolvedBy}, _, call) => !resolvedBy && canPush(call.viewer, pull.repository)
    ),
    viewerCanUnresolve: plain<Thread>(
      ({pull, resolvedBy}, _, call) => !!resolvedBy && canPush(call.viewer, pull.repository)
    ),
    viewerCanReply: plain(() => true),
    pullRequest: field<Thread>('PullRequest', ({pull}) => pull),
    comments: field<Thread>(
      'PullRequestReviewCommentConnection',
      ({comments, pull}, args, call) =>
        connect(
          comments.filter(({reviewId}) => visible(call, pull, reviewId)),
          args,
          'comments'
        ),
      paging
    )
  },
  PullRequestReviewComment: {
    ...minimizable,
    ...dated,
    path: plain<ReviewComment>(({thread}) => thread.path),
    line: plain<ReviewComment>(({thread}) => thread.spot?.line ?? null),
    startLine: plain<ReviewComment>(({thread}) => thread.spot?.startLine ?? null),
    originalLine: plain<ReviewComment>(({thread}) => thread.original?.line ?? null),
    outdated: plain<ReviewComment>(({thread}) => thread.outdated),
    diffHunk: plain<ReviewComment>(({thread}) => thread.diffHunk),
    url: plain<ReviewComment>(({id, thread}, _, call) => web(call, `${pullUrl(thread.pull)}#discussion_r${id}`)),
    replyTo: field<ReviewComment>('PullRequestReviewComment', comment => {
      const root = comment.thread.comments[0]
      return root === comment ? null : (root ?? null)
    }),
    pullRequestReview: field<ReviewComment>('PullRequestReview', ({reviewId, thread}) => {
      const review = thread.pull.reviews.find(({id}) => id === reviewId)
      return review ? {...review, pull: thread.pull} : null
    })
  },
  Node: {id: plain<{nodeId: string}>(({nodeId: id}) => id)},
  Minimizable: minimizable,
  Mutation: {
    minimizeComment: mutation('MinimizeCommentInput', 'MinimizeCommentPayload', minimize),
    unminimizeComment: mutation('UnminimizeCommentInput', 'UnminimizeCommentPayload', unminimize),
    resolveReviewThread: mutation('ResolveReviewThreadInput', 'ResolveReviewThreadPayload', (input, call) =>
      setResolved(input, call, required(call.viewer).account)
    ),
    unresolveReviewThread: mutation('UnresolveReviewThreadInput', 'UnresolveReviewThreadPayload', (input, call) =>
      setResolved(input, call, undefined)
    ),
    createCommitOnBranch: mutation('CreateCommitOnBranchInput', 'CreateCommitOnBranchPayload', commitOnBranch)
  },
  MinimizeCommentPayload: payload({minimizedComment: 'Minimizable'}),
  UnminimizeCommentPayload: payload({unminimizedComment: 'Minimizable'}),
  ResolveReviewThreadPayload: payload({thread: 'PullRequestReviewThread'}),
  UnresolveReviewThreadPayload: payload({thread: 'PullRequestReviewThread'}),
  CreateCommitOnBranchPayload: payload({commit: 'Commit', ref: 'Ref'})
}
for (const node of ['PullRequestReviewThread', 'PullRequestReviewComment', 'PullRequestReview', 'IssueComment']) {
  types[`${node}Connection`] = connectionType(node)
  types[`${node}Edge`] = edgeType(node)
}

/** Every input type. */
export const inputs: Readonly<Record<string, Readonly<Record<string, InputType>>>> = {
  MinimizeCommentInput: {subjectId: 'ID!', classifier: 'ReportedContentClassifiers!', clientMutationId: 'String'},
  UnminimizeCommentInput: {subjectId: 'ID!', clientMutationId: 'String'},
  ResolveReviewThreadInput: {threadId: 'ID!', clientMutationId: 'String'},
  UnresolveReviewThreadInput: {threadId: 'ID!', clientMutationId: 'String'},
  CreateCommitOnBranchInput: {
    branch: 'CommittableBranch!',
    message: 'CommitMessage!',
    expectedHeadOid: 'GitObjectID!',
    fileChanges: 'FileChanges',
    clientMutationId: 'String'
  },
  CommittableBranch: {id: 'ID', repositoryNameWithOwner: 'String', branchName: 'String'},
  CommitMessage: {headline: 'String!', body: 'String'},
  FileChanges: {additions: '[FileAddition!]', deletions: '[FileDeletion!]'},
  FileAddition: {path: 'String!', contents: 'Base64String!'},
  FileDeletion: {path: 'String!'}
}

/** Every enumeration. */
export const enums: Readonly<Record<string, readonly string[]>> = {
  ReportedContentClassifiers: ['SPAM', 'ABUSE', 'OFF_TOPIC', 'OUTDATED', 'DUPLICATE', 'RESOLVED', 'LOW_QUALITY']
}

function mutation(input: string, type: string, run: (input: Args, call: Call) => unknown): Field {
  return field(
    type,
    async (_, args, call) => {
      const given = args['input'] as Args
      const result = (await run(given, call)) as object
      return {...result, clientMutationId: given['clientMutationId'] ?? null}
    },
    {input: `${input}!`}
  )
}

function payload(fields: Readonly<Record<string, string>>): ObjectType {
  const made: Record<string, Field> = {clientMutationId: plain<Args>(source => source['clientMutationId'])}
  for (const [name, type] of Object.entries(fields)) made[name] = field<Args>(type, source => source[name])
  return made
}
