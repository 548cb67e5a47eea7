/**
 * What it costs to look after many lists, by the code that plans the shards and the one that remembers links, on a made-up
 * web: `npm run bench -- fleet [--lists 10000] [--links 5000000]`. Nothing is asked of any network.
 */
import {parseArgs} from 'node:util'
import {groupBy} from '../../src/document/group.ts'
import {paceOf} from '../../src/links/check.ts'
import {type Memory, recall, remember} from '../../src/links/memory.ts'
import {spread, spreadingFor, timeFor} from '../../src/links/shards.ts'
import {type KindName, kinds, type SketchedList, sketchLists} from './fleet-lists.ts'

const {values} = parseArgs({
  allowPositionals: true,
  options: {lists: {type: 'string', default: '10000'}, links: {type: 'string', default: '5000000'}}
})
const lists = Number(values.lists)
const total = Number(values.links)

/** Shards that an audit may have. */
const most = 20

/** Repositories in one GraphQL request, which costs one point of 1,000 an hour, and takes so many seconds. */
const [repositoriesAtOnce, graphqlSeconds] = [100, 1.5]

/** Seconds of a job beside its work: it starts, fetches the action and the state, reads the lists, writes reports. */
const aside = 25

/** REST requests of an audit: the repository, its files and config, the issue, the pull request with its commits. */
const restRequests = 25

/** Seconds for each dead page that is looked for in the archive, and how many are in one audit. */
const [copySeconds, mostCopies] = [4, 10]

/** Accounts run so many jobs at a time (docs.github.com/actions/reference/limits): Free, Team, Enterprise. */
const atATime = {Free: 20, Team: 60, Enterprise: 500} as const

const week = 7 * 86_400_000

/** A weekly audit: the first one, which knows nothing, the second, and what those of the rest of a year are on average. */
const spans = {'first week': [1, 1], 'second week': [2, 2], 'later, mean': [3, 52]} as const
type Span = keyof typeof spans
type Shares = Readonly<Record<KindName, number>>

/** Of links of each kind, the share that is asked in an audit, by the rules of the link memory. */
function dueShares(): Readonly<Record<Span, Shares>> {
  const each = 1_000
  const links = Object.keys(kinds).flatMap(kind =>
    Array.from({length: each}, (_, at) => ({kind: kind as KindName, address: `https://${kind[0]}${at}.example/`}))
  )
  const byWeek: Record<KindName, number>[] = []
  let memory: Memory = new Map()
  for (let number = 1; number <= 52; number++) {
    const now = Date.UTC(2026, 0, 1) + number * week
    const due = links.filter(({address}) => recall(memory, address, now)?.fresh !== true)
    memory = remember(memory, new Map(due.map(({address, kind}) => [address, {fact: kinds[kind].fact, at: now}])))
    const counts = Object.fromEntries(Object.keys(kinds).map(kind => [kind, 0])) as Record<KindName, number>
    for (const {kind} of due) counts[kind] += 1 / each
    byWeek.push(counts)
  }
  const mean = ([from, to]: readonly [number, number]): Shares => {
    const some = byWeek.slice(from - 1, to)
    const of = (kind: KindName) => some.reduce((sum, counts) => sum + counts[kind], 0) / some.length
    return Object.fromEntries(Object.keys(kinds).map(kind => [kind, of(kind as KindName)])) as Record<KindName, number>
  }
  return Object.fromEntries(Object.entries(spans).map(([span, from]) => [span, mean(from)])) as Record<Span, Shares>
}

interface Bill {
  jobs: number
  /** Rounded up for each job, as GitHub bills them. */
  minutes: number
  /** Seconds from start to end, of each audit. */
  readonly walls: number[]
  requests: number
  asked: number
  /** Audits that are worth more than one job, and the most shards that one has. */
  sharded: number
  shards: number
  /** Of GraphQL. */
  points: number
  mostPoints: number
}

const noBill = (): Bill => ({
  ...{jobs: 0, minutes: 0, walls: [], requests: 0, asked: 0, sharded: 0, shards: 0, points: 0, mostPoints: 0}
})

/** Whether a link is due, by the share of its kind: the same links in every run. */
const isAsked = (at: number, share: number): boolean => (at * 0.618_033_988_75) % 1 < share

/** What one audit costs; `number` is how many there were, this one included. */
function charge(bill: Bill, {links, repositories}: SketchedList, shares: Shares, number: number): void {
  const due = new Set(links.filter(({kind}, at) => isAsked(at, shares[kind])).map(({address}) => address))
  const addresses = links.map(({address}) => address)
  const {count, time} = spreadingFor(addresses, address => due.has(address), most)
  const queries = Math.ceil(repositories / repositoriesAtOnce)
  const dead = links.filter(({kind}) => kinds[kind].fact.status === 'dead').length
  const copies = Math.min(mostCopies, Math.max(0, dead - (number - 1) * mostCopies))
  const merging = queries * graphqlSeconds + copies * copySeconds
  const jobs =
    count === 1 ? [aside + time / 1_000 + merging] : [aside, ...shardTimes(addresses, due, count), aside + merging]
  bill.jobs += jobs.length
  bill.minutes += jobs.reduce((sum, seconds) => sum + Math.ceil(seconds / 60), 0)
  bill.walls.push(count === 1 ? jobs[0]! : 2 * aside + merging + Math.max(...jobs.slice(1, -1)))
  bill.shards = Math.max(bill.shards, count)
  bill.sharded += count > 1 ? 1 : 0
  bill.points += queries
  bill.mostPoints = Math.max(bill.mostPoints, queries)
  for (const {address, kind} of links) if (due.has(address)) bill.requests += kinds[kind].requests
  bill.asked += due.size
}

const shardTimes = (addresses: readonly string[], due: ReadonlySet<string>, count: number): readonly number[] =>
  spread(addresses, count).map(part => aside + spreadingFor(part, address => due.has(address), 1).time / 1_000)

const thousands = (number: number): string => Math.round(number).toLocaleString('en')

function row(name: string, all: readonly Bill[], cell: (bill: Bill) => string): void {
  console.log(`${name.padEnd(44)}${all.map(one => cell(one).padStart(14)).join('')}`)
}

/** The wall-clock of the audit that is longer than so many of a hundred. */
const percentile = ({walls}: Bill, percent: number): number =>
  walls.toSorted((a, b) => a - b)[Math.ceil((walls.length * percent) / 100) - 1] ?? 0

const inMinutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} min`

const shares = dueShares()
const columns = Object.keys(spans) as Span[]
const bill = (sketched: Iterable<SketchedList>) => {
  const bills = columns.map(() => noBill())
  const size = {links: 0, repositories: 0, largest: 0}
  for (const list of sketched) {
    const count = list.links.length + list.repositories
    size.links += count
    size.repositories += list.repositories
    size.largest = Math.max(size.largest, count)
    for (const [at, span] of columns.entries()) charge(bills[at]!, list, shares[span], spans[span][1])
  }
  return {bills, ...size}
}

const {bills, links, repositories, largest} = bill(sketchLists(lists, total))
const busy = Object.values(kinds).reduce((sum, {share, seconds}) => sum + (share / 1_000) * seconds, 0)
console.log(`${thousands(links)} links in ${thousands(lists)} lists, the largest with ${thousands(largest)}`)
console.log(`${thousands(repositories)} of them lead to repositories, ${thousands(links - repositories)} to the web`)
console.log(`A link of the web keeps a place busy for ${busy.toFixed(2)} s here; the plan reckons with 2.5 s`)
console.log(`\n${''.padEnd(44)}${columns.map(span => span.padStart(14)).join('')}`)
row('links that the web is asked about', bills, ({asked}) => thousands(asked))
row('  share of all links to the web', bills, ({asked}) => `${((100 * asked) / (links - repositories)).toFixed(1)} %`)
row('requests to the web', bills, ({requests}) => thousands(requests))
row('GraphQL points, all lists', bills, ({points}) => thousands(points))
row('  largest list, of 1,000 an hour', bills, ({mostPoints}) => thousands(mostPoints))
row('REST requests, all lists, at most', bills, () => thousands(lists * restRequests))
row('  one list, of 1,000 an hour', bills, () => thousands(restRequests))
row('audits that are worth several jobs', bills, ({sharded}) => thousands(sharded))
row('jobs', bills, ({jobs}) => thousands(jobs))
row('billed minutes', bills, ({minutes}) => thousands(minutes))
row('  per list', bills, ({minutes}) => (minutes / lists).toFixed(2))
row('an audit takes: median', bills, one => inMinutes(percentile(one, 50)))
row('  99 of 100 take at most', bills, one => inMinutes(percentile(one, 99)))
row('  the longest', bills, one => inMinutes(percentile(one, 100)))
for (const [plan, jobs] of Object.entries(atATime))
  row(`all in one account, ${jobs} jobs (${plan})`, bills, ({minutes}) => `${(minutes / jobs / 60).toFixed(1)} h`)

/** Many lists in one repository; no host is liked by all. */
function together(size: number): SketchedList {
  const parts = [...sketchLists(100, size)]
  return {
    repositories: parts.reduce((sum, part) => sum + part.repositories, 0),
    links: parts.flatMap((part, at) => part.links.map(link => ({...link, address: `${link.address}-${at}`})))
  }
}

const hostOf = (address: string): string => new URL(address).host

/** The host that takes longest, and how long, in words. */
function slowestOf({links}: SketchedList): string {
  const times = [...groupBy(links, ({address}) => hostOf(address))].map(
    ([host, of]) => [timeFor(of.map(({address}) => address)), host] as const
  )
  const [time, host] = times.reduce((slowest, one) => (one[0] > slowest[0] ? one : slowest))
  return `${inMinutes(time / 1_000)}, ${host}`
}

function showOne(name: string, list: SketchedList): void {
  const [first] = bill([list]).bills
  const cells = [`${first!.shards}`, thousands(first!.minutes), inMinutes(percentile(first!, 100))]
  console.log(`${name.padEnd(44)}${cells.map(cell => cell.padStart(14)).join('')}   ${slowestOf(list)}`)
}

const titles = ['shards', 'minutes', 'takes']
console.log(
  `\n${'one repository, first week'.padEnd(44)}${titles.map(title => title.padStart(14)).join('')}   slowest host`
)
for (const size of [20_000, 100_000, 300_000]) {
  const list = together(size)
  const quick = list.links.filter(({address}) => paceOf(hostOf(address)).gap === 0)
  showOne(`  ${thousands(size)} links`, list)
  showOne('    without hosts that want pauses', {...list, links: quick})
}
