import type {Reply} from './answer.ts'
import {failed} from './failure.ts'

/** One step of a redirect. */
export interface Hop {
  readonly status: number
  readonly to: URL
}

/** Where an address led. */
export interface Trip {
  readonly asked: URL
  readonly hops: readonly Hop[]
  /** Where the reply comes from. */
  readonly final: URL
  readonly reply: Reply
}

/** More redirects than this are a circle, or as good as one (RFC 9110, 15.4, wants clients to notice them). */
const mostHops = 10

/** Follows redirects by hand, so that each step is asked like any other address. Never throws for what the web does. */
export async function follow(asked: URL, ask: (url: URL) => Promise<Reply>): Promise<Trip> {
  const seen = new Set([asked.href])
  const hops: Hop[] = []
  let final = asked
  for (;;) {
    const reply = await ask(final)
    const to = targetOf(reply, final)
    if (!to) return {asked, hops, final, reply}
    hops.push({status: (reply as {status: number}).status, to})
    if (seen.has(to.href)) return {asked, hops, final: to, reply: failed('CIRCLE', 'it redirects in a circle')}
    if (hops.length > mostHops)
      return {asked, hops, final: to, reply: failed('CIRCLE', `it redirects more than ${mostHops} times`)}
    seen.add(to.href)
    final = withoutCredentials(to)
  }
}

/** Where a redirect leads; nothing for any other reply, and for one without a readable place. */
function targetOf(reply: Reply, from: URL): URL | undefined {
  if (!('status' in reply) || ![301, 302, 303, 307, 308].includes(reply.status)) return undefined
  const {location} = reply.headers
  if (location === undefined || location === '') return undefined
  try {
    const to = new URL(utf8(location), from)
    // Without a fragment of its own the place keeps that of where it came from (RFC 9110, 10.2.2); ours has none.
    if (to.hash === '') to.hash = ''
    return to
  } catch {
    return undefined
  }
}

/** Headers come as Latin-1; places that are UTF-8 after all are common. */
function utf8(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return text
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}

function withoutCredentials(url: URL): URL {
  if (url.username === '' && url.password === '') return url
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare
}
