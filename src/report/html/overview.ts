import type {ReportedLink} from '../../document/facts.ts'
import type {FileReport} from '../../lint/diagnostic.ts'
import {type Tally, tally} from '../../lint/tally.ts'
import {plural} from '../closing.ts'
import {tallyLinks} from '../links.ts'
import {statuses} from './link-rows.ts'
import {type Content, html, type Markup} from './markup.ts'
import {bar} from './pictures.ts'
import {grouped} from './table.ts'

/** What was found, in a few words. */
export function verdictOf(files: readonly FileReport[]): string {
  const {errors, warnings} = tally(files)
  const parts = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')].filter(Boolean)
  return parts.join(' and ') || 'No findings'
}

/** What was looked at, in a few words. */
export const subjectOf = (files: readonly FileReport[]): string =>
  files.length === 1 ? files[0]!.path : counted(files.length, 'file')

const counted = (count: number, noun: string): string => plural(count, noun).replace(/^\d+/, () => grouped(count))

/** The numbers of a report, with links to what they are about. */
export const overview = (files: readonly FileReport[], links: readonly ReportedLink[]): Markup => html`
  <section id="overview" class="tiles" aria-label="Numbers">
    ${findingTiles(tally(files))}
    ${links.length > 0 ? linkTiles(links) : ''}
  </section>`

function findingTiles({errors, warnings, fixable, unsafe, suppressed, baselined, fixed}: Tally): Markup {
  const all = errors + warnings
  return html`
    <div class="card">
      <h2><a href="#findings-title">${counted(all, 'finding')}</a></h2>
      ${bar([part('error', errors), part('warning', warnings), part('clean', all === 0 ? 1 : 0)])}
      <dl>
        ${tile('error', 'Errors', errors)}
        ${tile('warning', 'Warnings', warnings)}
        ${tile('safe', 'With a safe fix', fixable)}
        ${tile('unsafe', 'With a fix to look at', unsafe)}
        ${fixed > 0 ? tile('safe', 'Mended in this run', fixed) : ''}
        ${suppressed > baselined ? tile('none', 'Silenced', suppressed - baselined) : ''}
        ${baselined > 0 ? tile('none', 'In the baseline', baselined) : ''}
      </dl>
    </div>`
}

function linkTiles(links: readonly ReportedLink[]): Markup {
  const counts = tallyLinks(links)
  const kinds = [...statuses].reverse()
  return html`
    <div class="card">
      <h2><a href="#links-title">${counted(links.length, 'link')}</a></h2>
      ${bar(kinds.map(kind => part(kind, counts[kind])))}
      <dl>${kinds.map(kind => tile(kind, `${kind[0]!.toUpperCase()}${kind.slice(1)}`, counts[kind]))}</dl>
    </div>`
}

const part = (kind: string, count: number) => ({kind, count})

const tile = (kind: string, words: Content, count: number): Markup =>
  html`<div class="tile ${kind}${count === 0 ? ' zero' : ''}"><dt>${words}</dt><dd>${grouped(count)}</dd></div>`
