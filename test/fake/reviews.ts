import {follow} from './move.ts'
import {pullOf} from './pulls.ts'
import {
  type Answer,
  longestBody,
  notFound,
  numberParam,
  ok,
  paged,
  type RepositoryCall,
  type Route,
  refusal,
  required,
  same,
  stringIn,
  unprocessable
} from './route.ts'
import {showReview, showReviewComment} from './show-pull.ts'
import {
  type AnchorTable,
  addComment,
  anchorTable,
  type Draft,
  type Fault,
  isCommitOf,
  makeReview,
  makeThread,
  place,
  removeComments,
  visible
} from './threads.ts'
import {type Pull, pullBase, type Review, timestamp} from './world.ts'

const keys = new Set(['path', 'body', 'position', 'line', 'side', 'start_line', 'start_side'])

const events = new Map<string, 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED'>([
  ['COMMENT', 'COMMENTED'],
  ['APPROVE', 'APPROVED'],
  ['REQUEST_CHANGES', 'CHANGES_REQUESTED']
])

const modernWords: Readonly<Record<Fault, string>> = {
  path: 'Path could not be resolved',
  line: 'Line could not be resolved',
  order: 'Pull request review thread start line must precede the end line.',
  hunk: 'Pull request review thread start line must be part of the same hunk as the line.'
}

const legacyWords: Readonly<Record<Fault, string>> = {
  path: "Pull request review thread path is invalid and Pull request review thread diff hunk can't be blank",
  line: "Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank",
  order: 'Pull request review thread start line must precede the end line.',
  hunk: "Pull request review thread line must be part of the diff, Pull request review thread start line must be part of the same hunk as the line., and Pull request review thread diff hunk can't be blank"
}

function checkEvent(call: RepositoryCall, pull: Pull, event: string, body: string, comments: number): void {
  const viewer = required(call.viewer)
  const own = same(pull.issue.user, viewer.account)
  if (event === 'APPROVE') {
    if (own) throw unprocessable('Can not approve your own pull request')
    if (viewer.kind === 'actions' && !pull.repository.allowActionsPullRequests) {
      throw refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
    }
  }
  if (event === 'REQUEST_CHANGES') {
    if (own) throw unprocessable('Can not request changes on your own pull request')
    if (body.trim() === '') throw unprocessable('Review body can not be blank')
  }
  if (event === 'COMMENT' && body.trim() === '' && comments === 0) {
    throw unprocessable('Review body can not be blank')
  }
}

async function createReview(call: RepositoryCall): Promise<Answer> {
  const {world, body} = call
  const viewer = required(call.viewer)
  const pull = pullOf(call)
  if (pull.reviews.some(review => review.state === 'PENDING' && same(review.user, viewer.account))) {
    throw unprocessable('User can only have one pending review per pull request')
  }
  const text = stringIn(body, 'body') ?? ''
  const wanted = (body['comments'] ?? []) as Record<string, unknown>[]
  const event = stringIn(body, 'event')
  const state = event === undefined ? 'PENDING' : events.get(event)
  if (!state) throw unprocessable(`Variable $event of type PullRequestReviewEvent was provided invalid value`)
  if (event !== undefined) checkEvent(call, pull, event, text, wanted.length)
  if ([...text].length > longestBody) throw unprocessable(tooLong)
  const commit = stringIn(body, 'commit_id') ?? pull.headSha
  if (!(await isCommitOf(pull, commit))) throw unprocessable('commit_id is not part of the pull request')
  if (wanted.length > world.maxReviewComments) throw unprocessable('Too many review comments')
  const table = await anchorTable(pull, commit)
  const drafts = wanted.map((comment, index) => checkedDraft(call, table, comment, index))
  // Nothing is stored before all of it is known to be good.
  const review = makeReview(world, pull, viewer.account, state, text, commit)
  const base = await pullBase(pull, commit)
  for (const draft of drafts) {
    const thread = makeThread(world, pull, commit, draft)
    addComment(world, thread, viewer.account, review, draft.body)
    await follow(thread, commit, base)
  }
  return ok(showReview(call.links, pull, review))
}

const tooLong = `Body is too long (maximum is ${longestBody} characters)`

function checkedDraft(
  call: RepositoryCall,
  table: AnchorTable,
  wanted: Readonly<Record<string, unknown>>,
  index: number
): Draft {
  const provided = (problem: string): Error => {
    call.complain(`pulls/create-review comments[${index}]: ${problem}`)
    return unprocessable(
      `Variable $threads of type [DraftPullRequestReviewThread] was provided invalid value for ${index}.${problem}`
    )
  }
  const unknown = Object.keys(wanted).find(key => !keys.has(key))
  if (unknown !== undefined) throw provided(`${unknown} (Field is not defined on DraftPullRequestReviewThread)`)
  for (const key of ['path', 'body']) {
    if (typeof wanted[key] !== 'string') throw provided(`${key} (Expected value to not be null)`)
  }
  for (const key of ['line', 'start_line', 'position']) {
    if (wanted[key] !== undefined && !Number.isInteger(wanted[key]))
      throw provided(`${key} (Could not coerce value to Int)`)
  }
  for (const key of ['side', 'start_side']) {
    if (wanted[key] !== undefined && wanted[key] !== 'LEFT' && wanted[key] !== 'RIGHT') {
      throw provided(`${key} (Expected value to be one of: LEFT, RIGHT)`)
    }
  }
  if ((wanted['line'] === undefined) === (wanted['position'] === undefined)) {
    throw provided('line (Expected value to not be null)')
  }
  const body = String(wanted['body'])
  if (body.trim() === '') throw unprocessable("Review comments body can't be blank")
  if ([...body].length > longestBody) throw unprocessable(tooLong)
  const found = place(table, wanted)
  if (typeof found !== 'string') return {body, ...found}
  throw unprocessable((call.world.dialect === 'legacy' ? legacyWords : modernWords)[found])
}

function reviewOf(call: RepositoryCall): {pull: Pull; review: Review} {
  const pull = pullOf(call)
  const review = pull.reviews.find(({id}) => id === numberParam(call, 'review_id'))
  if (!review || !visible(call, review)) throw notFound()
  return {pull, review}
}

function listReviews(call: RepositoryCall): Promise<Answer> {
  const pull = pullOf(call)
  const reviews = pull.reviews.filter(review => visible(call, review))
  return paged(call, reviews, review => showReview(call.links, pull, review))
}

function listReviewComments(call: RepositoryCall): Promise<Answer> {
  const {pull, review} = reviewOf(call)
  const comments = pull.threads.flatMap(thread => thread.comments).filter(({reviewId}) => reviewId === review.id)
  return paged(
    call,
    comments.sort((a, b) => a.id - b.id),
    comment => {
      // This one list leaves out what the others have: there is no line here, only a position.
      const {
        line: _,
        start_line: _start,
        side: _side,
        start_side: _startSide,
        ...shown
      } = showReviewComment(call.links, comment)
      const {subject_type: _subject, original_line: _line, original_start_line: _first, ...rest} = shown
      return rest
    }
  )
}

function getReview(call: RepositoryCall): Answer {
  const {pull, review} = reviewOf(call)
  return ok(showReview(call.links, pull, review))
}

function updateReview(call: RepositoryCall): Answer {
  const {pull, review} = reviewOf(call)
  if (!same(review.user, required(call.viewer).account)) throw refusal(403, 'Must be the author of the review.')
  const text = String(call.body['body'])
  if ([...text].length > longestBody) throw unprocessable(tooLong)
  review.body = text
  return ok(showReview(call.links, pull, review))
}

function deleteReview(call: RepositoryCall): Answer {
  const {pull, review} = reviewOf(call)
  if (review.state !== 'PENDING') throw unprocessable('Can not delete a non-pending pull request review')
  pull.reviews.splice(pull.reviews.indexOf(review), 1)
  removeComments(pull, ({reviewId}) => reviewId === review.id)
  return ok(showReview(call.links, pull, review))
}

function submitReview(call: RepositoryCall): Answer {
  const {pull, review} = reviewOf(call)
  const event = String(call.body['event'])
  const state = events.get(event)
  if (!state) throw unprocessable('Event is required')
  if (review.state !== 'PENDING') throw unprocessable('Can not submit a non-pending pull request review')
  const text = stringIn(call.body, 'body') ?? review.body
  const comments = pull.threads.flatMap(thread => thread.comments).filter(({reviewId}) => reviewId === review.id)
  checkEvent(call, pull, event, text, comments.length)
  review.body = text
  review.state = state
  review.submittedAt = timestamp(call.world)
  return ok(showReview(call.links, pull, review))
}

function dismissReview(call: RepositoryCall): Answer {
  const {pull, review} = reviewOf(call)
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    throw unprocessable('Can not dismiss a commented pull request review')
  }
  review.state = 'DISMISSED'
  return ok(showReview(call.links, pull, review))
}

const read = ['pull_requests=read'] as const

const write = ['pull_requests=write'] as const

/** The operations on reviews. */
export const reviewRoutes: readonly Route[] = [
  {operation: 'pulls/list-reviews', needs: read, handle: listReviews},
  {operation: 'pulls/create-review', needs: write, handle: createReview},
  {operation: 'pulls/get-review', needs: read, handle: getReview},
  {operation: 'pulls/update-review', needs: write, handle: updateReview},
  {operation: 'pulls/delete-pending-review', needs: write, handle: deleteReview},
  {operation: 'pulls/submit-review', needs: write, handle: submitReview},
  {operation: 'pulls/dismiss-review', needs: write, handle: dismissReview},
  {operation: 'pulls/list-comments-for-review', needs: read, handle: listReviewComments}
]
