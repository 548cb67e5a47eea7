import {type DefaultTreeAdapterTypes, parseFragment} from 'parse5'
import {describe, expect, it, test} from 'vitest'
import {trendPart} from '../../src/report/html/trend.ts'
import html from '../../src/report/html.ts'
import type {PastAudit} from '../../src/report/past-audit.ts'
import {trendSentence} from '../../src/report/trend.ts'
import {weeklyAudits} from './audits.ts'
import {reportOn, view} from './findings.ts'

const on = (day: string, errors: number, warnings: number, dead?: number): PastAudit => ({
  audit: `2026-11-${day}T04:17:00Z`,
  files: 1,
  errors,
  warnings,
  ...(dead !== undefined && {links: {alive: 9, moved: 0, dead, unsure: 0, skipped: 0}})
})

describe('in words', () => {
  it.each([
    [[on('16', 3, 4, 0), on('23', 1, 4, 0)], '2 fewer errors than on 16 November 2026.'],
    [[on('16', 3, 4, 0), on('23', 4, 3, 0)], '1 more error and 1 fewer warning than on 16 November 2026.'],
    [
      [on('16', 3, 4, 0), on('23', 4, 6, 3)],
      '1 more error, 2 more warnings and 3 more dead links than on 16 November 2026.'
    ],
    [[on('16', 3, 4, 1), on('23', 3, 4, 1)], 'As many errors, warnings and dead links as on 16 November 2026.'],
    [[on('16', 3, 4), on('23', 3, 4, 1)], 'As many errors and warnings as on 16 November 2026.'],
    [[on('02', 9, 9, 9), on('16', 3, 4, 0), on('23', 1, 4, 0)], '2 fewer errors than on 16 November 2026.']
  ])('%#', (audits, sentence) => {
    expect(trendSentence(audits)).toBe(sentence)
  })

  it('says nothing where there is nothing to compare', () => {
    expect(trendSentence([])).toBeUndefined()
    expect(trendSentence([on('23', 1, 2, 3)])).toBeUndefined()
  })
})

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

function elementsOf(node: Node): readonly Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : []
  return 'tagName' in node ? [node, ...below] : below
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

function partOf(audits: readonly PastAudit[]) {
  const elements = elementsOf(parseFragment(trendPart(audits)?.markup ?? ''))
  const attributes = (tag: string, name: string) =>
    elements.filter(one => one.tagName === tag).map(one => one.attrs.find(other => other.name === name)?.value)
  const texts = (...tags: readonly string[]) => elements.filter(one => tags.includes(one.tagName)).map(textOf)
  return {elements, attributes, texts}
}

describe('as a picture', () => {
  const audits = [on('02', 10, 0), on('16', 4, 0, 1), on('23', 5, 0, 0)]
  const {elements, attributes, texts} = partOf(audits)

  it('has a curve for each count, drawn by time and from nothing up', () => {
    expect(attributes('path', 'd').filter((_, index) => index % 3 === 1)).toEqual([
      'M0 0L66.67 24L100 20',
      'M0 40L66.67 40L100 40',
      'M0 0L100 40'
    ])
  })

  it('says what it shows', () => {
    expect(attributes('svg', 'role')).toEqual(['img', 'img', 'img'])
    expect(attributes('svg', 'aria-label')).toEqual([
      'Errors: 10 on 2 November 2026, 5 on 23 November 2026, 10 at most',
      'Warnings: 0 on 2 November 2026, 0 on 23 November 2026, 0 at most',
      'Dead links: 1 on 16 November 2026, 0 on 23 November 2026, 1 at most'
    ])
    expect(texts('p')[0]).toBe('1 more error and 1 fewer dead link than on 16 November 2026.')
  })

  it('has its numbers behind it, the last audit first', () => {
    expect(texts('tr')).toEqual([
      'AuditErrorsWarningsDead links',
      '23 November 2026500',
      '16 November 2026401',
      '2 November 2026100'
    ])
  })

  it('leaves out what fewer than two audits counted', () => {
    expect(partOf([on('16', 1, 1), on('23', 1, 1, 1)]).attributes('svg', 'class')).toEqual([
      'curve error',
      'curve warning'
    ])
  })

  it('brings no style that the page would refuse', () => {
    expect(elements.flatMap(({attrs}) => attrs.map(({name}) => name))).not.toContain('style')
  })

  it('names the commits, as text', () => {
    const hostile = audits.map(one => ({...one, commit: '<b>"&'}))
    expect(partOf(hostile).texts('code')).toEqual(['<b>"&', '<b>"&', '<b>"&'])
    expect(partOf(hostile).elements.map(({tagName}) => tagName)).not.toContain('b')
  })

  it('is silent where there is nothing to compare', () => {
    expect(trendPart([])).toBeUndefined()
    expect(trendPart(audits.slice(0, 1))).toBeUndefined()
  })
})

test('the page shows it only where it is told of audits', () => {
  const files = [reportOn('a.md', '# A\n', [])]
  const audits = weeklyAudits(400)
  expect(html(files, view)).not.toContain('id="trend"')
  expect(html(files, {...view, audits: audits.slice(0, 1)})).not.toContain('id="trend"')
  const page = html(files, {...view, audits})
  expect(page).toContain('<section id="trend"')
  expect(page.length - html(files, view).length).toBeLessThan(150_000)
})
