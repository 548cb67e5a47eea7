import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {addressOf} from '../../src/document/link/url.ts'
import type {GitHub as Client} from '../../src/github/octokit.ts'
import {readRepositories} from '../../src/github/repositories.ts'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import {clientOf, web} from './many-repositories.ts'

let github: GitHub
let awesome: TestRepository
let client: Client

beforeAll(async () => {
  github = await startGitHub({now: () => new Date('2026-03-01T12:00:00Z')})
  awesome = await github.createRepository({
    owner: 'Octo',
    name: 'Awesome',
    files: {
      'readme.md': '# A\n',
      'docs/Über uns.md': 'x',
      'docs/100% "x".md': 'x',
      'docs/a#b.md': 'x',
      'src/$(rm -rf)`x`.ts': 'x',
      'link.md': {symlink: 'readme.md'}
    }
  })
  await awesome.branch('next')
  await awesome.commit('next', {'new.md': 'x'})
  await awesome.branch('feature/x')
  await awesome.commit('feature/x', {'only/here.md': 'x'})
  await awesome.release('v1.0')
  await awesome.release('cli/2.0')
  client = clientOf(github, github.token({kind: 'actions'}))
})
afterAll(() => github[Symbol.asyncDispose]())

/** What is said of one link: its fact, or `web`. */
async function verdict(url: string) {
  const {links, left, notes} = await readRepositories(client, [url])
  expect(links.size + left.length).toBe(1)
  expect(notes).toEqual([])
  return links.get(addressOf(url)!) ?? 'web'
}

describe('places in a repository', () => {
  const missing = (path: string, where = 'on branch `main`', hint = '') => ({
    status: 'dead',
    reason: `\`${path}\` is not in the repository ${where}${hint}`
  })

  test.each([
    // Files and folders.
    ['tree/main', 'alive'],
    ['tree/main/docs/', 'alive'],
    ['blob/main/readme.md?plain=1#L3', 'alive'],
    ['blob/HEAD/readme.md', 'alive'],
    ['raw/main/readme.md', 'alive'],
    ['blame/main/readme.md', 'alive'],
    ['blob/main/link.md', 'alive'],
    ['blob/next/new.md', 'alive'],
    ['blob/v1.0/readme.md', 'alive'],
    ['blob/main/docs/%C3%9Cber%20uns.md', 'alive'],
    ['blob/main/docs/Über uns.md', 'alive'],
    ['blob/main/docs/100%25%20%22x%22.md', 'alive'],
    ['blob/main/docs/a%23b.md', 'alive'],
    ['blob/main/src/$(rm%20-rf)%60x%60.ts', 'alive'],
    ['commits/main/readme.md', 'alive'],
    ['blob/main/new.md', missing('new.md')],
    ['blob/main/link.md/x', missing('link.md/x')],
    ['tree/HEAD/doc', missing('doc')],
    ['blob/main/docs/none/x%60y.md', missing("docs/none/x'y.md")],
    ['blob/main/README.md', missing('README.md', 'on branch `main`', '; `readme.md` is')],
    ['tree/main/Docs', missing('Docs', 'on branch `main`', '; `docs` is')],
    // Branches may have been renamed, or have a slash in their name.
    ['tree/master', 'web'],
    ['blob/master/readme.md', 'web'],
    ['blob/next/none.md', 'web'],
    ['blob/feature/x/only/here.md', 'web'],
    ['commits/main/none.md', 'web'],
    ['edit/main/readme.md', 'web'],
    ['blob/main', 'web'],
    // Addresses that git would understand, and the web not.
    ['blob/main~0/readme.md', 'web'],
    ['blob/main%5E%7B/x%7D/readme.md', 'web'],
    ['blob/main@%7B0%7D/readme.md', 'web'],
    ['blob/@/readme.md', 'web'],
    ['blob/main/docs%2F..%2Freadme.md', 'web'],
    ['blob/main/%0Areadme.md', 'web'],
    ['blob/main/%00', 'web'],
    ['blob/main/%ff.md', 'web'],
    ['blob/main//readme.md', 'web'],
    [`blob/main/${'x/'.repeat(600)}`, 'web'],
    // Releases and tags.
    ['releases', 'alive'],
    ['releases/latest', 'alive'],
    ['releases/tag/v1.0', 'alive'],
    ['releases/tag/cli/2.0', 'alive'],
    ['releases/tag/cli%2F2.0', 'alive'],
    ['releases/tag/v%22%7D%202', {status: 'dead', reason: 'the repository has no release or tag `v"} 2`'}],
    ['releases/download/v1.0/a.zip', 'web'],
    // Pages of the repository.
    ['pulls?q=is%3Aopen', 'alive'],
    ['actions', 'alive'],
    ['stargazers', 'alive'],
    ['graphs/contributors', 'alive'],
    ['actions/workflows/ci.yml', 'web'],
    ['constructor', 'web'],
    ['issues', 'alive'],
    ['issues/new', 'web'],
    ['wiki', 'web'],
    ['wiki/Home', 'web'],
    ['discussions', 'web'],
    ['commit/abc', 'web'],
    ['commit/main', 'web'],
    ['issues/99', 'web'],
    ['issues/2147483648', 'web'],
    ['issues/99999999999', 'web'],
    ['issues/0', 'web'],
    ['discussions/99', 'web'],
    ['.git/tree/main', 'web']
  ] as const)('%s', async (path, expected) => {
    const url = path.startsWith('.git') ? `${web}/octo/awesome${path}` : `${web}/octo/awesome/${path}`
    expect(await verdict(url)).toEqual(expected === 'alive' ? {status: 'alive'} : expected)
    expect(github.badRequests).toEqual([])
  })

  test('have numbers and SHAs, and switches', async () => {
    const lively = await github.createRepository({
      owner: 'octo',
      name: 'lively',
      files: {'a.md': 'a'},
      hasWiki: true,
      hasDiscussions: true
    })
    const at = {owner: 'octo', repo: 'lively'}
    const writer = clientOf(github, github.token({kind: 'app'}))
    const {data: issue} = await writer.rest.issues.create({...at, title: 'x'})
    const pull = await lively.openPull({head: 'more', files: {'b.md': 'b'}})
    const discussion = lively.discuss()
    const sha = (await lively.sha('main'))!
    const alive = [
      `issues/${issue.number}`,
      `issues/${pull.number}`,
      `pull/${pull.number}`,
      `pull/${pull.number}/files`,
      `discussions/${discussion}`,
      `commit/${sha}`,
      `commit/${sha.slice(0, 7)}`,
      `tree/${sha}`,
      `blob/${sha}/a.md`,
      'wiki',
      'discussions',
      'labels'
    ]
    for (const path of alive) expect(await verdict(`${web}/octo/lively/${path}`), path).toEqual({status: 'alive'})
    expect(await verdict(`${web}/octo/lively/blob/${sha}/c.md`)).toEqual(
      missing('c.md', `at commit \`${sha.slice(0, 7)}\``)
    )
    const blob = (await lively.state.git.tree(sha, 'flat'))[0]!.sha
    const web404 = [
      `discussions/${issue.number}`,
      `pull/${pull.number}/x`,
      `commit/${blob}`,
      `commit/${'0'.repeat(40)}`
    ]
    for (const path of web404) expect(await verdict(`${web}/octo/lively/${path}`), path).toBe('web')
    lively.state.hasIssues = false
    expect(await verdict(`${web}/octo/lively/issues`)).toBe('web')
  })

  test('are not told by a repository without commits', async () => {
    await github.createRepository({owner: 'octo', name: 'blank'})
    for (const path of ['tree/main', 'blob/HEAD/a.md', 'commits']) {
      expect(await verdict(`${web}/octo/blank/${path}`), path).toBe('web')
    }
  })

  test('that are submodules lie elsewhere', async () => {
    const {git} = awesome.state
    const main = (await awesome.sha('main'))!
    const entry = `160000 commit ${main.replaceAll(/[a-f]/g, '0')}\tvendor\n`
    const tree = (await git.run(['mktree', '--missing'], entry)).toString().trim()
    const who = {name: 'a', email: 'a@a.example', date: '2026-03-01T12:00:00Z'}
    const commit = await git.commitTree(tree, [], 'x', who, who)
    expect(await verdict(`${web}/octo/awesome/tree/${commit}/vendor`)).toBe('web')
    expect(await verdict(`${web}/octo/awesome/tree/${commit}/vendo`)).toMatchObject({status: 'dead'})
  })
})
