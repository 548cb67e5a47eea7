import {realpath} from 'node:fs/promises'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {Facts} from '../document/facts.ts'
import type {Config} from '../lint/config.ts'
import {type Found, findFiles, nameFrom} from './find-files.ts'
import type {GitDiff} from './git-diff.ts'
import {type OneList, type Part, readOneList} from './one-list.ts'
import {readOwnEntries} from './read-lists.ts'
import {readText} from './text-file.ts'
import {workTrees} from './work-tree.ts'

/** What is known here of files beyond their own text. */
export interface LocalFacts {
  readonly of: (file: Known) => Promise<Facts>
  /** Hears of a text that fixes have changed. */
  readonly mended: (file: Known, text: string) => Promise<void>
}

/** A file that is looked at, or the text that stands for it. */
export interface Known extends Found {
  readonly given?: string
}

/** A text that came another way, as the file that it stands for. */
export async function asFile(
  cwd: string,
  {path: name, text}: {readonly path: string; readonly text: string}
): Promise<Known> {
  const spelled = path.resolve(cwd, name)
  return {path: name, real: await realpath(spelled).catch(() => spelled), given: text}
}

/**
 * Finds out what can be known of the files that are looked at.
 * @throws UserError for one that cannot be read.
 */
export async function localFacts(
  cwd: string,
  config: Config,
  files: readonly Known[],
  changes: GitDiff | undefined
): Promise<LocalFacts> {
  const filesAround = workTrees()
  const list = config.oneList ? await readList(cwd, config, files, changes) : undefined
  return {
    async of({path: name, real}) {
      const around = await filesAround(real)
      const elsewhere = list?.elsewhere(nameFrom(cwd, name)) ?? []
      return {...(around && {files: around}), ...(elsewhere.length > 0 && {elsewhere})}
    },
    mended: async ({path: name}, text) => list?.mended(nameFrom(cwd, name), text)
  }
}

/** The list that the files are parts of, its other files included. */
async function readList(
  cwd: string,
  config: Config,
  files: readonly Known[],
  changes: GitDiff | undefined
): Promise<OneList | undefined> {
  const there = new Set(files.map(file => file.real))
  const others = (await siblings(cwd, config)).filter(file => !there.has(file.real))
  const parts: Part[] = []
  for (const file of files) parts.push(await readPart(cwd, file, changes))
  for (const file of others) {
    const part = await readPart(cwd, file, changes).catch(unlessUserError)
    if (part) parts.push(part)
  }
  return readOneList(parts, new Set(files.map(file => nameFrom(cwd, file.path))), readOwnEntries)
}

async function readPart(cwd: string, {path: name, real, given}: Known, changes: GitDiff | undefined): Promise<Part> {
  const text = given ?? (await readText(real, name))
  const found = await changes?.changes(real, text)
  return {path: nameFrom(cwd, name), text, ...(found && {changedLines: found.added})}
}

/** Files of the list that nobody asked about: trouble with them is none of this run. */
async function siblings(cwd: string, {files}: Config): Promise<readonly Found[]> {
  if (files.length === 0) return []
  return (await findFiles(cwd, [], files).catch(unlessUserError)) ?? []
}

function unlessUserError(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error
}
