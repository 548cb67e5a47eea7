import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {ReportedLink} from '../document/facts.ts'
import type {AskedLinks} from '../job/ask-links.ts'
import {writeReport} from '../job/text-file.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {closing} from '../report/closing.ts'
import {loadReporter} from '../report/index.ts'
import {logLines} from '../report/log.ts'
import {printable} from '../report/printable.ts'
import type {Reporter, View} from '../report/reporter.ts'
import {version} from '../version.ts'
import type {CommandLine} from './options.ts'
import {slowest} from './progress.ts'
import {allowsColor, type World, write} from './world.ts'

/** What a command has found. */
export interface Found {
  readonly files: readonly FileReport[]
  readonly asked?: Pick<AskedLinks, 'links' | 'notes' | 'hosts'> | undefined
  /** Past audits and other things that a report may tell of. */
  readonly view?: Partial<View>
  /** How fixes are made, if not by the same command. */
  readonly advice?: 'another command'
}

/** Where and how a command tells what it has found. */
export interface Output {
  /** Prints the report and writes the others; `filter` is for text that was mended on its way through. */
  readonly show: (found: Found, how?: 'filter') => Promise<void>
}

/**
 * Prepares to print as the command line says.
 * @throws UserError for a format that is not known.
 */
export async function outputOf(line: CommandLine, {cwd, stdout, stderr, env}: World): Promise<Output> {
  const format = line.value('format') ?? 'pretty'
  const print = await loadReporter(format)
  const reports = await Promise.all(line.list('report').map(readReport))
  const inLog = env['GITHUB_ACTIONS'] === 'true'
  const color = !line.has('no-color')
  return {
    async show({files: all, asked, view: more, advice}, how) {
      const files = line.has('quiet') ? all.map(errorsOnly) : all
      const {rules} = await import('../../rules/index.ts')
      const view: View = {
        version,
        color: color && allowsColor(env, stdout),
        columns: stdout.columns ?? 120,
        rules,
        ...more
      }
      const text = {...view, color: false, columns: 120}
      const links = asked?.links
      for (const report of reports)
        writeReport(path.resolve(cwd, report.file), report.file, whole(report, files, text, links))
      if (how === 'filter') await write(stdout, files[0]?.text ?? '')
      const shown = how === 'filter' ? {...view, color: color && allowsColor(env, stderr)} : view
      const printed = print(files, shown, links)
      const out = how === 'filter' ? stderr : stdout
      await write(out, format === 'pretty' && inLog ? logLines(printed).join('\n') : printed)
      if (format === 'pretty' || format === 'github') await write(stderr, `${closing(files, links, advice)}\n`)
      if (asked) await write(stderr, aside(asked, stderr))
      for (const file of files) await tellCrashes(file, stderr)
    }
  }
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
const aside = ({notes, hosts}: NonNullable<Found['asked']>, stderr: World['stderr']): string =>
  [...notes.map(note => `${printable(note)}\n`), ...(stderr.isTTY ? [slowest(hosts)] : [])].join('')

const errorsOnly = (file: FileReport): FileReport => ({
  ...file,
  diagnostics: file.diagnostics.filter(one => one.severity === 'error')
})

async function tellCrashes({path: name, crashes = []}: FileReport, stderr: World['stderr']): Promise<void> {
  for (const {rule, stack} of crashes)
    await write(
      stderr,
      `A bug in the rule ${rule}, at ${name}; please report it with what follows. The other rules went on.\n${stack}\n`
    )
}
