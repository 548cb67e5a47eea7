import {replace} from '../src/document/edit.ts'
import {withoutTracking} from '../src/document/link/tracking.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

/** Where a list leads its readers; banners of sponsors and badges count their clicks by agreement. */
const places = new Set(['entry', 'description', 'definition'])

export default defineRule({
  id: 'link-tracking',
  summary: 'Leave out the parts of an address that only track the reader.',
  why: 'Such parameters tell a third party where the click came from. The page is the same without them, and the address shorter.',
  severity: 'warning',
  fix: 'safe',
  examples: {
    good: [
      {text: '- [A](https://a.example/?id=7&page=2#utm_source)\n'},
      {text: '- [A](https://a.example/?si=7)\n- [B](https://b.example/?ref=main)\n- [C](docs/c.md?utm_source=d)\n'},
      {text: '[![Sponsor](https://a.example/a.svg)](https://a.example/?utm_source=list)\n'},
      {text: '- [A](https://a.example/open?url=https%3A%2F%2Fb.example%2F%3Futm_source%3Dc)\n'}
    ],
    bad: [
      {
        text: '- [A](https://a.example/?utm_source=list&utm_medium=web)\n',
        says: ['1:7: Unexpected tracking parameters `utm_source` and `utm_medium` in the address, remove them'],
        fixed: '- [A](https://a.example/)\n'
      },
      {
        text: '- [A](https://a.example/b?id=7&fbclid=xyz&page=2#c)\n',
        says: ['1:7: Unexpected tracking parameter `fbclid` in the address, remove it'],
        fixed: '- [A](https://a.example/b?id=7&page=2#c)\n'
      },
      {
        text: '- [A](https://www.youtube.com/watch?v=abc&si=xyz) and [B](https://b.example/?ref=awesome-things)\n',
        says: [
          '1:7: Unexpected tracking parameter `si` in the address, remove it',
          '1:59: Unexpected tracking parameter `ref` in the address, remove it'
        ],
        fixed: '- [A](https://www.youtube.com/watch?v=abc) and [B](https://b.example/)\n'
      }
    ]
  },
  *check({list}) {
    for (const {role, urlRange} of list.links) {
      if (!urlRange || !places.has(role)) continue
      const found = withoutTracking(list.text.slice(...urlRange))
      if (!found) continue
      const names = [...new Set(found.names)].map(name => `\`${name}\``)
      const [last, ...others] = names.toReversed()
      const said = others.length > 0 ? `s ${others.toReversed().join(', ')} and ${last}` : ` ${last}`
      yield {
        at: urlRange,
        reason: `Unexpected tracking parameter${said} in the address, remove ${others.length > 0 ? 'them' : 'it'}`,
        fix: safe(
          'Remove what tracks the reader',
          replace(urlRange[0] + found.range[0], urlRange[0] + found.range[1], found.query)
        )
      }
    }
  }
})
