import {insert} from '../src/document/edit.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

/** A heading or an item with a link, at the start of a line: nothing else than markdown. */
const telling =
  /^(?: {0,3}(?:#{1,6}[ \t]+\S|#{2,6}\p{Lu})|[ \t]*(?:[-*+]|\d+[.)])[ \t]*(?:\*\*|__)?\[[^\]\n]+\]\((?:https?:|#))/u

/** Any heading or item. */
const markdown = /^[ \t]*(?:(?:#{1,6}|[-*+]|\d+[.)])[ \t]+\S|#{2,6}\p{Lu}|[-*+](?:\*\*)?\[)/u

/** What HTML keeps to itself, whatever stands in it. */
const closed = /^<(?:!--|\?|![A-Z]|!\[CDATA|pre\b|script\b|style\b|textarea\b)/i

export default defineRule({
  id: 'html-blank-line',
  summary: 'Leave a blank line between HTML and the markdown below it.',
  why: 'Markdown takes everything from a line of HTML up to the next blank line for HTML: headings and items in there show as raw text.',
  severity: 'error',
  fix: 'safe',
  examples: {
    good: [
      {text: '<a name="tools"></a>\n\n## Tools\n\n- [A](https://a.example)\n'},
      {text: '<!--\n## Tools\n- [A](https://a.example)\n-->\n'},
      {text: '<pre>\n- [A](https://a.example)\n</pre>\n'},
      {text: '<p>\n  - a word\n</p>\n'}
    ],
    bad: [
      {
        text: '<a name="tools" />\n## Tools\n\n- [A](https://a.example)\n',
        says: ['2:1: Expected a blank line between the HTML and `## Tools`, add one: without it this is no heading'],
        fixed: '<a name="tools" />\n\n## Tools\n\n- [A](https://a.example)\n'
      },
      {
        text: '<details>\n<summary>Tools</summary>\n- [A](https://a.example)\n- [B](https://b.example)\n\n</details>\n',
        says: ['3:1: Expected a blank line between the HTML and `- [A]`, add one: without it this is no list'],
        fixed:
          '<details>\n<summary>Tools</summary>\n\n- [A](https://a.example)\n- [B](https://b.example)\n\n</details>\n'
      }
    ]
  },
  *check({list}) {
    const newline = list.text.includes('\r\n') ? '\r\n' : '\n'
    for (const [start, end] of list.verbatim) {
      const html = list.text.slice(start, end)
      if (html[0] !== '<' || closed.test(html)) continue
      const lines = html.split('\n')
      const at = lines.findIndex((line, index) => index > 0 && markdown.test(line))
      if (at < 0 || !lines.slice(at).some(line => telling.test(line))) continue
      const from = start + lines.slice(0, at).join('\n').length + 1
      const words = lines[at]!.trim()
      const isHeading = words.startsWith('#')
      yield {
        at: [from, from + lines[at]!.trimEnd().length],
        reason: `Expected a blank line between the HTML and \`${words.split('](', 1)[0]}${words.includes('](') ? ']' : ''}\`, add one: without it this is no ${isHeading ? 'heading' : 'list'}`,
        fix: safe('Insert a blank line', insert(from, newline))
      }
    }
  }
})
