import type {Failure} from './answer.ts'

/** Errors of Node, undici and the domain name system, in words. */
const words: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  ENODATA: 'the host has no address',
  EAI_AGAIN: 'its name could not be looked up',
  EAI_FAIL: 'its name could not be looked up',
  ESERVFAIL: 'its name could not be looked up',
  EREFUSED: 'its name could not be looked up',
  ETIMEOUT: 'its name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  ETIMEDOUT: 'the connection took too long',
  UND_ERR_CONNECT_TIMEOUT: 'the connection took too long',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its answer is no HTTP',
  ERR_ASSERTION: 'its answer is no HTTP',
  UND_ERR_HEADERS_OVERFLOW: 'the head of its answer is too long',
  ENETUNREACH: 'its network cannot be reached from here',
  EHOSTUNREACH: 'its host cannot be reached from here',
  EADDRNOTAVAIL: 'its address cannot be reached from here',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes without the one that vouches for it',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate comes without the one that vouches for it',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes without the one that vouches for it',
  UNSPECIFIED: 'its certificate is too weak, or wrong in some other way',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS on this port',
  EPROTO: 'it does not speak TLS as it should',
  PRIVATE: 'a private address is not asked',
  TIMEOUT: 'no answer in time'
}

/** Failures that say what they say also when asked again. */
const lasting = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|PRIVATE|REFUSED|ENODATA|HPE_|CLOSED)/

/** Whether the name of the host could not be looked up. */
export const isLookup = ({failure}: Failure): boolean =>
  /^(?:ENOTFOUND|EAI_\w+|ESERVFAIL|EREFUSED|ETIMEOUT|ENODATA)$/.test(failure)

/** Whether it was we who did not want to ask. */
export const isRefused = ({failure}: Failure): boolean => failure === 'PRIVATE' || failure === 'REFUSED'

/** Whether asking again may bring an answer. */
export const isPassing = ({failure}: Failure): boolean => !lasting.test(failure)

/** Whether a connection ended in place of an answer, as those do that were kept for longer than the server likes. */
export const isBroken = ({failure}: Failure): boolean => /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(failure)

/** A failure by its name. */
export const failed = (failure: string, reason = words[failure]): Failure => ({
  failure,
  reason: reason ?? 'it could not be asked'
})

/** What an error that a request threw stands for: whatever it is, it is nothing that a run may end for. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return failed('UNKNOWN')
  const {name, cause} = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // undici's parser names its errors, but gives no code; what it did not think of fails as an assertion.
  if (name === 'HTTPParserError' || code?.startsWith('HPE_'))
    return failed(code ?? 'HPE_INVALID', 'its answer is no HTTP')
  if (code === 'REFUSED') return failed(code, error.message)
  if (code && words[code]) return failed(code)
  // A TLS alert has a code for each kind.
  if (code?.startsWith('ERR_SSL_')) return failed(code, 'it does not speak TLS as it should')
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0])
  if (code) return failed(code)
  return cause instanceof Error ? failureOf(cause) : failed(name)
}
