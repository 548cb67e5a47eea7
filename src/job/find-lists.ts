import {stat} from 'node:fs/promises'
import path from 'node:path'
import {glob} from 'tinyglobby'
import {listedIn} from '../document/entry/listed.ts'
import {groupBy} from '../document/group.ts'
import {type Habits, habitsOf} from '../document/habits.ts'
import {webLinksIn} from '../document/link/web-links.ts'
import type {AwesomeList} from '../document/list.ts'
import {excess} from '../document/parse/bounds.ts'
import {readText as readMarkdown} from '../document/read-text.ts'
import {minimum} from '../document/style.ts'
import {languageTag} from '../document/words/translation.ts'
import {readText} from './text-file.ts'

/** A file that reads as a list. */
export interface FoundList {
  /** From the folder, with forward slashes. */
  readonly path: string
  /** Those that begin with a link to the web. */
  readonly entries: number
  readonly sections: number
  readonly habits: Habits
  /** Whether it shows the Awesome badge. */
  readonly hasBadge: boolean
  /** The addresses of its entries, in the form in which equal ones are equal. */
  readonly keys: ReadonlySet<string>
}

/** What a folder holds for us. */
export interface FoundLists {
  /** The readme first. */
  readonly lists: readonly FoundList[]
  /** As the config's `files`; empty where it is the readme alone. */
  readonly files: readonly string[]
  readonly oneList: boolean
}

/** Files of a repository that have lists of links and are none. */
const others =
  /^(?:contribut|code[-_]of[-_]conduct|change|history|licen[cs]e|security|support|author|maintainer|governance|pull[-_]request|issue|todo|release|backers|sponsor)/i

/** A repository with more markdown files than this is looked at in part. */
const mostFiles = 1000

/** Nobody writes a larger list. */
const mostBytes = 4_000_000

/** Finds the files of a folder that read as lists. A readme at the top is taken for one where no other file is. */
export async function findLists(cwd: string): Promise<FoundLists> {
  const ignore = ['**/node_modules/**', '**/vendor/**']
  const names = (await glob('**/*.{md,markdown}', {cwd, ignore, caseSensitiveMatch: false, followSymbolicLinks: false}))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(0, mostFiles)
  const lists: FoundList[] = []
  for (const name of names) {
    if (others.test(path.posix.basename(name))) continue
    const found = await readFound(cwd, name)
    if (found && (found.isList || (isReadme(name) && !name.includes('/')))) lists.push(found.list)
  }
  const own = lists.filter(({path: name}) => !(isReadme(name) && !name.includes('/')))
  return {
    lists,
    files: own.length === 0 ? [] : globsFor(lists, names),
    oneList: isOneList(lists)
  }
}

const isReadme = (name: string): boolean => /(?:^|\/)readme\.(?:md|markdown)$/i.test(name)
const rank = (name: string): number => (isReadme(name) && !name.includes('/') ? 0 : 1)

async function readFound(
  cwd: string,
  name: string
): Promise<{readonly list: FoundList; readonly isList: boolean} | undefined> {
  const real = path.join(cwd, name)
  if ((await stat(real)).size > mostBytes) return undefined
  // What is no text in UTF-8 is no list of ours.
  const text = await readText(real, name).catch(() => undefined)
  if (text === undefined || excess(text)) return undefined
  const list = readMarkdown(text)
  const entries = listedIn(list)
  const links = webLinksIn(list)
  return {
    list: {
      path: name,
      entries: entries.length,
      sections: new Set(list.entries.map(({section}) => section)).size,
      habits: habitsOf(list),
      hasBadge: showsBadge(list),
      keys: new Set(entries.map(({key}) => key))
    },
    // Of a text with links most do not begin an item.
    isList: entries.length >= minimum && entries.length * 2 >= links.length
  }
}

const showsBadge = ({text}: AwesomeList): boolean =>
  /awesome\.re\/(?:mentioned-)?badge|sindresorhus\/awesome[@/][^\s)"']*badge/i.test(text)

/** The names of the files, or a glob for a folder that has little else. */
function globsFor(lists: readonly FoundList[], names: readonly string[]): readonly string[] {
  const wanted = new Set(lists.map(list => list.path))
  const folders = groupBy(lists, list => path.posix.dirname(list.path))
  const globs: string[] = []
  for (const [folder, own] of folders) {
    const all = names.filter(name => path.posix.dirname(name) === folder)
    const others = all.filter(name => !wanted.has(name))
    const endings = new Set(own.map(list => path.posix.extname(list.path)))
    const isWhole = folder !== '.' && own.length > 2 && others.length * 5 <= own.length && endings.size === 1
    if (!isWhole) globs.push(...own.map(list => literal(list.path)))
    else globs.push(`${literal(folder)}/*${[...endings][0]}`, ...others.map(name => `!${literal(name)}`))
  }
  return globs
}

/** A name as a glob: what would mean something else there stands for any character. */
const literal = (name: string): string => name.replace(/[[\]{}()*?+@|\\]|^!/g, '?')

/** How many of the addresses may stand in two files by mistake. More is meant. */
const doubles = 0.05

/** Whether files, translations aside, are parts of one list: what the one has the others do not. */
function isOneList(lists: readonly FoundList[]): boolean {
  const languages = [...groupBy(lists, list => languageTag(list.path)).values()]
  const parts = languages.toSorted((a, b) => b.length - a.length)[0] ?? []
  if (parts.length < 2) return false
  const all = parts.flatMap(({keys}) => [...keys])
  return all.length - new Set(all).size <= all.length * doubles
}
