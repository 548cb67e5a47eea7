/** A value as it stands in a query. */
export type Value =
  | {readonly kind: 'variable'; readonly name: string}
  | {readonly kind: 'literal'; readonly value: string | number | boolean | null}
  | {readonly kind: 'enum'; readonly value: string}
  | {readonly kind: 'list'; readonly items: readonly Value[]}
  | {readonly kind: 'object'; readonly fields: ReadonlyMap<string, Value>}

/** A field, an inline fragment, or the name of a fragment. */
export type Selection =
  | {
      readonly kind: 'field'
      readonly name: string
      readonly alias: string
      readonly args: ReadonlyMap<string, Value>
      readonly selections?: readonly Selection[]
      readonly line: number
      readonly column: number
    }
  | {readonly kind: 'inline'; readonly on?: string; readonly selections: readonly Selection[]}
  | {readonly kind: 'spread'; readonly name: string}

/** A query or mutation with its variables. */
export interface GraphqlOperation {
  readonly type: 'query' | 'mutation'
  readonly name?: string
  readonly variables: ReadonlyMap<string, {readonly type: string; readonly default?: Value}>
  readonly selections: readonly Selection[]
}

/** All that a text defines. */
export interface GraphqlDocument {
  readonly operations: readonly GraphqlOperation[]
  readonly fragments: ReadonlyMap<string, {readonly on: string; readonly selections: readonly Selection[]}>
}

/** What is no GraphQL. */
export class GraphqlSyntaxError extends Error {
  override readonly name = 'GraphqlSyntaxError'
}

interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'mark' | 'end'
  readonly text: string
  readonly line: number
  readonly column: number
}

const pattern =
  /([\s,\uFEFF]+|#[^\n]*)|("""(?:\\"""|[\s\S])*?""")|("(?:\\.|[^"\\\n])*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(\.\.\.|[!$&()=:@[\]{|}])/y

function tokens(source: string): Token[] {
  const found: Token[] = []
  let line = 1
  let lineStart = 0
  pattern.lastIndex = 0
  for (let at = 0; at < source.length; at = pattern.lastIndex) {
    const column = at - lineStart + 1
    const match = pattern.exec(source)
    if (!match) throw new GraphqlSyntaxError(`Expected a token, actual: "${source[at]}" at [${line}, ${column}]`)
    const [text, space, block, string, number, name] = match
    if (space === undefined) {
      const kind = block || string ? 'string' : number ? 'number' : name ? 'name' : 'mark'
      const value = block ? block.slice(3, -3) : string ? (JSON.parse(string) as string) : text
      found.push({kind, text: value, line, column})
    }
    for (let index = 0; index < text.length; index++) {
      if (text[index] !== '\n') continue
      line++
      lineStart = at + index + 1
    }
  }
  found.push({kind: 'end', text: '', line, column: 1})
  return found
}

/** Reads the subset of GraphQL that clients send: no subscriptions, no directives. */
export function parseGraphql(source: string): GraphqlDocument {
  const list = tokens(source)
  let index = 0
  const peek = (): Token => list[index]!
  const fail = (wanted: string): never => {
    const {text, line, column} = peek()
    throw new GraphqlSyntaxError(`Expected ${wanted}, actual: "${text}" at [${line}, ${column}]`)
  }
  const is = (text: string): boolean => peek().kind !== 'string' && peek().text === text
  const accept = (text: string): boolean => {
    if (!is(text)) return false
    index++
    return true
  }
  const expect = (text: string): void => {
    if (!accept(text)) fail(text)
  }
  const name = (): string => {
    if (peek().kind !== 'name') fail('NAME')
    return list[index++]!.text
  }

  function value(): Value {
    const token = peek()
    if (accept('$')) return {kind: 'variable', name: name()}
    if (accept('[')) {
      const items: Value[] = []
      while (!accept(']')) items.push(value())
      return {kind: 'list', items}
    }
    if (accept('{')) {
      const fields = new Map<string, Value>()
      while (!accept('}')) {
        const key = name()
        expect(':')
        fields.set(key, value())
      }
      return {kind: 'object', fields}
    }
    index++
    if (token.kind === 'string') return {kind: 'literal', value: token.text}
    if (token.kind === 'number') return {kind: 'literal', value: Number(token.text)}
    if (token.kind !== 'name') {
      index--
      return fail('a value')
    }
    const words: Readonly<Record<string, boolean | null>> = {true: true, false: false, null: null}
    const word = words[token.text]
    return word === undefined ? {kind: 'enum', value: token.text} : {kind: 'literal', value: word}
  }

  function type(): string {
    let text = accept('[') ? `[${type()}]` : name()
    if (text.startsWith('[')) expect(']')
    if (accept('!')) text += '!'
    return text
  }

  function selections(): Selection[] {
    expect('{')
    const found: Selection[] = []
    while (!accept('}')) {
      const {line, column} = peek()
      if (accept('...')) {
        if (accept('on')) found.push({kind: 'inline', on: name(), selections: selections()})
        else if (is('{')) found.push({kind: 'inline', selections: selections()})
        else found.push({kind: 'spread', name: name()})
        continue
      }
      const first = name()
      const field = accept(':') ? name() : first
      const args = new Map<string, Value>()
      if (accept('(')) {
        while (!accept(')')) {
          const key = name()
          expect(':')
          args.set(key, value())
        }
      }
      const inner = is('{') ? {selections: selections()} : {}
      found.push({kind: 'field', name: field, alias: first, args, line, column, ...inner})
    }
    return found
  }

  const operations: GraphqlOperation[] = []
  const fragments = new Map<string, {on: string; selections: Selection[]}>()
  while (peek().kind !== 'end') {
    if (is('{')) {
      operations.push({type: 'query', variables: new Map(), selections: selections()})
      continue
    }
    if (accept('fragment')) {
      const fragment = name()
      expect('on')
      fragments.set(fragment, {on: name(), selections: selections()})
      continue
    }
    if (!is('query') && !is('mutation')) fail('query, mutation or fragment')
    const kind = name() as 'query' | 'mutation'
    const named = peek().kind === 'name' ? {name: name()} : {}
    const variables = new Map<string, {type: string; default?: Value}>()
    if (accept('(')) {
      while (!accept(')')) {
        expect('$')
        const variable = name()
        expect(':')
        const declared = type()
        variables.set(variable, accept('=') ? {type: declared, default: value()} : {type: declared})
      }
    }
    operations.push({type: kind, ...named, variables, selections: selections()})
  }
  return {operations, fragments}
}
