import {once} from 'node:events'
import {Socket} from 'node:net'
import {Readable, type Writable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createBrotliCompress, createGzip, constants as zlib} from 'node:zlib'
import type {Handler} from './web-exchange.ts'

const ok = 'HTTP/1.1 200 OK\r\n'
const type = 'content-type: text/html; charset=utf-8\r\n'
const chunk = '<p>And so on, and so on, and so on.</p>\n'.repeat(400)

/** Pours into an answer, by way of others, for as long as somebody drinks; a connection stays open afterwards. */
async function pour(drops: Iterable<string | Buffer>, ...streams: readonly Writable[]): Promise<void> {
  try {
    await pipeline([Readable.from(drops), ...streams], {end: !(streams.at(-1) instanceof Socket)})
  } catch (error) {
    // The client had enough.
    const {code = ''} = error as NodeJS.ErrnoException
    if (!['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_DESTROYED'].includes(code)) throw error
  }
}

function* times<T>(count: number, drop: T): Generator<T> {
  for (let left = count; left > 0; left--) yield drop
}

/** Bytes as they stand in place of an answer, and then the end of the connection, or silence. */
export function raw(bytes: string | Buffer, then: 'end' | 'silence' = 'end'): Handler {
  return ({request: {socket}}) => {
    if (then === 'end') socket.end(bytes)
    else socket.write(bytes)
  }
}

/** No answer, for ever. */
export const hang: Handler = () => {}

/** Headers and the beginning of a page, then silence. */
export const hangInBody: Handler = raw(`${ok}${type}content-length: 100000\r\n\r\n<title>Half</title>`, 'silence')

/** A page without end. */
export const endlessBody: Handler = ({response}) => {
  response.writeHead(200, {'content-type': 'text/html'})
  return pour(times(Number.POSITIVE_INFINITY, chunk), response)
}

/** Headers without end. */
export const endlessHeaders: Handler = ({request: {socket}}) => {
  socket.write(ok)
  const lines = `x-more: ${'and so on '.repeat(100)}\r\n`.repeat(10)
  return pour(times(Number.POSITIVE_INFINITY, lines), socket)
}

/** A good page with one header of so many characters. */
export const hugeHeader = (length: number): Handler =>
  raw(`${ok}${type}x-huge: ${'x'.repeat(length)}\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok`)

/** Little that unpacks to so many bytes. */
export function bomb(coding: 'gzip' | 'br', bytes: number): Handler {
  return ({response}) => {
    response.writeHead(200, {'content-type': 'text/html', 'content-encoding': coding})
    // No quality of brotli is needed where all is the same.
    const options = {params: {[zlib.BROTLI_PARAM_QUALITY]: 1}}
    const packer = coding === 'gzip' ? createGzip() : createBrotliCompress(options)
    return pour(times(Math.ceil(bytes / 65_536), Buffer.alloc(65_536, 32)), packer, response)
  }
}

/** More (negative: fewer) bytes announced than come before the connection ends. */
export function wrongLength(missing: number, body = '<title>Wrong length</title>'): Handler {
  return raw(`${ok}${type}content-length: ${Buffer.byteLength(body) + missing}\r\n\r\n${body}`)
}

/** The connection is reset in place of an answer. */
export const reset: Handler = ({wire}) => void wire.resetAndDestroy()

/** The connection ends in place of an answer. */
export const close: Handler = ({wire}) => void wire.destroy()

/** A whole answer that keeps the connection, which is reset right after it. */
export function thenReset(handler: Handler): Handler {
  return async exchange => {
    await Promise.all([once(exchange.response, 'close'), handler(exchange)])
    exchange.wire.resetAndDestroy()
  }
}

/** Answers the first request of a connection, promises to keep it, and ends it when the next request comes. */
export function onceAConnection(handler: Handler): Handler {
  return exchange => (exchange.ordinal > 1 ? close : handler)(exchange)
}

/** No HTTP at all. */
export const garbage: Handler = raw('\x00\x01\x02 what is this?\r\n\r\n')

/** HTTP with a code that it does not have. */
export const badStatus = (code: number): Handler => raw(`HTTP/1.1 ${code} Odd\r\ncontent-length: 0\r\n\r\n`)

/** A good answer but for a header of these characters (`\x01`, `é`), each one byte. */
export const badHeader = (value: string): Handler =>
  raw(Buffer.from(`${ok}${type}x-odd: a${value}b\r\ncontent-length: 2\r\n\r\nok`, 'latin1'))

/** A redirect whose `Location` has these characters as UTF-8, unescaped, as many servers send it. */
export const rawRedirect = (code: number, location: string): Handler =>
  raw(`HTTP/1.1 ${code} Moved\r\nlocation: ${location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)

/** So many interim answers (103; `Infinity` for a flood) before the answer. */
export function interim(count: number, handler: Handler): Handler {
  return async exchange => {
    const {socket} = exchange.request
    await pour(times(count, 'HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n'), socket)
    if (!socket.destroyed) return handler(exchange)
  }
}
