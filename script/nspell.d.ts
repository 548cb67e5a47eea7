declare module 'nspell' {
  /** Only what the build takes of it: every form of every word. */
  export default function nspell(aff: Uint8Array, dic: Uint8Array): {readonly data: Readonly<Record<string, unknown>>}
}
