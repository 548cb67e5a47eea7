import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Severity} from '../../src/lint/diagnostic.ts'
import {readSections, sectionAt} from '../../src/report/html/sections.ts'

const titles = (text: string): readonly string[] => readSections(text, new Map()).map(({title}) => title)

test('headings of all kinds begin a section, down to the third level', () => {
  const text = [
    '# Kites ![badge](https://a.example/b.svg) #',
    '## [Makers](#makers) and *more* <a name="x"></a>',
    '### `Small` ones',
    '#### Too deep',
    'Big',
    '---',
    '### Old',
    '<h2 align="center">In <b>HTML</b></h2>',
    '#No heading',
    '##'
  ]
  expect(titles(text.join('\n'))).toEqual([
    'Before the first heading',
    'Kites',
    'Makers and more',
    'Makers and more › Small ones',
    'Big',
    'Big › Old',
    'In HTML'
  ])
})

test('what only looks like a heading begins none', () => {
  const text = '---\ntitle: a\n---\n```sh\n# Comment\n~~~\n# Comment\n```\n- item\n---\n| a |\n| b |\n---\n    # Code\n'
  expect(titles(text)).toEqual(['Before the first heading'])
})

test('entries and lines with findings are counted by the worst that was found', () => {
  const text = [
    '# Kites',
    '- [Contents](#makers)',
    '## Makers',
    '- [A](https://a.example)',
    '* [B][b]',
    '-[C](<c.md>)',
    '| [D](https://d.example) | rows |',
    '1. https://e.example',
    'Words that have a finding.',
    'Other words.'
  ]
  const worst = new Map<number, Severity>([
    [1, 'warning'],
    [6, 'error'],
    [9, 'warning']
  ])
  const lines = readSections(text.join('\r\n'), worst).map(section => section.lines)
  expect(lines).toEqual([
    {clean: 0, warning: 0, error: 0},
    {clean: 0, warning: 1, error: 0},
    {clean: 4, warning: 1, error: 1}
  ])
})

test('a line lies in the section whose heading is the last above it', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), {maxLength: 30}), fc.nat(31), (headings, line) => {
      const sections = readSections(headings.map(isHeading => (isHeading ? '# A' : 'a')).join('\n'), new Map())
      const expected = headings.slice(0, line).filter(Boolean).length
      expect(sectionAt(sections, line)).toBe(headings[0] && line === 1 ? 1 : expected)
    })
  )
})

test('lines made to be slow are read at once', () => {
  const slow = [
    '# '.repeat(200),
    `#${' '.repeat(450)}x`,
    '['.repeat(480),
    `## ${'<'.repeat(480)}`,
    `- ${']( '.repeat(200_000)}`
  ]
  const start = process.cpuUsage().user
  readSections(Array.from({length: 2000}, (_, index) => slow[index % 4]).join('\n') + slow[4], new Map())
  expect(process.cpuUsage().user - start).toBeLessThan(2_000_000)
})
