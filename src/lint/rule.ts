import type {TextEdit} from '../document/edit.ts'
import type {Facts} from '../document/facts.ts'
import type {AwesomeList} from '../document/list.ts'
import type {Fix, Severity} from './diagnostic.ts'
import type {OptionValue} from './option.ts'
import type {RuleDescription} from './rule-description.ts'

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

/** One rule as one value: its words, its examples, its judgement. */
export interface Rule<Options extends object = Record<string, OptionValue>> extends RuleDescription<Options> {
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
