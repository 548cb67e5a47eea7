import type {Redis} from 'ioredis'
import {parseMemory, printMemory} from '../links/memory-text.ts'
import type {Memories} from './memories.ts'
import {redisPrefix} from './queue/redis-queue.ts'

/** Seconds: what was not looked at for so long has to be asked about anew. */
const lifetime = 90 * 24 * 3600

/** Keeps what is known of links on Redis, for all processes. */
export function redisMemories(redis: Redis): Memories {
  return {
    async open(repositoryId) {
      const key = `${redisPrefix}:links:${repositoryId}`
      const before = (await redis.get(key)) ?? ''
      const memory = (before && parseMemory(before, Date.now())?.memory) || new Map()
      return {
        memory,
        async keep(after) {
          const text = printMemory(after)
          if (text !== before) await redis.set(key, text, 'EX', lifetime)
        }
      }
    }
  }
}
