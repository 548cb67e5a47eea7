import {afterEach, expect} from 'vitest'
import {connect} from '../../src/github/octokit.ts'
import type {examine} from '../../src/job/examine.ts'
import {type ReviewOutcome, type ReviewTask, reviewPullRequest} from '../../src/job/review-pull-request.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import type {Files} from '../fake/git.ts'
import {type GitHub, type GitHubOptions, startGitHub, type TestRepository} from '../fake/github.ts'
import type {Pull, ReviewComment} from '../fake/world.ts'
import {smallLinter, smallRules} from './small-linter.ts'

const started: GitHub[] = []
afterEach(async () => {
  for (const github of started.splice(0)) {
    expect(github.badRequests).toEqual([])
    await github[Symbol.asyncDispose]()
  }
})

/** A list with some entries behind a good one. */
export const list = (...entries: readonly string[]): string =>
  `# Kites\n\n## Makers\n\n${['- [Albatross](https://albatross.example)', ...entries].map(entry => `${entry}\n`).join('')}`

/** A list with two errors and two warnings, on three lines. */
export const sick = list(
  '-[Bee](https://bee.example)',
  '- [Crow](https://crow.example)  ',
  '-[Dove](https://dove.example) ',
  '- [Eel](https://eel.example)'
)

/** The routes that faults are made for. */
export const routes = {
  pull: '/repos/{owner}/{repo}/pulls/{pull_number}',
  reviews: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  comments: '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
  comment: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
  replies: '/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
  files: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
  tree: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
  contents: '/repos/{owner}/{repo}/contents/{path}'
} as const

/** How a run differs from the usual one. */
interface RunOptions extends Partial<ReviewTask> {
  readonly token?: string
  readonly url?: string
  readonly pace?: 'polite' | 'hasty'
  readonly patience?: number
  readonly examine?: typeof examine
}

/** A pull request, and reviews of it. */
export interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  readonly pull: Pull
  run(options?: RunOptions): Promise<ReviewOutcome & {log: string}>
}

/** Opens a pull request in a GitHub of its own, which ends with the test. */
export async function scene(
  files: Files,
  {base = {}, fork, options = {}}: {base?: Files; fork?: string; options?: GitHubOptions} = {}
): Promise<Scene> {
  const github = await startGitHub(options)
  started.push(github)
  const repository = await github.createRepository({files: {'README.md': list(), ...base}})
  const pull = await repository.openPull({head: 'more', files, ...(fork && {fork: {owner: fork}})})
  const usual = github.token({kind: 'actions', permissions: {contents: 'read', pull_requests: 'write'}})
  const run: Scene['run'] = async ({token = usual, url = github.url, pace = 'hasty', patience, ...more} = {}) => {
    const {examine: linter = smallLinter, ...rest} = more
    const lines: string[] = []
    const log = (text: string) => lines.push(text)
    const waiting = {pace, second: 1, ...(patience !== undefined && {patience})}
    const client = connect({token, apiUrl: url, version: '0.0.0', log, ...waiting})
    const task: ReviewTask = {
      repository: {owner: repository.owner, repo: repository.name},
      change: {kind: 'pull request', number: pull.number},
      overrides: {},
      maxComments: 30,
      links: {which: 'none'},
      show: 'review',
      ...rest
    }
    const surroundings = {github: client, log, rules: smallRules, examine: linter, sleep: async () => {}}
    return {...(await reviewPullRequest(task, surroundings)), log: lines.join('\n')}
  }
  return {github, repository, pull, run}
}

/** A client of somebody else, for what others do meanwhile. */
export const clientOf = (github: GitHub, login: string, kind: 'actions' | 'app' | 'user' = 'user') =>
  connect({
    token: github.token(kind === 'actions' ? {kind} : {kind, login}),
    apiUrl: github.url,
    version: '0',
    log: () => {},
    pace: 'hasty',
    second: 1
  })

/** All comments on the diff. */
export const commentsOf = (pull: Pull): ReviewComment[] => pull.threads.flatMap(thread => thread.comments)

/** The ids in all of them. */
export const markersOf = (pull: Pull): string[] => commentsOf(pull).flatMap(({body}) => findMarkers(body))
