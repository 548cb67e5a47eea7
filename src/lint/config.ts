import {isCollection, isPair, isScalar, LineCounter, parseDocument} from 'yaml'
import {UserError} from '../document/error.ts'
import type {Severity} from './diagnostic.ts'
import {suggest} from './nearest.ts'
import type {OptionValue, RuleOptions} from './option.ts'

/** Names of the presets, from the mildest to the strictest. */
export const presets = ['default', 'awesome', 'strict'] as const
export type Preset = (typeof presets)[number]

/** What the user says of one rule; options are the rule's own. */
export type RuleSetting = 'off' | readonly [level: Severity, options?: Readonly<Record<string, OptionValue>>]

/** How links are asked about. */
export interface LinkConfig {
  /** Globs of URLs never to ask. */
  readonly exclude: readonly string[]
  /** How long one request may take, in milliseconds. */
  readonly timeout: number
  /** Networks (`10.1.0.0/16`) or hosts (`wiki.corp.example:8443`) that may be asked although they are private. */
  readonly allowPrivate: readonly string[]
}

/** What a run is to do, from the config file and the command line. Plain data: it crosses into workers. */
export interface Config {
  /** Globs; empty means the readme here. */
  readonly files: readonly string[]
  /** The files together are one list: doubles are searched across them. */
  readonly oneList: boolean
  readonly preset: Preset
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly links: LinkConfig
  readonly failOn: Severity | 'never'
}

/** What holds where nothing is said. */
export const defaultConfig: Config = {
  files: [],
  oneList: false,
  preset: 'default',
  rules: {},
  links: {exclude: [], timeout: 20_000, allowPrivate: []},
  failOn: 'error'
}

/** What of a rule the configuration has to know. */
export interface KnownRule {
  readonly id: string
  /** The level that `true` switches the rule on with. */
  readonly severity?: Severity
  readonly options?: RuleOptions
}

/** What a command line says over the config file; a level keeps the options that the file gives the rule. */
export interface Overrides {
  readonly files?: readonly string[]
  readonly preset?: string
  readonly failOn?: string
  /** `ID=LEVEL` each. */
  readonly rules?: readonly string[]
}

const levels = ['off', 'warn', 'error'] as const
const failLevels = ['error', 'warning', 'never'] as const

/** A value of the config file together with the way to it, for complaints. */
interface Item {
  readonly path: readonly (string | number)[]
  readonly value: unknown
  readonly complain: (item: Pick<Item, 'path'>, text: string) => UserError
}

/**
 * Reads a config file.
 * @throws UserError that names the file, the place, the key and the nearest valid name.
 */
export function parseConfig(text: string, file: string, rules: readonly KnownRule[]): Config {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {lineCounter: lines, prettyErrors: false})
  const at = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken) throw new UserError(`${at(broken.pos[0])}: this is not valid YAML: ${broken.message}`)

  const complain: Item['complain'] = ({path}, problem) => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const own = isCollection(parent)
      ? parent.items.find(one => isPair(one) && keyOf(one.key) === path.at(-1))
      : undefined
    const node = isPair(own) ? own.key : document.getIn(path, true)
    const range = (node as {range?: readonly number[] | null} | undefined)?.range
    const key = path.length > 0 ? ` \`${path.join('.')}\`` : ' the file'
    return new UserError(`${range ? at(range[0]!) : file}:${key} ${problem}`)
  }
  return readRoot({path: [], value: plain(document, file), complain}, rules)
}

/**
 * The configuration with what the command line says over it.
 * @throws UserError for an unknown preset, rule or level.
 */
export function mergeConfig(config: Config, overrides: Overrides, rules: readonly KnownRule[]): Config {
  const say =
    (option: string): Item['complain'] =>
    (_, problem) =>
      new UserError(`\`--${option}\` ${problem}`)
  const merged = {...config.rules}
  for (const given of overrides.rules ?? []) {
    const [id = '', level] = given.split(/=(.*)/s, 2)
    const complain = say(`rule ${given}`)
    const item = {path: [], value: level, complain}
    if (level === undefined) throw complain(item, 'needs a rule and a level, such as `--rule entry-order=off`.')
    const known = rules.find(rule => rule.id === id)
    if (!known) throw complain(item, `names no rule; ${suggest(id, idsOf(rules))}`)
    const setting = readLevel(item, known)
    const options = config.rules[id]?.[1]
    merged[id] = setting !== 'off' && typeof options === 'object' ? [setting[0], options] : setting
  }
  const {files, preset, failOn} = overrides
  return {
    ...config,
    files: files ?? config.files,
    rules: merged,
    preset: preset === undefined ? config.preset : oneOf({path: [], value: preset, complain: say('preset')}, presets),
    failOn: failOn === undefined ? config.failOn : readFailOn({path: [], value: failOn, complain: say('fail-on')})
  }
}

function readRoot(root: Item, rules: readonly KnownRule[]): Config {
  const keys = fieldsOf(root, ['files', 'one-list', 'preset', 'rules', 'links', 'fail-on'])
  const get = <T>(key: string, read: (item: Item) => T, otherwise: T) => {
    const item = keys.get(key)
    return item ? read(item) : otherwise
  }
  return {
    files: get('files', readFiles, defaultConfig.files),
    oneList: get('one-list', readSwitch, defaultConfig.oneList),
    preset: get('preset', item => oneOf(item, presets), defaultConfig.preset),
    rules: get('rules', item => readRules(item, rules), defaultConfig.rules),
    links: get('links', readLinks, defaultConfig.links),
    failOn: get('fail-on', readFailOn, defaultConfig.failOn)
  }
}

function readFiles(item: Item): readonly string[] {
  const files = readStrings(item, 'a list of globs, such as `[readme.md, "lists/**/*.md"]`')
  files.forEach((glob, index) => {
    const bare = glob.replace(/^!/, '')
    if (!/^([/\\]|[a-z]:)/i.test(bare) && !/(^|[/\\])\.\.([/\\]|$)/.test(bare)) return
    throw item.complain(
      {path: [...item.path, index]},
      `is \`${glob}\`, which lies outside of the repository; name files inside it.`
    )
  })
  return files
}

function readRules(item: Item, rules: readonly KnownRule[]): Config['rules'] {
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

function readLevel(item: Item, rule: KnownRule): RuleSetting {
  // YAML 1.1 habits: `off` may arrive as false, and whoever writes `true` wants the rule as it comes.
  if (item.value === false) return 'off'
  if (item.value === true || item.value === 'on') return [rule.severity ?? 'warning']
  if (item.value === 'warning') return ['warning']
  const level = oneOf(item, levels)
  if (level === 'off') return 'off'
  return [level === 'warn' ? 'warning' : 'error']
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

function readTime(item: Item): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m)?$/.exec(String(item.value)) ?? []
  const time = Math.round(Number(digits) * {ms: 1, s: 1000, m: 60_000}[(unit as 'ms' | 's' | 'm' | undefined) ?? 's'])
  if (time > 0 && time <= 600_000) return time
  throw item.complain(item, `is ${show(item.value)}, but must be a time up to ten minutes, such as \`20s\`.`)
}

const readFailOn = (item: Item): Config['failOn'] => (item.value === 'warn' ? 'warning' : oneOf(item, failLevels))

function readSwitch(item: Item): boolean {
  if (typeof item.value === 'boolean') return item.value
  throw item.complain(item, `is ${show(item.value)}, but must be \`true\` or \`false\`.`)
}

function readStrings(item: Item, wanted: string): readonly string[] {
  const {value} = item
  if (Array.isArray(value) && value.every(one => typeof one === 'string' && one.trim() !== '')) return value
  throw item.complain(item, `must be ${wanted}.`)
}

function oneOf<T extends string>(item: Item, names: readonly T[]): T {
  const found = names.find(name => name === item.value)
  if (found) return found
  throw item.complain(item, `is ${show(item.value)}; ${suggest(String(item.value), names)}`)
}

function fieldsOf(item: Item, names: readonly string[]): ReadonlyMap<string, Item> {
  if (item.value === null || item.value === undefined) return new Map()
  if (!isRecord(item.value)) throw item.complain(item, `must be a mapping of ${names.slice(0, 3).join(', ')} …`)
  return new Map(
    Object.entries(item.value).map(([key, value]) => {
      const field = {path: [...item.path, key], value, complain: item.complain}
      if (!names.includes(key)) throw item.complain(field, `is not known; ${suggest(key, names)}`)
      return [key, field]
    })
  )
}

function plain(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    // The parser's defence against aliases that grow without measure.
    throw new UserError(`${file}: this YAML cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

const idsOf = (rules: readonly KnownRule[]): readonly string[] => rules.map(rule => rule.id)
const keyOf = (key: unknown): unknown => (isScalar(key) ? String(key.value) : key)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const show = (value: unknown): string =>
  value === undefined || value === null ? 'empty' : `\`${JSON.stringify(value).replace(/^"(.*)"$/, '$1')}\``
