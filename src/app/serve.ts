import type {Writable} from 'node:stream'
import {UserError} from '../document/error.ts'
import {type Clock, wallClock} from '../links/clock.ts'
import {version} from '../version.ts'
import {keepCalendar} from './calendar.ts'
import {retrying, subjectOf} from './dead-letters.ts'
import {type Environment, readEnvironment} from './environment.ts'
import {ordersFor} from './events.ts'
import {type FolderLock, lockFolder} from './folder-lock.ts'
import {type Delivery, type Front, openFront, type Reception} from './front.ts'
import {makeGauges} from './gauges.ts'
import {type Installations, makeInstallations} from './installations.ts'
import {createJsonLog, type JsonLog} from './json-log.ts'
import {textOf, type Workshop} from './outcome.ts'
import {perform} from './perform.ts'
import {openFileQueue} from './queue/file-queue.ts'
import type {Job, Queue, Verdict} from './queue/queue.ts'
import {readSettings, type Settings} from './settings.ts'
import {listSites} from './sites.ts'
import {folderStates, type States} from './states.ts'

/** What the server touches of the world. */
export interface ServerWorld {
  readonly env: Environment
  readonly cwd: string
  readonly stdout: Writable
  /** Settled when the process is asked to stop. */
  readonly asked: Promise<unknown>
  readonly clock?: Clock
}

/**
 * Serves as a GitHub App until it is asked to stop.
 * @throws UserError for a variable that is missing or wrong, a port that is taken, a folder that cannot be written.
 */
export async function serve({env, cwd, stdout, asked, clock = wallClock}: ServerWorld): Promise<void> {
  const settings = readSettings(readEnvironment(env, cwd), cwd)
  const {privateKey, webhookSecret, store} = settings
  const password = store.kind === 'redis' ? decodeURIComponent(new URL(store.url).password) : ''
  const log = createJsonLog(line => stdout.write(line), {
    now: clock.now,
    secrets: [privateKey, webhookSecret, password]
  })
  const gauges = makeGauges()
  const stopping = new AbortController()
  const warn = (message: string): void => log('warn', message)
  const installations = makeInstallations({
    ...settings,
    log: warn,
    onQuota: (installation, resource, remaining) => gauges.quota.set({installation, resource}, remaining)
  })
  const {queue, states, lock} = await openStore(settings, {clock, warn})
  const front = await openFront({
    secret: webhookSecret,
    host: settings.host,
    port: settings.port,
    receive: delivery => receive(delivery, queue, {settings, log}),
    onAnswer: ({status, event, reception}) => gauges.deliveries.add({event, status, reception}),
    metrics: async () => {
      gauges.setDepth(await queue.depth())
      return gauges.text()
    },
    trouble: queue.trouble,
    onError: error => log('error', textOf(error))
  }).catch(async (error: unknown) => {
    await letGo(queue, lock)
    throw explainPort(error, settings)
  })
  log('info', `awesome-doctor ${version} listens.`, {host: settings.host, port: front.port, store: store.kind})
  queue.start(job => runJob(job, {installations, settings, states, log: warn}, {log, gauges, clock}))
  const calendar = settings.audits === 'daily' ? openCalendar(installations, queue, {log, clock, stopping}) : undefined
  await asked
  log('info', 'Stopping: no more deliveries are taken.')
  stopping.abort()
  await close(front, queue, settings, log)
  await calendar
  await lock?.release()
  log('info', 'Stopped.')
}

interface Opened {
  readonly queue: Queue
  readonly states: States
  readonly lock?: FolderLock
}

async function openStore(
  {store, concurrency, backOff}: Settings,
  {clock, warn}: {readonly clock: Clock; readonly warn: (text: string) => void}
): Promise<Opened> {
  const pace = {concurrency, backOff}
  if (store.kind === 'redis') {
    const [{openRedisQueue}, {redisStates}] = await Promise.all([
      import('./queue/redis-queue.ts'),
      import('./redis-states.ts')
    ])
    const queue = await openRedisQueue({...store, ...pace, log: warn})
    return {queue, states: redisStates(queue.redis)}
  }
  const {folder} = store
  let queue: Queue | undefined
  const lock = await lockFolder(folder, async which => String(queue ? await retrying(which)(queue) : 0))
  try {
    queue = await openFileQueue({folder, ...pace, clock, log: warn})
  } catch (error) {
    await lock.release()
    throw error
  }
  return {queue, states: folderStates(folder), lock}
}

async function letGo(queue: Queue, lock: FolderLock | undefined): Promise<void> {
  await queue.stop(0)
  await lock?.release()
}

async function receive(
  delivery: Delivery,
  queue: Queue,
  {settings, log}: {readonly settings: Settings; readonly log: JsonLog}
): Promise<Reception> {
  const orders = ordersFor(delivery, settings)
  const {id, event} = delivery
  if (orders.length === 0) return 'ignored'
  const added = []
  for (const order of orders) added.push(await queue.add(order))
  const reception = added.every(one => one === 'known') ? 'known' : 'queued'
  const first = orders[0]!
  log('info', `Delivery ${reception}.`, {delivery: id, event, work: subjectOf(first.work), orders: orders.length})
  return reception
}

async function runJob(
  job: Job,
  workshop: Workshop,
  {log, gauges, clock}: {readonly log: JsonLog; readonly gauges: ReturnType<typeof makeGauges>; readonly clock: Clock}
): Promise<Verdict> {
  const {id, work} = job
  const {kind} = work
  const start = clock.now()
  const more = {job: id, work: subjectOf(work)}
  log('info', 'Job begun.', {...more, failures: job.failures})
  const {word, verdict, notes} = await perform(job, {...workshop, log: text => log('warn', text, more)})
  const seconds = (clock.now() - start) / 1000
  const outcome = verdict.kind === 'again' && job.isLast ? 'dead' : word
  gauges.jobs.add({kind, outcome})
  gauges.durations.observe({kind}, seconds)
  const error = verdict.kind === 'done' ? undefined : verdict.error
  const level = verdict.kind === 'done' ? 'info' : outcome === 'dead' ? 'error' : 'warn'
  log(level, 'Job ended.', {
    ...more,
    outcome,
    seconds,
    ...(error && {error}),
    ...(notes.length > 0 && {notes: notes.join(' ')})
  })
  return verdict
}

function openCalendar(
  installations: Installations,
  queue: Queue,
  {log, clock, stopping}: {readonly log: JsonLog; readonly clock: Clock; readonly stopping: AbortController}
): Promise<void> {
  return keepCalendar({
    clock,
    list: () => listSites(installations),
    order: queue.add,
    onError: error => log('warn', `The repositories for the daily audits could not be listed: ${textOf(error)}`),
    signal: stopping.signal
  })
}

async function close(front: Front, queue: Queue, {grace}: Settings, log: JsonLog): Promise<void> {
  front.drain()
  const {returned} = await queue.stop(grace)
  if (returned > 0) log('warn', 'Jobs were given back to the queue, since they took too long.', {jobs: returned})
  await front.close()
}

function explainPort(error: unknown, {host, port}: Settings): unknown {
  const {code} = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new UserError(`\`PORT\` ${port} is taken; give another one.`)
  if (code === 'EACCES') return new UserError(`\`PORT\` ${port} is not for this user; give one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UserError(`\`HOST\` is \`${host}\`, which is no address of this machine; \`0.0.0.0\` is all of them.`)
  return error
}
