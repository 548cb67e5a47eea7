import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, character => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[character]!)

/** Lines before and after a suggestion. */
export type Lines = readonly string[]

/** A comment as GitHub shows it: each line break in it is one on the page, unlike in a file. */
export const renderComment = (body: string, before: Lines = []): string =>
  renderMarkdown(body, before).replace(/<(p|li)>(?:(?!<\/\1>)[\s\S])*<\/\1>/g, part =>
    part.replace(/(?<!>)\n/g, '<br>\n')
  )

/**
 * A page as GitHub shows it: its flavour of markdown, suggestions as a diff of the lines they stand on, and what would
 * notify somebody marked. HTML passes, but for the tags that GitHub filters.
 */
export function renderMarkdown(body: string, before: Lines = []): string {
  const html = micromark(body, {allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()]})
  return html
    .replace(/<pre><code class="language-suggestion">([\s\S]*?)<\/code><\/pre>/, (_, code: string) =>
      suggestion(before, unescapeHtml(code).replace(/\n$/, '').split('\n'))
    )
    .split(/(<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>|<!--[\s\S]*?-->|<[^>]*>)/)
    .map((part, index) => (index % 2 ? part : part.replace(/(?<!\w)@[\w-]+|(?<!\w)(#|gh-)\d+/gi, '<mark>$&</mark>')))
    .join('')
}

const unescapeHtml = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

function suggestion(before: Lines, after: Lines): string {
  const pairs = before.length === after.length
  const rows = [
    ...before.map((line, index) => row('-', line, pairs ? after[index] : undefined)),
    ...after.map((line, index) => row('+', line, pairs ? before[index] : undefined))
  ]
  return `<div class="suggestion"><p>Suggested change</p><table class="diff">${rows.join('')}</table>
<p class="buttons"><button>Commit suggestion</button> <button>Add suggestion to batch</button></p></div>`
}

/** A line of the diff, with what differs from its counterpart made stronger. */
function row(sign: '+' | '-', line: string, other: string | undefined): string {
  let start = 0
  let end = 0
  if (other !== undefined) {
    const most = Math.min(line.length, other.length)
    while (start < most && line[start] === other[start]) start++
    while (end < most - start && line.at(-1 - end) === other.at(-1 - end)) end++
  }
  const middle = line.slice(start, line.length - end)
  const strong = other === undefined || middle === '' ? escapeHtml(middle) : `<b>${escapeHtml(middle)}</b>`
  const text = escapeHtml(line.slice(0, start)) + strong + escapeHtml(line.slice(line.length - end))
  return `<tr class="${sign === '+' ? 'added' : 'removed'}"><td>${sign}</td><td>${text}</td></tr>`
}
