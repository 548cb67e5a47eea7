import {once} from 'node:events'
import {type AddressInfo, createServer} from 'node:net'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type Checked, type CheckOptions, checkLinks} from '../../src/links/check.ts'
import {readAllowed} from '../../src/links/private.ts'
import {requester} from '../../src/links/request.ts'
import {hastyClock} from '../fake/hasty-clock.ts'
import {startWeb, type Web} from '../fake/web.ts'
import {raw} from '../fake/web-faults.ts'
import {latch, page, status} from '../fake/web-handlers.ts'

let web: Web
beforeEach(async () => {
  web = await startWeb()
  await web.site('github.com', {})
  await web.site('www.wikipedia.org', {})
})
afterEach(() => web.close())

function check(addresses: readonly string[], more: Partial<CheckOptions> = {}): Promise<Checked> {
  const usual = {userAgent: 'awesome-doctor/test', timeout: 600, allowPrivate: [], patience: 60_000}
  const questions = addresses.map(address => ({address}))
  return checkLinks(questions, {...usual, network: web.network, clock: hastyClock(), ...more})
}

const factOf = async (address: string) => (await check([address])).seen.get(address)?.fact

describe('a connection that does not come about is given up', () => {
  const tooLong = {status: 'unsure', reason: 'the connection took too long'}

  test('where nobody takes it', async () => {
    await web.site('a.example', {}, {tls: 'silent'})
    expect(await factOf('https://a.example/')).toEqual(tooLong)
  })

  test('where TLS gets no answer', async () => {
    await web.site('a.example', {}, {connections: ['hang']})
    expect(await factOf('https://a.example/')).toEqual(tooLong)
  })

  test('where names get no answer', async () => {
    const network = {...web.network, lookup: () => new Promise<never>(() => {}), exists: async () => undefined}
    const {seen} = await check(['https://a.example/'], {network})
    expect(seen.get('https://a.example/')?.fact.status).toBe('unsure')
  })

  test('so that there is room for the next ones', async () => {
    const hang = Array.from({length: 12}, () => 'hang' as const)
    await web.site('a.example', {'*': page('A')}, {connections: ['served', ...hang, 'served']})
    await web.site('b.example', {'/': ({response}) => response.writeHead(302, {location: 'https://a.example/'}).end()})
    const addresses = Array.from({length: 12}, (_, at) => `https://a.example/${at}`)
    const {seen} = await check(['https://b.example/', ...addresses])
    expect(new Set([...seen.values()].map(({fact}) => fact.status))).toEqual(new Set(['alive']))
  })

  test('at the end of a run, too', async () => {
    const server = createServer()
    const closed = once(server, 'connection').then(([socket]) => once(socket.resume(), 'close'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const {port} = server.address() as AddressInfo
    const {ask, close} = requester({
      network: {...web.network, lookup: async () => ['23.1.2.3'], dial: () => ({host: '127.0.0.1', port})},
      allowed: readAllowed([]),
      userAgent: 'awesome-doctor/test',
      connections: 1,
      connectTimeout: 3_600_000
    })
    const reply = await ask(new URL('https://a.example/'), {method: 'GET', bytes: 0, timeout: 50})
    expect(reply).toEqual({failure: 'TIMEOUT', reason: 'no answer in time'})
    await close()
    await closed
    server.close()
  })
})

describe('whoever stops the run hears why at once', () => {
  async function stopped(happened: () => Promise<unknown>, more: Partial<CheckOptions> = {}): Promise<unknown> {
    const stop = new AbortController()
    const running = check(['https://a.example/'], {timeout: 3_600_000, signal: stop.signal, ...more})
    const ended = running.catch((error: Error) => error.message)
    await happened()
    stop.abort(new Error('Enough'))
    return ended
  }

  test('while a connection is made', async () => {
    const begun = latch()
    await web.site('a.example', {}, {tls: 'silent'})
    const dial = (address: string, port: number) => {
      begun.open()
      return web.network.dial(address, port)
    }
    expect(await stopped(() => begun.opened, {network: {...web.network, dial}})).toBe('Enough')
  })

  test('while a host is let alone', async () => {
    const begun = latch()
    await web.site('a.example', {'/': status(429, {'retry-after': '30'})})
    const sleep = (_: number, signal?: AbortSignal) => {
      begun.open()
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    }
    expect(await stopped(() => begun.opened, {clock: {now: () => 0, sleep}})).toBe('Enough')
  })
})

test.each(['2606:4700::1', '23.1.2.3'])('the address %s is asked without a name', async address => {
  const host = address.includes(':') ? `[${address}]` : address
  await web.site(host, {'/': page('A')}, {address})
  expect(await factOf(`http://${host}/`)).toMatchObject({status: 'alive', code: 200})
  expect(web.lookups).not.toContain(address)
})

const odd: readonly (readonly [what: string, answer: string])[] = [
  ['101', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
  ['101 with an upgrade', 'HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
  ['100', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ['103 and nothing more', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ['199', 'HTTP/1.1 199 Odd\r\n\r\n'],
  ['99', 'HTTP/1.1 099 Odd\r\n\r\n'],
  ['0', 'HTTP/1.1 000 Odd\r\n\r\n'],
  ['1000', 'HTTP/1.1 1000 Odd\r\n\r\n'],
  ['HTTP/2', 'HTTP/2 200 OK\r\n\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nokk'],
  [
    'a length and chunks',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n'
  ],
  ['a length beyond all numbers', `HTTP/1.1 200 OK\r\ncontent-length: ${'9'.repeat(30)}\r\n\r\nok`]
]
test.each(odd)('an answer that is none ends no run: %s', async (_, answer) => {
  await web.site('a.example', {'/': raw(answer)})
  const fact = await factOf('http://a.example/')
  expect(fact).toMatchObject({status: 'unsure', reason: expect.stringMatching(/no HTTP|broke off/)})
})
