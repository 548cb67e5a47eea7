/** A value as indented JSON, in which what a terminal or the log of a workflow could take for a command is an escape. */
export const jsonText = (value: unknown): string => `${harmless(JSON.stringify(value, undefined, 2))}\n`

const harmless = (json: string): string =>
  json
    .replace(/[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, character => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    })
    .replaceAll('##[', '#\\u0023[')
