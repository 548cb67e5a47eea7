import {UserError} from '../document/error.ts'
import type {Facts} from '../document/facts.ts'
import type {GitHub, Repository} from '../github/octokit.ts'
import {readFile} from '../github/pull-request.ts'
import {readTree, type TreeFile} from '../github/tree.ts'
import {type Config, mergeConfig, type Overrides} from '../lint/config.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import {listTest, readConfigAt} from './changed-lists.ts'
import {type Found, findFiles, readmeRank} from './find-files.ts'
import {git} from './git.ts'
import {headFacts} from './head-facts.ts'
import {localFacts} from './local-facts.ts'
import type {Part} from './one-list.ts'
import {readConfig} from './read-config.ts'
import {readText} from './text-file.ts'

/** What an audit stands on: a commit as it is checked out or as GitHub has it. */
export interface Ground {
  readonly commit?: string
  readonly config: Config
  readonly lists: readonly {readonly path: string; readonly text: string; readonly facts: Facts}[]
  /** Paths of lists that could not be read. */
  readonly unread: readonly string[]
  /** Sentences on what could not be read; backticks around literals. */
  readonly notes: readonly string[]
}

/** How the configuration is found, and what is said over it. */
export interface GroundWish {
  readonly overrides: Overrides
  /** A config file, instead of the usual ones. */
  readonly configFile?: string
  readonly rules: readonly KnownRule[]
}

/** A folder of this machine. */
export interface Checkout {
  readonly kind: 'checkout'
  readonly folder: string
  /** Files, folders or globs in it; empty means the config's files, else the readme there. */
  readonly paths: readonly string[]
}

/** A commit on GitHub. */
export interface Remote {
  readonly kind: 'remote'
  readonly repository: Repository
  readonly commit: string
  /** `stranger`: the lists may be made to take all time and memory, and are parsed in workers with bounds. */
  readonly author: 'owner' | 'stranger'
}

/** Reads what is checked out. @throws UserError for a missing list, a wrong config, no permission. */
export async function readCheckout({folder, paths}: Checkout, wish: GroundWish): Promise<Ground> {
  const {overrides, configFile: file, rules} = wish
  const config = await readConfig(folder, async () => rules, {...overrides, ...(file !== undefined && {file})})
  const read: {file: Found; text: string}[] = []
  const refused: {path: string; error: UserError}[] = []
  for (const file of await findFiles(folder, paths, config.files)) {
    try {
      read.push({file, text: await readText(file.real, file.path)})
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refused.push({path: file.path, error})
    }
  }
  // Of what was not read nobody can say that it is clean.
  if (read.length === 0) throw refused[0]!.error
  const files = read.map(({file}) => file)
  const known = await localFacts(folder, config, files, undefined)
  const lists: {path: string; text: string; facts: Facts}[] = []
  for (const {file, text} of read) lists.push({path: file.path, text, facts: await known.of(file)})
  const head = await git(folder, ['rev-parse', 'HEAD'])
  return {
    ...(head.ok && {commit: head.output.trim()}),
    config,
    lists,
    unread: refused.map(({path}) => path),
    notes: refused.map(({error}) => error.message)
  }
}

/** Each list costs a request of an hourly quota, which is 1,000 for the token of a job. */
const mostLists = 500

/** So many requests at a time are no burden. */
const atOnce = 8

/** Reads a commit through GitHub's API. @throws UserError for a missing list, a wrong config, a token that cannot read. */
export async function readRemote(
  github: GitHub,
  {repository, commit}: Remote,
  {overrides, configFile, rules}: GroundWish
): Promise<Ground> {
  const name = `${repository.owner}/${repository.repo}`
  const tree = await readTree(github, repository, commit)
  if (!tree)
    throw new UserError(
      `GitHub does not list the files of \`${name}\`: it is empty, or too large, or GitHub has trouble, or the token may not read it (\`contents: read\`); in a workflow, check it out with \`actions/checkout\` first.`
    )
  const config = mergeConfig(
    await readConfigAt(github, {repository, base: commit, tree}, rules, configFile),
    overrides,
    rules
  )
  const isList = config.files.length > 0 ? listTest(config.files) : readmeTest(tree)
  const named = tree.filter(({path}) => isList(path))
  const there = named.filter(({kind}) => kind === 'regular')
  if (there.length === 0) throw new UserError(missingLists(name, config, named))
  const {parts, unread, notes, reasons} = await readParts(github, {repository, commit}, there.slice(0, mostLists))
  if (parts.length === 0) throw new UserError(unreadableLists(name, unread, reasons))
  const base = {repository, base: commit, files: tree.map(file => ({path: file.path, base: file}))}
  const facts = await headFacts(github, base, parts, config.oneList ? isList : undefined)
  const left =
    there.length > mostLists
      ? [
          `Of ${there.length} lists, the first ${mostLists} were read through GitHub's API; for all of them, check the repository out with \`actions/checkout\` first.`
        ]
      : []
  return {
    commit,
    config,
    lists: parts.map(({path, text}) => ({path, text, facts: facts.of(path)})),
    unread: [...unread, ...there.slice(mostLists).map(({path}) => path)],
    notes: [...left, ...notes, ...facts.notes]
  }
}

/** Of several readmes at the root the one that a checkout would take. */
function readmeTest(tree: readonly TreeFile[]): (path: string) => boolean {
  const [readme] = tree
    .map(({path}) => path)
    .filter(path => readmeRank(path) >= 0)
    .sort((a, b) => readmeRank(a) - readmeRank(b) || (a < b ? -1 : 1))
  return path => path === readme
}

function missingLists(name: string, {files}: Config, [link]: readonly TreeFile[]): string {
  if (link)
    return `\`${link.path}\` of \`${name}\` is a symbolic link or a submodule, which is not followed through GitHub's API; name the file that it leads to as \`files\` in \`.github/awesome-doctor.yml\`.`
  return files.length > 0
    ? `No file of \`${name}\` matches \`files\` (${files.map(one => `\`${one}\``).join(', ')}); correct it in the config or the call.`
    : `There is no readme at the root of \`${name}\`; name the lists as \`files\` in \`.github/awesome-doctor.yml\`.`
}

/** Of what was not read nobody can say that it is clean. */
function unreadableLists(name: string, [first = '', ...others]: readonly string[], [reason = '']: readonly string[]) {
  const which =
    others.length === 0
      ? `\`${first}\`, the only list of \`${name}\`, cannot be read`
      : `None of the ${others.length + 1} lists of \`${name}\` can be read, \`${first}\` among them`
  return `${which}: ${reason}; mend that, or name other lists as \`files\`.`
}

async function readParts(
  github: GitHub,
  {repository, commit}: Pick<Remote, 'repository' | 'commit'>,
  files: readonly TreeFile[]
): Promise<Pick<Ground, 'unread' | 'notes'> & {readonly parts: readonly Part[]; readonly reasons: readonly string[]}> {
  const parts: Part[] = []
  const reasons: string[] = []
  const unread: string[] = []
  const notes: string[] = []
  for (let at = 0; at < files.length; at += atOnce) {
    const some = files.slice(at, at + atOnce)
    const contents = await Promise.all(
      some.map(({path, sha}) => readFile(github, repository, {path, ref: commit, sha}))
    )
    for (const [index, content] of contents.entries()) {
      const {path} = some[index]!
      if (content && 'text' in content) parts.push({path, text: content.text})
      else {
        const reason = content?.refused ?? 'it is not there'
        unread.push(path)
        reasons.push(reason)
        notes.push(`\`${path}\` was not read: ${reason}.`)
      }
    }
  }
  return {parts, unread, notes, reasons}
}
