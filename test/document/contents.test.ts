import {describe, expect, it} from 'vitest'
import {isContentsName} from '../../src/document/contents/contents.ts'
import {pairContents} from '../../src/document/contents/contents-pairs.ts'
import {landingOf} from '../../src/document/contents/fragment.ts'
import {lookUp} from '../../src/document/link/relative.ts'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'

const read = (text: string) => readList(parse(text), text)

describe('anchors', () => {
  it('names headings as GitHub does', () => {
    const {sections} = read(
      '# List\n\n## C++\n\n## C#\n\n## A / B\n\n## 📦 Boxes\n\n## `code` [link](https://a.example) ![b](b.png)\n\n## Naïve 日本\n'
    )
    expect(sections.map(({slug}) => slug)).toEqual(['c', 'c-1', 'a--b', '-boxes', 'code-link-', 'naïve-日本'])
  })

  it('knows those of HTML, and counts its headings', () => {
    const {anchors, sections} = read('<h2 align="center">Tools</h2>\n\n<a name="Here"></a>\n\n## Tools\n')
    expect([...anchors.keys()]).toEqual(['tools', 'Here', 'tools-1'])
    expect(sections[0]?.slug).toBe('tools-1')
  })

  it.each([
    ['#tools', 'there'],
    ['#Tools', 'other case'],
    ['#user-content-tools', 'there'],
    ['#t%6Fols', 'there'],
    ['#readme', 'there'],
    ['#', 'there'],
    ['#list', 'there'],
    ['#%E0', 'nowhere'],
    ['#glued', 'there'],
    ['#tool', 'nowhere']
  ])('tells where %s leads', (url, landing) => {
    expect(landingOf(read('# List ![b](b.png)\n\n## Tools\n\n###Glued\n'), url).landing).toBe(landing)
  })
})

describe('contents', () => {
  it.each(['Contents', '📚 Table of Contents', 'TOC', '目录 | Contents', 'Índice', 'Inhalt :rocket:'])(
    'knows %s',
    name => {
      expect(isContentsName(name)).toBe(true)
    }
  )

  it('prefers what stands below such a heading, in as many lists as there are', () => {
    const {contents} = read(
      '# List\n\n- [Read on](#a)\n- [More](#b)\n\n## Contents\n\n### Small\n\n- [A](#a)\n- [B](#b)\n\n### Large\n\n- [C](#c)\n- [D](#d)\n\n## A\n'
    )
    expect(contents?.lists.length).toBe(2)
    expect(contents?.links.map(({text}) => text)).toEqual(['A', 'B', 'C', 'D'])
  })

  it('is not what comes after the entries', () => {
    expect(
      read('# List\n\n## A\n\n- [X](https://x.example)\n- [Y](https://y.example)\n\n## B\n\n- [A](#a)\n- [B](#b)\n')
        .contents
    ).toBeUndefined()
  })

  it('brings lines and headings together', () => {
    const list = read(
      '# List\n\n- [Here](#here)\n- [Tols](#tols)\n- [Ruby](#ruby)\n  - [Tools](#tools)\n- [Old Films](#old-films)\n\n<a id="here"></a>\n## Start\n\n## Tools\n\n## Ruby\n\n### Tools\n\n## Old Movies\n'
    )
    const {pairs, unlisted} = pairContents(list, list.contents!)
    expect(pairs.map(({link, section, bond}) => [link.text, section?.slug, bond])).toEqual([
      ['Here', 'start', 'link'],
      ['Tols', 'tools', 'slip'],
      ['Ruby', 'ruby', 'link'],
      ['Tools', 'tools-1', 'twin'],
      ['Old Films', 'old-movies', 'place']
    ])
    expect(unlisted.map(({slug}) => slug)).toEqual([])
  })
})

describe('paths', () => {
  const files = {here: 'lists/readme.md', paths: ['lists/readme.md', 'docs/Guide.md', 'license']}

  it.each([
    ['../docs/Guide.md', 'there'],
    ['../docs', 'there'],
    ['../docs/', 'there'],
    ['../docs/guide.md', 'other case'],
    ['../license#x', 'there'],
    ['readme.md#tools', 'here'],
    ['../docs/none.md', 'missing'],
    ['guide', 'unknown'],
    ['../../issues', 'unknown'],
    ['/docs/none.md', 'unknown'],
    ['mailto:a@a.example', 'unknown'],
    ['https://a.example/a.md', 'unknown']
  ])('looks %s up', (url, state) => {
    expect(lookUp(files, url).state).toBe(state)
  })

  it('keeps what is written but for the case', () => {
    expect(lookUp(files, '../Docs/guide.md')).toEqual({state: 'other case', path: '../docs/Guide.md'})
  })
})
