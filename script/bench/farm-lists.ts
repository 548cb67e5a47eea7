/**
 * Asks about the links of real lists on a web of our own whose truth is known, as a maintainer would, and prints the
 * report and what is wrong with it: `npm run bench -- farm [--fix safe|unsafe] [--changes] [--timeout MS]
 * [--all-rules] [--format NAME] FILE...`. Hosts that the certificates of that web do not fit get other names.
 */
import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {rules} from '../../rules/index.ts'
import {progressOn, slowest} from '../../src/cli/progress.ts'
import type {LinkFact} from '../../src/document/facts.ts'
import {addressOf} from '../../src/document/link/url.ts'
import {connect} from '../../src/github/octokit.ts'
import {type Check, checkFiles} from '../../src/job/check-files.ts'
import {linksHere} from '../../src/job/lists-here.ts'
import type {Network} from '../../src/links/network.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {Safety} from '../../src/lint/diagnostic.ts'
import {closing} from '../../src/report/closing.ts'
import {loadReporter} from '../../src/report/index.ts'
import {withCoveredHosts} from './covered-hosts.ts'
import {type PlannedAddress, planAddresses, type Truth} from './list-plan.ts'
import type {WayThere} from './list-web.ts'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    fix: {type: 'string'},
    changes: {type: 'boolean', default: false},
    timeout: {type: 'string', default: '6000'},
    'all-rules': {type: 'boolean', default: false},
    format: {type: 'string', default: 'pretty'}
  }
})
const given = positionals.filter(word => word !== 'farm')
const fix = (['safe', 'unsafe'] as const).find(safety => safety === values.fix)

/** The rules on what was found out about links; where fixes are to change nothing but addresses, only those that do. */
const ofLinks = new Set(
  `link-alive link-moved link-https repository-archived${fix === undefined ? ' entry-unique' : ''}`.split(' ')
)
const config: Check['config'] = {
  ...defaultConfig,
  links: {...defaultConfig.links, timeout: Number(values.timeout)},
  rules: values['all-rules']
    ? {}
    : Object.fromEntries(rules.flatMap(({id}) => (ofLinks.has(id) ? [] : [[id, 'off' as const]])))
}

/** The lists with addresses that the web of our own can have, in a folder of their own. */
function writeLists(folder: string): readonly string[] {
  const texts = withCoveredHosts(given.map(file => readFileSync(file, 'utf8')))
  return given.map((file, index) => {
    const repository = path.basename(path.dirname(path.resolve(file))).replace(/^.*__/, '')
    const name = /^readme\.md$/i.test(path.basename(file)) ? `${repository}.md` : path.basename(file)
    writeFileSync(path.join(folder, name), texts[index]!)
    return name
  })
}

/** The addresses of texts, but for hosts that stand for others. */
function addressesIn(texts: readonly string[]): readonly string[] {
  const found = linksHere(texts).flatMap(links => links.flatMap(({url}) => addressOf(url) ?? []))
  return [...new Set(found)].filter(address => !/(?:^|\.)example(?:\.\w+)?$/.test(new URL(address).hostname))
}

/** The web in a process of its own, in which nothing has happened yet. */
async function startListWeb(
  planned: readonly PlannedAddress[]
): Promise<{readonly child: ChildProcess; readonly way: WayThere}> {
  const child = fork(new URL('list-web.ts', import.meta.url), {execArgv: []})
  child.send(planned)
  const [way] = (await once(child, 'message')) as [WayThere]
  return {child, way}
}

/** The way into that process. */
function networkOf({hosts, ports}: WayThere): Network {
  const fail = (host: string, code: string): never => {
    throw Object.assign(new Error(`getaddrinfo ${code} ${host}`), {code})
  }
  return {
    async lookup(host) {
      const found = hosts[host.toLowerCase()]
      if (!found) return fail(host, 'ENOTFOUND')
      return 'error' in found ? fail(host, found.error) : [found.address]
    },
    exists: async host => hosts[host.toLowerCase()] !== undefined,
    // Nobody has this port.
    dial: (address, port) => ports[`${address} ${port}`] ?? {host: '127.0.0.1', port: 9},
    authorities: [readFileSync(new URL('../../test/fake/certificates/root.pem', import.meta.url), 'utf8')]
  }
}

/** One run, as a maintainer would make it. */
async function check(cwd: string, paths: readonly string[], way: WayThere, fix: Safety | undefined) {
  const begun = performance.now()
  const progress = progressOn(process.stderr)
  const github = connect({token: way.github.token, apiUrl: way.github.url, version: '0', log: console.error})
  const heard = {onProgress: progress.links, onRepositories: progress.repositories, onCopies: progress.copies}
  const web = {network: networkOf(way), github, ...heard}
  const outcome = await checkFiles({cwd, config, paths, links: 'all', web, ...(fix && {fix})}).finally(progress.end)
  return {...outcome, asked: outcome.asked!, seconds: (performance.now() - begun) / 1000}
}

/** What is not as it should be, in words. */
function mistakeIn({truth, ...planned}: PlannedAddress, fact: LinkFact | undefined): string | undefined {
  const pick = ({status, to, https}: Truth): string => JSON.stringify({status, to, https})
  if (fact && pick(fact) === pick(truth)) return undefined
  const {address, host, page, repository} = planned
  const what = repository ? `repository ${repository.kind}` : `host ${host}, page ${page}`
  return `${address} (${what}): expected ${pick(truth)}, got ${JSON.stringify(fact)}`
}

interface Change {
  readonly before: string
  readonly after: string
}

/** The lines that differ; all of them where their number does. */
function changesIn(before: string, after: string): readonly Change[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length !== now.length) return [{before, after}]
  return old.flatMap((line, index) => (line === now[index] ? [] : [{before: line, after: now[index]!}]))
}

/** Whether a line differs in more than addresses, be they links or their text. */
function isStrange({before, after}: Change): boolean {
  const bare = (line: string) => line.replace(/https?:\/\/[^\s)>"'\]|]*|(?<=\[)[\w.-]+\.\w+(?:\/[^\s\]]*)?(?=\])/g, '@')
  return bare(before) !== bare(after)
}

/** Says how many there are of something, and what they are. */
function tell(what: string, all: readonly string[]): void {
  console.error([`${all.length} ${what}`, ...all].join('\n  '))
}

const shown = ({before, after}: Change): string => `- ${before}\n  + ${after}`

async function run(folder: string): Promise<void> {
  const names = writeLists(folder)
  const read = () => names.map(name => readFileSync(path.join(folder, name), 'utf8'))
  const before = read()
  const planned = planAddresses(addressesIn(before))
  const {child, way} = await startListWeb(planned)
  try {
    const {files, asked, seconds} = await check(folder, names, way, fix)
    const print = await loadReporter(values.format)
    process.stdout.write(
      print(files, {version: '0', color: false, columns: process.stdout.columns ?? 100}, asked.links)
    )
    const notes = asked.notes.map(note => `${note}\n`).join('')
    console.error(`${closing(files, asked.links)}\n${notes}${slowest(asked.hosts)}`)

    const requests = asked.hosts.reduce((sum, host) => sum + host.requests, 0)
    const memory = `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`
    const scale = `${planned.length} addresses on ${asked.hosts.length} hosts, ${requests} requests`
    console.error(`${scale}, ${seconds.toFixed(1)} s, ${memory}`)
    const mistakes = planned.flatMap(one => mistakeIn(one, asked.facts.links?.get(one.address)) ?? [])
    tell('wrong verdicts', mistakes)
    if (mistakes.length > 0) process.exitCode = 1
    if (fix === undefined) return

    const after = read()
    const changes = before.flatMap((text, index) => changesIn(text, after[index]!))
    console.error(`${changes.length} lines changed`)
    if (values.changes) console.error(changes.map(shown).join('\n'))
    const strange = changes.filter(isStrange)
    tell('of them in more than addresses', strange.map(shown))
    await check(folder, names, way, fix)
    const again = read().flatMap((text, index) => changesIn(after[index]!, text))
    tell('lines changed by a second run', again.map(shown))
    // What is unsafe may go on: the archive is asked for some copies in each run.
    if (strange.length > 0 || (fix === 'safe' && again.length > 0)) process.exitCode = 1
  } finally {
    child.disconnect()
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'awesome-doctor-lists-'))
try {
  await run(folder)
} finally {
  rmSync(folder, {recursive: true, force: true})
}
