import type {Args, InputType} from './graphql-field.ts'
import {enums, inputs, types} from './graphql-schema.ts'
import type {GraphqlDocument, GraphqlOperation, Selection, Value} from './graphql-syntax.ts'
import type {Call} from './route.ts'

/** An entry of `errors`. */
export interface GraphqlError {
  readonly message: string
  readonly type?: string
  readonly path?: readonly (string | number)[]
  readonly locations?: readonly {line: number; column: number}[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** A request on its way. */
export interface Run {
  readonly call: Call
  readonly document: GraphqlDocument
  readonly operation: GraphqlOperation
  readonly variables: Args
  readonly errors: GraphqlError[]
  /** How many objects may still be looked up. */
  objects: number
}

/** Whether a value fits an input type; says what is wrong. */
export function misfit(type: InputType, value: unknown): string | undefined {
  const needed = type.endsWith('!')
  const bare = needed ? type.slice(0, -1) : type
  if (value === undefined || value === null) return needed ? 'Expected value to not be null' : undefined
  if (bare.startsWith('[')) {
    const items = Array.isArray(value) ? value : [value]
    return items.map(item => misfit(bare.slice(1, -1), item)).find(Boolean)
  }
  const allowed = enums[bare]
  if (allowed)
    return allowed.includes(String(value)) ? undefined : `Expected "${value}" to be one of: ${allowed.join(', ')}`
  const fields = inputs[bare]
  if (fields) {
    if (typeof value !== 'object') return `Expected value to be a ${bare}`
    const unknown = Object.keys(value).find(key => !(key in fields))
    if (unknown) return `Field is not defined on ${bare}: ${unknown}`
    return Object.entries(fields)
      .map(([key, inner]) => {
        const problem = misfit(inner, (value as Args)[key])
        return problem && `${key}: ${problem}`
      })
      .find(Boolean)
  }
  if (bare === 'Int')
    return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
      ? undefined
      : `Could not coerce value ${JSON.stringify(value)} to Int`
  if (bare === 'Boolean')
    return typeof value === 'boolean' ? undefined : `Could not coerce value ${JSON.stringify(value)} to Boolean`
  return typeof value === 'string' ? undefined : `Could not coerce value ${JSON.stringify(value)} to ${bare}`
}

/** A value with its variables put in. */
export function evaluate(value: Value, variables: Args): unknown {
  if (value.kind === 'variable') return variables[value.name]
  if (value.kind === 'list') return value.items.map(item => evaluate(item, variables))
  if (value.kind === 'object') {
    return Object.fromEntries([...value.fields].map(([key, inner]) => [key, evaluate(inner, variables)]))
  }
  return value.value
}

function* usedVariables(value: Value): Generator<string> {
  if (value.kind === 'variable') yield value.name
  if (value.kind === 'list') for (const item of value.items) yield* usedVariables(item)
  if (value.kind === 'object') for (const inner of value.fields.values()) yield* usedVariables(inner)
}

/** Refuses what the schema doesn't know, before anything is done. */
export function validate(run: Run, type: string, selections: readonly Selection[], path: readonly string[]): void {
  const known = types[type]
  for (const selection of selections) {
    if (selection.kind === 'inline') {
      const on = selection.on ?? type
      if (!types[on])
        run.errors.push({
          message: `No such type ${on}, so it can't be a fragment condition`,
          path: [...path, `... on ${on}`]
        })
      else validate(run, on, selection.selections, [...path, `... on ${on}`])
      continue
    }
    if (selection.kind === 'spread') {
      const fragment = run.document.fragments.get(selection.name)
      if (!fragment)
        run.errors.push({
          message: `Fragment ${selection.name} was used, but not defined`,
          path: [...path, selection.name]
        })
      else validate(run, fragment.on, fragment.selections, [...path, `fragment ${selection.name}`])
      continue
    }
    const {name, line, column} = selection
    if (name === '__typename') continue
    const here = [...path, selection.alias]
    const complain = (code: string, message: string, extra: Record<string, string> = {}): void => {
      run.errors.push({path: here, extensions: {code, typeName: type, ...extra}, locations: [{line, column}], message})
    }
    const definition = known?.[name]
    if (!definition) {
      complain('undefinedField', `Field '${name}' doesn't exist on type '${type}'`, {fieldName: name})
      continue
    }
    for (const [argument, value] of selection.args) {
      if (!definition.args?.[argument]) {
        const message = `Field '${name}' doesn't accept argument '${argument}'`
        complain('argumentNotAccepted', message, {name, argumentName: argument})
      }
      for (const variable of usedVariables(value)) {
        if (!run.operation.variables.has(variable)) {
          complain(
            'variableNotDefined',
            `Variable $${variable} is used by ${run.operation.name ?? 'anonymous query'} but not declared`
          )
        }
      }
    }
    const missing = Object.entries(definition.args ?? {})
      .filter(([argument, wanted]) => wanted.endsWith('!') && !selection.args.has(argument))
      .map(([argument]) => argument)
    if (missing.length > 0) {
      complain('missingRequiredArguments', `Field '${name}' is missing required arguments: ${missing.join(', ')}`)
    }
    for (const [argument, value] of selection.args) {
      const wanted = definition.args?.[argument]
      const problem = wanted && misfit(wanted, evaluate(value, run.variables))
      if (problem) {
        const message = `Argument '${argument}' on Field '${name}' has an invalid value. Expected type '${wanted}'. (${problem})`
        complain('argumentLiteralsIncompatible', message, {argumentName: argument})
      }
    }
    if (definition.type && !selection.selections) {
      complain(
        'selectionMismatch',
        `Field must have selections (field '${name}' returns ${definition.type} but has no selections. Did you mean '${name} { ... }'?)`
      )
    } else if (!definition.type && selection.selections) {
      complain(
        'selectionMismatch',
        `Selections can't be made on scalars (field '${name}' returns a scalar but has selections)`
      )
    } else if (definition.type && selection.selections) validate(run, definition.type, selection.selections, here)
  }
}
