import {setTimeout as sleep} from 'node:timers/promises'
import {type Job as BullJob, Queue as BullQueue, DelayedError, UnrecoverableError, Worker} from 'bullmq'
import type {Redis} from 'ioredis'
import type {Order} from '../work.ts'
import {connectRedis} from './connect-redis.ts'
import {
  type Added,
  backOffAfter,
  idMemory,
  type Job,
  mostInterruptions,
  type Pace,
  type Queue,
  type Verdict
} from './queue.ts'
import {makeLanes} from './redis-lanes.ts'

/** What a queue on Redis needs. */
interface RedisQueueWish extends Pace {
  readonly url: string
  /** Milliseconds after which the work of a process that is gone is taken over. */
  readonly lock: number
  readonly log: (text: string) => void
}

/** What a job of BullMQ carries. */
interface Cargo {
  readonly order: Order
  readonly failures: number
}

/** All keys begin with it. */
export const redisPrefix = 'awesome-doctor'

/** What happens when it is Redis that fails in the middle of a job; failures of the work itself are counted by us. */
const again = {attempts: 10, backoff: {type: 'fixed', delay: 5000}} as const

/** Milliseconds after which a job looks by itself whether it is its turn; usually the one before it tells. */
const patience = 5000

/**
 * Opens the queue that several processes share. BullMQ has locks, delays, take-overs and failures; that orders of a lane
 * follow each other is ours, since it does not know lanes.
 * @throws UserError where there is no Redis.
 */
export async function openRedisQueue(wish: RedisQueueWish): Promise<Queue & {readonly redis: Redis}> {
  const {url, lock, log, concurrency, backOff} = wish
  const told = tellOnce(log)
  const redis = await connectRedis(url, {maxRetriesPerRequest: 1, commandTimeout: 5000}, told)
  const queue = new BullQueue<Cargo>('jobs', {connection: redis, prefix: redisPrefix})
  queue.on('error', told)
  const lanes = makeLanes(redis, redisPrefix, async id => {
    const job = await queue.getJob(id)
    return job && {state: await job.getState(), wake: () => job.promote()}
  })
  const running = new Map<string, {readonly job: BullJob<Cargo>; readonly token: string}>()
  let worker: Worker<Cargo> | undefined
  let blocking: Redis | undefined

  async function take(job: BullJob<Cargo>, token: string, run: (job: Job) => Promise<Verdict>): Promise<void> {
    const {order, failures} = job.data
    const {id} = order
    if (await lanes.isReplaced(order)) return lanes.leave(order)
    if (!(await lanes.isTurn(order))) {
      await job.moveToDelayed(Date.now() + patience, token)
      // The one before may have left since, and told nobody.
      if (await lanes.isTurn(order)) await job.promote().catch(() => {})
      throw new DelayedError()
    }
    running.set(id, {job, token})
    const verdict = await run({
      ...{id, work: order.work, failures},
      begunBefore: job.attemptsStarted > 1 ? 'perhaps' : 'no',
      isLast: backOffAfter(failures + 1, {backOff}) === undefined
    })
    // A queue that was stopped has given it back meanwhile.
    if (!running.delete(id)) throw new DelayedError()
    if (verdict.kind === 'done') return lanes.leave(order)
    const wait = verdict.kind === 'again' ? backOffAfter(failures + 1, {backOff}) : undefined
    if (wait === undefined) {
      await lanes.leave(order)
      throw new UnrecoverableError(verdict.error)
    }
    await job.updateData({order, failures: failures + 1})
    await job.moveToDelayed(Date.now() + wait, token)
    throw new DelayedError()
  }

  async function retry(id: string): Promise<boolean> {
    const job = await queue.getJob(id)
    if (!job || !(await job.isFailed())) return false
    const {order} = job.data
    await job.updateData({order, failures: 0})
    await lanes.enter(order)
    await job.retry('failed', {resetAttemptsMade: true, resetAttemptsStarted: true})
    return true
  }

  return {
    redis,
    async add(order): Promise<Added> {
      const known = await queue.getJob(order.id)
      if (known) return (await retry(order.id)) ? 'again' : 'known'
      await lanes.enter(order)
      await queue.add(order.work.kind, {order, failures: 0}, {...again, jobId: order.id, delay: order.delay ?? 0})
      return 'added'
    },
    start(run) {
      blocking = redis.duplicate({maxRetriesPerRequest: null, commandTimeout: undefined as never})
      blocking.on('error', told)
      worker = new Worker<Cargo>('jobs', (job, token) => take(job, token ?? '', run), {
        connection: blocking,
        prefix: redisPrefix,
        concurrency,
        lockDuration: lock,
        stalledInterval: lock,
        maxStalledCount: mostInterruptions - 1,
        removeOnComplete: {age: idMemory / 1000}
      })
      worker.on('error', told)
    },
    async stop(grace) {
      const closing = worker?.close()
      const late = new AbortController()
      await Promise.race([closing, sleep(grace, undefined, {signal: late.signal}).catch(() => {})])
      late.abort()
      const left = [...running.values()]
      running.clear()
      for (const {job, token} of left) await job.moveToWait(token).catch(told)
      blocking?.disconnect()
      await queue.close().catch(() => {})
      redis.disconnect()
      return {returned: left.length}
    },
    async depth() {
      const counts = await queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed')
      const of = (name: string): number => counts[name] ?? 0
      const waiting = of('wait') + of('prioritized') + of('delayed')
      return {waiting, running: of('active'), dead: of('failed')}
    },
    async deadLetters() {
      const jobs = await queue.getFailed(0, 9999)
      return jobs.map(({data: {order}, failedReason, finishedOn}) => ({
        ...{id: order.id, work: order.work},
        error: failedReason ?? '',
        at: finishedOn ?? 0
      }))
    },
    retry,
    trouble: () => (redis.status === 'ready' ? undefined : 'Redis cannot be reached.')
  }
}

/** A connection that is lost fails again and again with the same words, which are told once a minute. */
function tellOnce(log: (text: string) => void): (error: unknown) => void {
  let last = ''
  let at = 0
  return error => {
    const text = `Redis: ${error instanceof Error ? error.message : String(error)}`
    if (text === last && Date.now() - at < 60_000) return
    last = text
    at = Date.now()
    log(text)
  }
}
