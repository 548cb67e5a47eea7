import {expect, test as plainTest} from 'vitest'
import {commentOn} from '../fake/events.ts'
import type {Files} from '../fake/git.ts'
import {type GitHub, type GitHubOptions, startGitHub, type TestRepository} from '../fake/github.ts'
import {type ActionResult, type ActionRun, runAction} from '../fake/runner.ts'
import type {IssueComment, Permissions, Pull, ReviewComment, Role} from '../fake/world.ts'

const entries = ['Albatross', 'Bittern', 'Crane', 'Dunlin', 'Egret', 'Finch', 'Goshawk', 'Heron', 'Ibis', 'Jay']

/** An entry of the list that the tests begin with. */
export const line = (name: string, marker = '- '): string =>
  `${marker}[${name}](https://${name.toLowerCase()}.example) - Flies over the sea.\n`

/** A list with nothing to mend. */
export const well = `# Kites\n\n## Makers\n\n${entries.map(name => line(name)).join('')}`

/** The same with two errors that have safe fixes. */
export const sick = well.replace('- [Crane', '-[Crane').replace('- [Heron', '-[Heron')

/** How a scene differs from the usual. */
interface SceneOptions {
  readonly base?: Files
  /** The owner of the fork that the pull request comes from. */
  readonly fork?: string
  readonly draft?: boolean
  readonly user?: string
  readonly maintainerCanModify?: boolean
  readonly collaborators?: Readonly<Record<string, Role>>
  readonly protectedBranches?: readonly string[]
  readonly options?: GitHubOptions
}

/** A repository with one pull request, and the action to be run on it. */
export interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  readonly pull: Pull
  run(more: Pick<ActionRun, 'eventName' | 'event'> & Partial<ActionRun>): Promise<ActionResult>
  /** Somebody, `maintainer` if nobody is named, writes a comment, and the action answers. */
  command(body: string, login?: string, more?: Partial<ActionRun>): Promise<Answered>
  token(permissions: Permissions): string
}

/** What became of a command. */
interface Answered {
  readonly result: ActionResult
  readonly comment: IssueComment
  readonly reactions: readonly string[]
  /** What was said on the pull request after it, each as `login: body`. */
  readonly said: readonly string[]
}

/** What the default branch's workflow for commands gives to the token. */
export const commandPermissions: Permissions = {contents: 'write', pull_requests: 'write'}

/** A test that sets scenes of its own, so that several can run at once. */
export const test = plainTest.extend<{scene: (files: Files, more?: SceneOptions) => Promise<Scene>}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  scene: async ({}, use) => {
    const started: GitHub[] = []
    await use(async (files, {options, ...more} = {}) => {
      const github = await startGitHub(options)
      started.push(github)
      return setScene(github, files, more)
    })
    for (const github of started) {
      expect(github.badRequests).toEqual([])
      await github[Symbol.asyncDispose]()
    }
  }
})

async function setScene(github: GitHub, files: Files, more: Omit<SceneOptions, 'options'>): Promise<Scene> {
  const {base = {}, fork, draft, user, maintainerCanModify, ...rest} = more
  const repository = await github.createRepository({
    files: {LICENSE: 'Free.\n', ...base},
    collaborators: {maintainer: 'write'},
    ...rest
  })
  const pull = await repository.openPull({
    head: 'list',
    files,
    ...(fork && {fork: {owner: fork}}),
    ...(draft && {draft}),
    ...(user && {user}),
    ...(maintainerCanModify !== undefined && {maintainerCanModify})
  })
  const token = (permissions: Permissions) =>
    github.token({kind: 'actions', permissions, repositories: [repository.fullName]})
  const run: Scene['run'] = more =>
    runAction({
      github,
      repository: repository.fullName,
      token: token({contents: 'read', pull_requests: 'write'}),
      ...more
    })
  return {
    github,
    repository,
    pull,
    run,
    token,
    async command(body, login = 'maintainer', more = {}) {
      const {comment, event} = commentOn(github, repository, pull.issue, login, body)
      const before = pull.issue.comments.length
      const result = await run({eventName: 'issue_comment', event, token: token(commandPermissions), ...more})
      const said = pull.issue.comments.slice(before).map(({user, body}) => `${user.login}: ${body}`)
      return {result, comment, reactions: comment.reactions.map(({content}) => content), said}
    }
  }
}

/** All comments on the diff. */
export const commentsOf = (pull: Pull): readonly ReviewComment[] => pull.threads.flatMap(thread => thread.comments)

/** What a run may say to the runner: annotations, and no other command. */
export const onlyAnnotates = ({commands}: ActionResult): void =>
  expect(commands.map(({command}) => command).filter(name => !['error', 'warning', 'notice'].includes(name))).toEqual(
    []
  )
