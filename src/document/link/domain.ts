import {parse} from 'tldts'

/** Names at the top that no registry sells and that are used all the same (RFC 2606, 6761, 6762, 7686, 8375, 9476). */
const reserved = /(?:^|\.)(?:example|test|invalid|localhost|local|onion|alt|arpa|internal|lan|home|corp|i2p|eth|bit)$/

/** What the public suffix list says of a host. */
export interface Domain {
  /** The part that someone registered, such as `example.org` of `www.example.org`. */
  readonly registrable?: string
  readonly suffix?: string
  /** The part that is in one hand: on a host for many, such as `ann.github.io`, more than what someone registered. */
  readonly site?: string
  /** Whether the host ends in a top-level domain that exists; addresses and reserved names count as such. */
  readonly exists: boolean
}

/** A proof reads a list again, and most lists of a run link the same hosts. */
const known = new Map<string, Domain>()

/** More hosts than these are not remembered: no list has them, and memory is not to grow without end. */
const most = 50_000

/** Splits a host name by the public suffix list: by its ICANN part, but for `site`. */
export function domainOf(host: string): Domain {
  const found = known.get(host)
  if (found) return found
  const domain = splitHost(host)
  if (known.size < most) known.set(host, domain)
  return domain
}

/** The part of a host that has an owner of its own: of `a.github.io`, where many share a domain, all of it. */
export const ownerOf = (host: string): string =>
  parse(host, {allowPrivateDomains: true, validateHostname: false}).domain ?? host

function splitHost(host: string): Domain {
  const found = parse(host, {validateHostname: false})
  const exists =
    found.isIp === true ||
    found.isIcann === true ||
    reserved.test(host) ||
    !host.includes('.') ||
    /[^\x20-\x7e]/.test(host)
  const site = parse(host, {validateHostname: false, allowPrivateDomains: true}).domain
  return {
    exists,
    ...(site && {site}),
    ...(found.domain && {registrable: found.domain}),
    ...(found.publicSuffix && {suffix: found.publicSuffix})
  }
}
