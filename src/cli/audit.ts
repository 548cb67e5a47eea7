import {stat} from 'node:fs/promises'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {ReportedLink} from '../document/facts.ts'
import type {Repository} from '../github/octokit.ts'
import {type AuditLinks, type AuditTask, auditRepository} from '../job/audit-repository.ts'
import type {Audited} from '../job/audited.ts'
import {auditOf, keptAudits} from '../job/past-audits.ts'
import {runAudit} from '../job/run-audit.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {fails, tally} from '../lint/tally.ts'
import {createLog} from '../report/log.ts'
import {printable} from '../report/printable.ts'
import {gitHubOf, gitHubWithOrWithout, heardBy, linksOf, memoryIn} from './links.ts'
import {settingsOf} from './lint.ts'
import type {CommandLine} from './options.ts'
import {type Found, outputOf} from './output.ts'
import {type ProgressLine, progressOn} from './progress.ts'
import {tokenOf, type World, write} from './world.ts'

/** What is to be audited, and what stands before the names of its files in reports. */
interface Operand {
  readonly ground: Extract<AuditTask['ground'], {kind: 'checkout'}> | ({readonly kind: 'repository'} & Repository)
  readonly prefix: string
}

/** Audits the folders and repositories that the command line names, and returns the exit code. */
export async function audit(line: CommandLine, world: World): Promise<number> {
  const {stderr} = world
  const output = await outputOf(line, world)
  const which = linksOf(line, 'all', ['none', 'all'])
  const given = line.operands.length > 0 ? line.operands : ['.']
  const operands = unique(withFilesTogether(await Promise.all(given.map(one => readOperand(one, world)))))
  const state = line.value('state')
  if (state !== undefined && which === 'none')
    throw new UserError('`--state` remembers links; leave it out, or `--links=none`.')
  const kept = state === undefined ? undefined : await memoryIn(state, world)
  checkWriting(line, operands, world)
  const progress = progressOn(stderr)
  let memory = kept?.memory ?? new Map()
  const audits: Finished[] = []
  const mistakes: UserError[] = []
  for (const [index, operand] of operands.entries()) {
    progress.repository(operand.prefix, index, operands.length)
    const links = {
      which,
      memory,
      dead: kept || line.has('issue') ? ('when found twice' as const) : ('at once' as const)
    }
    try {
      const audited = await auditOne(operand, {line, links}, world, progress)
      memory = audited.asked?.memory ?? memory
      audits.push({...audited, prefix: operand.prefix})
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      mistakes.push(named(error, operand))
    }
  }
  // One that cannot be read does not take the others along.
  const [mistake] = mistakes
  if (mistake && operands.length === 1) throw mistake
  const found = together(audits)
  // The trend of several together would be that of none.
  const [only] = audits.length === 1 ? audits : []
  const now = kept && only && auditOf(found.files, only.asked?.links, {at: Date.now(), commit: only.commit})
  const view = now && {audits: keptAudits([...kept.audits, now])}
  if (audits.length > 0) await output.show({...found, ...(view && {view}), advice: 'another command'})
  for (const {message} of mistakes) await write(stderr, `awesome-doctor: ${printable(message)}\n`)
  // Last, so that a memory that cannot be written takes nothing else along.
  await kept?.keep(memory, now)
  if (audits.some(({lists}) => lists.some(({report}) => report.crashes?.length))) return 3
  if (mistakes.length > 0) return 2
  return audits.some(({lists, config}) => fails(tally(lists.map(({report}) => report)), config.failOn)) ? 1 : 0
}

/** An audit, with what stands before the names of its files. */
interface Finished extends Audited {
  readonly prefix: string
}

async function readOperand(given: string, {cwd}: World): Promise<Operand> {
  const there = await stat(path.resolve(cwd, given)).catch(() => undefined)
  if (there && !there.isDirectory()) return {ground: {kind: 'checkout', folder: cwd, paths: [given]}, prefix: ''}
  if (there) {
    const name = path.normalize(given).replaceAll(path.sep, '/').replace(/\/$/, '')
    const prefix = name === '.' ? '' : `${name}/`
    return {ground: {kind: 'checkout', folder: path.resolve(cwd, given), paths: []}, prefix}
  }
  const [, owner, repo] = /^([a-z\d-]{1,39})\/([\w.-]{1,100})$/i.exec(given) ?? []
  if (owner === undefined || repo === undefined)
    throw new UserError(`\`${given}\` is neither a folder or file here nor a repository; write \`OWNER/REPO\` for one.`)
  return {ground: {kind: 'repository', owner, repo}, prefix: `${owner}/${repo}/`}
}

/** Files that are named are one audit: they may be one list. */
function withFilesTogether(operands: readonly Operand[]): readonly Operand[] {
  const paths = operands.flatMap(({ground}) => (ground.kind === 'checkout' ? ground.paths : []))
  const isFile = ({ground}: Operand): boolean => ground.kind === 'checkout' && ground.paths.length > 0
  const first = operands.find(isFile)
  return operands
    .filter(one => one === first || !isFile(one))
    .map(one => (one === first ? {...one, ground: {...one.ground, paths}} : one))
}

/** What is named twice is audited once. GitHub's names are the same in capitals. */
function unique(operands: readonly Operand[]): readonly Operand[] {
  const nameOf = ({ground, prefix}: Operand): string =>
    ground.kind === 'repository' ? prefix.toLowerCase() : path.resolve(ground.folder, ...ground.paths)
  const known = new Map<string, Operand>()
  for (const one of operands) if (!known.has(nameOf(one))) known.set(nameOf(one), one)
  return [...known.values()]
}

/** A mistake, with where it is: what is read there is named as it is called there. */
function named(mistake: UserError, {prefix}: Operand): UserError {
  const name = `\`${prefix.replace(/\/$/, '')}\``
  const isNamed = prefix === '' || mistake.message.includes(name)
  return isNamed ? mistake : new UserError(`${name}: ${mistake.message}`)
}

/** What is written on GitHub needs a repository there, and a token. @throws UserError where one of them is missing. */
function checkWriting(line: CommandLine, operands: readonly Operand[], world: World): void {
  const fix = line.value('fix')
  if (line.has('fix') && fix !== 'pull-request')
    throw new UserError(
      '`audit` mends by a pull request only: write `--fix=pull-request`, or run `awesome-doctor --fix` in a checkout.'
    )
  const option = line.has('issue') ? '--issue' : fix && '--fix=pull-request'
  if (!option) return
  const folder = operands.find(({ground}) => ground.kind === 'checkout')
  if (folder)
    throw new UserError(`\`${option}\` writes on GitHub; name repositories as \`OWNER/REPO\`, and no folders or files.`)
  if (tokenOf(world) === undefined)
    throw new UserError(`\`${option}\` writes on GitHub; give a token in \`GITHUB_TOKEN\` that may do so.`)
}

async function auditOne(
  {ground}: Operand,
  {line, links}: {readonly line: CommandLine; readonly links: AuditLinks},
  world: World,
  progress: ProgressLine
): Promise<Audited> {
  const {file: configFile, ...overrides} = settingsOf(line)
  const task = {overrides, ...(configFile !== undefined && {configFile}), links: {...links, ...heardBy(progress)}}
  const surroundings = {log: createLog(text => world.stderr.write(text)), onFile: progress.file}
  if (ground.kind === 'checkout')
    return auditRepository({...task, ground}, {...surroundings, github: await gitHubOf(world)}).finally(progress.end)
  const github = await gitHubWithOrWithout(world)
  const {audited, pages} = await auditRemote(ground, task, {...surroundings, github}, line, world).finally(progress.end)
  await write(world.stderr, pages)
  return audited
}

/** What is on GitHub is read there, and told there where the command line wants it; with lines that say on which pages. */
async function auditRemote(
  {owner, repo}: Repository,
  task: Omit<AuditTask, 'ground'>,
  surroundings: Parameters<typeof runAudit>[1],
  line: CommandLine,
  {env}: World
): Promise<{readonly audited: Audited; readonly pages: string}> {
  const repository = {owner, repo}
  const [{readHead}, {readPlaces}] = await Promise.all([
    import('../github/head-commit.ts'),
    import('../github/server-places.ts')
  ])
  const {branch, commit} = await readHead(surroundings.github, repository)
  const ground = {kind: 'remote' as const, repository, commit, author: 'stranger' as const}
  const {audited, notes, issueUrl, pullRequestUrl} = await runAudit(
    {
      ...task,
      repository,
      ground,
      issue: line.has('issue') ? 'keep' : 'leave',
      fixes: line.has('fix') ? {base: branch} : 'leave',
      webUrl: readPlaces(env).webUrl,
      failOn: 'never'
    },
    surroundings
  )
  const pages = [
    {name: 'issue', url: issueUrl},
    {name: 'pull request with the fixes', url: pullRequestUrl}
  ].flatMap(({name, url}) => (url ? `The ${name} of ${owner}/${repo}: ${printable(url)}\n` : []))
  return {audited: {...audited, notes}, pages: pages.join('')}
}

const under = (prefix: string, report: FileReport): FileReport => ({
  ...report,
  path: prefix + report.path,
  diagnostics: report.diagnostics.map(one => ({...one, path: prefix + one.path}))
})

/** What was found everywhere: the links of each repository are told for each of them. */
function together(audits: readonly Finished[]): Found {
  const files = audits.flatMap(({lists, prefix}) => lists.map(({report}) => under(prefix, report)))
  const notes = audits.flatMap(({notes, prefix}) => notes.map(note => (audits.length > 1 ? `${prefix} ${note}` : note)))
  const asked = audits.flatMap(({asked, prefix}) => (asked ? [{...asked, prefix}] : []))
  const links = asked.flatMap(({links, prefix}) =>
    links.map((one): ReportedLink => ({...one, places: one.places.map(at => ({...at, path: prefix + at.path}))}))
  )
  return {files, asked: {links, notes, hosts: asked.flatMap(({hosts}) => hosts)}}
}
