import {type Args, FieldError, field, type ObjectType, plain} from './graphql-field.ts'

/** The arguments of every connection. */
export const paging = {first: 'Int', last: 'Int', after: 'String', before: 'String'}

/** A part of a list. */
export interface Connection {
  readonly items: readonly unknown[]
  readonly start: number
  readonly end: number
}

/** The part of a list that the arguments ask for. */
export function connect(items: readonly unknown[], args: Args, name: string): Connection {
  const {first, last, after, before} = args as {first?: number; last?: number; after?: string; before?: string}
  if (typeof first !== 'number' && typeof last !== 'number') {
    throw new FieldError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`
    )
  }
  if ((first ?? 0) > 100 || (last ?? 0) > 100) {
    const asked = Math.max(first ?? 0, last ?? 0)
    throw new FieldError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${asked} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`
    )
  }
  const cursor = (text: string): number => Number(Buffer.from(text, 'base64').toString().replace('cursor:', ''))
  let start = after ? cursor(after) : 0
  let end = before ? cursor(before) - 1 : items.length
  if (typeof first === 'number') end = Math.min(end, start + first)
  if (typeof last === 'number') start = Math.max(start, end - last)
  return {items, start, end}
}

/** The cursor after so many items. */
export const cursorAt = (index: number): string => Buffer.from(`cursor:${index}`).toString('base64')

/** The type of a connection to that type of node. */
export const connectionType = (node: string): ObjectType => ({
  nodes: field<Connection>(node, ({items, start, end}) => items.slice(start, end)),
  edges: field<Connection>(`${node}Edge`, ({items, start, end}) =>
    items.slice(start, end).map((item, index) => ({node: item, cursor: cursorAt(start + index + 1)}))
  ),
  totalCount: plain<Connection>(({items}) => items.length),
  pageInfo: field<Connection>('PageInfo', connection => connection)
})

/** The type of an edge to that type of node. */
export const edgeType = (node: string): ObjectType => ({
  node: field<{node: unknown}>(node, edge => edge.node),
  cursor: plain<{cursor: string}>(edge => edge.cursor)
})
