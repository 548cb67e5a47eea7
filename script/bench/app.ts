/**
 * Measures the GitHub App as it is run (`dist/`, so build first) under load, against the double of the tests:
 * `npm run bench -- app [COUNT] [--seconds 10] [--faults 0.05] [--redis URL]`. So many deliveries come within the time,
 * some of them twice; of what is asked of GitHub, a part fails in all ways it can. At the end every pull request must
 * have exactly one review. With a Redis two servers share the work, and one of them is killed in the middle.
 */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {parseArgs} from 'node:util'
import {appPermissions, envOf, type Server, startServer} from '../../test/fake/app-server.ts'
import type {Fault} from '../../test/fake/faults.ts'
import {type GitHub, startGitHub} from '../../test/fake/github.ts'
import type {Hook, HookAnswer} from '../../test/fake/webhooks.ts'
import type {Pull} from '../../test/fake/world.ts'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    seconds: {type: 'string', default: '10'},
    faults: {type: 'string', default: '0.05'},
    redis: {type: 'string'}
  }
})
const count = Number(positionals[1] ?? 200)
const seconds = Number(values.seconds)
const share = Number(values.faults)
const repositories = 20

/** The same numbers in every run, from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const entry = (name: string, marker = '- '): string =>
  `${marker}[${name}](https://${name.toLowerCase()}.example) - Flies over the sea.\n`
const names = ['Albatross', 'Bittern', 'Crane', 'Dunlin', 'Egret', 'Finch', 'Goshawk', 'Heron', 'Ibis', 'Jay']
const list = (marker: string, last: string): string =>
  `# Kites\n\n## Makers\n\n${names.map((name, index) => entry(name, index % 5 === 2 ? marker : '- ')).join('')}${entry(last)}`

/** The ways in which a request fails, each as often as the others. */
const ways: readonly Fault[] = [
  {status: 502},
  {status: 500},
  {status: 429, headers: {'retry-after': '1'}},
  {dropBefore: true},
  {applyThenFail: 502},
  {applyThenFail: 'drop'},
  {truncate: 40},
  {status: 502, body: '<html>Unicorn!</html>'}
]

async function prepare(
  github: GitHub
): Promise<readonly {readonly pull: Pull; readonly event: Record<string, unknown>}[]> {
  const deliveries = []
  const made = await Promise.all(
    Array.from({length: repositories}, (_, index) =>
      github.createRepository({name: `list-${index}`, files: {'readme.md': list('- ', 'Kestrel')}})
    )
  )
  for (let index = 0; index < count; index++) {
    const pull = await made[index % repositories]!.openPull({
      head: `change-${index}`,
      files: {'readme.md': list('-', `Kestrel${index}`)}
    })
    deliveries.push({pull, event: await github.event(pull, 'pull_request', 'opened')})
  }
  const app = github.app({name: 'List Doctor', permissions: appPermissions}, made)
  return Object.assign(deliveries, {app})
}

/** Delivers, as people do who press “Redeliver” where nobody answered well. */
async function deliver(hooks: () => readonly Hook[], event: Record<string, unknown>, index: number) {
  const start = performance.now()
  const answers: HookAnswer[] = []
  let last = await hooks()[index % hooks().length]!.send('pull_request', event)
  answers.push(last)
  const time = performance.now() - start
  while (last.status !== 202) {
    await sleep(100)
    last = await hooks()[0]!.redeliver(last.delivery)
    answers.push(last)
  }
  if (index % 10 === 0) answers.push(await hooks()[0]!.redeliver(last.delivery))
  return {time, answers}
}

const isDone = ({repository, headSha}: Pull): boolean =>
  [...repository.checkRuns.values()].some(run => run.headSha === headSha && run.status === 'completed')

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`

/** Memory at most and time of the processor, of a process that still runs; Linux tells. */
function usageOf({child}: Server): {readonly megabytes: number; readonly cpu: number} {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  const [, peak = '0'] = /VmHWM:\s+(\d+)/.exec(status) ?? []
  return {megabytes: Number(peak) / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / 100}
}

const folder = mkdtempSync(path.join(tmpdir(), 'awesome-doctor-app-'))
const github = await startGitHub({limits: {core: 1_000_000, graphql: 1_000_000}})
const deliveries = await prepare(github)
const app = [...github.world.apps.values()][0]!
const env = {
  ...envOf(github, app, path.join(folder, 's')),
  RETRY_SECONDS: '0.5',
  ...(values.redis && {REDIS_URL: values.redis, REDIS_LOCK_SECONDS: '5'})
}
let servers = await Promise.all(Array.from({length: values.redis ? 2 : 1}, () => startServer(env, app)))
const random = seeded(1)
for (const way of ways) github.fault({...way, times: Infinity, when: () => random() < share / ways.length})

const start = performance.now()
const sent: Promise<Awaited<ReturnType<typeof deliver>>>[] = []
for (const [index, {event}] of deliveries.entries()) {
  const due = start + (index * seconds * 1000) / count
  await sleep(Math.max(0, due - performance.now()))
  sent.push(deliver(() => servers.map(({hook}) => hook), event, index))
  if (values.redis && index === Math.floor(count / 2)) {
    const [killed, ...rest] = servers
    servers = rest
    await killed!.stop('SIGKILL')
    process.stdout.write(`killed one of two servers after ${index + 1} deliveries\n`)
  }
}
const answered = await Promise.all(sent)
const delivered = performance.now() - start
while (!deliveries.every(({pull}) => isDone(pull))) {
  const dead = servers.flatMap(({log}) => log.filter(({outcome}) => outcome === 'dead'))
  if (dead.length > 0) throw new Error(`Given up: ${JSON.stringify(dead[0])}`)
  await sleep(50)
}
const finished = performance.now() - start
// What was taken over may still be looked at a second time.
github.heal()
const usage = servers.map(usageOf)
const ends = servers.flatMap(({log}) => log.filter(({message}) => message === 'Job ended.'))
await Promise.all(servers.map(server => server.stop()))

const wrong = deliveries.filter(({pull}) => {
  const runs = [...pull.repository.checkRuns.values()].filter(run => run.headSha === pull.headSha)
  const comments = pull.threads.flatMap(thread => thread.comments)
  return pull.reviews.length !== 1 || comments.length !== 2 || runs.length !== 1 || runs[0]!.annotations.length !== 2
})
const times = answered.map(({time}) => time).sort((a, b) => a - b)
const tries = ends.map(line => Number(line['seconds']) * 1000).sort((a, b) => a - b)
const requests = github.journal.length
const failed = github.journal.filter(({status}) => status === 0 || status === 429 || status >= 500).length
const known = answered.flatMap(({answers}) => answers).filter(({text}) => text.startsWith('This delivery')).length
const lines = [
  `deliveries        ${count} for ${repositories} repositories in ${(delivered / 1000).toFixed(1)} s, ${known} more known already`,
  `answered after    ${ms(percentile(times, 0.5))} median, ${ms(percentile(times, 0.99))} of 100, ${ms(times.at(-1) ?? 0)} at most`,
  `all reviewed      ${(finished / 1000).toFixed(1)} s after the first delivery`,
  `jobs              ${ends.length} tries, ${ms(percentile(tries, 0.5))} median, ${ms(tries.at(-1) ?? 0)} at most`,
  `requests          ${requests} to GitHub, of which ${failed} failed (${((100 * failed) / requests).toFixed(1)} %)`,
  `server            ${usage.map(({megabytes, cpu}) => `${megabytes.toFixed(0)} MB, ${cpu.toFixed(1)} s of processor`).join('; ')}`,
  `exactly one review, two comments, one check run: ${count - wrong.length} of ${count}`
]
process.stdout.write(`${lines.join('\n')}\n`)
for (const {pull} of wrong.slice(0, 5))
  process.stdout.write(
    `  ${pull.repository.name}#${pull.number}: ${pull.reviews.length} reviews, ${pull.threads.length} threads\n`
  )
await github[Symbol.asyncDispose]()
rmSync(folder, {recursive: true, force: true})
process.exitCode = wrong.length > 0 ? 1 : 0
