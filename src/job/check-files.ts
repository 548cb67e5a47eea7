import {UserError} from '../document/error.ts'
import type {Config} from '../lint/config.ts'
import type {FileReport, Safety} from '../lint/diagnostic.ts'
import {fails, tally} from '../lint/tally.ts'
import {examine as examineReally, type Limits} from './examine.ts'
import {type Found, findFiles} from './find-files.ts'
import {diffSince, type GitDiff} from './git-diff.ts'
import type {Task} from './task.ts'
import {readText, replaceText} from './text-file.ts'

/** A run over files in a folder. */
export interface Check {
  readonly cwd: string
  readonly config: Config
  /** Files, folders or globs; empty means the config's files, else the readme here. */
  readonly paths: readonly string[]
  /** Text that came another way than from a file, such as standard input; nothing is read or written then. */
  readonly given?: {readonly path: string; readonly text: string}
  /** Only findings on lines changed since the merge base with this git ref. */
  readonly diff?: string
  /** Write the fixes up to this safety first. */
  readonly fix?: Safety
  /** Called before each file, for whoever waits. */
  readonly onFile?: (path: string, index: number, count: number) => void
}

/** What came of a run. */
export interface Outcome {
  readonly files: readonly FileReport[]
  /** 0 nothing that fails, 1 findings that fail, 3 a rule of ours broke. */
  readonly exitCode: 0 | 1 | 3
}

/**
 * Finds the files, examines each, writes fixes where asked to, and judges the whole.
 * @throws UserError for what the user can mend: a missing file, a bad ref, no permission.
 */
export async function checkFiles(check: Check, examine: typeof examineReally = examineReally): Promise<Outcome> {
  const {cwd, config, paths, given, diff, fix} = check
  if (given && diff !== undefined)
    throw new UserError('`--diff` compares files in git, and standard input is none; leave one of them out.')
  const options = {config, ...(fix && {fix})}
  if (given) return judge([await examine(...patiently({...given, ...options}))], config)

  const found = await findFiles(cwd, paths, config.files)
  const changes = diff === undefined ? undefined : await diffSince(cwd, diff)
  const files: FileReport[] = []
  for (const [index, file] of found.entries()) {
    check.onFile?.(file.path, index, found.length)
    files.push(await checkFile(file, options, changes, examine))
  }
  return judge(files, config)
}

async function checkFile(
  {path, real}: Found,
  options: {readonly config: Config; readonly fix?: Safety},
  changes: GitDiff | undefined,
  examine: typeof examineReally
): Promise<FileReport> {
  const text = await readText(real, path)
  const changedLines = await changes?.changedLines(real, text)
  if (changedLines?.length === 0) return {path, text, diagnostics: []}
  const report = await examine(...patiently({path, text, ...options, ...(changedLines && {changedLines})}))
  if (options.fix && report.text !== text) replaceText(real, path, text, report.text)
  return report
}

/** From this length on, a file takes long enough for someone to lose patience and press Ctrl-C. */
const large = 100_000

/** The user's own file may take all the time it needs. */
const generous: Limits = {milliseconds: 3_600_000, megabytes: 4_096}

/** A large file is examined in a worker: this thread stays free to end at once when it is told to. */
const patiently = (task: Task): [task: Task, limits?: Limits] =>
  task.text.length < large ? [task] : [{...task, untrusted: true}, generous]

function judge(files: readonly FileReport[], config: Config): Outcome {
  if (files.some(file => file.crashes?.length)) return {files, exitCode: 3}
  return {files, exitCode: fails(tally(files), config.failOn) ? 1 : 0}
}
