import type {Diagnostic} from '../lint/diagnostic.ts'
import {plural} from './closing.ts'
import {link, reasonMarkdown, shorten} from './markdown.ts'

/** What is wrong, as a sentence in markdown, cut where its source is longer than that many characters. */
export const saying = ({reason}: Pick<Diagnostic, 'reason'>, longest = 1000): string =>
  ended(reasonMarkdown(shorten(reason, longest)).trim())

/** Why that matters, in one sentence that follows the other; nothing where it is not known. The rule's page says more. */
export function because({note = ''}: Diagnostic): string {
  const [first] = note.split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  return first ? ` ${ended(reasonMarkdown(shorten(first, 1000)))}` : ''
}

/** Which rule says so, linked, and how bad it is. */
export const source = ({rule, url, severity}: Diagnostic): string => `(${link(rule, url)}, ${severity})`

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** So many errors and warnings, in words; of those there are none of nothing is said. */
export function counted(errors: number, warnings: number, kind = ''): string {
  const parts = [errors > 0 && plural(errors, `${kind}error`), warnings > 0 && plural(warnings, `${kind}warning`)]
  return parts.filter(Boolean).join(' and ') || 'nothing'
}

/** So many of all, in words that follow a verb: “3 of them”, “it”. */
export function share(some: number, all: number): string {
  if (some < all) return `${some} of them`
  return all === 1 ? 'it' : all === 2 ? 'both' : 'all of them'
}
