import {UserError} from '../document/error.ts'
import type {Baseline} from './baseline.ts'
import {type Item, oneOf} from './config-item.ts'
import type {Severity} from './diagnostic.ts'
import {suggest} from './nearest.ts'
import {idsOf, type KnownRule, layered, type RuleSettings, readLevel} from './rule-setting.ts'

/** Names of the presets, from the mildest to the strictest. */
export const presets = ['default', 'awesome', 'strict'] as const
export type Preset = (typeof presets)[number]

/** How links are asked about. */
export interface LinkConfig {
  /** Globs of URLs never to ask. */
  readonly exclude: readonly string[]
  /** How long one request may take, in milliseconds. */
  readonly timeout: number
  /** Networks (`10.1.0.0/16`) or hosts (`wiki.corp.example:8443`) that may be asked although they are private. */
  readonly allowPrivate: readonly string[]
}

/** What is different for some of the files. */
export interface Override {
  /** Globs of the files. */
  readonly files: readonly string[]
  readonly preset?: Preset
  readonly rules: RuleSettings
}

/** What a run is to do, from the config file and the command line. Plain data: it crosses into workers. */
export interface Config {
  /** Globs; empty means the readme here. */
  readonly files: readonly string[]
  /** The files together are one list: doubles are searched across them. */
  readonly oneList: boolean
  readonly preset: Preset
  readonly rules: RuleSettings
  /** In order: where several fit a file, the later ones win. */
  readonly overrides: readonly Override[]
  readonly links: LinkConfig
  readonly failOn: Severity | 'never'
  /** Findings that are known. */
  readonly baseline?: Baseline
}

/** What holds where nothing is said. */
export const defaultConfig: Config = {
  files: [],
  oneList: false,
  preset: 'default',
  rules: {},
  overrides: [],
  links: {exclude: [], timeout: 20_000, allowPrivate: []},
  failOn: 'error'
}

/** What a command line says over the config file; a level keeps the options that the file gives the rule. */
export interface Overrides {
  readonly files?: readonly string[]
  readonly preset?: string
  readonly failOn?: string
  /** `ID=LEVEL` each. */
  readonly rules?: readonly string[]
}

const failLevels = ['error', 'warning', 'never'] as const

/**
 * The configuration with what the command line says over it, and over what the file says of some files.
 * @throws UserError for an unknown preset, rule or level.
 */
export function mergeConfig(config: Config, overrides: Overrides, rules: readonly KnownRule[]): Config {
  const {files, preset, failOn} = overrides
  const chosen = preset === undefined ? undefined : oneOf(optionItem('preset', preset), presets)
  const levels = readLevels(overrides.rules ?? [], rules)
  return {
    ...config,
    files: files ?? config.files,
    rules: layer(config.rules, levels),
    preset: chosen ?? config.preset,
    overrides: config.overrides.map(one => ({
      ...one,
      rules: layer(one.rules, levels),
      ...(chosen && {preset: chosen})
    })),
    failOn: failOn === undefined ? config.failOn : readFailOn(optionItem('fail-on', failOn))
  }
}

/** Settings with others said over them. */
export function layer(below: RuleSettings, above: RuleSettings): RuleSettings {
  const over = Object.entries(above).map(([id, setting]) => [id, layered(below[id], setting)] as const)
  return {...below, ...Object.fromEntries(over)}
}

/** The value of an option of the command line. */
const optionItem = (option: string, value: string | undefined): Item => ({
  path: [],
  value,
  complain: (_, problem) => new UserError(`\`--${option}\` ${problem}`)
})

function readLevels(given: readonly string[], rules: readonly KnownRule[]): RuleSettings {
  const levels = given.map(one => {
    const [id = '', level] = one.split(/=(.*)/s, 2)
    const item = optionItem(`rule ${one}`, level)
    if (level === undefined) throw item.complain(item, 'needs a rule and a level, such as `--rule entry-order=off`.')
    const known = rules.find(rule => rule.id === id)
    if (!known) throw item.complain(item, `names no rule; ${suggest(id, idsOf(rules))}`)
    return [id, readLevel(item, known)] as const
  })
  return Object.fromEntries(levels)
}

/** What makes a run fail. @throws UserError for anything else. */
export const readFailOn = (item: Item): Config['failOn'] =>
  item.value === 'warn' ? 'warning' : oneOf(item, failLevels)
