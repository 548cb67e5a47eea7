import {type Refusal, refusalOf} from './octokit.ts'

/** Tells what GitHub refused as a value. @throws what is no refusal */
export async function attempt<T>(ask: () => Promise<T>): Promise<T | {readonly refusal: Refusal}> {
  try {
    return await ask()
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return {refusal}
  }
}

/** How to find out whether something was saved after all, and what else may be done. */
export interface Sending<T> {
  /** `not there`: not yet; `unknown`: nobody can tell, so that it is better not to send it again. A refusal is the latter. */
  readonly find: () => Promise<T | 'unknown' | 'not there'>
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<unknown>
  /** Whether it may have been saved in spite of a refusal; the usual is where there is no clear answer. */
  readonly isUnclear?: (refusal: Refusal) => boolean
  /** Takes away what stands in the way, and tells whether it is worth sending again. */
  readonly makeRoom?: (refusal: Refusal) => Promise<boolean>
}

/** Milliseconds before each look for what may have been saved: lists lag behind. */
const looks = [2000, 4000]

const mostAttempts = 3

/**
 * Sends something, once: GitHub may save it and fail to say so, thus after a failure it is looked for before it is sent
 * again. The client must not send it again by itself: `request: {retries: 0}`.
 */
export async function sendOnce<T extends object>(
  send: () => Promise<T>,
  {find, sleep, isUnclear = isNoAnswer, makeRoom}: Sending<T>
): Promise<T | {readonly refusal: Refusal}> {
  for (let count = 1; ; count++) {
    const sent = await attempt(send)
    if (!('refusal' in sent)) return sent
    const refusal = sent.refusal as Refusal
    const isLast = count === mostAttempts
    if (!isUnclear(refusal)) {
      if (isLast || !(await makeRoom?.(refusal))) return {refusal}
      continue
    }
    const found = await look(find, sleep)
    if (found !== 'not there') return found === 'unknown' ? {refusal} : found
    if (isLast) return {refusal}
  }
}

/** Whether a refusal says nothing of what became of the request. */
export const isNoAnswer = ({status}: Refusal): boolean => status === 0 || status >= 500

async function look<T extends object>(
  find: Sending<T>['find'],
  sleep: Sending<T>['sleep']
): Promise<T | 'unknown' | 'not there'> {
  for (const time of looks) {
    await sleep(time)
    const found = await attempt(find)
    if (found === 'not there') continue
    return typeof found === 'object' && 'refusal' in found ? 'unknown' : found
  }
  return 'not there'
}
