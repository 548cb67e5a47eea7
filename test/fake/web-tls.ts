import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {TlsOptions} from 'node:tls'

/** How a server presents itself: each but the first is one of the troubles that the web has. */
export type TlsKind =
  | 'valid'
  | 'expired'
  | 'wrong name'
  | 'self-signed'
  | 'unknown authority'
  | 'no intermediate'
  | 'small key'
  | 'legacy'

const folder = path.join(import.meta.dirname, 'certificates')
const pem = (name: string): string => readFileSync(path.join(folder, name), 'utf8')

/** The certificate (PEM) that a client of the loopback web trusts. */
export const rootFile = path.join(folder, 'root.pem')

/** What a TLS server of the kind needs; a legacy one speaks TLS 1.0 and 1.1 only. */
export function tlsOptions(kind: TlsKind): TlsOptions {
  const key = pem('leaf.key')
  const good = {key, cert: pem('chain.pem')}
  // OpenSSL takes old versions and small keys from those only who lower its guard.
  const careless = 'DEFAULT:@SECLEVEL=0'
  switch (kind) {
    case 'valid':
      return good
    case 'no intermediate':
      return {key, cert: pem('leaf.pem')}
    case 'small key':
      return {key: pem('small-key.key'), cert: pem('small-key.pem'), ciphers: careless}
    case 'legacy':
      return {...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: careless}
    default:
      return {key, cert: pem(`${kind.replace(' ', '-')}.pem`)}
  }
}
