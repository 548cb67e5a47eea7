import type {Root} from 'mdast'
import type {Plugin} from 'unified'
import {lintRule} from 'unified-lint-rule'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import type {TextEdit} from '../document/edit.ts'
import type {Facts} from '../document/facts.ts'
import {noFacts} from '../document/facts.ts'
import type {AwesomeList} from '../document/list.ts'
import {parse} from '../document/parse/parse.ts'
import {readList} from '../document/read-list.ts'
import type {Preset} from './config.ts'
import type {Fix, Safety, Severity} from './diagnostic.ts'
import type {OptionValue, RuleOptions} from './option.ts'
import {ruleUrl} from './rule-url.ts'

/** Start and end (excluded) as UTF-16 offsets into the source. */
export type Range = readonly [start: number, end: number]

/** A complaint of a rule. The engine adds lines, columns, severity and address. */
export interface Problem {
  readonly at: Range
  readonly reason: string
  /** Instead of the rule's own, where this case is plainly better or worse than the rule's others. */
  readonly severity?: Severity
  readonly note?: string
  /** Instead of the rule's own, where a rule unites several checks of others. */
  readonly aliases?: readonly string[]
  readonly related?: readonly {readonly message: string; readonly at: Range}[]
  readonly fix?: RuleFix
}

/** A fix as a rule proposes it; nobody sees it before the engine has proven it. */
export interface RuleFix extends Fix {
  /** What may look different once rendered: `nothing`, or what the edits touch (default). */
  readonly renders?: 'nothing'
}

/** What a rule gets to judge. */
export interface Context<Options> {
  readonly list: AwesomeList
  /** What the configuration or the preset says; an option that nobody set is not there. */
  readonly options: Partial<Options>
  readonly facts: Facts
  /** Whether a diff added or changed a line of this range; without a diff, yes. */
  readonly isChanged: (at: Range) => boolean
  /** Whether there is a diff at all. */
  readonly hasDiff: boolean
}

/** A text to show what a rule accepts. */
export interface GoodExample {
  readonly text: string
  readonly options?: Readonly<Record<string, OptionValue>>
  readonly facts?: Facts
  /** Lines (from 1) that a diff added or changed. */
  readonly changedLines?: readonly number[]
}

/** A text to show what a rule refuses, with what it says (`line:column: reason`) and the text once fixed. */
export interface BadExample extends GoodExample {
  readonly says: readonly string[]
  /** After every fix of this rule, unsafe ones included; left out where the rule has none here. */
  readonly fixed?: string
}

/** One rule as one value: its words, its examples (tests and manual at once), its judgement. */
export interface Rule<Options extends object = Record<string, OptionValue>> {
  readonly id: string
  readonly summary: string
  readonly why: string
  readonly severity: Severity
  /** How sure its fixes are; `mixed` where it depends on the case. */
  readonly fix?: Safety | 'mixed'
  /** In which presets it is on; by default in all, with none only where the configuration asks for it. */
  readonly presets?: readonly Preset[]
  /** Ids of the same check in awesome-lint and remark-lint, which ignore comments may name. */
  readonly aliases?: readonly string[]
  readonly options?: RuleOptions<Options>
  /** What a preset sets where the configuration says nothing; `strict` takes over what `awesome` has. */
  readonly presetOptions?: Readonly<Partial<Record<Preset, Partial<Options>>>>
  readonly examples: {readonly good: readonly GoodExample[]; readonly bad: readonly BadExample[]}
  readonly check: (context: Context<Options>) => Iterable<Problem>
}

/** Gives a rule its types. */
export const defineRule = <Options extends object = Record<string, never>>(rule: Rule<Options>): Rule =>
  rule as unknown as Rule

/** A fix that keeps the author's meaning without doubt. */
export const safe = (title: string, ...edits: readonly TextEdit[]): RuleFix => ({safety: 'safe', title, edits})

/** A safe fix of the source that nobody sees once the list is rendered. */
export const invisible = (title: string, ...edits: readonly TextEdit[]): RuleFix => ({
  safety: 'safe',
  title,
  edits,
  renders: 'nothing'
})

/** A fix that wants a person's eye. */
export const unsafe = (title: string, ...edits: readonly TextEdit[]): RuleFix => ({safety: 'unsafe', title, edits})

/** Parsed once for all the rules that run on one file, also when each is a plugin of its own. */
const readings = new WeakMap<VFile, {root: Root; list: AwesomeList}>()

function readingOf(root: Root, file: VFile): AwesomeList {
  const known = readings.get(file)
  if (known?.root === root) return known.list
  const text = String(file)
  // Our offsets count a byte-order mark, those of other parsers don't.
  const list = readList(text.charCodeAt(0) === 0xfeff ? parse(text) : root, text)
  readings.set(file, {root, list})
  return list
}

/**
 * The rule as a plain remark-lint plugin, for remark-cli and editors.
 * Where one edit mends the very place, `actual` and `expected` are filled, from which editors make a quick fix.
 */
export function asPlugin(rule: Rule): Plugin<[options?: unknown], Root> {
  return lintRule<Root, object | undefined>(
    {origin: `awesome-doctor:${rule.id}`, url: ruleUrl(rule.id)},
    (root, file, options) => {
      const list = readingOf(root, file)
      const places = location(file)
      for (const problem of rule.check({
        list,
        options: {...rule.presetOptions?.default, ...options},
        facts: noFacts,
        isChanged: () => true,
        hasDiff: false
      })) {
        const [edit, ...others] = problem.fix?.edits ?? []
        const only = edit && others.length === 0 ? edit : undefined
        const [from, to] = only?.range ?? problem.at
        const start = places.toPoint(from)
        const end = places.toPoint(to)
        if (!start || !end) continue
        const message = file.message(problem.reason, {start, end})
        message.note = problem.note ?? rule.why
        if (only) Object.assign(message, {actual: list.text.slice(from, to), expected: [only.newText]})
      }
    }
  ) as Plugin<[options?: unknown], Root>
}
