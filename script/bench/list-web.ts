/**
 * The web that lists lead to, as planned, in a process of its own, started with a channel: it is told what is where,
 * tells how to get there, and ends with its parent.
 */

import {once} from 'node:events'
import type {TLSSocket} from 'node:tls'
import {groupBy} from '../../src/document/group.ts'
import {quirks} from '../../src/links/quirks.ts'
import {startGitHub} from '../../test/fake/github.ts'
import {type SiteOptions, startWeb} from '../../test/fake/web.ts'
import type {Exchange, Handler} from '../../test/fake/web-exchange.ts'
import {hang, reset} from '../../test/fake/web-faults.ts'
import {html, redirect, sequence, slow, status, withHeaders} from '../../test/fake/web-handlers.ts'
import {account} from '../../test/fake/world.ts'
import {type HostKind, newName, type PlannedAddress} from './list-plan.ts'
import {makePage} from './make-page.ts'
import {dice} from './words.ts'

/** How a process gets to the hosts. */
export interface WayThere {
  /** By name: the address, or the error of the domain name system. */
  readonly hosts: Readonly<Record<string, {readonly address: string} | {readonly error: string}>>
  /** By `address port`. */
  readonly ports: Readonly<Record<string, {readonly host: string; readonly port: number}>>
  readonly github: {readonly url: string; readonly token: string}
}

const [planned] = (await once(process, 'message')) as [readonly PlannedAddress[]]
const web = await startWeb()
const github = await startGitHub()

const options: Partial<Record<HostKind, SiteOptions>> = {
  'http only': {tls: 'none'},
  expired: {tls: 'expired'},
  'wrong name': {tls: 'wrong name'},
  'look-up fails': {dns: 'temporary failure'},
  silent: {tls: 'silent', ports: {80: 'silent'}}
}

const challenge = withHeaders({'cf-mitigated': 'challenge'}, status(403, {}, '<title>Just a moment...</title>'))
const parked = html('<title>for-sale.test</title><h1>This domain is for sale!</h1><p>Make an offer.</p>')

/** What a site that has it would call the page. */
function titleOf(target: string): string {
  const {pathname, hostname} = new URL(target)
  const last = decodeURIComponent(pathname.split('/').findLast(part => part !== '') ?? 'Home')
  return `${last.replace(/\.\w+$/, '').replace(/[-_+\W]+/g, ' ')} – ${hostname.split('.')[0]}`
}

function pageHandler({address, page, to}: PlannedAddress): Handler {
  const good = html(makePage(titleOf(address)))
  const {pathname, hostname} = new URL(address)
  switch (page) {
    case 'gone':
      return status(404, {'content-type': 'text/html; charset=utf-8'}, makePage('Page not found'))
    case 'gone for good':
      return status(410)
    case 'moved':
    case 'moved to nothing':
    case 'slash':
    case 'inside':
    case 'tracked':
      return redirect(301, onSite(to!))
    case 'temporary':
      return redirect(302, onSite(to!))
    case 'moved elsewhere':
      return redirect(301, to!)
    case 'circle':
      return redirect(302, pathname)
    case 'home':
      return redirect(302, '/')
    case 'words':
      return html(makePage(`Page not found – ${hostname.split('.')[0]}`))
    case 'login':
      return redirect(302, `/login?return_to=${encodeURIComponent(pathname)}`)
    case 'forbidden':
      return status(403)
    case 'unauthorized':
      return status(401, {'www-authenticate': 'Basic'})
    case 'overloaded':
      return status(503)
    case 'error once':
      return sequence(status(500), good)
    case 'limited once':
      return sequence(status(429, {'retry-after': '1'}), good)
    case 'gone once':
      return sequence(status(404), good)
    case 'hang':
      return hang
    case 'reset':
      return reset
    default:
      return good
  }
}

const onSite = (address: string): string => new URL(address).href.slice(new URL(address).origin.length)

/** What answers at a host, whatever is asked. */
function hostHandler(host: string, kind: HostKind, addresses: readonly PlannedAddress[]): Handler {
  const pages = new Map<string, Handler>()
  const put = (address: string, handler: Handler, how: 'if new' | 'anyway' = 'anyway'): void => {
    const {pathname, search} = new URL(address)
    if (how === 'anyway' || !pages.has(pathname + search)) pages.set(pathname + search, handler)
  }
  for (const one of addresses) put(one.address, pageHandler(one), 'if new')
  put(`http://${host}/`, html(makePage(titleOf(`http://${host}/`))), 'if new')
  put(`http://${host}/login`, html(makePage('Log in')), 'if new')
  const roll = dice(host.length)
  const missing = status(404)
  const answer = (exchange: Exchange): unknown => {
    const target = exchange.request.url ?? ''
    if (kind === 'parked') return parked(exchange)
    if (kind === 'guarded') return challenge(exchange)
    if (kind === 'resting') return status(429, {'retry-after': '3600'})(exchange)
    if (kind === 'elsewhere') return redirect(301, `https://new-${host}${target}`)(exchange)
    const isPlain = !(exchange.request.socket as TLSSocket).encrypted
    if (kind === 'to https' && isPlain) return redirect(301, `https://${host}${target}`)(exchange)
    return (pages.get(target) ?? pages.get(target.split('?', 1)[0]!) ?? missing)(exchange)
  }
  return slow(20 + Math.round(roll() * 180), answer)
}

/** The places that addresses lead to, and those that tell about others, as addresses that are simply there. */
function further({address, host, page, to, other}: PlannedAddress): readonly PlannedAddress[] {
  const there = (url: string): PlannedAddress => ({address: url, host: 'both', page: 'page', truth: {status: 'alive'}})
  const told: readonly PlannedAddress[] = other === undefined ? [] : [{...there(other), page}]
  if (to === undefined || page === 'moved to nothing') return told
  const isOwn = new URL(to).hostname === new URL(address).hostname
  return [...told, {...there(to), host: isOwn || host === 'http only' ? host : 'both'}]
}

const witnesses = quirks.flatMap(({witness, ask}): readonly PlannedAddress[] => {
  const other = witness === undefined ? undefined : ask?.(new URL(witness))
  return other === undefined ? [] : [{address: other, host: 'both', page: 'page', truth: {status: 'alive'}}]
})
const all = [...planned, ...planned.flatMap(further), ...witnesses]
const byHost = groupBy(all, ({address}) => new URL(address).hostname)
for (const host of ['github.com', 'www.wikipedia.org', 'web.archive.org']) if (!byHost.has(host)) byHost.set(host, [])
const ways: Record<string, WayThere['hosts'][string]> = {}
const ports: Record<string, WayThere['ports'][string]> = {}
for (const [host, addresses] of byHost) {
  const kind = addresses[0]?.host ?? 'both'
  if (kind === 'none') continue
  const handler =
    host === 'web.archive.org' ? archive(hostHandler(host, kind, addresses)) : hostHandler(host, kind, addresses)
  await web.site(host, handler, options[kind])
  if (kind === 'look-up fails') {
    ways[host] = {error: 'EAI_AGAIN'}
    continue
  }
  const [address = ''] = await web.network.lookup(host)
  ways[host] = {address}
  for (const port of [80, 443]) ports[`${address} ${port}`] = web.network.dial(address, port)
}

/** The Wayback Machine has every second page. */
function archive(otherwise: Handler): Handler {
  return exchange => {
    const {pathname, searchParams} = new URL(exchange.request.url ?? '', 'http://web.archive.org')
    const url = searchParams.get('url') ?? ''
    if (pathname !== '/cdx/search/cdx') return otherwise(exchange)
    return status(200, {}, url.length % 2 === 0 ? `20200102030405 ${url}\n` : '')(exchange)
  }
}

/** The repositories that the lists lead to; every path, branch and commit is there in each of them. */
async function addRepositories(): Promise<void> {
  const {state} = await github.createRepository({owner: 'octo', name: 'one', files: {'readme.md': '# One\n'}})
  const head = await state.git.resolve('refs/heads/main')
  const blob = (await state.git.run(['rev-parse', 'refs/heads/main:readme.md'])).toString().trim()
  const git: typeof state.git = {
    ...state.git,
    resolve: async () => head,
    run: async () => Buffer.from(blob),
    typeOf: async sha => (sha === blob ? 'blob' : 'commit')
  }
  const {world} = github
  for (const {repository} of planned) {
    if (!repository || repository.kind === 'gone') continue
    const isRenamed = repository.kind === 'renamed'
    const now = isRenamed ? newName(repository.name) : repository.name
    const [owner = '', name = ''] = now.split('/')
    const made = {...state, git, owner: account(world, owner), name, archived: repository.kind === 'archived'}
    world.repositories.set(now.toLowerCase(), made)
    if (isRenamed) world.formerNames.set(repository.name, {repository: made, followed: 'everywhere'})
  }
}
await addRepositories()

const told: WayThere = {hosts: ways, ports, github: {url: github.url, token: github.token({kind: 'actions'})}}
process.send?.(told)
process.on('message', () => {
  process.send?.({requests: web.requests.length, connections: web.connections.length, queries: github.journal.length})
})
process.on('disconnect', async () => {
  await github[Symbol.asyncDispose]()
  process.exit()
})
