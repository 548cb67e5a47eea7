import {hash} from 'node:crypto'
import {location} from 'vfile-location'
import type {TextEdit} from '../document/edit.ts'
import {applyEdits} from '../document/edit.ts'
import type {Facts} from '../document/facts.ts'
import {noFacts} from '../document/facts.ts'
import type {AwesomeList} from '../document/list.ts'
import {parse} from '../document/parse/parse.ts'
import {readList} from '../document/read-list.ts'
import {readText} from '../document/read-text.ts'
import type {Config} from './config.ts'
import type {Place, Severity} from './diagnostic.ts'
import type {OptionValue} from './option.ts'
import type {Problem, Range, Rule} from './rule.ts'

/** A problem with the rule that has it and the severity that the configuration gives it. */
export interface Finding {
  readonly rule: Rule
  readonly severity: Severity
  readonly problem: Problem
}

/** What is asked about one text. */
export interface Question {
  readonly text: string
  readonly rules: readonly Rule[]
  readonly config: Config
  readonly facts?: Facts
  /** Lines (from 1) that a diff added or changed. */
  readonly changedLines?: readonly number[]
}

/** The first answer: the list as read, and what the rules say of it, in order of place. */
export interface Reading {
  readonly list: AwesomeList
  readonly findings: readonly Finding[]
  readonly crashes: readonly {readonly rule: string; readonly stack: string}[]
}

/** Severity of a rule under a configuration, and the options it gets; nothing where it is off. */
function settingOf(
  rule: Rule,
  config: Config
): {severity: Severity; options: Partial<Record<string, OptionValue>>} | undefined {
  const setting = config.rules[rule.id]
  if (setting === 'off') return undefined
  const {preset} = config
  const options = {...(preset === 'strict' && rule.presetOptions?.awesome), ...rule.presetOptions?.[preset]}
  if (setting) return {severity: setting[0], options: {...options, ...setting[1]}}
  if (rule.presets && !rule.presets.includes(preset)) return undefined
  return {severity: preset === 'strict' ? 'error' : rule.severity, options}
}

/** Parses a text, reads it into the model and lets the rules judge: no proof of fixes yet. */
export function read(question: Question): Reading {
  return judge(readText(question.text), question)
}

/** Reads an edited text again, parsing only what the edits changed. */
export function readAgain(before: AwesomeList, edits: readonly TextEdit[], question: Omit<Question, 'text'>): Reading {
  const text = applyEdits(before.text, edits)
  return judge(readList(parse(text, before.root), text), question)
}

/** Lets the rules judge a list that was read already. */
export function judge(
  list: AwesomeList,
  {rules, config, facts = noFacts, changedLines}: Omit<Question, 'text'>
): Reading {
  const findings: Finding[] = []
  const crashes: {rule: string; stack: string}[] = []
  const isChanged = changedTest(list.text, changedLines)
  const hasDiff = changedLines !== undefined
  for (const rule of rules) {
    const setting = settingOf(rule, config)
    if (!setting) continue
    try {
      for (const problem of rule.check({list, options: setting.options, facts, isChanged, hasDiff})) {
        const own = config.rules[rule.id] || config.preset === 'strict' ? undefined : problem.severity
        findings.push({rule, severity: own ?? setting.severity, problem})
      }
    } catch (error) {
      crashes.push({rule: rule.id, stack: error instanceof Error ? (error.stack ?? error.message) : String(error)})
    }
  }
  findings.sort((a, b) => a.problem.at[0] - b.problem.at[0] || a.problem.at[1] - b.problem.at[1])
  return {list, findings, crashes}
}

/** Tells whether a range has a line that a diff added or changed; without a diff every line counts. */
export function changedTest(text: string, changedLines: readonly number[] | undefined): (at: Range) => boolean {
  if (!changedLines) return () => true
  const changed = new Set(changedLines)
  const places = location(text)
  return ([start, end]) => {
    const first = places.toPoint(start)?.line ?? 1
    const last = places.toPoint(Math.max(start, end - 1))?.line ?? first
    for (let line = first; line <= last; line++) if (changed.has(line)) return true
    return false
  }
}

/** Turns offsets into unist positions. */
export function placer(text: string): (at: Range) => Place {
  const places = location(text)
  const point = (offset: number): Place['start'] => {
    const found = places.toPoint(offset)
    if (found?.offset === undefined) throw new RangeError(`No place at offset ${offset} of ${text.length}`)
    return {line: found.line, column: found.column, offset}
  }
  return ([start, end]) => ({start: point(start), end: point(end)})
}

/**
 * Names a finding so that the name survives text inserted above: path, rule, the text it stands on and, for equal
 * ones, a count. No line number goes in.
 */
export function fingerprints(path: string, text: string, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>()
  return findings.map(({rule, problem}) => {
    const subject = [path, rule.id, subjectOf(text, problem.at)].join('\u0000')
    const count = seen.get(subject) ?? 0
    seen.set(subject, count + 1)
    return hash('sha256', `${subject}\u0000${count}`, 'hex').slice(0, 16)
  })
}

/** The words at a place; around it, where the place itself has none. The rest of the line may change. */
function subjectOf(text: string, [start, end]: Range): string {
  const own = text.slice(start, Math.min(end, start + 400))
  if (/[\p{L}\p{N}]{2}/u.test(own)) return own
  const before = text.slice(Math.max(0, start - 16), start)
  const after = text.slice(end, end + 16)
  return [before.slice(before.lastIndexOf('\n') + 1), own, after.split('\n', 1)[0]].join('\u0000')
}
