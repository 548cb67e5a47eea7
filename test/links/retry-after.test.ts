import {describe, expect, it} from 'vitest'
import {retryAfter} from '../../src/links/retry-after.ts'

const now = Date.UTC(2026, 10, 6, 8, 49, 37)
const epoch = now / 1000

describe('how long a server wants to be left alone', () => {
  it.each([
    ['delay-seconds', {'retry-after': '120'}, 120_000],
    ['none', {'retry-after': '0'}, 0],
    ['blanks', {'retry-after': ' 7 '}, 7000],
    ['a fraction', {'retry-after': '1.5'}, 1500],
    ['what Go prints', {'retry-after': '1m30s'}, 90_000],
    ['in hours', {'retry-after': '1h'}, 3_600_000],
    ['in seconds with their unit', {'retry-after': '30s'}, 30_000],
    ['in thousandths', {'retry-after': '250ms'}, 250],
    ['in everything', {'retry-after': '1h1m1s1ms'}, 3_661_001],
    ['in fractions of a second', {'retry-after': '2.5s'}, 2500],
    ['sent twice', {'retry-after': '10, 30'}, 30_000],
    ['IMF-fixdate', {'retry-after': 'Fri, 06 Nov 2026 08:50:37 GMT'}, 60_000],
    ['RFC 850', {'retry-after': 'Friday, 06-Nov-26 08:50:37 GMT'}, 60_000],
    ['asctime', {'retry-after': 'Fri Nov  6 08:50:37 2026'}, 60_000],
    ['ISO 8601', {'retry-after': '2026-11-06T08:50:37.123Z'}, 60_000],
    ['a date that is over', {'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT'}, 0],
    ['RFC 850 of the last century', {'retry-after': 'Sunday, 06-Nov-94 08:49:37 GMT'}, 0],
    [
      'by a clock that is an hour ahead',
      {'retry-after': 'Fri, 06 Nov 2026 09:50:37 GMT', date: 'Fri, 06 Nov 2026 09:49:37 GMT'},
      60_000
    ],
    ['beside a date that is none', {'retry-after': 'Fri, 06 Nov 2026 08:50:37 GMT', date: 'soon'}, 60_000],
    ['under another name', {'x-retry-after': '5'}, 5000],
    ['in milliseconds', {'retry-after-ms': '1500'}, 1500],
    ['behind nonsense', {'retry-after': 'later', 'x-retry-after': '5'}, 5000],
    ['before a limit', {'retry-after': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${epoch + 60}`}, 5000]
  ])('%s', (_, headers: Record<string, string>, wait) => {
    expect(retryAfter(headers, now)).toBe(wait)
  })

  it.each([
    ['as a moment', {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${epoch + 60}`}, 60_000],
    ['as a moment that is over', {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${epoch - 60}`}, 0],
    ['as a moment in milliseconds', {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now + 60_000}`}, 60_000],
    ['as a moment with a fraction', {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${epoch + 60}.5`}, 60_500],
    ['as seconds', {'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '41'}, 41_000],
    ['without saying what is left', {'x-ratelimit-reset': `${epoch + 60}`}, 60_000],
    ['with another hyphen', {'x-rate-limit-remaining': '0', 'x-rate-limit-reset': `${epoch + 60}`}, 60_000],
    ['in fields of their own', {'ratelimit-remaining': '0', 'ratelimit-reset': '50'}, 50_000],
    ['in one field, older draft', {ratelimit: 'limit=100, remaining=0, reset=50'}, 50_000],
    ['in one field, newer draft', {ratelimit: '"default";r=0;t=50'}, 50_000],
    ['of several, the one that is used up', {ratelimit: '"burst";r=3;t=1, "daily";r=0;t=900'}, 900_000]
  ])('a limit that is used up, %s', (_, headers: Record<string, string>, wait) => {
    expect(retryAfter(headers, now)).toBe(wait)
  })

  it.each([
    ['nothing', {}],
    ['an empty value', {'retry-after': ''}],
    ['words', {'retry-after': 'later'}],
    ['a negative number', {'retry-after': '-5'}],
    ['an exponent', {'retry-after': '1e3'}],
    ['more digits than any clock has', {'retry-after': '9'.repeat(400)}],
    ['an unknown unit', {'retry-after': '3 days'}],
    ['units in the wrong order', {'retry-after': '5s1h'}],
    ['one good value and one bad', {'retry-after': '10, soon'}],
    ['a month that is none', {'retry-after': 'Fri, 06 Foo 2026 08:50:37 GMT'}],
    ['a day that is none', {'retry-after': 'Fri, 36 Nov 2026 08:50:37 GMT'}],
    ['an hour that is none', {'retry-after': 'Fri, 06 Nov 2026 28:50:37 GMT'}],
    ['a date without time', {'retry-after': '2026-11-06'}],
    ['a limit with something left', {'x-ratelimit-remaining': '12', 'x-ratelimit-reset': `${epoch + 60}`}],
    ['the same in one field', {ratelimit: 'limit=100, remaining=12, reset=50'}],
    ['the same in the newer one', {ratelimit: '"default";r=12;t=50'}],
    ['a limit without an end', {'x-ratelimit-remaining': '0'}]
  ])('does not say: %s', (_, headers: Record<string, string>) => {
    expect(retryAfter(headers, now)).toBeUndefined()
  })

  it('is read in one go however long it is', () => {
    for (const piece of ['1', ' ', '1h', '1m', ',', '1,', ';r=0', 'r=0;', '"a";r=0;t=1,', 'Fri, '])
      for (const name of ['retry-after', 'ratelimit', 'date', 'x-ratelimit-reset']) {
        const wait = retryAfter({[name]: piece.repeat(100_000)}, now)
        expect(wait === undefined || wait >= 0).toBe(true)
      }
  })
})
