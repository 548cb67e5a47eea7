/** Writes one message to the log of a run; whatever stands in it, the log's reader takes none of it for a command. */
export type Log = (text: string) => void

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** Control characters and those that turn the direction of text, made visible as `\u{…}`; all kinds of line breaks become `\n`. */
const visible = (text: string): string =>
  text
    .split(lineBreak)
    .join('\n')
    .replace(
      /[\0-\x08\x0e-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      character => `\\u{${character.charCodeAt(0).toString(16)}}`
    )

/**
 * A text as lines for the log of GitHub Actions. Its runner takes `::` after leading blanks for a command, and `##[` anywhere.
 */
export const logLines = (text: string): readonly string[] =>
  harmless(text)
    .split('\n')
    .map(line => (/^\s*::/.test(line) ? `| ${line}` : line))

/** Visible text in which `##[` is broken, for messages that are escaped as the data of a workflow command. */
export const harmless = (text: string): string => visible(text).replaceAll('##[', '# #[')

/** A log that writes whole lines, each ended, to `write`. */
export const createLog =
  (write: (text: string) => unknown): Log =>
  text => {
    for (const line of logLines(text)) write(`${line}\n`)
  }
