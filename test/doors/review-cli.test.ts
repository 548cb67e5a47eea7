import {spawn} from 'node:child_process'
import path from 'node:path'
import {text} from 'node:stream/consumers'
import {expect} from 'vitest'
import {type Scene, sick, test, well} from './scene.ts'

const cli = path.resolve(process.env['AWESOME_DOCTOR_CLI'] ?? 'dist/cli.js')

async function review({github}: Scene, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [cli, 'review', ...args], {
    env: {PATH: process.env['PATH'], GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: github.graphqlUrl, ...env}
  })
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(resolve => child.once('close', resolve))
  ])
  return {code, stdout, stderr}
}

const nameOf = ({repository, pull}: Scene): string => `${repository.fullName}#${pull.issue.number}`
const asMaintainer = ({github}: Scene) => ({GITHUB_TOKEN: github.token({kind: 'user', login: 'maintainer'})})
test('a dry run prints the review that would be posted, and writes nothing', async ({scene}) => {
  const set = await scene({'readme.md': sick}, {base: {'readme.md': well}})
  const {code, stdout, stderr} = await review(set, [nameOf(set), '--dry-run', '--links', 'none'], asMaintainer(set))
  expect(stdout.split('\n').filter(line => line.startsWith('=='))).toEqual([
    '== Review',
    '== Comment on readme.md:7',
    '== Comment on readme.md:12'
  ])
  expect(stdout).toContain('```suggestion\n- [Crane](https://crane.example) - Flies over the sea.\n```')
  expect(stderr).toContain('2 errors in 1 file.')
  expect(code).toBe(1)
  expect(set.github.writes()).toEqual([])
  expect(set.pull.reviews).toEqual([])
})

test('what it would take back is told, too', async ({scene}) => {
  const set = await scene({'readme.md': sick}, {base: {'readme.md': well}})
  await review(set, [nameOf(set), '--links', 'none'], asMaintainer(set))
  await set.repository.push(set.pull, {'readme.md': well})
  const before = set.github.writes().length
  expect(before).toBe(1)
  const {code, stdout} = await review(set, [nameOf(set), '--dry-run', '--links', 'none'], asMaintainer(set))
  expect(code).toBe(0)
  expect(stdout.match(/^== The comment \d+ would be deleted: what it tells of is mended$/gm)).toHaveLength(2)
  expect(set.github.writes()).toHaveLength(before)
})

test('without it the review is posted, once, in the name of the token', async ({scene}) => {
  const set = await scene({'readme.md': sick}, {base: {'readme.md': well}})
  const first = await review(set, [nameOf(set), '--links', 'none'], asMaintainer(set))
  const again = await review(set, [nameOf(set), '--links', 'none'], asMaintainer(set))
  expect([first.code, again.code]).toEqual([1, 1])
  expect(set.pull.reviews.map(({user}) => user.login)).toEqual(['maintainer'])
  expect(first.stdout).toMatch(/\/pull\/1#pullrequestreview-\d+\n$/)
})

test('what GitHub does not take is printed', async ({scene}) => {
  const set = await scene({'readme.md': sick}, {base: {'readme.md': well}})
  const token = set.token({contents: 'read', pull_requests: 'read'})
  const {code, stdout, stderr} = await review(set, [nameOf(set), '--links', 'none'], {GITHUB_TOKEN: token})
  expect(code).toBe(1)
  expect(stdout.match(/^readme.md:\d+:2 {2}error {2}entry-marker-space$/gm)).toHaveLength(2)
  expect(stderr).toContain('the findings are printed here instead')
  expect(stderr).not.toContain('annotations')
})

test('a mistake is one sentence', async ({scene}) => {
  const set = await scene({'readme.md': well}, {base: {'readme.md': sick}})
  const cases: readonly (readonly [readonly string[], string])[] = [
    [[nameOf(set)], 'To post a review, give a token in `GITHUB_TOKEN`;'],
    [['octo-org/awesome#99', '--dry-run'], 'GitHub does not show octo-org/awesome#99 (404): it is not there,'],
    [[nameOf(set), '--dry-run', '--config', 'none.yml'], 'There is no `none.yml` at `main`; name a config'],
    [['ann/list'], '`review` takes one pull request; write `OWNER/REPO#N`'],
    [[], '`review` takes one pull request;'],
    [[nameOf(set), nameOf(set)], '`review` takes one pull request;']
  ]
  for (const [args, sentence] of cases) {
    const {code, stdout, stderr} = await review(set, args)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  }
})
