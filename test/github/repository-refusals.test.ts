import {describe, expect, test} from 'vitest'
import {readRepositories} from '../../src/github/repositories.ts'
import {asks, busy, clientOf, lost, repositoriesIn, statuses, web} from './many-repositories.ts'

describe('what is too much for one query', () => {
  test('is asked again in parts that fit the budget', async () => {
    await using s = await busy(200)
    s.github.limit({graphqlObjects: 40})
    const found = await s.read()
    expect(statuses(found)).toEqual({alive: 200})
    expect(found).toMatchObject({left: [], notes: []})
    expect(s.sizes()).toEqual([100, 50, 40, 40, 40])
  })

  test('may be the questions to one repository', async () => {
    await using s = await busy(1)
    s.github.limit({graphqlObjects: 40})
    const places = Array.from({length: 60}, (_, index) => `${s.urls[0]}/issues/${index + 1}`)
    const found = await s.read([`${s.urls[0]}/blob/main/none.md`, ...places, `${s.urls[0]}/wiki`])
    expect(statuses(found)).toEqual({dead: 1})
    expect(found.left).toHaveLength(61)
    expect(found.notes).toEqual([])
  })

  test.each([
    ['an error of the gateway', {status: 502, body: '<html>502 Bad Gateway</html>'}],
    ['a connection that ends', {dropBefore: true}],
    ['an answer that is cut off', {truncate: 99}],
    [
      'an error with status 200',
      {
        status: 200,
        body: {
          data: null,
          errors: [{message: 'Something went wrong while executing your query. This may be the result of a timeout.'}]
        }
      }
    ],
    ['a limit without data', {status: 200, body: {errors: [{type: 'MAX_NODE_LIMIT_EXCEEDED', message: 'Too many.'}]}}]
  ])('shows in %s', async (_, fault) => {
    await using s = await busy(300)
    s.github.fault({...fault, route: '/graphql', times: 99, when: entry => repositoriesIn(entry) > 60})
    const found = await s.read()
    expect(statuses(found)).toEqual({alive: 300})
    expect(found).toMatchObject({left: [], notes: []})
    // Once may be chance; after the second time nothing larger is tried.
    expect(s.sizes()).toEqual([100, 50, 50, 100, 50, 50, 50, 50])
  })

  test('may be one repository, which does not cost the others their answer', async () => {
    await using s = await busy(100)
    s.github.fault({status: 502, route: '/graphql', times: 99, when: entry => asks(entry, 'r77')})
    const found = await s.read()
    expect(statuses(found)).toEqual({alive: 99})
    expect(found.left).toEqual([`${web}/many/r77`])
    expect(s.sizes().length).toBeLessThanOrEqual(15)
  })

  test('may be one question, whose repository is known all the same', async () => {
    await using s = await busy(2)
    s.github.fault({status: 502, route: '/graphql', times: 99, when: entry => asks(entry, 'main:b.md')})
    const paths = ['blob/main/a.md', 'blob/main/b.md', 'blob/main/c.md'].map(path => `${s.urls[0]}/${path}`)
    const found = await s.read([...paths, s.urls[1]!])
    expect(statuses(found)).toEqual({alive: 2, dead: 1})
    expect(found.left).toEqual([paths[1]])
    expect(found.repositories.size).toBe(2)
  })

  test('is given up where nothing helps', async () => {
    await using s = await busy(500)
    s.github.fault({status: 502, route: '/graphql', times: 99})
    const found = await s.read()
    expect(found.links.size).toBe(0)
    expect(found.left).toEqual(s.urls)
    expect(found.notes).toEqual(lost('502: Server Error', 500))
    expect(s.sizes().length).toBeLessThanOrEqual(9)
  })

  test('is given up where every answer costs a failure', async () => {
    await using s = await busy(200)
    s.github.limit({graphqlObjects: 0})
    const found = await s.read()
    expect(found.left).toEqual(s.urls)
    expect(found.notes).toEqual(lost('every query came to its limits', 200))
    expect(s.sizes().length).toBeLessThanOrEqual(9)
  })
})

describe('refusals', () => {
  test.each(['SAML', 'IP allow list'] as const)('of an organisation touch only what is its own: %s', async seal => {
    await using s = await busy(3)
    await s.github.createRepository({owner: 'Corp', name: 'tool', files: {'a.md': 'a'}})
    s.github.world.seals.set('corp', seal)
    const found = await s.read([...s.urls, `${web}/corp/tool`, `${web}/corp/gone`])
    expect(statuses(found)).toEqual({alive: 3, dead: 1})
    expect(found.links.get(`${web}/corp/gone`)).toMatchObject({status: 'dead'})
    expect(found.left).toEqual([`${web}/corp/tool`])
    expect(found.notes).toEqual([])
  })

  test('of one place leave the others of its repository alone', async () => {
    await using s = await busy(1)
    const [url] = s.urls
    const body = {
      data: {r0: {nameWithOwner: 'many/r0', isArchived: false, q0: null, q1: null, q2: {__typename: 'Issue'}}},
      errors: [
        {type: 'FORBIDDEN', path: ['r0', 'q0'], message: 'Resource not accessible by integration'},
        {type: 'NOT_FOUND', path: ['r0', 'q1'], message: 'Could not resolve to a Discussion'}
      ]
    }
    s.github.fault({status: 200, route: '/graphql', body})
    const found = await s.read([`${url}/releases/tag/v1`, `${url}/discussions/1`, `${url}/issues/1`, url!])
    expect([...found.links]).toEqual([
      [`${url}/issues/1`, {status: 'alive'}],
      [url, {status: 'alive'}]
    ])
    expect(found.left).toEqual([`${url}/releases/tag/v1`, `${url}/discussions/1`])
  })

  test.each([
    ['are not in the answer', {data: {r0: {nameWithOwner: 'many/r0', defaultBranchRef: {name: 'main'}}}}],
    [
      'may be what an error is about',
      {
        data: {r0: {nameWithOwner: 'many/r0', defaultBranchRef: {name: 'main'}, q0: null}},
        errors: [{message: 'A part of this could not be loaded.'}]
      }
    ]
  ])('leave places open that %s', async (_, body) => {
    await using s = await busy(1)
    s.github.fault({status: 200, route: '/graphql', body})
    const found = await s.read([`${s.urls[0]}/blob/main/none.md`])
    expect(found.links.size).toBe(0)
    expect(s.github.journal).toHaveLength(1)
  })

  test('of unknown kinds, and answers of unknown form, are no answer', async () => {
    await using s = await busy(5)
    const body = {
      data: {r0: null, r1: {nameWithOwner: 'x'}, r2: null, r3: {nameWithOwner: 'many/r3', isArchived: true}},
      errors: [{type: 'INTERNAL', path: ['r0'], message: 'No.'}, {message: 'And no.'}]
    }
    s.github.fault({status: 200, route: '/graphql', body})
    const found = await s.read()
    expect([...found.links]).toEqual([[s.urls[3], {status: 'alive'}]])
    expect([...found.repositories]).toEqual([['many/r3', {name: 'many/r3', archived: true}]])
    expect(found.left).toHaveLength(4)
  })

  test.each([
    ['without a token', undefined, '401: This endpoint requires you to be authenticated.'],
    ['with a wrong token', 'ghs_wrong', '401: Bad credentials']
  ])('%s leave everything to the web', async (_, token, words) => {
    await using s = await busy(150)
    const found = await readRepositories(clientOf(s.github, token), s.urls)
    expect(found).toMatchObject({
      links: new Map(),
      repositories: new Map(),
      presumed: new Map(),
      left: s.urls,
      notes: lost(words, 150)
    })
    expect(s.github.journal).toHaveLength(1)
  })

  test.each(['hasty', 'polite'] as const)('for the rate limit leave the rest to the web, at a %s pace', async pace => {
    await using s = await busy(150)
    s.github.limit({graphql: 1})
    const client = clientOf(s.github, s.github.token({kind: 'actions'}), pace)
    const found = await readRepositories(client, s.urls)
    expect(statuses(found)).toEqual({alive: 100})
    expect(found.left).toEqual(s.urls.slice(100))
    expect(found.notes).toEqual(lost('its rate limit is used up', 50))
  })

  test('for the secondary rate limit, too', async () => {
    await using s = await busy(101)
    s.github.limit({pointsPerMinute: 1})
    const found = await s.read()
    expect(found.left).toEqual(s.urls.slice(100))
    expect(found.notes).toEqual([
      expect.stringMatching(/did not tell of a repository \(403: You have exceeded a secondary/)
    ])
  })

  test.each([403, 451])('of a second opinion leave it to the web: %i', async status => {
    await using s = await busy(1)
    s.github.fault({status, route: '/repos/{owner}/{repo}', body: {message: 'Repository access blocked'}, times: 3})
    const gone = [1, 2, 3, 4].map(number => `${web}/octo/gone${number}`)
    const found = await s.read([...gone, ...s.urls])
    expect(statuses(found)).toEqual({alive: 1})
    expect(found.left).toEqual(gone)
    // Two were asked about and not told; of the others nobody was asked.
    expect([...found.presumed.keys()]).toEqual(gone.slice(2))
  })
})
