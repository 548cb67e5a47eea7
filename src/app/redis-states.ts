import type {Redis} from 'ioredis'
import {parseState, printState, type State} from '../job/state-text.ts'
import {redisPrefix} from './queue/redis-queue.ts'
import type {States} from './states.ts'

/** Seconds: what was not looked at for so long has to be asked about anew. */
const lifetime = 90 * 24 * 3600

const nothing: State = {memory: new Map(), audits: []}

/** Keeps what goes from run to run on Redis, for all processes. */
export function redisStates(redis: Redis): States {
  return {
    async open(repositoryId) {
      const key = `${redisPrefix}:state:${repositoryId}`
      const text = await redis.get(key)
      const {memory, audits} = (text !== null && parseState(text, Date.now())) || nothing
      return {
        memory,
        audits,
        async keep(after, audit) {
          const next = printState({memory: after, audits: audit ? [...audits, audit] : audits})
          if (next !== text) await redis.set(key, next, 'EX', lifetime)
          return undefined
        }
      }
    }
  }
}
