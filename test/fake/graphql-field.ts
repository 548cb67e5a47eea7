import type {Call} from './route.ts'

/** Arguments after variables were put in. */
export type Args = Readonly<Record<string, unknown>>

/** A type that an argument can have, by the name that variables declare. */
export type InputType = string

/** A field of an object type. */
export interface Field {
  /** The name of the object type, if the field has one. */
  readonly type?: string
  readonly args?: Readonly<Record<string, InputType>>
  readonly resolve: (source: never, args: Args, call: Call) => unknown
}

/** The fields of an object type. */
export type ObjectType = Readonly<Record<string, Field>>

/** An error of one field, with GitHub's word for its kind. */
export class FieldError extends Error {
  override readonly name = 'FieldError'
  readonly type: string
  readonly extensions: Readonly<Record<string, unknown>> | undefined

  constructor(type: string, message: string, extensions?: Readonly<Record<string, unknown>>) {
    super(message)
    this.type = type
    this.extensions = extensions
  }
}

/** A field that has an object type, or takes arguments. */
export const field = <S>(
  type: string | undefined,
  resolve: (source: S, args: Args, call: Call) => unknown,
  args?: Field['args']
): Field => ({
  ...(type === undefined ? {} : {type}),
  ...(args ? {args} : {}),
  resolve: resolve as Field['resolve']
})

/** A field that is a scalar. */
export const plain = <S>(resolve: (source: S, args: Args, call: Call) => unknown): Field => field<S>(undefined, resolve)

/** The concrete types of values behind an interface or a union. */
export const typeNames = new WeakMap<object, string>()

/** Remembers the concrete type of what stands behind an interface or a union. */
export function typed<T extends object>(type: string, value: T): T {
  typeNames.set(value, type)
  return value
}
