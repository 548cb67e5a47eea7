import {findMarkers, marker} from './markdown.ts'

/** A review comment of ours that stands on GitHub. */
export interface StandingComment {
  readonly body: string
  readonly answered: boolean
}

/** What to do with it, now that some or all of its findings are mended. */
export type Mending<Comment> =
  | {readonly kind: 'delete'; readonly comment: Comment}
  | {readonly kind: 'edit'; readonly comment: Comment; readonly body: string}
  /** Folded away, with an answer. */
  | {readonly kind: 'close'; readonly comment: Comment; readonly answer: string}

/** Instead of a fingerprint, in the answer that closes a thread. */
const mendedMarker = 'mended'

/** Whether this is the answer that closed a thread: what began it tells of nothing any more. */
export const isClosing = (body: string): boolean => findMarkers(body).includes(mendedMarker)

/**
 * What is to change in our comments: those whose findings are all gone go too, others lose what was said of those. Where
 * two tell of one finding, as after two runs at once, it is left to the one that somebody answered, else to the first.
 */
export function planMending<Comment extends StandingComment>(
  comments: readonly Comment[],
  present: ReadonlySet<string>
): readonly Mending<Comment>[] {
  const told = new Set<string>()
  const answeredFirst = [...comments].sort((a, b) => Number(b.answered) - Number(a.answered))
  return answeredFirst.flatMap((comment): readonly Mending<Comment>[] => {
    const ids = findMarkers(comment.body).filter(id => id !== mendedMarker)
    const standing = ids.filter(id => present.has(id))
    const left = comment.answered ? standing : standing.filter(id => !told.has(id))
    for (const id of left) told.add(id)
    if (left.length === ids.length) return []
    if (left.length > 0) return [{kind: 'edit', comment, body: without(comment.body, ids, left)}]
    if (!comment.answered) return [{kind: 'delete', comment}]
    return [{kind: 'close', comment, answer: `This is mended.\n\n${marker(mendedMarker)}`}]
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
