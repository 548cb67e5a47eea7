import {availableParallelism} from 'node:os'
import {rules as allRules} from '../../rules/index.ts'
import type {GitHub, Repository} from '../github/octokit.ts'
import type {Overrides} from '../lint/config.ts'
import {configFor} from '../lint/config-for.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import type {AskedLinks, LinkSurroundings} from './ask-links.ts'
import {type Checkout, type Ground, type Remote, readCheckout, readRemote} from './audit-ground.ts'
import type {Audited, AuditedList} from './audited.ts'
import {brokenRules} from './broken-rules.ts'
import {examine as examineReally} from './examine.ts'
import {patiently} from './in-worker.ts'
import {type ReadLinks, readLinksApart, readOwnLinks} from './read-lists.ts'
import type {Task} from './task.ts'

/** Which links an audit asks about, and how. */
export interface AuditLinks extends Omit<LinkSurroundings, 'readLinks' | 'github'> {
  readonly which: 'none' | 'all'
  /**
   * When a page that only looks gone is called dead: `at once`, or when the next audit finds the same, where there is a
   * memory that tells.
   */
  readonly dead: 'at once' | 'when found twice'
}

/** One audit to do. */
export interface AuditTask {
  readonly ground: Checkout | Remote
  /** Where it is on GitHub, where that is known. */
  readonly repository?: Repository
  /** Said over the config file. */
  readonly overrides: Overrides
  /** A config file, instead of the usual ones. */
  readonly configFile?: string
  readonly links: AuditLinks
  /** Fingerprints of findings that somebody has silenced. */
  readonly silenced?: readonly string[]
}

/** What the job needs of the world. */
export interface AuditSurroundings {
  /** Not needed for a checkout; with it GitHub tells of repositories, a hundred at once. */
  readonly github?: GitHub | undefined
  readonly log: (text: string) => void
  readonly rules?: readonly KnownRule[]
  readonly examine?: typeof examineReally
  /** Called before each file, for whoever waits. */
  readonly onFile?: (path: string, index: number, count: number) => void
}

/**
 * Looks at a whole repository: all its lists, by all rules, with all their links.
 * @throws UserError for what the user can mend: a missing list, a wrong config, a token that cannot read.
 */
export async function auditRepository(task: AuditTask, surroundings: AuditSurroundings): Promise<Audited> {
  const {repository} = task
  const ground = await readGround(task, surroundings)
  const {commit, config, unread} = ground
  const asked = await ask(ground, task, surroundings)
  const lists = await examineAll(ground, task, asked, surroundings)
  for (const {report} of lists)
    for (const {rule, stack} of report.crashes ?? [])
      surroundings.log(`The rule ${rule} broke on ${report.path}: ${stack}`)
  return {
    ...(repository && {repository}),
    ...(commit !== undefined && {commit}),
    config,
    lists,
    ...(unread.length > 0 && {unread}),
    ...(asked && {asked}),
    notes: [...ground.notes, ...(asked?.notes ?? []), ...lists.flatMap(({report}) => brokenRules(report))]
  }
}

/** Reads the lists that an audit is about. @throws UserError as `auditRepository` */
export function readGround(
  {ground, overrides, configFile}: Pick<AuditTask, 'ground' | 'overrides' | 'configFile'>,
  {github, rules = allRules}: Pick<AuditSurroundings, 'github' | 'rules'>
): Promise<Ground> {
  const wish = {overrides, rules, ...(configFile !== undefined && {configFile})}
  if (ground.kind === 'checkout') return readCheckout(ground, wish)
  if (!github) throw new TypeError('A repository on GitHub is read through its API.')
  return readRemote(github, ground, wish)
}

async function ask(
  {lists, config}: Ground,
  {ground, links: {which, dead, ...web}}: AuditTask,
  {github}: AuditSurroundings
): Promise<AskedLinks | undefined> {
  if (which === 'none') return undefined
  const {askLinks} = await import('./ask-links.ts')
  return askLinks({sources: lists, which, config, dead}, {...web, readLinks: linksOf(ground), github})
}

/** How the links of texts are read: those of strangers apart. */
export const linksOf = (ground: AuditTask['ground']): ReadLinks =>
  ground.kind === 'remote' && ground.author === 'stranger' ? readLinksApart : readOwnLinks

/** So many lists of strangers are examined at a time, each in a worker of its own. */
const atOnce = Math.min(4, availableParallelism())

async function examineAll(
  {lists, config}: Ground,
  {ground, silenced = []}: AuditTask,
  asked: AskedLinks | undefined,
  {examine = examineReally, onFile}: AuditSurroundings
): Promise<readonly AuditedList[]> {
  const isOfStrangers = ground.kind === 'remote' && ground.author === 'stranger'
  const audited: AuditedList[] = []
  const waiting = lists.entries()
  const work = async (): Promise<void> => {
    for (const [index, {path, text, facts}] of waiting) {
      onFile?.(path, index, lists.length)
      const task: Task = {
        path,
        text,
        config: configFor(config, path),
        facts: {...facts, ...asked?.facts},
        ...(silenced.length > 0 && {silenced}),
        ...(isOfStrangers && {untrusted: true})
      }
      audited[index] = {task, report: await (isOfStrangers ? examine(task) : examine(...patiently(task)))}
    }
  }
  await Promise.all(Array.from({length: isOfStrangers ? atOnce : 1}, work))
  return audited
}
