declare module 'picomatch' {
  /** A test for paths: whether one of the globs matches and none of `ignore` does. */
  export default function picomatch(
    globs: readonly string[],
    options?: {
      readonly nocase?: boolean
      readonly dot?: boolean
      readonly bash?: boolean
      readonly ignore?: readonly string[]
    }
  ): (path: string) => boolean
}
