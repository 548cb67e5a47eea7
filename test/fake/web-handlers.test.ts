import {once} from 'node:events'
import {Agent} from 'node:http'
import {brotliDecompressSync, gunzipSync, inflateSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {startWeb, type Web} from './web.ts'
import {ask, begin, dialTo} from './web-client.ts'
import type {Handler} from './web-exchange.ts'
import * as faults from './web-faults.ts'
import * as handlers from './web-handlers.ts'
import {waitHeaders} from './web-waits.ts'

const {page, status, sequence} = handlers
let web: Web
beforeEach(async () => {
  web = await startWeb()
})
afterEach(() => web.close())

/** The whole answers to some requests in a row for one page. */
async function answersOf(handler: Handler, count: number, asking = {}) {
  await web.site('a.example', {'/': handler})
  const got = []
  for (let turn = 0; turn < count; turn++) got.push(await ask(web.network, 'http://a.example/', asking))
  return got
}

async function answerOf(handler: Handler, asking = {}) {
  const [got] = await answersOf(handler, 1, asking)
  return got!
}

/** The bytes that come until the connection ends or breaks. */
async function bytesOf(handler: Handler, scheme = 'http'): Promise<{bytes: Buffer; code: string | undefined}> {
  await web.site('a.example', {'/': handler})
  const socket = await dialTo(web.network, `${scheme}://a.example/`)
  socket.write('GET / HTTP/1.1\r\nhost: a.example\r\n\r\n')
  const chunks: Buffer[] = []
  try {
    for await (const chunk of socket) chunks.push(chunk as Buffer)
  } catch (error) {
    return {bytes: Buffer.concat(chunks), code: (error as NodeJS.ErrnoException).code}
  }
  return {bytes: Buffer.concat(chunks), code: undefined}
}

/** The first bytes, at least so many, after which the client leaves. */
async function firstBytes(handler: Handler, count: number): Promise<Buffer> {
  await web.site('a.example', {'/': handler})
  const socket = await dialTo(web.network, 'http://a.example/')
  socket.write('GET / HTTP/1.1\r\nhost: a.example\r\n\r\n')
  let bytes = Buffer.alloc(0)
  for await (const chunk of socket) {
    bytes = Buffer.concat([bytes, chunk as Buffer])
    if (bytes.length >= count) break
  }
  return bytes
}

describe('good manners', () => {
  test('codes, headers, cookies', async () => {
    expect(await answerOf(status(999))).toMatchObject({status: 999})
    await web.site('c.example', {'/': handlers.html('<p>x', {'x-robots-tag': 'none'}), '/none': status(204)})
    expect(await ask(web.network, 'http://c.example/')).toMatchObject({headers: {'x-robots-tag': 'none'}, text: '<p>x'})
    expect((await ask(web.network, 'http://c.example/none')).headers).not.toHaveProperty('content-length')
    const cookies = handlers.withHeaders({'set-cookie': ['a=1', 'b=2'], 'cf-mitigated': 'challenge'}, status(403))
    await web.site('b.example', {'/': cookies})
    const {headers, text} = await ask(web.network, 'http://b.example/')
    expect(headers).toMatchObject({'set-cookie': ['a=1', 'b=2'], 'cf-mitigated': 'challenge'})
    expect(text).toBe('Forbidden')
  })

  test('a request decides', async () => {
    const lies = handlers.toHead(status(405), page('Here'))
    const wantsHtml = handlers.when(({headers}) => headers.accept === 'text/html', lies, status(406))
    await web.site('a.example', {'/': wantsHtml})
    const codes = []
    for (const [method, accept] of [
      ['GET', '*/*'],
      ['GET', 'text/html'],
      ['HEAD', 'text/html']
    ] as const) {
      const {status: code, text} = await ask(web.network, 'http://a.example/', {method, headers: {accept}})
      codes.push([code, text.includes('Here')])
    }
    expect(codes).toEqual([
      [406, false],
      [200, true],
      [405, false]
    ])
  })

  test('one after the other', async () => {
    const flaky = await answersOf(sequence(status(500), status(503), page('Here')), 4)
    expect(flaky.map(one => one.status)).toEqual([500, 503, 200, 200])
  })

  test('a limit', async () => {
    const headers = waitHeaders('seconds', 1, 0)
    const limited = await answersOf(handlers.rateLimited({answered: 2, refused: 1, headers}, page('Here')), 6)
    expect(limited.map(one => one.status)).toEqual([200, 200, 429, 200, 200, 429])
    expect(limited[2]?.headers['retry-after']).toBe('1')
  })

  test('time, in measurements', async () => {
    expect((await answerOf(handlers.slow(1, handlers.forAWhile(0, status(500), page('Here'))))).status).toBe(200)
    await web.site('b.example', {'/': handlers.forAWhile(1e9, status(500), page('Here'))})
    expect((await ask(web.network, 'http://b.example/')).status).toBe(500)
  })

  test('content codings', async () => {
    const unpack = {gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync}
    await web.site('a.example', {
      '/gzip': handlers.compressed('gzip', '<p>x'),
      '/deflate': handlers.compressed('deflate', '<p>x'),
      '/br': handlers.compressed('br', '<p>x')
    })
    for (const coding of ['gzip', 'deflate', 'br'] as const) {
      const response = await begin(web.network, `https://a.example/${coding}`)
      expect(response.headers['content-encoding']).toBe(coding)
      expect(String(unpack[coding](Buffer.concat(await response.toArray())))).toBe('<p>x')
    }
  })
})

test('how long to wait is said in many ways', () => {
  const now = Date.UTC(2026, 0, 6, 8, 0, 0)
  const said = (form: Parameters<typeof waitHeaders>[0]) => Object.values(waitHeaders(form, 61, now)).at(-1)
  expect(said('seconds')).toBe('61')
  expect(said('date')).toBe('Tue, 06 Jan 2026 08:01:01 GMT')
  expect(said('RFC 850 date')).toBe('Tuesday, 06-Jan-26 08:01:01 GMT')
  expect(said('asctime date')).toBe('Tue Jan  6 08:01:01 2026')
  expect(said('fraction')).toBe('61.0')
  expect(said('duration')).toBe('1m01s')
  expect(said('x-ratelimit-reset')).toBe(String(now / 1000 + 61))
  expect(said('ratelimit-reset')).toBe('61')
})

describe('no HTTP', () => {
  test.each([
    ['garbage', faults.garbage, 'HPE_INVALID_CONSTANT'],
    ['an odd code', faults.badStatus(1000), 'HPE_INVALID_STATUS'],
    ['an odd header', faults.badHeader('\x01'), 'HPE_INVALID_HEADER_TOKEN'],
    ['too much header', faults.hugeHeader(20_000), 'HPE_HEADER_OVERFLOW'],
    ['headers for ever', faults.endlessHeaders, 'HPE_HEADER_OVERFLOW'],
    ['half an answer', faults.wrongLength(5), 'ECONNRESET'],
    ['a reset', faults.reset, 'ECONNRESET'],
    ['an end', faults.close, 'ECONNRESET']
  ])('%s', async (_name, handler, code) => {
    await expect(answerOf(handler)).rejects.toMatchObject({code})
    expect(web.requests).toHaveLength(1)
  })

  test('with TLS as well', async () => {
    await web.site('a.example', {'/reset': faults.reset, '/garbage': faults.garbage})
    await expect(ask(web.network, 'https://a.example/reset')).rejects.toMatchObject({code: 'ECONNRESET'})
    await expect(ask(web.network, 'https://a.example/garbage')).rejects.toMatchObject({code: 'HPE_INVALID_CONSTANT'})
  })

  test('more than was announced', async () => {
    const {bytes} = await bytesOf(faults.wrongLength(-3, 'abcdef'))
    expect(String(bytes)).toMatch(/content-length: 3\r\n\r\nabcdef$/)
  })

  test('bytes as they stand', async () => {
    const bytes = 'HTTP/1.1 101 Switching Protocols\r\n\r\n'
    expect(String((await bytesOf(faults.raw(bytes))).bytes)).toBe(bytes)
  })

  test('letters where ASCII is due', async () => {
    expect((await bytesOf(faults.rawRedirect(301, '/ü'))).bytes.includes(Buffer.from('location: /ü\r\n', 'utf8'))).toBe(
      true
    )
    await web.site('b.example', {'/': faults.badHeader('é')})
    expect((await ask(web.network, 'http://b.example/')).headers['x-odd']).toBe('aéb')
  })
})

describe('connections', () => {
  test('are reset after the answer', async () => {
    const {bytes, code} = await bytesOf(faults.thenReset(page('Here')))
    expect(String(bytes)).toMatch(/keep-alive[\s\S]*<\/html>\n$/)
    expect(code).toBe('ECONNRESET')
  })

  test('end when they are used again', async () => {
    await web.site('a.example', {'/': faults.onceAConnection(page('Here'))})
    const agent = new Agent({keepAlive: true, maxSockets: 1})
    expect((await ask(web.network, 'http://a.example/', {agent})).status).toBe(200)
    await expect(ask(web.network, 'http://a.example/', {agent})).rejects.toMatchObject({message: 'socket hang up'})
    expect((await ask(web.network, 'http://a.example/', {agent})).status).toBe(200)
    agent.destroy()
    expect(web.requests.map(one => one.connection)).toEqual([1, 1, 2])
  })
})

describe('without end', () => {
  test('a page', async () => {
    expect((await firstBytes(faults.endlessBody, 3_000_000)).length).toBeGreaterThanOrEqual(3_000_000)
  })

  test('interim answers', async () => {
    const bytes = await firstBytes(faults.interim(Number.POSITIVE_INFINITY, page('Here')), 1_000_000)
    expect(String(bytes)).toMatch(/^(?:HTTP\/1\.1 103 Early Hints\r\nlink: [^\r]+\r\n\r\n){1000}/)
  })

  test('silence in the middle', async () => {
    await web.site('a.example', {'/': faults.hangInBody})
    const response = await begin(web.network, 'http://a.example/')
    const [chunk] = (await once(response, 'data')) as [Buffer]
    expect([response.statusCode, String(chunk)]).toEqual([200, '<title>Half</title>'])
    response.destroy()
  })
})

test('some interim answers, then the page', async () => {
  expect((await answerOf(faults.interim(3, page('Here')))).text).toContain('Here')
})

test.each([
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync]
] as const)('a bomb of %s', async (coding, unpack) => {
  await web.site('a.example', {'/': faults.bomb(coding, 20_000_000)})
  const response = await begin(web.network, 'http://a.example/')
  const packed = Buffer.concat(await response.toArray())
  expect(packed.length).toBeLessThan(100_000)
  expect(unpack(packed).length).toBeGreaterThanOrEqual(20_000_000)
})
