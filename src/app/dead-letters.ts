import {UserError} from '../document/error.ts'
import {wallClock} from '../links/clock.ts'
import {printable} from '../report/printable.ts'
import {askFolder, lockFolder} from './folder-lock.ts'
import {openFileQueue, readDeadLetters} from './queue/file-queue.ts'
import type {DeadLetter, Queue} from './queue/queue.ts'
import type {Store} from './settings.ts'
import type {Work} from './work.ts'

/** The orders that were given up, one a line, oldest first; empty where there is none. */
export async function deadLettersText(store: Store): Promise<string> {
  const letters = [...(await lettersIn(store))].sort((a, b) => a.at - b.at)
  return letters.map(letter => `${lineOf(letter)}\n`).join('')
}

async function lettersIn(store: Store): Promise<readonly DeadLetter[]> {
  if (store.kind === 'folder') return readDeadLetters(store.folder)
  return withRedis(store, queue => queue.deadLetters())
}

function lineOf({id, work, error, at}: DeadLetter): string {
  const [sentence = ''] = error.split('\n', 1)
  return printable([id, new Date(at).toISOString(), subjectOf(work), sentence].join('  '))
}

/** What some work is about, such as `review octo-org/awesome#7`. */
export const subjectOf = (work: Work): string =>
  `${work.kind} ${work.owner}/${work.repo}${'number' in work ? `#${work.number}` : ''}`

/**
 * Tries again one order that was given up, or `all`; tells how many. A process that is running does it at once.
 * @throws UserError where there is no such order.
 */
export async function retryDeadLetters(which: string, store: Store): Promise<number> {
  const count = store.kind === 'folder' ? await retryIn(store.folder, which) : await withRedis(store, retrying(which))
  if (count === 0 && which !== 'all')
    throw new UserError(`There is no dead letter \`${which}\`; \`awesome-doctor serve --dead\` lists them.`)
  return count
}

async function retryIn(folder: string, which: string): Promise<number> {
  const told = await askFolder(folder, which)
  if (told !== undefined) return Number(told)
  const lock = await lockFolder(folder, async () => '0')
  const queue = await openFileQueue({folder, clock: wallClock, log: () => {}, concurrency: 1, backOff: 0})
  try {
    return await retrying(which)(queue)
  } finally {
    await queue.stop(0)
    await lock.release()
  }
}

/** Tries again one order, or `all`, and counts them. */
export const retrying =
  (which: string) =>
  async (queue: Queue): Promise<number> => {
    const ids = which === 'all' ? (await queue.deadLetters()).map(({id}) => id) : [which]
    let count = 0
    for (const id of ids) if (await queue.retry(id)) count++
    return count
  }

async function withRedis<T>(store: Extract<Store, {kind: 'redis'}>, use: (queue: Queue) => Promise<T>): Promise<T> {
  const {openRedisQueue} = await import('./queue/redis-queue.ts')
  const queue = await openRedisQueue({...store, log: () => {}, concurrency: 1, backOff: 0})
  try {
    return await use(queue)
  } finally {
    await queue.stop(0)
  }
}
