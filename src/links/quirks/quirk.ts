/** What an answer means. */
export interface Meaning {
  readonly status: 'alive' | 'dead' | 'unsure'
  /** Why it is not simply alive, in words without a final mark. */
  readonly reason?: string
}

/** How often a host may be asked. */
export interface Pace {
  /** So many requests under way at once… */
  readonly atOnce: number
  /** …and so many milliseconds from the beginning of one to the beginning of the next. */
  readonly gap: number
}

/** An address, and what becomes of it. */
export interface Example {
  readonly url: string
  /** The other address that is asked. */
  readonly asks?: string
  /** What an answer means, of the other address where there is one; `undefined` where it means what it says. */
  readonly answers?: Readonly<Record<number, Meaning['status'] | undefined>>
  /** Where it leads when there is nothing. */
  readonly nowhere?: string
}

/** A host, or a family of them, that does not answer programs as it answers people. */
export interface Quirk {
  /** Domains, their subdomains included. */
  readonly hosts: readonly string[]
  /** Without the subdomains, `www.` excepted. */
  readonly alone?: true
  /** What path and query must be like; whatever they are like, where it is not said. */
  readonly paths?: RegExp
  /** In words without a final mark, fit to be the reason for a verdict. */
  readonly because: string
  /** Another address that tells the truth, public and without a key; nothing for an address of another kind. */
  readonly ask?: (url: URL) => string | undefined
  /** What its answers mean, where they are not good ones, in place of nothing certain. */
  readonly told?: Readonly<Record<number, Meaning>>
  /** What is there for sure: where the other address does not know even this, its `dead` means nothing. */
  readonly witness?: string
  /** With what to ask where no fragment is wanted: the head says all. */
  readonly method?: 'HEAD'
  /** Statuses that mean "no programs". Asking again is of no use. */
  readonly blocks?: readonly number[]
  /** Statuses that come for what is there as well as for what is not. */
  readonly lies?: readonly number[]
  /** Where addresses lead that stand for nothing. */
  readonly nowhere?: RegExp
  /** Made to lead elsewhere: where it leads is never what should be linked instead. */
  readonly permalink?: true
  readonly pace?: Pace
  /** The places on its pages are made by scripts: what the source does not have may well be there. */
  readonly fragments?: 'script'
  readonly examples: readonly Example[]
}

/** The oEmbed answer (https://oembed.com) of a provider for an address. */
export const oembed =
  (endpoint: string) =>
  (url: URL): string =>
    `${endpoint}${endpoint.includes('?') ? '&' : '?'}url=${encodeURIComponent(url.href.replace(/#.*$/, ''))}`

/** A part of a path that a pattern finds, put into an address. */
export const askedAs =
  (form: RegExp, address: (...parts: readonly string[]) => string | undefined) =>
  ({pathname, search}: URL): string | undefined => {
    const found = form.exec(pathname + search)
    return found ? address(...found.slice(1).map(part => part ?? '')) : undefined
  }
