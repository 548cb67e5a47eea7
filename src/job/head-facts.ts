import {UserError} from '../document/error.ts'
import type {Facts} from '../document/facts.ts'
import type {GitHub, Repository} from '../github/octokit.ts'
import {readFile} from '../github/pull-request.ts'
import {readTree, type TreeFile} from '../github/tree.ts'
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

/** A commit to ask about. */
export interface Head {
  readonly repository: Repository
  readonly head: string
}

/**
 * Finds out what can be known at the head: which files there are, and, where the files are one list, what the others
 * have of the same.
 * @param isList whether a path is a part of the list; without it each file is a list of its own
 */
export async function headFacts(
  github: GitHub,
  {repository, head}: Head,
  changed: readonly Part[],
  isList: ((path: string) => boolean) | undefined,
  readEntries: ReadEntries = readEntriesApart
): Promise<HeadFacts> {
  if (changed.length === 0) return {of: () => ({}), notes: []}
  const tree = await readTree(github, repository, head)
  const paths = tree?.map(file => file.path)
  const {list, notes} =
    isList && changed.some(hasAddress)
      ? await readList(
          github,
          {repository, head},
          changed,
          tree?.filter(file => isList(file.path)),
          readEntries
        )
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
  at: Head,
  changed: readonly Part[],
  lists: readonly TreeFile[] | undefined,
  readEntries: ReadEntries
): Promise<ReadList> {
  if (!lists)
    return {list: undefined, notes: ['GitHub did not list the files, so doubles in other files are not told.']}
  const asked = new Set(changed.map(part => part.path))
  const others = lists.filter(file => file.kind === 'regular' && file.size > 0 && !asked.has(file.path))
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
function affordable(files: readonly TreeFile[]): readonly TreeFile[] {
  let bytes = 0
  return files.slice(0, mostOthers).filter(({size}) => {
    if (bytes + size > mostBytes) return false
    bytes += size
    return true
  })
}

/** The files as far as they can be had; a refusal ends the reading, for the next would be refused as well. */
async function readParts(
  github: GitHub,
  {repository, head}: Head,
  files: readonly TreeFile[]
): Promise<readonly Part[]> {
  const parts: Part[] = []
  try {
    for (let at = 0; at < files.length; at += atOnce) {
      const some = files.slice(at, at + atOnce)
      const contents = await Promise.all(
        some.map(({path, sha}) => readFile(github, repository, {path, ref: head, sha}))
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
