import type {Redis} from 'ioredis'
import type {Order} from '../work.ts'

/** The order in which the orders of a lane are worked on, for all processes. */
export interface Lanes {
  /** Queues an order up, and tells those that it replaces. */
  readonly enter: (order: Order) => Promise<void>
  readonly isTurn: (order: Order) => Promise<boolean>
  /** Whether a later one of the same key has come. */
  readonly isReplaced: (order: Order) => Promise<boolean>
  /** Makes room for the next. */
  readonly leave: (order: Order) => Promise<void>
}

/** An order as the queue has it. */
interface Queued {
  readonly state: string
  /** Ends its waiting; fails where it does not wait. */
  readonly wake: () => Promise<unknown>
}

/** Seconds that a lane is remembered in which nothing happens. */
const memory = 30 * 24 * 3600

/** Puts an order at the end of its lane unless it is there, and tells who is first. */
const queueUp = `
if not redis.call('LPOS', KEYS[1], ARGV[1]) then redis.call('RPUSH', KEYS[1], ARGV[1]) end
redis.call('EXPIRE', KEYS[1], ARGV[2])
return redis.call('LINDEX', KEYS[1], 0)`

/** @param find looks up an order in the queue, by its id */
export function makeLanes(redis: Redis, prefix: string, find: (id: string) => Promise<Queued | undefined>): Lanes {
  const laneOf = ({lane}: Order): string => `${prefix}:lane:${lane}`
  const latestOf = ({lane}: Order): string => `${prefix}:latest:${lane}`
  const wake = async (id: string | null): Promise<void> => {
    const queued = id === null ? undefined : await find(id)
    if (queued?.state === 'delayed') await queued.wake().catch(() => {})
  }

  async function firstOf(order: Order): Promise<string> {
    return String(await redis.eval(queueUp, 1, laneOf(order), order.id, memory))
  }

  return {
    async enter(order) {
      // An order that has to wait for its time lines up when that has come.
      if (!order.delay) await firstOf(order)
      if (order.key === undefined) return
      const before = await redis.hget(latestOf(order), order.key)
      await redis.hset(latestOf(order), order.key, order.id)
      await redis.expire(latestOf(order), memory)
      if (before !== order.id) await wake(before)
    },
    async isTurn(order) {
      for (;;) {
        const first = await firstOf(order)
        if (first === order.id) return true
        const queued = await find(first)
        if (queued && queued.state !== 'completed' && queued.state !== 'failed') return false
        // Its process was ended before it could leave.
        await redis.lrem(laneOf(order), 0, first)
      }
    },
    async isReplaced(order) {
      if (order.key === undefined) return false
      const latest = await redis.hget(latestOf(order), order.key)
      return latest !== null && latest !== order.id
    },
    async leave(order) {
      await redis.lrem(laneOf(order), 0, order.id)
      await wake(await redis.lindex(laneOf(order), 0))
    }
  }
}
