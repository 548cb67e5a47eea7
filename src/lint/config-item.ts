import type {UserError} from '../document/error.ts'
import {suggest} from './nearest.ts'

/** A value of the config file together with the way to it, for complaints. */
export interface Item {
  readonly path: readonly (string | number)[]
  readonly value: unknown
  readonly complain: (item: Pick<Item, 'path'>, text: string) => UserError
}

/** The fields of a mapping; nothing at all is an empty one. @throws UserError for a field that has none of the names. */
export function fieldsOf(item: Item, names: readonly string[]): ReadonlyMap<string, Item> {
  if (item.value === null || item.value === undefined) return new Map()
  if (!isRecord(item.value)) throw item.complain(item, `must be a mapping of ${names.slice(0, 3).join(', ')} …`)
  return new Map(
    Object.entries(item.value).map(([key, value]) => {
      const field = {path: [...item.path, key], value, complain: item.complain}
      if (!names.includes(key)) throw item.complain(field, `is not known; ${suggest(key, names)}`)
      return [key, field]
    })
  )
}

/** The elements of a list; nothing at all is an empty one. @throws UserError for what is no list. */
export function elementsOf(item: Item, wanted: string): readonly Item[] {
  if (item.value === null || item.value === undefined) return []
  if (!Array.isArray(item.value)) throw item.complain(item, `must be ${wanted}.`)
  return item.value.map((value, index) => ({path: [...item.path, index], value, complain: item.complain}))
}

/** A text that is one of the names. @throws UserError with the nearest of them. */
export function oneOf<T extends string>(item: Item, names: readonly T[]): T {
  const found = names.find(name => name === item.value)
  if (found) return found
  throw item.complain(item, `is ${show(item.value)}; ${suggest(String(item.value), names)}`)
}

/** `true` or `false`. @throws UserError for anything else. */
export function readSwitch(item: Item): boolean {
  if (typeof item.value === 'boolean') return item.value
  throw item.complain(item, `is ${show(item.value)}, but must be \`true\` or \`false\`.`)
}

/** A list of texts, none of them blank. @throws UserError that says what is wanted. */
export function readStrings(item: Item, wanted: string): readonly string[] {
  const {value} = item
  if (Array.isArray(value) && value.every(one => typeof one === 'string' && one.trim() !== '')) return value
  throw item.complain(item, `must be ${wanted}.`)
}

/** Milliseconds, from a number of seconds or a number with its unit. @throws UserError for no time up to ten minutes. */
export function readTime(item: Item): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m)?$/.exec(String(item.value)) ?? []
  const time = Math.round(Number(digits) * {ms: 1, s: 1000, m: 60_000}[(unit as 'ms' | 's' | 'm' | undefined) ?? 's'])
  if (time > 0 && time <= 600_000) return time
  throw item.complain(item, `is ${show(item.value)}, but must be a time up to ten minutes, such as \`20s\`.`)
}

/** Whether a path is absolute, or climbs. */
const leadsOut = (path: string): boolean => /^([/\\]|[a-z]:)/i.test(path) || /(^|[/\\])\.\.([/\\]|$)/.test(path)

/** Globs of files of the repository. @throws UserError for one that leads out of it, or names a folder. */
export function readGlobs(item: Item, example: string): readonly string[] {
  const globs = readStrings(item, `a list of globs, such as ${example}`)
  globs.forEach((glob, index) => {
    const bare = glob.replace(/^!/, '')
    const one = {path: [...item.path, index]}
    if (leadsOut(bare))
      throw item.complain(one, `is \`${glob}\`, which lies outside of the repository; name files inside it.`)
    if (bare.endsWith('/')) throw item.complain(one, `is \`${glob}\`, a folder; write \`${glob}**\` for its files.`)
  })
  return globs
}

/** The path of a file of the repository, with forward slashes. @throws UserError for one that leads out of it. */
export function readPath(item: Item): string {
  const {value} = item
  if (typeof value !== 'string' || value.trim() === '' || value.endsWith('/'))
    throw item.complain(item, `is ${show(value)}, but must be the path of a file.`)
  if (leadsOut(value))
    throw item.complain(item, `is \`${value}\`, which lies outside of the repository; name a file inside it.`)
  return value.replaceAll('\\', '/').replace(/^\.\//, '')
}

/** Whether a value is a mapping. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as a complaint quotes it. */
export const show = (value: unknown): string =>
  value === undefined || value === null ? 'empty' : `\`${quoted(value).replace(/^"(.*)"$/, '$1')}\``

/** Whoever calls the library may give what JSON has no words for. */
function quoted(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return typeof value
  }
}
