import {UserError} from '../document/error.ts'
import type {Outcome} from '../job/check-files.ts'
import {pruneBaseline} from '../job/prune-baseline.ts'
import type {Config} from '../lint/config.ts'
import {plural} from '../report/closing.ts'
import type {CommandLine} from './options.ts'

/**
 * The configuration as the command line wants it: with the baseline or without.
 * @throws UserError for a wish that cannot be met.
 */
export function withBaseline(line: CommandLine, config: Config): Config {
  if (line.has('prune-baseline')) {
    if (!config.baseline)
      throw new UserError(
        '`--prune-baseline` needs a `baseline` in the config; `awesome-doctor init` writes one where there is no config yet.'
      )
    const other = ['no-baseline', 'diff', 'stdin-filename'].find(line.has)
    if (other !== undefined || line.operands.includes('-'))
      throw new UserError(
        `\`--prune-baseline\` has to see all of a file, with its baseline; leave out \`${other ? `--${other}` : '-'}\`.`
      )
  }
  if (!line.has('no-baseline')) return config
  const {baseline: _, ...rest} = config
  return rest
}

/** Takes out of the baseline what is mended, where that is wanted, and says so. */
export async function prune(line: CommandLine, cwd: string, {baseline}: Config, {files, exitCode}: Outcome) {
  if (!line.has('prune-baseline') || !baseline || exitCode === 3) return ''
  const {gone, left} = await pruneBaseline(cwd, baseline, files)
  if (gone === 0) return `Nothing in \`${baseline.file}\` is mended yet; ${plural(left, 'finding')} left there.\n`
  const rest = left === 0 ? 'Nothing is left: delete it, and `baseline` in the config.' : `${left} left there.`
  return `${plural(gone, 'finding')} taken out of \`${baseline.file}\`. ${rest}\n`
}
