import {Octokit} from '@octokit/rest'
import {describe, expect, test} from 'vitest'
import {type GitHub, startGitHub} from './github.ts'
import type {TestRepository} from './repository.ts'
import {SuggestionRefused} from './suggestions.ts'
import type {Pull} from './world.ts'

const log = {debug() {}, info() {}, warn() {}, error() {}}
const numbered = (count: number, changed: Readonly<Record<number, string>> = {}): string =>
  Array.from({length: count}, (_, index) => changed[index + 1] ?? `line ${index + 1}\n`).join('')

interface Scene extends AsyncDisposable {
  readonly github: GitHub
  readonly repo: TestRepository
  readonly pull: Pull
  readonly octokit: Octokit
  readonly at: {owner: string; repo: string; pull_number: number}
}

/** A pull request that changes line 5 (to two lines), and line 30; line 12 is deleted. */
async function scene(options?: Parameters<typeof startGitHub>[0]): Promise<Scene> {
  const github = await startGitHub(options)
  const repo = await github.createRepository({files: {'readme.md': numbered(40)}})
  const files = {'readme.md': numbered(40, {5: 'five\nfive and a half\n', 12: '', 30: 'thirty\n'}), 'new.md': 'a\nb\n'}
  const pull = await repo.openPull({head: 'add', fork: {owner: 'alice'}, files})
  const auth = github.token({kind: 'actions', permissions: {pull_requests: 'write', contents: 'read'}})
  const octokit = new Octokit({baseUrl: github.url, auth, log})
  const at = {owner: repo.owner, repo: repo.name, pull_number: pull.number}
  return {github, repo, pull, octokit, at, [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]()}
}

type Wanted = NonNullable<NonNullable<Parameters<Octokit['rest']['pulls']['createReview']>[0]>['comments']>[number]

const review = (scene: Scene, ...comments: readonly Wanted[]) =>
  scene.octokit.rest.pulls.createReview({...scene.at, event: 'COMMENT', comments: [...comments]})

const errorsOf = async (attempt: Promise<unknown>): Promise<unknown> => {
  const error = await attempt.then(
    () => undefined,
    (thrown: {status: number; response: {data: {message: string; errors?: unknown}}}) => thrown
  )
  return error && {status: error.status, message: error.response.data.message, errors: error.response.data.errors}
}

const refused = (...errors: readonly unknown[]): unknown => ({status: 422, message: 'Unprocessable Entity', errors})

describe('a review', () => {
  test('answers 200, with places that are true', async () => {
    await using s = await scene()
    const {status, data} = await review(
      s,
      {path: 'readme.md', body: 'one', line: 6},
      {path: 'readme.md', body: 'range', start_line: 5, line: 7},
      {path: 'readme.md', body: 'deleted', side: 'LEFT', line: 12},
      {path: 'new.md', body: 'by position', position: 2}
    )
    expect(status).toBe(200)
    expect(data.state).toBe('COMMENTED')
    const comments = await s.octokit.rest.pulls.listReviewComments(s.at)
    expect(comments.data.map(({path, side, line, start_line}) => [path, side, start_line, line])).toEqual([
      ['readme.md', 'RIGHT', null, 6],
      ['readme.md', 'RIGHT', 5, 7],
      ['readme.md', 'LEFT', null, 12],
      ['new.md', 'RIGHT', null, 2]
    ])
    expect(comments.data[0]?.diff_hunk.split('\n').at(-1)).toBe('+five and a half')
    expect(comments.data[0]?.user.login).toBe('github-actions[bot]')
  })

  test('is refused as a whole, and the culprit is not named', async () => {
    await using s = await scene()
    const good = {path: 'readme.md', body: 'good', line: 6}
    for (const [bad, reason] of [
      [{path: 'readme.md', body: 'x', line: 22}, 'Line could not be resolved'],
      [
        {path: 'readme.md', body: 'x', line: 12, side: 'LEFT', start_line: 30, start_side: 'LEFT'},
        'Pull request review thread start line must precede the end line.'
      ],
      [
        {path: 'readme.md', body: 'x', start_line: 5, line: 30},
        'Pull request review thread start line must be part of the same hunk as the line.'
      ],
      [{path: 'readme.md', body: 'x', start_line: 22, line: 30}, 'Line could not be resolved'],
      [{path: 'other.md', body: 'x', line: 1}, 'Path could not be resolved'],
      [{path: 'readme.md', body: ' \n', line: 6}, "Review comments body can't be blank"],
      [{path: 'readme.md', body: 'x'.repeat(65_537), line: 6}, 'Body is too long (maximum is 65536 characters)']
    ] as const) {
      expect(await errorsOf(review(s, good, bad))).toEqual(refused(reason))
    }
    expect(s.pull.reviews).toEqual([])
    expect(s.pull.threads).toEqual([])
  })

  test('takes only the seven keys', async () => {
    await using s = await scene()
    const bad = {path: 'readme.md', body: 'x', line: 6, subject_type: 'line'} as Wanted
    const problem = (await errorsOf(review(s, bad))) as {errors: string[]}
    expect(problem.errors[0]).toMatch(
      /^Variable \$threads of type \[DraftPullRequestReviewThread\] was provided invalid/
    )
    expect(s.github.badRequests).toHaveLength(1)
  })

  test('speaks as older servers do', async () => {
    await using s = await scene({dialect: 'legacy'})
    const problem = (await errorsOf(review(s, {path: 'readme.md', body: 'x', line: 22}))) as {errors: string[]}
    expect(problem.errors[0]).toContain('line must be part of the diff')
  })

  test('needs the permission', async () => {
    await using s = await scene()
    const auth = s.github.token({kind: 'actions', permissions: {contents: 'read', pull_requests: 'read'}})
    const octokit = new Octokit({baseUrl: s.github.url, auth, log})
    const attempt = octokit.rest.pulls.createReview({...s.at, event: 'COMMENT', body: 'x'})
    await expect(attempt).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
      response: {headers: {'x-accepted-github-permissions': 'pull_requests=write'}}
    })
  })

  test('waits for a pending one to go', async () => {
    await using s = await scene()
    const comments = [{path: 'readme.md', body: 'x', line: 6}]
    const pending = await s.octokit.rest.pulls.createReview({...s.at, comments})
    expect(pending.data.state).toBe('PENDING')
    expect(pending.data.submitted_at).toBeUndefined()
    expect(await errorsOf(review(s, ...comments))).toEqual(
      refused('User can only have one pending review per pull request')
    )
    expect((await s.octokit.rest.pulls.listReviewComments(s.at)).data).toEqual([])
    const other = new Octokit({baseUrl: s.github.url, auth: s.github.token({kind: 'user', login: 'bob'}), log})
    expect((await other.rest.pulls.listReviews(s.at)).data).toEqual([])
    await s.octokit.rest.pulls.deletePendingReview({...s.at, review_id: pending.data.id})
    await review(s, ...comments)
    expect((await other.rest.pulls.listReviews(s.at)).data).toHaveLength(1)
  })

  test('can be edited, answered, and emptied, but not deleted', async () => {
    await using s = await scene()
    const {data} = await review(s, {path: 'readme.md', body: 'x', line: 6})
    const [comment] = s.pull.threads[0]!.comments
    const reply = await s.octokit.rest.pulls.createReplyForReviewComment({...s.at, comment_id: comment!.id, body: 'y'})
    expect(reply.data.in_reply_to_id).toBe(comment!.id)
    await s.octokit.rest.pulls.updateReview({...s.at, review_id: data.id, body: 'summary'})
    const deletion = s.octokit.rest.pulls.deletePendingReview({...s.at, review_id: data.id})
    await expect(deletion).rejects.toMatchObject({status: 422})
    for (const {id} of [...s.pull.threads[0]!.comments]) {
      await s.octokit.rest.pulls.deleteReviewComment({owner: s.at.owner, repo: s.at.repo, comment_id: id})
    }
    expect(s.pull.threads).toEqual([])
    expect(s.pull.reviews[0]?.body).toBe('summary')
  })

  test('has a comment on a file only when that comes alone', async () => {
    await using s = await scene()
    const {data} = await s.octokit.rest.pulls.createReviewComment({
      ...s.at,
      body: 'about the file',
      commit_id: s.pull.headSha,
      path: 'readme.md',
      subject_type: 'file'
    })
    expect(data.subject_type).toBe('file')
    const outside = s.octokit.rest.pulls.createReviewComment({
      ...s.at,
      body: 'x',
      commit_id: s.pull.headSha,
      path: 'readme.md',
      line: 22
    })
    expect(((await errorsOf(outside)) as {errors: unknown[]}).errors[0]).toMatchObject({
      field: 'pull_request_review_thread.line'
    })
  })
})

describe('a push', () => {
  test('moves threads with their lines, and outdates those whose lines changed', async () => {
    await using s = await scene()
    await review(
      s,
      {path: 'readme.md', body: 'stays', line: 30},
      {path: 'readme.md', body: 'goes', start_line: 5, line: 6},
      {path: 'readme.md', body: 'left', side: 'LEFT', line: 12},
      {path: 'new.md', body: 'renamed', line: 1}
    )
    const before = s.pull.headSha
    const text = numbered(40, {1: 'zero\nline 1\n', 5: 'five\nsomething else\n', 12: '', 30: 'thirty\n'})
    await s.repo.push(s.pull, {'readme.md': text, 'new.md': null, 'newer.md': 'a\nb\n'})
    expect(s.pull.previousSha).toBe(before)
    const {data} = await s.octokit.rest.pulls.listReviewComments(s.at)
    expect(
      data.map(({body, path, line, original_line, commit_id}) => [body, path, line, original_line, commit_id])
    ).toEqual([
      ['stays', 'readme.md', 31, 30, s.pull.headSha],
      ['goes', 'readme.md', null, 6, before],
      ['left', 'readme.md', 12, 12, s.pull.headSha],
      ['renamed', 'newer.md', 1, 1, s.pull.headSha]
    ])
  })

  test('by force outdates what is gone', async () => {
    await using s = await scene()
    await review(s, {path: 'readme.md', body: 'x', line: 30})
    await s.repo.forcePush(s.pull, {'readme.md': numbered(40, {5: 'five\n'})})
    expect(s.pull.threads[0]?.outdated).toBe(true)
  })

  test('makes a review of an older commit outdated where it has to', async () => {
    await using s = await scene()
    const older = s.pull.headSha
    await s.repo.push(s.pull, {'readme.md': numbered(40, {5: 'changed again\n'})})
    await s.octokit.rest.pulls.createReview({
      ...s.at,
      commit_id: older,
      event: 'COMMENT',
      comments: [{path: 'readme.md', body: 'x', line: 30}]
    })
    expect(s.pull.threads[0]?.outdated).toBe(true)
  })
})

const block = (text: string): string => `Better:\n\n\`\`\`suggestion\n${text}\`\`\`\n`

describe('suggestions', () => {
  const apply = (s: Scene, blankMeansDelete = true) =>
    s.repo.applySuggestions(s.pull, 'all', 'alice', {blankMeansDelete})

  test('replace exactly their lines, in one commit', async () => {
    await using s = await scene()
    await review(
      s,
      {path: 'readme.md', body: block('5\n'), start_line: 5, line: 6},
      {path: 'readme.md', body: block('30\n30b\n'), line: 30},
      {path: 'new.md', body: 'no suggestion', line: 1}
    )
    const {files, sha} = await apply(s)
    expect(Object.keys(files)).toEqual(['readme.md'])
    expect(files['readme.md']).toBe(numbered(40, {5: '5\n', 12: '', 30: '30\n30b\n'}))
    expect(s.pull.headSha).toBe(sha)
    expect(await s.repo.readFile('alice:add', 'readme.md')).toBe(files['readme.md'])
    expect(s.pull.threads.slice(0, 2).every(({resolvedBy}) => resolvedBy?.login === 'alice')).toBe(true)
  })

  test.each([
    [true, 'a\n'],
    [false, 'a\n\n']
  ])('that are empty delete, or not (%s)', async (blankMeansDelete, text) => {
    await using s = await scene()
    await review(s, {path: 'new.md', body: block(''), line: 2})
    expect((await apply(s, blankMeansDelete)).files['new.md']).toBe(text)
  })

  test('are refused for the reasons that the page gives', async () => {
    await using s = await scene()
    const only = async (...comments: readonly Wanted[]): Promise<number[]> => {
      const known = new Set(s.pull.threads.flatMap(thread => thread.comments.map(({id}) => id)))
      await review(s, ...comments)
      return s.pull.threads.flatMap(thread => thread.comments.map(({id}) => id)).filter(id => !known.has(id))
    }
    const refuse = (ids: readonly number[], reason: RegExp): Promise<void> =>
      expect(s.repo.applySuggestions(s.pull, ids, 'alice', {blankMeansDelete: true})).rejects.toThrow(reason)
    await refuse(await only({path: 'new.md', body: block('a\n'), line: 1}), /no changes were made/)
    await refuse(await only({path: 'readme.md', body: block('x\n'), side: 'LEFT', line: 12}), /deleted lines/)
    await refuse(await only({path: 'new.md', body: '```js\nx\n```', line: 1}), /no suggestion/)
    const overlap = await only(
      {path: 'readme.md', body: block('x\n'), start_line: 5, line: 6},
      {path: 'readme.md', body: block('y\n'), start_line: 6, line: 7}
    )
    await refuse(overlap, /one suggestion per line/)
    await expect(
      s.repo.applySuggestions(s.pull, overlap.slice(1), 'stranger', {blankMeansDelete: true})
    ).rejects.toBeInstanceOf(SuggestionRefused)
    await s.repo.push(s.pull, {'readme.md': numbered(40)})
    await refuse(overlap.slice(1), /outdated/i)
    await s.repo.closePull(s.pull)
    await refuse(overlap.slice(1), /closed/)
  })
})
