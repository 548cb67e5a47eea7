import {UserError} from '../document/error.ts'
import {mayWrite, type Reaction, react, say} from '../github/conversation.ts'
import {readPullEnds} from '../github/head-branch.ts'
import type {Refusal} from '../github/octokit.ts'
import {commandList, helpComment, sentenceComment} from '../report/command.ts'
import {adviseIgnoring} from './advise-ignoring.ts'
import {commitFixes} from './commit-fixes.ts'
import {type Command, readCommand} from './read-command.ts'
import {type ReviewOutcome, type ReviewTask, reviewPullRequest, type Surroundings} from './review-pull-request.ts'

/** A comment on the conversation of a pull request, as it was when it was written. */
export interface Comment {
  readonly id: number
  readonly body: string
  readonly login: string
  readonly author: 'person' | 'bot'
  /** In ISO 8601. */
  readonly writtenAt: string
}

/** A comment to answer. */
export interface CommandTask extends Omit<ReviewTask, 'change'> {
  /** Of the pull request. */
  readonly number: number
  readonly comment: Comment
  /** Root of the web pages, such as `https://github.com`. */
  readonly webUrl: string
}

/** What came of a comment. */
export interface CommandOutcome {
  /** `none`: it was no command, or not for us. */
  readonly answer: 'none' | 'done' | 'refused'
  /** The review that was part of it. */
  readonly review?: ReviewOutcome
  /** Sentences that the user has to know; backticks around literals. */
  readonly notes: readonly string[]
}

/** What is to be said to the one who asked. */
type Answer =
  | {
      readonly kind: 'done'
      readonly reaction: Reaction
      readonly comment?: string
      readonly review?: ReviewOutcome
      readonly notes?: readonly string[]
    }
  | {readonly kind: 'refused'; readonly sentence: string; readonly review?: ReviewOutcome}

const refused = (sentence: string): Answer => ({kind: 'refused', sentence})

/**
 * Does what a comment asks for, if it is a command of somebody who may write to the repository, and answers with a
 * reaction, and with a sentence where it refuses.
 * @throws UserError for what the user can mend, after it was said; and what is a bug of ours
 */
export async function answerComment(task: CommandTask, surroundings: Surroundings): Promise<CommandOutcome> {
  const {comment, repository} = task
  const {github} = surroundings
  const command = readCommand(comment.body)
  if (!command) return {answer: 'none', notes: []}
  if (comment.author === 'bot') return {answer: 'none', notes: ["The command is a bot's; only people are heard."]}
  const right = await mayWrite(github, repository, comment.login)
  if (right !== 'yes') return tell(task, surroundings, refused(sentenceOn(right)))
  // Whether this is refused is told with the reaction at the end.
  await react(github, repository, comment.id, 'eyes')
  try {
    return await tell(task, surroundings, await carryOut(command, task, surroundings))
  } catch (error) {
    const sentence =
      error instanceof UserError
        ? error.message
        : 'awesome-doctor broke, which is a bug of its own; the log of the run has its stack.'
    await tell(task, surroundings, refused(sentence))
    throw error
  }
}

const sentenceOn = (right: 'no' | Refusal): string =>
  right === 'no'
    ? 'Commands are for those who may write to this repository.'
    : `GitHub did not tell who may write to this repository (${right.status} ${right.message}), so nothing was done; ask again later.`

async function carryOut(command: Command, task: CommandTask, surroundings: Surroundings): Promise<Answer> {
  const {github, rules} = surroundings
  const {repository, number, comment, configFile, webUrl} = task
  const pull = {...repository, number}
  if (command.kind === 'help') return {kind: 'done', reaction: '+1', comment: helpComment()}
  if (command.kind === 'unknown') {
    const word = command.word.replaceAll('`', '').slice(0, 40)
    return refused(`There is no command \`${word}\`; what there is: ${commandList}.`)
  }
  const ends = await readPullEnds(github, pull)
  if (ends.state === 'closed') return refused('This pull request is closed, so nothing was done.')
  if (command.kind === 'check') return check(task, surroundings)
  if (command.kind === 'ignore') {
    const {baseRef} = ends
    const wish = {repository, baseRef, webUrl, ...(configFile && {configFile}), what: command.what}
    const advice = await adviseIgnoring(github, wish, rules)
    return 'refused' in advice ? refused(advice.refused) : {kind: 'done', reaction: '+1', comment: advice.comment}
  }
  const fixing = await commitFixes(
    {...task, pull, ends, askedBy: comment.login, askedAt: comment.writtenAt},
    surroundings
  )
  if (fixing.kind === 'refused') return refused(fixing.sentence)
  return {kind: 'done', reaction: 'rocket', ...(await reviewAfter(task, fixing, surroundings))}
}

async function check(task: CommandTask, surroundings: Surroundings): Promise<Answer> {
  const change = {kind: 'pull request', number: task.number} as const
  const review = await reviewPullRequest({...task, change}, surroundings)
  if (review.outcome === 'superseded')
    return {
      ...refused('The branch has moved on while it was looked at; the run of its new head tells what there is to say.'),
      review
    }
  if (review.show !== task.show)
    return {...refused('GitHub refused the review; the summary of the run tells why, and what was found.'), review}
  return {kind: 'done', reaction: '+1', review}
}

/**
 * Looks at what was committed: GitHub starts no run for what the token of a run pushes, and what was said of the mended
 * has to go. What goes wrong here undoes nothing.
 */
async function reviewAfter(
  task: CommandTask,
  {sha, asked}: Extract<Awaited<ReturnType<typeof commitFixes>>, {kind: 'committed'}>,
  surroundings: Surroundings
): Promise<{review?: ReviewOutcome; notes: readonly string[]}> {
  const change = {kind: 'pull request', number: task.number, head: sha} as const
  const links = {...task.links, ...(asked && {memory: asked.memory})}
  const notes = [`The fixes are committed as \`${sha}\`.`]
  try {
    return {review: await reviewPullRequest({...task, links, change}, surroundings), notes}
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return {notes: [...notes, error.message]}
  }
}

/** Answers on the pull request. What GitHub does not let through is left for the run's own summary. */
async function tell(
  {repository, number, comment}: CommandTask,
  {github}: Surroundings,
  answer: Answer
): Promise<CommandOutcome> {
  const {review} = answer
  const isDone = answer.kind === 'done'
  const body = isDone ? answer.comment : sentenceComment(answer.sentence)
  const saying = body === undefined ? undefined : await say(github, {...repository, number}, body)
  const reacting = await react(github, repository, comment.id, isDone ? answer.reaction : 'confused')
  const notes = [
    ...(isDone ? (answer.notes ?? []) : [answer.sentence]),
    ...(saying ? [unsaid('answer', saying)] : []),
    ...(reacting ? [unsaid('reaction', reacting)] : [])
  ]
  return {answer: answer.kind, ...(review && {review}), notes}
}

const unsaid = (what: string, {status, message}: Refusal): string =>
  `GitHub refused the ${what} (${status} ${message}); the job needs \`permissions: pull-requests: write\`.`
