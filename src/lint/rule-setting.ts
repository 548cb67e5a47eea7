import {fieldsOf, type Item, isRecord, oneOf, show} from './config-item.ts'
import type {Severity} from './diagnostic.ts'
import type {OptionValue, RuleOptions} from './option.ts'

/** What the user says of one rule; options are the rule's own. */
export type RuleSetting = 'off' | readonly [level: Severity, options?: Readonly<Record<string, OptionValue>>]

/** Settings by the id of their rule. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** What of a rule the configuration has to know. */
export interface KnownRule {
  readonly id: string
  /** The level that `true` switches the rule on with. */
  readonly severity?: Severity
  readonly options?: RuleOptions
}

const levels = ['off', 'warn', 'error'] as const

/** A mapping from rules to levels, or to levels with options. @throws UserError for an unknown rule, level or option. */
export function readRules(item: Item, rules: readonly KnownRule[]): RuleSettings {
  const settings = [...fieldsOf(item, idsOf(rules))].map(([id, one]) => {
    const known = rules.find(rule => rule.id === id)!
    if (!Array.isArray(one.value)) return [id, readLevel(one, known)] as const
    const [level, options, ...rest] = one.value as readonly unknown[]
    const setting = readLevel({...one, value: level}, known)
    if (rest.length > 0 || (options !== undefined && !isRecord(options)))
      throw one.complain(one, 'must be a level, or a level and its options: `[warn, {option: value}]`.')
    if (setting === 'off' || !isRecord(options)) return [id, setting] as const
    const path = [...one.path, 1]
    return [id, [setting[0], readOptions({...one, path, value: options}, known)] as const] as const
  })
  return Object.fromEntries(settings)
}

/** The level of one rule. @throws UserError for an unknown one. */
export function readLevel(item: Item, rule: KnownRule): RuleSetting {
  // YAML 1.1 habits: `off` may arrive as false, and whoever writes `true` wants the rule as it comes.
  if (item.value === false) return 'off'
  if (item.value === true || item.value === 'on') return [rule.severity ?? 'warning']
  if (item.value === 'warning') return ['warning']
  const level = oneOf(item, levels)
  if (level === 'off') return 'off'
  return [level === 'warn' ? 'warning' : 'error']
}

/** What holds where one setting is said over another: a mere level keeps the options below it. */
export function layered(below: RuleSetting | undefined, above: RuleSetting): RuleSetting {
  if (above === 'off' || above[1] || below === undefined || below === 'off' || !below[1]) return above
  return [above[0], below[1]]
}

/** The ids of rules. */
export const idsOf = (rules: readonly KnownRule[]): readonly string[] => rules.map(rule => rule.id)

function readOptions(item: Item, {id, options = {}}: KnownRule): Readonly<Record<string, OptionValue>> {
  const names = Object.keys(options)
  if (names.length === 0) throw item.complain(item, `cannot be set: \`${id}\` has no options, only a level.`)
  const given = [...fieldsOf(item, names)].map(([name, field]) => {
    const {example, values} = options[name]!
    if (values) return [name, oneOf(field, values as readonly string[])] as const
    if (isLike(example, field.value)) return [name, field.value as OptionValue] as const
    throw field.complain(field, `is ${show(field.value)}, but must be ${kindOf(example)}, such as ${show(example)}.`)
  })
  return Object.fromEntries(given)
}

const isLike = (example: OptionValue, value: unknown): boolean =>
  Array.isArray(example)
    ? Array.isArray(value) && value.every(one => typeof one === 'string')
    : typeof example === 'number'
      ? Number.isInteger(value) && (value as number) >= 0
      : typeof value === typeof example

const kindOf = (example: OptionValue): string =>
  Array.isArray(example)
    ? 'a list of texts'
    : {string: 'a text', number: 'a whole number', boolean: '`true` or `false`'}[
        typeof example as 'string' | 'number' | 'boolean'
      ]
