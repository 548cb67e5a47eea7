import {parseArgs} from 'node:util'
import {UserError} from '../document/error.ts'
import {suggest} from '../lint/nearest.ts'

/** What may follow an option: nothing, a value, a value if joined by `=`, or a value each time it is repeated. */
type Kind = 'switch' | 'value' | 'optional' | 'list'

const common = {help: 'switch', version: 'switch', 'no-color': 'switch'} as const

/** What to print, and into which files. */
const printing = {format: 'value', report: 'list'} as const

/** What to judge by. */
const judging = {config: 'value', preset: 'value', rule: 'list', 'fail-on': 'value'} as const

/** The commands and their options. */
export const commands = {
  lint: {
    ...common,
    fix: 'optional',
    links: 'value',
    diff: 'value',
    ...printing,
    ...judging,
    'stdin-filename': 'value',
    state: 'value',
    'no-baseline': 'switch',
    'prune-baseline': 'switch',
    quiet: 'switch'
  },
  rules: {...common, format: 'value'},
  init: {...common, 'dry-run': 'switch'},
  review: {
    ...common,
    'dry-run': 'switch',
    links: 'value',
    ...judging
  },
  audit: {
    ...common,
    issue: 'switch',
    fix: 'optional',
    links: 'value',
    state: 'value',
    ...printing,
    ...judging,
    quiet: 'switch'
  },
  serve: {...common, setup: 'switch', dead: 'switch', retry: 'value'}
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>

export type Command = keyof typeof commands

/** A command line, taken apart. */
export interface CommandLine {
  readonly command: Command
  /** Whether the command was named, or is the usual one. */
  readonly named: 'named' | 'usual'
  readonly operands: readonly string[]
  /** Whether a switch is set, or an option given at all. */
  readonly has: (option: string) => boolean
  /** The value given last. */
  readonly value: (option: string) => string | undefined
  readonly list: (option: string) => readonly string[]
}

const isCommand = (word: string | undefined): word is Command => word !== undefined && Object.hasOwn(commands, word)

/**
 * Takes a command line apart.
 * @throws UserError for an option that the command does not have, or a value that is missing or too many.
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const kinds: Readonly<Record<string, Kind>> = Object.assign({}, ...Object.values(commands))
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => {
      return [name, {type: kind === 'switch' || kind === 'optional' ? ('boolean' as const) : ('string' as const)}]
    })
  )
  const shorts = {help: {type: 'boolean', short: 'h'}, version: {type: 'boolean', short: 'v'}} as const
  const {tokens} = parseArgs({args: [...argv], options: {...options, ...shorts}, strict: false, tokens: true})
  const words = tokens.filter(token => token.kind === 'positional')
  const first = words[0]?.value
  const named =
    isCommand(first) && words[0]!.index < (tokens.find(one => one.kind === 'option-terminator')?.index ?? Infinity)
  const command = named ? first : 'lint'

  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const {name, rawName, value, inlineValue} = token
    checkOption(command, kinds, rawName, name, value, inlineValue)
    values.set(name, [...(values.get(name) ?? []), ...(value === undefined ? [] : [value])])
  }
  return {
    command,
    named: named ? 'named' : 'usual',
    operands: words.slice(named ? 1 : 0).map(word => word.value),
    has: option => values.has(option),
    value: option => values.get(option)?.at(-1),
    list: option => values.get(option) ?? []
  }
}

function checkOption(
  command: Command,
  kinds: Readonly<Record<string, Kind>>,
  rawName: string,
  name: string,
  value: string | undefined,
  inlineValue: boolean | undefined
): void {
  const own: Readonly<Record<string, Kind>> = commands[command]
  const kind = Object.hasOwn(own, name) ? own[name] : undefined
  if (!kind && Object.hasOwn(kinds, name))
    throw new UserError(`\`${rawName}\` is no option of \`${command}\`; see \`awesome-doctor ${command} --help\`.`)
  if (!kind) {
    const names = Object.keys(own).map(one => `--${one}`)
    const known = rawName.startsWith('--') ? suggest(rawName, names) : 'see `awesome-doctor --help`.'
    throw new UserError(`There is no option \`${rawName}\`; ${known}`)
  }
  if (kind === 'switch' && value !== undefined) throw new UserError(`\`${rawName}\` takes no value; write it alone.`)
  if (kind === 'switch' || kind === 'optional') return
  if (value === undefined || value === '' || (!inlineValue && /^--?\w/.test(value)))
    throw new UserError(`\`${rawName}\` needs a value; see \`awesome-doctor ${command} --help\`.`)
}
