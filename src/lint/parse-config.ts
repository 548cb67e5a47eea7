import {isIP} from 'node:net'
import type {Config, LinkConfig, Override} from './config.ts'
import {defaultConfig, presets, readFailOn} from './config.ts'
import {
  elementsOf,
  fieldsOf,
  type Item,
  oneOf,
  readGlobs,
  readPath,
  readStrings,
  readSwitch,
  readTime
} from './config-item.ts'
import {type KnownRule, readRules} from './rule-setting.ts'
import {parseItem} from './yaml-item.ts'

/**
 * Reads a config file.
 * @throws UserError that names the file, the place, the key and the nearest valid name.
 */
export const parseConfig = (text: string, file: string, rules: readonly KnownRule[]): Config =>
  configOf(parseItem(text, file), rules)

/**
 * Reads what a config file has, however it was come by.
 * @throws UserError that names the key and the nearest valid name.
 */
export function configOf(item: Item, rules: readonly KnownRule[]): Config {
  const keys = fieldsOf(item, ['files', 'one-list', 'preset', 'rules', 'overrides', 'links', 'fail-on', 'baseline'])
  const get = <T>(key: string, read: (item: Item) => T, otherwise: T) => {
    const item = keys.get(key)
    return item ? read(item) : otherwise
  }
  const baseline = keys.get('baseline')
  return {
    files: get('files', item => readGlobs(item, '`[readme.md, "lists/**/*.md"]`'), defaultConfig.files),
    oneList: get('one-list', readSwitch, defaultConfig.oneList),
    preset: get('preset', item => oneOf(item, presets), defaultConfig.preset),
    rules: get('rules', item => readRules(item, rules), defaultConfig.rules),
    overrides: get('overrides', item => readOverrides(item, rules), defaultConfig.overrides),
    links: get('links', readLinks, defaultConfig.links),
    failOn: get('fail-on', readFailOn, defaultConfig.failOn),
    ...(baseline && {baseline: {file: readPath(baseline), fingerprints: []}})
  }
}

function readOverrides(item: Item, rules: readonly KnownRule[]): readonly Override[] {
  const wanted = 'a list of files and what differs for them, such as `[{files: ["old/**"], rules: {entry-order: off}}]`'
  return elementsOf(item, wanted).map(one => {
    const keys = fieldsOf(one, ['files', 'rules', 'preset'])
    const [files, settings, preset] = ['files', 'rules', 'preset'].map(key => keys.get(key))
    if (!files) throw one.complain(one, 'needs `files`: a list of globs, such as `["translations/**"]`.')
    return {
      files: readGlobs(files, '`["translations/**"]`'),
      rules: settings ? readRules(settings, rules) : {},
      ...(preset && {preset: oneOf(preset, presets)})
    }
  })
}

/** Networks and hosts. @throws UserError for what is neither. */
function readNetworks(item: Item): readonly string[] {
  const networks = readStrings(item, 'a list of networks or hosts, such as `["10.1.0.0/16"]`')
  networks.forEach((network, index) => {
    const [address = '', length] = network.split(/\/(.*)/s)
    const longest = {0: -1, 4: 32, 6: 128}[isIP(address)] ?? -1
    const isNetwork = longest > 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= longest))
    if (isNetwork || /^(?:[a-z\d](?:[\w-]*\.)*[\w-]*|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(network)) return
    const one = {path: [...item.path, index]}
    throw item.complain(
      one,
      `is \`${network}\`; write a network such as \`10.1.0.0/16\`, or a host such as \`wiki.corp.example:8443\`.`
    )
  })
  return networks
}

function readLinks(item: Item): LinkConfig {
  const keys = fieldsOf(item, ['exclude', 'timeout', 'allow-private'])
  const {exclude, timeout, allowPrivate} = defaultConfig.links
  const [excluded, limit, allowed] = ['exclude', 'timeout', 'allow-private'].map(key => keys.get(key))
  return {
    exclude: excluded ? readStrings(excluded, 'a list of URL globs, such as `["https://example.org/**"]`') : exclude,
    timeout: limit ? readTime(limit) : timeout,
    allowPrivate: allowed ? readNetworks(allowed) : allowPrivate
  }
}
