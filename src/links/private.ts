import {BlockList, isIP} from 'node:net'

/** Networks, as prefix and length, that no list on the public web leads to. */
const notPublic = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/3',
    // Azure's wire server: a public address that only virtual machines see, with their secrets.
    '168.63.129.16/32'
  ],
  // Everything but the one block that addresses of the internet are given out of, and the special parts of that.
  ipv6: ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']
} as const

/**
 * Addresses that are not to be asked: those that the registries of special-purpose addresses do not call globally
 * reachable (https://www.iana.org/assignments/iana-ipv4-special-registry, …ipv6-special-registry), multicast, and
 * IPv6 spellings of IPv4 addresses (mapped, 6to4, NAT64, Teredo), which lead where they say.
 */
const refused = {4: blockList(notPublic.ipv4), 6: blockList(notPublic.ipv6)}

// One list each, for a list with both finds IPv4 addresses in the networks of their IPv6 spelling.
function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', length] = network.split('/')
    const version = isIP(address)
    list.addSubnet(address, Number(length ?? (version === 6 ? 128 : 32)), version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/** Whether an IP address is none of the public internet; what is no address counts as private, too. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return refused[4].check(address, 'ipv4')
  return version !== 6 || refused[6].check(address, 'ipv6')
}

/** Endings of host names that are private by agreement: RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's `internal`. */
const privateNames = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|home\.arpa|lan|corp|alt|onion)$/

/** Whether a host is private by its very name: one word alone, or an ending that the public internet does not have. */
export const isPrivateName = (host: string): boolean => privateNames.test(host) || !/[.:]/.test(host)

/** What a configuration allows although it is private. */
export interface Allowed {
  /** Whether a host may be asked on a port whatever its addresses are. */
  readonly host: (host: string, port: string) => boolean
  readonly address: (address: string) => boolean
  /** Whether there are addresses that are allowed, so that a name alone does not tell. */
  readonly byAddress: boolean
}

/** Networks (`10.1.0.0/16`), addresses, or hosts with or without a port (`wiki.corp.example:8443`), as in the config. */
export function readAllowed(given: readonly string[]): Allowed {
  const versionOf = (one: string): number => isIP(one.replace(/\/\d+$/, ''))
  const ipv4 = blockList(given.filter(one => versionOf(one) === 4))
  const ipv6 = blockList(given.filter(one => versionOf(one) === 6))
  const names = given.filter(one => versionOf(one) === 0).map(one => one.toLowerCase().replace(/[[\]]/g, ''))
  const hosts = new Set(names)
  return {
    host: (host, port) => hosts.has(host) || hosts.has(`${host}:${port}`),
    address: address => (isIP(address) === 4 ? ipv4.check(address, 'ipv4') : ipv6.check(address, 'ipv6')),
    byAddress: names.length < given.length
  }
}

/** Why an address is not asked wherever it leads, or nothing. */
function formRefusal({protocol, username, password}: URL): string | undefined {
  if (!/^https?:$/.test(protocol)) return `\`${protocol}\` is not asked`
  return username !== '' || password !== '' ? 'an address with a user name or password is not asked' : undefined
}

/**
 * Why an address of the web is not asked, or nothing. What its name resolves to is to be judged once it is known.
 * @param addresses what its name resolves to, where that is known
 */
export function refusalOf(url: URL, allowed: Allowed, addresses: readonly string[] = []): string | undefined {
  const refusal = formRefusal(url)
  if (refusal !== undefined) return refusal
  const port = portOf(url)
  const host = hostNameOf(url)
  const known = isIP(host) > 0 ? [host] : addresses
  if (allowed.host(host, port) || (known.length > 0 && known.every(allowed.address))) return undefined
  if (isIP(host) > 0 ? isPrivateAddress(host) : isPrivateName(host)) return 'a private address is not asked'
  return url.port === '' || /^(?:80|443)$/.test(url.port) ? undefined : `port ${port} is not asked`
}

/** Why an address is not asked, as far as that can be told before its name is looked up, or nothing. */
export const refusalAtOnce = (url: URL, allowed: Allowed): string | undefined =>
  allowed.byAddress && isIP(hostNameOf(url)) === 0 ? formRefusal(url) : refusalOf(url, allowed)

/** The host, without the brackets of IPv6 and the final dot. */
export const hostNameOf = ({hostname}: URL): string => hostname.replace(/^\[|\]$|\.$/g, '')

/** The port, said or not. */
export const portOf = ({port, protocol}: URL): string => port || (protocol === 'https:' ? '443' : '80')
