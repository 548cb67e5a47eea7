import {lintRule} from 'unified-lint-rule'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import {applyEdits, byPlace, type TextEdit} from '../document/edit.ts'
import type {AwesomeList} from '../document/list.ts'
import {excess} from '../document/parse/bounds.ts'
import {readText} from '../document/read-text.ts'
import {defaultConfig} from './config.ts'
import {prove} from './fix.ts'
import {type Finding, judge, type Question, type Reading, readAgain} from './lint.ts'
import type {OptionValue} from './option.ts'
import type {RemarkPlugin} from './remark-plugin.ts'
import type {Rule} from './rule.ts'
import {ruleUrl} from './rule-url.ts'

/** Read once for all the rules that run on one file. */
const lists = new WeakMap<VFile, {readonly text: string; readonly list: AwesomeList | undefined}>()

/**
 * The list as we parse it, since what other parsers see depends on what they were told: without GFM there is no table.
 * @returns nothing for a text that is too complex to parse
 */
function listOf(file: VFile): AwesomeList | undefined {
  const text = String(file)
  const known = lists.get(file)
  if (known?.text === text) return known.list
  const list = excess(text) ? undefined : readText(text)
  lists.set(file, {text, list})
  return list
}

/**
 * The rule as a plain remark-lint plugin, for remark-cli and editors; on as the rule is by itself, with its own level.
 * Where a proven fix is one replacement it fills `actual` and `expected`, from which editors make a quick fix.
 */
export function asPlugin(rule: Rule): RemarkPlugin {
  const lint = lintRule<never, unknown>(
    {origin: `awesome-doctor:${rule.id}`, url: ruleUrl(rule.id)},
    (_, file, options) => {
      const list = listOf(file)
      if (list) tell(file, list, ask(rule, options))
    }
  )
  const level = rule.severity === 'error' ? 'error' : 'warn'
  const plugin: RemarkPlugin = options => lint(Array.isArray(options) ? options : [level, options]) as never
  // unified's own way to name a plugin in what it says.
  Object.defineProperty(plugin, 'name', {value: `awesome-doctor:${rule.id}`})
  return plugin
}

const isRecord = (value: unknown): value is Readonly<Record<string, OptionValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One rule alone, with the options of the default preset and those given over them. */
function ask(rule: Rule, options: unknown): Omit<Question, 'text'> {
  const usual = rule.presetOptions?.default as Readonly<Record<string, OptionValue>> | undefined
  const own = {...usual, ...(isRecord(options) && options)}
  return {rules: [rule], config: {...defaultConfig, rules: {[rule.id]: [rule.severity, own]}}}
}

function tell(file: VFile, list: AwesomeList, question: Omit<Question, 'text'>): void {
  const reading = judge(list, question)
  const [crash] = reading.crashes
  if (crash) throw new Error(crash.stack)
  const proven = prove(reading, reading.findings, edits => readAgain(list, edits, question))
  const places = location(file)
  for (const finding of reading.findings) {
    const {problem, rule} = finding
    const edit = proven.has(finding) ? replacementOf(reading, finding) : undefined
    const [start, end] = (edit?.range ?? problem.at).map(offset => places.toPoint(offset))
    if (!start || !end) continue
    const message = file.message(problem.reason, {start, end})
    message.note = problem.note ?? rule.why
    if (edit) Object.assign(message, {actual: list.text.slice(...edit.range), expected: [edit.newText]})
  }
}

/** A fix as one replacement: its one edit, or several on one line taken together. */
function replacementOf({list: {text}}: Reading, {problem}: Finding): TextEdit | undefined {
  const edits = problem.fix?.edits.toSorted(byPlace) ?? []
  const [first, last] = [edits[0], edits.at(-1)]
  if (!first || !last) return undefined
  const [start, end] = [first.range[0], last.range[1]]
  if (edits.length > 1 && text.slice(start, end).includes('\n')) return undefined
  const moved = edits.map(edit => ({...edit, range: [edit.range[0] - start, edit.range[1] - start] as const}))
  return {range: [start, end], newText: applyEdits(text.slice(start, end), moved)}
}
