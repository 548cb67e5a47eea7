import type {LinkFact, LinkStatus, ReportedLink} from '../../document/facts.ts'
import {hostOf} from '../../document/link/url.ts'
import {placeOf} from './lines.ts'
import {anchor, html, type Markup, words} from './markup.ts'

/** What may become of a link, what wants a look first. */
export const statuses: readonly LinkStatus[] = ['dead', 'moved', 'unsure', 'skipped', 'alive']

/** Places of a link that are shown at once. */
const mostPlaces = 3

/** A link as a row of a table, on one line. */
export const linkRow = ({url, fact, places}: ReportedLink): Markup => html`
  <tr>
    <td class="status"><span class="tag ${fact.status}">${fact.status}</span></td>
    <td class="link"><bdi>${anchor(url, url)}</bdi></td>
    <td class="answer">${answer(fact)}</td>
    <td class="place">${placesOf(places)}</td>
  </tr>`

/** Why a link is what it is said to be, as text. */
export const reasonOf = ({reason, code}: LinkFact): string => reason ?? (code === undefined ? '' : String(code))

function answer(fact: LinkFact): Markup {
  const {to, https, archived} = fact
  return html`
    ${to === undefined ? words(reasonOf(fact)) : html`moved for good to <bdi>${anchor(to, to)}</bdi>`}
    ${https === undefined ? '' : html`<p>the same at <bdi>${anchor(https, https)}</bdi></p>`}
    ${archived === undefined ? '' : html`<p>${anchor(archived, `a copy at ${hostOf(archived) ?? archived}`)}</p>`}`
}

function placesOf(places: ReportedLink['places']): Markup {
  const [first, more] = [places.slice(0, mostPlaces), places.slice(mostPlaces)]
  return html`
    ${first.map(place)}
    ${more.length === 0 ? '' : html`<details><summary>${more.length} more</summary>${more.map(place)}</details>`}`
}

const place = ({path, line}: ReportedLink['places'][number]): Markup => placeOf(path, line)
