import {isIP} from 'node:net'
import type {LinkFact} from '../document/facts.ts'
import {type Checked, checkLinks, type Progress} from '../links/check.ts'
import type {Clock} from '../links/clock.ts'
import type {Question, Seen} from '../links/examine.ts'
import type {HostTime} from '../links/host-desk.ts'
import {
  forget,
  type Memory,
  type Seen as MemorySeen,
  type Remembered,
  recall,
  remember,
  rememberCaptures,
  wantsCapture
} from '../links/memory.ts'
import type {Network} from '../links/network.ts'
import {hostNameOf, isPrivateAddress, portOf, readAllowed} from '../links/private.ts'
import {requester} from '../links/request.ts'
import {findCaptures} from '../links/wayback.ts'
import type {LinkConfig} from '../lint/config.ts'
import {version} from '../version.ts'

/** How the web is to be asked. */
export interface WebTask {
  readonly config: LinkConfig
  readonly which: 'changed' | 'all'
  readonly memory: Memory
  /** What others have found out already, so that it is not asked. */
  readonly answers?: WebAnswers | undefined
}

/** What is known of addresses from jobs that have asked about a part of them each. */
export interface WebAnswers {
  readonly seen: ReadonlyMap<string, MemorySeen>
  /** Of those whose job left no answers: what to say of them, for asking now could take hours. */
  readonly lost: ReadonlyMap<string, LinkFact>
  /** Whether hosts could not be found because there was no network. */
  readonly network: Checked['network']
}

/** What asking takes of the world. */
export interface WebSurroundings {
  readonly network: Network
  readonly clock: Clock
  readonly onProgress?: (progress: Progress) => void
  /** Hears how many dead pages of those that were to be looked for in the archive have been. */
  readonly onCopies?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** What the web said, and what memory did. */
export interface AskedWeb {
  readonly links: ReadonlyMap<string, LinkFact>
  readonly hosts: readonly HostTime[]
  readonly notes: readonly string[]
  readonly memory: Memory
}

const userAgent = `awesome-doctor/${version} (+https://github.com/awesome-doctor/awesome-doctor)`

/** Milliseconds that a host may want to be let alone: a review is waited for, an audit is not. */
const patience = {changed: 20_000, all: 60_000}

/** Dead pages whose copies are looked for at most, four seconds each: in an audit the rest has its turn next time. */
const mostCaptures = {changed: 3, all: 10}

/** What came of addresses that were asked, and what is remembered of all. */
export interface AskedPages {
  readonly checked: Checked
  /** As memory takes it. */
  readonly read: ReadonlyMap<string, MemorySeen>
  readonly remembered: ReadonlyMap<string, Remembered>
}

/** Asks about the addresses that memory does not know well enough. Throws only the reason of the signal. */
export async function askPages(
  questions: readonly Question[],
  {config, which, memory, answers}: WebTask,
  {network, clock, onProgress, signal}: WebSurroundings
): Promise<AskedPages> {
  const remembered = new Map<string, Remembered>()
  for (const {address, fragments} of questions) {
    const found = recall(memory, address, clock.now(), fragments)
    if (found) remembered.set(address, found)
  }
  const isKnown = (question: Question): boolean =>
    isTold(question, answers) ||
    remembered.get(question.address)?.fresh === true ||
    answers?.lost.has(question.address) === true
  const checked = await checkLinks(
    questions
      .filter(question => !isKnown(question))
      .map(question => ({...question, ...validatorsOf(remembered.get(question.address))})),
    {
      ...{network, clock, userAgent, timeout: config.timeout, allowPrivate: config.allowPrivate},
      patience: patience[which],
      ...(onProgress && {onProgress}),
      ...(signal && {signal})
    }
  )
  const at = clock.now()
  const read = questions.flatMap(({address, fragments = []}) => {
    const one = checked.seen.get(address)
    if (!one) return []
    const {fact, validators} = settled(one, remembered.get(address))
    return [[address, {...validators, fact, at, looked: fragments}] as const]
  })
  return {checked, read: new Map(read), remembered}
}

/** Whether there is an answer to all of a question. */
function isTold({address, fragments = []}: Question, answers: WebAnswers | undefined): boolean {
  const seen = answers?.seen.get(address)
  return seen !== undefined && fragments.every(name => seen.looked?.includes(name))
}

/** Finds out about addresses, from memory where that will do. Throws only the reason of the signal. */
export async function askWeb(
  questions: readonly Question[],
  task: WebTask,
  surroundings: WebSurroundings
): Promise<AskedWeb> {
  const {config, which, memory, answers} = task
  const {network, clock, onCopies, signal} = surroundings
  const {checked, read, remembered} = await askPages(questions, task, surroundings)
  const now = clock.now()
  const told = questions.flatMap(question => {
    const {address} = question
    return isTold(question, answers) ? [[address, answers!.seen.get(address)!] as const] : []
  })
  const seen = new Map([...told, ...read])
  const isMissing = checked.network === 'missing' || answers?.network === 'missing'
  const before = remember(memory, seen)
  const dead = isMissing ? [] : await wantingCopies(before, questions, {config, network, now})
  const searched = await searchArchive(before, dead, which, {network, clock, onCopies, signal})
  const factOf = (address: string): LinkFact => {
    const known = remembered.get(address)
    const lost = known?.fresh ? undefined : answers?.lost.get(address)
    const fact = seen.get(address)?.fact ?? lost ?? known!.fact
    const archived = fact.status === 'dead' ? searched.get(address)?.archived : undefined
    return archived === undefined ? fact : {...fact, archived}
  }
  return {
    links: new Map(questions.map(({address}) => [address, factOf(address)])),
    hosts: checked.hosts,
    notes: [
      ...(isMissing ? [networkNote(seen)] : []),
      ...(which === 'all' && dead.length > mostCaptures.all ? [leftNote(dead.length)] : [])
    ],
    memory: forget(searched, new Set(questions.map(({address}) => address)), now)
  }
}

const validatorsOf = (remembered: Remembered | undefined): Pick<Question, 'validators'> => {
  // Only of what was there is it of any use to hear that it is as before.
  if (remembered?.fact.status !== 'alive') return {}
  const {etag, modified} = remembered.record
  return {validators: {...(etag !== undefined && {etag}), ...(modified !== undefined && {modified})}}
}

/** What is as it was before is what is remembered of it. */
function settled({fact, validators}: Seen, remembered: Remembered | undefined): Seen {
  if (fact.code !== 304 || remembered?.fact.status !== 'alive') return {fact, ...(validators && {validators})}
  return {fact: remembered.fact, ...validatorsOf(remembered), ...(validators && {validators})}
}

/** The dead pages whose copies nobody has looked for yet, or not for long. */
async function wantingCopies(
  memory: Memory,
  questions: readonly Question[],
  {config, network, now}: {readonly config: LinkConfig; readonly network: Network; readonly now: number}
): Promise<readonly string[]> {
  const wanting: string[] = []
  for (const {address} of questions)
    if (wantsCapture(memory, address, now) && !(await isOwn(new URL(address), config, network))) wanting.push(address)
  return wanting
}

const networkNote = (seen: ReadonlyMap<string, MemorySeen>): string =>
  [...seen.values()].some(({fact}) => fact.code !== undefined)
    ? 'The best-known hosts cannot be found from this network, so no link is called dead for want of its host.'
    : 'There seems to be no network, so that links could not be judged.'

const leftNote = (count: number): string =>
  `The Wayback Machine was asked for copies of ${mostCaptures.all} of ${count} dead pages, for it takes four seconds each; a run that remembers this one, with \`--state\`, goes on with the others.`

/** Looks for copies of pages that are dead. */
async function searchArchive(
  memory: Memory,
  dead: readonly string[],
  which: WebTask['which'],
  {
    network,
    clock,
    onCopies,
    signal
  }: Pick<WebSurroundings, 'network' | 'clock'> & {
    readonly onCopies: WebSurroundings['onCopies'] | undefined
    readonly signal: AbortSignal | undefined
  }
): Promise<Memory> {
  if (dead.length === 0) return memory
  const web = requester({
    ...{network, allowed: readAllowed([]), userAgent, connections: 1, signal},
    connectTimeout: 10_000
  })
  const ask = (url: string) => web.ask(new URL(url), {method: 'GET', bytes: 65_536, timeout: 10_000})
  try {
    const search = {clock, most: mostCaptures[which], onProgress: onCopies, ...(signal && {signal})}
    return rememberCaptures(memory, await findCaptures(dead, ask, search), clock.now())
  } finally {
    await web.close()
  }
}

/** Whether a host is asked by permission only: nobody else is to hear of it. */
async function isOwn(url: URL, {allowPrivate}: LinkConfig, {lookup}: Network): Promise<boolean> {
  if (allowPrivate.length === 0) return false
  const host = hostNameOf(url)
  if (readAllowed(allowPrivate).host(host, portOf(url))) return true
  const addresses = isIP(host) > 0 ? [host] : await lookup(host).catch(() => [])
  return addresses.some(isPrivateAddress)
}
