import {parentPort, workerData} from 'node:worker_threads'
import type {Answer} from './job/examine.ts'
import {examineHere} from './job/examine-here.ts'
import type {Task} from './job/task.ts'

let answer: Answer
try {
  answer = {report: examineHere(workerData as Task)}
} catch (error) {
  answer = {error: error instanceof Error ? (error.stack ?? error.message) : String(error)}
}
parentPort?.postMessage(answer)
