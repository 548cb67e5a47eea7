import {createHmac} from 'node:crypto'
import {once} from 'node:events'
import {request} from 'node:http'
import {connect} from 'node:net'
import {describe, expect, test as plainTest} from 'vitest'
import {type Delivery, type Front, openFront, type Reception} from '../../src/app/front.ts'
import {checkSignature} from '../../src/app/signature.ts'

const secret = "It's a Secret to Everybody"

/** A front with what it has received and said. */
interface Scene {
  readonly front: Front
  readonly url: string
  readonly received: Delivery[]
  readonly receptions: string[]
}

const test = plainTest.extend<{open: (more?: Partial<Parameters<typeof openFront>[0]>) => Promise<Scene>}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  open: async ({}, use) => {
    const fronts: Front[] = []
    await use(async more => {
      const received: Delivery[] = []
      const receptions: string[] = []
      const front = await openFront({
        ...{secret, host: '127.0.0.1', port: 0},
        receive: async (delivery): Promise<Reception> => {
          received.push(delivery)
          return 'queued'
        },
        onAnswer: ({reception}) => receptions.push(reception),
        metrics: async () => 'a_metric 1\n',
        trouble: () => undefined,
        onError: () => {},
        ...more
      })
      fronts.push(front)
      return {front, url: `http://127.0.0.1:${front.port}`, received, receptions}
    })
    for (const front of fronts) await front.close()
  }
})

const sign = (body: string | Uint8Array, by = secret): string =>
  `sha256=${createHmac('sha256', by).update(body).digest('hex')}`

const headersFor = (body: string | Uint8Array<ArrayBuffer>): Record<string, string> => ({
  'content-type': 'application/json',
  'x-github-event': 'ping',
  'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
  'x-hub-signature-256': sign(body)
})

const post = (url: string, body: string | Uint8Array<ArrayBuffer>, headers = {}): Promise<Response> =>
  fetch(`${url}/webhook`, {method: 'POST', body, headers: {...headersFor(body), ...headers}})

describe('the signature', () => {
  plainTest('is the one that GitHub gives as an example', () => {
    const header = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
    const whole = checkSignature(secret, header)
    whole.update(Buffer.from('Hello, World!'))
    expect(whole.isSigned()).toBe(true)
    const inPieces = checkSignature(secret, header)
    for (const byte of Buffer.from('Hello, World!')) inPieces.update(Uint8Array.of(byte))
    expect(inPieces.isSigned()).toBe(true)
  })

  plainTest.for([
    ['of another secret', sign('{}', 'another')],
    ['of another body', sign('{ }')],
    ['cut off', sign('{}').slice(0, -2)],
    ['with something behind it', `${sign('{}')}00`],
    ['by SHA-1', `sha1=${createHmac('sha1', secret).update('{}').digest('hex')}`],
    ['without the name of the hash', sign('{}').slice(7)],
    ['empty', 'sha256=']
  ] as const)('%s is none', ([, header]) => {
    const check = checkSignature(secret, header)
    check.update(Buffer.from('{}'))
    expect(check.isSigned()).toBe(false)
  })
})

describe('a delivery', () => {
  test('that is signed is received as it came', async ({open}) => {
    const {url, received, receptions} = await open()
    const body = '{"zen":"Speak like a human. \u00e4\ud83e\ude81"}'
    const answer = await post(url, body)
    expect([answer.status, await answer.text()]).toEqual([202, 'Queued.\n'])
    expect(received).toEqual([{id: '72d3162e-cc78-11e3-81ab-4c9367dc0958', event: 'ping', payload: JSON.parse(body)}])
    expect(receptions).toEqual(['queued'])
  })

  test.for([
    ['without a signature', {'x-hub-signature-256': ''}, 401],
    ['with a wrong signature', {'x-hub-signature-256': sign('{}', 'guessed')}, 401],
    ['without an event', {'x-github-event': ''}, 400],
    ['with an event that is none', {'x-github-event': 'a\u00e4b'}, 400],
    ['without an id', {'x-github-delivery': ''}, 400],
    ['with an id that could be anything', {'x-github-delivery': '../../x'}, 400],
    ['as a form', {'content-type': 'application/x-www-form-urlencoded'}, 400]
  ] as const)('%s is refused', async ([, headers, status], {open}) => {
    const {url, received} = await open()
    expect((await post(url, '{}', headers)).status).toBe(status)
    expect(received).toEqual([])
  })

  test.for([
    ['', 400],
    ['{', 400],
    ['[]', 400],
    ['null', 400],
    ['"x"', 400]
  ] as const)('of %j is refused although it is signed', async ([body, status], {open}) => {
    const {url, received} = await open()
    expect((await post(url, body)).status).toBe(status)
    expect(received).toEqual([])
  })

  test('that is signed as bytes is judged as bytes', async ({open}) => {
    const {url, received} = await open()
    // No UTF-8, and as text the same as another.
    const body = Uint8Array.from([...Buffer.from('{"a":"'), 0xff, ...Buffer.from('"}')])
    const asText = sign(new TextDecoder().decode(body))
    expect((await post(url, body, {'x-hub-signature-256': asText})).status).toBe(401)
    expect((await post(url, body)).status).toBe(202)
    expect(received).toHaveLength(1)
  })

  test('that says it is too large is refused before it is read', async ({open}) => {
    const {front, receptions} = await open()
    const length = 25 * 1024 * 1024 + 1
    const sent = request({
      port: front.port,
      path: '/webhook',
      method: 'POST',
      headers: {...headersFor('{}'), 'content-length': length, expect: '100-continue'}
    })
    sent.flushHeaders()
    const [answer] = await once(sent, 'response')
    expect(answer.statusCode).toBe(413)
    sent.destroy()
    expect(receptions).toEqual(['too large'])
  })

  test('that does not say so is refused when it is', async ({open}) => {
    const {front, received} = await open()
    const sent = request({port: front.port, path: '/webhook', method: 'POST', headers: headersFor('{}')})
    const answered = once(sent, 'response')
    const piece = Buffer.alloc(1024 * 1024, ' ')
    for (let count = 0; count < 26; count++) if (!sent.write(piece)) await Promise.race([once(sent, 'drain'), answered])
    const [answer] = await answered
    expect(answer.statusCode).toBe(413)
    sent.destroy()
    expect(received).toEqual([])
  })

  test('of just 25 MB is not too large', async ({open}) => {
    const {url, received} = await open()
    const body = Buffer.alloc(25 * 1024 * 1024, ' ')
    body.write('{}')
    expect((await post(url, Uint8Array.from(body))).status).toBe(202)
    expect(received).toMatchObject([{payload: {}}])
  })

  test('that breaks off is nothing, and no failure', async ({open}) => {
    const errors: unknown[] = []
    const {front, url, received} = await open({onError: error => errors.push(error)})
    const socket = connect(front.port, '127.0.0.1')
    const headers = Object.entries(headersFor('{}')).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(`POST /webhook HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n${headers.join('')}\r\n{`)
    await once(socket, 'ready')
    socket.destroy()
    expect((await post(url, '{}')).status).toBe(202)
    expect(received).toHaveLength(1)
    expect(errors).toEqual([])
  })

  test('that cannot be written down is a failure, so that it can be delivered again', async ({open}) => {
    const errors: unknown[] = []
    const {url} = await open({
      receive: () => Promise.reject(new Error('disk full')),
      onError: error => errors.push(error)
    })
    expect((await post(url, '{}')).status).toBe(500)
    expect(errors).toMatchObject([{message: 'disk full'}])
  })

  test('is refused once the front drains', async ({open}) => {
    const {front, url, received} = await open()
    front.drain()
    expect((await post(url, '{}')).status).toBe(503)
    expect((await fetch(`${url}/healthz`)).status).toBe(503)
    expect(received).toEqual([])
  })
})

describe('other pages', () => {
  test('tell how it is', async ({open}) => {
    let trouble: string | undefined
    const {url} = await open({trouble: () => trouble})
    const well = await fetch(`${url}/healthz`)
    expect([well.status, await well.text()]).toEqual([200, 'Well.\n'])
    trouble = 'The queue cannot be written: ENOSPC.'
    const ill = await fetch(`${url}/healthz`)
    expect([ill.status, await ill.text()]).toEqual([503, `${trouble}\n`])
    const metrics = await fetch(`${url}/metrics`)
    expect([metrics.headers.get('content-type'), await metrics.text()]).toEqual([
      'text/plain; version=0.0.4; charset=utf-8',
      'a_metric 1\n'
    ])
  })

  test('are no others, whatever address is asked for', async ({open}) => {
    const errors: unknown[] = []
    const {front} = await open({onError: error => errors.push(error)})
    for (const path of ['//', 'http://[', '/%zz', '*']) {
      const sent = request({port: front.port, path, method: 'OPTIONS'}).end()
      const [answer] = await once(sent, 'response')
      answer.resume()
      expect([path, answer.statusCode]).toEqual([path, 404])
    }
    expect(errors).toEqual([])
  })

  test('are no others, and take no other methods', async ({open}) => {
    const {url} = await open()
    expect((await fetch(url)).status).toBe(404)
    const got = await fetch(`${url}/webhook`)
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
    expect((await fetch(`${url}/metrics`, {method: 'POST', body: 'x'})).status).toBe(405)
    expect(await (await fetch(`${url}/healthz`, {method: 'HEAD'})).text()).toBe('')
  })
})
