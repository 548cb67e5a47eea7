import {createReadStream} from 'node:fs'
import {type FileHandle, open, rename} from 'node:fs/promises'
import {createInterface} from 'node:readline'

/** A file that grows by whole lines, each of which is on the disk before anybody goes on. */
export interface Journal {
  readonly append: (line: object) => Promise<void>
  /** Puts other lines in place of all of them, or changes nothing. */
  readonly replace: (lines: () => readonly object[]) => Promise<void>
  /** Lines since it was opened or replaced. */
  readonly length: () => number
  readonly close: () => Promise<void>
}

/** Reads the lines of a file that are whole, and counts the others; a missing file has none. */
export async function readLines(file: string): Promise<{readonly lines: readonly unknown[]; readonly damaged: number}> {
  const lines: unknown[] = []
  let damaged = 0
  try {
    for await (const line of createInterface({input: createReadStream(file), crlfDelay: Infinity})) {
      if (line === '') continue
      try {
        lines.push(JSON.parse(line))
      } catch {
        damaged++
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return {lines, damaged}
}

const textOf = (lines: readonly object[]): string => lines.map(line => `${JSON.stringify(line)}\n`).join('')

/** Opens a file to write behind what is there. */
export async function openJournal(file: string): Promise<Journal> {
  let handle: FileHandle = await open(file, 'a', 0o600)
  let pending: {readonly line: object; readonly settle: (error?: unknown) => void}[] = []
  let length = 0
  // One write after the other. A line that was cut off, by the end of a process or a full disk, is ended first.
  let chain: Promise<unknown> = Promise.resolve()
  let isCut = true
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const result = chain.then(work)
    chain = result.catch(() => {})
    return result
  }

  async function flush(): Promise<void> {
    const batch = pending
    pending = []
    if (batch.length === 0) return
    try {
      const text = (isCut ? '\n' : '') + textOf(batch.map(({line}) => line))
      isCut = true
      await handle.appendFile(text)
      await handle.datasync()
      isCut = false
      length += batch.length
      for (const {settle} of batch) settle()
    } catch (error) {
      for (const {settle} of batch) settle(error)
    }
  }

  return {
    append: line =>
      new Promise((resolve, reject) => {
        pending.push({line, settle: error => (error === undefined ? resolve() : reject(error))})
        // What comes while the disk is busy goes there in one piece.
        if (pending.length === 1) void after(flush)
      }),
    replace: lines =>
      after(async () => {
        const beside = `${file}.new`
        const fresh = await open(beside, 'w', 0o600)
        try {
          await fresh.writeFile(textOf(lines()))
          await fresh.sync()
        } finally {
          await fresh.close()
        }
        await rename(beside, file)
        await handle.close()
        handle = await open(file, 'a', 0o600)
        isCut = false
        length = 0
      }),
    length: () => length,
    close: () => after(() => handle.close())
  }
}
