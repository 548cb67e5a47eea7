import {createHmac, timingSafeEqual} from 'node:crypto'

/** Takes the bytes of a body as they come, and tells at last whether they were signed with the secret. */
export interface SignatureCheck {
  readonly update: (bytes: Uint8Array) => void
  readonly isSigned: () => boolean
}

/**
 * Checks `X-Hub-Signature-256`, which is the HMAC of the body's raw bytes by the secret of the webhook
 * (https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries).
 */
export function checkSignature(secret: string, header: string): SignatureCheck {
  const hmac = createHmac('sha256', secret)
  return {
    update: bytes => {
      hmac.update(bytes)
    },
    isSigned() {
      const given = Buffer.from(/^sha256=([\da-f]{64})$/i.exec(header)?.[1] ?? '', 'hex')
      const right = hmac.digest()
      // Takes the same time whatever is wrong, so that nobody can guess byte by byte.
      return given.length === right.length && timingSafeEqual(given, right)
    }
  }
}
