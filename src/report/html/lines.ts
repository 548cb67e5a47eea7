import {html, type Markup} from './markup.ts'

/** Characters of a long line that are shown on either side of what is marked in it. */
const reach = 160

/** Characters that are shown at least, where the line has them, and that are marked at most. */
const least = 320

/** A part of a line, as offsets into it, and the element that marks it. */
interface Marked {
  readonly start: number
  readonly end: number
  readonly as: 'mark' | 'del' | 'ins'
}

const nothing: Marked = {start: 0, end: 0, as: 'mark'}

/** A line of the list with a part of it marked, cut where it is long; tabs and blanks at its end are made visible. */
export function line(text: string, {start, end, as}: Marked = nothing): Markup {
  if (text === '') return html`<code class="none">empty line</code>`
  const until = end <= start + least ? end : whole(text, start + least)
  const from = start <= reach ? 0 : whole(text, start - reach)
  const last = Math.max(until + reach, from + least)
  const to = last >= text.length ? text.length : whole(text, last)
  const tail = text.trimEnd().length
  const part = (a: number, b: number): string =>
    text.slice(a, Math.max(a, Math.min(b, tail))).replaceAll('\t', '→') +
    text.slice(Math.max(a, tail), b).replaceAll(' ', '·').replaceAll('\t', '→')
  return html`
    <code dir="auto">
      ${from > 0 ? '…' : ''}${part(from, start)}
      ${until > start ? marks[as](part(start, until)) : ''}
      ${part(until, to)}${to < text.length ? '…' : ''}
    </code>`
}

const marks: Readonly<Record<Marked['as'], (text: string) => Markup>> = {
  mark: text => html`<mark>${text}</mark>`,
  del: text => html`<del>${text}</del>`,
  ins: text => html`<ins>${text}</ins>`
}

/** A place in a file, which may be broken into lines behind slashes. */
export const placeOf = (path: string, line: number, column?: number): Markup => html`
  <code>
    ${path.split('/').map((name, index) => (index === 0 ? name : html`/<wbr>${name}`))}
    <span>:<b>${line}</b>${column === undefined ? '' : `:${column}`}</span>
  </code>`

/** A line before and after a change. What differs is marked, unless that is most of it. */
export function pair(before: string, after: string): readonly [before: Markup, after: Markup] {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  if (head + tail < most / 3) return [line(before), line(after)]
  while (head > 0 && (belongs(before[head]) || belongs(after[head]))) head--
  while (tail > 0 && belongs(before[before.length - tail])) tail--
  return [
    line(before, {start: head, end: before.length - tail, as: 'del'}),
    line(after, {start: head, end: after.length - tail, as: 'ins'})
  ]
}

/** Whether a code unit is nothing without the one before it. */
const belongs = (unit: string | undefined): boolean => unit !== undefined && /[\udc00-\udfff\p{M}\u200d]/u.test(unit)

/** An offset that parts no pair of surrogates. */
const whole = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text[offset] ?? '') ? offset + 1 : offset
