import {describe, expect, it, test} from 'vitest'
import {partsOf} from '../../src/document/entry/entry-parts.ts'
import {countsOf, houseStyle} from '../../src/document/entry/house-style.ts'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'

const listOf = (text: string) => readList(parse(text), text)

/** The parts of the one entry of a text, as words. */
function said(text: string) {
  const list = listOf(`${text}\n`)
  const parts = partsOf(list, list.entries[0]!)
  return (
    parts && {
      separator: parts.separator.text,
      description: parts.description ? list.text.slice(...parts.description) : undefined,
      tags: parts.tags.map(({kind, range}) => [kind, list.text.slice(...range)])
    }
  )
}

const link = '[A](https://a.example)'

describe('an entry is parted into separator, description and tags', () => {
  it.each([
    [`- ${link} - First.`, ' - ', 'First.', []],
    [`- ${link}: First.`, ': ', 'First.', []],
    [`- ${link}：第一`, '：', '第一', []],
    [`- **${link}** — First.`, ' — ', 'First.', []],
    [`- ${link} First of all.`, ' ', 'First of all.', []],
    [`- ${link}`, '', undefined, []],
    [`- ${link} and [B](https://b.example)`, ' ', undefined, []],
    [`- ${link} by someone`, ' ', undefined, []],
    [`- ${link} 🗄️ - First.`, ' - ', 'First.', []],
    [`- ${link} (2020) - First.`, ' - ', 'First.', []],
    [`- ${link} by A. Author - First.`, ' - ', 'First.', []],
    [`- ${link} - Well-known - for years.`, ' - ', 'Well-known - for years.', []],
    [
      `- ${link} - First. ([Source](https://s.example), [Demo](https://d.example)) \`MIT\` \`Go\``,
      ' - ',
      'First.',
      [
        ['links', '([Source](https://s.example), [Demo](https://d.example))'],
        ['code', '`MIT` `Go`']
      ]
    ],
    [
      `- ${link} - First ![b](https://b.example/b.svg) :star:`,
      ' - ',
      'First',
      [
        ['badge', '![b](https://b.example/b.svg)'],
        ['emoji', ':star:']
      ]
    ],
    [`- ${link} - First. [Source](https://s.example)`, ' - ', 'First.', [['links', '[Source](https://s.example)']]],
    [`- ${link} - Made with [B](https://b.example)`, ' - ', 'Made with [B](https://b.example)', []]
  ])('%s', (text, separator, description, tags) => {
    expect(said(text)).toEqual({separator, description, tags: merged(tags as string[][])})
  })

  // Tags beside each other are one each, whatever their kind.
  function merged(tags: readonly (readonly string[])[]) {
    return tags.flatMap(([kind, text]) => (kind === 'code' ? text!.split(' ').map(one => [kind, one]) : [[kind, text]]))
  }

  it('leaves table rows and entries that begin with words alone', () => {
    expect(said('| A | B |\n| --- | --- |\n| [A](https://a.example) | First |')).toBeUndefined()
    expect(said('- See [A](https://a.example) - First.')).toBeUndefined()
  })
})

describe('the style of a house', () => {
  const entries = (count: number, separator: string): string =>
    Array.from({length: count}, (_, at) => `- [A${at}](https://a${at}.example)${separator}All of it.\n`).join('')
  const styles = (text: string) => {
    const list = listOf(text)
    const style = houseStyle(list, entry => partsOf(list, entry)?.separator.text)
    return list.entries.map(style)
  }

  test('is what 80 % of at least 8 entries do', () => {
    expect(styles(entries(7, ' - '))[0]).toBeUndefined()
    expect(styles(entries(8, ' - '))[0]).toEqual({value: ' - ', count: 8, total: 8, where: 'list'})
    expect(styles(entries(6, ' - ') + entries(2, ': '))[0]).toBeUndefined()
    expect(styles(entries(8, ' - ') + entries(2, ': '))[9]).toMatchObject({value: ' - ', count: 8, total: 10})
  })

  test('is that of a large section where it differs, and none where the section is of two minds', () => {
    const text = `## A\n\n${entries(60, ' - ')}\n## B\n\n${entries(8, ': ')}\n## C\n\n${entries(5, ': ')}${entries(4, ' - ')}`
    const found = styles(text)
    expect(found[0]).toMatchObject({value: ' - ', count: 64, where: 'list'})
    expect(found[60]).toMatchObject({value: ': ', count: 8, where: 'section'})
    expect(found[68]).toBeUndefined()
  })

  test('is told with its counts', () => {
    expect(countsOf({count: 8, total: 9, where: 'list'})).toBe('8 of 9 entries here')
    expect(countsOf({count: 8, total: 9, where: 'section'})).toBe('8 of 9 entries of this section')
  })
})
