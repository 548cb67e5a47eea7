import {expect, it} from 'vitest'
import {lineHashes} from '../../src/report/line-hash.ts'

const all = (text: string) => {
  const hashOf = lineHashes(text)
  return text.split(/\r\n|\n|\r/).map((_, index) => hashOf(index + 1))
}

const text = '# Kites\n\n- [A](https://a.example)\n- [A](https://a.example)\n'

it('hashes a line as the upload of GitHub does', () => {
  expect(all(text)).toEqual([
    '705e8ea6bfaae16c:1',
    '464fbbbbaaa987a7:1',
    '3165fc19ab6008b9:1',
    '13a42f41e513b79e:1',
    'c129715d7a2bc9a3:1'
  ])
  expect(all('')).toEqual(['c129715d7a2bc9a3:1'])
})

it('looks at neither blanks nor the kind of line breaks', () => {
  const others = [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), text.replace(/^|$|- /gm, '\t$& ')]
  for (const other of others) expect(all(other)).toEqual(all(text))
})

it('counts lines that are equal as far as it looks', () => {
  const line = `${'a'.repeat(99)}\n`
  const [first, second, third, last] = all(line.repeat(3))
  expect([first, second, third].map(hash => hash?.replace(/.*:/, ''))).toEqual(['1', '2', '3'])
  expect(new Set([first, second, third].map(hash => hash?.replace(/:.*/, '')))).toHaveLength(1)
  expect(last).toBe('c129715d7a2bc9a3:1')
})

it('says nothing of lines that are not there', () => {
  expect(lineHashes('a')(2)).toBeUndefined()
})
