import {lookup, Resolver} from 'node:dns/promises'

/** The way to the web, as an argument: what a test leads elsewhere without weakening any check. */
export interface Network {
  /** The addresses of a host, IPv4 first. @throws an error with a `code`, as `dns.lookup` does. */
  readonly lookup: (host: string) => Promise<readonly string[]>
  /** Whether the domain name system has the name at all: false only where it says that there is none. */
  readonly exists: (host: string) => Promise<boolean | undefined>
  /** Where a connection to an address that was allowed really goes. */
  readonly dial: (address: string, port: number) => {readonly host: string; readonly port: number}
  /** Certificates (PEM) to trust instead of those that Node comes with. */
  readonly authorities?: readonly string[]
}

/** So many failures of the name servers without any success, and they are not asked any more. */
const mostFailures = 3

/**
 * The web as this machine sees it. Names are looked up at the name servers themselves, for the machine's own way
 * (`getaddrinfo`) can do four at a time, and a slow one would hold up all others; it is asked where they know nothing.
 */
export function machineNetwork(): Network {
  const resolver = new Resolver({timeout: 3_000, tries: 2})
  let failures = 0
  const atNameServers = async (host: string): Promise<readonly string[]> => {
    if (failures >= mostFailures) return []
    const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const isTold = found.some(one => one.status === 'fulfilled' || /^(?:ENOTFOUND|ENODATA)$/.test(one.reason.code))
    failures = isTold ? Number.NEGATIVE_INFINITY : failures + 1
    return found.flatMap(one => (one.status === 'fulfilled' ? one.value : []))
  }
  return {
    async lookup(host) {
      const found = await atNameServers(host)
      if (found.length > 0) return found
      return (await lookup(host, {all: true, order: 'ipv4first'})).map(({address}) => address)
    },
    async exists(host) {
      if (failures >= mostFailures) return undefined
      try {
        await resolver.resolve4(host)
        return true
      } catch (error) {
        const {code} = error as NodeJS.ErrnoException
        if (code === 'ENODATA') return true
        return code === 'ENOTFOUND' ? false : undefined
      }
    },
    dial: (host, port) => ({host, port})
  }
}
