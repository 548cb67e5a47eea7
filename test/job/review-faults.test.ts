import {describe, expect, test} from 'vitest'
import type {Fault} from '../fake/faults.ts'
import {clientOf, commentsOf, list, routes, scene, sick} from './review-scene.ts'

const posting = {method: 'POST', route: routes.reviews} as const
const bee = '-[Bee](https://bee.example)'
const well = '- [Bee](https://bee.example)'
const reviewer = {contents: 'read', pull_requests: 'write'} as const

describe('a review that GitHub takes badly', () => {
  test.each([
    ['a 502', 502],
    ['a dropped connection', 'drop']
  ] as const)('%s after it was saved makes no second one', async (_, applyThenFail) => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({...posting, applyThenFail})
    const outcome = await run()
    expect(pull.reviews).toHaveLength(1)
    expect(outcome).toMatchObject({outcome: 'findings', show: 'review', notes: []})
    expect(outcome.reviewUrl).toContain(`pullrequestreview-${pull.reviews[0]!.id}`)
  })

  test('an older review of ours is not taken for the one that was lost', async () => {
    const {github, repository, pull, run} = await scene({'README.md': list(bee)})
    await run()
    await repository.push(pull, {'README.md': list(bee, '-[Cow](https://cow.example)')})
    github.fault({...posting, status: 502})
    expect(await run()).toMatchObject({show: 'review'})
    expect(pull.reviews).toHaveLength(2)
    expect(commentsOf(pull)).toHaveLength(2)
  })

  test.each([
    ['a 502', {status: 502}],
    ['a page of HTML', {status: 502, body: '<html>Unicorn!</html>'}],
    ['a dropped connection', {dropBefore: true}]
  ] as const)('%s before it was saved is tried again', async (_, fault) => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({...posting, ...fault})
    expect(await run()).toMatchObject({show: 'review', notes: []})
    expect(pull.reviews).toHaveLength(1)
  })

  test('half an answer to a review that was saved makes no second one', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({...posting, truncate: 30})
    expect(await run()).toMatchObject({show: 'review', notes: []})
    expect(pull.reviews).toHaveLength(1)
  })

  test('a list of reviews that lags behind is looked at twice', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({...posting, applyThenFail: 502})
    github.fault({method: 'GET', route: routes.reviews, nth: 2, status: 200, body: []})
    expect(await run()).toMatchObject({show: 'review', notes: []})
    expect(pull.reviews).toHaveLength(1)
  })

  test('where nobody can tell whether it was saved it is not sent again, and nothing is lost', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({...posting, applyThenFail: 502})
    github.fault({method: 'GET', route: routes.reviews, nth: 2, times: 9, status: 503})
    const outcome = await run()
    expect(outcome).toMatchObject({outcome: 'findings', show: 'annotations'})
    expect(outcome.notes.join()).toMatch(
      /502.*shown as annotations and in the summary instead\. Run the job again later/
    )
    expect(pull.reviews).toHaveLength(1)
  })

  test('three failures are enough', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({...posting, status: 502, times: 9})
    expect(await run()).toMatchObject({outcome: 'findings', errors: 2, fails: true, show: 'annotations'})
    expect(github.requests(routes.reviews, 'POST')).toHaveLength(3)
    expect(pull.reviews).toEqual([])
  })

  test.each([
    ['Line could not be resolved'],
    ['Path could not be resolved'],
    [
      "Pull request review thread line must be part of the diff, Pull request review thread start line must be part of the same hunk as the line., and Pull request review thread diff hunk can't be blank"
    ],
    ["Pull request review thread path is invalid and Pull request review thread diff hunk can't be blank"],
    ['Review comments is invalid and Review threads is invalid']
  ])('%s: everything is told in the body, and moves up at the next push', async refusal => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    github.fault({...posting, status: 422, body: {message: 'Unprocessable Entity', errors: [refusal]}})
    expect(await run()).toMatchObject({show: 'review', notes: []})
    expect(commentsOf(pull)).toEqual([])
    expect(pull.reviews.map(({body}) => body.match(/^\| \[`README\.md:\d+`\]/gm)?.length)).toEqual([4])
    const writes = github.writes().length
    await run()
    expect(github.writes()).toHaveLength(writes)
    await repository.push(pull, {'other.txt': 'x'})
    await run()
    expect(commentsOf(pull)).toHaveLength(3)
  })

  test('any other refusal: annotations', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({...posting, status: 422, body: {message: 'Unprocessable Entity', errors: ['Body is too odd']}})
    const outcome = await run()
    expect(outcome).toMatchObject({show: 'annotations', fails: true})
    expect(outcome.notes.join()).toContain('GitHub refused (422 Unprocessable Entity: Body is too odd)')
    expect(pull.reviews).toEqual([])
  })

  test('a pending review left by an accident is removed', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    const {pulls} = clientOf(github, 'github-actions[bot]', 'actions').rest
    await pulls.createReview({owner: repository.owner, repo: repository.name, pull_number: pull.number, body: 'Oh'})
    expect(await run()).toMatchObject({show: 'review'})
    expect(pull.reviews.map(({state}) => state)).toEqual(['COMMENTED'])
  })

  test("a person's own draft is not touched", async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    const {pulls} = clientOf(github, 'octo-org').rest
    await pulls.createReview({owner: repository.owner, repo: repository.name, pull_number: pull.number, body: 'Oh'})
    const token = github.token({kind: 'user', login: 'octo-org'})
    expect(await run({token})).toMatchObject({show: 'annotations'})
    expect(pull.reviews.map(({state}) => state)).toEqual(['PENDING'])
  })
})

describe('a token that may only read', () => {
  const permissions = {contents: 'read', pull_requests: 'read'} as const

  test('annotations, and the permission is named', async () => {
    const {github, pull, run} = await scene({'README.md': sick}, {fork: 'mallory'})
    const outcome = await run({token: github.token({kind: 'actions', permissions})})
    expect(outcome).toMatchObject({outcome: 'findings', errors: 2, fails: true, show: 'annotations'})
    expect(outcome.notes.join()).toMatch(/403 .*pull_request_target.*pull-requests: write/)
    expect(pull.reviews).toEqual([])
  })

  test('what is mended cannot be taken back: that is said, after one try', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    await run()
    await repository.push(pull, {'README.md': list()})
    const outcome = await run({token: github.token({kind: 'actions', permissions})})
    expect(outcome).toMatchObject({outcome: 'clean'})
    expect(outcome.notes.join()).toMatch(/^3 comments on what is mended could not be taken back: GitHub refused \(403 /)
    expect(github.requests(routes.comment, 'DELETE')).toHaveLength(1)
  })

  test('a token that GitHub does not know is the user’s to mend', async () => {
    const {run} = await scene({'README.md': sick})
    await expect(run({token: 'ghs_wrong'})).rejects.toThrow(/GitHub does not accept the token .*`github-token`/)
  })
})

describe('limits of the rate', () => {
  test.each([
    ['as long as GitHub says', 7, 7],
    ['a minute where GitHub does not say', null, 60]
  ])(
    'a secondary one is waited for %s, twice, and then the review is shown as annotations',
    async (_, retryAfter, seconds) => {
      const {github, pull, run} = await scene({'README.md': sick})
      github.limit({contentPerMinute: 0, retryAfter})
      const outcome = await run({pace: 'polite'})
      expect(outcome).toMatchObject({outcome: 'findings', show: 'annotations'})
      expect(outcome.log.split('\n')).toEqual([
        `GitHub's secondary rate limit is reached; trying again in ${seconds} seconds.`,
        `GitHub's secondary rate limit is reached; trying again in ${seconds} seconds.`,
        `GitHub's secondary rate limit is reached; giving up.`
      ])
      expect(outcome.notes.join()).toContain('Run the job again later.')
      github.limit({contentPerMinute: 80})
      expect(await run()).toMatchObject({show: 'review'})
      expect(pull.reviews).toHaveLength(1)
    }
  )

  test('a secondary one that passes costs nothing but time', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    const body = {message: 'You have exceeded a secondary rate limit.'}
    github.fault({...posting, status: 429, headers: {'retry-after': '9'}, body})
    expect(await run({pace: 'polite'})).toMatchObject({show: 'review', notes: []})
    expect(pull.reviews).toHaveLength(1)
  })

  test('a primary one that is used up before the end: nothing is posted, and nothing lost', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.limit({core: 6})
    const outcome = await run({pace: 'polite'})
    expect(outcome).toMatchObject({outcome: 'findings', fails: true, show: 'annotations'})
    expect(outcome.notes.join()).toMatch(/API rate limit exceeded.*Run the job again later/)
    expect(outcome.log).toBe("GitHub's primary rate limit is reached; giving up.")
    expect(pull.reviews).toEqual([])
  })

  test('one that is used up from the beginning is a sentence', async () => {
    const {github, run} = await scene({'README.md': sick})
    github.limit({core: 2})
    await expect(run({pace: 'polite'})).rejects.toThrow(/^GitHub's rate limit stopped the reading of /)
  })
})

describe('reading', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['a 502', {status: 502}],
    ['a 503 page', {status: 503, body: '<html>Unicorn!</html>'}],
    ['a dropped connection', {dropBefore: true}],
    ['half an answer', {truncate: 25}],
    ['a page in place of data', {status: 200, body: '<html>Sign in</html>'}]
  ]
  const reads = ['pull', 'tree', 'files', 'contents', 'reviews', 'comments'] as const

  test.each(faults)('%s anywhere is asked again', async (_, fault) => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    await run()
    await repository.push(pull, {'README.md': sick.replace('-[Bee]', '- [Bee]')})
    for (const read of reads) github.fault({method: 'GET', route: routes[read], ...fault})
    expect(await run()).toMatchObject({outcome: 'findings', errors: 1, show: 'review', notes: []})
    expect(github.pendingFaults).toEqual([])
    expect(commentsOf(pull)).toHaveLength(2)
  })

  test.each(['pull', 'files', 'contents'] as const)('what stays away of the %s is a sentence', async read => {
    for (const fault of [{status: 503}, {dropBefore: true}]) {
      const {github, run} = await scene({'README.md': sick})
      github.fault({method: 'GET', route: routes[read], times: 9, ...fault})
      await expect(run()).rejects.toThrow(/^GitHub (?:failed \(503\)|could not be reached) while reading /)
      expect(github.writes()).toEqual([])
    }
  })

  test('a list of files that stays away: the config is found all the same', async () => {
    const off = 'rules: {entry-marker-space: off, text-whitespace: off}\n'
    const {github, run} = await scene({'README.md': sick}, {base: {'.awesome-doctor.yml': off}})
    github.fault({route: routes.tree, times: 9, status: 503})
    expect(await run()).toMatchObject({outcome: 'clean', notes: []})
  })

  test('a pull request that cannot be read again before posting: nothing is posted, and nothing lost', async () => {
    const {github, run} = await scene({'README.md': sick})
    github.fault({method: 'GET', route: routes.pull, nth: 2, times: 9, status: 503})
    expect(await run()).toMatchObject({outcome: 'findings', errors: 2, show: 'annotations'})
    expect(github.writes()).toEqual([])
  })

  test.each(['reviews', 'comments'] as const)('%s that stay away: nothing is posted, and nothing lost', async read => {
    const {github, repository, pull, run} = await scene({'README.md': list(bee)})
    await run()
    await repository.push(pull, {'README.md': list(bee, '-[Cow](https://cow.example)')})
    github.fault({method: 'GET', route: routes[read], times: 3, status: 503})
    const writes = github.writes().length
    expect(await run()).toMatchObject({outcome: 'findings', errors: 2, show: 'annotations'})
    expect(github.writes()).toHaveLength(writes)
    await run()
    expect(commentsOf(pull)).toHaveLength(2)
    await repository.push(pull, {'README.md': list(well)})
    github.fault({method: 'GET', route: routes[read], times: 3, status: 503})
    const {outcome, notes} = await run()
    expect(outcome).toBe('clean')
    expect(notes).toEqual([
      'GitHub failed (503 Server Error); comments on what is mended may still stand there. Run the job again later.'
    ])
  })
})

describe('taking back', () => {
  test.each([502, 'drop'] as const)('%s after a comment was deleted is no loss', async applyThenFail => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    await run()
    await repository.push(pull, {'README.md': list()})
    github.fault({method: 'DELETE', applyThenFail})
    expect(await run()).toMatchObject({outcome: 'clean', notes: []})
    expect(commentsOf(pull)).toEqual([])
  })

  test('what fails is said, the rest goes on, and the next run finishes it', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    await run()
    await repository.push(pull, {'README.md': list()})
    github.fault({method: 'DELETE', status: 502, times: 3})
    const {notes} = await run()
    expect(notes).toEqual(['A comment on what is mended could not be taken back: GitHub failed (502 Server Error).'])
    expect(commentsOf(pull)).toHaveLength(1)
    expect(await run()).toMatchObject({notes: []})
    expect(commentsOf(pull)).toEqual([])
  })

  test.each([502, 'drop'] as const)('%s after an answer was saved makes no second one', async applyThenFail => {
    const {github, repository, pull, run} = await scene({'README.md': list(bee)})
    await run()
    repository.reply(commentsOf(pull)[0]!, 'octocat', 'Why?')
    await repository.push(pull, {'README.md': list(well)})
    github.fault({method: 'POST', route: routes.replies, applyThenFail})
    await run()
    const writes = github.writes().length
    expect(await run()).toMatchObject({notes: []})
    expect(github.writes()).toHaveLength(writes)
    expect(commentsOf(pull)).toHaveLength(3)
  })

  test('folding that is refused leaves the answer', async () => {
    const {github, repository, pull, run} = await scene({'README.md': list(bee)})
    await run()
    repository.reply(commentsOf(pull)[0]!, 'octocat', 'Why?')
    await repository.push(pull, {'README.md': list(well)})
    const errors = [{type: 'FORBIDDEN', message: 'Resource not accessible by integration'}]
    github.fault({
      route: '/graphql',
      when: ({mutations}) => mutations.length > 0,
      status: 200,
      body: {data: {minimizeComment: null}, errors}
    })
    expect(await run()).toMatchObject({outcome: 'clean', notes: []})
    expect(commentsOf(pull).at(-1)?.body).toContain('This is mended.')
    expect(commentsOf(pull)[0]?.minimized).toBeUndefined()
  })
})

test('an app whose token may not even read reviews still shows everything', async () => {
  const {github, run} = await scene({'README.md': sick})
  const token = github.token({kind: 'app', permissions: reviewer})
  github.fault({
    method: 'GET',
    route: routes.reviews,
    status: 403,
    body: {message: 'Resource not accessible by integration'}
  })
  expect(await run({token})).toMatchObject({outcome: 'findings', errors: 2, show: 'annotations'})
})
