import {readdir, readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import type {LinkFact} from '../document/facts.ts'
import {repositoryOf} from '../document/link/github-url.ts'
import {mayBeTold, parseAnswers, type ReadAnswers} from '../links/answers-text.ts'
import type {Seen} from '../links/memory.ts'
import {type Shard, spread} from '../links/shards.ts'
import type {WebAnswers} from './ask-web.ts'
import {explain} from './text-file.ts'

/** What the shards of an audit have found out. */
export interface Answers {
  /** How many shards there are. */
  readonly count: number
  /** Those that left answers that can be read, by number from 1. */
  readonly shards: ReadonlyMap<number, ReadAnswers>
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}

/**
 * The addresses that shards ask about. All others are left to the merge: of repositories GitHub tells a hundred at once,
 * and what holds a secret is not to be written into a file.
 */
export const forShards = (addresses: readonly string[]): readonly string[] =>
  addresses.filter(address => repositoryOf(address) === undefined && mayBeTold(address))

/** What the file of a shard is called in the folder of them all. */
export const answersName = ({index, count}: Shard): string => `shard-${index}-of-${count}.jsonl`

/** What shards say of the addresses of their parts, and of nothing else. */
export function answersFor(addresses: readonly string[], {count, shards}: Answers): WebAnswers {
  const seen = new Map<string, Seen>()
  const lost = new Map<string, LinkFact>()
  for (const [at, part] of spread(forShards(addresses), count).entries()) {
    const answers = shards.get(at + 1)
    const fact: LinkFact = {status: 'unsure', reason: `shard ${at + 1} of ${count}, which was to ask, left no answer`}
    for (const address of part) {
      const one = answers?.seen.get(address)
      if (one) seen.set(address, one)
      // What a whole file leaves out was fresh to the shard, or cannot be written: it is asked now.
      else if (!answers || (answers.damaged > 0 && !answers.untold.has(address))) lost.set(address, fact)
    }
  }
  const isMissing = [...shards.values()].some(({network}) => network === 'missing')
  return {seen, lost, network: isMissing ? 'missing' : 'there'}
}

/** More than this is not read: a shard writes a few megabytes. */
const mostBytes = 100_000_000

/** A matrix has 256 jobs at most. */
const mostFiles = 256

/**
 * Reads what shards have written: a file, or all `.jsonl` files of a folder and of the folders in it.
 * @param name how the user calls the place
 * @param audit the commit that is audited, where it is known, and the time in milliseconds since 1970
 * @throws UserError when there is nothing to read, or when the answers are of another commit or do not belong together
 */
export async function readAnswers(
  place: string,
  name: string,
  {commit, now}: {readonly commit?: string | undefined; readonly now: number}
): Promise<Answers> {
  const shards = new Map<number, ReadAnswers>()
  const notes: string[] = []
  let count: number | undefined
  for (const file of await filesIn(place, name)) {
    const shown = file === '' ? name : `${name}/${file}`
    const read = await readOne(path.join(place, file), now)
    if (!read) {
      notes.push(`\`${shown}\` has no answers of a shard, or those of another version, and was left out.`)
      continue
    }
    const {shard, damaged} = read
    if (read.commit !== commit)
      throw new UserError(
        `\`${shown}\` has the answers for ${commitWords(read.commit)}, but ${commitWords(commit)} is audited; plan, shards and merge must run on the same commit.`
      )
    count ??= shard.count
    if (shard.count !== count || shards.has(shard.index))
      throw new UserError(
        `\`${shown}\` is shard ${shard.index} of ${shard.count}, which does not go with the other files; each of ${count} shards leaves one file.`
      )
    shards.set(shard.index, read)
    if (damaged > 0)
      notes.push(
        `\`${shown}\` is damaged: ${damaged} of its answers cannot be read, and what it leaves out was not asked.`
      )
  }
  if (count === undefined)
    throw new UserError(
      `\`${name}\` has no answers of shards; let the jobs with \`shard\` write theirs, and bring them here.`
    )
  for (let index = 1; index <= count; index++)
    if (!shards.has(index))
      notes.push(`Shard ${index} of ${count} left no answers, so its links were not asked; run its job again.`)
  return {count, shards, notes}
}

const commitWords = (commit: string | undefined): string =>
  commit === undefined ? 'no commit' : `the commit \`${commit.slice(0, 12)}\``

/** The files of a folder, in order; for a file, the empty path from it to itself. */
async function filesIn(place: string, name: string): Promise<readonly string[]> {
  try {
    if (!(await stat(place)).isDirectory()) return ['']
    const found = await readdir(place, {recursive: true})
    return found
      .map(file => file.replaceAll(path.sep, '/'))
      .filter(file => file.endsWith('.jsonl'))
      .sort()
      .slice(0, mostFiles)
  } catch (error) {
    throw explain(error, name, 'read')
  }
}

/** What stands in a file; nothing where that is too much, or no answers. */
async function readOne(file: string, now: number): Promise<ReadAnswers | undefined> {
  const found = await stat(file)
  if (!found.isFile() || found.size > mostBytes) return undefined
  return parseAnswers(await readFile(file, 'utf8'), now)
}
