import {type Config, layer} from './config.ts'
import {pathTest} from './path-test.ts'

/**
 * The configuration of one file: the overrides that fit it are laid over it, one after the other.
 * @param path from the folder that the globs are about, with forward slashes
 */
export function configFor(config: Config, path: string): Config {
  let {preset, rules} = config
  for (const override of config.overrides) {
    if (!pathTest(override.files, 'with hidden')(path)) continue
    preset = override.preset ?? preset
    rules = layer(rules, override.rules)
  }
  return {...config, preset, rules, overrides: []}
}
