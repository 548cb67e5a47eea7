import type {GitHub} from '../../test/fake/github.ts'
import {type ActionResult, runAction} from '../../test/fake/runner.ts'
import type {Pull} from '../../test/fake/world.ts'
import {around, kites} from './lists.ts'
import type {Scene} from './scenes.ts'

/** What a scene led to. */
export interface Played {
  readonly scene: Scene
  readonly pull: Pull
  /** The changed files as they are at the head. */
  readonly texts: ReadonlyMap<string, string>
  /** Of each push, the first one included. */
  readonly runs: readonly ActionResult[]
}

/** Opens the pull request of a scene and lets the action review it, as the runner would. */
export async function play(scene: Scene, github: GitHub, web: string): Promise<Played> {
  const filled = (files: Scene['files']) =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        typeof text === 'string' ? text.replaceAll('{web}', web) : text
      ])
    )
  const repository = await github.createRepository({
    owner: 'kite-club',
    name: `awesome-kites-${scene.id}`,
    files: {
      ...around,
      'readme.md': kites,
      '.awesome-doctor.yml': 'links: {allow-private: ["127.0.0.0/8"], exclude: ["https://*.example/**"]}\n',
      ...scene.base
    }
  })
  const pull = await repository.openPull({
    head: 'more',
    files: filled(scene.files),
    ...(scene.fork && {fork: {owner: scene.fork}})
  })
  const run = async (action: string) => {
    const result = await runAction({
      github,
      repository: repository.fullName,
      eventName: 'pull_request',
      event: await github.event(pull, 'pull_request', action),
      token: github.token({
        kind: 'actions',
        permissions: scene.permissions ?? {contents: 'read', pull_requests: 'write'}
      }),
      dist: 'src/action.ts',
      ...(scene.inputs && {inputs: scene.inputs})
    })
    if (result.outputs['outcome'] === 'failed' || result.stderr)
      throw new Error(`The scene ${scene.id} failed:\n${result.stdout}\n${result.stderr}`)
    return result
  }
  const runs = [await run('opened')]
  if (scene.push) {
    await repository.push(pull, filled(scene.push))
    runs.push(await run('synchronize'))
  }
  const texts = new Map<string, string>()
  for (const path of Object.keys(scene.push ?? scene.files)) {
    const text = await repository.readFile(pull.headSha, path)
    if (text !== undefined) texts.set(path, text)
  }
  return {scene, pull, texts, runs}
}
