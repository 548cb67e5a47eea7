import {existsSync} from 'node:fs'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {ReportedLink} from '../document/facts.ts'
import type {AskedLinks} from '../job/ask-links.ts'
import {type Check, checkFiles, type Outcome} from '../job/check-files.ts'
import {readConfig} from '../job/read-config.ts'
import {decode, writeReport} from '../job/text-file.ts'
import type {FileReport, Safety} from '../lint/diagnostic.ts'
import {nearest} from '../lint/nearest.ts'
import {closing} from '../report/closing.ts'
import {loadReporter} from '../report/index.ts'
import {logLines} from '../report/log.ts'
import {printable} from '../report/printable.ts'
import type {Reporter, View} from '../report/reporter.ts'
import {version} from '../version.ts'
import {linkWork} from './links.ts'
import {type CommandLine, commands} from './options.ts'
import {progressOn, slowest} from './progress.ts'
import {allowsColor, type World, write} from './world.ts'

/** Lints what the command line names, and returns the exit code. */
export async function lint(line: CommandLine, world: World): Promise<number> {
  const {cwd, stdout, stderr, env} = world
  const format = line.value('format') ?? 'pretty'
  const print = await loadReporter(format)
  const reports = await Promise.all(line.list('report').map(readReport))
  const loadRules = async () => (await import('../../rules/index.ts')).rules
  const config = await readConfig(cwd, loadRules, settingsOf(line))
  const check: Check = {cwd, config, ...(await sourceOf(line, world)), ...fixOf(line), ...diffOf(line)}
  const progress = progressOn(stderr)
  const links = await linkWork(line, world, progress)
  const outcome = await checkFiles({...check, ...links.check, onFile: progress.file}).finally(progress.end)

  const files = line.has('quiet') ? outcome.files.map(errorsOnly) : outcome.files
  const inLog = env['GITHUB_ACTIONS'] === 'true'
  const color = !line.has('no-color')
  const view: View = {
    version,
    color: color && allowsColor(env, stdout),
    columns: stdout.columns ?? 120,
    rules: await loadRules()
  }
  const text = {...view, color: false, columns: 120}
  const asked = outcome.asked?.links
  for (const report of reports)
    writeReport(path.resolve(cwd, report.file), report.file, whole(report, files, text, asked))

  const isFilter = check.given !== undefined && check.fix !== undefined
  if (isFilter) await write(stdout, outcome.files[0]?.text ?? '')
  const shown = isFilter ? {...view, color: color && allowsColor(env, stderr)} : view
  const printed = print(files, shown, asked)
  await write(isFilter ? stderr : stdout, format === 'pretty' && inLog ? logLines(printed).join('\n') : printed)
  if (format === 'pretty' || format === 'github') await write(stderr, `${closing(files, asked)}\n`)
  if (outcome.asked) await write(stderr, aside(outcome.asked, stderr))
  await tellCrashes(outcome, world)
  // Last, so that a memory that cannot be written takes nothing else along.
  if (outcome.asked) await links.keep(outcome.asked)
  return outcome.exitCode
}

interface ExtraReport {
  readonly format: string
  readonly file: string
  readonly print: Reporter
}

async function readReport(given: string): Promise<ExtraReport> {
  const [format = '', file = ''] = given.split(/=(.*)/s, 2)
  if (file === '')
    throw new UserError(`\`--report ${given}\` needs a format and a file, such as \`--report json=report.json\`.`)
  return {format, file, print: await loadReporter(format)}
}

/** A report that stands alone: in a file, the pretty one needs its last line, too. */
const whole = (
  {format, print}: ExtraReport,
  files: readonly FileReport[],
  view: View,
  links: readonly ReportedLink[] | undefined
): string =>
  format === 'pretty' ? `${print(files, view, links)}${closing(files, links)}\n` : print(files, view, links)

/** What is to be known about the asking itself. */
const aside = ({notes, hosts}: AskedLinks, stderr: World['stderr']): string =>
  [...notes.map(note => `${printable(note)}\n`), ...(stderr.isTTY ? [slowest(hosts)] : [])].join('')

function settingsOf(line: CommandLine) {
  const [file, preset, failOn] = ['config', 'preset', 'fail-on'].map(line.value)
  return {
    rules: line.list('rule'),
    ...(file !== undefined && {file}),
    ...(preset !== undefined && {preset}),
    ...(failOn !== undefined && {failOn})
  }
}

async function sourceOf(line: CommandLine, {cwd, stdin}: World): Promise<Pick<Check, 'paths' | 'given'>> {
  const {operands: paths} = line
  const name = line.value('stdin-filename')
  if (!paths.includes('-') && !(name !== undefined && paths.length === 0)) {
    if (name !== undefined)
      throw new UserError('`--stdin-filename` names standard input; give `-` as the path, or leave it out.')
    refuseMistypedCommand(line, cwd)
    return {paths}
  }
  if (paths.length > 1) throw new UserError('`-` is standard input and stands alone; name the files in another run.')
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  const own = name ?? '-'
  return {paths: [], given: {path: own, text: decode(Buffer.concat(chunks), own)}}
}

function refuseMistypedCommand({named, operands}: CommandLine, cwd: string): void {
  const [word] = operands
  if (named === 'named' || word === undefined || !/^[a-z]+$/i.test(word) || existsSync(path.resolve(cwd, word))) return
  const meant = nearest(word, Object.keys(commands))
  if (meant)
    throw new UserError(`\`${word}\` is neither a command nor a file; did you mean \`awesome-doctor ${meant}\`?`)
}

function fixOf(line: CommandLine): {readonly fix?: Safety} {
  if (!line.has('fix')) return {}
  const which = line.value('fix') ?? 'safe'
  if (which === 'safe') return {fix: 'safe'}
  if (which === 'all') return {fix: 'unsafe'}
  throw new UserError(`\`--fix=${which}\` is not known; write \`--fix\` for what is safe, or \`--fix=all\`.`)
}

function diffOf(line: CommandLine): {readonly diff?: string} {
  const diff = line.value('diff')
  return diff === undefined ? {} : {diff}
}

const errorsOnly = (file: FileReport): FileReport => ({
  ...file,
  diagnostics: file.diagnostics.filter(one => one.severity === 'error')
})

async function tellCrashes({files}: Outcome, {stderr}: World): Promise<void> {
  for (const {path: name, crashes = []} of files) {
    for (const {rule, stack} of crashes) {
      await write(
        stderr,
        `A bug in the rule ${rule}, at ${name}; please report it with what follows. The other rules went on.\n${stack}\n`
      )
    }
  }
}
