import type {Node} from 'unist'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.ts'
import {applyEdits} from '../src/document/edit.ts'
import {parse} from '../src/document/parse/parse.ts'
import {readList} from '../src/document/read-list.ts'
import {examineHere} from '../src/job/examine-here.ts'
import {defaultConfig} from '../src/lint/config.ts'
import type {Diagnostic} from '../src/lint/diagnostic.ts'
import type {Rule} from '../src/lint/rule.ts'
import type {GoodExample} from '../src/lint/rule-description.ts'
import type {RuleSetting} from '../src/lint/rule-setting.ts'

/** The findings of one rule alone on a text, fixes proven. */
function lintWith(rule: Rule, {text, options, facts, changedLines}: GoodExample): readonly Diagnostic[] {
  const settings: Record<string, RuleSetting> = Object.fromEntries(rules.map(other => [other.id, 'off']))
  if (options || rule.presets?.length === 0) settings[rule.id] = [rule.severity, options ?? {}]
  else delete settings[rule.id]
  const config = {...defaultConfig, preset: rule.presets?.[0] ?? defaultConfig.preset, rules: settings}
  const task = {path: 'readme.md', text, config, ...(facts && {facts}), ...(changedLines && {changedLines})}
  return examineHere(task).diagnostics
}

const say = ({place, reason}: Diagnostic): string => `${place.start.line}:${place.start.column}: ${reason}`

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has words for people', () => {
    expect(rule.summary).toMatch(/^[A-Z`#].*\.$/s)
    expect(rule.why).toMatch(/\.$/)
    expect(rule.examples.good.length).toBeGreaterThan(0)
    expect(rule.examples.bad.length).toBeGreaterThan(0)
  })

  it.each(rule.examples.good.map(example => [example.text, example] as const))('accepts %j', (_, example) => {
    expect(lintWith(rule, example).map(say)).toEqual([])
  })

  it.each(rule.examples.bad.map(example => [example.text, example] as const))('refuses %j', (text, example) => {
    const {says, fixed} = example
    const found = lintWith(rule, example)
    expect(found.map(say)).toEqual(says)
    const edits = new Map(found.flatMap(({fix}) => fix?.edits ?? []).map(edit => [JSON.stringify(edit), edit]))
    if (fixed === undefined) return expect(edits.size).toBe(0)
    const mended = applyEdits(text, [...edits.values()])
    expect(mended).toBe(fixed)
    expect(
      lintWith(rule, {...example, text: mended})
        .filter(({fix}) => fix)
        .map(say)
    ).toEqual([])
  })

  it('neither throws nor speaks on trees without positions', () => {
    for (const {text, options = {}, facts = {}} of [...rule.examples.good, ...rule.examples.bad]) {
      const root = parse(text)
      const strip = (node: Node & {children?: readonly Node[]}): void => {
        delete node.position
        for (const child of node.children ?? []) strip(child)
      }
      strip(root)
      const list = readList(root, text)
      expect([...rule.check({list, options, facts, isChanged: () => true, hasDiff: false})]).toEqual([])
    }
  })
})
