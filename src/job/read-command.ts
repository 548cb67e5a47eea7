/** What somebody asks for in a comment. */
export type Command =
  | {readonly kind: 'fix' | 'check' | 'help'}
  /** A rule or an address, as it was written. */
  | {readonly kind: 'ignore'; readonly what: string}
  /** What stands where a command should. */
  | {readonly kind: 'unknown'; readonly word: string}

/**
 * The command of a comment: its first line, from the first character on. So a quoted one counts as little as one in the
 * middle of a sentence. What stands below it is for people.
 */
export function readCommand(body: string): Command | undefined {
  const [line = ''] = body.split(/[\r\n]/, 1)
  const found = /^\/doctor(?:[ \t]+(.*)|$)/i.exec(line)
  if (!found) return undefined
  const [word = '', what = ''] = (found[1] ?? '').trim().split(/\s+/)
  const kind = word.toLowerCase()
  if (kind === '' || kind === 'help') return {kind: 'help'}
  if (kind === 'fix' || kind === 'check') return {kind}
  if (kind === 'ignore') return {kind, what: what.replace(/^[`<"']+|[`>"']+$/g, '')}
  return {kind: 'unknown', word}
}
