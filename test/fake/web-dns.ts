import {isIP} from 'node:net'

/** What the domain name system says of a host, where it is not simply its addresses. */
export type DnsTrouble =
  /** There is no such name, and that is certain. */
  | 'no such host'
  /** The name is there, but has no address. */
  | 'no data'
  /** There seems to be no such name, but whether that is so cannot be told. */
  | 'in doubt'
  | 'temporary failure'
  | 'refused'
  | 'timeout'

/** One answer: the site's own addresses, trouble, or other addresses. */
export type DnsAnswer = 'found' | DnsTrouble | {readonly addresses: readonly string[]}

interface Name {
  readonly addresses: readonly string[]
  /** The first answer, the second, …; the last one stays. */
  readonly answers: readonly DnsAnswer[]
  asked: number
}

/** The domain name system of the loopback web; who is not in it does not exist. */
export interface Dns {
  /** The hosts whose addresses were asked for, in order. */
  readonly lookups: readonly string[]
  readonly add: (host: string, addresses: readonly string[], answers: readonly DnsAnswer[]) => void
  readonly lookup: (host: string) => Promise<readonly string[]>
  readonly exists: (host: string) => Promise<boolean | undefined>
}

const codes: Readonly<Record<DnsTrouble, string>> = {
  'no such host': 'ENOTFOUND',
  'no data': 'ENOTFOUND',
  'in doubt': 'ENOTFOUND',
  'temporary failure': 'EAI_AGAIN',
  refused: 'EREFUSED',
  timeout: 'ETIMEOUT'
}

/** Starts without any name; `isOffline` says whether the whole system is out of reach. */
export function startDns(isOffline: () => boolean): Dns {
  const names = new Map<string, Name>()
  const lookups: string[] = []

  function answerTo({answers}: Name, turn: number): DnsAnswer {
    if (isOffline()) return 'temporary failure'
    return answers[Math.min(turn, answers.length - 1)] ?? 'found'
  }

  const nameOf = (host: string): Name =>
    names.get(host.toLowerCase()) ?? {addresses: [], answers: ['no such host'], asked: 0}

  return {
    lookups,
    add: (host, addresses, answers) => void names.set(host, {addresses, answers, asked: 0}),
    async lookup(host) {
      lookups.push(host)
      if (isIP(host)) return [host]
      const name = nameOf(host)
      const answer = answerTo(name, name.asked++)
      if (typeof answer === 'object') return answer.addresses
      if (answer === 'found') return name.addresses
      const code = codes[answer]
      throw Object.assign(new Error(`getaddrinfo ${code} ${host}`), {code, syscall: 'getaddrinfo', hostname: host})
    },
    async exists(host) {
      // As the last lookup had it: only a question for addresses moves on.
      const name = nameOf(host)
      const answer = answerTo(name, Math.max(0, name.asked - 1))
      if (answer === 'no such host') return false
      return answer === 'found' || answer === 'no data' || typeof answer === 'object' ? true : undefined
    }
  }
}
