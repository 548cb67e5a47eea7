import type {IncomingMessage} from 'node:http'

/** Bytes: GitHub delivers nothing larger (https://docs.github.com/webhooks/webhook-events-and-payloads#payload-cap). */
export const tooMuch = 25 * 1024 * 1024

/** Bytes of all bodies that are on their way at once, since anybody can send something without a signature. */
const roomForAll = 4 * tooMuch

let held = 0

/**
 * The body of a request, of which no more is kept than is allowed.
 * @param hear gets every piece as it comes
 */
export async function readBody(
  request: IncomingMessage,
  hear: (bytes: Uint8Array) => void
): Promise<Buffer | 'too large' | 'too many'> {
  if (Number(request.headers['content-length'] ?? 0) > tooMuch) return 'too large'
  const pieces: Buffer[] = []
  let size = 0
  try {
    // Left early, the request goes on: the answer has to reach whoever still sends.
    for await (const piece of request.iterator({destroyOnReturn: false}) as AsyncIterable<Buffer>) {
      size += piece.length
      held += piece.length
      if (size > tooMuch) return 'too large'
      if (held > roomForAll) return 'too many'
      hear(piece)
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  } finally {
    held -= size
  }
}
