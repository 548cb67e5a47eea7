import {readFileSync} from 'node:fs'
import {isIP} from 'node:net'
import type {Network} from '../../src/links/network.ts'
import {type DnsAnswer, startDns} from './web-dns.ts'
import type {Handler, Routes} from './web-exchange.ts'
import {type Journal, startJournal} from './web-journal.ts'
import {type ConnectionKind, type OpenPort, openPort, type PortKind} from './web-port.ts'
import {rootFile} from './web-tls.ts'

/** What is unusual about a site; without options it speaks HTTP on port 80 and good TLS on port 443. */
export interface SiteOptions {
  /** What port 443 does. */
  readonly tls?: PortKind
  /** What other ports do; `{80: 'none'}` for a site with TLS only. */
  readonly ports?: Readonly<Record<number, PortKind>>
  /** Addresses in place of a public one of its own. No two sites share one. */
  readonly address?: string | readonly string[]
  /** What the domain name system says at the first lookup, the second, …; the last one stays. */
  readonly dns?: DnsAnswer | readonly DnsAnswer[]
  /** What becomes of the first connection, the second, …; the last one stays. */
  readonly connections?: readonly ConnectionKind[]
}

/** A web of its own on the loopback interface. */
export interface Web extends AsyncDisposable, Pick<Journal, 'requests' | 'connections' | 'maxInFlight' | 'arrived'> {
  /** Puts a host into the web. */
  readonly site: (host: string, routes: Routes | Handler, options?: SiteOptions) => Promise<void>
  /** Gives other pages to a host that is there. */
  readonly reroute: (host: string, routes: Routes | Handler) => void
  /** The way there for a client in this process. */
  readonly network: Network
  /** The way there for another process: scheme, loopback address and port at which a site really listens. */
  readonly origin: (host: string, port?: number) => string
  /** The hosts whose addresses were asked for, in order. */
  readonly lookups: readonly string[]
  /** Where connections were wanted to, in order, as `address port`. */
  readonly dials: readonly string[]
  /** Cuts the whole web off, or brings it back. */
  readonly setOnline: (online: 'online' | 'offline') => void
  /** Ends everything. @throws AggregateError of what handlers threw. */
  readonly close: () => Promise<void>
}

interface Site {
  routes: Routes | Handler
  readonly loopback: string
  readonly ports: ReadonlyMap<number, {readonly open: OpenPort; readonly kind: PortKind}>
}

/** Only Linux has the whole of 127.0.0.0/8. */
const loopbackOf = (index: number): string =>
  process.platform === 'linux' ? `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}` : '127.0.0.1'
const publicOf = (index: number): string => `23.192.${Math.floor(index / 250)}.${1 + (index % 250)}`

/** Starts a web without any site. */
export async function startWeb(): Promise<Web> {
  const journal = startJournal()
  const sites = new Map<string, Site>()
  const real = new Map<string, {readonly host: string; readonly port: number}>()
  const owners = new Map<string, string>()
  const errors: unknown[] = []
  const dials: string[] = []
  let offline = false
  let count = 0
  const dns = startDns(() => offline)
  const nowhere = await openPort({
    host: '',
    port: 0,
    kind: 'none',
    loopback: loopbackOf(0),
    connections: [],
    routes: () => ({}),
    journal,
    complain: () => {}
  })

  function siteOf(host: string): Site {
    const site = sites.get(host)
    if (!site) throw new Error(`There is no site \`${host}\` in this web: await \`site()\` first.`)
    return site
  }

  async function site(host: string, routes: Routes | Handler, options: SiteOptions = {}): Promise<void> {
    const {address = isIP(host) ? host : publicOf(count), dns: answers = 'found', connections = ['served']} = options
    const addresses = typeof address === 'string' ? [address] : address
    const loopback = loopbackOf(count++)
    for (const one of addresses) {
      const owner = owners.get(one)
      if (owner !== undefined) throw new Error(`\`${one}\` belongs to \`${owner}\` already.`)
      owners.set(one, host)
    }
    const kinds: Readonly<Record<number, PortKind>> = {80: 'plain', 443: options.tls ?? 'valid', ...options.ports}
    const opened = await Promise.all(
      Object.entries(kinds).map(async ([key, kind]) => {
        const port = Number(key)
        const plan = {host, port, kind, loopback, connections, journal}
        const complain = (error: unknown) => void errors.push(error)
        return [port, {kind, open: await openPort({...plan, routes: () => siteOf(host).routes, complain})}] as const
      })
    )
    sites.set(host, {routes, loopback, ports: new Map(opened)})
    dns.add(host, addresses, Array.isArray(answers) ? answers : [answers as DnsAnswer])
    for (const one of addresses)
      for (const [port, {open}] of opened) real.set(`${one} ${port}`, {host: loopback, port: open.number})
  }

  async function close(): Promise<void> {
    const ports = [...sites.values()].flatMap(({ports}) => [...ports.values()])
    await Promise.all(ports.map(({open}) => open.close()))
    if (errors.length > 0) throw new AggregateError(errors, 'Handlers of the loopback web threw.')
  }

  return {
    ...journal,
    site,
    reroute(host, routes) {
      siteOf(host).routes = routes
    },
    network: {
      lookup: dns.lookup,
      exists: dns.exists,
      dial(address, port) {
        dials.push(`${address} ${port}`)
        const found = offline ? undefined : real.get(`${address} ${port}`)
        return found ?? {host: loopbackOf(0), port: nowhere.number}
      },
      authorities: [readFileSync(rootFile, 'utf8')]
    },
    origin(host, port = 80) {
      const {loopback, ports} = siteOf(host)
      const found = ports.get(port)
      if (!found) throw new Error(`\`${host}\` has no port ${port}.`)
      const isTls = port === 443 || !['plain', 'none', 'silent'].includes(found.kind)
      return `${isTls ? 'https' : 'http'}://${loopback}:${found.open.number}`
    },
    lookups: dns.lookups,
    dials,
    setOnline(online) {
      offline = online === 'offline'
    },
    close,
    [Symbol.asyncDispose]: close
  }
}
