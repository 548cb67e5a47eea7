import {type AskOptions, askRepositories} from './ask-repositories.ts'
import {secondOpinions} from './former-names.ts'
import type {GitHub} from './octokit.ts'
import type {Question} from './place.ts'
import type {Ask, Reply, RepositoryState} from './repository-query.ts'

/** What GitHub's API told of repositories; of what is not in it, it told nothing. */
export interface Knowledge {
  /** By the key of the ask. */
  readonly repositories: ReadonlyMap<string, RepositoryState | 'gone' | 'not found'>
  /** What it said to a question; nothing where it said nothing. */
  readonly reply: (key: string, question: Question) => Reply | undefined
  /** Why it did not tell all: a clause for the user. */
  readonly refusal?: string
}

/** Asks all, and those that are not found once more by the name that they may have now. */
export async function learn(github: GitHub, asks: readonly Ask[], options: AskOptions): Promise<Knowledge> {
  const first = await askRepositories(github, asks, options)
  const lost = new Set(first.answered.filter(({answer}) => answer.state === 'not found').map(({ask}) => ask.key))
  const again = asks.filter(({key}) => lost.has(key))
  const opinions = await secondOpinions(github, again, options.signal)
  const renamed = again.flatMap((ask, index) => {
    const opinion = opinions[index]
    return opinion?.state === 'renamed' ? [{...ask, ...opinion.to}] : []
  })
  const second = await askRepositories(github, renamed, {signal: options.signal})
  const repositories = new Map<string, RepositoryState | 'gone' | 'not found'>()
  for (const [index, {key}] of again.entries()) {
    const state = opinions[index]?.state
    if (state === 'gone') repositories.set(key, 'gone')
    if (state === 'unasked') repositories.set(key, 'not found')
  }
  const replies = new Map<string, Reply>()
  for (const {ask, answer} of [...first.answered, ...second.answered]) {
    if (answer.state !== 'found') continue
    // Of a repository that was asked in parts, only those that ask for files tell the branch.
    const before = repositories.get(ask.key)
    repositories.set(ask.key, {...(typeof before === 'object' && before), ...answer.repository})
    for (const [index, question] of ask.questions.entries()) {
      const reply = answer.replies[index]
      if (reply) replies.set(idOf(ask.key, question), reply)
    }
  }
  const refusal = first.refusal ?? second.refusal
  return {
    repositories,
    reply: (key, question) => replies.get(idOf(key, question)),
    ...(refusal !== undefined && {refusal})
  }
}

const idOf = (key: string, question: Question): string => `${key} ${JSON.stringify(question)}`
