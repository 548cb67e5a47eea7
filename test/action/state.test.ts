import {execFileSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {openState} from '../../src/action/state.ts'
import {type Memory, remember} from '../../src/links/memory.ts'
import type {PastAudit} from '../../src/report/past-audit.ts'
import {type FakeCache, startCache} from '../fake/cache.ts'

const at = Date.parse('2026-01-01T00:00:00Z')
const seen = (address: string, before: Memory = new Map()): Memory =>
  remember(before, new Map([[address, {fact: {status: 'alive'}, at}]]))
const memory = seen('https://a.example/')
const more = seen('https://b.example/', memory)
const audit: PastAudit = {audit: '2026-01-01T00:00:00Z', files: 1, errors: 2, warnings: 3}
const next: PastAudit = {audit: '2026-01-02T00:00:00Z', files: 1, errors: 1, warnings: 3}
const hasty = `--import=${new URL('../fake/hasty-timers.ts', import.meta.url)}`

let temp = ''
let cache: FakeCache
let runs = 0
beforeEach(async () => {
  temp = mkdtempSync(path.join(tmpdir(), 'state-'))
  cache = await startCache()
  runs = 0
})
afterEach(async () => {
  // Nothing is left beside.
  expect(readdirSync(temp).filter(name => name !== 'bin' && name !== 'file')).toEqual([])
  rmSync(temp, {recursive: true, force: true})
  await cache[Symbol.asyncDispose]()
})

const common = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  runs += 1
  const run = {GITHUB_RUN_ID: `${runs}`, GITHUB_RUN_ATTEMPT: '1', GITHUB_WORKSPACE: temp}
  return {PATH: process.env['PATH'], RUNNER_TEMP: temp, ...run, ...cache.env, ...more}
}
const masked: string[] = []
const step = (more?: NodeJS.ProcessEnv) => ({env: common(more), mask: (secret: string) => void masked.push(secret)})
/** The state as a further run finds it. */
const open = (env?: NodeJS.ProcessEnv) => openState(undefined, step(env))

describe('the cache', () => {
  test('has what the last run kept', async () => {
    const first = await open()
    expect(first).toMatchObject({memory: new Map(), audits: []})
    expect(first.note).toBeUndefined()
    expect(await first.keep(memory, audit)).toBeUndefined()
    const second = await open()
    expect(second).toMatchObject({memory, audits: [audit]})
    expect(second.note).toBeUndefined()
    await second.keep(more, next)
    expect(await open()).toMatchObject({memory: more, audits: [audit, next]})
    expect(cache.entries.map(({key}) => key)).toEqual(['awesome-doctor-state-v1-1-1', 'awesome-doctor-state-v1-2-1'])
  })

  test('is found again wherever the runner keeps its folders', async () => {
    await (await open()).keep(memory)
    const other = path.join(temp, 'bin')
    mkdirSync(path.join(temp, 'file'))
    symlinkSync(path.join(temp, 'file'), other)
    expect(await open({RUNNER_TEMP: other, GITHUB_WORKSPACE: other})).toMatchObject({memory})
  })

  test('gets nothing that is not new', async () => {
    await (await open()).keep(new Map())
    expect(cache.calls).toEqual(['GetCacheEntryDownloadURL'])
    await (await open()).keep(memory)
    const calls = cache.calls.length
    await (await open()).keep(new Map(memory))
    expect(cache.calls.slice(calls)).toEqual(['GetCacheEntryDownloadURL', 'GET archive'])
    expect(cache.entries).toHaveLength(1)
  })

  test('is begun anew where it was lost', async () => {
    await (await open()).keep(memory)
    cache.entries.length = 0
    const state = await open()
    expect(state).toMatchObject({memory: new Map(), audits: []})
    expect(state.note).toBeUndefined()
  })

  test('says so where another job of the run has kept its state already', async () => {
    const [one, other] = [await open({GITHUB_RUN_ID: '9'}), await open({GITHUB_RUN_ID: '9'})]
    expect(await one.keep(memory)).toBeUndefined()
    expect(await other.keep(more)).toMatch(
      /^What this audit found could not be kept in the Actions cache \(.*already exists.*\), so the next one does not know of it\.$/
    )
    expect(await open()).toMatchObject({memory})
  })

  test('of a GitHub Enterprise Server will do as well', async () => {
    const enterprise = {
      ...cache.enterpriseEnv,
      ACTIONS_RESULTS_URL: undefined,
      ACTIONS_CACHE_SERVICE_V2: undefined
    } as NodeJS.ProcessEnv
    expect(await (await open(enterprise)).keep(memory, audit)).toBeUndefined()
    expect(await open(enterprise)).toMatchObject({memory, audits: [audit]})
    expect(cache.calls).toEqual(['cache', 'caches', '1', '1', 'cache', 'GET archive'])
  })
})

describe('without zstd', () => {
  /** A folder for `PATH` with these programs alone. */
  function only(...names: readonly string[]): NodeJS.ProcessEnv {
    const bin = path.join(temp, 'bin')
    mkdirSync(bin)
    for (const name of names) {
      const file = execFileSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'}).trim()
      symlinkSync(file, path.join(bin, name))
    }
    return {PATH: bin}
  }

  test('the cache works, too', async () => {
    const bare = only('tar', 'gzip')
    expect(await (await open(bare)).keep(memory)).toBeUndefined()
    expect(cache.entries[0]?.archive.subarray(0, 2).toString('hex')).toBe('1f8b')
    expect(await open(bare)).toMatchObject({memory})
  })

  test('and without tar nothing fails', async () => {
    const bare = only('gzip')
    expect(await (await open(bare)).keep(memory)).toMatch(/could not be kept in the Actions cache \(.*tar/)
    expect(cache.entries).toEqual([])
  })
})

describe('trouble is a sentence, never a failure:', () => {
  test.each([
    ['of something else', Buffer.from('<html>Not found</html>')],
    ['cut off', undefined]
  ])('an archive %s, which the next run does not find any more', async (_, archive) => {
    await (await open()).keep(memory, audit)
    const [entry] = cache.entries
    entry!.archive = archive ?? entry!.archive.subarray(0, 40)
    const state = await open()
    expect(state).toMatchObject({
      memory: new Map(),
      audits: [],
      note: 'What earlier audits kept in the Actions cache is damaged, so every link is asked anew.'
    })
    expect(await state.keep(more, next)).toBeUndefined()
    expect(await open()).toMatchObject({memory: more, audits: [next]})
  })

  test.each([
    [
      'of another version',
      '{"version":2,"tool":"awesome-doctor"}\n',
      'What earlier audits kept in the Actions cache is damaged'
    ],
    [
      'with a line that is damaged',
      '{"version":1,"tool":"awesome-doctor"}\n{"audit":1}\n',
      'One line of what earlier audits kept'
    ]
  ])('a state %s', async (_, text, words) => {
    const bare = {PATH: `${path.join(temp, 'bin')}:${process.env['PATH']}`}
    await (await open(bare)).keep(memory)
    const [entry] = cache.entries
    const folder = path.join(temp, 'bin')
    mkdirSync(folder, {recursive: true})
    writeFileSync(path.join(folder, 'awesome-doctor-state.jsonl'), text)
    const tar = execFileSync('tar', ['-cf', '-', '-C', folder, 'awesome-doctor-state.jsonl'])
    entry!.archive = isZstd(entry!.archive) ? execFileSync('zstd', ['-c'], {input: tar}) : gzipSync(tar)
    const state = await open(bare)
    expect(state.memory.size).toBe(0)
    expect(state.note).toMatch(new RegExp(`^${words}`))
    await state.keep(more, next)
    expect(await open(bare)).toMatchObject({memory: more, audits: [next]})
  })

  test('a service that rests; a fresh start does not take the place of what it has', async () => {
    await (await open()).keep(memory, audit)
    const kept = cache.entries.length
    cache.failWith(503)
    const state = await open({NODE_OPTIONS: hasty})
    expect(state).toMatchObject({memory: new Map(), audits: []})
    expect(state.note).toMatch(
      /^What earlier audits found could not be read from the Actions cache \(.*503.*\), so every link is asked anew, and nothing of this audit is kept\.$/
    )
    expect(state.note).not.toContain('\n')
    cache.failWith(0)
    expect(await state.keep(more, next)).toBeUndefined()
    expect(cache.entries).toHaveLength(kept)
    expect(await open()).toMatchObject({memory, audits: [audit]})
  })

  test('a service that rests at the end', async () => {
    const state = await open({NODE_OPTIONS: hasty})
    cache.failWith(503)
    expect(await state.keep(memory)).toMatch(/^What this audit found could not be kept in the Actions cache \(.*503/)
  })

  test('a token that may only read', async () => {
    await (await open()).keep(memory)
    cache.allowWriting('read')
    const state = await open()
    expect(state).toMatchObject({memory})
    expect(await state.keep(more)).toMatch(/\(.*cache write denied: the token is read-only\), so the next one/)
  })

  test('a run that may not write', async () => {
    const state = await open({ACTIONS_CACHE_MODE: 'read'})
    expect(await state.keep(memory)).toMatch(/\(Cache save skipped: .*'read' does not permit writes\), so the next one/)
    expect(cache.entries).toEqual([])
  })

  test('a token that is none', async () => {
    expect((await open({ACTIONS_RUNTIME_TOKEN: 'other'})).note).toMatch(/could not be read .*\(.*401/)
  })

  test('no service at all', async () => {
    const state = await open({ACTIONS_RESULTS_URL: undefined})
    expect(state).toMatchObject({memory: new Map(), audits: []})
    expect(state.note).toMatch(/^This runner has no Actions cache/)
    expect(await state.keep(memory)).toBeUndefined()
    expect(cache.calls).toEqual([])
  })

  test('nothing listens where the service should be', async () => {
    const state = await open({ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/', NODE_OPTIONS: hasty})
    expect(state.note).toMatch(/could not be read .*\(.*ECONNREFUSED/)
  })
})

test('signatures of addresses are kept out of the log', async () => {
  await (await open()).keep(memory)
  masked.length = 0
  await open()
  expect(masked).toContain('sig+r/')
})

test('a file that the workflow names is used in its place', async () => {
  expect(await openState('file/state.jsonl', step())).toMatchObject({audits: []})
  expect(existsSync(path.join(temp, 'file/state.jsonl'))).toBe(false)
  await (await openState('file/state.jsonl', step())).keep(memory, audit)
  expect(readFileSync(path.join(temp, 'file/state.jsonl'), 'utf8')).toContain('"audit":"2026-01-01T00:00:00Z"')
  expect(await openState('file/state.jsonl', step())).toMatchObject({memory, audits: [audit]})
  expect(cache.calls).toEqual([])
})

const isZstd = (archive: Buffer): boolean => archive.subarray(0, 4).toString('hex') === '28b52ffd'
