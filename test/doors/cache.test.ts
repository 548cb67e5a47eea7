import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test} from 'vitest'
import {startCache} from '../fake/cache.ts'

const program = path.resolve(import.meta.dirname, '../../dist/cache.js')

/** Runs the built program in a folder, and gives what it ended with. */
const run = (cwd: string, env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: {PATH: process.env['PATH'], GITHUB_WORKSPACE: cwd, RUNNER_TEMP: cwd, ...env},
      stdio: 'ignore'
    })
    child.on('error', reject).on('close', resolve)
  })

test('what is built saves and restores, and tells where there is nothing to do it with', async () => {
  await using cache = await startCache()
  const temp = mkdtempSync(path.join(tmpdir(), 'cache-'))
  try {
    const [one, other] = ['one', 'other'].map(name => path.join(temp, name)) as [string, string]
    for (const folder of [one, other]) mkdirSync(folder)
    writeFileSync(path.join(one, 'a.txt'), 'Kept.\n')
    expect(await run(one, cache.env, 'save', 'a.txt', 'a-1')).toBe(0)
    expect(await run(one, cache.env, 'save', 'a.txt', 'a-1')).toBe(1)
    expect(await run(other, cache.env, 'restore', 'a.txt', 'b-2', 'b-')).toBe(0)
    expect(existsSync(path.join(other, 'a.txt'))).toBe(false)
    expect(await run(other, cache.env, 'restore', 'a.txt', 'a-2', 'a-')).toBe(0)
    expect(readFileSync(path.join(other, 'a.txt'), 'utf8')).toBe('Kept.\n')
    expect(await run(other, {}, 'restore', 'a.txt', 'a-2', 'a-')).toBe(3)
  } finally {
    rmSync(temp, {recursive: true, force: true})
  }
})
