import type {FileReport} from '../lint/diagnostic.ts'
import {inWorker, type Limits} from './in-worker.ts'
import type {Task} from './task.ts'

/** Far more than the largest real list needs (0.9 s and 300 MB for 400 KB), far less than a bomb would take. */
const defaultLimits: Limits = {milliseconds: 20_000, megabytes: 1_024}

/**
 * Lints one file, with every fix proven. An untrusted one is read in a worker of its own, which knows no environment.
 * @throws what the linter itself throws: a bug of ours
 */
export async function examine(task: Task, limits: Limits = defaultLimits): Promise<FileReport> {
  if (!task.untrusted) {
    const {examineHere} = await import('./examine-here.ts')
    return examineHere(task)
  }
  const answer = await inWorker<FileReport>({kind: 'examine', task}, limits).catch((error: unknown) => {
    throw new Error(`The linter broke on ${task.path}: ${error instanceof Error ? error.message : error}`)
  })
  return 'result' in answer ? answer.result : (await import('./too-complex.ts')).tooComplex(task, answer.excess)
}
