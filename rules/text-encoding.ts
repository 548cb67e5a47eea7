import {replace} from '../src/document/edit.ts'
import {findMojibake} from '../src/document/mojibake.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

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
        text: '- [Caf\uFFFD](https://a.example)\n',
        says: ['1:7: Unexpected replacement character: what stood here was lost in a conversion, write it anew']
      }
    ]
  },
  *check({list}) {
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
