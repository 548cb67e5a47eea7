import {expect, test as plainTest} from 'vitest'
import {connect} from '../../src/github/octokit.ts'
import type {AskedLinks} from '../../src/job/ask-links.ts'
import {findIssue, type IssueSurroundings, type KeptIssue, keepIssue} from '../../src/job/keep-issue.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {FileReport} from '../../src/lint/diagnostic.ts'
import {type GitHub, type GitHubOptions, startGitHub, type TestRepository} from '../fake/github.ts'
import type {RepositoryOptions} from '../fake/repository.ts'
import type {Issue, Permissions} from '../fake/world.ts'
import {commit, type Finding, reportsOf} from '../report/issue-findings.ts'

/** The routes that faults are made for. */
export const routes = {
  list: '/repos/{owner}/{repo}/issues',
  issue: '/repos/{owner}/{repo}/issues/{issue_number}'
}

/** A finding. */
export const dead: Finding = {
  reason: 'Unexpected dead link `https://a.example/gone`, the server answered `404` twice',
  rule: 'link-alive',
  severity: 'error'
}
/** A finding. */
export const typo: Finding = {reason: 'Unexpected `teh`, expected `the`'}
/** A finding. */
export const other: Finding = {reason: 'Unexpected `hte`, expected `the`'}

/** How an audit of a test differs from the usual one. */
export interface AuditOptions extends Partial<IssueSurroundings> {
  readonly token?: string
  readonly asked?: AskedLinks
  /** Paths of lists that could not be read. */
  readonly unread?: readonly string[]
  /** What every list reads. */
  readonly text?: string
  readonly reports?: (reports: readonly FileReport[]) => readonly FileReport[]
  /** Happens while the links are asked. */
  readonly meanwhile?: () => unknown
}

/** A repository, and audits of it. */
export interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  /** All issues that are no pull requests, by number. */
  issues(): readonly Issue[]
  audit(findings: readonly Finding[], options?: AuditOptions): Promise<KeptIssue & {writes: readonly string[]}>
  token(permissions: Permissions, login?: string): string
}

const same = (reports: readonly FileReport[]): readonly FileReport[] => reports

/** A test that sets scenes of its own, each in a GitHub that ends with the test. */
export const test = plainTest.extend<{
  scene: (options?: RepositoryOptions & {readonly github?: GitHubOptions}) => Promise<Scene>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  scene: async ({}, use) => {
    const started: GitHub[] = []
    await use(async ({github: options, ...more} = {}) => {
      const github = await startGitHub(options)
      started.push(github)
      return sceneIn(github, await github.createRepository({files: {'readme.md': '# Kites\n'}, ...more}))
    })
    for (const github of started) {
      expect(github.badRequests).toEqual([])
      expect(github.violations).toEqual([])
      await github[Symbol.asyncDispose]()
    }
  }
})

function sceneIn(github: GitHub, repository: TestRepository): Scene {
  const token: Scene['token'] = (permissions, login) =>
    github.token({kind: login ? 'app' : 'actions', permissions, ...(login && {login})})
  const usual = token({contents: 'read', issues: 'write'})
  return {
    github,
    repository,
    token,
    issues: () => [...repository.state.issues.values()].filter(({pull}) => !pull),
    async audit(findings, {token = usual, asked, unread, text = '', reports = same, meanwhile, ...more} = {}) {
      const client = connect({token, apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty', second: 1})
      const before = github.writes().length
      const where = {owner: repository.owner, repo: repository.name}
      const found = await findIssue(client, where)
      await meanwhile?.()
      const examined = reportsOf(findings).map(report => ({
        ...report,
        text,
        diagnostics: report.diagnostics.map(one => ({
          ...one,
          ...(found.silenced.some(id => id === one.fingerprint) && {suppressed: true})
        }))
      }))
      const lists = reports(examined).map(report => ({
        task: {path: report.path, text, config: defaultConfig},
        report
      }))
      const kept = await keepIssue(
        found,
        {
          repository: where,
          commit,
          config: defaultConfig,
          lists,
          notes: [],
          ...(asked && {asked}),
          ...(unread && {unread})
        },
        {webUrl: github.webUrl, ...more},
        {github: client, sleep: async () => {}}
      )
      const writes = github
        .writes()
        .slice(before)
        .map(({method, route}) => `${method} ${route.replace(/^.*\}\/(?=issues)/, '')}`)
      return {...kept, writes}
    }
  }
}

/** What an edit writes, and what a closing does. */
export const editing = ['PATCH issues/{issue_number}']
export const closing = [...editing, 'POST issues/{issue_number}/comments']
