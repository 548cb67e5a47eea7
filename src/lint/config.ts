import {UserError} from '../document/error.ts'
import {
  elementsOf,
  fieldsOf,
  type Item,
  oneOf,
  parseItem,
  readGlobs,
  readStrings,
  readSwitch,
  readTime
} from './config-item.ts'
import type {Severity} from './diagnostic.ts'
import {suggest} from './nearest.ts'
import {idsOf, type KnownRule, layered, type RuleSettings, readLevel, readRules} from './rule-setting.ts'

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
interface Override {
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
 * Reads a config file.
 * @throws UserError that names the file, the place, the key and the nearest valid name.
 */
export function parseConfig(text: string, file: string, rules: readonly KnownRule[]): Config {
  const keys = fieldsOf(parseItem(text, file), [
    'files',
    'one-list',
    'preset',
    'rules',
    'overrides',
    'links',
    'fail-on'
  ])
  const get = <T>(key: string, read: (item: Item) => T, otherwise: T) => {
    const item = keys.get(key)
    return item ? read(item) : otherwise
  }
  return {
    files: get('files', item => readGlobs(item, '`[readme.md, "lists/**/*.md"]`'), defaultConfig.files),
    oneList: get('one-list', readSwitch, defaultConfig.oneList),
    preset: get('preset', item => oneOf(item, presets), defaultConfig.preset),
    rules: get('rules', item => readRules(item, rules), defaultConfig.rules),
    overrides: get('overrides', item => readOverrides(item, rules), defaultConfig.overrides),
    links: get('links', readLinks, defaultConfig.links),
    failOn: get('fail-on', readFailOn, defaultConfig.failOn)
  }
}

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

function readOverrides(item: Item, rules: readonly KnownRule[]): readonly Override[] {
  const wanted = 'a list of files and what differs for them, such as `[{files: ["old/**"], rules: {entry-order: off}}]`'
  return elementsOf(item, wanted).map(one => {
    const keys = fieldsOf(one, ['files', 'rules', 'preset'])
    const [files, settings, preset] = ['files', 'rules', 'preset'].map(key => keys.get(key))
    if (!files) throw one.complain(one, 'needs `files`: a list of globs, such as `["translations/**"]`.')
    return {
      files: readGlobs(files, '`["translations/**"]`'),
      rules: settings ? readRules(settings, rules) : {},
      ...(preset && {preset: oneOf(preset, presets)})
    }
  })
}

function readLinks(item: Item): LinkConfig {
  const keys = fieldsOf(item, ['exclude', 'timeout', 'allow-private'])
  const {exclude, timeout, allowPrivate} = defaultConfig.links
  const [excluded, limit, allowed] = ['exclude', 'timeout', 'allow-private'].map(key => keys.get(key))
  return {
    exclude: excluded ? readStrings(excluded, 'a list of URL globs, such as `["https://example.org/**"]`') : exclude,
    timeout: limit ? readTime(limit) : timeout,
    allowPrivate: allowed
      ? readStrings(allowed, 'a list of networks or hosts, such as `["10.1.0.0/16"]`')
      : allowPrivate
  }
}

const readFailOn = (item: Item): Config['failOn'] => (item.value === 'warn' ? 'warning' : oneOf(item, failLevels))
