import type {Task} from './task.ts'

/** What untrusted text may cost. */
export interface Limits {
  readonly milliseconds: number
  readonly megabytes: number
}

/** From this length on, the user's own text takes long enough for someone to lose patience and press Ctrl-C. */
export const large = 350_000

/** The user's own text may take all the time it needs. */
export const generous: Limits = {milliseconds: 3_600_000, megabytes: 4_096}

/** A large file of the user's own is examined in a worker: this thread stays free to end at once when it is told to. */
export const patiently = (task: Task): [task: Task, limits?: Limits] =>
  task.text.length < large ? [task] : [{...task, untrusted: true}, generous]

/** What a worker can be asked. Plain data: it crosses into the worker. */
export type Work =
  | {readonly kind: 'examine'; readonly task: Task}
  | {readonly kind: 'entries' | 'links'; readonly texts: readonly string[]}

/** What the worker answers. */
export type Answer = {readonly result: unknown} | {readonly error: string}

/**
 * Does some work in a worker of its own, which knows no environment, and which is ended at its limits.
 * @returns the result, or in words which limit was reached
 * @throws what the work itself throws: a bug of ours
 */
export async function inWorker<Result>(
  work: Work,
  limits: Limits
): Promise<{readonly result: Result} | {readonly excess: string}> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const folder = extension === 'ts' ? '../' : './'
  const {Worker} = await import('node:worker_threads')
  const worker = new Worker(new URL(`${folder}worker.${extension}`, import.meta.url), {
    workerData: work,
    env: {},
    resourceLimits: {maxOldGenerationSizeMb: limits.megabytes, stackSizeMb: 8}
  })
  try {
    const answer = await new Promise<Answer | string>((resolve, reject) => {
      const timer = setTimeout(
        () => resolve(`reading it takes more than ${limits.milliseconds / 1000} seconds`),
        limits.milliseconds
      )
      worker.once('message', resolve)
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          resolve(`reading it takes more than ${limits.megabytes} megabytes`)
        else reject(error)
      })
      worker.once('exit', () => clearTimeout(timer))
    })
    if (typeof answer === 'string') return {excess: answer}
    if ('error' in answer) throw new Error(answer.error)
    return {result: answer.result as Result}
  } finally {
    await worker.terminate()
  }
}
