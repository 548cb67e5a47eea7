import path from 'node:path'
import type {RepositoryFiles} from '../document/facts.ts'
import {type GitBounds, git} from './git.ts'

/** A repository with more files than this is none that a list lies in; then nothing is said of it. */
const mostFiles = 200_000

/** A folder full of files that git does not know may be endless. A hook's variables name another repository than ours. */
const bounds: GitBounds = {
  milliseconds: 10_000,
  bytes: 1 << 26,
  env: {GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined, GIT_PREFIX: undefined}
}

/** Tells which files stand in the git work tree of a file; nothing where there is none, or the file is no part of it. */
export type WorkTrees = (file: string) => Promise<RepositoryFiles | undefined>

/** Asks git once for each folder and each work tree. */
export function workTrees(): WorkTrees {
  const topOf = remembered(findTop)
  const filesOf = remembered(listFiles)
  return async file => {
    const top = await topOf(path.dirname(file))
    const files = top === undefined ? undefined : await filesOf(top)
    const here = top === undefined ? '' : path.relative(top, file).replaceAll(path.sep, '/')
    return files?.has(here) ? {here, paths: files.all} : undefined
  }
}

async function findTop(folder: string): Promise<string | undefined> {
  const answer = await git(folder, ['rev-parse', '--show-toplevel'], bounds)
  return answer.ok ? path.normalize(answer.output.replace(/\r?\n$/, '')) : undefined
}

interface Listing {
  readonly all: readonly string[]
  readonly has: (file: string) => boolean
}

/** What is committed or would be if all were added; what is deleted but not yet from the index is not there. */
async function listFiles(top: string): Promise<Listing | undefined> {
  const which = ['--cached', '--others', '--deleted', '--exclude-standard']
  const answer = await git(top, ['ls-files', '-z', '-t', ...which], bounds)
  if (!answer.ok) return undefined
  const files = new Set<string>()
  const removed = new Set<string>()
  for (const record of answer.output.split('\0')) {
    // A letter, a blank and the path; the folder of another repository ends with a slash.
    const file = record.slice(2).replace(/\/$/, '')
    if (file !== '') (record.startsWith('R ') ? removed : files).add(file)
  }
  if (files.size > mostFiles) return undefined
  const all = [...files].filter(file => !removed.has(file)).sort()
  return {all, has: file => files.has(file)}
}

function remembered<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return key => {
    const answer = known.get(key) ?? ask(key)
    known.set(key, answer)
    return answer
  }
}
