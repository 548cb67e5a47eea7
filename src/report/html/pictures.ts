import {type Content, html, type Markup} from './markup.ts'
import {grouped} from './table.ts'

/** Rows of a picture that fit beside another one without burying what is below them. */
export const mostAtOnce = 12

/** A part of a bar: what it stands for, which is a class of the style sheet, too, and how much of it there is. */
export interface Part {
  readonly kind: string
  readonly count: number
}

/** Percent that a part has at least, so that one among thousands is seen. */
const thinnest = 1.5

/** Parts of a whole as a bar. What it says must stand beside it as text. */
export function bar(parts: readonly Part[]): Markup {
  const total = parts.reduce((sum, {count}) => sum + count, 0)
  const shares = parts
    .filter(({count}) => count > 0)
    .map(({kind, count}) => ({kind, share: Math.max(thinnest, (count / total) * 100)}))
  const scale = 100 / shares.reduce((sum, {share}) => sum + share, 0)
  let x = 0
  const rects = shares.map(({kind, share}) => {
    const start = x
    x += share * scale
    return html`<rect class="${kind}" x="${rounded(start)}" width="${rounded(x - start)}" height="8"/>`
  })
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`
}

const rounded = (number: number): number => Math.round(number * 100) / 100

/** A part of a whole in percent, all of it only where nothing is missing. */
export const percent = (part: number, whole: number): string => `${Math.floor((part / whole) * 100)} %`

/** What the colours of bars stand for. */
export const legend = (names: readonly (readonly [kind: string, words: string])[]): Markup => html`
  <ul class="legend">${names.map(([kind, words]) => html`<li>${swatch(kind)}${words}</li>`)}</ul>`

const swatch = (kind: string): Markup =>
  html`<svg viewBox="0 0 8 8" aria-hidden="true"><rect class="${kind}" width="8" height="8"/></svg>`

/** A picture of parts, with its numbers as a table, so that nobody has to see it. */
export interface Picture {
  readonly id: string
  readonly title: string
  readonly head: readonly string[]
  /** Those that are shown at once, and those that are shown when asked for. */
  readonly rows: readonly PictureRow[]
  readonly more: readonly PictureRow[]
  readonly key: Markup
}

/** What a picture shows of one thing. */
export interface PictureRow {
  readonly name: Content
  /** The rows of a table that this one stands for. */
  readonly show?: {readonly table: string; readonly filter: string; readonly value: string | number}
  readonly counts: readonly number[]
  readonly parts: readonly Part[]
  readonly share: string
}

/** A picture as a section of the page. */
export const picture = ({id, title, head, rows, more, key}: Picture): Markup => html`
  <section id="${id}" class="card picture" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${key}
    ${tableOf(id, head, rows)}
    ${more.length === 0 ? '' : html`<details><summary>${grouped(more.length)} more</summary>${tableOf(id, head, more)}</details>`}
  </section>`

const tableOf = (id: string, head: readonly string[], rows: readonly PictureRow[]): Markup => html`
  <table aria-labelledby="${id}-title">
    <thead><tr>${head.map(words => html`<th scope="col">${words}</th>`)}</tr></thead>
    <tbody>${rows.map(row => pictureRow(head, row))}</tbody>
  </table>`

const pictureRow = (head: readonly string[], {name, show, counts, parts, share}: PictureRow): Markup => html`
  <tr>
    <th scope="row">${show ? pointer(name, show) : name}</th>
    ${counts.map((count, index) => numberCell(count, head[index + 1] ?? ''))}
    <td class="share">${bar(parts)}<span>${share}</span></td>
  </tr>`

/** On a narrow screen, where there is no head above them, numbers say themselves what they count. */
export const numberCell = (count: number, words: string): Markup => html`
  <td class="${count === 0 ? 'number zero' : 'number'}" data-words="${words}">${grouped(count)}</td>`

/** What the script makes a button of, which shows the rows of a table. */
const pointer = (name: Content, {table, filter, value}: NonNullable<PictureRow['show']>): Markup =>
  html`<span data-table="${table}" data-filter="${filter}" data-value="${value}">${name}</span>`
