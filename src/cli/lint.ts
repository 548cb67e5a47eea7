import {existsSync} from 'node:fs'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import {type Check, checkFiles} from '../job/check-files.ts'
import {readConfig} from '../job/read-config.ts'
import {decode} from '../job/text-file.ts'
import type {Safety} from '../lint/diagnostic.ts'
import {nearest} from '../lint/nearest.ts'
import {prune, withBaseline} from './baseline.ts'
import {linkWork} from './links.ts'
import {type CommandLine, commands} from './options.ts'
import {outputOf} from './output.ts'
import {progressOn} from './progress.ts'
import {type World, write} from './world.ts'

/** Lints what the command line names, and returns the exit code. */
export async function lint(line: CommandLine, world: World): Promise<number> {
  const {cwd, stderr} = world
  const output = await outputOf(line, world)
  const loadRules = async () => (await import('../../rules/index.ts')).rules
  const config = withBaseline(line, await readConfig(cwd, loadRules, settingsOf(line)))
  const check: Check = {cwd, config, ...(await sourceOf(line, world)), ...fixOf(line), ...diffOf(line)}
  const progress = progressOn(stderr)
  const links = await linkWork(line, world, progress)
  const outcome = await checkFiles({...check, ...links.check, onFile: progress.file}).finally(progress.end)
  await output.show(outcome, check.given !== undefined && check.fix !== undefined ? 'filter' : undefined)
  await write(stderr, await prune(line, cwd, config, outcome))
  // Last, so that a memory that cannot be written takes nothing else along.
  if (outcome.asked) await links.keep(outcome.asked)
  return outcome.exitCode
}

/** What the command line says over the config. */
export function settingsOf(line: CommandLine) {
  const [file, preset, failOn] = ['config', 'preset', 'fail-on'].map(line.value)
  return {
    rules: line.list('rule'),
    ...(file !== undefined && {file}),
    ...(preset !== undefined && {preset}),
    ...(failOn !== undefined && {failOn})
  }
}

async function sourceOf(line: CommandLine, {cwd, stdin}: World): Promise<Pick<Check, 'paths' | 'given'>> {
  const {operands: paths} = line
  const name = line.value('stdin-filename')
  if (!paths.includes('-') && !(name !== undefined && paths.length === 0)) {
    if (name !== undefined)
      throw new UserError('`--stdin-filename` names standard input; give `-` as the path, or leave it out.')
    refuseMistypedCommand(line, cwd)
    return {paths}
  }
  if (paths.length > 1) throw new UserError('`-` is standard input and stands alone; name the files in another run.')
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  const own = name ?? '-'
  return {paths: [], given: {path: own, text: decode(Buffer.concat(chunks), own)}}
}

function refuseMistypedCommand({named, operands}: CommandLine, cwd: string): void {
  const [word] = operands
  if (named === 'named' || word === undefined || !/^[a-z]+$/i.test(word) || existsSync(path.resolve(cwd, word))) return
  const meant = nearest(word, Object.keys(commands))
  if (meant)
    throw new UserError(`\`${word}\` is neither a command nor a file; did you mean \`awesome-doctor ${meant}\`?`)
}

function fixOf(line: CommandLine): {readonly fix?: Safety} {
  if (!line.has('fix')) return {}
  const which = line.value('fix') ?? 'safe'
  if (which === 'safe') return {fix: 'safe'}
  if (which === 'all') return {fix: 'unsafe'}
  throw new UserError(`\`--fix=${which}\` is not known; write \`--fix\` for what is safe, or \`--fix=all\`.`)
}

function diffOf(line: CommandLine): {readonly diff?: string} {
  const diff = line.value('diff')
  return diff === undefined ? {} : {diff}
}
