import {insert, replace} from '../src/document/edit.ts'
import {domainOf} from '../src/document/link/domain.ts'
import {Hosts} from '../src/document/link/hosts.ts'
import type {LinkUse} from '../src/document/link/link.ts'
import {readPadding} from '../src/document/link/padding.ts'
import {readBareHost, readScheme} from '../src/document/link/scheme.ts'
import {hostOf} from '../src/document/link/url.ts'
import type {Problem, Range} from '../src/lint/rule.ts'
import {defineRule, invisible, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'link-destination',
  summary: 'Write complete addresses: one scheme, a host that can exist, nothing around them.',
  why: 'Such an address leads nowhere, and that can be seen without asking the web.',
  severity: 'error',
  fix: 'mixed',
  aliases: ['awesome-list-item', 'no-empty-url'],
  examples: {
    good: [
      {
        text: '- [A](https://a.example/b//c)\n- [B](docs/b.md)\n- [C](#c)\n- [D](https://web.archive.org/web/2014/http://d.example/)\n'
      },
      {text: '- [A](https://192.0.2.1/) and [B](http://localhost:8080/) of www.example.org\n'}
    ],
    bad: [
      {
        text: '- [A](https:/a.example/)\n- [B](http//b.example/)\n',
        says: [
          '1:7: Unexpected start of the address `https:/`, expected `https://`',
          '2:7: Unexpected start of the address `http//`, expected `http://`'
        ],
        fixed: '- [A](https://a.example/)\n- [B](http://b.example/)\n'
      },
      {
        text: '- [A](http://https://a.example/)\n',
        says: ['1:7: Unexpected start of the address `http://https://`, expected `https://`'],
        fixed: '- [A](https://a.example/)\n'
      },
      {
        text: '- [A](hhttps://a.example/)\n',
        says: ['1:7: Unexpected start of the address `hhttps://`, expected `https://`'],
        fixed: '- [A](https://a.example/)\n'
      },
      {
        text: '- [A](www.example.org)\n',
        says: ['1:7: Expected `https://` before the host, without it this is a path in the repository'],
        fixed: '- [A](https://www.example.org)\n'
      },
      {
        text: '- [A]((https://a.example/))\n',
        says: ['1:7: Unexpected brackets around the address, remove them'],
        fixed: '- [A](https://a.example/)\n'
      },
      {
        text: '- [A]( https://a.example/ )\n',
        says: ['1:7: Unexpected space around the address, remove it'],
        fixed: '- [A](https://a.example/)\n'
      },
      {
        text: '- [A](https://a.invalide/)\n',
        says: ['1:15: Unexpected top-level domain `.invalide`, which does not exist']
      },
      {
        text: '- [A](https://a.example.org/)\n- [B](https://b.example.org/)\n- [C](https://c.example.or)\n',
        says: ['3:15: Unexpected host `c.example.or`, whose top-level domain does not exist, expected `c.example.org`'],
        fixed: '- [A](https://a.example.org/)\n- [B](https://b.example.org/)\n- [C](https://c.example.org/)\n'
      }
    ]
  },
  *check({list}) {
    const hosts = new Hosts(list.links)
    for (const {range, edits} of readPadding(list))
      yield {
        at: range,
        severity: 'warning',
        reason: 'Unexpected space around the address, remove it',
        fix: invisible('Remove the space', ...edits)
      }
    for (const link of list.links) {
      if (!link.urlRange) continue
      const written = list.text.slice(...link.urlRange)
      const problem =
        wrapping(written, link.urlRange) ??
        scheme(written, link.urlRange) ??
        missingScheme(link, written) ??
        host(written, link.urlRange, hosts)
      if (problem) yield problem
    }
  }
})

function wrapping(written: string, [start, end]: Range): Problem | undefined {
  const inner =
    /^\((https?:\/\/[^()]+)\)$/.exec(written) ?? /^[[("'“]{1,2}(https?:\/\/[^\s"'”)\]]+)["'”\]]*$/.exec(written)
  if (!inner) return undefined
  return {
    at: [start, end],
    reason: 'Unexpected brackets around the address, remove them',
    fix: safe('Remove the brackets', replace(start, end, inner[1]!))
  }
}

function scheme(written: string, [start]: Range): Problem | undefined {
  const slip = readScheme(written)
  if (!slip) return undefined
  const {found, expected} = slip
  return {
    at: [start, start + found.length],
    reason: `Unexpected start of the address \`${found}\`, expected \`${expected}\``,
    fix: safe('Correct the scheme', replace(start, start + found.length, expected))
  }
}

function missingScheme({role, node, url, urlRange}: LinkUse, written: string): Problem | undefined {
  // GFM reads a bare `www.` as an address of the web.
  if (role === 'image' || node?.type === 'html' || /^https?:/i.test(url)) return undefined
  const name = readBareHost(written)
  if (!name) return undefined
  const [start] = urlRange!
  return {
    at: [start, start + name.length],
    reason: 'Expected `https://` before the host, without it this is a path in the repository',
    fix: safe('Add the scheme', insert(start, 'https://'))
  }
}

function host(written: string, [start]: Range, hosts: Hosts): Problem | undefined {
  const name = hostOf(written)
  if (!name || !/^[a-z\d.-]+$/.test(name)) return undefined
  const {exists, registrable, suffix} = domainOf(name)
  const from = start + written.toLowerCase().indexOf(name, written.indexOf('//'))
  const at = [from, from + name.length] as const
  const right = exists ? registrable && hosts.usual(registrable) : hosts.meant(name)
  if (exists && !right) return undefined
  if (!right) return {at, reason: `Unexpected top-level domain \`.${suffix ?? name}\`, which does not exist`}
  // What cut the host off took its slash along.
  const isBare = at[1] === start + written.length
  const labels = exists ? registrable!.split('.').length : right.split('.').length
  const expected = [...name.split('.').slice(0, -labels), right].join('.')
  return {
    at,
    ...(exists && {severity: 'warning'}),
    reason: exists
      ? `Unexpected host \`${name}\`, which is one slip away from \`${right}\` that the list links ${hosts.counts.get(right)} times`
      : `Unexpected host \`${name}\`, whose top-level domain does not exist, expected \`${expected}\``,
    fix: unsafe(
      'Use the usual host',
      replace(...at, expected + (isBare && (hosts.slashes.get(right) ?? 0) > 0 ? '/' : ''))
    )
  }
}
