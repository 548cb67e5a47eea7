import {UserError} from '../document/error.ts'
import {wasAnswered} from '../github/conversation.ts'
import {answerComment} from '../job/command.ts'
import {done, type Outcome, type Try, textOf, type Workshop} from './outcome.ts'
import {maxComments} from './review.ts'

/** Answers a comment, once: what goes wrong is told there, and asking again is up to whoever asked. */
export async function performCommand({job, work, github}: Try<'command'>, workshop: Workshop): Promise<Outcome> {
  const {settings, states, log} = workshop
  const {owner, repo, number, comment} = work
  const repository = {owner, repo}
  if (job.begunBefore === 'perhaps' && (await wasAnswered(github, {...repository, number}, comment)))
    return done('answered')
  const state = await states.open(work.repositoryId)
  try {
    const {answer, review, notes} = await answerComment(
      {
        repository,
        number,
        comment,
        overrides: {},
        maxComments,
        links: {which: settings.links, memory: state.memory},
        show: 'review',
        webUrl: settings.places.webUrl
      },
      {github, log}
    )
    if (review?.asked) await state.keep(review.asked.memory)
    return done(answer, notes)
  } catch (error) {
    if (error instanceof UserError) return done('refused', [error.message])
    return {word: 'dead', verdict: {kind: 'dead', error: textOf(error)}, notes: []}
  }
}
