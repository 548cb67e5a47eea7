/** What a server answered. */
export interface Answer {
  readonly status: number
  /** Names in lower case; of a header that came several times, all values joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  /** The beginning of the body, decoded, where it was wanted and is text. */
  readonly text?: string
  /** Whether `text` is the whole body. */
  readonly whole?: boolean
}

/** No answer. */
export interface Failure {
  /** The name of the error, as Node, undici or the domain name system give it: `ENOTFOUND`, `CERT_HAS_EXPIRED`. */
  readonly failure: string
  /** In words, for the user. */
  readonly reason: string
}

export type Reply = Answer | Failure
