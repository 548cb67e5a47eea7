import {Redis} from 'ioredis'
import {UserError} from '../../document/error.ts'

/** Connects to a Redis. @throws UserError where there is none. */
export async function connectRedis(
  url: string,
  options: {readonly maxRetriesPerRequest: number; readonly commandTimeout: number},
  onError: (error: unknown) => void
): Promise<Redis> {
  const redis = new Redis(url, {...options, lazyConnect: true})
  // What goes wrong before there was a connection is told by the exit of the process.
  let heard: unknown
  let hear = (error: unknown): void => {
    heard = error
  }
  redis.on('error', error => hear(error))
  try {
    await redis.connect()
    hear = onError
    return redis
  } catch (error) {
    redis.disconnect()
    const {message} = (heard ?? error) as Error
    throw new UserError(`\`REDIS_URL\` leads to no Redis that answers (${message}); start it, or correct the address.`)
  }
}
