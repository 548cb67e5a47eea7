import type {Clock} from './clock.ts'
import type {Network} from './network.ts'

/** Names of hosts, each looked up once. */
export interface Names {
  /** As `Network` has it. */
  readonly lookup: (host: string) => Promise<readonly string[]>
  /** Whether there is a network at all, by hosts that can be found wherever there is one. */
  readonly isThere: () => Promise<boolean>
}

const canaries = ['github.com', 'www.wikipedia.org', 'one.one.one.one']

/** Milliseconds that a lookup gets once it is known that there is no network: enough for a host next door. */
const grace = 2_000

/** Looks names up by way of a network; where there is none, nobody waits for each name to find that out. */
export function namesOn({lookup}: Pick<Network, 'lookup'>, clock: Clock, signal: AbortSignal): Names {
  const known = new Map<string, Promise<readonly string[]>>()
  let there: Promise<boolean> | undefined
  const isThere = (): Promise<boolean> => {
    there ??= areFound(lookup)
    return there
  }
  const missing = async (): Promise<never> => {
    if (await isThere()) return new Promise(() => {})
    await clock.sleep(grace, signal)
    throw Object.assign(new Error('There is no network'), {code: 'EAI_AGAIN'})
  }
  let gone: Promise<never> | undefined
  const giveUp = (): Promise<never> => {
    gone ??= missing()
    gone.catch(() => {})
    return gone
  }
  return {
    isThere,
    lookup(host) {
      const before = known.get(host)
      if (before) return before
      const found = Promise.race([lookup(host), giveUp()])
      known.set(host, found)
      // What failed may be found the next time.
      found.catch(() => known.delete(host))
      return found
    }
  }
}

/** Whether two of them are found: a network that lets nothing through but one host is none to judge others by. */
function areFound(lookup: Network['lookup']): Promise<boolean> {
  return new Promise(resolve => {
    let found = 0
    const asked = canaries.map(async host => {
      const addresses = await lookup(host).catch(() => [])
      if (addresses.length > 0 && ++found === 2) resolve(true)
    })
    void Promise.all(asked).then(() => resolve(false))
  })
}
