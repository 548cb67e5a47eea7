import {askedLinks, movedTo, securedTo} from '../src/document/link/link-fact.ts'
import {readdress} from '../src/document/link/readdress.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'link-https',
  summary: 'Use `https:` where it answers the same.',
  why: 'Over `http:` anyone on the way can read along and change the page.',
  severity: 'warning',
  fix: 'safe',
  examples: {
    good: [
      {
        text: '- [A](http://a.example)\n- [B](https://b.example)\n',
        facts: {links: new Map([['http://a.example/', {status: 'alive', code: 200} as const]])}
      }
    ],
    bad: [
      {
        text: '- [A](http://a.example/?b=c#d) and [http://a.example](http://a.example)\n',
        facts: {
          links: new Map([
            ['http://a.example/?b=c', {status: 'alive', https: 'https://a.example/?b=c'} as const],
            ['http://a.example/', {status: 'alive', https: 'https://a.example/'} as const]
          ])
        },
        says: [
          '1:7: Unexpected `http://a.example/?b=c#d`, expected `https:`, which answers the same',
          '1:55: Unexpected `http://a.example`, expected `https:`, which answers the same'
        ],
        fixed: '- [A](https://a.example/?b=c#d) and [https://a.example](https://a.example)\n'
      }
    ]
  },
  *check({list, facts}) {
    for (const {link, fact, at} of askedLinks(list, facts)) {
      const to = securedTo(fact, link.url)
      if (to === undefined || fact.status === 'dead' || movedTo(fact, link.url) !== undefined) continue
      // Nobody wrote a scheme before a bare `www.`.
      if (!/^http:/i.test(list.text.slice(...at))) continue
      const edits = readdress(list, link, to)
      // Half of what there is to say of a long address is the address; it is said once.
      const right = to.slice(6) === link.url.slice(5) ? 'https:' : to
      yield {
        at,
        reason: `Unexpected \`${link.url}\`, expected \`${right}\`, which answers the same`,
        ...(edits.length > 0 && {fix: safe('Use `https:`', ...edits)})
      }
    }
  }
})
