import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import {describe, expect, it, test} from 'vitest'
import type {ReportedLink} from '../../src/document/facts.ts'
import html from '../../src/report/html.ts'
import {reasonPieces} from '../../src/report/markdown.ts'
import {printable} from '../../src/report/printable.ts'
import {bigReport} from './big-report.ts'
import {replacing, reportOn, view} from './findings.ts'
import {hostilePieces, hostileReport, hostileText} from './hostile.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** Every element of a page, as a browser with or without scripts sees it. */
function elementsOf(page: string, scriptingEnabled: boolean): readonly Element[] {
  const visit = (node: Node): readonly Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(visit) : [])
  ]
  return visit(parse(page, {scriptingEnabled}))
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

const attribute = ({attrs}: Element, name: string): string | undefined => attrs.find(one => one.name === name)?.value

const withClass = (elements: readonly Element[], name: string, ...tags: readonly string[]): readonly Element[] =>
  elements.filter(one => tags.includes(one.tagName) && attribute(one, 'class')?.split(' ').includes(name))

const text = '# Kites\n\n## Makers\n\n-[Ann](https://a.example) - Small.\n- [Bob](https://b.example) - Big.\n'
const links: readonly ReportedLink[] = [
  {url: 'https://b.example', fact: {status: 'alive', code: 200}, places: [{path: 'a.md', line: 6}]},
  {
    url: 'https://a.example',
    fact: {status: 'dead', code: 404, reason: '404, not found', archived: 'https://archive.example/a'},
    places: [{path: 'a.md', line: 5}]
  }
]
const files = [
  reportOn('a.md', text, [
    {
      on: '-[Ann]',
      severity: 'error',
      rule: 'entry-marker-space',
      reason: 'Expected a space behind `-`, add one',
      note: 'Markdown sees no item.',
      fix: replacing(text, '-[Ann', '- [Ann')
    },
    {
      on: 'Big',
      reason: 'Expected `Large`',
      related: [
        {message: 'as here', place: {start: {line: 5, column: 30, offset: 40}, end: {line: 5, column: 31, offset: 41}}}
      ]
    },
    {on: 'Bob', reason: 'Silenced', suppressed: true},
    {on: 'Bob', reason: 'Outside of the diff', changed: false}
  ]),
  reportOn('b.md', '# Other\n', [])
]

describe('the page', () => {
  const page = html(files, view, links)
  const elements = elementsOf(page, false)
  const rows = withClass(elements, 'finding', 'td').map(textOf)

  it('shows each finding with its message, the lines of its fix and why', () => {
    expect(rows).toEqual([
      'Expected a space behind -, add oneWrite "- [Ann"Before-[Ann](https://a.example) - Small.After- [Ann](https://a.example) - Small.WhyMarkdown sees no item.',
      'Expected Large- [Bob](https://b.example) - Big.Line 5: as here'
    ])
    expect(withClass(elements, 'place', 'td').map(textOf)).toEqual(['a.md:5:1', 'a.md:6:30', 'a.md:5', 'a.md:6'])
    expect(
      elements.filter(one => ['del', 'ins', 'mark'].includes(one.tagName)).map(one => [one.tagName, textOf(one)])
    ).toEqual([
      ['ins', ' '],
      ['mark', 'Big']
    ])
  })

  it('says nothing of what a comment silences, or a diff leaves out, but a number', () => {
    expect(page).not.toContain('Outside of the diff')
    const tiles = withClass(elements, 'tile', 'div').map(textOf)
    expect(tiles).toEqual([
      ...['Errors1', 'Warnings1', 'With a safe fix1', 'With a fix to look at0', 'Silenced1'],
      ...['Alive1', 'Skipped0', 'Unsure0', 'Moved0', 'Dead1']
    ])
  })

  it('shows links that want a look first', () => {
    expect(withClass(elements, 'link', 'td').map(textOf)).toEqual(['https://a.example', 'https://b.example'])
    expect(withClass(elements, 'answer', 'td').map(textOf)).toEqual(['404, not founda copy at archive.example', '200'])
  })

  it('shows how sections and hosts are', () => {
    const heads = elements.filter(one => one.tagName === 'th' && attribute(one, 'scope') === 'row').map(textOf)
    expect(heads).toEqual(['a.mdMakers', 'a.example', 'b.example'])
    expect(withClass(elements, 'share', 'td').map(textOf)).toEqual(['0 %', '0 %', '100 %'])
  })

  it('is the same for the same', () => {
    expect(html(structuredClone(files), {...view, color: true, columns: 10}, links)).toBe(page)
  })

  it('allows its own style and script and nothing else', () => {
    const policy = attribute(
      elements.find(one => attribute(one, 'http-equiv') === 'content-security-policy')!,
      'content'
    )
    const [style, script] = ['style', 'script'].map(tag =>
      elements.filter(one => one.tagName === tag && attribute(one, 'type') === undefined).map(textOf)
    )
    expect(style).toHaveLength(1)
    expect(script).toHaveLength(1)
    const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash(style![0]!)}; script-src ${hash(script![0]!)}; img-src data:; base-uri 'none'; form-action 'none'`
    )
  })

  it('keeps the rows from browsers with scripts until they are wanted', () => {
    const live = elementsOf(page, true)
    expect(withClass(live, 'finding', 'td')).toEqual([])
    const [raw = ''] = live.filter(one => one.tagName === 'noscript').map(textOf)
    const [, body = ''] = /<tbody>\n(.*)\n<\/tbody>/s.exec(raw) ?? []
    expect(body.split('\n').map(row => row.slice(0, 4))).toEqual(['<tr>', '<tr>'])
  })

  it('is short where there is nothing to tell', () => {
    const clean = elementsOf(html([reportOn('a.md', '# A\n', [])], view), false)
    expect(clean.filter(one => /^h[12]$/.test(one.tagName)).map(textOf)).toEqual([
      'No findings',
      '0 findings',
      'Findings 0'
    ])
    expect(clean.filter(one => ['table', 'form', 'noscript'].includes(one.tagName))).toEqual([])
  })
})

describe('whatever a list says', () => {
  const tags = new Set(elementsOf(html(...rich()), false).map(one => one.tagName))
  const names = new Set(elementsOf(html(...rich()), false).flatMap(one => one.attrs.map(({name}) => name)))

  function rich(): Parameters<typeof html> {
    const big = bigReport({findings: 40, links: 40})
    const {files: same, links: moved} = hostileReport('https://a.example/')
    return [[...big.files, ...same], view, [...big.links, ...moved]]
  }

  function expectHarmless(words: string, scriptingEnabled: boolean): void {
    const {files, links} = hostileReport(words)
    const elements = elementsOf(html(files, view, links), scriptingEnabled)
    expect(elements.map(one => one.tagName).filter(name => !tags.has(name))).toEqual([])
    expect(elements.flatMap(one => one.attrs).filter(({name}) => !names.has(name))).toEqual([])
    const targets = elements.map(one => attribute(one, 'href')).filter(href => href !== undefined)
    expect(targets.filter(href => !/^(?:https?:\/\/|#[a-z-]+$|data:,$)/.test(href))).toEqual([])
    const scripts = elements.filter(one => one.tagName === 'script')
    expect(scripts.map(one => attribute(one, 'type'))).toEqual(['application/json', undefined])
    expect(Object.keys(JSON.parse(textOf(scripts[0]!)))).toEqual(['findings', 'links'])
    if (scriptingEnabled) return
    const seen = printable(
      reasonPieces(words)
        .map(({text}) => text)
        .join('')
    )
    for (const cell of withClass(elements, 'finding', 'td')) expect(textOf(cell.childNodes[0]!)).toBe(seen)
    expect(withClass(elements, 'rule', 'td').map(textOf)).toEqual([printable(words), printable(words)])
    expect(textOf(withClass(elements, 'link', 'td')[1]!)).toBe(printable(words))
  }

  it.each(hostilePieces)('%j is text', words => {
    for (const scripting of [true, false]) expectHarmless(`${words} ${words}`, scripting)
  })

  it('any mixture of it is text', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (words, scripting) => {
        expectHarmless(words, scripting)
      }),
      {numRuns: 500}
    )
  })
})

test('20,000 links and 5,000 findings are all there, in less than 13 MB', () => {
  const {files, links} = bigReport({findings: 5000, links: 20_000})
  const page = html(files, view, links)
  expect(page.split('\n').filter(line => line.startsWith('<tr>'))).toHaveLength(25_000)
  expect(page.length).toBeLessThan(13_000_000)
})
