import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {connect} from '../../src/github/octokit.ts'
import {adviseIgnoring} from '../../src/job/advise-ignoring.ts'
import {answerComment, type CommandTask} from '../../src/job/command.ts'
import {type Command, readCommand} from '../../src/job/read-command.ts'
import {parseConfig} from '../../src/lint/parse-config.ts'
import {urlTest} from '../../src/lint/path-test.ts'
import {logLines} from '../../src/report/log.ts'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import type {Pull} from '../fake/world.ts'
import {smallLinter, smallRules} from './small-linter.ts'

let github: GitHub
let repository: TestRepository
let pull: Pull

beforeAll(async () => {
  github = await startGitHub()
  repository = await github.createRepository({
    files: {'README.md': '# Kites\n'},
    collaborators: {keeper: 'maintain', writer: 'write', boss: 'admin'}
  })
  pull = await repository.openPull({head: 'more', files: {'README.md': '# Kites\n\n-[A](https://a.example)\n'}})
})
afterAll(async () => {
  expect(github.badRequests).toEqual([])
  await github[Symbol.asyncDispose]()
})

const here = () => ({owner: repository.owner, repo: repository.name})
const client = () =>
  connect({token: github.token({kind: 'actions'}), apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty'})

test.each<[string, Command | undefined]>([
  ['/doctor fix', {kind: 'fix'}],
  ['/doctor FIX  ', {kind: 'fix'}],
  ['/Doctor\tcheck please', {kind: 'check'}],
  ['/doctor\r\nfix', {kind: 'help'}],
  ['/doctor', {kind: 'help'}],
  ['/doctor  ', {kind: 'help'}],
  ['/doctor help', {kind: 'help'}],
  ['/doctor ignore', {kind: 'ignore', what: ''}],
  ['/doctor ignore `entry-order` for now', {kind: 'ignore', what: 'entry-order'}],
  ['/doctor ignore <https://a.example/>', {kind: 'ignore', what: 'https://a.example/'}],
  ['/doctor constructor', {kind: 'unknown', word: 'constructor'}],
  ['/doctor\u00a0fix', undefined],
  ['/doctorfix', undefined],
  ['\n/doctor fix', undefined],
  ['> /doctor fix', undefined],
  ['```\n/doctor fix\n```', undefined],
  ['', undefined]
])('%j is read', (body, command) => {
  expect(readCommand(body)).toEqual(command)
})

async function answer(body: string, login = 'writer') {
  const task: CommandTask = {
    repository: here(),
    number: pull.number,
    comment: {id: 0, body, login, author: 'person', writtenAt: '2026-01-01T00:00:00Z'},
    overrides: {},
    maxComments: 30,
    links: {which: 'none'},
    show: 'review',
    webUrl: 'https://github.example'
  }
  const before = pull.issue.comments.length
  const surroundings = {github: client(), log: () => {}, rules: smallRules, examine: smallLinter, sleep: async () => {}}
  const outcome = await answerComment(task, surroundings)
  return {...outcome, said: pull.issue.comments.slice(before).map(({body}) => body)}
}

test.each(['writer', 'keeper', 'boss', 'octo-org'])('%s is heard', async login => {
  expect(await answer('/doctor help', login)).toMatchObject({answer: 'done'})
})

test('a comment that is gone loses its reactions, and nothing else', async () => {
  const {answer: kind, notes, said} = await answer('/doctor help')
  expect(kind).toBe('done')
  expect(said).toHaveLength(1)
  expect(notes.join()).toContain('GitHub refused the reaction (404')
})

test('a bug is told as one, and goes on to whoever asked for the work', async () => {
  github.fault({route: '/repos/{owner}/{repo}/pulls/{pull_number}', status: 200, body: {}})
  await expect(answer('/doctor check')).rejects.toThrow(TypeError)
  expect(pull.issue.comments.at(-1)!.body).toMatch(/^awesome-doctor broke/)
  expect(pull.issue.comments.at(-1)!.body).not.toContain('secret')
})

/** What GitHub would act on outside of code. */
const alive = /@\w|(?<!\\)#\d|<\w|<!--|\u202e/

const seed = {seed: 5, numRuns: 150}
const nasty = fc.stringMatching(
  /^(?:@octo|#1|`|```|<!--|-->|<img src=x>|\*\*|\[a\]\(b\)|::error::|##\[x\]|\u202e|\\|\$|~| |\w){1,12}$/
)

describe('whatever stands in a comment', () => {
  test('an answer has none of it alive, and starts no command', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom('', 'ignore ', 'ignore https://a.example/'),
      nasty,
      async (kind, rest) => {
        const {said, notes} = await answer(`/doctor ${kind}${rest}`)
        for (const body of said) {
          const code = body.replace(/^(`{3,})yaml\n[\s\S]*?\n\1$/gm, '').replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
          expect(code.replace(/\]\([^\s)]*\)/g, '')).not.toMatch(alive)
          expect(readCommand(body)).toBeUndefined()
        }
        for (const line of notes.flatMap(logLines)) expect(line).not.toMatch(/^\s*::|##\[/)
      }
    )
    await fc.assert(property, seed)
  })

  test('the lines for a link make a config that leaves that link alone', async () => {
    const property = fc.asyncProperty(fc.webUrl({withQueryParameters: true, withFragments: true}), async url => {
      const task = {repository: here(), baseRef: 'main', webUrl: 'https://github.example', what: url}
      const advice = await adviseIgnoring(client(), task, smallRules)
      if (!('comment' in advice)) return expect(advice.refused).toContain('cannot be written as an exception')
      const [, , yaml = ''] = /^(`{3,})yaml\n([\s\S]*?)\n\1$/m.exec(advice.comment) ?? []
      const {links} = parseConfig(yaml, 'config.yml', smallRules)
      expect(urlTest(links.exclude)(url)).toBe(true)
      expect(urlTest(links.exclude)('https://other.example/')).toBe(false)
      return undefined
    })
    await fc.assert(property, {...seed, numRuns: 60})
  })
})

test('an address that no config can hold is refused', async () => {
  for (const what of [`https://a.example/${'x'.repeat(2000)}`, 'https://']) {
    expect(await answer(`/doctor ignore ${what}`)).toMatchObject({answer: 'refused'})
    expect(pull.issue.comments.at(-1)!.body).toContain('cannot be written as an exception')
  }
})
