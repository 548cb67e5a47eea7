import {replace} from '../src/document/edit.ts'
import {groupBy} from '../src/document/group.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {findMojibake} from '../src/document/words/mojibake.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, invisible, safe, unsafe} from '../src/lint/rule.ts'

/** What full-width punctuation is in a text of Latin letters. */
const narrow = (text: string): string => text.normalize('NFKC')

export default defineRule({
  id: 'text-encoding',
  summary: 'Keep characters as they were typed.',
  why: 'Text that was saved in one encoding and opened in another shows as `Ã©` or `â€™` instead of the character that was meant.',
  severity: 'error',
  fix: 'mixed',
  examples: {
    good: [
      {text: '- [Café à la carte](https://a.example) - «Déjà vu…», “Ä” and “\uFFFD”\n'},
      {text: 'Write &amp;lt; for &lt;, &lt;b&gt; and a&nbsp;b.\n'},
      {text: 'One &amp; two &amp; three &amp; four.\n'},
      {text: '- [名前（なまえ）](https://a.example)\n'}
    ],
    bad: [
      {
        text: '- [CafÃ©](https://a.example) - Itâ€™s good.\n',
        says: [
          '1:7: Unexpected `Ã©`, which is `é` read in the wrong encoding',
          '1:34: Unexpected `â€™`, which is `’` read in the wrong encoding'
        ],
        fixed: '- [Café](https://a.example) - It’s good.\n'
      },
      {
        text: '- [Tools ï¼ˆ2020)](https://a.example)\n',
        says: ['1:10: Unexpected `ï¼ˆ`, which is `（` read in the wrong encoding, expected `(`'],
        fixed: '- [Tools (2020)](https://a.example)\n'
      },
      {
        text: '- [Cut &amp; Paste](https://a.example) - It&#39;s good.\n',
        says: [
          '1:8: Unexpected `&amp;`, expected `&`: markdown needs no entity here',
          "1:44: Unexpected `&#39;`, expected `'`: markdown needs no entity here"
        ],
        fixed: "- [Cut & Paste](https://a.example) - It's good.\n"
      },
      {
        text: '- [Caf\uFFFD](https://a.example)\n',
        says: ['1:7: Unexpected replacement character: what stood here was lost in a conversion, write it anew']
      }
    ]
  },
  *check({list}) {
    if (list.text.includes('&')) yield* entities(list)
    const isLossy = list.text.includes('\uFFFD')
    for (const {range} of list.prose) {
      const text = list.text.slice(...range)
      for (const {start, end, decoded} of findMojibake(text)) {
        const plain =
          /[\uff00-\uffef\u3000]/.test(decoded) && /\p{Script=Latin}/u.test(text.slice(0, start))
            ? narrow(decoded)
            : decoded
        const at = [range[0] + start, range[0] + end] as const
        yield {
          at,
          reason: `Unexpected \`${text.slice(start, end)}\`, which is \`${decoded}\` read in the wrong encoding${plain === decoded ? '' : `, expected \`${plain}\``}`,
          fix: plain === decoded ? safe('Decode it', replace(...at, plain)) : unsafe('Decode it', replace(...at, plain))
        }
      }
      if (!isLossy) continue
      for (const match of text.matchAll(/(?<=\p{L})\uFFFD+|\uFFFD+(?=\p{L})/gu)) {
        const start = range[0] + match.index
        yield {
          at: [start, start + match[0].length],
          severity: 'warning',
          reason: 'Unexpected replacement character: what stood here was lost in a conversion, write it anew'
        }
      }
    }
  }
})

const plain: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  '#34': '"'
}

/** Characters written as entities, where a list writes them plainly elsewhere. */
function* entities({prose, text}: AwesomeList): Iterable<Problem> {
  const found = prose.flatMap(({range}) =>
    [...text.slice(...range).matchAll(/&(amp|quot|apos|#0?39|#x27|#34);(?![a-z#][a-z\d]*;)/gi)].map(match => ({
      at: [range[0] + match.index, range[0] + match.index + match[0].length] as const,
      char: plain[match[1]!.toLowerCase()]!
    }))
  )
  for (const same of groupBy(found, ({char}) => char).values()) {
    const {char} = same[0]!
    const usual = prose.reduce((sum, {range}) => sum + text.slice(...range).split(char).length - 1, 0)
    // Who writes it that way all through has a tool that does.
    if (same.length > 2 && same.length > (usual - (char === '&' ? same.length : 0)) / 4) continue
    for (const {at} of same)
      yield {
        at,
        severity: 'warning',
        reason: `Unexpected \`${text.slice(...at)}\`, expected \`${char}\`: markdown needs no entity here`,
        fix: invisible('Write it plainly', replace(...at, char))
      }
  }
}
