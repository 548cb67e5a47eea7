import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import type {Log, Run} from 'sarif'

/**
 * The schema that OASIS publishes for SARIF 2.1.0, as it lies in the package `@microsoft/jest-sarif` 1.0.0-beta.0. It
 * is of draft 4, of which it has nothing but `id` and `$schema` that later drafts would read in another way.
 */
const {$schema, id, ...schema} = JSON.parse(readFileSync(new URL('../fake/sarif-2.1.0.json', import.meta.url), 'utf8'))

/** RFC 3986: nothing but its characters, and a colon in the first segment of a relative reference is a scheme's. */
const isReference = (text: string): boolean =>
  /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[\dA-F]{2})*$/i.test(text) && (!/^[^/?#]*:/.test(text) || isUri(text))

const isUri = (text: string): boolean =>
  /^[a-z][a-z\d+.-]*:(?:[\w.~!$&'()*+,;=:@/?#-]|%[\dA-F]{2})*$/i.test(text) && URL.canParse(text)

const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {uri: isUri, 'uri-reference': isReference, 'date-time': true}
}).compile<Log>(schema)

/** A SARIF report as read by a program. @throws Error for one that does not fit the schema */
export function readSarif(text: string): Run {
  const log: unknown = JSON.parse(text)
  if (!validate(log)) throw new Error(`Not SARIF 2.1.0: ${JSON.stringify(validate.errors)}`)
  const [run, ...others] = log.runs
  if (!run || others.length > 0) throw new Error(`One run was expected, not ${log.runs.length}`)
  return run
}
