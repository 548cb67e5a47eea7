import {copyFileSync} from 'node:fs'
import {access, constants, readFile, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {Memory} from '../links/memory.ts'
import {parseMemory, printMemory} from '../links/memory-text.ts'
import {explain, writeText} from './text-file.ts'

/** What a file remembers of links. */
export interface LinkMemory {
  readonly memory: Memory
  /** What the user should know of the file, as a sentence. */
  readonly note?: string
  /** The file is something else, or of another version; it is kept beside when memory is written. */
  readonly isForeign?: true
}

const nothing: LinkMemory = {memory: new Map()}

/** A larger file is no link memory, and reading it would take more than it gives. */
const mostBytes = 100_000_000

/**
 * What the file remembers; a file that is missing or empty remembers nothing. That memory can be written there
 * later is found out now, before anybody waits for answers of the web.
 * @param name the file as the user called it
 * @param now milliseconds since 1970
 * @throws UserError when the file cannot be read, or not be written.
 */
export async function readLinkMemory(file: string, name: string, now: number): Promise<LinkMemory> {
  try {
    const there = await stat(file).catch(unlessMissing)
    if (there && !there.isFile())
      throw new UserError(
        `\`${name}\` is ${there.isDirectory() ? 'a folder' : 'no regular file'}; name a file instead.`
      )
    await checkFolder(path.dirname(there ? await realpath(file) : file), name)
    if (!there) return nothing
    const text = there.size > mostBytes ? undefined : new TextDecoder().decode(await readFile(file))
    return readText(text, name, now)
  } catch (error) {
    throw explain(error, name, 'read')
  }
}

function readText(text: string | undefined, name: string, now: number): LinkMemory {
  if (text !== undefined && /^[\s\0]*$/.test(text)) return nothing
  const read = text === undefined ? undefined : parseMemory(text, now)
  if (!read) {
    const note = `\`${name}\` is no link memory of this version; every link is asked anew, and what stood in the file will be kept as \`${name}.old\`.`
    return {...nothing, note, isForeign: true}
  }
  const {memory, damaged} = read
  if (damaged === 0) return {memory}
  const lines = damaged === 1 ? 'One line' : `${damaged} lines`
  return {memory, note: `${lines} of \`${name}\` could not be read; the links there are asked anew.`}
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

async function checkFolder(folder: string, name: string): Promise<void> {
  await access(folder, constants.W_OK | constants.X_OK).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UserError(
        `\`${name}\` cannot be written: its folder does not exist; make the folder, or name another file.`
      )
    throw explain(error, name, 'written')
  })
}

/**
 * Writes memory after a run, whole or not at all, and only if it is not what it was before.
 * @throws UserError when it is not allowed.
 */
export function writeLinkMemory(file: string, name: string, before: LinkMemory, memory: Memory): void {
  const text = printMemory(memory)
  if (text === printMemory(before.memory)) return
  if (before.isForeign) keepBeside(file, name)
  writeText(file, name, text)
}

function keepBeside(file: string, name: string): void {
  try {
    copyFileSync(file, `${file}.old`)
  } catch (error) {
    throw explain(error, `${name}.old`, 'written')
  }
}

/** Memory that is open for a run. */
export interface OpenMemory extends LinkMemory {
  /** Writes what the next run should know. @throws UserError when it is not allowed. */
  readonly keep: (memory: Memory) => void
}

/** Opens the memory in a file for a run. @throws UserError when the file cannot be read, or not be written. */
export async function openLinkMemory(file: string, name: string): Promise<OpenMemory> {
  const before = await readLinkMemory(file, name, Date.now())
  return {...before, keep: memory => writeLinkMemory(file, name, before, memory)}
}
