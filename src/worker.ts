import {parentPort, workerData} from 'node:worker_threads'
import {entriesHere} from './job/entries-here.ts'
import {examineHere} from './job/examine-here.ts'
import type {Answer, Work} from './job/in-worker.ts'

let answer: Answer
try {
  const work = workerData as Work
  answer = {result: work.kind === 'examine' ? examineHere(work.task) : entriesHere(work.texts)}
} catch (error) {
  answer = {error: error instanceof Error ? (error.stack ?? error.message) : String(error)}
}
parentPort?.postMessage(answer)
