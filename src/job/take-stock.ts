import {existsSync} from 'node:fs'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import {type Config, defaultConfig, type Preset} from '../lint/config.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import {isShown} from '../lint/tally.ts'
import {type Check, checkFiles} from './check-files.ts'
import {type FoundLists, findLists} from './find-lists.ts'
import {configFiles, readConfig} from './read-config.ts'

/** What a repository has, before anything is set up for it. */
export interface Stock {
  /** The config that is there already. */
  readonly configFile?: string
  /** What is there already, or what suits: files, whether they are one list, preset. */
  readonly config: Config
  readonly found: FoundLists
  /** How many more findings the preset `awesome` would have, where the badge says that the list is of that kind. */
  readonly asAwesome?: number
  /** The present findings of each list. */
  readonly reports: readonly FileReport[]
}

/** So many findings more, for each hundred entries or at all, are hardly any. */
const hardlyAny = {perHundred: 2, atAll: 3}

/**
 * Looks at the lists of a folder: which there are, what suits them, and what is to be said of them now.
 * @throws UserError for a config that is wrong, and what cannot be read.
 */
export async function takeStock(cwd: string, rules: readonly KnownRule[], onFile?: Check['onFile']): Promise<Stock> {
  const look = async (config: Config): Promise<readonly FileReport[]> => {
    const {files} = await checkFiles({cwd, config, paths: [], ...(onFile && {onFile})})
    return files
  }
  const configFile = configFiles.find(name => existsSync(path.join(cwd, name)))
  const found = await findLists(cwd)
  if (configFile !== undefined) {
    const config = await readConfig(cwd, async () => rules, {file: configFile, baseline: 'leave'})
    return {configFile, config, found, reports: await unlessNone(look(config))}
  }
  const config: Config = {...defaultConfig, files: found.files, oneList: found.oneList}
  if (found.lists.length === 0) return {config, found, reports: []}
  const reports = await look(config)
  if (!found.lists[0]?.hasBadge) return {config, found, reports}
  const preset: Preset = 'awesome'
  const strictly = await look({...config, preset})
  const asAwesome = count(strictly) - count(reports)
  const entries = found.lists.reduce((sum, list) => sum + list.entries, 0)
  const isAwesome = asAwesome <= Math.max(hardlyAny.atAll, (entries * hardlyAny.perHundred) / 100)
  if (!isAwesome) return {config, found, asAwesome, reports}
  return {config: {...config, preset}, found, asAwesome, reports: strictly}
}

const count = (reports: readonly FileReport[]): number =>
  reports.reduce((sum, {diagnostics}) => sum + diagnostics.filter(isShown).length, 0)

/** A config may name files that are still to come. */
async function unlessNone(reports: Promise<readonly FileReport[]>): Promise<readonly FileReport[]> {
  try {
    return await reports
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}
