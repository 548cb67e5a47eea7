import {harmless} from '../report/log.ts'

/** Writes one event to the log of a server: what happened, and what is to be known of it. */
export type JsonLog = (
  level: 'info' | 'warn' | 'error',
  message: string,
  more?: Readonly<Record<string, string | number | undefined>>
) => void

/** What looks like a secret: GitHub's tokens, JSON Web Tokens, and keys. */
const secretLike =
  /\bgh[a-z]_\w{16,}|\bgithub_pat_\w+|\bv1\.[\da-f]{40}\b|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+|-----BEGIN [^-]*PRIVATE KEY-----[\s\S]*?(?:-----END [^-]*PRIVATE KEY-----|$)/g

/** A log that writes each event as one line of JSON, in which nothing is a secret and nothing steers a terminal. */
export function createJsonLog(
  write: (line: string) => unknown,
  {now, secrets}: {readonly now: () => number; readonly secrets: readonly string[]}
): JsonLog {
  const known = secrets.flatMap(secret => [secret, ...secret.split(/\r?\n/)]).filter(secret => secret.length >= 8)
  const clean = (text: string): string =>
    harmless(known.reduce((rest, secret) => rest.replaceAll(secret, '***'), text).replace(secretLike, '***'))
  return (level, message, more = {}) => {
    const fields = Object.entries(more).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value])
    const event = {time: new Date(now()).toISOString(), level, message: clean(message), ...Object.fromEntries(fields)}
    write(`${JSON.stringify(event)}\n`)
  }
}
