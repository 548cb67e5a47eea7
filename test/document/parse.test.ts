import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import type {TextEdit} from '../../src/document/edit.ts'
import {applyEdits} from '../../src/document/edit.ts'
import {parse} from '../../src/document/parse/parse.ts'
import {runs} from '../property.ts'

const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])

const plain = (root: Root): unknown => JSON.parse(JSON.stringify(root))

const agree = (text: string, edits: readonly TextEdit[]): void => {
  const first = parse(text)
  expect(plain(first)).toEqual(plain(whole.parse(text)))
  const edited = applyEdits(text, edits)
  expect(plain(parse(edited, first))).toEqual(plain(whole.parse(edited)))
}

// Short sections are parsed together: only with some length does a page fall into stretches.
const words = `${'some words '.repeat(25)}\n`
const long = (text: string): string => text + words.repeat(2)

const piece = fc.constantFrom(
  '# One\n',
  long('## Two\n'),
  long('### Three\n\n'),
  long('#\tFour\r\n'),
  '#\n',
  ' # Indented\n',
  '#hash\n',
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
  '[r]: https://s.example\n',
  '> [q\n> R]: https://q.example\n',
  '- [ ]: no definition\n',
  '[r][] and [R] and [x][ r\n]\n',
  '> ![q r] or [q\n> r][]\n',
  '    indented\n',
  '<!-- comment\n',
  '-->\n',
  '---\n',
  '+++\n',
  'note[^1]\n\n[^1]: foot\n'
)

describe('parsing from heading to heading, and only what is new, gives the same tree as parsing everything', () => {
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
      runs(300)
    )
  })

  it.each([
    ['a code block that opens', `# A\n\n${words}\n# B\n\ntext\n`, [{range: [5, 5], newText: '```\n'}]],
    ['a code block with headings', `# A\n\n\`\`\`\n${`# a\n${words}${words}`.repeat(9)}\`\`\`\n# B\n`, []],
    ['HTML that swallows the next heading', `# A\n\n${words}text\n# B\n\ntext\n`, [{range: [5, 9], newText: '<div>'}]],
    [
      'a definition that is removed',
      `# A\n\n[x]\n${words.repeat(2)}\n# B\n\n[x]: https://x.example\n`,
      [{range: [567, 569], newText: ''}]
    ],
    ['an edit across a heading', `# A\n\n${words}${words}\n\n# B\n\ntext\n`, [{range: [3, 563], newText: '\n'}]],
    ['one stretch twice', `${words}${words}\n# B\n\n`.repeat(3), [{range: [0, 0], newText: '\n\n'}]]
  ] as const)('%s', (_, text, edits) => {
    agree(text, edits)
  })
})
