import {realpathSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {helpOf} from './cli/help.ts'
import {type CommandLine, readCommandLine} from './cli/options.ts'
import {allowsColor, type World, write} from './cli/world.ts'
import {UserError} from './document/error.ts'
import {suggest} from './lint/nearest.ts'
import {version} from './version.ts'

/** Runs a command line and returns the exit code. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  try {
    return await run(readCommandLine(argv), world)
  } catch (error) {
    if (error instanceof UserError) {
      await write(world.stderr, `awesome-doctor: ${oneLine(error.message)}\n`)
      return 2
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    await write(world.stderr, `awesome-doctor ${version} has a bug; please report it with what follows.\n${stack}\n`)
    return 3
  }
}

// Commands are loaded when they are called for, so that help and version answer at once.
async function run(line: CommandLine, world: World): Promise<number> {
  if (line.has('help')) return tell(world, helpOf(line.named === 'named' ? line.command : undefined))
  if (line.has('version')) return tell(world, `${version}\n`)
  switch (line.command) {
    case 'lint':
      return (await import('./cli/lint.ts')).lint(line, world)
    case 'review':
      return (await import('./cli/review.ts')).review(line, world)
    case 'audit':
      return (await import('./cli/audit.ts')).audit(line, world)
    case 'rules':
      return tell(world, await rulesText(line, world))
    case 'init':
      return tell(world, await initText(line, world))
    case 'serve':
      return (await import('./cli/serve.ts')).serve(line, world)
  }
}

async function initText(line: CommandLine, world: World): Promise<string> {
  const [{rules}, {init}] = await Promise.all([import('../rules/index.ts'), import('./cli/init.ts')])
  return init(line, world, rules)
}

async function rulesText(line: CommandLine, {env, stdout}: World): Promise<string> {
  const [id, ...rest] = line.operands
  if (rest.length > 0) throw new UserError('`rules` takes one rule, or none for all of them.')
  const format = line.value('format') ?? 'pretty'
  if (format !== 'pretty' && format !== 'json')
    throw new UserError(`\`rules\` has no format \`${format}\`; ${suggest(format, ['pretty', 'json'])}`)
  const [{rules}, {manual, manualJson}] = await Promise.all([import('../rules/index.ts'), import('./cli/rules.ts')])
  if (format === 'json') return manualJson(rules, id)
  const color = !line.has('no-color') && allowsColor(env, stdout)
  return manual(rules, id, text => (color ? `\x1b[1m${text}\x1b[22m` : text))
}

async function tell({stdout}: World, text: string): Promise<number> {
  await write(stdout, text)
  return 0
}

/** Names of files are in our sentences; they must not bring commands for the terminal along. */
const oneLine = (text: string): string => text.replace(/[\0-\x1f\x7f-\x9f]+/g, ' ')

function isEntryPoint(): boolean {
  const [, script] = process.argv
  try {
    return script !== undefined && realpathSync(script) === realpathSync(fileURLToPath(import.meta.url))
  } catch {
    return false
  }
}

if (isEntryPoint()) {
  const {stdin, stdout, stderr, env} = process
  // Writing is never paused half-way through a file, so that to end at once is always safe.
  let stop = (): void => process.exit(130)
  process.on('SIGINT', () => stop())
  const asked = () =>
    new Promise<void>(resolve => {
      stop = resolve
      process.on('SIGTERM', () => resolve())
    })
  // Whoever reads may stop, as `head` does; what was found stays true.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      if (stream === stdout) stderr.write(`awesome-doctor: The output cannot be written: ${error.message}.\n`)
      process.exit(2)
    })
  }
  process.exit(await main(process.argv.slice(2), {stdin, stdout, stderr, env, cwd: process.cwd(), asked}))
}
