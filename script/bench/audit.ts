/**
 * Measures whole audits as a user runs them (`dist/`, so build first): the links of a real list are exchanged for those
 * of a farm whose truth is known, what is left of them stands in a second list, and three audits follow each other with
 * one state: `npm run bench -- audit FILE [COUNT]`. Without a count, 5,000 links.
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {startFarm} from './farm.ts'
import type {FarmLink} from './link-farm.ts'
import {writeLists} from './link-lists.ts'
import {run} from './measure.ts'

const [, file, count = '5000'] = process.argv.slice(2)
if (file === undefined) throw new Error('Name the list: npm run bench -- audit FILE [COUNT]')

const folder = mkdtempSync(path.join(tmpdir(), 'awesome-doctor-audit-'))
const farm = await startFarm(Number(count))

/** The list with addresses of the farm in place of its own, as many as it has of them, and the links that are left. */
function exchanged(text: string): {readonly text: string; readonly left: readonly FarmLink[]} {
  const known = new Map<string, string>()
  const links = [...farm.links]
  const replaced = text.replace(/https?:\/\/[^\s<>"'`\])]+/g, address => {
    const other = known.get(address) ?? links.shift()?.url
    if (other === undefined) return address
    known.set(address, other)
    return other
  })
  return {text: replaced, left: links}
}

const {text, left} = exchanged(readFileSync(file, 'utf8'))
mkdirSync(path.join(folder, '.github'))
mkdirSync(path.join(folder, 'more'))
writeFileSync(path.join(folder, 'readme.md'), text)
writeLists(left, path.join(folder, 'more'))
writeFileSync(
  path.join(folder, '.github/awesome-doctor.yml'),
  'files: [readme.md, "more/*.md"]\nlinks:\n  allow-private: ["127.0.0.0/8"]\n'
)
console.log(
  `${file}: ${(text.length / 1000).toFixed(0)} KB, ${Number(count) - left.length} of its links are on the farm, ${left.length} more in further lists.`
)

const cli = new URL('../../dist/cli.js', import.meta.url).pathname
const args = [cli, 'audit', '.', '--state', 'state.jsonl', '--format', 'json', '--report', 'html=report.html']
let requests = 0
for (const which of ['first', 'second', 'third']) {
  const {usage, output, errors} = await run(args, folder)
  if (!output.startsWith('{')) throw new Error(errors)
  const report = JSON.parse(output) as {
    readonly summary: {
      readonly errors: number
      readonly warnings: number
      readonly links: Readonly<Record<string, number>>
    }
    readonly links: readonly {readonly url: string; readonly status: string}[]
  }
  const truth = new Map(farm.links.map(({url, kind}) => [url, kind]))
  const wrong = report.links.filter(({url, status}) => {
    const kind = truth.get(url)
    // Of the farm, only what is gone may be called dead, and only what is moved moved.
    return kind !== undefined && ((status === 'dead' && kind !== 'gone') || (status === 'moved' && kind !== 'moved'))
  })
  const counts = await farm.counts()
  console.log(
    [
      `${which.padEnd(6)} audit:`,
      `${(usage.wall / 1000).toFixed(2)} s,`,
      `${(usage.cpu / 1000).toFixed(2)} s CPU,`,
      `${usage.memory.toFixed(0)} MB,`,
      `${counts.requests - requests} requests;`,
      JSON.stringify(report.summary.links),
      `${report.summary.errors} errors, ${report.summary.warnings} warnings; ${wrong.length} wrong`
    ].join(' ')
  )
  requests = counts.requests
}
for (const name of ['state.jsonl', 'report.html'])
  console.log(`${name}: ${(statSync(path.join(folder, name)).size / 1000).toFixed(0)} KB`)
await farm.close()
rmSync(folder, {recursive: true, force: true})
