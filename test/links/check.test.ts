import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {LinkFact} from '../../src/document/facts.ts'
import {type Checked, type CheckOptions, checkLinks} from '../../src/links/check.ts'
import {type HastyClock, hastyClock} from '../fake/hasty-clock.ts'
import {startWeb, type Web} from '../fake/web.ts'
import type {DnsAnswer} from '../fake/web-dns.ts'
import type {Handler} from '../fake/web-exchange.ts'
import {
  badStatus,
  close,
  endlessBody,
  garbage,
  hang,
  hangInBody,
  hugeHeader,
  reset,
  wrongLength
} from '../fake/web-faults.ts'
import {page, redirect, sequence, status, toHead} from '../fake/web-handlers.ts'

let web: Web
let clock: HastyClock
beforeEach(async () => {
  web = await startWeb()
  clock = hastyClock()
  await web.site('github.com', {})
  await web.site('www.wikipedia.org', {})
})
afterEach(() => web.close())

function check(addresses: readonly string[], more: Partial<CheckOptions> = {}): Promise<Checked> {
  return checkLinks(
    addresses.map(address => ({address})),
    {
      network: web.network,
      clock,
      userAgent: 'awesome-doctor/test (+https://a.example)',
      timeout: 2_000,
      allowPrivate: [],
      patience: 60_000,
      ...more
    }
  )
}

async function factOf(address: string, more: Partial<CheckOptions> = {}): Promise<LinkFact | undefined> {
  return (await check([address], more)).seen.get(address)?.fact
}

describe('what an answer means', () => {
  const rows = [
    [page('Here'), {status: 'alive', code: 200}],
    [status(204), {status: 'alive', code: 204}],
    [status(410), {status: 'dead', code: 410}],
    [status(404), {status: 'dead', code: 404}],
    [sequence(status(404), page('Back')), {status: 'alive'}],
    [sequence(status(404), status(500)), {status: 'unsure', code: 500}],
    [sequence(status(500), status(500), status(404)), {status: 'unsure', reason: '404, but not each time'}],
    [status(400), {status: 'unsure', code: 400}],
    [status(401), {status: 'unsure', code: 401}],
    [status(403), {status: 'unsure', code: 403}],
    [status(405), {status: 'unsure', code: 405}],
    [status(451), {status: 'unsure', code: 451}],
    [status(500), {status: 'unsure', code: 500}],
    [sequence(status(500), page('Up')), {status: 'alive'}],
    [sequence(status(500), status(502), page('Up')), {status: 'alive'}],
    [status(503), {status: 'unsure', code: 503}],
    [status(522), {status: 'unsure', code: 522}],
    [badStatus(999), {status: 'unsure', code: 999}],
    [redirect(302, '/elsewhere'), {status: 'alive', code: 200}],
    [redirect(301, '/elsewhere'), {status: 'moved', to: 'https://a.example/elsewhere', sure: true}],
    [redirect(308, '/elsewhere'), {status: 'moved', to: 'https://a.example/elsewhere'}],
    [redirect(301, '/gone'), {status: 'dead', code: 410}],
    [redirect(301, '/thing'), {status: 'unsure', reason: 'it redirects in a circle'}],
    [redirect(302, 'mailto:a@a.example'), {status: 'unsure', reason: expect.stringContaining('`mailto:`')}],
    [redirect(302, 'http://127.0.0.1/'), {status: 'unsure', reason: expect.stringContaining('private')}],
    [redirect(302, 'https://inside.example/'), {status: 'unsure', reason: expect.stringContaining('private')}],
    [garbage, {status: 'unsure', reason: 'its answer is no HTTP'}],
    [reset, {status: 'unsure', reason: 'the connection broke off'}],
    [close, {status: 'unsure', reason: 'the connection broke off'}],
    [hugeHeader(200_000), {status: 'unsure', reason: 'the head of its answer is too long'}],
    [wrongLength(100), {status: 'alive'}],
    [endlessBody, {status: 'alive'}]
  ] as const

  test.each(rows)('%#', async (handler, expected) => {
    await web.site('a.example', {'/thing': handler, '/elsewhere': page('Elsewhere'), '/gone': status(410)})
    await web.site('inside.example', {'/': page('Inside')}, {address: '10.0.0.1'})
    expect(await factOf('https://a.example/thing')).toMatchObject(expected)
  })

  test('no answer in time, twice', async () => {
    await web.site('a.example', {'/': hang})
    expect(await factOf('https://a.example/', {timeout: 100})).toEqual({status: 'unsure', reason: 'no answer in time'})
  })

  test('no answer to who wants to connect', async () => {
    await web.site('a.example', {}, {tls: 'silent', ports: {80: 'silent'}})
    const addresses = ['https://a.example/', 'https://a.example/b', 'http://a.example/']
    const {seen} = await check(addresses, {timeout: 200})
    expect(addresses.map(address => seen.get(address)?.fact.status)).toEqual(['unsure', 'unsure', 'unsure'])
    expect(seen.get('http://a.example/')?.fact.reason).toMatch(/^no answer in time$|^the connection took too long$/)
  })

  test('a body that never ends', async () => {
    await web.site('a.example', {'/': hangInBody})
    expect(await factOf('https://a.example/', {timeout: 100})).toMatchObject({status: 'alive', code: 200})
  })
})

describe('who is asked', () => {
  const inside = [
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://10.0.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://100.100.100.200/',
    'http://0.0.0.0/',
    'http://localhost/',
    'http://a.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://intranet/',
    'https://a.example:22/',
    'https://a.example:8080/',
    'ftp://a.example/',
    'https://me:secret@a.example/'
  ]

  test.each(inside)('%s is not', async address => {
    await web.site('a.example', {'/': page('A')}, {ports: {22: 'plain', 8080: 'plain'}})
    expect(await factOf(address)).toMatchObject({status: 'skipped'})
    expect(web.dials).toEqual([])
  })

  test.each([['10.1.2.3'], ['127.0.0.1'], ['::1'], ['fd00::1'], ['169.254.169.254'], [['23.1.2.3', '192.168.0.1']]])(
    'a name for %s is not',
    async address => {
      await web.site('rebound.example', {'/': page('Inside')}, {address})
      expect(await factOf('http://rebound.example/')).toEqual({
        status: 'skipped',
        reason: 'a private address is not asked'
      })
      expect(web.dials).toEqual([])
    }
  )

  test('what the configuration allows is, on any port', async () => {
    await web.site('wiki.corp', {'/': page('Wiki')}, {address: '10.1.0.7', ports: {8443: 'valid'}})
    await web.site('other.corp', {'/': page('Other')}, {address: '10.2.0.7', ports: {8443: 'valid'}})
    for (const allowPrivate of [['10.1.0.0/16'], ['10.1.0.7'], ['wiki.corp:8443'], ['WIKI.corp']]) {
      const {seen} = await check(['http://wiki.corp:8443/', 'http://other.corp:8443/'], {allowPrivate})
      expect([...seen.values()].map(({fact}) => fact.status).sort()).toEqual(['skipped', 'unsure'])
    }
  })

  test('what is allowed by its address opens no other address, and no other port of those', async () => {
    await web.site('wiki.corp', {'/': page('Wiki')}, {address: ['10.1.0.7', '10.2.0.7'], ports: {8443: 'valid'}})
    await web.site('printer', {'/': page('Printer')}, {address: '10.2.0.8'})
    await web.site('a.example', {'/': page('A')}, {ports: {8443: 'valid'}})
    await web.site('b.example', {'/': page('B')}, {address: ['10.1.0.8', '23.1.2.3'], ports: {8443: 'valid'}})
    const addresses = [
      'https://wiki.corp:8443/',
      'http://printer/',
      'https://a.example:8443/',
      'https://b.example:8443/'
    ]
    const {seen} = await check(addresses, {allowPrivate: ['10.1.0.0/16']})
    expect(addresses.map(address => seen.get(address)?.fact)).toEqual([
      {status: 'skipped', reason: 'a private address is not asked'},
      {status: 'skipped', reason: 'a private address is not asked'},
      {status: 'skipped', reason: 'port 8443 is not asked'},
      {status: 'skipped', reason: 'port 8443 is not asked'}
    ])
    expect(web.dials).toEqual([])
  })

  test('no cookie, credential or referrer goes along, and an honest name', async () => {
    await web.site('a.example', {
      '/': ({response}) => response.writeHead(302, {location: 'https://me:pw@b.example/', 'set-cookie': 'a=1'}).end()
    })
    await web.site('b.example', {'/': sequence(status(500, {'set-cookie': 'b=1'}), page('B'))})
    expect(await factOf('https://a.example/')).toMatchObject({status: 'alive'})
    await web.site('c.example', {'/': redirect(302, 'https://b.example/')})
    await factOf('https://c.example/')
    expect(web.requests.length).toBeGreaterThan(3)
    for (const {headers} of web.requests) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'accept-language',
        'connection',
        'host',
        'user-agent'
      ])
      expect(headers['user-agent']).not.toMatch(/link|bot|crawl|spider/i)
    }
  })
})

describe('a host that cannot be found', () => {
  const kinds: readonly (readonly [DnsAnswer, string])[] = [
    ['no such host', 'dead'],
    ['no data', 'unsure'],
    ['temporary failure', 'unsure']
  ]
  test.each(kinds)('%s: %s', async (dns, expected) => {
    await web.site('a.example', {}, {dns})
    expect(await factOf('https://a.example/x')).toMatchObject({status: expected})
  })

  test('is not dead where nothing can be found', async () => {
    await web.site('a.example', {}, {dns: 'no such host'})
    web.setOnline('offline')
    const {seen, network} = await check(['https://a.example/x', 'https://a.example/y'])
    expect([...seen.values()].map(({fact}) => fact.status)).toEqual(['unsure', 'unsure'])
    expect(network).toBe('missing')
  })

  test('is not dead where one host is found alone: such a network lets nothing else through', async () => {
    const lookup = async (host: string): Promise<readonly string[]> => {
      if (host !== 'github.com') throw Object.assign(new Error('No such host'), {code: 'ENOTFOUND'})
      return ['23.192.0.1']
    }
    const network = {...web.network, lookup, exists: async () => false}
    expect(await factOf('https://a.example/x', {network})).toMatchObject({status: 'unsure'})
  })

  test('is found at the second look', async () => {
    await web.site('a.example', {'/': page('A')}, {dns: ['temporary failure', 'found']})
    expect(await factOf('https://a.example/')).toMatchObject({status: 'alive'})
  })
})

describe('trouble with certificates is told in words', () => {
  test.each(['expired', 'wrong name', 'self-signed', 'no intermediate', 'plain', 'none'] as const)('%s', async tls => {
    await web.site('a.example', {'/': page('A')}, {tls})
    const fact = await factOf('https://a.example/')
    expect(fact).toMatchObject({status: 'unsure'})
    expect(fact?.reason).toMatchSnapshot()
  })
})

describe('a host that wants to rest', () => {
  const later = (wait: string) => sequence(status(429, {'retry-after': wait}), page('Now'))

  test('is asked again when it says, and not before', async () => {
    await web.site('a.example', {'/': later('30'), '/b': page('B'), '/c': page('C')})
    const {seen, hosts} = await check(['https://a.example/', 'https://a.example/b', 'https://a.example/c'])
    expect([...seen.values()].map(({fact}) => fact.status)).toEqual(['alive', 'alive', 'alive'])
    expect(hosts).toMatchObject([{host: 'a.example', requests: 4, paused: 30_100}])
    expect(clock.waits.some(wait => wait > 29_000)).toBe(true)
  })

  test('for too long is asked no more in this run', async () => {
    const routes = Object.fromEntries(
      Array.from({length: 40}, (_, at) => [`/${at}`, status(429, {'retry-after': '7200'})])
    )
    await web.site('a.example', routes)
    const {seen} = await check(Object.keys(routes).map(path => `https://a.example${path}`))
    const reasons = new Set([...seen.values()].map(({fact}) => `${fact.status}: ${fact.reason}`))
    expect([...reasons].sort()).toEqual([
      'unsure: 429, it is asked too often',
      'unsure: 429, it wants to be let alone for 2 hours'
    ])
    expect(web.requests.length).toBeLessThanOrEqual(8)
  })

  test('without saying for how long is asked more and more slowly, and given up', async () => {
    await web.site('a.example', {'/': status(429)})
    expect(await factOf('https://a.example/')).toMatchObject({status: 'unsure', code: 429})
    expect(clock.waits).toEqual([1_100, 2_100, 4_100, 8_100])
    expect(web.requests).toHaveLength(5)
  })

  test('holds up no other host', async () => {
    await web.site('a.example', {'/': status(503, {'retry-after': '50'})})
    await web.site('b.example', {'/': page('B')})
    const order: string[] = []
    await check(['https://a.example/', 'https://b.example/'], {
      atOnce: 1,
      onProgress: ({counts}) => order.push(`${counts.alive} ${counts.unsure}`)
    })
    expect(order.at(-1)).toBe('1 1')
    expect(order).toContain('1 0')
  })
})

describe('few requests', () => {
  test('a living page is one request, a dead one two, and connections are kept', async () => {
    const routes = Object.fromEntries(
      Array.from({length: 60}, (_, at) => [`/${at}`, at < 10 ? status(404) : page(`${at}`)])
    )
    await web.site('a.example', routes)
    const {requests} = await check(Object.keys(routes).map(path => `https://a.example${path}`))
    expect(requests).toBe(70)
    expect(web.requests).toHaveLength(70)
    expect(web.connections.length).toBeLessThanOrEqual(10)
    expect(web.maxInFlight('a.example')).toBeLessThanOrEqual(10)
  })

  test('of a file, the head is enough', async () => {
    const pdf = status(200, {'content-type': 'application/pdf'}, '%PDF-1.7')
    await web.site('a.example', {'/a.pdf': pdf, '/b.zip': toHead(status(405), pdf)})
    const {seen} = await check(['https://a.example/a.pdf', 'https://a.example/b.zip'])
    expect([...seen.values()].map(({fact}) => fact.status)).toEqual(['alive', 'alive'])
    expect(web.requests.map(({method, path}) => `${method} ${path}`).sort()).toEqual([
      'GET /b.zip',
      'HEAD /a.pdf',
      'HEAD /b.zip'
    ])
  })

  test('unless a page comes in its place', async () => {
    const parked = page('Domain for sale', 'This domain is for sale!')
    await web.site('a.example', {'/a.pdf': parked, '/b.pdf': redirect(302, '/b'), '/b': page('Page not found')})
    const {seen} = await check(['https://a.example/a.pdf', 'https://a.example/b.pdf'])
    expect([...seen.values()].map(({fact}) => fact.reason).sort()).toEqual([
      'says `Page not found`',
      'says that the domain is for sale or has expired'
    ])
  })

  test('a host that fails all at once for a moment is not given up', async () => {
    const routes = Object.fromEntries(Array.from({length: 8}, (_, at) => [`/${at}`, page(`${at}`)]))
    const connections = [...Array.from({length: 8}, () => 'reset' as const), 'served' as const]
    await web.site('a.example', routes, {connections})
    await web.site('b.example', {'/': page('B')}, {connections: ['reset', 'reset', 'served']})
    const {seen} = await check(['https://b.example/', ...Object.keys(routes).map(path => `https://a.example${path}`)])
    expect(new Set([...seen.values()].map(({fact}) => fact.status))).toEqual(new Set(['alive']))
  })

  test('a host that never answers is given up', async () => {
    await web.site('a.example', {}, {tls: 'none'})
    const {seen} = await check(Array.from({length: 50}, (_, at) => `https://a.example/${at}`))
    expect(new Set([...seen.values()].map(({fact}) => fact.reason))).toEqual(new Set(['the connection was refused']))
    expect(web.dials.length).toBeLessThan(30)
  })
})

describe('https', () => {
  test('is told where it answers the same', async () => {
    await web.site('a.example', {'/x': page('X')})
    await web.site('b.example', {'/x': page('X')}, {ports: {443: 'expired'}})
    await web.site('c.example', ({request, response}) =>
      'encrypted' in request.socket
        ? response.end('ok')
        : response.writeHead(301, {location: 'https://c.example/x'}).end()
    )
    const {seen} = await check(['http://a.example/x', 'http://b.example/x', 'http://c.example/x'])
    expect(seen.get('http://a.example/x')?.fact).toMatchObject({status: 'alive', https: 'https://a.example/x'})
    expect(seen.get('http://b.example/x')?.fact).toEqual({status: 'alive', code: 200})
    expect(seen.get('http://c.example/x')?.fact).toMatchObject({status: 'alive', https: 'https://c.example/x'})
  })

  test('is not told of a file in whose place a page comes there', async () => {
    await web.site('a.example', ({request, response}) => {
      const isSecure = 'encrypted' in request.socket
      response.setHeader('content-type', isSecure ? 'text/html' : 'application/pdf').end('<title>Hosting</title>')
    })
    expect(await factOf('http://a.example/a.pdf')).toEqual({status: 'alive', code: 200})
  })

  test('is not told of a page that is another there', async () => {
    await web.site('a.example', ({request, response}) =>
      response
        .setHeader('content-type', 'text/html')
        .end(`<title>${'encrypted' in request.socket ? 'Hosting' : 'A'}</title>`)
    )
    expect(await factOf('http://a.example/')).toEqual({status: 'alive', code: 200})
  })
})

describe('moved', () => {
  const moves: readonly (readonly [from: string, to: string, status: string])[] = [
    ['/docs', '/docs/', 'alive'],
    ['/docs', 'https://www.a.example/docs', 'alive'],
    ['/', '/en', 'alive'],
    ['/docs', '/en/docs', 'alive'],
    ['/docs', '/DOCS', 'alive'],
    ['/', '/docs/v2/start', 'alive'],
    ['/docs', '/docs/v2/start', 'alive'],
    ['/docs/', 'https://www.a.example/docs?lang=en', 'alive'],
    ['/docs', '/docs2/start', 'moved'],
    ['/pdf/1234.5678.pdf', '/pdf/1234.5678', 'alive'],
    ['/docs.html', '/docs/', 'alive'],
    ['/docs.php?id=1', '/docs', 'moved'],
    ['/', 'https://b.example/docs', 'moved'],
    ['/docs', '/docs?utm_source=redirect', 'alive'],
    ['/docs', '/manual?session_id=17', 'alive'],
    ['/docs', '/manual', 'moved'],
    ['/docs', 'https://b.example/docs', 'moved']
  ]
  test.each(moves)('%s to %s: %s', async (from, to, expected) => {
    const site: Handler = ({request, response}) =>
      request.url === from
        ? response.writeHead(301, {location: to, 'content-length': 0}).end()
        : response.writeHead(200, {'content-type': 'text/plain'}).end()
    await web.site('a.example', site)
    await web.site('www.a.example', {'/docs': page('Docs')})
    await web.site('b.example', {'/docs': page('Docs')})
    expect(await factOf(`https://a.example${from}`)).toMatchObject({status: expected})
  })

  test('to where it is reached with TLS, if it is', async () => {
    await web.site('a.example', {'/a': redirect(301, '/b'), '/b': page('B')})
    await web.site('c.example', {'/a': redirect(301, '/b'), '/b': page('B')}, {tls: 'none'})
    const {seen} = await check(['http://a.example/a', 'http://c.example/a'])
    expect([...seen.values()].map(({fact}) => [fact.to, fact.reason, fact.https]).sort()).toEqual([
      ['http://c.example/b', 'moved for good to `http://c.example/b`', undefined],
      ['https://a.example/b', 'moved for good to `https://a.example/b`', undefined]
    ])
  })

  test('is without doubt only within what is in one hand', async () => {
    const away = redirect(301, 'https://bob.github.io/b')
    await web.site('ann.github.io', {'/a': away, '/c': redirect(301, '/d'), '/d': page('D')})
    await web.site('bob.github.io', {'/b': page('B')})
    const {seen} = await check(['https://ann.github.io/a', 'https://ann.github.io/c'])
    expect(seen.get('https://ann.github.io/a')?.fact.sure).toBeUndefined()
    expect(seen.get('https://ann.github.io/c')?.fact.sure).toBe(true)
  })

  test('but not by a step that is for now', async () => {
    await web.site('a.example', {'/a': redirect(301, '/b'), '/b': redirect(302, '/c'), '/c': page('C')})
    expect(await factOf('https://a.example/a')).toEqual({status: 'alive', code: 200})
  })
})

test('whoever stops the run hears why', async () => {
  await web.site('a.example', {'/': hang, '/b': hang, '/c': hang, '/d': hang, '/e': hang, '/f': hang})
  const stop = new AbortController()
  const running = check(
    ['/', '/b', '/c', '/d', '/e', '/f'].map(path => `https://a.example${path}`),
    {
      signal: stop.signal,
      timeout: 60_000
    }
  )
  await web.arrived(1)
  stop.abort(new Error('Enough'))
  await expect(running).rejects.toThrow('Enough')
})
