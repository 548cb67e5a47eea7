/**
 * The hosts that links are checked on, in a process of their own, so that what they cost is not counted as the
 * checker's: `node link-farm.ts COUNT`, started with a channel. It tells where the links are, and when asked anything,
 * what has happened; it ends with its parent.
 */

import {startWeb} from '../../test/fake/web.ts'
import type {Handler} from '../../test/fake/web-exchange.ts'
import {forAWhile, html, redirect, slow, status} from '../../test/fake/web-handlers.ts'
import {type LinkKind, type PlannedLink, planLinks} from './link-plan.ts'
import {makePage} from './make-page.ts'

/** A link where it really is. */
export interface FarmLink {
  readonly url: string
  readonly title: string
  readonly kind: LinkKind
  /** Where it has moved to, in full. */
  readonly to?: string
}

/** What the farm has seen. */
export interface FarmCounts {
  readonly requests: number
  readonly connections: number
  /** The most requests that one host had at a time. */
  readonly atAHost: number
}

function handlerOf({kind, title, to}: PlannedLink): Handler {
  const page = html(makePage(title))
  switch (kind) {
    case 'gone':
      return status(404, {'content-type': 'text/html; charset=utf-8'}, makePage('Page not found'))
    case 'error for a while':
      return forAWhile(300, status(500), page)
    case 'rate limited once':
      return forAWhile(1000, status(429, {'retry-after': '1'}), page)
    case 'moved':
      return redirect(301, to ?? '/')
    default:
      return page
  }
}

const planned = planLinks(Number(process.argv[2]))
const web = await startWeb()
const hosts = [...new Set(planned.map(({host}) => host))].sort()
for (const host of hosts) {
  const routes: Record<string, Handler> = {}
  for (const link of planned) {
    if (link.host !== host) continue
    routes[link.path] = slow(link.latency, handlerOf(link))
    if (link.to) routes[link.to] = slow(link.latency, html(makePage(link.title)))
  }
  await web.site(host, routes, {tls: 'none'})
}

const links = planned.map(({host, path, title, kind, to}): FarmLink => {
  const origin = web.origin(host)
  return {url: origin + path, title, kind, ...(to ? {to: origin + to} : {})}
})
process.send?.(links)
process.on('message', () => {
  const counts: FarmCounts = {
    requests: web.requests.length,
    connections: web.connections.length,
    atAHost: Math.max(...hosts.map(web.maxInFlight))
  }
  process.send?.(counts)
})
process.on('disconnect', () => process.exit())
