import type {Facts} from '../../src/document/facts.ts'
import type {AwesomeList} from '../../src/document/list.ts'
import {commonest} from '../../src/document/style.ts'
import type {Problem} from '../../src/lint/rule.ts'
import type {BadExample, GoodExample} from '../../src/lint/rule-description.ts'

/** One of the checks of `markdown-style`, named as in remark-lint and awesome-lint. */
export interface Check {
  readonly id: string
  readonly why: string
  readonly good?: readonly GoodExample[]
  readonly bad: readonly BadExample[]
  readonly check: (list: AwesomeList, facts: Facts) => Iterable<Problem>
}

/** The value that most have, with words for the message: a style that is only asked to be the same everywhere. */
export function prevailing<T extends string>(values: readonly T[]): {value: T; like: string} | undefined {
  const usual = commonest(values)
  if (!usual || usual.count === usual.total) return undefined
  const clear = usual.count * 2 > usual.total
  return {value: usual.value, like: clear ? `like ${usual.count} of ${usual.total} here` : 'like the first here'}
}

/** `1 space`, `2 spaces`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
