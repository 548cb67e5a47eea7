import type {ListedEntry} from '../document/entry/listed.ts'
import type {WebLink} from '../document/link/web-links.ts'
import {generous, inWorker, type Limits, large} from './in-worker.ts'

/** Reads the entries of texts, in order; nothing where that would take too much. */
export type ReadEntries = (texts: readonly string[]) => Promise<readonly (readonly ListedEntry[])[] | undefined>

/** Reads the links to the web of texts, likewise. */
export type ReadLinks = (texts: readonly string[]) => Promise<readonly (readonly WebLink[])[] | undefined>

/** For texts of strangers, all together. */
const defaultLimits: Limits = {milliseconds: 60_000, megabytes: 1_024}

/** Reads in a worker of its own, which knows no environment. */
export const readEntriesApart = (texts: readonly string[], limits?: Limits): ReturnType<ReadEntries> =>
  readApart<ListedEntry>('entries', texts, limits)

/** Likewise. */
export const readLinksApart: ReadLinks = texts => readApart<WebLink>('links', texts)

/** Reads the user's own texts: in this thread, unless that could take long. */
export const readOwnEntries: ReadEntries = async texts =>
  isLarge(texts) ? readApart('entries', texts, generous) : (await import('./lists-here.ts')).entriesHere(texts)

/** Likewise. */
export const readOwnLinks: ReadLinks = async texts =>
  isLarge(texts) ? readApart('links', texts, generous) : (await import('./lists-here.ts')).linksHere(texts)

const isLarge = (texts: readonly string[]): boolean => texts.reduce((sum, text) => sum + text.length, 0) >= large

async function readApart<One>(
  kind: 'entries' | 'links',
  texts: readonly string[],
  limits = defaultLimits
): Promise<readonly (readonly One[])[] | undefined> {
  const answer = await inWorker<readonly (readonly One[])[]>({kind, texts}, limits)
  return 'result' in answer ? answer.result : undefined
}
