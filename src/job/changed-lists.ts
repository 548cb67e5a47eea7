import {UserError} from '../document/error.ts'
import type {GitHub, Repository} from '../github/octokit.ts'
import {type ChangedFile, type Changes, readFile} from '../github/pull-request.ts'
import type {TreeFile} from '../github/tree.ts'
import {fingerprintsIn, parseBaseline} from '../lint/baseline.ts'
import {type Patch, parsePatch} from '../lint/changed-lines.ts'
import {type Config, defaultConfig} from '../lint/config.ts'
import {configFor} from '../lint/config-for.ts'
import {parseConfig} from '../lint/parse-config.ts'
import {pathTest} from '../lint/path-test.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import type {ReviewedFile} from '../report/review.ts'
import type {AskedLinks, LinkSurroundings} from './ask-links.ts'
import type {examine as examineReally} from './examine.ts'
import {headFacts} from './head-facts.ts'
import {mergedFiles} from './merged-files.ts'
import type {Part} from './one-list.ts'
import {configFiles, missingBaseline} from './read-config.ts'
import {readLinksApart} from './read-lists.ts'
import {silencingNotes} from './silencing.ts'

/** A job reads no more lists than this: each costs a request or two of an hourly quota. */
const mostLists = 100

/** What a change does to the lists of a repository. */
export interface ChangedLists {
  readonly lists: readonly ReviewedFile[]
  /** What came of asking about links, where that was wanted. */
  readonly asked?: AskedLinks
  /** Changed lists that could not be read. */
  readonly unread: readonly string[]
  /** Changed lists that were left out for their number. */
  readonly leftOut: readonly string[]
  /** Sentences on what was left out; backticks around literals. */
  readonly notes: readonly string[]
}

/** Which links to ask the web about, and how. */
export interface LinkWish extends Omit<LinkSurroundings, 'readLinks' | 'github'> {
  readonly which: 'none' | 'changed' | 'all'
}

/** The base as it is read: where its files come from, and which there are, as far as GitHub tells. */
export interface BaseFiles {
  readonly repository: Repository
  /** Branch or commit. */
  readonly base: string
  readonly tree: readonly TreeFile[] | undefined
}

/**
 * The configuration of the base: the file named, else the first of the usual ones, else the defaults.
 * @throws UserError for a file that is missing or wrong.
 */
export async function readConfigAt(
  github: GitHub,
  {repository, base: ref, tree}: BaseFiles,
  rules: readonly KnownRule[],
  named?: string
): Promise<Config> {
  const usual = tree ? configFiles.filter(name => tree.some(({path}) => path === name)) : configFiles
  for (const path of named === undefined ? usual : [named]) {
    const content = await readFile(github, repository, {path, ref})
    if (!content) continue
    if ('refused' in content) throw new UserError(`\`${path}\` at \`${ref}\` cannot be read: ${content.refused}.`)
    return withBaseline(github, {repository, ref}, parseConfig(content.text, path, rules))
  }
  if (named === undefined) return defaultConfig
  throw new UserError(`There is no \`${named}\` at \`${ref}\`; name a config file that is there.`)
}

/** @throws UserError for a file that is missing or wrong. */
async function withBaseline(
  github: GitHub,
  {repository, ref}: {readonly repository: Repository; readonly ref: string},
  config: Config
): Promise<Config> {
  if (!config.baseline) return config
  const {file} = config.baseline
  const content = await readFile(github, repository, {path: file, ref})
  if (!content) throw new UserError(missingBaseline(file))
  if ('refused' in content) throw new UserError(`\`${file}\` at \`${ref}\` cannot be read: ${content.refused}.`)
  return {...config, baseline: {file, fingerprints: fingerprintsIn(parseBaseline(content.text, file))}}
}

/** A test for paths: whether the file is a list. Without globs that is the readme at the root. */
export function listTest(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return path => /^readme\.(md|markdown)$/i.test(path)
  return pathTest(globs, 'without hidden')
}

/** A change to examine. */
export interface ListChange extends BaseFiles {
  /** Commit. */
  readonly head: string
  readonly changes: Changes
  readonly config: Config
  readonly links: LinkWish
}

/** Reads the lists among the changed files at the head, and examines each with the lines that were changed. */
export async function examineChanged(
  github: GitHub,
  change: ListChange,
  examine: typeof examineReally
): Promise<ChangedLists> {
  const {repository, base, tree, changes, config, links} = change
  const isList = listTest(config.files)
  const {read, unread, leftOut, notes} = await readLists(github, change, isList)
  const files = mergedFiles(tree, changes)
  const facts = await headFacts(github, {repository, base, files}, read, config.oneList ? isList : undefined)
  const asked = await ask(github, read, config, links)
  const lists: ReviewedFile[] = []
  for (const {path, text, changedLines, patch} of read) {
    const task = {
      path,
      text,
      config: configFor(config, path),
      facts: {...facts.of(path), ...asked?.facts},
      changedLines
    }
    lists.push({report: await examine({...task, untrusted: true}), ...(patch && {patch})})
  }
  const silencing = lists.flatMap(({report}, index) => silencingNotes(report, read[index]!.changedLines))
  const all = [...notes, ...facts.notes, ...(asked?.notes ?? []), ...silencing]
  return {lists, unread, leftOut, ...(asked && {asked}), notes: all}
}

/** A changed list at the head. */
interface ReadFile extends Part {
  readonly changedLines: readonly number[]
  readonly patch: Patch | undefined
}

async function readLists(
  github: GitHub,
  {repository, base, head, changes: {files, limit}}: ListChange,
  isList: (path: string) => boolean
): Promise<Pick<ChangedLists, 'unread' | 'leftOut' | 'notes'> & {readonly read: readonly ReadFile[]}> {
  const all = files.filter(file => file.status !== 'removed' && isList(file.path) && touchesLines(file))
  const notes: string[] = []
  if (limit !== undefined) notes.push(`GitHub lists ${limit} changed files at most; what is beyond was not looked at.`)
  if (all.length > mostLists) notes.push(`Of ${all.length} changed lists, the first ${mostLists} were read.`)
  const read: ReadFile[] = []
  const unread: string[] = []
  for (const file of all.slice(0, mostLists)) {
    const content = await readFile(github, repository, {path: file.path, ref: head, sha: file.sha})
    if (!content || 'refused' in content) {
      unread.push(file.path)
      notes.push(`\`${file.path}\` was not read: ${content?.refused ?? 'it is not there'}.`)
      continue
    }
    const patch = file.patch === undefined ? undefined : parsePatch(file.patch)
    const changedLines = patch?.added ?? (await newLines(github, {repository, base}, file, content.text))
    if (!patch && changedLines.length > 0)
      notes.push(`GitHub shows no diff of \`${file.path}\`, so nothing can be commented there.`)
    read.push({path: file.path, text: content.text, changedLines, patch})
  }
  return {read, unread, leftOut: all.slice(mostLists).map(file => file.path), notes}
}

async function ask(
  github: GitHub,
  lists: readonly ReadFile[],
  config: Config,
  {which, ...surroundings}: LinkWish
): Promise<AskedLinks | undefined> {
  if (which === 'none' || lists.length === 0) return undefined
  const sources = lists.map(({path, text, changedLines, patch}) => {
    return {path, text, changes: patch ?? {added: changedLines, removed: []}}
  })
  // The checker is loaded only now: most of what it is made of is another project's HTTP client.
  const {askLinks} = await import('./ask-links.ts')
  return askLinks({sources, which, config}, {...surroundings, readLinks: readLinksApart, github})
}

/** A mere rename adds no line. */
const touchesLines = ({status, changes, patch}: ChangedFile): boolean =>
  patch !== undefined || changes > 0 || status === 'added' || status === 'changed'

/** Without a diff: the lines that the base does not have. */
async function newLines(
  github: GitHub,
  {repository, base}: Pick<BaseFiles, 'repository' | 'base'>,
  {status, oldPath}: ChangedFile,
  text: string
): Promise<readonly number[]> {
  const before = status === 'added' ? undefined : await readFile(github, repository, {path: oldPath, ref: base})
  const known = new Map<string, number>()
  for (const line of before && 'text' in before ? before.text.split('\n') : [])
    known.set(line, (known.get(line) ?? 0) + 1)
  return text.split('\n').flatMap((line, index) => {
    const left = known.get(line) ?? 0
    known.set(line, left - 1)
    return left > 0 ? [] : [index + 1]
  })
}
