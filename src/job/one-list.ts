import type {ListedEntry} from '../document/entry/listed.ts'
import type {EntryElsewhere} from '../document/facts.ts'
import {languageOf} from '../document/words/language.ts'
import {languageTag} from '../document/words/translation.ts'
import type {ReadEntries} from './read-lists.ts'

/** A file of a list that is made of several. */
export interface Part {
  /** From the root, with forward slashes: the order of these is the order of the list. */
  readonly path: string
  readonly text: string
  /** Lines (from 1) that a diff added or changed; without it every line counts. */
  readonly changedLines?: readonly number[]
}

/** A list that is made of several files. */
export interface OneList {
  /** The entries of other files that were there before those of this one, as far as both have the same address. */
  readonly elsewhere: (path: string) => readonly EntryElsewhere[]
  /** Reads a file again whose text has changed. */
  readonly mended: (path: string, text: string) => Promise<void>
}

interface ReadPart extends Part {
  readonly language: {readonly tag: string | undefined; readonly spoken: string | undefined}
  readonly entries: readonly ListedEntry[]
}

/**
 * Reads the entries of the parts that may list what another one lists, too: only those are parsed.
 * @param asked the paths of the parts that are to be judged
 * @returns nothing where reading takes too much
 */
export async function readOneList(
  parts: readonly Part[],
  asked: ReadonlySet<string>,
  readEntries: ReadEntries
): Promise<OneList | undefined> {
  const suspects = alike(parts, asked)
  const entries = suspects.length > 0 ? await readEntries(suspects.map(part => part.text)) : []
  if (!entries) return undefined
  const known = new Map<string, ReadPart>()
  suspects.forEach((part, index) => {
    const language = {tag: languageTag(part.path), spoken: languageOf(part.text)}
    known.set(part.path, {...part, language, entries: entries[index] ?? []})
  })
  return {
    elsewhere: path => elsewhere(known.get(path), [...known.values()]),
    async mended(path, text) {
      const part = known.get(path)
      const [again] = (part && (await readEntries([text]))) ?? []
      if (part && again) known.set(path, {...part, text, entries: again})
    }
  }
}

function elsewhere(own: ReadPart | undefined, all: readonly ReadPart[]): readonly EntryElsewhere[] {
  if (!own) return []
  const keys = new Set(own.entries.map(entry => entry.key))
  const others = all.filter(other => other.path !== own.path && !isTranslation(own, other))
  return others
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(other => {
      const changed = other.changedLines && new Set(other.changedLines)
      const isFirst = ({lines}: ListedEntry): boolean => other.path < own.path || !isChanged(lines, changed)
      return other.entries
        .filter(entry => keys.has(entry.key) && isFirst(entry))
        .map(({lines, key, text, words}) => ({path: other.path, line: lines[0], key, text, words}))
    })
}

function isChanged([first, last]: ListedEntry['lines'], changed: ReadonlySet<number> | undefined): boolean {
  if (!changed) return true
  for (let line = first; line <= last; line++) if (changed.has(line)) return true
  return false
}

/** One list in two languages has everything twice. */
const isTranslation = ({language: one}: ReadPart, {language: two}: ReadPart): boolean =>
  one.tag !== two.tag || (one.spoken !== undefined && two.spoken !== undefined && one.spoken !== two.spoken)

/** The parts to judge that have an address which another part has as well, and those others. */
function alike(parts: readonly Part[], asked: ReadonlySet<string>): readonly Part[] {
  const holders = new Map<string, Part[]>()
  for (const part of parts) {
    for (const address of roughAddresses(part.text)) {
      const others = holders.get(address)
      if (others) others.push(part)
      else holders.set(address, [part])
    }
  }
  const found = new Set<Part>()
  for (const part of parts) {
    if (!asked.has(part.path)) continue
    for (const address of roughAddresses(changedText(part))) {
      const together = holders.get(address) ?? []
      if (together.length > 1) for (const one of together) found.add(one)
    }
  }
  return parts.filter(part => found.has(part))
}

/** Whether what is changed has any address: without one, no other file need be asked. */
export const hasAddress = (part: Part): boolean => roughAddresses(changedText(part)).size > 0

function changedText({text, changedLines}: Part): string {
  if (!changedLines) return text
  const changed = new Set(changedLines)
  return text
    .split(/\r\n|\n|\r/)
    .filter((_, index) => changed.has(index + 1))
    .join('\n')
}

/** What of an address is looked at. */
const longest = 200

/**
 * The web addresses of a text, as far as they can be told without reading it: two that name one resource are equal here.
 * An address ends where markdown might hide its rest behind an escape.
 */
function roughAddresses(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, address = ''] of text.matchAll(/\/\/([a-z0-9./-]+)/gi)) {
    const rough = address
      .toLowerCase()
      .replace(/^www\./, '')
      .slice(0, longest)
      .replace(/(?:\/index\.html?|\.git|[./])+$/, '')
    if (rough !== '') found.add(rough)
  }
  return found
}
