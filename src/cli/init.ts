import {existsSync} from 'node:fs'
import {mkdir, realpath, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import {git} from '../job/git.ts'
import {type Stock, takeStock} from '../job/take-stock.ts'
import {explain} from '../job/text-file.ts'
import {baselineText, knownFrom} from '../lint/baseline.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import {configText, initFiles, workflowText} from './init-files.ts'
import {advice, foundHere} from './init-words.ts'
import type {CommandLine} from './options.ts'
import {progressOn} from './progress.ts'
import type {World} from './world.ts'

/**
 * Looks at the lists of a folder, writes what suits them, and says what it found and did; what exists is left alone.
 * @throws UserError where the folder is no root of a repository, or a config there is wrong.
 */
export async function init(line: CommandLine, {cwd, stderr}: World, rules: readonly KnownRule[]): Promise<string> {
  if (line.operands.length > 0) throw new UserError('`init` takes no path; run it in the folder of the list.')
  await refuseSubfolder(cwd)
  const progress = progressOn(stderr)
  const stock = await takeStock(cwd, rules, progress.file).finally(progress.end)
  const baseline = baselineFor(stock)
  const named = baseline === undefined ? undefined : {file: baseline, age: ageOf(path.join(cwd, baseline))}
  const files = filesFor(stock, path.basename(cwd), baseline)
  const write = line.has('dry-run') ? show : create
  const done: string[] = []
  for (const [name, text] of files) done.push(await write(cwd, name, text))
  const parts = [foundHere(stock), done, ...(line.has('dry-run') ? [] : [advice(stock, named)])]
  return parts.map(part => part.map(sentence => `${sentence}\n`).join('')).join('\n')
}

/** GitHub looks for workflows at the root only. */
async function refuseSubfolder(cwd: string): Promise<void> {
  const top = await git(cwd, ['rev-parse', '--show-toplevel'])
  if (!top.ok) return
  const root = top.output.replace(/\r?\n$/, '')
  if ((await realpath(root)) !== (await realpath(cwd)))
    throw new UserError(`\`init\` writes what GitHub looks for at the root of a repository; run it in \`${root}\`.`)
}

/** Where the present findings are named: where the config that is there says, or for a new one where there are any. */
function baselineFor({configFile, config, reports}: Stock): string | undefined {
  if (configFile !== undefined) return config.baseline?.file
  return Object.keys(knownFrom(reports)).length > 0 ? initFiles.baseline : undefined
}

function filesFor(stock: Stock, repository: string, baseline: string | undefined) {
  const {configFile = initFiles.config, config, reports} = stock
  return [
    [initFiles.workflow, workflowText(repository)],
    [
      configFile,
      configText({...config, ...(baseline !== undefined && {baseline: {file: baseline, fingerprints: []}})})
    ],
    ...(baseline === undefined ? [] : [[baseline, baselineText(knownFrom(reports))] as const])
  ] as const
}

const ageOf = (file: string): 'old' | 'new' => (existsSync(file) ? 'old' : 'new')

const there = (name: string): string => `${name} is there already and was left alone.`

async function show(cwd: string, name: string, text: string): Promise<string> {
  return existsSync(path.join(cwd, name)) ? there(name) : `${name} would be:\n\n${text.replace(/^(?=.)/gm, '    ')}`
}

async function create(cwd: string, name: string, text: string): Promise<string> {
  const file = path.join(cwd, name)
  try {
    await mkdir(path.dirname(file), {recursive: true})
    await writeFile(file, text, {flag: 'wx'})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(file)) return there(name)
    throw explain(error, name, 'written')
  }
  return `${name} was written.`
}
