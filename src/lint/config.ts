import type {Severity} from './diagnostic.ts'

/** Names of the presets, from the mildest to the strictest. */
export const presets = ['default', 'awesome', 'strict'] as const
export type Preset = (typeof presets)[number]

/** What the user says of one rule; options are the rule's own. */
export type RuleSetting = 'off' | readonly [level: Severity, options?: Readonly<Record<string, unknown>>]

/** What a run is to do, from the config file and the command line. Plain data: it crosses into workers. */
export interface Config {
  /** Globs; empty means the readme here. */
  readonly files: readonly string[]
  /** The files together are one list: doubles are searched across them. */
  readonly oneList: boolean
  readonly preset: Preset
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly failOn: Severity | 'never'
}

/** What holds where nothing is said. */
export const defaultConfig: Config = {files: [], oneList: false, preset: 'default', rules: {}, failOn: 'error'}
