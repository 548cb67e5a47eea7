import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {
  escapeText,
  fence,
  findMarkers,
  inlineCode,
  link,
  marker,
  reasonMarkdown,
  shorten,
  tableCell,
  within
} from '../../src/report/markdown.ts'
import {runs} from '../property.ts'

const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown)
const kinds = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])]
const shown = (text: string): string => text.replaceAll('\u200b', '')

const nasty = fc
  .array(
    fc.constantFrom(
      ...'@octocat|#12|GH-7|octo/repo#3|octo/repo@1|&#64;team|&commat;me|<!-- |-->|<b>|</b>|<img src=x>|[a](b)|![i](u)|[r]|`|``|```|~~~|*|_|\\|!|https://e.example/@x|www.e.example|me@e.example|1. |- |# |> |=|$x$|:|a|B| '.split(
        '|'
      ),
      '|',
      '\n',
      '\r',
      '\u2028',
      '\u202e',
      '\0',
      ':::',
      '++'
    ),
    {maxLength: 12}
  )
  .map(pieces => pieces.join(''))

test('escaped text is plain text, whatever stands in it', () => {
  fc.assert(
    fc.property(nasty, text => {
      const escaped = escapeText(text)
      expect(new Set(kinds(parse(`x ${escaped}`)))).toEqual(new Set(['root', 'paragraph', 'text']))
      const rendered = textOf(parse(`x ${escaped}`))
      expect(rendered).not.toMatch(/@[\w.-]|#\d|\bgh-\d|:\/\/|www\./i)
      const seen = text.replace(/\r\n|[\r\n\u2028]/g, ' ').replace(/[\u202e\0]/g, '\ufffd')
      expect(shown(rendered).replace(/\s+/g, ' ').trim()).toBe(`x ${seen}`.replace(/\s+/g, ' ').trim())
    }),
    runs(3000)
  )
})

test('escaped text stays plain at the beginning of a line', () => {
  fc.assert(
    fc.property(nasty, text => {
      const tree = kinds(parse(escapeText(text).trim() || 'x'))
      expect(new Set(tree)).toEqual(new Set(['root', 'paragraph', 'text']))
    }),
    runs(3000)
  )
})

test('inline code is one code span with that text', () => {
  fc.assert(
    fc.property(nasty, text => {
      const [paragraph, ...rest] = parse(`x ${inlineCode(text)} y`).children
      expect(rest).toEqual([])
      const code = paragraph && 'children' in paragraph ? paragraph.children[1] : undefined
      const seen = text.replace(/\r\n|[\r\n\u2028]/g, ' ').replace(/[\u202e\0]/g, '\ufffd')
      expect(code).toMatchObject({type: 'inlineCode', value: seen.trim() === '' ? ' ' : seen})
    }),
    runs(3000)
  )
})

test('a fence survives every fence inside', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('```', '  ````', '~~~', '- ```` x', 'a', '', '`````suggestion')), lines => {
      const tree = parse(`x\n\n${fence('suggestion', lines)}\n\ny`)
      expect(kinds(tree)).toEqual(['root', 'paragraph', 'text', 'code', 'paragraph', 'text'])
      expect(tree.children[1]).toMatchObject({lang: 'suggestion', value: lines.join('\n')})
    }),
    runs(300)
  )
})

test('a reason keeps its code and nothing else', () => {
  expect(reasonMarkdown('Put `a` before `` b`c ``, *not* @me.')).toBe('Put `a` before ``b`c``, \\*not\\* @&#8203;me.')
  fc.assert(
    fc.property(nasty, text => {
      const found = kinds(parse(`x ${reasonMarkdown(`say \`${text}\` or \`b\``)}`))
      expect(new Set([...found, 'inlineCode'])).toEqual(new Set(['root', 'paragraph', 'text', 'inlineCode']))
    }),
    runs(300)
  )
})

test('a cell of a table is one cell', () => {
  fc.assert(
    fc.property(nasty, nasty, (one, two) => {
      const table = parse(`| a | b |\n| - | - |\n| ${tableCell(inlineCode(one))} | ${tableCell(escapeText(two))} |`)
      expect(kinds(table).filter(kind => kind === 'tableCell')).toHaveLength(4)
      expect(kinds(table).filter(kind => kind === 'inlineCode')).toHaveLength(1)
    }),
    runs(300)
  )
})

test('a link keeps to its brackets', () => {
  expect(link('a]b', 'https://e.example/a (b)>')).toBe('[a\\]b](https://e.example/a%20%28b%29%3e)')
})

test('markers are found at the end of a body only', () => {
  const body = `**error** quoted <!-- awesome-doctor:no -->\n\n<!-- awesome-doctor:no2 -->\n\n\`x\`\n\n${marker('a1')}\n${marker('b-2')}\n`
  expect(findMarkers(body)).toEqual(['a1', 'b-2'])
  expect(findMarkers(body.replaceAll('\n', '\r\n'))).toEqual(['a1', 'b-2'])
  expect(findMarkers('nothing')).toEqual([])
  expect(() => marker('a -->')).toThrow(RangeError)
})

test('a body that is too long is cut by whole lines, says so and keeps its end', () => {
  const lines = Array.from({length: 50}, (_, index) => `- line ${index} ${'x'.repeat(20)}`)
  const body = within(lines, marker('a'), 600)
  expect(body.length).toBeLessThanOrEqual(600)
  expect(body).toMatch(/\d+ more lines were cut: GitHub takes 600 characters at most\.\n\n<!-- awesome-doctor:a -->$/)
  expect(within(['a', 'b'], '', 600)).toBe('a\nb')
})

test('a shortened text never ends in half a character', () => {
  expect(shorten('ab😀cd', 4)).toBe('ab…')
  expect(shorten('abcd', 4)).toBe('abcd')
})
