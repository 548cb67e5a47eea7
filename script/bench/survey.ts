/**
 * Runs every rule over folders of real lists and prints what came of it: `npm run survey -- FOLDER... [--json FILE]`.
 * Checks on each file that nothing crashes, that a second `--fix` changes nothing, and that no fix loses a link.
 */
import {globSync, readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'
import {examineHere} from '../../src/job/examine-here.ts'
import {defaultConfig, type Preset} from '../../src/lint/config.ts'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {json: {type: 'string'}, preset: {type: 'string', default: 'default'}}
})
const config = {...defaultConfig, preset: values.preset as Preset}
const files = positionals.flatMap(folder =>
  globSync('**/*.{md,markdown,mdown,mkd}', {cwd: folder})
    .sort()
    .map(name => `${folder}/${name}`)
)
const rows: Record<
  string,
  {errors: number; warnings: number; safe: number; unsafe: number; unproven: number; files: Set<string>}
> = {}
const found: object[] = []
const troubles: string[] = []
let lines = 0
let seconds = 0

/** The web addresses of a list by their keys: a mended form or a second entry that is gone loses none. */
const keysOf = (text: string): ReadonlyMap<string, string> =>
  new Map(readList(parse(text), text).links.flatMap(({key, url}) => (key === undefined ? [] : [[key, url]])))

for (const path of files) {
  const text = readFileSync(path, 'utf8')
  lines += text.split('\n').length
  const start = performance.now()
  const {diagnostics, crashes = []} = examineHere({path, text, config})
  seconds += (performance.now() - start) / 1000
  for (const {rule, stack} of crashes) troubles.push(`${path}: ${rule} crashed: ${stack}`)
  for (const {rule, severity, reason, place, fix, suppressed} of diagnostics) {
    if (suppressed) continue
    rows[rule] ??= {errors: 0, warnings: 0, safe: 0, unsafe: 0, unproven: 0, files: new Set()}
    const row = rows[rule]
    row[severity === 'error' ? 'errors' : 'warnings']++
    row[fix ? fix.safety : 'unproven']++
    row.files.add(path)
    found.push({
      path,
      line: place.start.line,
      column: place.start.column,
      rule,
      severity,
      reason,
      fix,
      source: text
        .split('\n')
        .slice(place.start.line - 1, place.end.line)
        .join('\n')
    })
  }
  const once = examineHere({path, text, config, fix: 'safe'})
  if (once.text === text) continue
  const twice = examineHere({path, text: once.text, config, fix: 'safe'})
  if (twice.text !== once.text) troubles.push(`${path}: a second --fix changes something`)
  const after = keysOf(once.text)
  const isRewritten = diagnostics.some(({rule, fix}) => rule === 'link-destination' && fix?.safety === 'safe')
  for (const [key, url] of keysOf(text)) {
    if (after.has(key) || isRewritten) continue
    troubles.push(`${path}: --fix loses ${url}`)
  }
}

console.log(`${files.length} files, ${lines} lines, ${seconds.toFixed(1)} s`)
console.table(
  Object.fromEntries(
    Object.entries(rows)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([rule, {files, ...counts}]) => [
        rule,
        {
          ...counts,
          files: files.size,
          'per 1000 lines': Number((((counts.errors + counts.warnings) * 1000) / lines).toFixed(2))
        }
      ])
  )
)
console.log(troubles.length === 0 ? 'No trouble.' : troubles.join('\n'))
if (values.json) writeFileSync(values.json, JSON.stringify(found))
process.exitCode = troubles.length === 0 ? 0 : 1
