import {findMarkers, marker} from './markdown.ts'

/** A review comment of ours that stands on GitHub. */
export interface StandingComment {
  readonly body: string
  readonly answered: boolean
}

/** What to do with it, now that some or all of its findings are mended. */
export type Mending<Comment> =
  | {readonly kind: 'delete'; readonly comment: Comment}
  | {readonly kind: 'edit' | 'minimize'; readonly comment: Comment; readonly body: string}

/** Instead of a fingerprint, in comments whose findings are all mended. */
const mendedMarker = 'mended'

/** What is to change in our comments: those whose findings are all gone go too, others lose what was said of those. */
export function planMending<Comment extends StandingComment>(
  comments: readonly Comment[],
  present: ReadonlySet<string>
): readonly Mending<Comment>[] {
  return comments.flatMap((comment): readonly Mending<Comment>[] => {
    const ids = findMarkers(comment.body).filter(id => id !== mendedMarker)
    const left = ids.filter(id => present.has(id))
    if (left.length === ids.length) return []
    if (left.length > 0) return [{kind: 'edit', comment, body: without(comment.body, ids, left)}]
    if (!comment.answered) return [{kind: 'delete', comment}]
    const body = comment.body.slice(0, comment.body.indexOf(marker(ids[0] ?? '')))
    return [{kind: 'minimize', comment, body: `${body.trimEnd()}\n\nThis is mended.\n\n${marker(mendedMarker)}`}]
  })
}

/**
 * The body with what is said of the findings that are left. Each has one line, in the order of the markers. A suggestion
 * goes: it was made for lines that have changed.
 */
function without(body: string, ids: readonly string[], left: readonly string[]): string {
  const lines = body.split(/\r?\n/)
  const kept = lines.slice(0, ids.length).filter((_, index) => left.includes(ids[index] ?? ''))
  const [only] = kept
  const words = kept.length === 1 && only !== undefined ? only.replace(/^- /, '') : kept.join('\n')
  return `${words}\n\n${left.map(marker).join('\n')}`
}
