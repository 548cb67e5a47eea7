import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test as plainTest} from 'vitest'
import type {Files} from '../fake/git.ts'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import {type ActionResult, type ActionRun, runAction} from '../fake/runner.ts'
import {startWeb, type Web} from '../fake/web.ts'
import type {Issue, Permissions} from '../fake/world.ts'

/** What the workflow of an audit gives to its token. */
const permissions: Permissions = {contents: 'write', issues: 'write', pull_requests: 'write'}

/** A repository, a web that its lists link to, and the action to audit it. */
export interface AuditScene {
  readonly github: GitHub
  readonly repository: TestRepository
  readonly web: Web
  /** Audits by the API, on schedule, with what earlier audits of the scene have left in their state. */
  audit(inputs?: Readonly<Record<string, string>>, more?: Partial<ActionRun>): Promise<ActionResult>
  /** The same, and how many requests to GitHub it made that write. */
  quiet(inputs?: Readonly<Record<string, string>>): Promise<number>
  /** Issues that are no pull requests, by number. */
  issues(): readonly Issue[]
  token(permissions: Permissions): string
}

/** Lets links to the loopback be asked. */
const config = 'links: {allow-private: ["127.0.0.0/8"]}\n'

/** A test that sets scenes of its own, so that several can run at once. */
export const test = plainTest.extend<{scene: (files: Files) => Promise<AuditScene>}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  scene: async ({}, use) => {
    const started: {readonly github: GitHub; readonly web: Web; readonly workspace: string}[] = []
    await use(async files => {
      const github = await startGitHub()
      const web = await startWeb()
      const workspace = await mkdtemp(path.join(tmpdir(), 'audit-'))
      started.push({github, web, workspace})
      return setScene(github, web, files, workspace)
    })
    for (const {github, web, workspace} of started) {
      expect(github.badRequests).toEqual([])
      await web.close()
      await github[Symbol.asyncDispose]()
      await rm(workspace, {recursive: true, force: true})
    }
  }
})

async function setScene(github: GitHub, web: Web, files: Files, workspace: string): Promise<AuditScene> {
  const repository = await github.createRepository({
    files: {LICENSE: 'Free.\n', '.github/awesome-doctor.yml': config, ...files},
    collaborators: {maintainer: 'write'}
  })
  const token = (permissions: Permissions) =>
    github.token({kind: 'actions', permissions, repositories: [repository.fullName]})
  const audit: AuditScene['audit'] = (inputs = {}, more = {}) =>
    runAction({
      github,
      repository: repository.fullName,
      eventName: 'schedule',
      event: repository.event({schedule: '17 4 * * 1'}),
      token: token(permissions),
      workspace,
      inputs: {'state-file': 'links.jsonl', ...inputs},
      ...more
    })
  return {
    github,
    repository,
    web,
    token,
    audit,
    async quiet(inputs) {
      const before = github.writes().length
      await audit(inputs)
      return github.writes().length - before
    },
    issues: () => [...repository.state.issues.values()].filter(issue => !issue.pull)
  }
}
