/** A command that the Actions runner found in what a step printed. */
export interface WorkflowCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** What a step says about a line. */
export interface RunnerAnnotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly col?: number
  readonly endColumn?: number
}

const commands = new Set(
  'add-mask add-matcher remove-matcher add-path set-env set-output save-state stop-commands group endgroup echo debug error warning notice internal-set-repo-path'.split(
    ' '
  )
)

type Mapping = readonly (readonly [escaped: string, plain: string])[]

// In the runner's order: the percent sign comes last, or `%250A` would become a newline.
const dataMapping: Mapping = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%']
]
const propertyMapping: Mapping = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%']
]
const oldMapping: Mapping = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%']
]

const unescaped = (text: string, mapping: Mapping): string =>
  mapping.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), text)

interface Head {
  readonly name: string
  readonly properties: string
}

function head(text: string): Head {
  const space = text.indexOf(' ')
  return space < 0
    ? {name: text, properties: ''}
    : {name: text.slice(0, space), properties: text.slice(space + 1).trim()}
}

function pairs(text: string, separator: string, mapping: Mapping): Record<string, string> {
  const found: Record<string, string> = {}
  for (const pair of text.split(separator)) {
    const equals = pair.indexOf('=')
    if (equals > 0) found[pair.slice(0, equals)] = unescaped(pair.slice(equals + 1), mapping)
  }
  return found
}

/** `::name key=value,…::data`, after blanks at most. */
function newForm(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const text = line.trimStart()
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  if (end < 0) return undefined
  const {name, properties} = head(text.slice(2, end))
  if (!known.has(name.toLowerCase())) return undefined
  const data = unescaped(text.slice(end + 2), dataMapping)
  return {command: name.toLowerCase(), properties: pairs(properties, ',', propertyMapping), data}
}

/** `##[name key=value;…]data`, anywhere in a line. */
function oldForm(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const {name, properties} = head(line.slice(start + 3, end))
  if (!known.has(name.toLowerCase())) return undefined
  const data = unescaped(line.slice(end + 1), oldMapping)
  return {command: name.toLowerCase(), properties: pairs(properties, ';', oldMapping), data}
}

/** The commands in a step's output as the runner reads them: a carriage return alone ends a line, too. */
export function parseWorkflowCommands(output: string): WorkflowCommand[] {
  const found: WorkflowCommand[] = []
  let stopped: string | undefined
  for (const line of output.split(/\r\n|\r|\n/)) {
    if (stopped !== undefined) {
      const resume = new Set([stopped])
      if (newForm(line, resume) ?? oldForm(line, resume)) stopped = undefined
      continue
    }
    const command = newForm(line, commands) ?? oldForm(line, commands)
    if (!command) continue
    found.push(command)
    if (command.command === 'stop-commands') stopped = command.data.toLowerCase()
  }
  return found
}

const longestMessage = 4096

/** The annotations among the commands. */
export function annotationsIn(found: readonly WorkflowCommand[]): RunnerAnnotation[] {
  return found.flatMap(({command, properties, data}) => {
    if (command !== 'error' && command !== 'warning' && command !== 'notice') return []
    const annotation: Record<string, string | number> = {level: command, message: data.slice(0, longestMessage)}
    for (const key of ['file', 'title']) if (properties[key]) annotation[key] = properties[key]
    for (const key of ['line', 'endLine', 'col', 'endColumn']) {
      const value = Number.parseInt(properties[key] ?? '', 10)
      if (!Number.isNaN(value)) annotation[key] = value
    }
    return [annotation as unknown as RunnerAnnotation]
  })
}

/** What a step wrote into a command file: `NAME=value`, or `NAME<<DELIMITER`, lines, `DELIMITER`. */
export function parseCommandFile(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  const lines = text.split('\n')
  const bare = lines.map(line => line.replace(/\r$/, ''))
  for (let index = 0; index < lines.length; index++) {
    const line = bare[index]!
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      found[line.slice(0, equals)] = line.slice(equals + 1)
      continue
    }
    if (heredoc <= 0) throw new Error(`Invalid format '${line}'`)
    const delimiter = line.slice(heredoc + 2)
    const end = bare.indexOf(delimiter, index + 1)
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    found[line.slice(0, heredoc)] = lines
      .slice(index + 1, end)
      .join('\n')
      .replace(/\r$/, '')
    index = end
  }
  return found
}
