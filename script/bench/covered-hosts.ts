import {X509Certificate} from 'node:crypto'
import {readFileSync} from 'node:fs'

const certificate = new X509Certificate(readFileSync(new URL('../../test/fake/certificates/leaf.pem', import.meta.url)))

/** Not `a.example` and the like: hosts for examples are never asked. */
const isCovered = (host: string): boolean => certificate.checkHost(host) !== undefined && !host.endsWith('.example')

/**
 * Texts with other hosts in their addresses, so that the certificates of the loopback web fit all of them:
 * `www.med.upenn.edu` becomes `www-med-upenn-edu.github.io`. Hosts that fit stay, and with them what is known of them.
 */
export function withCoveredHosts(texts: readonly string[]): readonly string[] {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const nameOf = (host: string): string => {
    const known = names.get(host)
    if (known !== undefined) return known
    const label = host.replace(/[._]/g, '-').slice(0, 55)
    let name = label
    for (let count = 2; taken.has(name); count++) name = `${label}-${count}`
    taken.add(name)
    names.set(host, `${name}.github.io`)
    return `${name}.github.io`
  }
  return texts.map(text =>
    text.replace(/(?<=https?:\/\/)[a-z\d][\w.-]*\.[a-z]{2,}(?![\w-])/gi, host =>
      isCovered(host.toLowerCase()) ? host : nameOf(host.toLowerCase())
    )
  )
}
