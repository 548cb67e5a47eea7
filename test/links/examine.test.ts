import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {LinkFact} from '../../src/document/facts.ts'
import {type Checked, type CheckOptions, checkLinks} from '../../src/links/check.ts'
import type {Question} from '../../src/links/examine.ts'
import {type HastyClock, hastyClock} from '../fake/hasty-clock.ts'
import {startWeb, type Web} from '../fake/web.ts'
import {onceAConnection, raw} from '../fake/web-faults.ts'
import {html, page, redirect, sequence, status, when} from '../fake/web-handlers.ts'

let web: Web
let clock: HastyClock
beforeEach(async () => {
  web = await startWeb()
  clock = hastyClock()
  await web.site('github.com', {})
  await web.site('www.wikipedia.org', {})
})
afterEach(() => web.close())

function check(questions: readonly (string | Question)[], more: Partial<CheckOptions> = {}): Promise<Checked> {
  const usual = {userAgent: 'awesome-doctor/test', timeout: 2_000, allowPrivate: [], patience: 60_000}
  const whole = questions.map(one => (typeof one === 'string' ? {address: one} : one))
  return checkLinks(whole, {...usual, network: web.network, clock, ...more})
}

async function factsOf(...questions: readonly (string | Question)[]): Promise<readonly LinkFact[]> {
  const {seen} = await check(questions)
  return questions.map(one => seen.get(typeof one === 'string' ? one : one.address)!.fact)
}

describe('where a redirect leads', () => {
  const lines = (...lines: readonly string[]) =>
    raw(`HTTP/1.1 301 Moved\r\n${lines.map(line => `${line}\r\n`).join('')}content-length: 0\r\n\r\n`)
  const long = `/long?${'x'.repeat(9_000)}`

  test.each([
    ['said twice', lines('location: /new', 'location: /new'), {status: 'moved', to: 'https://a.example/new'}],
    ['said in two ways', lines('location: /new', 'location: /newer'), {status: 'unsure', code: 301}],
    ['with a long query', lines(`location: ${long}`), {status: 'alive', code: 200}],
    ['with blanks', lines('location:   /a b  '), {status: 'moved', to: 'https://a.example/a%20b'}],
    ['with letters of its own', lines('location: /ж'), {status: 'moved', to: 'https://a.example/%D0%B6'}],
    ['without a scheme', lines('location: //a.example/new'), {status: 'moved', to: 'https://a.example/new'}],
    ['with a place', redirect(301, '/new#place'), {status: 'moved', to: 'https://a.example/new#place'}],
    ['with an empty place', redirect(301, '/new#'), {status: 'moved', to: 'https://a.example/new'}],
    ['to no address', redirect(301, 'https://a test/'), {status: 'unsure', code: 301}],
    ['to no port', redirect(301, 'https://a.example:0/'), {status: 'unsure'}]
  ] as const)('%s', async (_, handler, expected) => {
    await web.site('a.example', {
      '/old': handler,
      '/new': page('New'),
      '/a%20b': page('Blank'),
      '/%D0%B6': page('Letter'),
      [long]: page('Long')
    })
    expect(await factsOf('https://a.example/old')).toMatchObject([expected])
  })

  test.each([
    ['to what it was part of', 'https://a.example/blog/2015/post', 'https://a.example/blog/', undefined],
    ['without the query that named it', 'https://a.example/show?id=17', 'https://a.example/show', undefined],
    ['to somebody else of the same service', 'http://a.github.io/tool', 'https://b.github.io/other', undefined],
    ['to another page of the site', 'https://a.example/blog/post', 'https://a.example/news/post', true],
    ['to another host of the site', 'http://old.site.co.uk/post', 'http://new.site.co.uk/news', true],
    ['to the same page of another site', 'https://a.example/blog/post', 'https://b.example/blog/post', true]
  ])('for good, and surely the same or not: %s', async (_, from, to, sure) => {
    for (const host of new Set([from, to].map(one => new URL(one).hostname)))
      await web.site(host, ({request, response}) =>
        new URL(from).hostname === host && from.endsWith(request.url ?? '')
          ? response.writeHead(301, {location: to, 'content-length': 0}).end()
          : response.writeHead(200, {'content-type': 'text/plain'}).end()
      )
    const [fact] = await factsOf(from)
    expect(fact).toMatchObject({status: 'moved', to})
    expect(fact?.sure).toBe(sure)
  })

  test('where there is no host', async () => {
    const login = 'https://sso.corp.example/login?return_to=https%3A%2F%2Fa.example%2F'
    await web.site('a.example', {'/gone': redirect(301, 'https://nobody.example/'), '/in': redirect(302, login)})
    expect(await factsOf('https://a.example/gone', 'https://a.example/in')).toEqual([
      {status: 'dead', reason: 'it redirects, but there is no host `nobody.example`'},
      {status: 'unsure', reason: 'asks to log in at `sso.corp.example`'}
    ])
  })
})

describe('what is known of a page is asked of that page only', () => {
  const validators = {etag: '"1"', modified: 'Mon, 05 Jan 2026 00:00:00 GMT'}

  test('not of where it leads by now', async () => {
    const asBefore = when(({headers}) => headers['if-none-match'] === undefined, page('Other'), status(304))
    await web.site('a.example', {'/': redirect(301, 'https://b.example/other')})
    await web.site('b.example', {'/other': asBefore})
    expect(await factsOf({address: 'https://a.example/', validators})).toMatchObject([{status: 'moved', code: 200}])
    expect(web.requests.map(({host, headers}) => [host, headers['if-none-match']])).toEqual([
      ['a.example', '"1"'],
      ['b.example', undefined]
    ])
  })

  test('nor of its secure form, which is known as well', async () => {
    await web.site('a.example', {'/': status(304)})
    expect(await factsOf({address: 'http://a.example/', validators})).toEqual([{status: 'alive', code: 304}])
    expect(web.requests).toHaveLength(1)
  })
})

test('a page is not the same with https where it is something else', async () => {
  await web.site('a.example', ({request, response}) => {
    const type = 'encrypted' in request.socket ? 'text/html; charset=utf-8' : 'application/zip'
    response.writeHead(200, {'content-type': type}).end()
  })
  expect(await factsOf('http://a.example/a.zip')).toEqual([{status: 'alive', code: 200}])
})

test('of a page, not more places are looked for than any list has', async () => {
  await web.site('a.example', {'/': html('<h2 id="here">Here</h2>')})
  const fragments = Array.from({length: 2_000}, (_, at) => `gone-${at}x`)
  const [fact] = await factsOf({address: 'https://a.example/', fragments})
  expect(Object.keys(fact?.fragments ?? {})).toHaveLength(500)
})

describe('a host that is asked the other way', () => {
  const npm = 'https://www.npmjs.com/package/a'

  test('must say twice that there is nothing', async () => {
    const registry = {'/a': sequence(status(404), status(404), status(200)), '/npm': status(200)}
    await web.site('registry.npmjs.org', registry)
    // The first is the answer to HEAD.
    expect(await factsOf(npm)).toEqual([{status: 'alive', code: 200}])
    web.reroute('registry.npmjs.org', {'/a': status(404), '/npm': status(200)})
    expect(await factsOf(npm)).toMatchObject([{status: 'dead', code: 404}])
  })

  test('may be gone itself, which says nothing of the page', async () => {
    await web.site('registry.npmjs.org', {}, {dns: 'no such host'})
    expect(await factsOf(npm)).toEqual([{status: 'unsure', reason: '`npmjs.com` turns programs away'}])
  })
})

describe('many links of one host', () => {
  const many = (start: string): readonly string[] => Array.from({length: 30}, (_, at) => `${start}/${at}`)
  const kinds = (facts: readonly LinkFact[]) => [...new Set(facts.map(({status, reason}) => `${status}: ${reason}`))]

  test('that is private are all skipped', async () => {
    await web.site('inside.example', {}, {address: '10.0.0.1'})
    expect(kinds(await factsOf(...many('http://inside.example')))).toEqual(['skipped: a private address is not asked'])
  })

  test('that is given up by one scheme are asked by the other', async () => {
    await web.site('a.example', {'/': page('A')}, {ports: {80: 'none'}})
    const facts = await factsOf(...many('http://a.example'), 'https://a.example/')
    expect(kinds(facts)).toEqual(['unsure: the connection was refused', 'alive: undefined'])
    expect(web.dials.filter(dial => dial.endsWith(' 80')).length).toBeLessThan(30)
  })

  test('that keeps no connection, though it says so, are asked again by new ones', async () => {
    await web.site('a.example', {'*': onceAConnection(page('A'))})
    expect(kinds(await factsOf(...many('https://a.example')))).toEqual(['alive: undefined'])
  })

  test('that was given up are not waited for', async () => {
    await web.site('a.example', {'*': status(429, {'retry-after': '7200'})})
    await factsOf(...many('https://a.example'))
    expect(clock.waits).toEqual([])
  })

  test.each([
    ['that challenges robots', 'a.example', {'x-vercel-mitigated': 'challenge'}, 30],
    ['that is known to turn robots away', 'www.reddit.com', {}, 10]
  ])('%s are not asked again', async (_, host, headers, most) => {
    await web.site(host, {'*': status(429, headers)})
    const facts = await factsOf(...many(`https://${host}`))
    expect(new Set(facts.map(fact => fact.status))).toEqual(new Set(['unsure']))
    expect(clock.waits).toEqual([])
    expect(web.requests.length).toBeLessThanOrEqual(most)
  })
})
