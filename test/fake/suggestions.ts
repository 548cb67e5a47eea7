import type {Code, Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {moveBranch} from './move.ts'
import {type Account, type Pull, type ReviewComment, roleOf, timestamp, type World} from './world.ts'

/** Why the web page would not let one press the button. */
export class SuggestionRefused extends Error {
  override readonly name = 'SuggestionRefused'
}

/** What came of applied suggestions. */
export interface AppliedSuggestions {
  readonly sha: string
  /** The new text of each file that changed. */
  readonly files: Readonly<Record<string, string>>
}

interface Suggestion {
  readonly comment: ReviewComment
  readonly path: string
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

/** The text of the first suggestion block in a comment, if it has one. */
function suggestionIn(body: string): string | undefined {
  let found: Code | undefined
  const visit = (node: Nodes): void => {
    if (found) return
    if (node.type === 'code' && node.lang === 'suggestion' && !node.meta) found = node
    if ('children' in node) node.children.forEach(visit)
  }
  visit(unified().use(remarkParse).parse(body))
  return found?.value
}

const refuse = (reason: string): Error => new SuggestionRefused(reason)

function suggestionOf(pull: Pull, comment: ReviewComment, value: string, blankMeansDelete: boolean): Suggestion {
  const {spot, outdated} = comment.thread
  if (pull.reviews.some(({id, state}) => id === comment.reviewId && state === 'PENDING')) {
    throw refuse('Suggestions cannot be applied from pending reviews.')
  }
  if (outdated || !spot) throw refuse('Suggestions cannot be applied on outdated lines: outdated.')
  if (spot.side === 'LEFT' || spot.startSide === 'LEFT') {
    throw refuse('Applying suggestions on deleted lines is not supported.')
  }
  const lines = value === '' && blankMeansDelete ? [] : value.split('\n')
  return {comment, path: spot.path, start: spot.startLine ?? spot.line, end: spot.line, lines}
}

/**
 * Does what the button on the page does: in the head's files the suggested lines take the place of those that the
 * comment stands on, all in one commit. With `'all'`, every comment that is not outdated and has a suggestion.
 */
export async function applySuggestions(
  world: World,
  pull: Pull,
  ids: readonly number[] | 'all',
  who: Account,
  blankMeansDelete: boolean
): Promise<AppliedSuggestions> {
  const {git} = pull.repository
  if (pull.issue.state === 'closed') throw refuse('Suggestions cannot be applied while the pull request is closed.')
  if (pull.queued) throw refuse('Suggestions cannot be applied while the pull request is queued to merge.')
  if (!pull.headRepository) throw refuse('The head repository is gone.')
  const editors = ['admin', 'maintain', 'write']
  const own = editors.includes(roleOf(pull.headRepository, who) ?? '')
  const allowed = pull.maintainerCanModify && editors.includes(roleOf(pull.repository, who) ?? '')
  if (!own && !allowed) throw refuse('Only those who can write to this branch can apply suggestions.')

  const comments = pull.threads.flatMap(thread => thread.comments)
  const chosen: Suggestion[] = []
  for (const comment of comments) {
    if (ids !== 'all' && !ids.includes(comment.id)) continue
    if (ids === 'all' && (comment.thread.outdated || !comment.thread.spot || comment.thread.resolvedBy)) continue
    const value = suggestionIn(comment.body)
    if (value !== undefined) chosen.push(suggestionOf(pull, comment, value, blankMeansDelete))
    else if (ids !== 'all') throw refuse(`Comment ${comment.id} has no suggestion.`)
  }
  const missing = ids === 'all' ? [] : ids.filter(id => !comments.some(comment => comment.id === id))
  if (missing.length > 0) throw refuse(`No comment ${missing.join(', ')}.`)
  if (chosen.length === 0) throw refuse('No suggestion to apply.')

  const files: Record<string, string> = {}
  const entries = await git.tree(pull.headSha, 'recursive')
  for (const path of new Set(chosen.map(suggestion => suggestion.path))) {
    const entry = entries.find(other => other.path === path)
    if (!entry) throw refuse('outdated')
    const before = (await git.blob(entry.sha)).toString()
    files[path] = replaced(
      before,
      chosen.filter(suggestion => suggestion.path === path)
    )
  }
  const count = chosen.length === 1 ? 'suggestion' : 'suggestions'
  const authors = [...new Set(chosen.map(({comment}) => comment.user.login))]
  const trailers = authors.map(login => `Co-authored-by: ${login} <${login}@users.noreply.github.com>`)
  const message = `Apply ${count} from code review\n\n${trailers.join('\n')}`
  const signature = {name: who.login, email: `${who.login}@users.noreply.github.com`, date: timestamp(world)}
  const sha = await git.commit(pull.headSha, files, message, signature)
  await moveBranch(world, pull.headRepository, `refs/heads/${pull.headRef}`, sha)
  for (const {comment} of chosen) comment.thread.resolvedBy = who
  return {sha, files}
}

function replaced(text: string, suggestions: readonly Suggestion[]): string {
  const lines = text.split('\n')
  const last = text.endsWith('\n') ? lines.length - 1 : lines.length
  const fromBelow = [...suggestions].sort((a, b) => b.start - a.start)
  let below = Number.POSITIVE_INFINITY
  for (const {start, end, lines: suggested} of fromBelow) {
    if (end >= below) throw refuse('Only one suggestion per line can be applied in a batch.')
    if (end > last) throw refuse('outdated')
    if (lines.slice(start - 1, end).join('\n') === suggested.join('\n') && suggested.length > 0) {
      throw refuse('This suggestion is invalid because no changes were made to the code.')
    }
    below = start
    lines.splice(start - 1, end - start + 1, ...suggested)
  }
  return lines.join('\n')
}
