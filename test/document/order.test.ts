import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {collations, inOrder} from '../../src/document/entry/order.ts'
import {siblingsOf} from '../../src/document/entry/siblings.ts'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'
import {runs} from '../property.ts'

describe('names stay in place', () => {
  const kept = (text: string, moves: readonly number[] = []) =>
    inOrder([...text], collations.natural, at => moves.includes(at)).map(at => text[at])

  it('where they are in order', () => {
    expect(kept('abcd')).toEqual(['a', 'b', 'c', 'd'])
    expect(kept('abdc').length).toBe(3)
    expect(kept('dabc')).toEqual(['a', 'b', 'c'])
  })

  it('rather than those that may move', () => {
    expect(kept('ba', [0])).toEqual(['a'])
    expect(kept('ba', [1])).toEqual(['b'])
  })

  it('and are as many as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.string({minLength: 1, maxLength: 2}), {maxLength: 7}), names => {
        const found = inOrder(names, collations.plain, () => false)
        const isSorted = (some: readonly number[]): boolean =>
          some.every((at, index) => index === 0 || collations.plain(names[some[index - 1]!]!, names[at]!) <= 0)
        expect(isSorted(found)).toBe(true)
        for (let set = 0; set < 2 ** names.length; set++) {
          const some = names.flatMap((_, at) => (set & (2 ** at) ? [at] : []))
          if (isSorted(some)) expect(found.length).toBeGreaterThanOrEqual(some.length)
        }
      }),
      runs(100)
    )
  })
})

describe('siblings', () => {
  const groups = (text: string) =>
    siblingsOf(readList(parse(text), text)).map(({entries, lines}) => [
      entries.map(({link}) => link.text),
      lines.map(range => text.slice(...range))
    ])

  it('are the items of a list with their lines', () => {
    expect(groups('- [A](https://a.example)\n  - more\n\n- [B](https://b.example)')).toEqual([
      [
        ['A', 'B'],
        ['- [A](https://a.example)\n  - more\n', '- [B](https://b.example)']
      ]
    ])
  })

  it('are the rows of a table', () => {
    const table = '| A |\n| --- |\n| [A](https://a.example) |\n| [B](https://b.example) |\n'
    expect(groups(table).map(([names]) => names)).toEqual([['A', 'B']])
  })

  it('are none where an item is no entry', () => {
    expect(groups('- [A](https://a.example)\n- words\n- [B](https://b.example)\n')).toEqual([])
  })
})
