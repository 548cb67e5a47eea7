import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {text} from 'node:stream/consumers'

/** What one run of a program took. */
export interface Usage {
  /** Milliseconds of processor time, of all its threads. */
  readonly cpu: number
  /** Milliseconds from start to end. */
  readonly wall: number
  /** The most memory it had, in megabytes. */
  readonly memory: number
}

const preload = new URL('usage.cjs', import.meta.url).pathname

/** Runs a program on this Node, its output thrown away, and tells what it used. */
export async function measure(program: readonly string[], cwd: string): Promise<Usage> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--require', preload, ...program], {
    cwd,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const [told] = await Promise.all([text(child.stdio[3] as NodeJS.ReadableStream), once(child, 'close')])
  const wall = performance.now() - start
  if (told === '') throw new Error(`This program ended without a word: ${program.join(' ')}`)
  const {userCPUTime, systemCPUTime, maxRSS} = JSON.parse(told) as NodeJS.ResourceUsage
  return {cpu: (userCPUTime + systemCPUTime) / 1000, wall, memory: maxRSS / 1024}
}

/** The middle one of some numbers. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
