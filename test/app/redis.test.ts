import {expect} from 'vitest'
import {line, sick} from '../doors/scene.ts'
import {type LogLine, runCommand, type Server} from '../fake/app-server.ts'
import type {TestRepository} from '../fake/github.ts'
import type {Pull} from '../fake/world.ts'
import {type AppScene, test as sceneTest} from './app-scene.ts'
import {startRedis, type TestRedis} from './redis.ts'

const test = sceneTest.extend<{redis: TestRedis}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  redis: async ({}, use) => {
    const redis = await startRedis()
    await use(redis)
    await redis.stop()
  }
})

const reviews = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'

/** What makes several servers share the work, and take over soon. */
const shared = ({url}: TestRedis) => ({REDIS_URL: url, REDIS_LOCK_SECONDS: '2', STATE_DIR: '/nowhere'})

async function opened({github, openPull}: AppScene, name = 'list', repository?: TestRepository) {
  // No two heads are the same commit.
  const pull = await openPull(name, sick + line(`Kestrel-${name}`), repository)
  return {pull, event: await github.event(pull, 'pull_request', 'opened')}
}

const isChecked = ({repository, headSha}: Pull): boolean =>
  [...repository.checkRuns.values()].some(run => run.headSha === headSha && run.status === 'completed')

/** The repository of the scene and some more, each with pull requests. */
async function manyPulls(set: AppScene, names: readonly string[], heads: readonly string[]) {
  const {github, app, repository} = set
  const more = names.map(name => github.createRepository({name, files: {'readme.md': '# Kites\n'}}))
  const others = await Promise.all(more)
  const [installation] = [...app.installations.values()]
  installation!.repositories.push(...others.map(({fullName}) => fullName))
  return Promise.all([repository, ...others].flatMap(one => heads.map(head => opened(set, head, one))))
}

function expectOnce({reviews, repository, headSha, threads}: Pull): void {
  expect(reviews).toHaveLength(1)
  expect(threads.flatMap(({comments}) => comments)).toHaveLength(2)
  const runs = [...repository.checkRuns.values()].filter(run => run.headSha === headSha)
  expect(runs).toMatchObject([{status: 'completed', conclusion: 'failure', annotations: [{}, {}]}])
}

test('two processes, one killed in the middle of its jobs: nothing lost, nothing twice', async ({scene, redis}) => {
  const set = await scene()
  const {github, serve} = set
  const all = await manyPulls(set, ['two', 'three'], ['a', 'b'])
  const first = await serve(shared(redis))
  let letGo = (): void => {}
  const reached = new Promise<void>(resolve => {
    github.fault({
      method: 'POST',
      route: reviews,
      before: () => {
        resolve()
        return new Promise<void>(resolve => {
          letGo = resolve
        })
      }
    })
  })
  for (const {event} of all) expect(await first.hook.send('pull_request', event)).toMatchObject({status: 202})
  await reached
  const second = await serve(shared(redis))
  await first.stop('SIGKILL')
  // What it sent last is saved, but nobody has heard of it.
  letGo()
  await second.logged(() => all.every(({pull}) => isChecked(pull)))
  for (const {pull} of all) expectOnce(pull)
  const {delivery} = await second.hook.send('pull_request', all[0]!.event)
  expect(await second.hook.redeliver(delivery)).toMatchObject({text: 'This delivery came before.\n'})
  await second.ended(2)
  expect(await second.stop()).toEqual({code: 0, stderr: ''})
})

test('several processes share the work, in the order of each repository', async ({scene, redis}) => {
  const set = await scene()
  const {serve} = set
  const all = await manyPulls(set, ['two', 'three', 'four'], ['a', 'b', 'c'])
  const servers = await Promise.all([1, 2].map(() => serve({...shared(redis), CONCURRENCY: '1'})))
  const ids: string[] = []
  for (const [index, {event}] of all.entries()) {
    const {delivery} = await servers[index % 2]!.hook.send('pull_request', event)
    ids.push(delivery.id)
  }
  while (!all.every(({pull}) => isChecked(pull))) await Promise.race(servers.map(one => nextLine(one)))
  for (const {pull} of all) expectOnce(pull)
  for (const server of servers) await server.stop()
  const lines = servers.flatMap(({log}) => log).filter(({message}) => message.startsWith('Job '))
  // In the same millisecond an end comes before the beginning that waited for it.
  const keyOf = ({time, message}: LogLine): string => `${time} ${message === 'Job ended.' ? 0 : 1}`
  lines.sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
  for (const name of ['awesome', 'two', 'three', 'four']) {
    const own = lines.filter(({work}) => String(work).includes(`/${name}#`))
    expect(own.map(({message}) => message)).toEqual(Array(3).fill(['Job begun.', 'Job ended.']).flat())
  }
  for (const server of servers) expect(server.log.some(({message}) => message === 'Job ended.')).toBe(true)
})

test('deliveries are known to all processes, and what was given up can be retried from anywhere', async ({
  scene,
  redis
}) => {
  const set = await scene()
  const {github, serve, env} = set
  const [first, second] = await Promise.all([serve(shared(redis)), serve(shared(redis))])
  const {pull, event} = await opened(set)
  github.fault({method: 'GET', route: '/repos/{owner}/{repo}/pulls/{pull_number}', status: 429, times: 1000})
  const {delivery} = await first.hook.send('pull_request', event)
  expect((await second.hook.redeliver(delivery)).text).toBe('This delivery came before.\n')
  const isDead = ({outcome}: LogLine): boolean => outcome === 'dead'
  await Promise.race([first.logged(isDead), second.logged(isDead)])
  const tries = [first, second].flatMap(({log}) => log.filter(({message}) => message === 'Job ended.'))
  expect(tries).toHaveLength(6)
  const commandEnv = {...env, ...shared(redis)}
  await untilListed(commandEnv, delivery.id)
  github.heal()
  expect(await runCommand(['serve', '--retry', 'all'], commandEnv)).toEqual({
    code: 0,
    stdout: '',
    stderr: 'One order is tried again.\n'
  })
  const isFound = ({outcome}: LogLine): boolean => outcome === 'findings'
  await Promise.race([first.logged(isFound), second.logged(isFound)])
  expect(pull.reviews).toHaveLength(1)
})

test('a stop gives back what it does not wait for, and a later push replaces what waits', async ({scene, redis}) => {
  const set = await scene()
  const {github, repository, serve} = set
  const first = await serve({...shared(redis), GRACE_SECONDS: '0'})
  const {pull, event} = await opened(set)
  let letGo = (): void => {}
  const reached = new Promise<void>(resolve => {
    const before = () => {
      resolve()
      return new Promise<void>(resolve => {
        letGo = resolve
      })
    }
    github.fault({method: 'GET', route: '/repos/{owner}/{repo}/pulls/{pull_number}', before})
  })
  await first.hook.send('pull_request', event)
  await reached
  for (const name of ['Kestrel', 'Lapwing']) {
    await repository.push(pull, {'readme.md': `${sick}-[${name}](https://${name.toLowerCase()}.example) - Flies.\n`})
    await first.hook.send('pull_request', await github.event(pull, 'pull_request', 'synchronize'))
  }
  expect(await first.stop()).toEqual({code: 0, stderr: ''})
  letGo()
  expect(first.log.find(({jobs}) => jobs === 1)).toMatchObject({level: 'warn'})
  const second = await serve(shared(redis))
  await second.logged(() => isChecked(pull))
  expect(pull.reviews).toHaveLength(1)
  expect(second.log.filter(({message}) => message === 'Job begun.')).toHaveLength(1)
})

test('a Redis that goes away is told, and what comes then can be delivered again', async ({scene}) => {
  const set = await scene()
  const redis = await startRedis()
  const server = await set.serve(shared(redis))
  const {event} = await opened(set)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  await redis.stop()
  while ((await fetch(`${server.url}/healthz`)).status === 200);
  expect(await (await fetch(`${server.url}/healthz`)).text()).toBe('Redis cannot be reached.\n')
  expect(await server.hook.send('pull_request', event)).toMatchObject({status: 500})
  expect(JSON.stringify(server.log)).not.toContain('sesame')
})

test('without a Redis it does not start, and says so without the password', async ({scene}) => {
  const {env} = await scene()
  const ended = await runCommand(['serve'], {...env, REDIS_URL: 'redis://:sesame@127.0.0.1:1'})
  expect(ended).toMatchObject({code: 2, stdout: ''})
  expect(ended.stderr).toMatch(/^awesome-doctor: `REDIS_URL` leads to no Redis that answers \(.*ECONNREFUSED.*\)/)
  expect(ended.stderr).not.toContain('sesame')
})

/** Waits for another line of the log of a server. */
async function nextLine({log, logged}: Server): Promise<unknown> {
  const {length} = log
  return logged(() => log.length > length)
}

/** Waits until a dead letter is listed. */
async function untilListed(env: Readonly<Record<string, string>>, id: string): Promise<void> {
  while (!(await runCommand(['serve', '--dead'], env)).stdout.startsWith(id));
}
