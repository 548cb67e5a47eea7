import {UserError} from '../document/error.ts'
import {suggest} from '../lint/nearest.ts'
import type {Reporter} from './reporter.ts'

const reporters: Readonly<Record<string, () => Promise<{default: Reporter}>>> = {
  pretty: () => import('./terminal.ts'),
  json: () => import('./json.ts'),
  github: () => import('./github.ts'),
  markdown: () => import('./summary.ts'),
  html: () => import('./html.ts')
}

/** Names of the formats, the usual one first. */
const formats: readonly string[] = Object.keys(reporters)

/** Formats that a later release brings. */
const laterFormats: readonly string[] = ['sarif']

/**
 * The reporter of a format, loaded only now.
 * @throws UserError for a format that does not exist.
 */
export async function loadReporter(format: string): Promise<Reporter> {
  if (laterFormats.includes(format))
    throw new UserError(`The format \`${format}\` is not part of this release yet; there are ${formats.join(', ')}.`)
  const load = Object.hasOwn(reporters, format) ? reporters[format] : undefined
  if (!load) throw new UserError(`There is no format \`${format}\`; ${suggest(format, formats)}`)
  return (await load()).default
}
