import {printAnswers} from '../links/answers-text.ts'
import {wallClock} from '../links/clock.ts'
import {recall} from '../links/memory.ts'
import {machineNetwork} from '../links/network.ts'
import {type Shard, spread, spreadingFor} from '../links/shards.ts'
import type {LinkSurroundings} from './ask-links.ts'
import {askPages} from './ask-web.ts'
import {type LinkTask, questionsOf, readQuestions} from './link-questions.ts'
import {forShards} from './shard-answers.ts'

/** How the links of an audit are spread over jobs. */
export interface ShardPlan {
  readonly count: number
  /** For `strategy.matrix` of a workflow. */
  readonly matrix: {readonly shard: readonly string[]}
  /** Links of the web that shards ask about, those that memory knows well enough left out. */
  readonly due: number
  /** Milliseconds that the longest shard takes, about. */
  readonly time: number
}

/** What a shard leaves behind. */
export interface ShardOutcome {
  /** The answers, for a file. */
  readonly text: string
  readonly asked: number
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}

/** Unless the user says otherwise: a free account runs so many jobs at a time. */
const mostShards = 20

/** Plans over how many jobs the links are spread, `most` of them at most; one, if that takes ten minutes at most. */
export async function planShards(
  task: LinkTask,
  {readLinks, memory = new Map(), clock = wallClock}: Pick<LinkSurroundings, 'readLinks' | 'memory' | 'clock'>,
  most: number = mostShards
): Promise<ShardPlan> {
  const {asked} = await readQuestions(task, readLinks)
  const addresses = forShards([...asked.keys()])
  const questions = questionsOf(asked, () => true, task.config)
  const due = new Set(
    questions
      .filter(({address, fragments}) => recall(memory, address, clock.now(), fragments)?.fresh !== true)
      .map(({address}) => address)
  )
  const {count, time} = spreadingFor(addresses, address => due.has(address), most)
  const shard = Array.from({length: count}, (_, at) => `${at + 1}/${count}`)
  return {count, matrix: {shard}, due: addresses.filter(address => due.has(address)).length, time}
}

/**
 * Asks about the part of the links that is a shard's, as far as memory does not know it.
 * @param commit whose links they are, where that is known
 * @throws the reason of the signal, once that is aborted
 */
export async function askShard(
  task: LinkTask,
  surroundings: Omit<LinkSurroundings, 'github' | 'answers' | 'onRepositories' | 'onCopies'>,
  {shard, commit}: {readonly shard: Shard; readonly commit?: string | undefined}
): Promise<ShardOutcome> {
  const {readLinks, memory = new Map(), network = machineNetwork(), clock = wallClock} = surroundings
  const {asked, isRead} = await readQuestions(task, readLinks)
  const part = new Set(spread(forShards([...asked.keys()]), shard.count)[shard.index - 1])
  const {config, which} = task
  const {checked, read} = await askPages(
    questionsOf(asked, address => part.has(address), config),
    {config: config.links, which, memory},
    {...surroundings, network, clock}
  )
  return {
    text: printAnswers({shard, ...(commit !== undefined && {commit}), seen: read, network: checked.network}),
    asked: read.size,
    notes: isRead ? [] : ['Reading the links of these files takes too much, so none was asked.']
  }
}
