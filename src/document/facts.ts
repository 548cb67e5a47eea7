/** An entry of another file of the same list. */
export interface EntryElsewhere {
  readonly path: string
  /** From 1. */
  readonly line: number
  /** The `key` of its link. */
  readonly key: string
  /** The text of its link. */
  readonly text: string
  /** All that it says, without its bullet, blanks as one. */
  readonly words: string
}

/** The files of the repository that a list lies in. */
export interface RepositoryFiles {
  /** The path of the list itself, from the root of the repository, with forward slashes. */
  readonly here: string
  /** The paths of all files, from the root, with forward slashes; symbolic links and submodules are files here. */
  readonly paths: readonly string[]
}

/** What is known beyond the text of one file. Plain data; what nobody found out is not there, and no rule may guess it. */
export interface Facts {
  readonly files?: RepositoryFiles
  /**
   * Entries of the other files, where all of them together are one list: those that were there first. Without a diff
   * these are the files before this one; with one, what the diff left alone, too. Translations are no part of the list.
   */
  readonly elsewhere?: readonly EntryElsewhere[]
}

/** When nothing is known but the text. */
export const noFacts: Facts = {}

/** Whether this list is what the repository shows first: its readme, or any list of a repository without one. */
export function isMain({here, paths}: RepositoryFiles): boolean {
  const atRoot = /^readme(?:\.\w+)?$/i
  const elsewhere = /^(?:\.github|docs)\/readme(?:\.\w+)?$/i
  const found = [atRoot, elsewhere].find(readme => paths.some(path => readme.test(path)))
  return !found || found.test(here)
}
