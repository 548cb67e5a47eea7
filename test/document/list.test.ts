import {describe, expect, it} from 'vitest'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'

const read = (text: string) => readList(parse(text), text)
const names = (text: string): readonly string[] => read(text).entries.map(entry => entry.link.text)

describe('entries as meant', () => {
  it.each([
    ['an item', '- [A](https://a.example) - First.\n', ['A']],
    ['nested items', '- [A](https://a.example)\n  - [B](https://b.example)\n', ['A', 'B']],
    ['a bold link', '- **[A](https://a.example)** - First.\n', ['A']],
    ['a link after a badge', '- [![x](https://x.example/b.svg)](https://x.example) [A](https://a.example)\n', ['A']],
    ['a reference link', '- [A][a] - First.\n\n[a]: https://a.example\n', ['A']],
    ['a table row', '| API | Text |\n| --- | --- |\n| [A](https://a.example) | First |\n', ['A']],
    ['a marker without space, alone', '-[A](https://a.example)\n', ['A']],
    ['… after text', 'Some text\n-[A](https://a.example)\n', ['A']],
    [
      '… swallowed by the item above',
      '- [A](https://a.example)\n-[B](https://b.example)\n-[C](https://c.example)\n',
      ['A', 'B', 'C']
    ],
    ['… with an asterisk', '* [A](https://a.example)\n*[B](https://b.example)\n', ['A', 'B']],
    ['… with a plus', '+ [A](https://a.example)\n+[B](https://b.example)\n', ['A', 'B']],
    ['… before a bold link', '- [A](https://a.example)\n-**[B](https://b.example)**\n', ['A', 'B']],
    ['… with a number', '1. [A](https://a.example)\n2.[B](https://b.example)\n', ['A', 'B']],
    ['a broken link', '- [A] (https://a.example) - First.\n', ['A']]
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    ['emphasis is no marker', '*[A](https://a.example)* is text.\n'],
    ['code is no entry', '    -[A](https://a.example)\n\n`-[B](https://b.example)`\n'],
    ['an escaped marker is text', '\\-[A](https://a.example)\n'],
    ['a way to a section is no entry', '- [A](#a)\n- [B](#b)\n'],
    ['the name below a quotation is no entry', '> Words.\n> -[A](https://a.example)\n']
  ])('%s', (_, text) => {
    expect(names(text)).toEqual([])
  })

  it('knows section, parent, depth and marker', () => {
    const {entries} = read(
      '# List\n\n## Tools\n\n* [A](https://a.example)\n  - [B](https://b.example)\n-[C](https://c.example)\n'
    )
    expect(
      entries.map(({section, parent, depth, marker}) => [
        section?.title,
        parent?.link.text,
        depth,
        marker?.text,
        marker?.spaced
      ])
    ).toEqual([
      ['Tools', undefined, 0, '*', true],
      ['Tools', 'A', 1, '-', true],
      ['Tools', 'A', 1, '-', false]
    ])
  })

  it('tells whether something is said before the link', () => {
    const {entries} = read(
      '- ⭐ [A](https://a.example)\n- See [B](https://b.example)\n- :fire: **[C](https://c.example)**\n'
    )
    expect(entries.map(entry => entry.linkFirst)).toEqual([true, false, true])
  })
})

it('tells title, sections and their parents apart', () => {
  const {title, sections} = read('# List\n\n## A\n\n### B\n\n## C\n')
  expect(title?.title).toBe('List')
  expect(sections.map(section => [section.title, section.parent?.title])).toEqual([
    ['A', undefined],
    ['B', 'A'],
    ['C', undefined]
  ])
})

it('finds the contents', () => {
  const {contents} = read(
    '# List\n\n## Wegweiser\n\n- [A](#a)\n- [B](#b)\n\n## A\n\n- [X](https://x.example)\n\n## B\n'
  )
  expect(contents?.section?.title).toBe('Wegweiser')
  expect(contents?.links.map(link => link.url)).toEqual(['#a', '#b'])
})

it('knows the role of every link', () => {
  const text =
    '# L ![i](i.png)\n\n- [C](#c)\n- [D](#d)\n\n## C\n\nSee [o](https://o.example) and <a href="https://h.example">h</a>.\n\n- [E](https://e.example) - Like [F](https://f.example).\n\n[r]: https://r.example\n'
  expect(read(text).links.map(link => [link.url, link.role])).toEqual([
    ['i.png', 'image'],
    ['#c', 'contents'],
    ['#d', 'contents'],
    ['https://o.example', 'other'],
    ['https://h.example', 'html'],
    ['https://e.example', 'entry'],
    ['https://f.example', 'description'],
    ['https://r.example', 'definition']
  ])
})

it('says exactly where text and address of a link stand', () => {
  const text = '- [A *b* ]( <https://a.example/(x)> "t" )\n'
  const [link] = read(text).links
  expect(text.slice(...link!.textRange!)).toBe('A *b* ')
  expect(text.slice(...link!.urlRange!)).toBe('https://a.example/(x)')
  expect(text.slice(...link!.resourceRange!)).toBe(' <https://a.example/(x)> "t" ')
})

it('reads addresses in HTML as a browser does', () => {
  const text = '<a href="https://a.example/?b=1&amp;c=2">a</a>\n'
  const [link] = read(text).links
  expect(link!.url).toBe('https://a.example/?b=1&c=2')
  expect(text.slice(...link!.urlRange!)).toBe('https://a.example/?b=1&amp;c=2')
})

it('counts a byte-order mark as the first code unit', () => {
  const text = '\uFEFF# List\n\n- [A](https://a.example)\n'
  const {entries, title} = read(text)
  expect(title?.range[0]).toBe(1)
  expect(text.slice(...entries[0]!.head)).toBe('- [A](https://a.example)')
})
