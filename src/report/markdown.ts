/** GitHub refuses the body of a review, comment, issue or pull request that has more characters. */
export const bodyLimit = 65_536

const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const oneLine = (text: string): string =>
  text.replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, ' ').replace(controls, '\ufffd')

/** Breaks a token that GitHub would act on, without a visible trace. */
const apart = '&#8203;'

/**
 * Any text as markdown of one line that shows it as it is: no mention, reference, link, image, HTML or emphasis comes to life.
 * An entity alone would not stop `@name`, since GitHub looks for mentions after entities are resolved.
 */
export function escapeText(text: string): string {
  return oneLine(text)
    .replace(/[&<>\\`*_[\](){}~!$^@#]|(?<=gh)-(?=\d)|:(?=\/\/)|(?<=www)\./gi, escapeCharacter)
    .replace(/^(\s*)([-+=|:]|\d+(?=\.))/, `$1$2${apart}`)
}

function escapeCharacter(character: string): string {
  if (character === '&') return '&amp;'
  if (character === '<') return '&lt;'
  if (character === '>') return '&gt;'
  if (character === '#') return `\\#${apart}`
  if (character === '.') return `${apart}.`
  return /[-:@]/.test(character) ? character + apart : `\\${character}`
}

/** Any text as a code span of one line; backticks in it survive. Nothing in a code span is a mention or a reference. */
export function inlineCode(text: string): string {
  const line = oneLine(text)
  if (line.trim() === '') return '` `'
  const ticks = '`'.repeat(longestRun(line) + 1)
  const padding = /^[` ]|[` ]$/.test(line) ? ' ' : ''
  return `${ticks}${padding}${line}${padding}${ticks}`
}

/** A code block around any lines: its fence is longer than every run of backticks inside, indented ones included. */
export function fence(info: string, lines: readonly string[]): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1))
  return [`${ticks}${info}`, ...lines, ticks].join('\n')
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length))

const codeSpan = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/gs

/** A piece of a finding's reason, without the backticks of code. */
export interface ReasonPiece {
  readonly kind: 'text' | 'code'
  readonly text: string
}

/** A finding's reason, whose only markdown is code spans, taken apart. */
export function reasonPieces(reason: string): readonly ReasonPiece[] {
  const pieces: ReasonPiece[] = []
  let at = 0
  for (const span of reason.matchAll(codeSpan)) {
    pieces.push({kind: 'text', text: reason.slice(at, span.index)}, {kind: 'code', text: unpadded(span[2] ?? '')})
    at = span.index + span[0].length
  }
  return [...pieces, {kind: 'text', text: reason.slice(at)}]
}

/** A finding's reason as markdown: code stays code, all else is plain text. */
export const reasonMarkdown = (reason: string): string =>
  reasonPieces(reason)
    .map(({kind, text}) => (kind === 'code' ? inlineCode(text) : escapeText(text)))
    .join('')

const unpadded = (code: string): string => (/^ .*[^ ].* $/s.test(code) ? code.slice(1, -1) : code)

/** A link with any text to a page whose address we made. */
export const link = (label: string, url: string): string => linked(escapeText(label), url)

/** Markdown of one line that has no link in it, linked to a page whose address we made. */
export const linked = (label: string, url: string): string => `[${label}](${url.replace(/[\s()<>\\`]/g, percent)})`

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`

/**
 * Markdown of one line as the cell of a table. A backslash before a bar is kept apart from the one that escapes the bar:
 * tables are split before code is seen.
 */
export const tableCell = (markdown: string): string => markdown.replace(/\|/g, '\\|').replace(/\\(?=\\\|)/g, '\\\u200b')

/** Cuts a text after `length` characters, never inside a pair of surrogates, and shows it by an ellipsis. */
export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`

/** A comment that readers don't see and by which we know a finding again. @throws RangeError for an id that could leave it. */
export function marker(id: string): string {
  if (!/^\w[\w-]*$/.test(id)) throw new RangeError(`Not an id for a marker: ${id}`)
  return `<!-- awesome-doctor:${id} -->`
}

/** The ids of the markers at the end of a body. Those before it are quoted text and count for nothing. */
export function findMarkers(body: string): string[] {
  const ids: string[] = []
  for (const line of body.trimEnd().split(/\r?\n/).reverse()) {
    const id = /^<!-- awesome-doctor:(\w[\w-]*) -->$/.exec(line)?.[1]
    if (id === undefined) break
    ids.unshift(id)
  }
  return ids
}

/**
 * Lines as one body that GitHub accepts, with the `tail` at its end whatever happens: what does not fit is cut by whole lines,
 * and a sentence says so. No block may span several of the lines.
 */
export function within(lines: readonly string[], tail: string, limit: number = bodyLimit): string {
  const end = tail === '' ? '' : `\n\n${tail}`
  const whole = lines.join('\n') + end
  if (whole.length <= limit) return whole
  const kept: string[] = []
  let room = limit - end.length - 100
  for (const line of lines) {
    room -= line.length + 1
    if (room < 0) break
    kept.push(line)
  }
  return `${kept.join('\n')}\n\n${lines.length - kept.length} more lines were cut: GitHub takes ${limit} characters at most.${end}`
}
