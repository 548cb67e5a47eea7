import type {ListedEntry} from '../document/entry/listed.ts'
import {inWorker, type Limits} from './in-worker.ts'

/** Reads the entries of texts, in order; nothing where that would take too much. */
export type ReadEntries = (texts: readonly string[]) => Promise<readonly (readonly ListedEntry[])[] | undefined>

/** For texts of strangers, all together. */
const defaultLimits: Limits = {milliseconds: 60_000, megabytes: 1_024}

/** Reads in a worker of its own, which knows no environment. */
export async function readEntriesApart(
  texts: readonly string[],
  limits: Limits = defaultLimits
): ReturnType<ReadEntries> {
  const answer = await inWorker<readonly (readonly ListedEntry[])[]>({kind: 'entries', texts}, limits)
  return 'result' in answer ? answer.result : undefined
}
