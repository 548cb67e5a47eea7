import {describe, expect, it} from 'vitest'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'
import {oddWordsOf} from '../../src/document/words/odd-words.ts'

const odd = (text: string) => oddWordsOf(readList(parse(text), text))
const said = (words: readonly {readonly text: string}[]): readonly string[] => words.map(({text}) => text)

describe('the odd words of a list', () => {
  it('has names in whatever spelling, with what belongs to them', () => {
    const {names} = odd('Github, GitHub and .Net with Node.JS for a Raspberry PI, in **Javascript** (MySql).\n')
    expect(names.map(({text, name}) => [text, name])).toEqual([
      ['Github', 'GitHub'],
      ['GitHub', 'GitHub'],
      ['.Net', '.NET'],
      ['Node.JS', 'Node.js'],
      ['Raspberry PI', 'Raspberry Pi'],
      ['Javascript', 'JavaScript'],
      ['MySql', 'MySQL']
    ])
  })

  it('takes no part of an address, a handle, a path, a slug, a file name or code for a word', () => {
    const text =
      '`Github` @Github Github/x x/Github Github-tools #Github Github.md https://Github.example/Github github.example ' +
      'Github_x <a title="Github">x</a> [y](https://Github.example) :Github: Github:x Gîthub Githubé github(1) $Github\n'
    expect(said(odd(text).names)).toEqual([])
  })

  it('stands words beside other scripts', () => {
    expect(said(odd('使用Github管理\n').names)).toEqual(['Github'])
  })

  it('finds small words that stand twice, also over a line', () => {
    expect(said(odd('The the tool of\nof all, in, in so so very very, and-and. Bora Bora.\n').doubled)).toEqual([
      'the',
      'of'
    ])
    expect(said(odd('- NAME: NAME: What it is, so: so.\n').doubled)).toEqual(['NAME'])
  })

  it('knows unknown words, and how often a word is said', () => {
    const {unknown, uses} = odd('The libary of Libraries, libraries and XLIBARY2, zzq.\n')
    expect(said(unknown)).toEqual(['libary'])
    expect(uses).toBeTypeOf('function')
    expect(odd('Libraries, libraries and `libraries`\n').uses('libraries')).toBe(2)
  })
})
