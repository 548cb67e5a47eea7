import type {ReportedLink} from '../document/facts.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {isShown, type Tally, tally} from '../lint/tally.ts'
import {linkSentence} from './links.ts'
import {printable} from './printable.ts'

/** How fixes are made: by the same command with an option, or by `awesome-doctor --fix`. */
type Advice = 'same command' | 'another command'

/** One line that ends a report: what was found, and what to do next. */
export function closing(
  files: readonly FileReport[],
  links: readonly ReportedLink[] = [],
  advice: Advice = 'same command'
): string {
  const counts = tally(files)
  const made = counts.fixed > 0 ? `Mended ${counts.fixed}. ` : ''
  const asked = linkSentence(links)
  return `${asked ? `${asked} ` : ''}${made}${found(files, counts)}${silenced(counts)}. ${next(files, counts, advice)}`.trimEnd()
}

function found(files: readonly FileReport[], {errors, warnings, fixed}: Tally): string {
  const [only] = files
  const where = files.length === 1 && only ? nameOf(only.path) : plural(files.length, 'file')
  const parts = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')].filter(Boolean)
  if (parts.length === 0) return fixed > 0 ? `Nothing is left to say about ${where}` : `Nothing to say about ${where}`
  const touched = files.filter(file => file.diagnostics.some(isShown)).length
  const of = touched < files.length ? `${touched} of ${plural(files.length, 'file')}` : plural(touched, 'file')
  return `${parts.join(' and ')}${fixed > 0 ? ' left' : ''} in ${of}`
}

function next(files: readonly FileReport[], {errors, warnings, fixable, unsafe}: Tally, advice: Advice): string {
  const count = errors + warnings
  if (count === 0) return ''
  const run = advice === 'same command' ? 'Run again with ' : 'Run awesome-doctor '
  if (fixable > 0) return `${run}--fix to mend ${fixable === count ? them(count) : `${fixable} of them`}.`
  if (unsafe > 0)
    return `${run}--fix=all to mend ${unsafe === count ? them(count) : `${unsafe} of them`}, then look at the diff.`
  const shown = files.flatMap(file => file.diagnostics.filter(isShown))
  const first = shown.find(({severity}) => severity === 'error') ?? shown[0]!
  return `Mend ${them(count)} by hand; \`awesome-doctor rules ${printable(first.rule)}\` says why.`
}

function silenced({suppressed, baselined}: Tally): string {
  const others = suppressed - baselined
  const parts = [others > 0 && `${others} silenced`, baselined > 0 && `${baselined} in the baseline`]
  return suppressed > 0 ? ` (${parts.filter(Boolean).join(', ')})` : ''
}

const nameOf = (path: string): string => (path === '-' ? 'standard input' : printable(path))
const them = (count: number): string => (count === 1 ? 'it' : 'them')
/** A count with its noun. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
