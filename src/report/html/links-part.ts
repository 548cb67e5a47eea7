import type {LinkStatus, ReportedLink} from '../../document/facts.ts'
import {hostOf} from '../../document/link/url.ts'
import {ranked, type TableData} from './data.ts'
import {linkRow, reasonOf, statuses} from './link-rows.ts'
import type {Markup} from './markup.ts'
import {legend, mostAtOnce, percent, picture} from './pictures.ts'
import {choose, searchField, tableSection, wordField} from './table.ts'

/** What the page shows of links. */
export interface LinksPart {
  readonly hosts: Markup
  readonly table: Markup
  readonly data: TableData
}

/** Hosts that the picture shows, and those that are suggested to choose from. */
const mostHosts = 200
const mostSuggested = 500

/** The links as a table, those that want a look first, and what became of them by host as a picture. */
export function linksPart(given: readonly ReportedLink[]): LinksPart {
  const links = statuses.flatMap(status => given.filter(({fact}) => fact.status === status))
  const places = new Map(given.map((link, index) => [link, index]))
  const hosts = ranked(links.map(({url}) => hostOf(url) ?? noHost))
  const addresses = ranked(links.map(({url}, index) => `${hosts.words[hosts.numbers[index]!]} ${url}`))
  const columns = {
    status: links.map(({fact}) => statuses.indexOf(fact.status)),
    host: hosts.numbers,
    address: addresses.numbers,
    answer: ranked(links.map(({fact}) => reasonOf(fact))).numbers,
    place: links.map(link => places.get(link)!)
  }
  const tallies = tallyHosts(links)
  const table = tableSection({
    id: 'links',
    title: 'Links',
    head: [
      {words: 'Status', kind: 'status', sort: 'status', isSorted: true},
      {words: 'Link', kind: 'link', sort: 'address'},
      {words: 'Answer', kind: 'answer', sort: 'answer'},
      {words: 'Places', kind: 'place', sort: 'place'}
    ],
    filters: [
      searchField('links'),
      choose(
        {table: 'links', column: 'status', label: 'Status'},
        statuses.map((words, value) => ({value, words})),
        columns.status
      ),
      wordField(
        {table: 'links', column: 'host', label: 'Host'},
        tallies.slice(0, mostSuggested).map(({host}) => host)
      )
    ],
    rows: links.map(linkRow)
  })
  return {table, hosts: hostPicture(tallies), data: {columns, words: {host: hosts.words}}}
}

const noHost = 'no host'

interface HostTally extends Readonly<Record<LinkStatus, number>> {
  readonly host: string
  readonly total: number
}

/** What became of the links of each host; those with most trouble first, then those with most links. */
function tallyHosts(links: readonly ReportedLink[]): readonly HostTally[] {
  const tallies = new Map<string, {-readonly [Key in keyof HostTally]: HostTally[Key]}>()
  for (const {url, fact} of links) {
    const host = hostOf(url) ?? noHost
    const tally = tallies.get(host) ?? {host, total: 0, dead: 0, moved: 0, unsure: 0, skipped: 0, alive: 0}
    tally.total++
    tally[fact.status]++
    tallies.set(host, tally)
  }
  return [...tallies.values()].sort(
    (a, b) =>
      b.dead - a.dead ||
      b.moved + b.unsure - (a.moved + a.unsure) ||
      b.total - a.total ||
      (a.host < b.host ? -1 : Number(a.host > b.host))
  )
}

function hostPicture(tallies: readonly HostTally[]): Markup {
  const rows = tallies.slice(0, mostHosts).map(tally => ({
    name: tally.host,
    show: {table: 'links', filter: 'host', value: tally.host},
    counts: [tally.total, tally.dead, tally.moved, tally.unsure],
    parts: best.map(kind => ({kind, count: tally[kind]})),
    share: percent(tally.alive, tally.total)
  }))
  return picture({
    id: 'hosts',
    title: 'Links by host',
    head: ['Host', 'Links', 'Dead', 'Moved', 'Unsure', 'Alive'],
    rows: rows.slice(0, mostAtOnce),
    more: rows.slice(mostAtOnce),
    key: legend(best.map(status => [status, status]))
  })
}

/** From what is well to what is not. */
const best = statuses.toReversed()
