import {existsSync} from 'node:fs'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import {type Config, defaultConfig, mergeConfig, type Overrides} from '../lint/config.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import {readText} from './text-file.ts'

/** Where the config is looked for, in this order. */
export const configFiles = ['.github/awesome-doctor.yml', '.awesome-doctor.yml'] as const

/**
 * The configuration of a run in the terminal: the file named, else the one here, else none; the command line over it.
 * @param loadRules asked for only where something is said of rules
 * @param options.baseline whether the file that the config calls so is read, too
 * @throws UserError for a file that is missing or wrong, and for wrong values of the command line.
 */
export async function readConfig(
  cwd: string,
  loadRules: () => Promise<readonly KnownRule[]>,
  options: Overrides & {readonly file?: string; readonly baseline?: 'read' | 'leave'}
): Promise<Config> {
  const {file, baseline = 'read', ...overrides} = options
  const here = (name: string) => existsSync(path.resolve(cwd, name))
  if (file !== undefined && !here(file))
    throw new UserError(
      `\`--config ${file}\` does not exist; name a file that does, or run \`awesome-doctor init\` for one.`
    )
  const name = file ?? configFiles.find(here)
  const rules = name !== undefined || overrides.rules?.length ? await loadRules() : []
  const config = name === undefined ? defaultConfig : await readFile(path.resolve(cwd, name), name, rules)
  const merged = mergeConfig(config, overrides, rules)
  return baseline === 'read' ? withBaseline(cwd, merged) : merged
}

async function readFile(file: string, name: string, rules: readonly KnownRule[]): Promise<Config> {
  // YAML is loaded for those who have a config only.
  const [{parseConfig}, text] = await Promise.all([import('../lint/parse-config.ts'), readText(file, name)])
  return parseConfig(text, name, rules)
}

/** @throws UserError for a file that is missing or wrong. */
async function withBaseline(cwd: string, config: Config): Promise<Config> {
  if (!config.baseline) return config
  const {file} = config.baseline
  const [{fingerprintsIn, parseBaseline}, text] = await Promise.all([
    import('../lint/baseline.ts'),
    existsSync(path.resolve(cwd, file)) ? readText(path.resolve(cwd, file), file) : undefined
  ])
  if (text === undefined) throw new UserError(missingBaseline(file))
  return {...config, baseline: {file, fingerprints: fingerprintsIn(parseBaseline(text, file))}}
}

/** What is to be said where the config names a baseline that there is not. */
export const missingBaseline = (file: string): string =>
  `\`${file}\`, the config's \`baseline\`, does not exist; run \`awesome-doctor init\` to write it, or take \`baseline\` out of the config.`
