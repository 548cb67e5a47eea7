import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test as plainTest} from 'vitest'
import {well} from '../doors/scene.ts'
import {appPermissions, envOf, type Server, startServer} from '../fake/app-server.ts'
import type {App} from '../fake/app-state.ts'
import {type GitHub, type GitHubOptions, startGitHub, type TestRepository} from '../fake/github.ts'
import type {Permissions, Pull} from '../fake/world.ts'

/** GitHub with an App, and what is needed to serve it. */
export interface AppScene {
  readonly github: GitHub
  readonly repository: TestRepository
  readonly app: App
  /** The folder of the state. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly serve: (env?: Readonly<Record<string, string>>) => Promise<Server>
  /** Opens a pull request that changes the list, from a branch of that name. */
  readonly openPull: (name: string, text: string, from?: TestRepository) => Promise<Pull>
}

/** How a scene differs from the usual. */
interface SceneOptions {
  readonly permissions?: Permissions
  readonly options?: GitHubOptions
}

/** A test that sets scenes of its own. */
export const test = plainTest.extend<{scene: (more?: SceneOptions) => Promise<AppScene>}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  scene: async ({}, use) => {
    const ends: (() => Promise<unknown>)[] = []
    await use(async more => {
      const {scene, end} = await setScene(more)
      ends.push(end)
      return scene
    })
    for (const end of ends) await end()
  }
})

async function setScene({permissions = appPermissions, options}: SceneOptions = {}) {
  const github = await startGitHub(options)
  const folder = await mkdtemp(path.join(tmpdir(), 'app-'))
  const files = {LICENSE: 'Free.\n', 'readme.md': well}
  const repository = await github.createRepository({files, collaborators: {maintainer: 'write'}})
  const app = github.app({name: 'List Doctor', permissions}, [repository])
  const env = envOf(github, app, path.join(folder, 'state'))
  const servers: Server[] = []
  const scene: AppScene = {
    github,
    repository,
    app,
    folder: path.join(folder, 'state'),
    env,
    async serve(more) {
      const server = await startServer({...env, ...more}, app)
      servers.push(server)
      return server
    },
    openPull: (head, text, from = repository) => from.openPull({head, files: {'readme.md': text}})
  }
  async function end(): Promise<void> {
    for (const {child} of servers) child.kill('SIGKILL')
    expect(github.badRequests).toEqual([])
    await github[Symbol.asyncDispose]()
    await rm(folder, {recursive: true, force: true})
  }
  return {scene, end}
}
