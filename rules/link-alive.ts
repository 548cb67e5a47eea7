import type {LinkFact} from '../src/document/facts.ts'
import {domainOf} from '../src/document/link/domain.ts'
import type {LinkUse} from '../src/document/link/link.ts'
import {askedLinks, withFragment} from '../src/document/link/link-fact.ts'
import {LinkedHosts} from '../src/document/link/meant-host.ts'
import {readdress} from '../src/document/link/readdress.ts'
import {hostOf} from '../src/document/link/url.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'

const dead = {status: 'dead', code: 404, reason: 'the server answered `404` twice'} as const
const gone = {status: 'dead', reason: 'there is no host `www.hradware.example`'} as const
const alive = {status: 'alive', code: 200} as const

export default defineRule({
  id: 'link-alive',
  summary: 'Link only to what is there.',
  why: 'Whoever follows the link finds nothing. Only what is certain is called dead: a page that was asked for twice, a host that no name server knows. What is blocked, slow or broken today is not.',
  severity: 'error',
  fix: 'unsafe',
  aliases: ['no-dead-urls'],
  examples: {
    good: [
      {
        text: '- [A](https://a.example)\n- [B](https://b.example)\n- [C](https://c.example)\n',
        facts: {
          links: new Map<string, LinkFact>([
            ['https://a.example/', alive],
            ['https://b.example/', {status: 'unsure', code: 503, reason: 'the server answers `503`'}]
          ])
        }
      }
    ],
    bad: [
      {
        text: '- [A](https://a.example/old#news)\n- [B][b], [again][b]\n\n[b]: <https://b.example/>\n',
        facts: {
          links: new Map<string, LinkFact>([
            ['https://a.example/old', {...dead, archived: 'https://web.archive.org/web/2024/https://a.example/old'}],
            ['https://b.example/', dead]
          ])
        },
        says: [
          '1:7: Unexpected dead link `https://a.example/old#news`, the server answered `404` twice',
          '4:7: Unexpected dead link `https://b.example/`, the server answered `404` twice'
        ],
        fixed:
          '- [A](https://web.archive.org/web/2024/https://a.example/old#news)\n- [B][b], [again][b]\n\n[b]: <https://b.example/>\n'
      },
      {
        text: '- [Saws](https://www.hardware.example/saws)\n- [Files](https://www.hradware.example/files)\n',
        facts: {
          links: new Map<string, LinkFact>([
            ['https://www.hardware.example/saws', alive],
            ['https://www.hradware.example/files', gone]
          ])
        },
        says: [
          '2:11: Unexpected dead link `https://www.hradware.example/files`, there is no host `www.hradware.example`, expected `https://www.hardware.example/files`'
        ],
        fixed: '- [Saws](https://www.hardware.example/saws)\n- [Files](https://www.hardware.example/files)\n'
      }
    ]
  },
  *check({list, facts}) {
    const found = [...askedLinks(list, facts)].filter(({link, fact}) => fact.status === 'dead' && isThinkable(link))
    const hosts = found.some(({fact}) => fact.code === undefined) ? new LinkedHosts(list, facts) : undefined
    for (const {link, fact, at} of found) {
      const right = fact.code === undefined ? hosts?.corrected(link) : undefined
      // A picture in an archive is a loan that nobody promised.
      const copy = link.role === 'image' ? undefined : fact.archived
      const why = fact.reason ?? (fact.code === undefined ? 'nothing is there' : `the server answers \`${fact.code}\``)
      const [title, to] = right ? ['Correct the host', right] : ['Link the copy in the Wayback Machine', copy]
      const edits = to === undefined ? [] : readdress(list, link, withFragment(to, link.url))
      yield {
        at,
        reason: `Unexpected dead link \`${link.url}\`, ${why}${right ? `, expected \`${right}\`` : ''}`,
        ...(edits.length > 0 && {fix: unsafe(title, ...edits)})
      }
    }
  }
})

/** Whether there may be such a host; that there is none is seen without asking, and said by `link-destination`. */
const isThinkable = ({url}: LinkUse): boolean => domainOf(hostOf(url) ?? '').exists
