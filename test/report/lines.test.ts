import fc from 'fast-check'
import {expect, test} from 'vitest'
import {line, pair, placeOf} from '../../src/report/html/lines.ts'

test('what differs in a line is marked, and a whole character at least', () => {
  const marked = (before: string, after: string) =>
    pair(before, after).map(({markup}) => markup.replace(/<\/?code[^>]*>/g, ''))
  expect(marked('- [A](a) b', '- [A](a) - b')).toEqual(['- [A](a) b', '- [A](a) <ins>- </ins>b'])
  expect(marked('fly kites high', 'fly kite high')).toEqual(['fly kite<del>s</del> high', 'fly kite high'])
  expect(marked('a 🪁 b', 'a 🪂 b')).toEqual(['a <del>🪁</del> b', 'a <ins>🪂</ins> b'])
  expect(marked('cafe\u0301 au lait', 'cafe au lait')).toEqual([
    'caf<del>e\u0301</del> au lait',
    'caf<ins>e</ins> au lait'
  ])
  expect(marked('one thing', 'something else')).toEqual(['one thing', 'something else'])
})

test('blanks that nobody sees are shown', () => {
  expect(line('a\tb \t ', {start: 3, end: 6, as: 'mark'}).markup).toBe('<code dir="auto">a→b<mark>·→·</mark></code>')
  expect(line('').markup).toBe('<code class="none">empty line</code>')
})

test('a long line is cut around what is marked, never within a character', () => {
  fc.assert(
    fc.property(fc.nat(2500), fc.nat(200), fc.constantFrom('', 'x'), (before, marked, odd) => {
      const start = odd.length + 2 * before
      const {markup} = line(`${odd}${'🪁'.repeat(3000)}`, {start, end: start + 2 * marked, as: 'mark'})
      const shown = markup.replace(/<[^>]*>/g, '')
      expect(shown).toMatch(start > 160 ? /^…(?:🪁)+…$/u : /^x?(?:🪁)+…$/u)
      expect(shown.length).toBeLessThan(700)
    })
  )
})

test('a path can be broken behind its slashes', () => {
  expect(placeOf('lists/de.md', 7, 3).markup).toBe('<code>lists/<wbr>de.md<span>:<b>7</b>:3</span></code>')
})
