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
 * @throws UserError for a file that is missing or wrong, and for wrong values of the command line.
 */
export async function readConfig(
  cwd: string,
  loadRules: () => Promise<readonly KnownRule[]>,
  options: Overrides & {readonly file?: string}
): Promise<Config> {
  const {file, ...overrides} = options
  const here = (name: string) => existsSync(path.resolve(cwd, name))
  if (file !== undefined && !here(file))
    throw new UserError(
      `\`--config ${file}\` does not exist; name a file that does, or run \`awesome-doctor init\` for one.`
    )
  const name = file ?? configFiles.find(here)
  const rules = name !== undefined || overrides.rules?.length ? await loadRules() : []
  const config = name === undefined ? defaultConfig : await readFile(path.resolve(cwd, name), name, rules)
  return mergeConfig(config, overrides, rules)
}

async function readFile(file: string, name: string, rules: readonly KnownRule[]): Promise<Config> {
  // YAML is loaded for those who have a config only.
  const [{parseConfig}, text] = await Promise.all([import('../lint/parse-config.ts'), readText(file, name)])
  return parseConfig(text, name, rules)
}
