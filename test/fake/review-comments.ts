import {follow} from './move.ts'
import {pullOf} from './pulls.ts'
import {
  type Answer,
  checkLength,
  created,
  type FieldError,
  invalid,
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
import {showReviewComment} from './show-pull.ts'
import {
  addComment,
  anchorTable,
  canWrite,
  type Fault,
  isCommitOf,
  makeReview,
  makeThread,
  place,
  removeComments,
  visible
} from './threads.ts'
import {nodeId, type Pull, pullBase, type ReviewComment, type Thread, timestamp} from './world.ts'

/** The comments on the diff, oldest first, without those of unfinished reviews, which not even their author sees here. */
function visibleComments(pull: Pull): ReviewComment[] {
  const hidden = new Set(pull.reviews.filter(({state}) => state === 'PENDING').map(({id}) => id))
  return pull.threads
    .flatMap(({comments}) => comments)
    .filter(({reviewId}) => !hidden.has(reviewId))
    .sort((a, b) => a.id - b.id)
}

function listComments(call: RepositoryCall): Promise<Answer> {
  const comments = visibleComments(pullOf(call))
  const since = call.query.get('since')
  const sorted = call.query.has('sort') && call.query.get('direction') === 'desc' ? comments.reverse() : comments
  return paged(
    call,
    sorted.filter(({updatedAt}) => !since || updatedAt >= since),
    comment => showReviewComment(call.links, comment)
  )
}

async function createComment(call: RepositoryCall): Promise<Answer> {
  const {world, body} = call
  const viewer = required(call.viewer)
  const pull = pullOf(call)
  const text = stringIn(body, 'body') ?? ''
  const resource = 'PullRequestReviewComment'
  checkLength(resource, text)
  if (text.trim() === '') throw invalid({resource, code: 'missing_field', field: 'body'})
  if (typeof body['in_reply_to'] === 'number') return reply(call, pull, body['in_reply_to'], text)
  if (pull.reviews.some(review => review.state === 'PENDING' && same(review.user, viewer.account))) {
    throw invalid({
      resource,
      code: 'custom',
      field: 'user_id',
      message: 'user_id can only have one pending review per pull request'
    })
  }
  const commit = stringIn(body, 'commit_id') ?? ''
  if (!(await isCommitOf(pull, commit))) {
    throw invalid({resource, code: 'custom', field: 'commit_id', message: 'commit_id is not part of the pull request'})
  }
  const path = stringIn(body, 'path') ?? ''
  if (body['subject_type'] === 'file') {
    const changes = await pull.repository.git.diff(await pullBase(pull, commit), commit)
    if (!changes.some(change => change.path === path)) {
      throw invalid({resource, code: 'invalid', field: 'pull_request_review_thread.path'})
    }
    const id = world.nextId()
    const thread: Thread = {
      id,
      nodeId: nodeId('PRRT', id),
      pull,
      subject: 'file',
      path,
      originalCommit: commit,
      commit,
      diffHunk: '',
      outdated: false,
      comments: []
    }
    pull.threads.push(thread)
    const review = makeReview(world, pull, viewer.account, 'COMMENTED', '', commit)
    return created(
      showReviewComment(call.links, addComment(world, thread, viewer.account, review, text)) as {url: string}
    )
  }
  const found = place(await anchorTable(pull, commit), body)
  if (typeof found === 'string') throw commentRefusal(found)
  const review = makeReview(world, pull, viewer.account, 'COMMENTED', '', commit)
  const thread = makeThread(world, pull, commit, found)
  const comment = addComment(world, thread, viewer.account, review, text)
  await follow(thread, commit, await pullBase(pull, commit))
  return created(showReviewComment(call.links, comment) as {url: string})
}

function commentRefusal(fault: Fault): Error {
  const resource = 'PullRequestReviewComment'
  const custom = (field: string, words: string): FieldError => ({
    resource,
    code: 'custom',
    field: `pull_request_review_thread.${field}`,
    message: `pull_request_review_thread.${field} ${words}`
  })
  const missing = {resource, code: 'missing_field', field: 'pull_request_review_thread.diff_hunk'}
  if (fault === 'path') return invalid({resource, code: 'invalid', field: 'pull_request_review_thread.path'}, missing)
  if (fault === 'line') return invalid(custom('line', 'must be part of the diff'), missing)
  if (fault === 'order') return invalid(custom('start_line', 'must precede the end line.'))
  return invalid(custom('start_line', 'must be part of the same hunk as the line.'))
}

function reply(call: RepositoryCall, pull: Pull, to: number, text: string): Answer {
  const viewer = required(call.viewer)
  const thread = pull.threads.find(({comments}) => comments.some(({id}) => id === to))
  if (!thread) throw notFound()
  checkLength('PullRequestReviewComment', text)
  const review = makeReview(call.world, pull, viewer.account, 'COMMENTED', '', pull.headSha)
  return created(
    showReviewComment(call.links, addComment(call.world, thread, viewer.account, review, text)) as {url: string}
  )
}

function createReply(call: RepositoryCall): Answer {
  const text = stringIn(call.body, 'body') ?? ''
  if (text.trim() === '') {
    throw invalid({resource: 'PullRequestReviewComment', code: 'missing_field', field: 'body'})
  }
  return reply(call, pullOf(call), numberParam(call, 'comment_id'), text)
}

function commentOf(call: RepositoryCall): ReviewComment {
  const id = numberParam(call, 'comment_id')
  for (const pull of call.repository.pulls.values()) {
    for (const comment of pull.threads.flatMap(({comments}) => comments)) {
      const review = pull.reviews.find(({id: reviewId}) => reviewId === comment.reviewId)
      if (comment.id === id && (!review || visible(call, review))) return comment
    }
  }
  throw notFound()
}

function checkOwn(call: RepositoryCall, comment: ReviewComment): void {
  const viewer = required(call.viewer)
  if (same(comment.user, viewer.account) || canWrite(call.repository, viewer)) return
  throw refusal(403, 'Must have admin rights to Repository.')
}

function updateComment(call: RepositoryCall): Answer {
  const comment = commentOf(call)
  checkOwn(call, comment)
  const text = String(call.body['body'])
  checkLength('PullRequestReviewComment', text)
  if (text.trim() === '') throw invalid({resource: 'PullRequestReviewComment', code: 'missing_field', field: 'body'})
  comment.body = text
  comment.updatedAt = timestamp(call.world)
  return ok(showReviewComment(call.links, comment))
}

function deleteComment(call: RepositoryCall): Answer {
  const comment = commentOf(call)
  checkOwn(call, comment)
  removeComments(comment.thread.pull, other => other === comment)
  return nothing
}

const read = ['pull_requests=read'] as const
const write = ['pull_requests=write'] as const

/** The operations on the comments that stand in the diff. */
export const reviewCommentRoutes: readonly Route[] = [
  {operation: 'pulls/list-review-comments', needs: read, handle: listComments},
  {operation: 'pulls/create-review-comment', needs: write, handle: createComment},
  {operation: 'pulls/create-reply-for-review-comment', needs: write, handle: createReply},
  {
    operation: 'pulls/get-review-comment',
    needs: read,
    handle: call => ok(showReviewComment(call.links, commentOf(call)))
  },
  {operation: 'pulls/update-review-comment', needs: write, handle: updateComment},
  {operation: 'pulls/delete-review-comment', needs: write, handle: deleteComment}
]
