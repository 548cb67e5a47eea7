import {describe, expect, test} from 'vitest'
import {spread, spreadingFor, timeFor} from '../../src/links/shards.ts'

const links = (count: number, host: (at: number) => string): readonly string[] =>
  Array.from({length: count}, (_, at) => `https://${host(at)}/${at}`)
const due = () => true

describe('addresses are spread', () => {
  test('each into one part, evenly, and the same way in whatever order', () => {
    const addresses = links(1_000, at => `h${at % 70}.test`)
    const parts = spread(addresses, 7)
    expect(parts.flat().toSorted()).toEqual(addresses.toSorted())
    expect(new Set(parts.map(part => part.length))).toEqual(new Set([142, 143]))
    expect(spread(addresses.toReversed(), 7)).toEqual(parts)
  })

  test('by what hosts have in common', () => {
    const together = [
      ['http://a.test/', 'https://a.test/b', 'https://www.a.test/', 'https://a.test:8443/'],
      ['https://www.youtube.com/watch?v=aaaaaaaaaaa', 'https://youtu.be/aaaaaaaaaab'],
      ['http://[2001:db8::1]/a', 'http://[2001:db8::1]:8080/b']
    ]
    const apart = ['https://ann.github.io/', 'https://bob.github.io/', 'https://example.co.uk/', 'https://other.co.uk/']
    const parts = spread([...together.flat(), ...apart], 7)
    for (const group of together) expect(parts).toContainEqual(group.toSorted())
    for (const one of apart) expect(parts).toContainEqual([one])
  })

  test('and no part is left out when there are more parts than hosts', () => {
    expect(spread(['https://a.test/'], 3)).toEqual([['https://a.test/'], [], []])
  })
})

describe('the time that asking takes', () => {
  test('is that of all together, or of the slowest host', () => {
    expect(timeFor(links(12_800, at => `h${at}.test`))).toBe(250_000)
    expect(timeFor(links(1_000, () => 'a.test'))).toBe(250_000)
    // A request in seven seconds.
    expect(timeFor(links(10, () => 'www.biorxiv.org'))).toBe(70_000)
    expect(timeFor([])).toBe(0)
  })
})

describe('so many parts are worth it', () => {
  test('as it takes for ten minutes each', () => {
    expect(
      spreadingFor(
        links(30_000, at => `h${at % 900}.test`),
        due,
        20
      )
    ).toEqual({count: 1, time: 585_937.5})
    const {count, time} = spreadingFor(
      links(90_000, at => `h${at % 900}.test`),
      due,
      20
    )
    expect([count, Math.round(time / 1_000)]).toEqual([3, 586])
  })

  test('and no more than there may be', () => {
    expect(
      spreadingFor(
        links(90_000, at => `h${at % 900}.test`),
        due,
        2
      ).count
    ).toBe(2)
    expect(
      spreadingFor(
        links(90_000, at => `h${at % 900}.test`),
        due,
        1
      ).count
    ).toBe(1)
  })

  test('and no more than the slowest host makes worthwhile', () => {
    const addresses = links(50_000, at => (at < 3_000 ? 'slow.test' : `h${at}.test`))
    expect(spreadingFor(addresses, due, 20)).toEqual({count: 2, time: 750_000})
    expect(
      spreadingFor(
        links(5_000, () => 'slow.test'),
        due,
        20
      )
    ).toEqual({count: 1, time: 1_250_000})
  })

  test('and what need not be asked costs nothing', () => {
    const addresses = links(90_000, at => `h${at % 900}.test`)
    expect(spreadingFor(addresses, () => false, 20)).toEqual({count: 1, time: 0})
  })
})
