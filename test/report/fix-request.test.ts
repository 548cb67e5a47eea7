import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {forgetting, memoryIn, memoryOf} from '../../src/report/fix-memory.ts'
import {commitMessage, type MendedRule, requestBody} from '../../src/report/fix-request.ts'
import {bodyLimit, findMarkers, marker} from '../../src/report/markdown.ts'

const fingerprint = fc.stringMatching(/^[\da-f]{16}$/)

const mended = (rule: string, more: Partial<MendedRule> = {}): MendedRule => ({
  rule,
  summary: rules.find(({id}) => id === rule)!.summary,
  safety: 'safe',
  count: 2,
  files: 1,
  fingerprints: ['0123456789abcdef'],
  ...more
})

describe('memory', () => {
  const bodyOf = (fingerprints: readonly string[]) => `Words.\n\n${marker(memoryOf(fingerprints))}\n${marker('fixes')}`

  it('knows what was put into it, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fingerprint), fingerprint, (all, other) => {
        const isKnown = memoryIn(bodyOf(all))
        for (const one of all) expect(isKnown(one)).toBe(true)
        expect(isKnown(other)).toBe(all.some(one => one.slice(0, 12) === other.slice(0, 12)))
      })
    )
  })

  it('can be forgotten, and all else stays', () => {
    const body = bodyOf(['0123456789abcdef'])
    expect(forgetting(body)).toBe('Words.\n\n<!-- awesome-doctor:fixes -->')
    expect(forgetting(body.replaceAll('\n', '\r\n'))).toBe('Words.\r\n\r\n<!-- awesome-doctor:fixes -->')
  })

  it('is bounded, and tells of the lowest whether they are new', () => {
    const all = Array.from({length: 5000}, (_, index) => (index * 2 + 1).toString(16).padStart(12, '0').padEnd(16, 'f'))
    const body = bodyOf(all)
    expect(body.length).toBeLessThan(bodyLimit * 0.6)
    const isKnown = memoryIn(body)
    expect(all.every(isKnown)).toBe(true)
    expect(isKnown('000000000002ffff')).toBe(false)
    expect(isKnown('ffffffffffffffff')).toBe(true)
  })

  it('is empty where a body has none, or one that was damaged', () => {
    for (const body of ['', 'Words.', `${marker('mends-')}`, `${marker('mends-AA')}`])
      expect(memoryIn(body)('0123456789abcdef')).toBe(false)
  })
})

describe('the message of a commit', () => {
  it('has a headline that GitHub does not fold, for every rule that has fixes', () => {
    for (const rule of rules.filter(({fix}) => fix !== undefined)) {
      const [headline = '', blank] = commitMessage(mended(rule.id, {count: 123})).split('\n')
      expect(headline.length, headline).toBeLessThanOrEqual(72)
      expect(headline).toMatch(/^[A-Z].*(?: \(123 places\)|\w)$/)
      expect(blank).toBe('')
    }
  })

  it('says what it mends, in how many places', () => {
    expect(commitMessage(mended('text-whitespace', {count: 1}))).toBe(
      'Keep blanks and blank lines even (1 place)\n\nMends 1 finding of text-whitespace in 1 file.\nhttps://github.com/awesome-doctor/awesome-doctor/blob/main/rules/README.md#text-whitespace'
    )
  })

  it('asks for a look where one is needed', () => {
    expect(commitMessage(mended('link-moved', {safety: 'unsafe'}))).toContain('\nPlease look at each of them')
    expect(commitMessage(mended('link-moved'))).not.toContain('look at each')
  })
})

describe('the body', () => {
  const commits = [
    mended('link-https'),
    mended('link-moved', {safety: 'unsafe', count: 1, fingerprints: ['fedcba9876543210']})
  ]

  it('has what is safe, what to look at, and what it remembers', () => {
    const body = requestBody(commits, {openedBy: 'workflow'})
    const places = [
      'mended 3 findings; each rule has a commit of its own.',
      '- Use `https:` where it answers the same ([link-https](',
      'Please look at these before you merge',
      '- Link to where a page is, not to where it was ([link-moved](',
      'Workflows do not run by themselves',
      'Closed without merging'
    ].map(words => body.indexOf(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(findMarkers(body).at(-1)).toBe('fixes')
    const isKnown = memoryIn(body)
    expect(['0123456789abcdef', 'fedcba9876543210', '0000000000000000'].map(isKnown)).toEqual([true, true, false])
  })

  it('is short where there is little to say', () => {
    const body = requestBody(commits.slice(0, 1), {openedBy: 'other'})
    expect(body).not.toMatch(/Please look|issue|Workflows/)
  })

  it('fits whatever it mends', () => {
    const many = Array.from({length: 20_000}, (_, index) => index.toString(16).padStart(12, '0'))
    const all = rules.map(({id}) => mended(id, {fingerprints: many}))
    const body = requestBody(all, {openedBy: 'workflow'})
    expect(body.length).toBeLessThanOrEqual(bodyLimit)
    expect(body).toContain('Closed without merging')
  })
})
