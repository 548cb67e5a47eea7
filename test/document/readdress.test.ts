import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {applyEdits} from '../../src/document/edit.ts'
import {readdress} from '../../src/document/link/readdress.ts'
import {addressOf} from '../../src/document/link/url.ts'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'
import {runs} from '../property.ts'

const read = (text: string) => readList(parse(text), text)
const old = 'https://old.example/a'

/** The text with another address in all links that have the old one. */
function readdressed(text: string, to: string): string {
  const list = read(text)
  const edits = list.links
    .filter(link => link.url === old || link.url === 'http://old.example')
    .map(link => readdress(list, link, to))
  return applyEdits(text, edits.flat())
}

/** An address with what may be written in two ways written in one. */
const plain = (url: string) =>
  addressOf(url)
    ?.replace(/[|\\`]/g, encodeURIComponent)
    .replaceAll("'", '%27')

const forms = [
  `- [A](${old}) - Saws.\n`,
  `- [A]( <${old}> "t" ) - Saws.\n`,
  `[![A](a.png)](${old} 'b')\n`,
  `![A](${old}) and more\n`,
  `- [A][a]\n\n[a]: ${old} "A"\n`,
  `- [A][a]\n\n[a]:\n  <${old}>\n`,
  `See <${old}>.\n`,
  `See ${old}, or not.\n`,
  `(see ${old})\n`,
  `Is it *${old}*?\n`,
  `- [${old}](${old}) - Saws.\n`,
  `- [old.example/a](${old}) - Saws.\n`,
  `| A | B |\n| - | - |\n| [A](${old}) | <${old}> |\n| ${old} | [${old}](${old}) |\n`,
  `Press <a title="x" href="${old}">here</a>.\n`,
  `<p><img src='${old}' alt="">\n<a href=${old}>b</a></p>\n`
]

describe('an address is changed in the form that the link has', () => {
  const part = fc.string({
    unit: fc.constantFrom(...'abz09-._~!$&\'()*+,;=:@%/?#[]|\\`^<>" é{}', '&amp;', '&copy'),
    maxLength: 12
  })
  const address = part.map(rest => addressOf(`https://new.example/${rest.replaceAll('#', '')}`)!)

  it.each(forms)('%j', text => {
    fc.assert(
      fc.property(address, to => {
        const before = read(text).links
        const mended = readdressed(text, to)
        const after = read(mended).links
        expect(after.length).toBe(before.length)
        for (const [index, {url, node, textRange}] of before.entries()) {
          const link = after[index]!
          expect(link.node?.type).toBe(node?.type)
          const isBare = node?.type === 'link' && !textRange && /&#?\w+;/.test(to)
          const isUnquoted = text.slice(0, before[index]!.urlRange?.[0]).endsWith('=') && /['=&]/.test(to)
          if (url !== old || isBare || isUnquoted) expect(link.url).toBe(url)
          else expect(plain(link.url)).toBe(plain(to))
        }
      }),
      runs(200)
    )
  })
})

it('changes a text that is the address', () => {
  expect(readdressed(`[${old}](${old}) and [A](${old})\n`, 'https://b.example/_c_/')).toBe(
    '[https://b.example/\\_c\\_/](https://b.example/_c_/) and [A](https://b.example/_c_/)\n'
  )
  expect(readdressed('[old.example](http://old.example)\n', 'https://b.example/')).toBe(
    '[b.example](https://b.example/)\n'
  )
})

it('adds no more than a letter for another scheme', () => {
  const list = read('[A](http://old.example)\n')
  expect(readdress(list, list.links[0]!, 'https://old.example')).toEqual([{range: [8, 8], newText: 's'}])
})

it('leaves alone what cannot carry it', () => {
  for (const [text, to] of [
    ['<a href=https://old.example/a>b</a>\n', 'https://b.example/?c=d'],
    [`<${old}>\n`, 'https://b.example/&copy;'],
    ['[A][a]\n', 'https://b.example']
  ] as const)
    expect(readdressed(text, to)).toBe(text)
})
