import type {RootRoute, Route} from './route.ts'
import {type Operation, operations} from './schema.ts'

/** A route with what finds it. */
export interface CompiledRoute {
  readonly operation: Operation
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly route?: Route
  readonly root?: RootRoute
}

const longNames = new Set(['path', 'ref', 'basehead'])

/** The pattern of an operation: `{path}`, `{ref}` and `{basehead}` take slashes, too. */
export function compile(operation: string, rest: Pick<CompiledRoute, 'route' | 'root'>): CompiledRoute {
  const known = operations.get(operation)
  if (!known) throw new Error(`${operation} is not in github-api.json`)
  const names: string[] = []
  const source = known.path.replaceAll('.', '\\.').replace(/\/\{(\w+)\}/g, (_, name: string) => {
    names.push(name)
    if (name === 'path') return '(?:/(.*))?'
    return longNames.has(name) ? '/(.+)' : '/([^/]+)'
  })
  return {operation: known, pattern: new RegExp(`^${source}$`), names, ...rest}
}

/** The root that the path starts with, and the rest of it. */
export function split(path: string): {root: string; rest: string} {
  if (path === '/api/graphql') return {root: '/api/v3', rest: '/graphql'}
  return path.startsWith('/api/v3/') ? {root: '/api/v3', rest: path.slice('/api/v3'.length)} : {root: '', rest: path}
}
