import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {expect, it} from 'vitest'
import {fix, lint} from '../src/index.ts'
import preset from '../src/remark.ts'

const sick = '# List\n\n- [A](https://a.example) - First.\n-[B](https://b.example) - Second.\n'

/** The messages of the preset, as remark-cli and editors get them. */
async function messages(text: string) {
  const processor = unified().use(remarkParse).use(remarkGfm).use(preset)
  const file = new VFile({path: 'readme.md', value: text})
  await processor.run(processor.parse(file), file)
  return file.messages
}

it('speaks as any remark-lint preset, with what editors need for a quick fix', async () => {
  const found = await messages(sick)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    source: 'awesome-doctor',
    ruleId: 'entry-marker-space',
    line: 4,
    column: 2,
    actual: '',
    expected: [' '],
    url: expect.stringMatching(/#entry-marker-space$/),
    note: expect.stringContaining('markdown sees no list item')
  })
})

it('is silenced by the same comments', async () => {
  expect(await messages(`<!--lint disable entry-marker-space-->\n\n${sick}`)).toEqual([])
})

it('counts a byte-order mark as editors do', async () => {
  const [message] = await messages(`\uFEFF-[B](https://b.example)\n`)
  expect(message).toMatchObject({line: 1, column: 3})
})

it('is a library, too', () => {
  expect(lint({text: sick}).diagnostics.map(({rule}) => rule)).toEqual(['entry-marker-space'])
  expect(fix({text: sick})).toMatchObject({text: sick.replace('-[B]', '- [B]'), fixed: 1, diagnostics: []})
  expect(fix({text: '# A\n\n# B\n\ntext\n'}, 'unsafe').text).toBe('# A\n\n## B\n\ntext\n')
})
