import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Reply} from '../../src/links/answer.ts'
import type {Clock} from '../../src/links/clock.ts'
import {captureQuery, findCaptures, isCaptureOf, readCapture} from '../../src/links/wayback.ts'
import {runs} from '../property.ts'

const address = 'https://a.example/b'

describe('the question', () => {
  test.each([
    'https://a.example/b?c=1&limit=9#d',
    'https://a.example/*',
    "https://a.example/a b'(c)%20+ü",
    'http://*.a.example/'
  ])('carries %s whole', url => {
    const {origin, pathname, searchParams} = new URL(captureQuery(url))
    expect(origin + pathname).toBe('https://web.archive.org/cdx/search/cdx')
    expect(Object.fromEntries(searchParams)).toEqual({
      url,
      matchType: 'exact',
      filter: 'statuscode:200',
      fl: 'timestamp,original',
      limit: '-5'
    })
  })
})

describe('the answer', () => {
  test.each([
    ['one', '20200102030405 https://a.example/b\n', '20200102030405/https://a.example/b'],
    ['without a last line end', '20200102030405 https://a.example/b', '20200102030405/https://a.example/b'],
    ['with carriage returns', '20200102030405 https://a.example/b\r\n', '20200102030405/https://a.example/b'],
    [
      'the latest of several',
      '20200102030405 https://a.example/b\n20210102030405 http://a.example/b\n20190102030405 https://a.example/b\n',
      '20210102030405/http://a.example/b'
    ],
    [
      'of the same page, written otherwise',
      '20200102030405 http://www.a.example:80/b/',
      '20200102030405/http://www.a.example/b/'
    ],
    [
      'the latest of this page, not of one that differs in case',
      '20200102030405 https://a.example/b\n20210102030405 https://a.example/B\n',
      '20200102030405/https://a.example/b'
    ]
  ])('%s', (_, text, capture) => {
    expect(readCapture(text, address)).toBe(`https://web.archive.org/web/${capture}`)
    expect(isCaptureOf(`https://web.archive.org/web/${capture}`, address)).toBe(true)
  })

  test.each([
    ['nothing', ''],
    ['a page of HTML', '<html>20200102030405 https://a.example/b</html>'],
    ['an exception', 'org.archive.util.io.RuntimeIOException: Blocked Site Error'],
    ['another page', '20200102030405 https://a.example/c'],
    ['another host', '20200102030405 https://b.example/b'],
    ['another query', '20200102030405 https://a.example/b?c=1'],
    ['tracking of somebody', '20200102030405 https://a.example/b?utm_source=b.example'],
    ['a fragment', '20200102030405 https://a.example/b#c'],
    ['a user', '20200102030405 https://me:pass@a.example/b'],
    ['another scheme', '20200102030405 javascript://a.example/b'],
    ['a script', '20200102030405 javascript:alert(1)'],
    ['no address', '20200102030405 http://['],
    ['a short stamp', '2020010203040 https://a.example/b'],
    ['a long stamp', '202001020304050 https://a.example/b'],
    ['no day', '20200230030405 https://a.example/b'],
    ['no hour', '20200101240000 https://a.example/b'],
    ['too early a time', '19950102030405 https://a.example/b'],
    ['more fields', '20200102030405 https://a.example/b 200'],
    ['JSON', '[["20200102030405","https://a.example/b"]]']
  ])('%s is no capture', (_, text) => {
    expect(readCapture(text, address)).toBeUndefined()
  })

  test('whatever it says, what comes of it is a capture of this page', () => {
    const stamp = fc.constantFrom('20200102030405', '99999999999999', '2020')
    const gap = fc.constantFrom(' ', '  ', '\t', '\r')
    const url = fc.constantFrom('https://a.example/b', 'http://www.A.example:80/b/', 'https://me@a.example/b', 'b')
    const rest = fc.constantFrom('', '\n', '\r\n', '?token=1', '#x', ')', '\u202e', ' 200', '\u0000')
    const rows = fc.array(fc.tuple(stamp, gap, url, rest, fc.constantFrom('', '\n')).map(row => row.join('')))
    let captures = 0
    fc.assert(
      fc.property(rows, all => {
        const capture = readCapture(all.join(''), address)
        if (capture === undefined) return
        captures += 1
        expect(capture).toMatch(
          /^https:\/\/web\.archive\.org\/web\/20200102030405\/https?:\/\/(?:www\.)?a\.example\/b\/?$/
        )
        expect(isCaptureOf(capture, address)).toBe(true)
      }),
      runs(3000)
    )
    expect(captures).toBeGreaterThan(10)
  })

  test.each([
    'https://web.archive.org.b.example/web/20200102030405/https://a.example/b',
    'http://web.archive.org/web/20200102030405/https://a.example/b',
    'https://web.archive.org/web/2020/https://a.example/b',
    'https://web.archive.org/save/20200102030405/https://a.example/b',
    'https://web.archive.org/web/20200102030405/https://A.example/b'
  ])('%s is no address of a capture', capture => {
    expect(isCaptureOf(capture, address)).toBe(false)
  })
})

/** A clock that goes on only when somebody sleeps. */
function stillClock(): Clock & {readonly slept: readonly number[]} {
  let now = 1_000_000
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted()
      slept.push(milliseconds)
      now += milliseconds
    }
  }
}

const answer = (text: string, status = 200, headers = {}): Reply => ({status, headers, text, whole: true})

/** Answers in turn, and tells which addresses were asked for. */
function archive(...replies: readonly Reply[]) {
  const asked: string[] = []
  const ask = async (url: string): Promise<Reply> => {
    asked.push(new URL(url).searchParams.get('url') ?? '')
    return replies[asked.length - 1] ?? answer('')
  }
  return {asked, ask}
}

const pages = (count: number) => Array.from({length: count}, (_, index) => `https://a.example/${index}`)

describe('the search', () => {
  test('tells what was found, and what not', async () => {
    const {ask} = archive(answer('20200102030405 https://a.example/0\n'), answer('\n'))
    expect([...(await findCaptures(pages(2), ask, {clock: stillClock()}))]).toEqual([
      ['https://a.example/0', 'https://web.archive.org/web/20200102030405/https://a.example/0'],
      ['https://a.example/1', undefined]
    ])
  })

  test('asks 15 times a minute at most, one after the other, each address once', async () => {
    const clock = stillClock()
    const {ask, asked} = archive()
    const times: number[] = []
    const noted = (url: string) => {
      times.push(clock.now())
      return ask(url)
    }
    await findCaptures([...pages(20), ...pages(20)], noted, {clock})
    expect(asked).toEqual(pages(20))
    for (const [index, time] of times.slice(15).entries()) expect(time - times[index]!).toBeGreaterThanOrEqual(60_000)
  })

  test('time that the answer took counts', async () => {
    const clock = stillClock()
    const {ask} = archive()
    const slow = async (url: string) => {
      await clock.sleep(3000)
      return ask(url)
    }
    await findCaptures(pages(2), slow, {clock})
    expect(clock.slept.filter(time => time > 0)).toEqual([3000, 1000, 3000])
  })

  test('asks for 30 at most, or as many as it is told', async () => {
    const many = archive()
    await findCaptures(pages(40), many.ask, {clock: stillClock()})
    expect(many.asked).toEqual(pages(30))
    const few = archive()
    await findCaptures(pages(40), few.ask, {clock: stillClock(), most: 2})
    expect(few.asked).toEqual(pages(2))
  })

  test.each([
    ['a limit', answer('', 429)],
    ['a wall', answer('', 403)],
    ['silence', {failure: 'ECONNREFUSED', reason: 'the connection was refused'}]
  ])('ends at %s', async (_, reply) => {
    const {ask, asked} = archive(answer(''), reply)
    const found = await findCaptures(pages(4), ask, {clock: stillClock()})
    expect(asked).toEqual(pages(2))
    expect([...found.keys()]).toEqual(pages(1))
  })

  test.each([
    ['an error', answer('', 504)],
    ['a bad question', answer('', 400)],
    ['something else', answer('<html>Back soon</html>')],
    ['no text', {status: 200, headers: {}}]
  ])('goes on after %s, and ends at the second', async (_, reply) => {
    const {ask, asked} = archive(reply, answer(''), reply)
    const found = await findCaptures(pages(5), ask, {clock: stillClock()})
    expect(asked).toEqual(pages(3))
    expect([...found.keys()]).toEqual(['https://a.example/1'])
  })

  test.each([
    answer(
      'org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.AdministrativeAccessControlException',
      403
    ),
    answer('', 403, {'x-archive-wayback-runtime-error': 'RobotAccessControlException: Blocked By Robots'})
  ])('a site that was taken out of the archive is no reason to stop', async reply => {
    const {ask} = archive(reply)
    const found = await findCaptures(pages(2), ask, {clock: stillClock()})
    expect([...found]).toEqual(pages(2).map(page => [page, undefined]))
  })

  test('tells nobody of private hosts and secrets', async () => {
    const {ask, asked} = archive()
    const kept = [
      'http://localhost/',
      'http://wiki/',
      'http://wiki.corp/',
      'http://wiki.home.arpa./',
      'http://127.0.0.1/',
      'http://0x7f.1/',
      'http://8.8.8.8/',
      'http://[::1]/',
      'https://me:pass@a.example/',
      'https://a.example/?token=1',
      'https://web.archive.org/web/2020/https://a.example/',
      'ftp://a.example/',
      'https://a.invalide/',
      'no address'
    ]
    await findCaptures([...kept, address], ask, {clock: stillClock()})
    expect(asked).toEqual([address])
  })

  test('what was found stays found when it is ended', async () => {
    const end = new AbortController()
    const {ask, asked} = archive(answer('20200102030405 https://a.example/0\n'))
    const once = async (url: string) => {
      const reply = await ask(url)
      end.abort(new Error('enough'))
      return reply
    }
    const found = await findCaptures(pages(3), once, {clock: stillClock(), signal: end.signal})
    expect(asked).toEqual(pages(1))
    expect([...found.keys()]).toEqual(pages(1))
  })

  test('a bug in the asking is no end of the search', async () => {
    const broken = () => Promise.reject(new TypeError('a bug'))
    await expect(findCaptures(pages(1), broken, {clock: stillClock()})).rejects.toThrow('a bug')
  })
})
