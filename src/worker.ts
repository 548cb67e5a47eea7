import {parentPort, workerData} from 'node:worker_threads'
import {examineHere} from './job/examine-here.ts'
import type {Answer, Work} from './job/in-worker.ts'
import {entriesHere, linksHere} from './job/lists-here.ts'

let answer: Answer
try {
  answer = {result: resultOf(workerData as Work)}
} catch (error) {
  answer = {error: error instanceof Error ? (error.stack ?? error.message) : String(error)}
}
parentPort?.postMessage(answer)

function resultOf(work: Work): unknown {
  if (work.kind === 'examine') return examineHere(work.task)
  return work.kind === 'links' ? linksHere(work.texts) : entriesHere(work.texts)
}
