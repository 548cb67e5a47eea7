import {describe, expect, test} from 'vitest'
import {ruleUrl} from '../../src/lint/rule-url.ts'
import {addComment, makeReview, makeThread} from '../fake/threads.ts'
import {account} from '../fake/world.ts'
import {clientOf, commentsOf, list, markersOf, routes, type Scene, scene, sick} from './review-scene.ts'
import {smallLinter} from './small-linter.ts'

const bee = '-[Bee](https://bee.example)'
const well = '- [Bee](https://bee.example)'

/** The writes that a piece of work makes. */
async function writesOf({github}: Scene, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = github.writes().length
  await work()
  return github
    .writes()
    .slice(before)
    .map(({method, route, mutations}) => [method, route, ...mutations].join(' '))
}

describe('the same head again', () => {
  test('no write at all, and the same outcome', async () => {
    const one = await scene({'README.md': sick})
    const first = await one.run()
    const writes = await writesOf(one, async () => {
      const second = await one.run()
      expect(second).toMatchObject({outcome: 'findings', errors: 2, reviewUrl: first.reviewUrl, show: 'review'})
    })
    expect(writes).toEqual([])
  })

  test('what was left over does not move up', async () => {
    const one = await scene({'README.md': sick})
    await one.run({maxComments: 1})
    expect(commentsOf(one.pull)).toHaveLength(1)
    expect(await writesOf(one, () => one.run({maxComments: 1}))).toEqual([])
    const many = await scene({
      'README.md': list(...Array.from({length: 600}, (_, index) => `-[E${index}](https://e${index}.example)`))
    })
    await many.run({maxComments: 1})
    expect(await writesOf(many, () => many.run({maxComments: 1}))).toEqual([])
  })

  test('what others have said in hundreds of comments is read through', async () => {
    const one = await scene({'README.md': sick})
    const {github, repository, pull} = one
    const {data} = await clientOf(github, 'mallory').rest.pulls.createReview({
      owner: repository.owner,
      repo: repository.name,
      pull_number: pull.number,
      event: 'COMMENT',
      comments: [{path: 'README.md', line: 6, side: 'RIGHT', body: 'First!'}]
    })
    expect(data.state).toBe('COMMENTED')
    const [first] = commentsOf(pull)
    for (let count = 0; count < 220; count++) repository.reply(first!, 'octocat', `Second ${count}`)
    await one.run()
    const pages = github.requests(routes.reviews, 'GET').length
    expect(await writesOf(one, one.run)).toEqual([])
    expect(github.requests(routes.reviews, 'GET').length - pages).toBe(3)
    expect(github.requests(routes.comments, 'GET').map(({query}) => query['page'])).toEqual(
      expect.arrayContaining(['2', '3'])
    )
  })
})

describe('after a push', () => {
  test('what is there stays, what is new is added in one review, what is mended goes', async () => {
    const one = await scene({'README.md': sick})
    const {repository, pull, run} = one
    await run()
    const kept = commentsOf(pull).find(({body}) => body.includes('Dove'))!
    await repository.push(pull, {'README.md': sick.replace('-[Bee]', '- [Bee]').replace('[Eel]', '[Eel](x)\n-[Fly]')})
    const writes = await writesOf(one, async () => {
      expect(await run()).toMatchObject({outcome: 'findings', errors: 2})
    })
    expect(writes).toEqual([`POST ${routes.reviews}`, `DELETE ${routes.comment}`])
    expect(pull.reviews).toHaveLength(2)
    const bodies = commentsOf(pull).map(({body}) => body)
    expect(bodies).toHaveLength(3)
    expect(bodies.join()).not.toContain('Bee')
    expect(bodies.join()).toContain('Fly')
    expect(commentsOf(pull)).toContain(kept)
    expect(await writesOf(one, run)).toEqual([])
  })

  test('what somebody has answered is folded and answered, once, and told anew when it comes back', async () => {
    const one = await scene({'README.md': list(bee)})
    const {repository, pull, run} = one
    await run()
    const [comment] = commentsOf(pull)
    repository.reply(comment!, 'octocat', 'Why?')
    await repository.push(pull, {'README.md': list(well)})
    expect(await run()).toMatchObject({outcome: 'clean', notes: []})
    expect(comment!.minimized).toEqual({reason: 'resolved'})
    expect(commentsOf(pull).map(({user, body}) => [user.login, body.split('\n')[0]])).toEqual([
      ['github-actions[bot]', expect.stringContaining('No space')],
      ['octocat', 'Why?'],
      ['github-actions[bot]', 'This is mended.']
    ])
    expect(await writesOf(one, run)).toEqual([])
    await repository.push(pull, {'README.md': list(bee)})
    await run()
    expect(commentsOf(pull)).toHaveLength(4)
    expect(await writesOf(one, run)).toEqual([])
  })

  test('a comment for several findings is edited when some are mended', async () => {
    const {repository, pull, run} = await scene({'README.md': list('-[Bee](https://bee.example) ')})
    await run()
    expect(markersOf(pull)).toHaveLength(2)
    await repository.push(pull, {'README.md': list('-[Bee](https://bee.example)')})
    await run()
    expect(markersOf(pull)).toHaveLength(1)
    expect(commentsOf(pull)[0]!.body).not.toContain('Blanks')
  })

  test('what was too much moves up', async () => {
    const {repository, pull, run} = await scene({'README.md': sick})
    await run({maxComments: 2})
    expect(commentsOf(pull)).toHaveLength(2)
    expect(pull.reviews[0]!.body).toMatch(
      /\| \[`README\.md:7`\]\(\S+\/blob\/\w{40}\/README\.md\?plain=1#L7\) \| Blanks/
    )
    await repository.push(pull, {'other.txt': 'x'})
    await run({maxComments: 2})
    expect(commentsOf(pull)).toHaveLength(3)
    expect(pull.reviews).toHaveLength(2)
  })

  test('a suggestion that somebody applied is recognised, and the others are left alone', async () => {
    const one = await scene({'README.md': sick})
    const {repository, pull, run} = one
    await run()
    const all = commentsOf(pull)
    for (const [index, comment] of all.entries()) {
      await repository.applySuggestions(pull, [comment.id], repository.owner, {blankMeansDelete: true})
      expect(await writesOf(one, run)).toEqual([`DELETE ${routes.comment}`])
      expect(commentsOf(pull)).toEqual(all.slice(index + 1))
    }
    expect(pull.reviews).toHaveLength(1)
  })

  test('a thread that was resolved, and one that is outdated, are left alone while the finding is there', async () => {
    const one = await scene({'README.md': list(bee)})
    const {repository, pull, run} = one
    await run()
    pull.threads[0]!.resolvedBy = account(one.github.world, 'octocat')
    await repository.push(pull, {'README.md': list(`${bee} `)})
    expect(pull.threads[0]!.outdated).toBe(true)
    const writes = await writesOf(one, async () => expect(await run()).toMatchObject({errors: 1, warnings: 1}))
    expect(writes).toEqual([`POST ${routes.reviews}`])
    expect(commentsOf(pull)).toHaveLength(2)
    await repository.push(pull, {'README.md': list(well)})
    expect(await writesOf(one, run)).toEqual([`DELETE ${routes.comment}`, `DELETE ${routes.comment}`])
  })

  test('of two comments on one finding, as two runs at once would leave, one goes', async () => {
    const one = await scene({'README.md': list(bee)})
    const {github, repository, pull, run} = one
    await run()
    const [thread] = pull.threads
    const review = makeReview(github.world, pull, commentsOf(pull)[0]!.user, 'COMMENTED', '', pull.headSha)
    const spot = {spot: thread!.original!, diffHunk: thread!.diffHunk}
    const again = makeThread(github.world, pull, pull.headSha, spot)
    const second = addComment(github.world, again, review.user, review, commentsOf(pull)[0]!.body)
    repository.reply(second, 'octocat', 'Twice?')
    expect(await writesOf(one, run)).toEqual([`DELETE ${routes.comment}`])
    expect(commentsOf(pull)[0]).toBe(second)
    expect(await writesOf(one, run)).toEqual([])
  })

  test('two runs at once: the next one takes back what was said twice', async () => {
    const one = await scene({'README.md': sick})
    const {pull, run} = one
    await Promise.all([run(), run()])
    await run()
    expect(markersOf(pull).toSorted()).toEqual([...new Set(markersOf(pull))].toSorted())
    expect(commentsOf(pull)).toHaveLength(3)
    expect(await writesOf(one, run)).toEqual([])
  })
})

describe('history that changes', () => {
  test('a force push: the same findings keep their comments, others go', async () => {
    const one = await scene({'README.md': sick})
    const {repository, pull, run} = one
    await run()
    const [first] = commentsOf(pull)
    await repository.forcePush(pull, {'README.md': list('- [Zebu](https://zebu.example)', bee)})
    expect(await run()).toMatchObject({errors: 1})
    expect(commentsOf(pull)).toEqual([first])
    expect(markersOf(pull)).toHaveLength(1)
  })

  test('a force push back to a head that was reviewed before tells again what was taken back', async () => {
    const one = await scene({'README.md': list(bee)})
    const {repository, pull, run} = one
    await run()
    const old = pull.headSha
    await repository.push(pull, {'README.md': list(well)})
    await run()
    expect(commentsOf(pull)).toEqual([])
    await repository.branch('more', old)
    expect(pull.headSha).toBe(old)
    await run()
    expect(commentsOf(pull)).toHaveLength(1)
    expect(await writesOf(one, run)).toEqual([])
  })

  test('a base that is another one: comments follow what is the pull request’s own now', async () => {
    const one = await scene({'README.md': list(bee)})
    const {github, repository, pull, run} = one
    await repository.branch('next', pull.headSha)
    await repository.push(pull, {'README.md': list(bee, '-[Dove](https://dove.example)')})
    await run()
    expect(commentsOf(pull)).toHaveLength(2)
    await clientOf(github, repository.owner).rest.pulls.update({
      owner: repository.owner,
      repo: repository.name,
      pull_number: pull.number,
      base: 'next'
    })
    await run()
    expect(commentsOf(pull).map(({body}) => /Bee|Dove/.exec(body)?.[0])).toEqual(['Dove'])
    expect(await writesOf(one, run)).toEqual([])
  })

  test('a renamed file has its comments under its new name', async () => {
    const config = {'.awesome-doctor.yml': 'files: ["*.md"]\n'}
    const one = await scene({'README.md': sick}, {base: config})
    const {repository, pull, run} = one
    await run()
    await repository.push(pull, {'README.md': null, 'LIST.md': sick})
    await run()
    expect(pull.threads.map(({path}) => path)).toEqual(['LIST.md', 'LIST.md', 'LIST.md'])
    expect(new Set(markersOf(pull)).size).toBe(4)
    expect(markersOf(pull)).toHaveLength(4)
    expect(await writesOf(one, run)).toEqual([])
  })

  test('a file that is no longer part of the pull request loses its comments', async () => {
    const one = await scene({'README.md': sick, 'other.txt': 'x'})
    const {repository, pull, run} = one
    await run()
    await repository.push(pull, {'README.md': list()})
    expect(await run()).toMatchObject({outcome: 'clean'})
    expect(commentsOf(pull)).toEqual([])
  })

  test('a fork that was deleted meanwhile', async () => {
    const one = await scene({'README.md': sick}, {fork: 'mallory'})
    const {repository, pull, run} = one
    repository.deleteFork('mallory')
    expect(await run()).toMatchObject({outcome: 'findings', show: 'review'})
    expect(commentsOf(pull)).toHaveLength(3)
    expect(await writesOf(one, run)).toEqual([])
  })

  test('a list that has become too much to read keeps its comments', async () => {
    const one = await scene({'README.md': sick})
    const {repository, pull, run} = one
    await run()
    await repository.push(pull, {'README.md': `${sick}x\n`})
    const bomb: typeof smallLinter = async task => {
      const {diagnostics, ...report} = await smallLinter(task)
      return {...report, diagnostics: [{...diagnostics[0]!, rule: 'document-bounds', fingerprint: 'bounds'}]}
    }
    await run({examine: bomb})
    expect(commentsOf(pull).filter(({body}) => !body.includes('bounds'))).toHaveLength(3)
  })

  test('what the web told once is not taken back because the web does not answer', async () => {
    const dead: typeof smallLinter = async task => {
      const {diagnostics, ...report} = await smallLinter(task)
      return {...report, diagnostics: diagnostics.map(one => ({...one, url: ruleUrl('link-alive')}))}
    }
    const silent: typeof smallLinter = async task => ({...(await smallLinter(task)), diagnostics: []})
    const one = await scene({'README.md': list(bee, '- [Dead](https://dead.example)  ')})
    const {repository, pull, run} = one
    await run({examine: dead})
    await repository.push(pull, {'README.md': list(well, '- [Dead](https://dead.example)  ')})
    await run({examine: silent})
    expect(commentsOf(pull).map(({thread}) => thread.spot?.line)).toEqual([7])
  })
})

describe('identity', () => {
  test('markers by others count for nothing', async () => {
    const {github, repository, pull, run} = await scene({'README.md': list('-[Bee](https://bee.example)')})
    await run()
    const stolen = commentsOf(pull)[0]!.body
    const next = await repository.openPull({head: 'again', files: {'README.md': list('-[Bee](https://bee.example)')}})
    const client = clientOf(github, 'mallory')
    await client.rest.pulls.createReview({
      owner: repository.owner,
      repo: repository.name,
      pull_number: next.number,
      event: 'COMMENT',
      body: pull.reviews[0]!.body,
      comments: [{path: 'README.md', line: 6, side: 'RIGHT', body: stolen}]
    })
    await run({change: {kind: 'pull request', number: next.number}})
    expect(commentsOf(next).map(({user}) => user.login)).toEqual(['mallory', 'github-actions[bot]'])
  })

  test('an app and a person know their own comments too', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    for (const [kind, login] of [
      ['app', 'kite-app[bot]'],
      ['user', 'octo-org']
    ] as const) {
      const token = github.token({kind, login})
      await run({token})
      const count = pull.reviews.length
      await run({token})
      expect(pull.reviews).toHaveLength(count)
    }
    expect(pull.reviews).toHaveLength(2)
  })

  test('a person is known by REST where GraphQL refuses, and an app of the same name is somebody else', async () => {
    const one = await scene({'README.md': list(bee)})
    const {github, pull, run} = one
    await run({token: github.token({kind: 'app', login: 'octocat[bot]'})})
    const token = github.token({kind: 'user', login: 'octocat'})
    await run({token})
    expect(pull.reviews.map(({user}) => user.login)).toEqual(['octocat[bot]', 'octocat'])
    github.fault({route: '/graphql', status: 403, times: 2})
    expect(await writesOf(one, () => run({token}))).toEqual([])
    expect(github.pendingFaults).toHaveLength(1)
  })

  test('the token of a workflow is known where GraphQL’s quota is used up', async () => {
    const one = await scene({'README.md': list(bee)})
    await one.run()
    one.github.limit({graphql: 0})
    expect(await writesOf(one, one.run)).toEqual([])
  })

  test('where nobody tells which app we are, nothing is posted and nothing is lost', async () => {
    const one = await scene({'README.md': list(bee)})
    const {github, repository, pull, run} = one
    const token = github.token({kind: 'app', login: 'kite-app[bot]'})
    await run({token})
    await repository.push(pull, {'README.md': list(bee, '-[Cow](https://cow.example)')})
    github.limit({graphql: 0})
    const writes = await writesOf(one, async () => {
      const outcome = await run({token})
      expect(outcome).toMatchObject({outcome: 'findings', show: 'annotations'})
      expect(outcome.notes.join()).toContain('GitHub does not tell whose token this is')
    })
    expect(writes).toEqual([])
  })
})

describe('a head that has moved', () => {
  test('before the run', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    const change = {kind: 'pull request', number: pull.number, head: 'f'.repeat(40)} as const
    expect(await run({change})).toMatchObject({outcome: 'superseded', fails: false})
    expect(github.writes()).toEqual([])
  })

  test('not really: GitHub answered from an old copy', async () => {
    const {github, repository, pull, run} = await scene({'README.md': list()})
    const old = github.journal.length
    await run()
    const stale = github.journal[old]!.answer
    const head = await repository.push(pull, {'README.md': sick})
    github.fault({route: routes.pull, status: 200, body: stale})
    const change = {kind: 'pull request', number: pull.number, head} as const
    expect(await run({change})).toMatchObject({outcome: 'findings', errors: 2})
  })

  test('during the run', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    github.fault({
      route: routes.reviews,
      method: 'GET',
      before: () => repository.push(pull, {'README.md': list()})
    })
    expect(await run()).toMatchObject({outcome: 'superseded'})
    expect(github.writes()).toEqual([])
  })

  test('between what GitHub listed and what it gave', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    github.fault({route: routes.files, before: () => repository.push(pull, {'README.md': list(bee)})})
    expect(await run()).toMatchObject({outcome: 'superseded'})
    expect(github.writes()).toEqual([])
  })

  test('or is closed: nothing is posted, and nothing lost', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    await repository.closePull(pull)
    const outcome = await run()
    expect(outcome).toMatchObject({outcome: 'findings', errors: 2, show: 'annotations'})
    expect(outcome.notes.join()).toContain('The pull request is closed, so nothing was posted;')
    expect(github.writes()).toEqual([])
  })
})
