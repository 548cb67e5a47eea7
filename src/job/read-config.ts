import {existsSync} from 'node:fs'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import {type Config, defaultConfig, mergeConfig, type Overrides, parseConfig} from '../lint/config.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import {readText} from './text-file.ts'

/** Where the config is looked for, in this order. */
export const configFiles = ['.github/awesome-doctor.yml', '.awesome-doctor.yml'] as const

/**
 * The configuration of a run in the terminal: the file named, else the one here, else none; the command line over it.
 * @throws UserError for a file that is missing or wrong, and for wrong values of the command line.
 */
export async function readConfig(
  cwd: string,
  rules: readonly KnownRule[],
  options: Overrides & {readonly file?: string}
): Promise<Config> {
  const {file, ...overrides} = options
  const here = (name: string) => existsSync(path.resolve(cwd, name))
  if (file !== undefined && !here(file))
    throw new UserError(
      `\`--config ${file}\` does not exist; name a file that does, or run \`awesome-doctor init\` for one.`
    )
  const name = file ?? configFiles.find(here)
  const config =
    name === undefined ? defaultConfig : parseConfig(await readText(path.resolve(cwd, name), name), name, rules)
  return mergeConfig(config, overrides, rules)
}
