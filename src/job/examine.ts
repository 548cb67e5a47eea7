import {Worker} from 'node:worker_threads'
import type {FileReport} from '../lint/diagnostic.ts'
import type {Task} from './task.ts'

/** What one untrusted file may cost. */
export interface Limits {
  readonly milliseconds: number
  readonly megabytes: number
}

/** Far more than the largest real list needs (0.9 s and 300 MB for 400 KB), far less than a bomb would take. */
const defaultLimits: Limits = {milliseconds: 20_000, megabytes: 1_024}

/**
 * Lints one file, with every fix proven. An untrusted one is read in a worker of its own, which knows no environment.
 * @throws what the linter itself throws: a bug of ours
 */
export async function examine(task: Task, limits: Limits = defaultLimits): Promise<FileReport> {
  if (task.untrusted) return examineInWorker(task, limits)
  const {examineHere} = await import('./examine-here.ts')
  return examineHere(task)
}

/** What the worker answers. */
export type Answer = {readonly report: FileReport} | {readonly error: string}

async function examineInWorker(task: Task, limits: Limits): Promise<FileReport> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const folder = extension === 'ts' ? '../' : './'
  const worker = new Worker(new URL(`${folder}worker.${extension}`, import.meta.url), {
    workerData: task,
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
    if (typeof answer === 'string') return (await import('./too-complex.ts')).tooComplex(task, answer)
    if ('error' in answer) throw new Error(`The linter broke on ${task.path}: ${answer.error}`)
    return answer.report
  } finally {
    await worker.terminate()
  }
}
