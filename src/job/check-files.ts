import {UserError} from '../document/error.ts'
import type {Config} from '../lint/config.ts'
import {configFor} from '../lint/config-for.ts'
import type {FileReport, Safety} from '../lint/diagnostic.ts'
import {fails, tally} from '../lint/tally.ts'
import type {AskedLinks, LinkSurroundings} from './ask-links.ts'
import {examine as examineReally} from './examine.ts'
import {findFiles, nameFrom} from './find-files.ts'
import type {GitDiff} from './git-diff.ts'
import {patiently} from './in-worker.ts'
import type {LinkSource} from './link-uses.ts'
import {asFile, type Known, type LocalFacts, localFacts} from './local-facts.ts'
import {readOwnLinks} from './read-lists.ts'
import type {Task} from './task.ts'
import {readText, replaceText} from './text-file.ts'

/** A run over files in a folder. */
export interface Check {
  readonly cwd: string
  readonly config: Config
  /** Files, folders or globs; empty means the config's files, else the readme here. */
  readonly paths: readonly string[]
  /** Text that came another way than from a file, such as standard input; nothing is written then. */
  readonly given?: {readonly path: string; readonly text: string}
  /** Only findings on lines changed since the merge base with this git ref. */
  readonly diff?: string
  /** Write the fixes up to this safety first. */
  readonly fix?: Safety
  /** Which links to ask the web about; without it none. `changed` without a diff is all of them. */
  readonly links?: 'changed' | 'all'
  /** What asking takes of the world. */
  readonly web?: Omit<LinkSurroundings, 'readLinks'>
  /** Called before each file, for whoever waits. */
  readonly onFile?: (path: string, index: number, count: number) => void
}

/** What came of a run. */
export interface Outcome {
  readonly files: readonly FileReport[]
  /** What came of asking about links, where that was wanted. */
  readonly asked?: AskedLinks
  /** 0 nothing that fails, 1 findings that fail, 3 a rule of ours broke. */
  readonly exitCode: 0 | 1 | 3
}

/**
 * Finds the files, examines each, writes fixes where asked to, and judges the whole.
 * @throws UserError for what the user can mend: a missing file, a bad ref, no permission.
 */
export async function checkFiles(check: Check, examine: typeof examineReally = examineReally): Promise<Outcome> {
  const {cwd, config, paths, given, diff} = check
  if (given && diff !== undefined)
    throw new UserError('`--diff` compares files in git, and standard input is none; leave one of them out.')
  const found: readonly Known[] = given ? [await asFile(cwd, given)] : await findFiles(cwd, paths, config.files)
  const changes = diff === undefined ? undefined : await (await import('./git-diff.ts')).diffSince(cwd, diff)
  const facts = await localFacts(cwd, config, found, changes)
  const asked = check.links && (await ask(found, check, changes))
  const reports = new Map<Known, FileReport>()
  for (const [index, file] of inOrder(found, check).entries()) {
    check.onFile?.(file.path, index, found.length)
    reports.set(file, await checkFile(file, check, {changes, facts, asked}, examine))
  }
  const outcome = judge(
    found.map(file => reports.get(file)!),
    config
  )
  return {...outcome, ...(asked && {asked})}
}

/** Asks the web about the links of all files at once: many lists link the same hosts. */
async function ask(
  found: readonly Known[],
  {config, links = 'all', web = {}}: Check,
  changes: GitDiff | undefined
): Promise<AskedLinks> {
  const sources: LinkSource[] = []
  for (const {path, real, given} of found) {
    const text = given ?? (await readText(real, path))
    const changed = await changes?.changes(real, text)
    sources.push({path, text, ...(changed && {changes: changed})})
  }
  const {askLinks} = await import('./ask-links.ts')
  return askLinks({sources, which: links, config}, {...web, readLinks: readOwnLinks})
}

/** Files that are one list are mended from the first to the last, so that each can be told where the others list what. */
function inOrder(files: readonly Known[], {cwd, config}: Check): readonly Known[] {
  if (!config.oneList) return files
  return files.toSorted((a, b) => (nameFrom(cwd, a.path) < nameFrom(cwd, b.path) ? -1 : 1))
}

interface KnownThings {
  readonly changes: GitDiff | undefined
  readonly facts: LocalFacts
  readonly asked: AskedLinks | undefined
}

async function checkFile(
  file: Known,
  {cwd, config, fix}: Check,
  {changes, facts, asked}: KnownThings,
  examine: typeof examineReally
): Promise<FileReport> {
  const {path, real, given} = file
  const text = given ?? (await readText(real, path))
  const changedLines = (await changes?.changes(real, text))?.added
  if (changedLines?.length === 0) return {path, text, diagnostics: []}
  const name = nameFrom(cwd, path)
  const task: Task = {
    ...{
      path,
      text,
      config: configFor(config, name),
      facts: {...(await facts.of(file)), ...asked?.facts}
    },
    ...(name !== path && {name}),
    ...(changedLines && {changedLines}),
    ...(fix && {fix})
  }
  const report = await examine(...patiently(task))
  if (fix && report.text !== text) {
    if (given === undefined) replaceText(real, path, text, report.text)
    await facts.mended(file, report.text)
  }
  return report
}

function judge(files: readonly FileReport[], config: Config): Outcome {
  if (files.some(file => file.crashes?.length)) return {files, exitCode: 3}
  return {files, exitCode: fails(tally(files), config.failOn) ? 1 : 0}
}
