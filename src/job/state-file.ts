import {copyFileSync} from 'node:fs'
import {access, constants, readFile, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {Memory} from '../links/memory.ts'
import type {PastAudit} from '../report/past-audit.ts'
import {parseState, printState, type State} from './state-text.ts'
import {explain, writeText} from './text-file.ts'

/** What a file remembers of earlier runs. */
export interface StateFile extends State {
  /** What the user should know of the file, as a sentence. */
  readonly note?: string
  /** The file is something else, or of another version; it is kept beside when state is written. */
  readonly isForeign?: true
}

const nothing: StateFile = {memory: new Map(), audits: []}

/** A larger file is no state, and reading it would take more than it gives. */
const mostBytes = 100_000_000

/**
 * What the file remembers; a file that is missing or empty remembers nothing. That state can be written there
 * later is found out now, before anybody waits for answers of the web.
 * @param name the file as the user called it
 * @param now milliseconds since 1970
 * @throws UserError when the file cannot be read, or not be written.
 */
export async function readStateFile(file: string, name: string, now: number): Promise<StateFile> {
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

function readText(text: string | undefined, name: string, now: number): StateFile {
  if (text !== undefined && /^[\s\0]*$/.test(text)) return nothing
  const read = text === undefined ? undefined : parseState(text, now)
  if (!read) {
    const note = `\`${name}\` is no link memory of this version; every link is asked anew, and what stood in the file will be kept as \`${name}.old\`.`
    return {...nothing, note, isForeign: true}
  }
  const {damaged, ...state} = read
  if (damaged === 0) return state
  const lines = damaged === 1 ? 'One line' : `${damaged} lines`
  return {...state, note: `${lines} of \`${name}\` could not be read; the links there are asked anew.`}
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
 * Writes state after a run, whole or not at all, and only if it is not what it was before.
 * @throws UserError when it is not allowed.
 */
export function writeStateFile(file: string, name: string, before: StateFile, state: State): void {
  const text = printState(state)
  if (text === printState(before)) return
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

/** State that is open for a run, wherever it is kept. */
export interface OpenState extends State {
  /** What the user should know of what was there before, as a sentence. */
  readonly note?: string
  /**
   * Keeps what the next run should know. Runs that are no audit leave the past audits as they are.
   * @returns what the user should know of that, as a sentence
   * @throws UserError when it is not allowed.
   */
  readonly keep: (memory: Memory, audit?: PastAudit) => Promise<string | undefined>
}

/** Opens the state in a file for a run. @throws UserError when the file cannot be read, or not be written. */
export async function openStateFile(file: string, name: string): Promise<OpenState> {
  const before = await readStateFile(file, name, Date.now())
  return {
    ...before,
    async keep(memory, audit) {
      const audits = audit ? [...before.audits, audit] : before.audits
      writeStateFile(file, name, before, {memory, audits})
      return undefined
    }
  }
}
