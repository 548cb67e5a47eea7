import {existsSync} from 'node:fs'
import path from 'node:path'
import {type Baseline, baselineText, fingerprintsIn, parseBaseline, stillKnown} from '../lint/baseline.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {nameFrom} from './find-files.ts'
import {readText, replaceText} from './text-file.ts'

/**
 * Takes out of a baseline what was mended: what these files do not have any more, and files that are gone.
 * @param reports of all findings of their files
 * @throws UserError for a file that cannot be read or written.
 */
export async function pruneBaseline(
  cwd: string,
  {file}: Baseline,
  reports: readonly FileReport[]
): Promise<{readonly gone: number; readonly left: number}> {
  const real = path.resolve(cwd, file)
  const text = await readText(real, file)
  const known = parseBaseline(text, file)
  const there = new Map(
    reports.map(({path: name, diagnostics}) => [nameFrom(cwd, name), new Set(diagnostics.map(one => one.baseline))])
  )
  const still = stillKnown(known, (name, fingerprint) => {
    const found = there.get(name)
    return found ? found.has(fingerprint) : existsSync(path.resolve(cwd, name))
  })
  const left = fingerprintsIn(still).length
  const gone = fingerprintsIn(known).length - left
  if (gone > 0) replaceText(real, file, text, baselineText(still))
  return {gone, left}
}
