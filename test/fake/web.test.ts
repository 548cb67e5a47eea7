import {once} from 'node:events'
import {Agent} from 'node:http'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {startWeb, type Web} from './web.ts'
import {ask, begin, dialTo} from './web-client.ts'
import {hang} from './web-faults.ts'
import {held, latch, page, redirect, status} from './web-handlers.ts'
import {rootFile, type TlsKind} from './web-tls.ts'

let web: Web
beforeEach(async () => {
  web = await startWeb()
})
afterEach(() => web.close())

const get = (address: string, asking = {}) => ask(web.network, address, asking)

describe('sites', () => {
  test('answer at both ports, each host by its own pages', async () => {
    await web.site('a.example', {'/ok': page('Here'), '/ok?x=1': page('With query'), '/gone': status(410)})
    await web.site('b.example', {'*': redirect(301, request => `https://a.example${request.url}`)})
    expect(await get('http://a.example/ok')).toMatchObject({
      status: 200,
      headers: {'content-type': 'text/html; charset=utf-8'},
      text: expect.stringContaining('<title>Here</title>')
    })
    expect((await get('https://a.example/ok?x=1')).text).toContain('With query')
    expect((await get('https://a.example/ok?x=2')).text).toContain('Here')
    expect((await get('http://a.example/gone')).status).toBe(410)
    expect((await get('http://a.example/constructor')).status).toBe(404)
    expect((await get('https://b.example/ok')).headers.location).toBe('https://a.example/ok')
    expect(web.lookups).toEqual(['a.example', 'a.example', 'a.example', 'a.example', 'a.example', 'b.example'])
    expect(web.dials[0]).toMatch(/^23\.192\.\d+\.\d+ 80$/)
    expect(web.requests.map(({host, port, path, connection}) => `${connection} ${host}:${port}${path}`)).toEqual([
      '1 a.example:80/ok',
      '2 a.example:443/ok?x=1',
      '3 a.example:443/ok?x=2',
      '4 a.example:80/gone',
      '5 a.example:80/constructor',
      '6 b.example:443/ok'
    ])
  })

  test('have other pages when the test says so', async () => {
    await web.site('a.example', {'/': page('Before')})
    web.reroute('a.example', {'/': status(404)})
    expect((await get('http://a.example/')).status).toBe(404)
    expect(() => web.reroute('b.example', {})).toThrow('no site `b.example`')
  })

  test('may speak at other ports, or not at all', async () => {
    await web.site('a.example', {'/': page('Here')}, {tls: 'none', ports: {80: 'none', 8080: 'plain', 8443: 'valid'}})
    expect((await get('http://a.example:8080/')).status).toBe(200)
    expect((await get('https://a.example:8443/')).status).toBe(200)
    await expect(get('http://a.example/')).rejects.toMatchObject({code: 'ECONNREFUSED'})
    await expect(get('https://a.example/')).rejects.toMatchObject({code: 'ECONNREFUSED'})
    await expect(get('http://a.example:81/')).rejects.toMatchObject({code: 'ECONNREFUSED'})
  })

  test('may have addresses that no checker should go to, and would be seen there', async () => {
    await web.site('a.example', {'/': page('Inside')}, {address: ['10.0.0.1', '::1']})
    await web.site('169.254.169.254', {'/': page('Secrets')})
    expect(await web.network.lookup('a.example')).toEqual(['10.0.0.1', '::1'])
    expect((await get('http://169.254.169.254/')).text).toContain('Secrets')
    expect((await get('http://a.example/')).text).toContain('Inside')
    expect(web.dials).toEqual(['169.254.169.254 80', '10.0.0.1 80'])
    await expect(web.site('b.example', {}, {address: '10.0.0.1'})).rejects.toThrow('belongs to `a.example`')
  })

  test('can be reached by another process', async () => {
    await web.site('a.example', {'/': page('Here')})
    expect(web.origin('a.example')).toMatch(/^http:\/\/127\.0\.\d+\.\d+:\d+$/)
    expect((await fetch(`${web.origin('a.example')}/`)).status).toBe(200)
    expect(web.origin('a.example', 443)).toMatch(/^https:/)
    const direct = {
      ...web.network,
      lookup: async (host: string) => [host],
      dial: (host: string, port: number) => ({host, port})
    }
    expect((await ask(direct, `${web.origin('a.example', 443)}/`)).status).toBe(200)
    expect(web.network.authorities).toEqual([expect.stringContaining('BEGIN CERTIFICATE')])
    expect(rootFile).toMatch(/root\.pem$/)
    expect(web.requests).toHaveLength(2)
  })

  test('tell a mistake of a handler when all is over', async () => {
    const other = await startWeb()
    const wrong = () => {
      throw new TypeError('Not today')
    }
    await other.site('a.example', {'/': wrong})
    await expect(ask(other.network, 'http://a.example/')).rejects.toMatchObject({code: 'ECONNRESET'})
    await expect(other.close()).rejects.toMatchObject({errors: [{message: 'Not today'}]})
  })
})

describe('what happened is counted', () => {
  test('requests at a time', async () => {
    const gate = latch()
    await web.site('a.example', {'/': held(gate, page('Here'))})
    await web.site('b.example', {'/': page('There')})
    const asked = [get('http://a.example/'), get('http://a.example/'), get('https://a.example/')]
    await web.arrived(3, 'a.example')
    await get('http://b.example/')
    gate.open()
    expect((await Promise.all(asked)).map(one => one.status)).toEqual([200, 200, 200])
    await get('http://a.example/')
    expect([web.maxInFlight('a.example'), web.maxInFlight('b.example'), web.maxInFlight()]).toEqual([3, 1, 4])
    await web.arrived(5)
  })

  test('a client that leaves', async () => {
    await web.site('a.example', {'/': held(latch(), page('Never')), '/hang': hang})
    for (const path of ['/', '/hang']) {
      const leave = new AbortController()
      const asked = begin(web.network, `http://a.example${path}`, {signal: leave.signal})
      await web.arrived(web.requests.length + 1)
      leave.abort()
      await expect(asked).rejects.toMatchObject({name: 'AbortError'})
    }
    expect((await get('http://a.example/x')).status).toBe(404)
  })

  test('requests of a connection, and connections without any', async () => {
    await web.site('a.example', {'/': page('Here')})
    const agent = new Agent({keepAlive: true, maxSockets: 1})
    await get('http://a.example/', {agent})
    await get('http://a.example/', {agent})
    const idle = await dialTo(web.network, 'https://a.example/')
    await once(idle, 'connect')
    await get('http://a.example/')
    idle.destroy()
    agent.destroy()
    expect(web.requests.map(one => one.connection)).toEqual([1, 1, 3])
    expect(web.connections).toEqual([
      {host: 'a.example', port: 80, number: 1},
      {host: 'a.example', port: 443, number: 2},
      {host: 'a.example', port: 80, number: 3}
    ])
  })
})

describe('TLS', () => {
  // Not every one has a code of its own in every way that OpenSSL tells of it.
  const troubles: Readonly<Record<Exclude<TlsKind, 'valid'>, object>> = {
    expired: {code: 'CERT_HAS_EXPIRED'},
    'wrong name': {code: 'ERR_TLS_CERT_ALTNAME_INVALID'},
    'self-signed': {code: 'DEPTH_ZERO_SELF_SIGNED_CERT'},
    'unknown authority': {code: 'SELF_SIGNED_CERT_IN_CHAIN'},
    'no intermediate': {code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'},
    'small key': {message: expect.stringContaining('key too weak')},
    legacy: {message: expect.stringContaining('alert protocol version')}
  }

  test.each(Object.entries(troubles))('%s', async (kind, trouble) => {
    await web.site('a.example', {'/': page('Here')}, {tls: kind as TlsKind})
    await expect(get('https://a.example/')).rejects.toMatchObject(trouble)
    expect(web.requests).toEqual([])
  })

  test('good for names of several levels and of hosts that all know', async () => {
    for (const host of ['z.example', 'www.b.example', 'github.com', 'www.youtube.com']) {
      await web.site(host, {'/': page(host)})
      expect((await get(`https://${host}/`)).text).toContain(host)
    }
  })

  test('plain HTTP instead', async () => {
    await web.site('a.example', {'/': page('Here')}, {tls: 'plain'})
    await expect(get('https://a.example/')).rejects.toThrow(/packet length too long|wrong version number/)
    expect((await get('http://a.example:443/')).status).toBe(200)
  })
})

describe('connections', () => {
  test('end in ways of their own, one after the other', async () => {
    await web.site('a.example', {'/': page('Here')}, {connections: ['reset', 'close', 'served']})
    await expect(get('http://a.example/')).rejects.toMatchObject({code: 'ECONNRESET'})
    await expect(get('http://a.example/')).rejects.toMatchObject({code: 'ECONNRESET', message: 'socket hang up'})
    expect((await get('http://a.example/')).status).toBe(200)
    expect(web.connections).toHaveLength(3)
  })

  /** Whether something happens before another site has answered. */
  async function isBeforeOthers(happened: Promise<unknown>): Promise<boolean> {
    await web.site('b.example', {'/': page('There')})
    const others = get('https://b.example/').then(() => false)
    return Promise.race([happened.then(() => true), others])
  }

  test('hang, with TLS before its handshake', async () => {
    await web.site('a.example', {'/': page('Here')}, {connections: ['hang']})
    const socket = await dialTo(web.network, 'https://a.example/')
    await once(socket, 'connect')
    socket.write('hello?')
    expect(await isBeforeOthers(Promise.race([once(socket, 'data'), once(socket, 'close')]))).toBe(false)
    socket.destroy()
  })

  test('are never made', async () => {
    await web.site('a.example', {'/': page('Here')}, {tls: 'silent'})
    const socket = await dialTo(web.network, 'https://a.example/')
    expect(await isBeforeOthers(once(socket, 'connect'))).toBe(false)
    expect(socket.connecting).toBe(true)
    socket.destroy()
  })
})
