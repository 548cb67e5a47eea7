import type {PastAudit} from '../past-audit.ts'
import {dayOf, followed, trendSentence} from '../trend.ts'
import {html, type Markup} from './markup.ts'
import {numberCell} from './pictures.ts'
import {grouped} from './table.ts'

/**
 * How the findings and dead links of past audits went, as curves with their numbers as a table behind them; nothing
 * where there are not two audits.
 * @param audits from the oldest to the last one
 */
export function trendPart(audits: readonly PastAudit[]): Markup | undefined {
  if (audits.length < 2) return undefined
  const curves = followed.flatMap(({noun, kind, countOf}) => {
    const points = audits.flatMap(audit => {
      const count = countOf(audit)
      return count === undefined ? [] : [{audit, time: Date.parse(audit.audit), count}]
    })
    return points.length < 2 ? [] : [curve({words: capital(`${noun}s`), kind, points})]
  })
  return html`
    <section id="trend" class="card picture" aria-labelledby="trend-title">
      <h2 id="trend-title">Over time</h2>
      <p class="words">${trendSentence(audits)}</p>
      <div class="curves">${curves}</div>
      <details><summary>${grouped(audits.length)} audits in numbers</summary>${tableOf(audits)}</details>
    </section>`
}

const capital = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}`

/** A count that is followed over time, from the first to the last. */
interface Curve {
  readonly words: string
  readonly kind: string
  readonly points: readonly {readonly audit: PastAudit; readonly time: number; readonly count: number}[]
}

/** Units of the drawing, which is as wide as the page likes. */
const [width, height] = [100, 40]

function curve({words, kind, points}: Curve): Markup {
  const [first, last] = [points[0]!, points.at(-1)!]
  const most = Math.max(...points.map(({count}) => count))
  const x = (time: number) => rounded(((time - first.time) / (last.time - first.time)) * width)
  const y = (count: number) => rounded(height - (count / Math.max(most, 1)) * height)
  const line = points.map(({time, count}) => `${x(time)} ${y(count)}`).join('L')
  const [from, until] = [dayOf(first.audit), dayOf(last.audit)]
  const said = `${words}: ${grouped(first.count)} on ${from}, ${grouped(last.count)} on ${until}, ${grouped(most)} at most`
  // The end is a line without length, which is drawn as a round dot however the drawing is stretched.
  return html`
    <figure>
      <figcaption>${words} <span>now ${grouped(last.count)}, at most ${grouped(most)}</span></figcaption>
      <svg class="curve ${kind}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${said}">
        <path class="area" d="M${line}V${height}H0Z"/>
        <path class="line" d="M${line}"/>
        <path class="end" d="M${width} ${y(last.count)}h0"/>
      </svg>
      <p class="ends"><span>${from}</span><span>${until}</span></p>
    </figure>`
}

const rounded = (number: number): number => Math.round(number * 100) / 100

/** The last audit comes first. */
const tableOf = (audits: readonly PastAudit[]): Markup => html`
  <table aria-labelledby="trend-title">
    <thead><tr><th scope="col">Audit</th>${followed.map(({noun}) => html`<th scope="col">${capital(`${noun}s`)}</th>`)}</tr></thead>
    <tbody>${audits.toReversed().map(auditRow)}</tbody>
  </table>`

const auditRow = (audit: PastAudit): Markup => html`
  <tr>
    <th scope="row">
      ${dayOf(audit)}${audit.commit === undefined ? '' : html` <small>at <code>${audit.commit.slice(0, 7)}</code></small>`}
    </th>
    ${followed.map(({noun, countOf}) => {
      const count = countOf(audit)
      return count === undefined ? html`<td></td>` : numberCell(count, capital(`${noun}s`))
    })}
  </tr>`
