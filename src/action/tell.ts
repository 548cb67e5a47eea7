import path from 'node:path'
import * as core from '@actions/core'
import {rules} from '../../rules/index.ts'
import type {AskedLinks} from '../job/ask-links.ts'
import {writeReport} from '../job/text-file.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {annotate, noticesOf} from '../report/annotations.ts'
import {plural} from '../report/closing.ts'
import {loadReporter} from '../report/index.ts'
import {tallyLinks} from '../report/links.ts'
import {harmless} from '../report/log.ts'
import {link, reasonMarkdown, within} from '../report/markdown.ts'
import type {View} from '../report/reporter.ts'
import {counted} from '../report/sentences.ts'
import {version} from '../version.ts'
import type {Inputs} from './inputs.ts'

/** What a run of the action has to tell, of whatever kind it was. */
export interface Told {
  readonly outcome: 'clean' | 'findings' | 'superseded'
  readonly errors: number
  readonly warnings: number
  readonly fixable: number
  readonly fails: boolean
  readonly files: readonly FileReport[]
  readonly asked?: AskedLinks
  /** Whether the findings are to be shown as annotations, since they stand nowhere on GitHub. */
  readonly show: 'review' | 'issue' | 'annotations'
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}

/** How the run is spoken of. */
export interface Words {
  /** What was looked at, in the singular: `changed list`. */
  readonly subject: string
  /** Where the findings are, behind “Found 2 errors”; with a blank before. */
  readonly where: string
  /** Pages on GitHub that tell of it, by the name of the output that has their address. */
  readonly pages: Readonly<Record<string, {readonly name: string; readonly url: string}>>
}

/** A job summary may have 1 MiB; a UTF-16 unit takes three bytes at most. */
const summaryLimit = 340_000

/** A file as the workflow calls it. */
export const inWorkspace = (file: string): string => path.resolve(process.env['GITHUB_WORKSPACE'] ?? '.', file)

/** Tells what was found: annotations, reports, outputs, summary, and whether the step fails. */
export async function tell(
  told: Told,
  {subject, where, pages}: Words,
  {reports}: Pick<Inputs, 'reports'>,
  {log, view: more}: {readonly log: (text: string) => void; readonly view?: Partial<View>}
): Promise<void> {
  const {errors, warnings, fixable, files} = told
  const links = told.asked?.links ?? []
  const {shown, left} = annotate(told.show === 'annotations' ? files : [], told.fails ? 1 : 0)
  for (const {level, message, ...properties} of shown) {
    if (level === 'error') core.error(message, properties)
    else core.warning(message, properties)
  }
  const notes = [...told.notes, ...(left > 0 ? [leftNote(left)] : [])]
  for (const note of noticesOf(notes)) core.notice(harmless(note))
  log(`${told.outcome}: ${counted(errors, warnings)} in ${plural(files.length, subject)}.`)
  for (const {name, url} of Object.values(pages)) log(`${name}: ${url}`)

  const view = {version, color: false, columns: 100, rules, ...more}
  for (const {format, file} of reports) {
    // Uploaded, a report of a run that judged nothing would close every alert.
    if (format === 'sarif' && told.outcome === 'superseded') continue
    const shown = format === 'sarif' ? files.map(spoken) : files
    writeReport(inWorkspace(file), file, (await loadReporter(format))(shown, view, links))
    if (format === 'json') core.setOutput('json-file', file)
  }
  core.setOutput('errors', errors)
  core.setOutput('warnings', warnings)
  core.setOutput('fixable', fixable)
  core.setOutput('dead-links', tallyLinks(links).dead)
  core.setOutput('outcome', told.outcome)
  for (const [output, {url}] of Object.entries(pages)) core.setOutput(output, url)
  const summary = (await loadReporter('markdown'))(files, view, links)
  const details = told.outcome === 'findings' ? Object.values(pages).map(pageLine) : []
  await summarise([...notes.map(note => `> ${reasonMarkdown(note)}\n`), summary, ...details].join('\n'))
  if (told.fails) core.setFailed(`Found ${counted(errors, warnings)}${where}.`)
}

const leftNote = (left: number): string =>
  `${plural(left, 'more finding')} ${left === 1 ? 'is' : 'are'} not among the annotations, of which GitHub shows ten of a kind: see the table.`

const pageLine = ({name, url}: {readonly name: string; readonly url: string}): string =>
  `\n${link(name, url)} has the details.\n`

/** Without what is silenced: GitHub opens alerts for it, whatever a SARIF file says of its suppression. */
const spoken = (file: FileReport): FileReport => ({
  ...file,
  diagnostics: file.diagnostics.filter(({suppressed}) => !suppressed)
})

/** Writes the summary of the job, where there is one. */
export async function summarise(markdown: string): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return
  await core.summary.addRaw(within(markdown.split('\n'), '', summaryLimit)).write()
}
