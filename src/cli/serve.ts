import {UserError} from '../document/error.ts'
import type {CommandLine} from './options.ts'
import {type World, write} from './world.ts'

/** Serves as a GitHub App, or sees to what it left, and returns the exit code. */
export async function serve(line: CommandLine, world: World): Promise<number> {
  const {env, cwd, stdout, stderr} = world
  if (line.operands.length > 0)
    throw new UserError(
      '`serve` takes no path; what it needs stands in the environment, see `awesome-doctor serve --help`.'
    )
  const wishes = ['setup', 'dead', 'retry'].filter(line.has)
  if (wishes.length > 1)
    throw new UserError(`\`--${wishes[0]}\` and \`--${wishes[1]}\` do not go together; give one of them.`)
  if (line.has('setup')) {
    await (await import('../app/setup.ts')).setUp({env, cwd, stderr})
    return 0
  }
  if (line.has('dead') || line.has('retry')) {
    const [{deadLettersText, retryDeadLetters}, {readStore}, {readEnvironment}] = await Promise.all([
      import('../app/dead-letters.ts'),
      import('../app/settings.ts'),
      import('../app/environment.ts')
    ])
    const store = readStore(readEnvironment(env, cwd), cwd)
    if (line.has('dead')) {
      const text = await deadLettersText(store)
      await write(stdout, text)
      if (text === '') await write(stderr, 'There are no dead letters.\n')
      return 0
    }
    const count = await retryDeadLetters(line.value('retry') ?? 'all', store)
    await write(stderr, `${count === 1 ? 'One order is' : `${count} orders are`} tried again.\n`)
    return 0
  }
  const {serve} = await import('../app/serve.ts')
  await serve({env, cwd, stdout, asked: world.asked?.() ?? new Promise(() => {})})
  return 0
}
