import fc from 'fast-check'
import {expect, test} from 'vitest'
import {UserError} from '../../src/document/error.ts'
import type {ReviewOutcome} from '../../src/job/review-pull-request.ts'
import {isShown} from '../../src/lint/tally.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import {isClosing} from '../../src/report/mended.ts'
import type {Fault} from '../fake/faults.ts'
import {addComment, makeReview} from '../fake/threads.ts'
import {account} from '../fake/world.ts'
import {patience, runs} from '../property.ts'
import {commentsOf, routes, type Scene, scene} from './review-scene.ts'
import {smallLinter} from './small-linter.ts'

const us = 'github-actions[bot]'

/** Something that happens to a pull request, to its comments or on the way to GitHub. */
type Event =
  | {readonly kind: 'push' | 'force push'; readonly text: string}
  | {readonly kind: 'rename'}
  | {readonly kind: 'base'; readonly text: string}
  | {readonly kind: 'apply' | 'answer' | 'resolve' | 'forge'; readonly which: number}
  | {readonly kind: 'fault'; readonly fault: Fault}
  | {readonly kind: 'push meanwhile'; readonly text: string}

const entry = fc
  .tuple(
    fc.constantFrom('Auk', 'Bee', 'Cow', 'Dodo', 'Eel', 'teh Fly'),
    fc.constantFrom('- ', '-', '* '),
    fc.constantFrom('', ' ', '  ')
  )
  .map(([name, marker, end]) => `${marker}[${name}](https://${name.slice(-3).toLowerCase()}.example)${end}`)
const text = fc
  .tuple(
    fc.array(
      fc.oneof(
        {weight: 4, arbitrary: entry},
        {weight: 1, arbitrary: fc.constantFrom('', '## More', 'Words @octocat #1 <!-- x')}
      ),
      {maxLength: 9}
    ),
    fc.constantFrom('\n', '\n', '\n', '', '\r\n')
  )
  .map(([lines, end]) => `# Kites\n\n${'- [Old](https://old.example)\n'.repeat(2)}${lines.join('\n')}${end}`)

const badAnswer = fc.constantFrom<Fault>(
  {status: 502},
  {status: 503, body: '<html>'},
  {dropBefore: true},
  {truncate: 20},
  {status: 403, body: {message: 'You have exceeded a secondary rate limit.'}}
)
const badWrite = fc.oneof(badAnswer, fc.constantFrom<Fault>({applyThenFail: 502}, {applyThenFail: 'drop'}))
const read = fc
  .constantFrom('pull', 'reviews', 'comments', 'files', 'tree', 'contents')
  .map((name): Fault => ({method: 'GET', route: routes[name as keyof typeof routes]}))
const write = fc.constantFrom<Fault>(
  {method: 'POST', route: routes.reviews},
  {method: 'DELETE'},
  {method: 'PATCH'},
  {method: 'POST', route: routes.replies},
  {route: '/graphql'}
)
const often = fc.record({nth: fc.constantFrom(1, 1, 2), times: fc.constantFrom(1, 1, 2, 3, 9)})
const fault = fc
  .oneof(fc.tuple(read, badAnswer, often), fc.tuple(write, badWrite, often))
  .map(([what, how, when]): Fault => ({...what, ...how, ...when}))

const event: fc.Arbitrary<Event> = fc.oneof(
  {weight: 6, arbitrary: fc.record({kind: fc.constantFrom('push', 'force push'), text})},
  {weight: 1, arbitrary: fc.constant({kind: 'rename' as const})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('base' as const), text})},
  {weight: 4, arbitrary: fc.record({kind: fc.constantFrom('apply', 'answer', 'resolve', 'forge'), which: fc.nat(20)})},
  {weight: 5, arbitrary: fc.record({kind: fc.constant('fault' as const), fault})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('push meanwhile' as const), text})}
)

/** What can happen between two runs; what GitHub does not allow then does not happen. */
async function happen({github, repository, pull}: Scene, event: Event): Promise<void> {
  const comments = commentsOf(pull).filter(({user}) => user.login === us)
  const path = (await repository.readFile(pull.headSha, 'LIST.md')) === undefined ? 'README.md' : 'LIST.md'
  if (event.kind === 'push') await repository.push(pull, {[path]: event.text})
  if (event.kind === 'force push')
    await repository.forcePush(pull, {[path]: event.text, [path === 'LIST.md' ? 'README.md' : 'LIST.md']: null})
  if (event.kind === 'rename')
    await repository.push(pull, {'README.md': null, 'LIST.md': (await repository.readFile(pull.headSha, path)) ?? ''})
  if (event.kind === 'base') await repository.commit('main', {'README.md': event.text})
  if (event.kind === 'fault') github.fault(event.fault)
  if (event.kind === 'push meanwhile')
    github.fault({method: 'GET', route: routes.reviews, before: () => repository.push(pull, {[path]: event.text})})
  if (!('which' in event)) return
  const comment = comments[event.which % Math.max(1, comments.length)]
  if (event.kind === 'forge') {
    const body = comment?.body ?? '<!-- awesome-doctor:0000000000000000 -->'
    const review = makeReview(github.world, pull, account(github.world, 'mallory'), 'COMMENTED', body, pull.headSha)
    if (comment) addComment(github.world, comment.thread, review.user, review, body)
  }
  if (!comment) return
  if (event.kind === 'answer') repository.reply(comment, 'octocat', 'Why?')
  if (event.kind === 'resolve') comment.thread.resolvedBy = comment.user
  if (event.kind === 'apply')
    await repository
      .applySuggestions(pull, [comment.id], repository.owner, {blankMeansDelete: event.which % 2 === 0})
      .catch(() => undefined)
}

/** The fingerprints that our comments tell of, threads that we have closed aside. */
const liveIn = ({pull}: Scene): readonly string[] =>
  pull.threads
    .filter(({comments}) => !comments.some(({user, body}) => user.login === us && isClosing(body)))
    .flatMap(({comments}) => comments)
    .filter(({user}) => user.login === us)
    .flatMap(({body}) => findMarkers(body))

/** The fingerprints that the bodies of our reviews tell of. */
const listedIn = ({pull}: Scene): ReadonlySet<string> =>
  new Set(pull.reviews.filter(({user}) => user.login === us).flatMap(({body}) => findMarkers(body)))

const foundIn = ({files}: ReviewOutcome): readonly string[] =>
  files.flatMap(({diagnostics}) => diagnostics.filter(isShown).map(({fingerprint}) => fingerprint))

/** The outcome; nothing where the list could not be read. Once it was, no failure may lose what was found. */
async function run(one: Scene, maxComments: number): Promise<ReviewOutcome | undefined> {
  let examined = 0
  const examine: typeof smallLinter = task => {
    examined++
    return smallLinter(task)
  }
  try {
    return await one.run({maxComments, overrides: {files: ['*.md']}, examine})
  } catch (error) {
    if (error instanceof UserError && examined === 0) return undefined
    throw error
  }
}

/** How many reviews of ours there are, not counting those that GitHub makes around an answer. */
const reviewsIn = ({pull}: Scene): number =>
  pull.reviews.filter(({user, body}) => user.login === us && body !== '').length

test(
  'whatever is pushed and whatever fails: nothing is said twice, nothing is lost, nothing is refused',
  async () => {
    const story = fc.array(
      fc.record({events: fc.array(event, {minLength: 1, maxLength: 3}), maxComments: fc.constantFrom(30, 30, 3, 1)}),
      {minLength: 2, maxLength: 6}
    )
    await fc.assert(
      fc.asyncProperty(text, story, async (first, chapters) => {
        const one = await scene({'README.md': first})
        for (const {events, maxComments} of chapters) {
          const before = reviewsIn(one)
          const outcome = await run(one, maxComments)
          expect(reviewsIn(one) - before).toBeLessThanOrEqual(1)
          const live = liveIn(one)
          expect(live).toEqual([...new Set(live)])
          if (outcome?.show === 'review' && outcome.outcome !== 'superseded') {
            const told = new Set([...live, ...listedIn(one)])
            expect(foundIn(outcome).filter(id => !told.has(id))).toEqual([])
          }
          for (const each of events) await happen(one, each)
        }
        // Once nothing fails any more, what stands is what is found, and there is nothing left to do.
        one.github.heal()
        const outcome = (await run(one, 30))!
        const found = new Set(foundIn(outcome))
        expect(liveIn(one).filter(id => !found.has(id))).toEqual([])
        expect(outcome.notes.filter(note => !/was not read|no diff of/.test(note))).toEqual([])
        const writes = one.github.writes().length
        await run(one, 30)
        expect(one.github.writes()).toHaveLength(writes)
        const refused = one.github.requests(routes.reviews, 'POST').filter(({status}) => status === 422)
        expect(refused).toEqual([])
      }),
      runs(12)
    )
  },
  patience(60_000)
)
