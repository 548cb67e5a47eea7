import {rules as allRules} from '../rules/index.ts'
import {UserError} from './document/error.ts'
import {examineHere} from './job/examine-here.ts'
import type {Config, Preset} from './lint/config.ts'
import {configFor} from './lint/config-for.ts'
import type {Item} from './lint/config-item.ts'
import type {FileReport, Safety} from './lint/diagnostic.ts'
import type {OptionValue} from './lint/option.ts'
import {configOf} from './lint/parse-config.ts'
import type {RuleDescription} from './lint/rule-description.ts'

export type {TextEdit} from './document/edit.ts'
export type {Preset} from './lint/config.ts'
export type {Diagnostic, FileReport, Fix, Place, PlacedPoint, Related, Safety, Severity} from './lint/diagnostic.ts'
export type {OptionValue, RuleOption, RuleOptions} from './lint/option.ts'
export type {BadExample, GoodExample, RuleDescription} from './lint/rule-description.ts'

/** How a rule is set: off, on with its own level, or on with a level of yours. */
export type Level = 'off' | 'warn' | 'error' | boolean

/** Levels by the id of their rule, with options where the rule has some. */
export type RuleLevels = Readonly<
  Record<string, Level | readonly [level: Level, options?: Readonly<Record<string, OptionValue>>]>
>

/** What differs from the default, written as in the config file. */
export interface ListConfig {
  readonly preset?: Preset
  readonly rules?: RuleLevels
  /** What differs for files whose path fits; the later ones win. */
  readonly overrides?: readonly {
    readonly files: readonly string[]
    readonly preset?: Preset
    readonly rules?: RuleLevels
  }[]
}

/** A list to look at. */
export interface Input {
  /** The markdown, as it is in the file: a byte-order mark counts in every offset. */
  readonly text: string
  /** To name the file by in findings, and for `overrides`; `readme.md` where nothing is said. */
  readonly path?: string
  readonly config?: ListConfig
}

/** Every rule in words, in reading order. */
export const rules: readonly RuleDescription[] = allRules

/**
 * What the rules say of a list, in order of place; every fix in the answer is proven. Nothing is read but the text,
 * and nobody is asked: rules about links, files and repositories say nothing.
 * @throws Error named `UserError` for a config that is wrong, with the key and the nearest valid name
 */
export const lint = (input: Input): FileReport => examineHere(taskOf(input))

/**
 * The list with every safe fix made (with `'unsafe'` every fix), and what is left to say of it. To fix what was fixed
 * changes nothing.
 * @throws Error named `UserError` for a config that is wrong, with the key and the nearest valid name
 */
export const fix = (input: Input, upTo: Safety = 'safe'): FileReport => {
  const levels: readonly string[] = ['safe', 'unsafe']
  if (!levels.includes(upTo)) throw new UserError(`\`fix\` goes up to \`safe\` or \`unsafe\`, not \`${String(upTo)}\`.`)
  return examineHere({...taskOf(input), fix: upTo})
}

function taskOf(input: Input): {text: string; path: string; config: Config} {
  const {text, path = 'readme.md', config = {}} = input
  if (typeof text !== 'string')
    throw new UserError('`text` must be the markdown of a list, as a string: `lint({text})`.')
  const item: Item = {path: [], value: config, complain: ({path: way}, problem) => complaint(way, problem)}
  return {text, path, config: configFor(configOf(item, allRules), path)}
}

const complaint = (way: Item['path'], problem: string): UserError =>
  new UserError(`\`${['config', ...way].join('.')}\` ${problem}`)
