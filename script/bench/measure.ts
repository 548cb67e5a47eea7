import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
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

/** What a program took, and what it said. */
export interface Run {
  readonly usage: Usage
  readonly output: string
  readonly errors: string
}

const preload = (name: string): readonly string[] => ['--require', new URL(name, import.meta.url).pathname]

/** Runs a program on this Node, without the web and its output thrown away, and tells what it used. */
export function measure(program: readonly string[], cwd: string): Promise<Usage> {
  return start([...preload('offline.cjs'), ...program], cwd, ['ignore', 'ignore'])
}

/** Runs a program on this Node and tells what it used and said. */
export async function run(program: readonly string[], cwd: string): Promise<Run> {
  // By way of files: programs that end themselves lose what is still on its way through a pipe.
  const folder = mkdtempSync(path.join(tmpdir(), 'awesome-doctor-run-'))
  const files = ['output', 'errors'].map(name => path.join(folder, name))
  const [output, errors] = files.map(file => openSync(file, 'w')) as [number, number]
  try {
    const usage = await start(program, cwd, [output, errors])
    const [said = '', complained = ''] = files.map(file => readFileSync(file, 'utf8'))
    return {usage, output: said, errors: complained}
  } finally {
    for (const file of [output, errors]) closeSync(file)
    rmSync(folder, {recursive: true})
  }
}

async function start(
  program: readonly string[],
  cwd: string,
  [output, errors]: readonly ['ignore' | number, 'ignore' | number]
): Promise<Usage> {
  const begun = performance.now()
  const child = spawn(process.execPath, [...preload('usage.cjs'), ...program], {
    cwd,
    stdio: ['ignore', output, errors, 'pipe']
  })
  const [told] = await Promise.all([text(child.stdio[3] as NodeJS.ReadableStream), once(child, 'close')])
  const wall = performance.now() - begun
  if (told === '') throw new Error(`This program ended without a word: ${program.join(' ')}`)
  const {userCPUTime, systemCPUTime, maxRSS} = JSON.parse(told) as NodeJS.ResourceUsage
  return {cpu: (userCPUTime + systemCPUTime) / 1000, wall, memory: maxRSS / 1024}
}

/** The middle one of some numbers. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
