import {UserError} from '../document/error.ts'
import {suggest} from '../lint/nearest.ts'
import type {Reporter} from './reporter.ts'

const reporters: Readonly<Record<string, () => Promise<{default: Reporter}>>> = {
  pretty: () => import('./terminal.ts'),
  json: () => import('./json.ts'),
  github: () => import('./github.ts'),
  markdown: () => import('./summary.ts'),
  html: () => import('./html.ts'),
  sarif: () => import('./sarif.ts'),
  badge: () => import('./badge.ts'),
  shields: () => import('./shields.ts')
}

/** Names of the formats, the usual one first. */
const formats: readonly string[] = Object.keys(reporters)

/**
 * The reporter of a format, loaded only now.
 * @throws UserError for a format that does not exist.
 */
export async function loadReporter(format: string): Promise<Reporter> {
  const load = Object.hasOwn(reporters, format) ? reporters[format] : undefined
  if (!load) throw new UserError(`There is no format \`${format}\`; ${suggest(format, formats)}`)
  return (await load()).default
}
