import type {Comment} from '../job/command.ts'

/** Where work is to be done, as an event told it. */
export interface Site {
  /** Id of the installation of the App that may work there. */
  readonly installation: number
  /** Id of the repository, which stays when it is renamed. */
  readonly repositoryId: number
  readonly owner: string
  readonly repo: string
}

/** What is to be done there. */
export type Task =
  | {readonly kind: 'review'; readonly number: number /** As the event knew it. */; readonly head?: string}
  /** All reviews that a check run on this commit tells of. */
  | {readonly kind: 'rerun'; readonly head: string}
  | {readonly kind: 'command'; readonly number: number; readonly comment: Comment}
  | {readonly kind: 'audit'}

/** One piece of work. It goes through a queue as JSON. */
export type Work = Site & Task

/** Work to be queued. */
export interface Order {
  /** Work of one id is done once, however often it is ordered: letters, digits, `_` and `-`. */
  readonly id: string
  /** Orders of one lane are done one after the other, as they came. */
  readonly lane: string
  /** A later order of the same lane and key takes the place of one that still waits. */
  readonly key?: string
  /** Milliseconds before which it is not begun; default is none. */
  readonly delay?: number
  readonly work: Work
}

/** The order of some work: repositories are lanes, and of what looks at a whole state only the last counts. */
export function orderOf(id: string, work: Work, delay = 0): Order {
  return {
    id,
    lane: String(work.repositoryId),
    ...(work.kind === 'review' && {key: `review-${work.number}`}),
    ...(work.kind === 'audit' && {key: 'audit'}),
    ...(delay > 0 && {delay}),
    work
  }
}
