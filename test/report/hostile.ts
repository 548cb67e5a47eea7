import fc from 'fast-check'
import type {ReportedLink} from '../../src/document/facts.ts'
import type {FileReport} from '../../src/lint/diagnostic.ts'
import {placeOf, replacing, reportOn} from './findings.ts'

/** Pieces of text that mean something to who reads HTML, scripts, data or terminals. */
export const hostilePieces: readonly string[] = [
  '</script>',
  '<script>globalThis.pwned=1</script>',
  '<!--',
  '-->',
  '<![CDATA[',
  '</noscript>',
  '<noscript>',
  '</title>',
  '</style>',
  '</template>',
  '<tbody>',
  '</tbody>',
  '</td></tr></table>',
  '<img src=x onerror=globalThis.pwned=1>',
  '<svg/onload=globalThis.pwned=1>',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '<base href=//e.example>',
  '<meta http-equiv=refresh content=0>',
  '" onmouseover="globalThis.pwned=1',
  "' autofocus onfocus='globalThis.pwned=1",
  'javascript:globalThis.pwned=1',
  'data:text/html,<script>parent.pwned=1</script>',
  'https://e.example/',
  '//e.example/',
  '&lt;script&gt;',
  '&#60;b&#62;',
  '&quot;',
  '`',
  '``',
  '"',
  "'",
  '<',
  '>',
  '=',
  '/',
  '\\',
  '\\u003c',
  '$&',
  '{{1}}',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\x1b[2J',
  '\u2028',
  '\u2029',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00',
  '🪁',
  'é',
  ' ',
  'a'
]

/** Any mixture of the pieces. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...hostilePieces), {maxLength: 8})
  .map(pieces => pieces.join(''))

/** A report whose every word is the text given. */
export function hostileReport(words: string): {
  readonly files: readonly FileReport[]
  readonly links: readonly ReportedLink[]
} {
  const text = `# ${words}\n\n## ${words}\n\n- [A](https://a.example) ${words}.\n- [B](${words}) B\n`
  const one = {
    on: 'A',
    severity: 'error' as const,
    rule: words,
    reason: words,
    note: words,
    url: words,
    related: [{message: words, place: placeOf(text, 'A')}]
  }
  const fix = {...replacing(text, ' B', words), title: words}
  const places = [...'abcd'].map((_, index) => ({path: words, line: index + 1}))
  const link = (url: string): ReportedLink => ({
    url,
    fact: {status: 'moved', reason: words, to: words, https: words, archived: words},
    places
  })
  const fact = {status: 'dead', reason: words} as const
  return {
    files: [
      reportOn(words, text, [one, {...one, url: `https://e.example/${words}`, fix}]),
      reportOn(`${words}2`, '', [])
    ],
    links: [link(words), link(`https://e.example/${words}`), {url: `https://${words}/`, fact, places}]
  }
}
