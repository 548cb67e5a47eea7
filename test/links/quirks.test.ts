import {describe, expect, it} from 'vitest'
import type {Quirk} from '../../src/links/quirks/quirk.ts'
import {meantBy, quirkOf, quirks, toldBy} from '../../src/links/quirks.ts'

const rows = quirks.map(quirk => [quirk.hosts[0]! + (quirk.paths ?? ''), quirk] as const)

describe.each(rows)('%s', (_, quirk) => {
  it.each(quirk.examples)('$url', ({url, asks, answers, nowhere}) => {
    const address = new URL(url)
    const known = quirkOf(address)!
    const {hosts, alone, paths, examples, because, ...own} = quirk
    // No other row says anything else about it.
    expect(known).toMatchObject(own)
    expect(known.ask?.(address)).toBe(asks)
    for (const [status, meaning] of Object.entries(answers ?? {})) {
      const meant = asks === undefined ? meantBy(known, Number(status), address) : toldBy(known, Number(status))
      expect(meant?.status, status).toBe(meaning)
      if (meaning === 'dead' || meaning === 'unsure') expect(meant?.reason).toBeDefined()
    }
    if (nowhere !== undefined) {
      expect(meantBy(known, 200, new URL(nowhere))).toEqual({status: 'unsure', reason: because})
      expect(meantBy(known, 200, new URL('https://a.example/'))).toBeUndefined()
    }
  })

  it('says its reasons in words that a sentence can take in', () => {
    const reasons = [quirk.because, ...Object.values(quirk.told ?? {}).map(({reason}) => reason ?? 'x')]
    for (const reason of reasons) expect(reason).toMatch(/^.*[^.!?\s]$/)
  })

  it('is believed about deaths only where there is something to try it with', () => {
    const deadly = Object.values(quirk.told ?? {}).some(({status}) => status === 'dead')
    expect(quirk.witness !== undefined).toBe(deadly)
    if (quirk.witness === undefined) return
    const witness = new URL(quirk.witness)
    const asked = new URL(quirkOf(witness)!.ask!(witness)!)
    expect(asked.protocol).toBe('https:')
    expect(quirk.examples.some(({asks}) => asks !== undefined && new URL(asks).host === asked.host)).toBe(true)
  })

  it('says something that makes a difference', () => {
    const keys: readonly (keyof Quirk)[] = [
      'ask',
      'blocks',
      'lies',
      'nowhere',
      'permalink',
      'pace',
      'fragments',
      'method'
    ]
    expect(keys.some(key => quirk[key] !== undefined)).toBe(true)
    expect(quirk.examples.length).toBeGreaterThan(0)
    if (quirk.pace) expect(Math.min(quirk.pace.atOnce, quirk.pace.gap)).toBeGreaterThan(0)
  })
})

describe('what is known about an address', () => {
  it.each([
    'https://a.example/',
    'https://notgithub.com/owner/name',
    'https://github.com.a.example/owner/name',
    'https://github.example/owner/name',
    'https://index.crates.io/se/rd/serde',
    'https://static.crates.io/crates/serde',
    'https://aws.amazon.com/s3/',
    'https://registry.npmjs.org/a',
    'https://www.youtube.com/@somebody',
    'https://127.0.0.1/',
    'https://localhost/'
  ])('is nothing for %s', url => {
    expect(quirkOf(new URL(url))).toBeUndefined()
  })

  it.each(['https://github.com/', 'https://www.github.com/', 'https://gist.github.com/', 'https://GitHub.com./a'])(
    'is something for %s',
    url => {
      expect(quirkOf(new URL(url))?.pace).toEqual({atOnce: 2, gap: 300})
    }
  )

  it('is gathered from all rows that fit', () => {
    const known = quirkOf(new URL('https://crates.io/crates/num-traits'))!
    expect(known.pace).toEqual({atOnce: 1, gap: 1000})
    expect(known.ask).toBeDefined()
    expect(known.because).toBe('`crates.io` answers alike whether a page is there or not')
    expect(known).not.toHaveProperty('hosts')
  })

  it('asks nothing else for what is of another kind', () => {
    for (const url of [
      'https://www.npmjs.com/package/@scope',
      'https://www.npmjs.com/package/..%2f..%2f',
      'https://crates.io/crates/a%2Fb',
      'https://pypi.org/project/a%20b/',
      'https://www.youtube.com/watch?v=a&b=aaaaaaaaaaa',
      'https://discord.com/invite/',
      'https://doi.org/not-a-doi',
      'https://hub.docker.com/r/owner'
    ])
      expect(quirkOf(new URL(url))?.ask?.(new URL(url)), url).toBeUndefined()
  })

  it('leaves a host that is honest with 404 alone', () => {
    for (const url of [
      'https://github.com/owner/name',
      'https://en.wikipedia.org/wiki/A',
      'https://medium.com/a',
      'https://arxiv.org/abs/1'
    ]) {
      const known = quirkOf(new URL(url))
      expect(known && meantBy(known, 404, new URL(url)), url).toBeUndefined()
    }
  })
})
