import {rules} from '../../rules/index.ts'
import {noFacts} from '../../src/document/facts.ts'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'
import {median} from './measure.ts'

const runs = 15

/** Milliseconds that each rule takes for a text, once it is warm, and for comparison what comes before the rules. */
export function ruleTimes(text: string): Record<string, number> {
  const list = readList(parse(text), text)
  const isChanged = () => true
  const works: [name: string, work: () => unknown][] = [
    ['(parse)', () => parse(text)],
    ['(readList)', () => readList(list.root, text)],
    ...rules.map((rule): [string, () => unknown] => [
      rule.id,
      () => [
        ...rule.check({list, options: rule.presetOptions?.default ?? {}, facts: noFacts, isChanged, hasDiff: false})
      ]
    ])
  ]
  return Object.fromEntries(works.map(([name, work]) => [name, median(Array.from({length: runs}, () => time(work)))]))
}

function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
