import {once} from 'node:events'
import {type IncomingMessage, type OutgoingHttpHeaders, STATUS_CODES} from 'node:http'
import {setTimeout as sleep} from 'node:timers/promises'
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib'
import type {Handler} from './web-exchange.ts'

/** Answers with a code from 200 to 999; to HEAD without the body. */
export function status(code: number, headers: OutgoingHttpHeaders = {}, body = STATUS_CODES[code] ?? ''): Handler {
  return ({response}) => {
    const bytes = Buffer.from(code === 204 || code === 304 ? '' : body)
    const described = bytes.length > 0 && {'content-type': 'text/plain; charset=utf-8', 'content-length': bytes.length}
    response.writeHead(code, {...described, ...headers})
    response.end(bytes)
  }
}

/** 200 with HTML as it stands. */
export function html(source: string, headers: OutgoingHttpHeaders = {}): Handler {
  return status(200, {'content-type': 'text/html; charset=utf-8', ...headers}, source)
}

/** 200 with a small page of this title. */
export function page(title: string, text = `All about ${title}.`): Handler {
  return html(
    `<!doctype html>\n<html lang="en"><head><title>${title}</title></head>` +
      `<body><h1>${title}</h1><p>${text}</p></body></html>\n`
  )
}

/** 200 with HTML in a content coding. */
export function compressed(coding: 'gzip' | 'deflate' | 'br', source: string): Handler {
  const compress = {gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync}[coding]
  const body = compress(source)
  return ({response}) => {
    const type = 'text/html; charset=utf-8'
    response.writeHead(200, {'content-type': type, 'content-encoding': coding, 'content-length': body.length})
    response.end(body)
  }
}

/** Leads elsewhere; where to may depend on the request. */
export function redirect(code: number, to: string | ((request: IncomingMessage) => string)): Handler {
  return exchange => status(code, {location: typeof to === 'string' ? to : to(exchange.request)})(exchange)
}

/** Gives these headers to whatever answer the handler gives: cookies, `cf-mitigated`. */
export function withHeaders(headers: Readonly<Record<string, string | readonly string[]>>, handler: Handler): Handler {
  return exchange => {
    for (const [name, value] of Object.entries(headers)) exchange.response.setHeader(name, value)
    return handler(exchange)
  }
}

/** One handler where the request is so, another where not: a page that wants `text/html`, or refuses a user agent. */
export function when(holds: (request: IncomingMessage) => boolean, then: Handler, otherwise: Handler): Handler {
  return exchange => (holds(exchange.request) ? then : otherwise)(exchange)
}

/** A server that answers HEAD otherwise than GET. */
export function toHead(head: Handler, otherwise: Handler): Handler {
  return when(({method}) => method === 'HEAD', head, otherwise)
}

/** One handler after the other, a request each; the last one stays. */
export function sequence(...handlers: readonly [Handler, ...Handler[]]): Handler {
  let next = 0
  return exchange => handlers[Math.min(next++, handlers.length - 1)]!(exchange)
}

/** So many requests are answered, so many refused with 429, and so on in turns, whatever the clock says. */
export function rateLimited(
  {answered, refused, headers}: {answered: number; refused: number; headers: OutgoingHttpHeaders},
  handler: Handler
): Handler {
  let count = 0
  return exchange => {
    const free = count++ % (answered + refused) < answered
    return (free ? handler : status(429, headers))(exchange)
  }
}

/** One handler for so many milliseconds from the first request on, then another; for measurements, not for tests. */
export function forAWhile(milliseconds: number, first: Handler, then: Handler): Handler {
  let end: number | undefined
  return exchange => {
    end ??= performance.now() + milliseconds
    return (performance.now() < end ? first : then)(exchange)
  }
}

/** Waits so many milliseconds first; for measurements, not for tests. */
export function slow(milliseconds: number, handler: Handler): Handler {
  return async exchange => {
    await sleep(milliseconds)
    return handler(exchange)
  }
}

/** Something that a test holds back as long as it wants. */
export interface Latch {
  /** Fulfilled once it is open. */
  readonly opened: Promise<void>
  /** Lets all go that wait, and all that come. */
  readonly open: () => void
}

/** A latch that is shut. */
export function latch(): Latch {
  let open = (): void => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return {opened, open}
}

/** Answers once the latch is open, or never if the client leaves before. */
export function held({opened}: Latch, handler: Handler): Handler {
  return async exchange => {
    const left = new AbortController()
    exchange.response.once('close', () => left.abort())
    const gone = once(left.signal, 'abort')
    await Promise.race([opened, gone])
    if (!left.signal.aborted) return handler(exchange)
  }
}
