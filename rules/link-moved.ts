import {doublesOf} from '../src/document/entry/doubles.ts'
import {askedLinks, movedTo} from '../src/document/link/link-fact.ts'
import {readdress} from '../src/document/link/readdress.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

const moved = {status: 'moved', code: 301} as const

export default defineRule({
  id: 'link-moved',
  summary: 'Link to where a page is, not to where it was.',
  why: 'The old address sends readers on as long as somebody keeps it up; after that the link is dead. Only moves that the server calls permanent count, and that lead to another place, not to another form of the address.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['no-dead-urls'],
  examples: {
    good: [
      {
        text: '- [A](https://a.example/b)\n- [C](http://c.example)\n',
        facts: {
          links: new Map([
            ['https://a.example/b', {...moved, to: 'https://www.a.example/b/', sure: true}],
            ['http://c.example/', {...moved, to: 'https://c.example/', sure: true}]
          ])
        }
      },
      {
        text: '- [A](https://a.example)\n',
        facts: {links: new Map([['https://a.example/', {status: 'alive', code: 302} as const]])}
      }
    ],
    bad: [
      {
        text: '- [A](https://github.com/ann/tool#usage)\n- <http://b.example>\n',
        facts: {
          links: new Map([
            ['https://github.com/ann/tool', {...moved, to: 'https://github.com/tools/tool', sure: true}],
            ['http://b.example/', {...moved, to: 'https://c.example/'}]
          ])
        },
        says: [
          '1:7: Unexpected old address `https://github.com/ann/tool#usage`, it has moved for good to `https://github.com/tools/tool#usage`',
          '2:4: Unexpected old address `http://b.example`, it has moved for good to `https://c.example`'
        ],
        fixed: '- [A](https://github.com/tools/tool#usage)\n- <https://c.example>\n'
      },
      {
        text: '[![A](https://a.example/a.png)][a]\n\n[a]: https://a.example/a "A"\n',
        facts: {links: new Map([['https://a.example/a', {...moved, to: 'https://b.example/a_(b', sure: true}]])},
        says: ['3:6: Unexpected old address `https://a.example/a`, it has moved for good to `https://b.example/a_(b`'],
        fixed: '[![A](https://a.example/a.png)][a]\n\n[a]: https://b.example/a_\\(b "A"\n'
      }
    ]
  },
  *check({list, facts, isChanged}) {
    if (!facts.links) return
    // Of two entries for one thing the later has to go; until then the other address tells that they are two.
    const doubles = doublesOf(list, facts, isChanged).filter(({leadsTo}) => leadsTo !== undefined)
    const later = new Set(doubles.map(({entry}) => entry.link))
    const first = new Set(doubles.map(double => double.first.link))
    for (const {link, fact, at} of askedLinks(list, facts)) {
      const to = movedTo(fact, link.url)
      if (to === undefined || later.has(link)) continue
      const edits = first.has(link) ? [] : readdress(list, link, to)
      const cure = fact.sure ? safe : unsafe
      yield {
        at,
        reason: `Unexpected old address \`${link.url}\`, it has moved for good to \`${to}\``,
        ...(edits.length > 0 && {fix: cure('Use the new address', ...edits)})
      }
    }
  }
})
