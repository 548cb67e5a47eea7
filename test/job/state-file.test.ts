import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {UserError} from '../../src/document/error.ts'
import {openStateFile, readStateFile, writeStateFile} from '../../src/job/state-file.ts'
import {type Memory, remember} from '../../src/links/memory.ts'
import type {PastAudit} from '../../src/report/past-audit.ts'

const now = Date.parse('2026-01-01T00:00:00Z')
const address = 'https://a.example/'
const memory: Memory = remember(new Map(), new Map([[address, {fact: {status: 'alive'}, at: now}]]))
const later: Memory = remember(memory, new Map([[address, {fact: {status: 'alive'}, at: now + 60_000}]]))
const audits: readonly PastAudit[] = [{audit: '2025-12-25T00:00:00Z', files: 1, errors: 2, warnings: 3}]

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'state-file-'))
})
afterEach(() => {
  rmSync(cwd, {recursive: true, force: true})
})

const at = (name: string) => path.join(cwd, name)
const get = (name: string) => readFileSync(at(name), 'utf8')
const read = (name = 'links.jsonl') => readStateFile(at(name), name, now)
const save = async (what: Memory, name = 'links.jsonl') =>
  writeStateFile(at(name), name, await readStateFile(at(name), name, now), {memory: what, audits})

const complaint = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(UserError)
  return (error as Error).message
}

describe('a file', () => {
  test('remembers what was written, and is all that was written', async () => {
    await save(memory)
    expect(await read()).toEqual({memory, audits})
    expect(readdirSync(cwd)).toEqual(['links.jsonl'])
  })

  test('that is missing or empty remembers nothing', async () => {
    expect(await read()).toEqual({memory: new Map(), audits: []})
    for (const text of ['', '\n', '\0\0\0']) {
      writeFileSync(at('links.jsonl'), text)
      expect(await read()).toEqual({memory: new Map(), audits: []})
    }
    await save(memory)
    expect(await read()).toEqual({memory, audits})
    expect(readdirSync(cwd)).toEqual(['links.jsonl'])
  })

  test('is not written when there is nothing new', async () => {
    writeStateFile(at('links.jsonl'), 'links.jsonl', await read(), {memory: new Map(), audits: []})
    expect(readdirSync(cwd)).toEqual([])
    await save(memory)
    const {ino} = statSync(at('links.jsonl'))
    await save(new Map(memory))
    expect(statSync(at('links.jsonl')).ino).toBe(ino)
    await save(later)
    expect(statSync(at('links.jsonl')).ino).not.toBe(ino)
  })

  test('keeps its mode, and symlinks to it', async () => {
    mkdirSync(at('kept'))
    await save(memory, 'kept/links.jsonl')
    chmodSync(at('kept/links.jsonl'), 0o640)
    symlinkSync('kept/links.jsonl', at('links.jsonl'))
    await save(later)
    expect(lstatSync(at('links.jsonl')).isSymbolicLink()).toBe(true)
    expect(await read('kept/links.jsonl')).toEqual({memory: later, audits})
    expect(statSync(at('kept/links.jsonl')).mode & 0o777).toBe(0o640)
  })
})

describe('open for a run', () => {
  const open = () => openStateFile(at('links.jsonl'), 'links.jsonl')
  const next: PastAudit = {audit: '2026-01-01T00:00:00Z', files: 1, errors: 0, warnings: 3}

  test('it takes an audit, and keeps the earlier ones', async () => {
    await save(memory)
    const state = await open()
    expect(state).toMatchObject({memory, audits})
    expect(await state.keep(later, next)).toBeUndefined()
    expect(await read()).toEqual({memory: later, audits: [...audits, next]})
  })

  test('a run that is no audit leaves the audits as they are', async () => {
    await save(memory)
    const state = await open()
    await state.keep(later)
    expect(await read()).toEqual({memory: later, audits})
  })

  test('what was written without any audit is read, too', async () => {
    writeFileSync(
      at('links.jsonl'),
      '{"version":1,"tool":"awesome-doctor"}\n{"address":"https://a.example/","status":"alive","seen":"2026-01-01T00:00:00Z"}\n'
    )
    expect(await read()).toMatchObject({audits: []})
    expect((await read()).note).toBeUndefined()
  })
})

describe('a damaged file', () => {
  test('is used as far as it is sound, and mended', async () => {
    await save(memory)
    const sound = get('links.jsonl')
    for (const [more, words] of [
      ['{"address"', 'One line'],
      ['<<<<<<< main\n=======\n', '2 lines']
    ] as const) {
      writeFileSync(at('links.jsonl'), sound + more)
      const found = await read()
      expect(found).toEqual({
        memory,
        audits,
        note: `${words} of \`links.jsonl\` could not be read; the links there are asked anew.`
      })
      await save(later)
      expect(await read()).toEqual({memory: later, audits})
    }
    expect(existsSync(at('links.jsonl.old'))).toBe(false)
  })

  test.each([
    ['of something else', '# Awesome\n'],
    ['of a later version', '{"version":2,"tool":"awesome-doctor"}\n'],
    ['that is not text', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a])]
  ])('%s is begun anew, and kept beside', async (_, content) => {
    writeFileSync(at('links.jsonl'), content)
    const found = await read()
    expect(found.memory.size).toBe(0)
    expect(found.note).toBe(
      '`links.jsonl` is no link memory of this version; every link is asked anew, and what stood in the file will be kept as `links.jsonl.old`.'
    )
    writeStateFile(at('links.jsonl'), 'links.jsonl', found, {memory: new Map(), audits: []})
    expect(readFileSync(at('links.jsonl'))).toEqual(Buffer.from(content))
    await save(memory)
    expect(readFileSync(at('links.jsonl.old'))).toEqual(Buffer.from(content))
    expect(await read()).toEqual({memory, audits})
  })

  test('that is huge is not read', async () => {
    writeFileSync(at('links.jsonl'), '')
    truncateSync(at('links.jsonl'), 200_000_000)
    expect((await read()).note).toContain('is no link memory')
  })
})

describe('a mistake of the user is told before anything is asked', () => {
  test('a folder', async () => {
    mkdirSync(at('links'))
    expect(await complaint(read('links'))).toBe('`links` is a folder; name a file instead.')
  })

  test('a device', async () => {
    expect(await complaint(readStateFile('/dev/null', '/dev/null', now))).toBe(
      '`/dev/null` is no regular file; name a file instead.'
    )
  })

  test('a folder that is not there', async () => {
    expect(await complaint(read('no/links.jsonl'))).toBe(
      '`no/links.jsonl` cannot be written: its folder does not exist; make the folder, or name another file.'
    )
    expect(readdirSync(cwd)).toEqual([])
  })

  test('a file for a folder', async () => {
    writeFileSync(at('a'), '')
    expect(await complaint(read('a/links.jsonl'))).toBe(
      '`a/links.jsonl` cannot be read: a part of its path is a file, not a folder.'
    )
  })

  test('what may not be read, and where nothing may be written', async () => {
    await save(memory)
    chmodSync(at('links.jsonl'), 0o444)
    chmodSync(cwd, 0o555)
    expect(asNobody()).toBe(
      '`links.jsonl` cannot be written: permission is denied; change its permissions or those of its folder.'
    )
    chmodSync(cwd, 0o777)
    expect(asNobody()).toBe('nothing to complain of')
    chmodSync(at('links.jsonl'), 0)
    expect(asNobody()).toBe(
      '`links.jsonl` cannot be read: permission is denied; change its permissions or those of its folder.'
    )
  })
})

/** What someone hears who is not root. */
function asNobody(): string {
  const job = JSON.stringify(path.resolve(import.meta.dirname, '../../src/job/state-file.ts'))
  const code = `
    const {readStateFile} = await import(${job})
    if (process.getuid?.() === 0) process.setuid(65534)
    await readStateFile(${JSON.stringify(at('links.jsonl'))}, 'links.jsonl', ${now}).then(
      () => console.log('nothing to complain of'),
      error => console.log(error.name === 'UserError' ? error.message : error.stack)
    )`
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], {encoding: 'utf8'}).stdout.trim()
}

test('a disk that refuses at the end is a sentence, too, and leaves what was there', async () => {
  await save(memory)
  const before = await read()
  rmSync(cwd, {recursive: true})
  expect(
    await complaint((async () => writeStateFile(at('links.jsonl'), 'links.jsonl', before, {memory: later, audits}))())
  ).toBe('`links.jsonl` cannot be written: it does not exist.')
})
