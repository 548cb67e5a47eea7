import {UserError} from '../document/error.ts'
import type {Facts} from '../document/facts.ts'
import type {GitHub, Repository} from '../github/octokit.ts'
import {readFile} from '../github/pull-request.ts'
import type {MergedFile} from './merged-files.ts'
import {hasAddress, type OneList, type Part, readOneList} from './one-list.ts'
import {type ReadEntries, readEntriesApart} from './read-lists.ts'

/** Other files of a list cost a request each, of an hourly quota. */
const mostOthers = 100
const mostBytes = 10_000_000

/** So many requests at a time are no burden. */
const atOnce = 8

/** What is known of changed lists beyond their own text. */
export interface HeadFacts {
  readonly of: (path: string) => Facts
  /** Sentences on what could not be found out; backticks around literals. */
  readonly notes: readonly string[]
}

/** Where the files are that a change leaves alone. */
export interface Base {
  readonly repository: Repository
  /** Branch or commit. */
  readonly base: string
  /** All files, the change made; missing where they are not known. */
  readonly files: readonly MergedFile[] | undefined
}

/**
 * Finds out what can be known beyond the changed lists: which files there are, and, where the files are one list, what
 * the others have of the same.
 * @param isList whether a path is a part of the list; without it each file is a list of its own
 */
export async function headFacts(
  github: GitHub,
  at: Base,
  changed: readonly Part[],
  isList: ((path: string) => boolean) | undefined,
  readEntries: ReadEntries = readEntriesApart
): Promise<HeadFacts> {
  if (changed.length === 0) return {of: () => ({}), notes: []}
  const paths = at.files?.map(file => file.path)
  const {list, notes} =
    isList && changed.some(hasAddress)
      ? await readList(github, at, changed, isList, readEntries)
      : {list: undefined, notes: []}
  return {
    of(path) {
      const elsewhere = list?.elsewhere(path) ?? []
      return {...(paths && {files: {here: path, paths}}), ...(elsewhere.length > 0 && {elsewhere})}
    },
    notes
  }
}

interface ReadList {
  readonly list: OneList | undefined
  readonly notes: readonly string[]
}

async function readList(
  github: GitHub,
  at: Base,
  changed: readonly Part[],
  isList: (path: string) => boolean,
  readEntries: ReadEntries
): Promise<ReadList> {
  if (!at.files)
    return {list: undefined, notes: ['GitHub did not list the files, so doubles in other files are not told.']}
  const asked = new Set(changed.map(part => part.path))
  const others = at.files.flatMap(({path, base}) =>
    base?.kind === 'regular' && base.size > 0 && isList(path) ? [{path, base}] : []
  )
  const parts = await readParts(github, at, affordable(others))
  const list = await readOneList([...changed, ...parts], asked, readEntries)
  const left = others.length - parts.length
  const notes = [
    ...(left > 0 ? [`Of ${others.length} other files of the list, ${left} were not searched for doubles.`] : []),
    ...(list ? [] : ['Reading the files of the list takes too much, so doubles in other files are not told.'])
  ]
  return {list, notes}
}

/** The first files, as many as are within the bounds. */
function affordable(files: readonly Required<MergedFile>[]): readonly Required<MergedFile>[] {
  let bytes = 0
  return files.slice(0, mostOthers).filter(({base: {size}}) => {
    if (bytes + size > mostBytes) return false
    bytes += size
    return true
  })
}

/** The files as far as they can be had; a refusal ends the reading, for the next would be refused as well. */
async function readParts(
  github: GitHub,
  {repository, base: ref}: Base,
  files: readonly Required<MergedFile>[]
): Promise<readonly Part[]> {
  const parts: Part[] = []
  try {
    for (let at = 0; at < files.length; at += atOnce) {
      const some = files.slice(at, at + atOnce)
      const contents = await Promise.all(
        some.map(({base: {path, sha}}) => readFile(github, repository, {path, ref, sha}))
      )
      contents.forEach((content, index) => {
        if (content && 'text' in content) parts.push({path: some[index]!.path, text: content.text, changedLines: []})
      })
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
  return parts
}
