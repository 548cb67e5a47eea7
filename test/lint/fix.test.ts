import {describe, expect, it} from 'vitest'
import type {TextEdit} from '../../src/document/edit.ts'
import {applyEdits, insert, remove, replace} from '../../src/document/edit.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import {editsOf, prove} from '../../src/lint/fix.ts'
import {read, readAgain} from '../../src/lint/lint.ts'
import type {Problem, Rule, RuleFix} from '../../src/lint/rule.ts'
import {invisible, safe, unsafe} from '../../src/lint/rule.ts'

/** A rule that complains of every match of a word, with a fix made by the test. */
function ruleOn(
  id: string,
  word: RegExp,
  fix: (at: readonly [number, number], text: string) => RuleFix | undefined
): Rule {
  return {
    id,
    summary: 'Test.',
    why: 'Test.',
    severity: 'warning',
    examples: {good: [], bad: []},
    *check({list}): Iterable<Problem> {
      for (const match of list.text.matchAll(word)) {
        const at = [match.index, match.index + match[0].length] as const
        const cure = fix(at, list.text)
        yield {at, reason: `Unexpected ${id}`, ...(cure && {fix: cure})}
      }
    }
  }
}

/** Proves the fixes of some rules on a text; counts how often the text was read for that. */
function proving(text: string, ...rules: readonly Rule[]) {
  const question = {text, rules, config: defaultConfig}
  const reading = read(question)
  let readings = 0
  const proven = prove(reading, reading.findings, (edits: readonly TextEdit[]) => {
    readings++
    return readAgain(reading.list, edits, question)
  })
  const fixed = applyEdits(text, editsOf(reading.findings, proven, 'unsafe').edits)
  return {fixed, readings, proven: reading.findings.map(finding => proven.has(finding))}
}

const cut = ruleOn('cut', /x/g, at => safe('Cut', remove(...at)))

describe('a fix is proven', () => {
  it('when its finding is gone and nothing else changes', () => {
    expect(proving('axb\n\ncxd\n', cut)).toEqual({fixed: 'ab\n\ncd\n', readings: 1, proven: [true, true]})
  })

  it('in one batch, however many there are', () => {
    expect(proving('axb\n\n'.repeat(500), cut).readings).toBe(1)
  })

  it('together with the others that share its edits', () => {
    const both = ruleOn('both', /[yz]/g, (_, text) =>
      unsafe('Drop both', ...[...text.matchAll(/[yz]/g)].map(match => remove(match.index, match.index + 1)))
    )
    expect(proving('ayb\n\nczd\n', both)).toEqual({fixed: 'ab\n\ncd\n', readings: 1, proven: [true, true]})
  })
})

describe('links by name', () => {
  const move = (to: string) => ruleOn('move', /https:\/\/old\S*/g, at => safe('Change the address', replace(...at, to)))
  const text = '[A][a] and [b].\n\n[a]: https://old.example\n[b]: https://b.example\n'

  it('may lead elsewhere once their definition is mended', () => {
    expect(proving(text, move('https://new.example')).proven).toEqual([true])
  })

  it('may not be lost with it', () => {
    expect(proving(text, move('https://new.example and more')).proven).toEqual([false])
  })
})

describe('a fix is refused', () => {
  it('when its finding stays', () => {
    const idle = ruleOn('idle', /y/g, at => safe('Do nothing of use', insert(at[0], '.')))
    expect(proving('ayb\n', idle).proven).toEqual([false])
  })

  it('when it brings a new finding', () => {
    const worse = ruleOn('worse', /y/g, at => safe('Make it x', replace(...at, 'x')))
    expect(proving('ayb\n', worse, cut).proven).toEqual([false])
  })

  it('when it changes what no edit lies in', () => {
    const fence = ruleOn('fence', /y/g, at => safe('Open a code block', replace(...at, '```\n')))
    expect(proving('y\n\ntext\n\nmore\n', fence).proven).toEqual([false])
  })

  it('when it promises to change nothing and does', () => {
    const loud = ruleOn('loud', /y/g, at => invisible('Say z', replace(...at, 'z')))
    expect(proving('ayb\n', loud).proven).toEqual([false])
    const loose = ruleOn('loose', /y\n/g, at => invisible('Move the items apart', replace(at[0], at[1], '\n\n')))
    expect(proving('- ay\n- b\n', loose).proven).toEqual([false])
  })

  it('when a link is lost', () => {
    const breaking = ruleOn('breaking', /\(h/g, at => safe('Break the link', replace(...at, ' (h')))
    expect(proving('[a](https://a.example) b\n', breaking).proven).toEqual([false])
  })

  it('without taking the good ones along', () => {
    const mixed = ruleOn('mixed', /y/g, at => safe('Make it x', replace(...at, 'x')))
    const {fixed, readings} = proving(`${'axb\n\n'.repeat(60)}ayb\n\n${'axb\n\n'.repeat(60)}`, cut, mixed)
    expect(fixed).toBe(`${'ab\n\n'.repeat(60)}ayb\n\n${'ab\n\n'.repeat(60)}`)
    expect(readings).toBeLessThan(6)
  })
})

it('tries fixes that touch each other one after the other', () => {
  const first = ruleOn('first', /xy/g, at => safe('Cut', remove(...at)))
  const second = ruleOn('second', /yz/g, at => safe('Cut', remove(...at)))
  expect(proving('axyzb\n', first, second).fixed).toBe('azb\n')
})
