import {countsOf, houseStyle} from '../src/document/entry/house-style.ts'
import {defineRule} from '../src/lint/rule.ts'

/** What a link says that stands beside the name of its thing. */
const says =
  /^(?:https?:\S+|\[?(?:link|here|website|web|site|home ?page|git ?hub|gitlab|repo(?:sitory)?|code|source(?: code)?|url|docs?|documentation|paper|pdf|demo|download)\]?)$/iu

/** A share that leaves no doubt that entries begin with their link here. */
const nearlyAll = 0.95

const nineteen = Array.from(
  {length: 19},
  (_, index) => `- [A${index}](https://a${index}.example) - All about it.\n`
).join('')

export default defineRule<{required: boolean}>({
  id: 'entry-link-first',
  summary: 'Begin an entry with its link.',
  why: 'Where the name of every entry is its link, a name beside the link is overlooked.',
  severity: 'warning',
  options: {
    required: {meaning: 'Whether every entry begins with its link. Without it: where nearly all do.', example: true}
  },
  presetOptions: {awesome: {required: true}},
  examples: {
    good: [
      {text: `${nineteen}- 🔥 **[B](https://b.example)** - Second.\n`},
      {text: `${nineteen}- See also the pages of [B](https://b.example).\n`},
      {text: '- Bee: [link](https://b.example)\n- [C](https://c.example)\n'}
    ],
    bad: [
      {
        text: `${nineteen}- Bee - [link](https://b.example) - Second.\n`,
        says: [
          '20:3: Unexpected `Bee` before the link, expected it to be the text of the link as in 19 of 20 entries here'
        ]
      }
    ]
  },
  *check({list, options}) {
    const style = houseStyle(list, entry => (entry.marker ? entry.linkFirst : undefined))
    for (const entry of list.entries) {
      if (entry.linkFirst || !entry.marker || entry.node?.type !== 'listItem') continue
      const measured = style(entry)
      const clear = measured?.value && measured.total >= 20 && measured.count >= measured.total * nearlyAll
      if (!(options.required ?? clear)) continue
      const lead = list.text.slice(entry.marker.range[1], entry.link.range[0])
      // A name of a few words and a mark, and then the link: everything else is a sentence.
      const name = /^\s+([^\s.,:;![\]()<>`|][^.,:;![\]()<>`|\n]{0,40}?)\s*(?:[-\u2013\u2014:|]|:\s*\()\s*$/u.exec(
        lead
      )?.[1]
      if (name === undefined || name.split(/\s+/).length > 4 || !says.test(entry.link.text.trim())) continue
      const start = entry.marker.range[1] + lead.indexOf(name)
      yield {
        at: [start, start + name.length],
        reason: `Unexpected \`${name}\` before the link, expected it to be the text of the link${measured && options.required === undefined ? ` as in ${countsOf(measured)}` : ''}`
      }
    }
  }
})
