import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {addressOf} from '../../src/document/link/url.ts'
import type {GitHub as Client} from '../../src/github/octokit.ts'
import {readRepositories} from '../../src/github/repositories.ts'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import {busy, clientOf, makeMany, statuses, web} from './many-repositories.ts'

let github: GitHub
let awesome: TestRepository
let client: Client

beforeAll(async () => {
  github = await startGitHub({now: () => new Date('2026-03-01T12:00:00Z')})
  awesome = await github.createRepository({owner: 'Octo', name: 'Awesome', files: {'readme.md': '# A\n'}})
  client = clientOf(github, github.token({kind: 'actions'}))
})
afterAll(() => github[Symbol.asyncDispose]())

const read = (...urls: string[]) => readRepositories(client, urls)

/** What is said of one link: its fact, or `web`. */
async function verdict(url: string) {
  const {links, left} = await read(url)
  expect(links.size + left.length).toBe(1)
  return links.get(addressOf(url)!) ?? 'web'
}

const queries = () => github.requests('/graphql', 'POST').length

describe('repositories', () => {
  test('tell what they are', async () => {
    const old = await github.createRepository({owner: 'octo', name: 'old', archived: true, files: {'a.md': ''}})
    old.state.archivedAt = '2024-05-06T07:08:09Z'
    const off = await github.createRepository({owner: 'octo', name: 'off', files: {'a.md': ''}})
    off.state.disabled = true
    await github.createRepository({owner: 'octo', name: 'empty'})
    const {links, repositories, left, notes} = await read(
      `${web}/octo/AWESOME#readme`,
      `http://www.github.com/octo/awesome.git`,
      `${web}/octo/old/`,
      `${web}/octo/off`,
      `${web}/octo/empty`,
      `${web}/octo/awesome#again`
    )
    expect(Object.fromEntries(repositories)).toEqual({
      'octo/awesome': {name: 'Octo/Awesome', pushed: '2026-03-01'},
      'octo/old': {name: 'Octo/old', archived: '2024-05-06', pushed: '2026-03-01'},
      'octo/off': {name: 'Octo/off', disabled: true, pushed: '2026-03-01'},
      'octo/empty': {name: 'Octo/empty', empty: true, pushed: '2026-03-01'}
    })
    expect(Object.fromEntries(links)).toEqual({
      [`${web}/octo/AWESOME`]: {status: 'alive'},
      'http://www.github.com/octo/awesome.git': {status: 'alive', https: 'https://www.github.com/octo/awesome.git'},
      [`${web}/octo/old/`]: {status: 'alive'},
      [`${web}/octo/empty`]: {status: 'alive'},
      [`${web}/octo/awesome`]: {status: 'alive'}
    })
    expect(left).toEqual([`${web}/octo/off`])
    expect(notes).toEqual([])
  })

  test('that are deleted or private are gone, with all that was in them', async () => {
    await github.createRepository({owner: 'octo', name: 'secret', private: true, files: {'a.md': ''}})
    const stranger = clientOf(github, github.token({kind: 'user', login: 'eve'}))
    const urls = [
      `${web}/octo/secret`,
      `${web}/octo/Never`,
      `${web}/octo/never/wiki/Home`,
      `${web}/octo/never/issues/1`
    ]
    const {links, repositories, left} = await readRepositories(stranger, urls)
    const never = {status: 'dead', reason: 'there is no repository `octo/never`, or it is private'}
    expect([...links.values()]).toEqual([
      {status: 'dead', reason: 'there is no repository `octo/secret`, or it is private'},
      {status: 'dead', reason: 'there is no repository `octo/Never`, or it is private'},
      never,
      never
    ])
    expect(repositories.size).toBe(0)
    expect(left).toEqual([])
  })

  test('are not what other links lead to', async () => {
    const before = queries()
    const urls = ['mailto:a@a.example', 'https://a.example/', `${web}/octo`, `${web}/topics/awesome`, '#a', 'https://[']
    expect(await readRepositories(client, [...urls, urls[1]!])).toEqual({
      links: new Map(),
      repositories: new Map(),
      presumed: new Map(),
      left: urls,
      notes: []
    })
    expect(queries()).toBe(before)
  })
})

describe('a repository that moved', () => {
  test('takes what is in it along', async () => {
    const repo = await github.createRepository({owner: 'octo', name: 'before', files: {'docs/a b.md': 'a'}})
    repo.move({name: 'After'})
    const to = `${web}/Octo/After`
    const moved = {status: 'moved', sure: true, reason: 'the repository is now `Octo/After`'}
    const {links, repositories, left} = await read(
      `${web}/octo/before`,
      `${web}/Octo/Before.git`,
      `http://github.com/octo/before/?tab=readme-ov-file#x`,
      `${web}/octo/before/blob/main/docs/a%20b.md?plain=1#L1`,
      `${web}/octo/before/blob/main/none.md`,
      `${web}/octo/before/wiki/Home`,
      `${web}/octo/after`
    )
    expect(Object.fromEntries(links)).toEqual({
      [`${web}/octo/before`]: {...moved, to},
      [`${web}/Octo/Before.git`]: {...moved, to},
      'http://github.com/octo/before/?tab=readme-ov-file': {...moved, to: `${to}/?tab=readme-ov-file`},
      [`${web}/octo/before/blob/main/docs/a%20b.md?plain=1`]: {...moved, to: `${to}/blob/main/docs/a%20b.md?plain=1`},
      [`${web}/octo/before/blob/main/none.md`]: {
        status: 'dead',
        reason: '`none.md` is not in the repository on branch `main`'
      },
      [`${web}/octo/after`]: {status: 'alive'}
    })
    expect(left).toEqual([`${web}/octo/before/wiki/Home`])
    expect(repositories.get('octo/before')).toEqual({name: 'Octo/After', pushed: '2026-03-01'})
  })

  test('is found where only REST follows', async () => {
    const repo = await github.createRepository({owner: 'octo', name: 'handed', files: {'a.md': 'a'}})
    repo.move({owner: 'hands', name: 'over', followed: 'not by GraphQL'})
    const before = queries()
    const {links, repositories} = await read(
      `${web}/octo/handed/blob/main/a.md`,
      `${web}/octo/handed/blob/main/A.md`,
      `${web}/octo/lost`
    )
    expect([...links.values()]).toEqual([
      {
        status: 'moved',
        to: `${web}/hands/over/blob/main/a.md`,
        sure: true,
        reason: 'the repository is now `hands/over`'
      },
      {status: 'dead', reason: 'there is no repository `octo/lost`, or it is private'},
      {status: 'dead', reason: '`A.md` is not in the repository on branch `main`; `a.md` is'}
    ])
    expect(repositories.get('octo/handed')?.name).toBe('hands/over')
    expect(queries() - before).toBe(3)
  })

  test('is another one where its name was taken again', async () => {
    const repo = await github.createRepository({owner: 'octo', name: 'reused', files: {'a.md': 'a'}})
    repo.move({name: 'first'})
    await github.createRepository({owner: 'octo', name: 'reused', files: {'b.md': 'b'}})
    expect(await verdict(`${web}/octo/reused/blob/main/b.md`)).toEqual({status: 'alive'})
  })
})

describe('a thousand links', () => {
  test('to as many repositories cost ten requests', async () => {
    const urls = makeMany(github.world, awesome.state, 1000).map(
      (url, index) => url + (index % 4 === 0 ? '/blob/main/readme.md' : '')
    )
    const before = github.journal.length
    const steps: [number, number][] = []
    const {links, repositories, left} = await readRepositories(client, urls, {
      onProgress: (done, all) => steps.push([done, all])
    })
    expect(github.journal.length - before).toBe(10)
    expect(links.size).toBe(1000)
    expect([...links.values()].every(({status}) => status === 'alive')).toBe(true)
    expect(repositories.size).toBe(1000)
    expect(left).toEqual([])
    expect(steps.slice(0, 2)).toEqual([
      [100, 1000],
      [200, 1000]
    ])
    expect(steps.at(-1)).toEqual([1000, 1000])
  })

  test('cost no more where they lead into few, with many places each', async () => {
    const repositories = makeMany(github.world, awesome.state, 20)
    const urls = Array.from({length: 1000}, (_, index) => `${repositories[(index * 7) % 19]}/issues/${index + 1}`)
    const before = github.journal.length
    const {left} = await read(...urls)
    expect(github.journal.length - before).toBe(10)
    expect(left).toEqual(urls)
  })

  test('of which some are gone, cost at most twelve', async () => {
    await using s = await busy(960)
    const gone = Array.from({length: 40}, (_, number) => `${web}/octo/gone${number}`)
    const found = await s.read([...s.urls, ...gone])
    expect(s.github.journal).toHaveLength(12)
    expect(statuses(found)).toEqual({alive: 960, dead: 2})
    expect([...found.presumed]).toEqual(
      gone
        .slice(2)
        .map(url => [
          url,
          {status: 'dead', reason: `there is no repository \`${url.slice(web.length + 1)}\`, or it is private`}
        ])
    )
    expect(found.left).toEqual(gone.slice(2))
  })

  test('into one repository, half of them dead, cost at most twelve', async () => {
    const urls = Array.from(
      {length: 1000},
      (_, index) => `${web}/octo/awesome/blob/main/${index % 2 ? `${index}.md` : `?${index}`}`
    )
    const paths = urls.map(url => url.replace('/main/?', '/main/readme.md?'))
    const before = github.journal.length
    const {links} = await read(...paths)
    expect(github.journal.length - before).toBeLessThanOrEqual(12)
    expect([...links.values()].filter(({status}) => status === 'dead')).toHaveLength(500)
    expect([...links.values()].filter(({status}) => status === 'alive')).toHaveLength(500)
  })
})

describe('who is asked', () => {
  test('is github.com only', async () => {
    await using s = await busy(1)
    const token = s.github.token({kind: 'actions'})
    for (const apiUrl of [s.github.enterpriseUrl, 'https://api.octocorp.ghe.com']) {
      const client = clientOf({url: apiUrl}, token)
      const found = await readRepositories(client, [...s.urls, 'https://a.example'])
      expect(found.links.size).toBe(0)
      expect(found.left).toEqual([...s.urls, 'https://a.example'])
      expect(found.notes).toEqual([
        `Links to github.com are checked as ordinary web pages, because \`${apiUrl}\` does not know its repositories.`
      ])
      expect((await readRepositories(client, ['https://a.example'])).notes).toEqual([])
    }
    expect(s.github.journal).toEqual([])
  })

  test('is no more asked once that is called off', async () => {
    await using s = await busy(300)
    const controller = new AbortController()
    const onProgress = () => controller.abort(new Error('Enough.'))
    const reading = readRepositories(s.client, s.urls, {signal: controller.signal, onProgress})
    await expect(reading).rejects.toThrow('Enough.')
    expect(s.github.journal.length).toBe(1)
  })

  test('is called off in the middle of an answer', async () => {
    await using s = await busy(1)
    const controller = new AbortController()
    s.github.fault({route: '/graphql', before: async () => controller.abort(new Error('Enough.')), dropBefore: true})
    const reading = readRepositories(s.client, s.urls, {signal: controller.signal})
    await expect(reading).rejects.toThrow('Enough.')
  })

  test('does not hide a bug', async () => {
    const graphql = Object.assign(() => Promise.reject(new TypeError('x is not a function')), client.graphql)
    await expect(readRepositories({...client, graphql}, [`${web}/octo/awesome`])).rejects.toThrow(TypeError)
  })
})
