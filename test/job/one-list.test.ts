import {expect, it} from 'vitest'
import {entriesHere} from '../../src/job/lists-here.ts'
import {hasAddress, type Part, readOneList} from '../../src/job/one-list.ts'
import {readEntriesApart} from '../../src/job/read-lists.ts'

const entry = (name: string, url = `https://${name.toLowerCase()}.example`) => `- [${name}](${url})\n`

/** What is told of each file: `path:line key`. Also says which files were parsed. */
async function search(parts: readonly Part[], asked: readonly string[] = parts.map(part => part.path)) {
  const parsed: string[] = []
  const list = await readOneList(parts, new Set(asked), async texts => {
    parsed.push(...texts.map(text => parts.find(part => part.text === text)!.path))
    return entriesHere(texts)
  })
  const told = (path: string) => list!.elsewhere(path).map(one => `${one.path}:${one.line} ${one.key}`)
  return {list: list!, told, parsed}
}

it('tells the later file of the earlier one, and parses only what has an address in common', async () => {
  const {told, parsed} = await search([
    {path: 'b.md', text: `# B\n\n${entry('Kite', 'https://kite.example/a_b')}${entry('Gull')}`},
    {path: 'a.md', text: `# A\n\n${entry('Kite', 'http://www.Kite.example/a\\_b/')}`},
    {path: 'c.md', text: `# C\n\n${entry('Tern')}`},
    {path: 'd.md', text: `# D\n\n${entry('Kite', 'https://kite.example/a_c')}`}
  ])
  expect(told('a.md')).toEqual([])
  expect(told('b.md')).toEqual(['a.md:3 kite.example/a_b'])
  expect(told('c.md')).toEqual([])
  expect(told('d.md')).toEqual([])
  expect(parsed).toEqual(['b.md', 'a.md', 'd.md'])
})

it('parses nothing where nothing is in common, or nobody asked', async () => {
  const parts = [
    {path: 'a.md', text: entry('Kite')},
    {path: 'b.md', text: `# B\n\n${entry('Kite')}`},
    {path: 'c.md', text: entry('Tern')}
  ]
  expect((await search(parts, ['c.md'])).parsed).toEqual([])
  expect((await search(parts, ['b.md'])).parsed).toEqual(['a.md', 'b.md'])
})

it('in a diff tells the added entry, wherever the other one stands', async () => {
  const two = `${entry('Kite')}${entry('Tern')}`
  const {told} = await search([
    {path: 'a.md', text: two, changedLines: [1]},
    {path: 'b.md', text: two, changedLines: [2]},
    {path: 'c.md', text: entry('Kite'), changedLines: []}
  ])
  expect(told('a.md')).toEqual(['b.md:1 kite.example', 'c.md:1 kite.example'])
  expect(told('b.md')).toEqual(['a.md:1 kite.example', 'a.md:2 tern.example', 'c.md:1 kite.example'])
  const both = await search([
    {path: 'a.md', text: entry('Kite'), changedLines: [1]},
    {path: 'b.md', text: entry('Kite'), changedLines: [1]}
  ])
  expect([both.told('a.md'), both.told('b.md')]).toEqual([[], ['a.md:1 kite.example']])
})

it('leaves translations alone', async () => {
  const english = `# Kites\n\nThe best of all kites that are made for you and your family.\n\n${entry('Kite')}`
  const french = `# Kites\n\nLes meilleurs des cerfs-volants pour une famille et avec du vent sur les plages.\n\n${entry('Kite')}`
  const {told} = await search([
    {path: 'README.md', text: english},
    {path: 'README.de.md', text: english},
    {path: 'lists/ja/README.md', text: english},
    {path: 'autre.md', text: french},
    {path: 'z.md', text: entry('Kite')}
  ])
  expect(told('README.de.md')).toEqual([])
  expect(told('lists/ja/README.md')).toEqual([])
  expect(told('autre.md')).toEqual([])
  expect(told('z.md')).toEqual(['README.md:5 kite.example', 'autre.md:5 kite.example'])
})

it('reads again what was mended', async () => {
  const {list, told} = await search([
    {path: 'a.md', text: `\n\n\n${entry('Kite')}`},
    {path: 'b.md', text: entry('Kite')}
  ])
  expect(told('b.md')).toEqual(['a.md:4 kite.example'])
  await list.mended('a.md', entry('Kite'))
  await list.mended('unknown.md', '')
  expect(told('b.md')).toEqual(['a.md:1 kite.example'])
})

it('reads in a worker what strangers wrote, within bounds', async () => {
  const texts = [entry('Kite'), `${'_'.repeat(20_000)}a\n`, 'no entry\n']
  expect(await readEntriesApart(texts)).toEqual(entriesHere(texts))
  expect(entriesHere(texts).map(entries => entries.length)).toEqual([1, 0, 0])
  expect(await readEntriesApart(texts, {milliseconds: 0, megabytes: 512})).toBeUndefined()
  expect(
    await readOneList(
      [
        {path: 'a', text: texts[0]!},
        {path: 'b', text: texts[0]!}
      ],
      new Set(['a']),
      async () => undefined
    )
  ).toBeUndefined()
})

it('is quick with hostile addresses', () => {
  const text = `https://a${'./'.repeat(100_000)}-\n${'//'.repeat(100_000)}\n${'www.'.repeat(50_000)}`
  const start = performance.now()
  expect(hasAddress({path: 'a.md', text})).toBe(true)
  expect(performance.now() - start).toBeLessThan(500)
  expect(hasAddress({path: 'a.md', text: `${entry('Kite')}words\n`, changedLines: [2]})).toBe(false)
})
