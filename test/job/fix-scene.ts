import {afterEach, expect} from 'vitest'
import {fixBranch} from '../../src/github/fix-branch.ts'
import {connect} from '../../src/github/octokit.ts'
import type {AskedLinks} from '../../src/job/ask-links.ts'
import type {Audited} from '../../src/job/audited.ts'
import {examine} from '../../src/job/examine.ts'
import {type FixProposal, type Proposed, proposeFixes} from '../../src/job/propose-fixes.ts'
import type {Task} from '../../src/job/task.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {Commit, Files} from '../fake/git.ts'
import {type GitHub, type GitHubOptions, startGitHub, type TestRepository} from '../fake/github.ts'
import type {RepositoryOptions} from '../fake/repository.ts'
import type {Permissions, Pull} from '../fake/world.ts'

const started: GitHub[] = []
afterEach(async () => {
  for (const github of started.splice(0)) {
    expect(github.badRequests).toEqual([])
    await github[Symbol.asyncDispose]()
  }
})

const names = ['Albatross', 'Bittern', 'Crane', 'Dunlin', 'Egret', 'Finch', 'Goshawk', 'Heron', 'Ibis', 'Jay']

/** A list with nothing to mend. */
export const well = `# Kites\n\n## Makers\n\n${names.map(name => `- [${name}](https://${name.toLowerCase()}.example) - Flies over the sea.\n`).join('')}`

/** The same with two markers without a space and one line with blanks at its end. */
export const sick = well
  .replace('- [Crane', '-[Crane')
  .replace('- [Heron', '-[Heron')
  .replace('# Kites\n', '# Kites   \n')

/** What a run with `fix: pull-request` may do. */
const permissions: Permissions = {contents: 'write', pull_requests: 'write', issues: 'write'}

/** The routes that faults are made for. */
export const routes = {
  ref: '/repos/{owner}/{repo}/git/ref/{ref}',
  refs: '/repos/{owner}/{repo}/git/refs',
  oneRef: '/repos/{owner}/{repo}/git/refs/{ref}',
  blobs: '/repos/{owner}/{repo}/git/blobs',
  trees: '/repos/{owner}/{repo}/git/trees',
  commits: '/repos/{owner}/{repo}/git/commits',
  pulls: '/repos/{owner}/{repo}/pulls',
  pull: '/repos/{owner}/{repo}/pulls/{pull_number}'
} as const

/** How a run differs from the usual one. */
interface RunOptions extends Partial<Omit<FixProposal, 'audited'>> {
  readonly token?: string
  /** What is looked at: by default every list of the default branch. */
  readonly audited?: Audited
  /** Of each task. */
  readonly task?: Partial<Task>
  readonly asked?: AskedLinks
  readonly examine?: typeof examine
}

/** A repository, and audits of it that propose fixes. */
export interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  /** Looks at every list of the default branch. */
  audit(options?: Pick<RunOptions, 'task' | 'asked'>): Promise<Audited>
  run(options?: RunOptions): Promise<Proposed>
  /** The pull requests that there are, oldest first. */
  pulls(): readonly Pull[]
  /** What the branch of the fixes has over the default branch, oldest first. */
  commits(): Promise<readonly Commit[]>
  /** How many requests that change something, or try to, were made since this was asked last. */
  writes(): number
}

/** Makes a repository in a GitHub of its own, which ends with the test. */
export async function scene(files: Files, options: RepositoryOptions = {}, whole: GitHubOptions = {}): Promise<Scene> {
  const github = await startGitHub(whole)
  started.push(github)
  const repository = await github.createRepository({files, collaborators: {maintainer: 'write'}, ...options})
  const {git, defaultBranch} = repository.state
  const usual = github.token({kind: 'actions', permissions, repositories: [repository.fullName]})
  let written = 0

  const audit: Scene['audit'] = async ({task, asked} = {}) => {
    const commit = (await repository.sha(defaultBranch))!
    const entries = await git.tree(commit, 'recursive')
    const lists = []
    for (const {path, sha, type} of entries.filter(({path}) => path.endsWith('.md'))) {
      if (type !== 'blob') continue
      const whole: Task = {path, text: (await git.blob(sha)).toString(), config: defaultConfig, ...task}
      lists.push({task: whole, report: await examine(whole)})
    }
    return {commit, config: defaultConfig, lists, notes: [], ...(asked && {asked})}
  }

  return {
    github,
    repository,
    audit,
    async run({token = usual, audited, task, asked, examine: linter, ...more} = {}) {
      const client = connect({token, apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty', second: 1})
      const proposal: FixProposal = {
        audited: audited ?? (await audit({...(task && {task}), ...(asked && {asked})})),
        repository: {owner: repository.owner, repo: repository.name},
        base: defaultBranch,
        webUrl: github.webUrl,
        ...more
      }
      return proposeFixes(proposal, {github: client, sleep: async () => {}, ...(linter && {examine: linter})})
    },
    pulls: () => [...repository.state.pulls.values()].sort((a, b) => a.number - b.number),
    async commits() {
      const base = (await repository.sha(defaultBranch))!
      const head = (await repository.sha(fixBranch))!
      return Promise.all((await git.between(base, head)).map(git.readCommit))
    },
    writes() {
      const before = written
      written = github.writes().length
      return written - before
    }
  }
}
