import fc from 'fast-check'
import type {Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import type {TextEdit} from '../../src/document/edit.ts'
import {applyEdits} from '../../src/document/edit.ts'
import {parse} from '../../src/document/parse.ts'
import {reparse} from '../../src/document/reparse.ts'

const plain = ({children}: Root): unknown => JSON.parse(JSON.stringify(children))

const agree = (text: string, edits: readonly TextEdit[]): void => {
  expect(plain(reparse(parse(text), text, edits))).toEqual(plain(parse(applyEdits(text, edits))))
}

const piece = fc.constantFrom(
  '# One\n',
  '## Two\n',
  '### Three\n\n',
  'Setext\n---\n',
  '- [A](https://a.example) - First.\n',
  '-[B](https://b.example)\n',
  '  - nested\n',
  'Text with *marks*\nover lines.\n',
  '\n',
  '```\ncode\n# no heading\n```\n',
  '```\n',
  '<div>\n',
  '</div>\n\n',
  '> quoted\n',
  '| a | b |\n| - | - |\n| [c](https://c.example) | d |\n',
  '[r]: https://r.example "t"\n',
  '[r][] and [r]\n',
  '<!-- comment\n',
  '-->\n',
  '---\n',
  'note[^1]\n\n[^1]: foot\n'
)

describe('parsing only what edits touch gives the same tree as parsing everything', () => {
  it('on random pages and edits', () => {
    fc.assert(
      fc.property(
        fc.array(piece, {minLength: 1, maxLength: 14}),
        fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.oneof(piece, fc.constantFrom('', ' ', '#', '-', '`', '\n'))), {
          maxLength: 3
        }),
        (pieces, draft) => {
          const text = pieces.join('')
          const edits: TextEdit[] = []
          let from = 0
          for (const [at, length, newText] of draft
            .map(([at, length, newText]) => [at % (text.length + 1), length, newText] as const)
            .sort((a, b) => a[0] - b[0])) {
            const start = Math.max(at, from)
            const end = Math.min(text.length, start + length)
            if (start > text.length || (edits.length > 0 && start === edits.at(-1)!.range[0])) continue
            edits.push({range: [start, end], newText})
            from = end + 1
          }
          agree(text, edits)
        }
      ),
      {numRuns: 1000}
    )
  })

  it.each([
    ['a code block that opens', '# A\n\ntext\n\n# B\n\ntext\n', [{range: [5, 5], newText: '```\n'}]],
    ['HTML that swallows the next heading', '# A\n\ntext\n# B\n\ntext\n', [{range: [5, 9], newText: '<div>'}]],
    ['a definition that is removed', '# A\n\n[x]\n\n# B\n\n[x]: https://x.example\n', [{range: [15, 37], newText: ''}]],
    ['an edit across a heading', '# A\n\ntext\n\n# B\n\ntext\n', [{range: [3, 14], newText: '\n'}]]
  ] as const)('%s', (_, text, edits) => {
    agree(text, edits)
  })
})
